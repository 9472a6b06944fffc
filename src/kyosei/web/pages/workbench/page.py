"""What waits at an office that decides about applications, by its days and by what the law names; never by a score.

It names nobody: whose an application is, the look of its own page shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.applications.flags import FLAGS
from kyosei.applications.queue import Waiting, pending
from kyosei.decisions.drafts import Kept
from kyosei.journal.decided import Stage, open_reviews, stages_of
from kyosei.norms.procedures import find_procedure
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, legal_day
from kyosei.web.deciding.desk import begin_draft, decides_here, desk_of, drafts_of
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH"]

_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Row:
    """An application in the list. day: the earliest that matters, -1 without one; stay_ends, lawful_until: -1 where not known.

    state: ours, theirs (another officer's), second (waits for a second officer), told (to be told), returned, reopened
    (a review annulled or corrected what was decided), or new.
    flags: what the law names.
    """

    id: str
    procedure: Text
    filed: int
    day: int
    stay_ends: int
    lawful_until: int
    state: str
    dossier: str
    flags: Sequence[Text]
    is_past: bool


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A decision that is to be looked at again. may_end: the visitor had no part in it. by_person: else the office opened it."""

    dossier: str
    procedure: Text
    granted: bool
    asked: int
    by_person: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class WorkbenchShown:
    """rows: what can be worked on; waiting: what waits for the person, or for a card that is not collected. taken: the next one
    was just taken by somebody else.
    """

    rows: Sequence[Row]
    uncollected: Sequence[Row]
    asked: Sequence[Row]
    reviews: Sequence[ReviewRow]
    more: int
    has_next: bool
    taken: bool


def _rows(visit: Visit) -> list[tuple[Waiting, Row]]:
    office = organisation_of(visit)
    with visit.portal.engine.connect() as connection:
        found = pending(connection, office, visit.now, visit.portal.procedures)
        stages = stages_of(connection, office, [one.statement for one in found if one.statement is not None])
    kept = {one.application: one for one in drafts_of(visit).kept()}
    titles = {one.id: one.title for one in visit.portal.procedures}
    return [
        (one, _row(visit, one, titles[one.procedure], stages.get(one.statement), kept.get(one.statement)))
        for one in found
        if one.statement is not None and one.procedure in titles
    ]


def _row(visit: Visit, one: Waiting, title: Text, stage: Stage | None, kept: Kept | None) -> Row:
    day = -1 if one.next_day >= NEVER else one.next_day
    return Row(
        one.statement or "", title, one.filed, day, _day(one.stay_ends), _day(one.lawful_until),
        _state(visit, stage, kept), "" if stage is None else stage.dossier,
        [FLAGS[flag].title for flag in one.flags if flag in FLAGS], 0 <= day <= visit.today,
    )  # fmt: skip


def _state(visit: Visit, stage: Stage | None, kept: Kept | None) -> str:
    if kept is not None:
        return "ours" if kept.officer == visit.signed_in.actor else "theirs"
    if stage is None:
        return "new"
    if stage.told:
        return "reopened" if stage.reopened else "done"
    if stage.returned:
        return "returned"
    return "second" if stage.adverse and not stage.concurred else "told"


def _show(visit: Visit) -> Shown | NotHere:
    return _shown(visit) if decides_here(visit) else NotHere()


def _shown(visit: Visit, *, taken: bool = False) -> Shown:
    found = _rows(visit)
    rows = [row for one, row in found if not one.is_with_the_person and row.state != "done"]
    cards = [row for one, row in found if one.card_since is not None or row.state == "done"]
    asked = [
        row for one, row in found if one.asked_until is not None and one.card_since is None and row.state != "done"
    ]
    return Shown(
        WorkbenchShown(
            rows[:_MOST], cards[:_MOST], asked[:_MOST], _reviews(visit), max(0, len(rows) - _MOST), _next(rows) is not None, taken
        )
    )  # fmt: skip


def _reviews(visit: Visit) -> list[ReviewRow]:
    with visit.portal.engine.connect() as connection:
        found = open_reviews(connection, organisation_of(visit))
    return [
        ReviewRow(
            one.dossier, find_procedure(visit.portal.procedures, one.procedure).title, one.result == "granted",
            legal_day(one.at), one.by_person, visit.signed_in.actor not in one.took_part,
        )
        for one in found
    ]  # fmt: skip


def _next(rows: Sequence[Row]) -> Row | None:
    """The first that nobody works on."""
    return next((one for one in rows if one.state in ("new", "returned", "reopened")), None)


def _take(visit: Visit) -> Shown | Go | NotHere:
    """Takes the next one up."""
    if not decides_here(visit):
        return NotHere()
    row = _next([row for one, row in _rows(visit) if not one.is_with_the_person])
    desk = None if row is None else desk_of(visit, row.id)
    if row is None or desk is None or not begin_draft(visit, desk):
        return _shown(visit, taken=True)
    return Go(f"/workbench/{row.id}")


def _day(day: int | None) -> int:
    return -1 if day is None else day


WORKBENCH: Final = Page(
    "workbench", "/workbench", frozenset((Role.OFFICER,)), WorkbenchShown, _show, _take, in_menu=True
)
