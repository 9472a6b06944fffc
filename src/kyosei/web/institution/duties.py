"""Duties and questions of an organisation as its pages list them: what, about whom, how it stands, and by when in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa

from kyosei.cases.book import case_documents
from kyosei.cases.case import CaseState, Sort
from kyosei.cases.showing import Document
from kyosei.cases.words import STATES
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.web.institution.cases import look_at_cases
from kyosei.web.parties import called
from kyosei.web.visit import Visit

__all__ = ["Duties", "Duty", "Until", "day_in", "duties_of", "duty_in", "law_due"]


class Until(StrEnum):
    """What a day beside a duty says; the words are the page's."""

    LAW = "law"
    """The law's day, still to come."""
    LAW_PAST = "law_past"
    """The law's day, past; the time to cure counts from the delivery of the notice."""
    CURE = "cure"
    """To be cured by then."""
    CURE_PAST = "cure_past"
    """To be cured by then, which is past."""
    NONE = "none"
    """There is no day yet: it counts from the delivery of the notice."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A case as its owner sees it. kind: of what is asked, None for a duty. about: role and name of the parties beside the
    owner; none where no look shows them. day: -1 without one.
    """

    id: str
    norms: Sequence[str]
    kind: str | None
    about: Sequence[tuple[str, str]]
    state: Text
    until: Until
    day: int

    @property
    def is_past(self) -> bool:
        """Whether its day is over."""
        return self.until in (Until.LAW_PAST, Until.CURE_PAST)


@dataclass(frozen=True, slots=True)
class Duties:
    """tasks: of the organisation alone; questions: what it alone can say; the most pressing first."""

    organisation: str
    tasks: Sequence[Duty]
    questions: Sequence[Duty]


def duties_of(visit: Visit) -> Duties:
    """What the visitor's organisation has to act on; each person whom it is about sees this look."""
    organisation = visit.signed_in.organisation
    assert organisation is not None, "whoever works for an organisation has one"
    with visit.portal.engine.connect() as connection:
        documents = case_documents(connection, owner=organisation)
    found = look_at_cases(visit.portal, visit.signed_in, documents)
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, found, organisation, visit)
    by_sort: dict[str, list[Duty]] = {Sort.TASK: [], Sort.QUESTION: []}
    for one in found:
        by_sort[one["sort"]].append(duty_in(one, names, organisation, visit.today))
    return Duties(names[organisation], _by_day(by_sort[Sort.TASK]), _by_day(by_sort[Sort.QUESTION]))


def names_in(
    connection: sa.Connection, documents: Iterable[Document], organisation: str, visit: Visit
) -> Mapping[str, str]:  # fmt: skip
    """What the parties of cases, and their owner, are called."""
    parties = {party for one in documents for party in one.get("about", {}).values()} | {organisation}
    return called(connection, parties, visit.language)


def duty_in(document: Document, names: Mapping[str, str], organisation: str, today: int) -> Duty:
    """A case as it is listed, from what its owner sees of it."""
    about = [(role, names[id_]) for role, id_ in document.get("about", {}).items() if id_ != organisation]
    need, (until, day) = document.get("need"), _until(document, today)
    kind = None if need is None else need["kind"]
    return Duty(document["id"], document["norms"], kind, about, STATES[CaseState(document["state"])], until, day)


def law_due(document: Document, norm: str | None = None) -> int:
    """The day by which the law wants it, or one norm of it; -1 if nothing tells it: the last that was told."""
    rows = (row for row in document.get("history", ()) if norm is None or row["norm"] == norm)
    told = [row["due"] for row in rows if row["due"] is not None]
    if norm is not None:
        return day_in(told[-1] if told else None)
    return day_in(told[-1] if told else document["deadline"])


def day_in(written: str | None) -> int:
    """A day of a document, -1 for none."""
    return -1 if written is None else day_from_date(date.fromisoformat(written))


def _until(document: Document, today: int) -> tuple[Until, int]:
    cure, law = day_in(document["due_on"]), law_due(document)
    if cure >= 0:
        return (Until.CURE_PAST if cure < today else Until.CURE), cure
    if law >= 0:
        return (Until.LAW_PAST if law < today else Until.LAW), law
    return Until.NONE, -1


def _by_day(duties: Sequence[Duty]) -> Sequence[Duty]:
    return sorted(duties, key=lambda one: (one.day < 0, one.day, one.norms, one.id))
