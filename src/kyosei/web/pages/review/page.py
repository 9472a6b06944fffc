"""A review of a decision, by an officer without a part in it: what was known then and is known now, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.access.requests import Role
from kyosei.cases.rulings import Ruling
from kyosei.decisions.remedying import outcome_line
from kyosei.facts.statements import Case
from kyosei.journal.entries import ReviewOutcome
from kyosei.terms.text import Text
from kyosei.web.deciding.desk import applicant_called
from kyosei.web.deciding.reviewing import (
    ChangedRecord,
    ReviewHere,
    Turned,
    changed_records,
    looked_at,
    review_here,
    rulings_of,
    turned,
)
from kyosei.web.deciding.signing import signed_by_officer, signs_as_officer
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["REVIEW"]

_LETTERS_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """asked: since when, by the person or else by the office; said: the words with it. person: "" for who had a part in the
    decision, who is shown nothing more. came_to: what became of the dossier assembled again as known then; parts: which parts are
    others then. is_shown: whether it could be assembled as known now. is_the_same: nothing is another now.

    error: `missing` an outcome or own words, or why it was not taken. outcome, words: what was chosen and written, not taken yet.
    """

    case: Case
    address: str
    procedure: Text
    granted: bool
    asked: int
    by_person: bool
    said: str
    may_end: bool
    person: str = ""
    came_to: str = ""
    parts: Sequence[str] = ()
    is_shown: bool = False
    is_the_same: bool = False
    known: int = 0
    law: str = ""
    present_law: str = ""
    records: Sequence[ChangedRecord] = ()
    requirements: Sequence[Turned] = ()
    rulings: Sequence[Ruling] = ()
    signs: bool = False
    error: str = ""
    outcome: str = ""
    words: str = ""


def _show(visit: Visit) -> Shown | NotHere:
    here = review_here(visit)
    return NotHere() if here is None else Shown(_shown(visit, here))


def _shown(visit: Visit, here: ReviewHere, error: str = "") -> ReviewShown:
    asked = here.asked
    shown = ReviewShown(
        Case({}), asked.dossier, here.procedure.title, asked.result == "granted", asked.at, asked.by_person, asked.words,
        here.may_end,
    )  # fmt: skip
    if not here.may_end:
        return shown
    sealed, found = looked_at(visit, here)
    as_of = sealed.dossier.assembled.as_of
    shown = replace(
        shown, person=applicant_called(visit, asked.person), known=as_of.known, law=as_of.law,
        present_law=visit.portal.loaded.law.version, rulings=rulings_of(visit, asked.rulings),
        signs=signs_as_officer(visit), error=error, outcome=visit.form.get("outcome", ""), words=visit.form.get("words", ""),
    )  # fmt: skip
    if found is None:
        return shown
    review = found.review
    return replace(
        shown, case=found.now.evaluator.case, came_to=review.then.value, parts=review.parts, is_shown=True,
        is_the_same=review.is_the_same, records=changed_records(sealed.dossier, found),
        requirements=turned(visit, sealed.dossier, found), rulings=rulings_of(visit, review.rulings),
    )  # fmt: skip


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    """Ends the review."""
    here = review_here(visit)
    if here is None or not here.may_end:
        return NotHere()
    outcome, words = visit.form.get("outcome", ""), " ".join(visit.form.get("words", "").split())[:_LETTERS_MOST]
    if outcome not in tuple(ReviewOutcome) or not words:
        return Shown(_shown(visit, here, "missing"))
    address, office = here.asked.dossier, organisation_of(visit)
    line = outcome_line(address, outcome, office, visit.signed_in.actor, visit.now, words)
    if visit.form.get("do") == "keep":
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    refusal = signed_by_officer(visit, line)
    return Go(f"/sealed/{address}") if refusal is None else Shown(_shown(visit, here, refusal))


REVIEW: Final = Page(
    "review", "/reviews/{address}", frozenset((Role.OFFICER,)), ReviewShown, _show, _take,
    grave=lambda visit: True,  # an office decides about a person
)  # fmt: skip
