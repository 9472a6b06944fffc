"""A decision that is looked at again, as an officer who had no part in it sees it: what is another since, side by side.

Whoever had a part in it is shown that somebody else reviews it, and nothing of the person: they need no look for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from kyosei.cases.book import rulings_until
from kyosei.cases.rulings import Ruling
from kyosei.decisions.dossier import Assembled, Dossier, Fact
from kyosei.decisions.reviewing import Reviewing, reviewed
from kyosei.decisions.sealed import Sealed, sealed_dossier
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.decided import Asked, open_review_of
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.terms.text import Text
from kyosei.web.deciding.desk import decides_here, office_under, request_about
from kyosei.web.institution.looking import organisation_of
from kyosei.web.own.records import Field, fields_of, kind_title
from kyosei.web.visit import Visit

__all__ = ["Changed", "ChangedRecord", "ReviewHere", "Turned", "changed_records", "looked_at", "review_here", "rulings_of",
           "turned"]  # fmt: skip

_KINDS = frozenset(kind.facts.name for kind in KINDS)


class Changed(StrEnum):
    """What became of a record behind a decision."""

    ADDED = "added"
    GONE = "gone"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class ReviewHere:
    """A review that the visitor's office has not ended. may_end: the visitor had no part in the decision."""

    asked: Asked
    procedure: Procedure
    may_end: bool


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that came, went or is disputed since: its kind, or what it is called; what it says, as far as that is known."""

    fact: Fact
    title: Text
    what: Changed
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class Turned:
    """A requirement that answers otherwise: as it was sealed, as known now, and by the law as it is now; None: not in play."""

    title: Text
    then: str | None
    now: str | None
    present: str | None


def review_here(visit: Visit) -> ReviewHere | None:
    """The open review of the dossier that the address names; None if the visitor's office has none."""
    if not decides_here(visit):
        return None
    with visit.portal.engine.connect() as connection:
        asked = open_review_of(connection, organisation_of(visit), visit.arguments["address"])
    if asked is None:
        return None
    procedure = find_procedure(visit.portal.procedures, asked.procedure)
    return ReviewHere(asked, procedure, visit.signed_in.actor not in asked.took_part)


def looked_at(visit: Visit, here: ReviewHere) -> tuple[Sealed, Reviewing | None]:
    """The dossier and what is another since, each in looks of their own; None: it cannot be assembled here any more."""
    asked = here.asked
    request = request_about(visit, here.procedure, asked.person, asked.application)
    sealed = sealed_dossier(visit.portal.path, request, asked.dossier)
    try:
        return sealed, reviewed(partial(office_under, visit), request, sealed.dossier)
    except QuestionError:
        return sealed, None


def changed_records(dossier: Dossier, found: Reviewing) -> list[ChangedRecord]:
    """Record by record, what came, went and is disputed since."""
    now = {one.id: one for one in found.now.assembled.facts}
    then = {one.id: one for one in dossier.assembled.facts}
    before = Case({}) if found.then is None else found.then.evaluator.case
    after = found.now.evaluator.case
    review = found.review
    return [
        *_records(review.added, now, after, Changed.ADDED), *_records(review.gone, then, before, Changed.GONE),
        *_records(review.disputed, now, after, Changed.DISPUTED),
    ]  # fmt: skip


def turned(visit: Visit, dossier: Dossier, found: Reviewing) -> list[Turned]:
    """Requirement by requirement, what does not answer as it was sealed."""
    columns = [_states(one) for one in (dossier.assembled, found.now.assembled, found.present.assembled)]
    laws = (office_under(visit, found.review.law).loaded.law, visit.portal.loaded.law)
    keys = dict.fromkeys(key for column in columns for key in column)
    return [
        Turned(_title(key[0], laws), *(column.get(key) for column in columns))
        for key in keys
        if len({column.get(key) for column in columns}) > 1
    ]


def rulings_of(visit: Visit, ids: Sequence[str]) -> list[Ruling]:
    """The rulings with these ids."""
    if not ids:
        return []
    with visit.portal.engine.connect() as connection:
        return [one for one in rulings_until(connection, _LAST) if one.id in ids]


_LAST = 2**62


def _states(assembled: Assembled) -> Mapping[tuple[str, object], str]:
    return {(one.norm, one.instance): one.state for one in assembled.findings}


def _title(norm: str, laws: Sequence[CompiledLaw]) -> Text:
    found = (one.latest.title for law in laws for one in law.norms if one.id == norm)
    return next(found, Text(norm, norm, norm))


def _records(ids: Sequence[str], facts: Mapping[str, Fact], case: Case, what: Changed) -> Iterator[ChangedRecord]:
    said: Mapping[str, Statement] = {one.id: one for one in case.statements}
    for id_ in ids:
        fact, statement = facts[id_], said.get(id_)
        title = kind_title(fact.kind) if fact.kind in _KINDS else Text(fact.kind, fact.kind, fact.kind)
        yield ChangedRecord(fact, title, what, () if statement is None else tuple(fields_of(statement)))
