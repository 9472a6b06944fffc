"""An application at an officer's desk: evidence side by side, proofs, what differs or is missing, like cases, known defects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kyosei.access.requests import Role
from kyosei.cases.rulings import Ruling
from kyosei.decisions.checks.listed import CHECKS
from kyosei.decisions.dossier import Assembled, Checked, Conflict, Finding, Gap, Like, Verdicts
from kyosei.decisions.reviewing import rulings_behind
from kyosei.facts.statements import Case
from kyosei.journal.applied import inquired_about
from kyosei.journal.decided import reasons_in
from kyosei.terms.text import Text
from kyosei.timelines.days import legal_day
from kyosei.verdicts.proof import Proof
from kyosei.web.deciding.asking import is_asked_of_offices
from kyosei.web.deciding.desk import Desk, Working, applicant_called, begin_again, begin_draft, desk_of, working_on
from kyosei.web.deciding.evidence import SideBySide, side_by_side
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH_CASE"]


@dataclass(frozen=True, slots=True)
class Told:
    """A like case: how it ended, and the reasons that this office gave; none of another office's."""

    like: Like
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class CaseShown:
    """person: "" until somebody has taken it up. officer: whose draft it is, "" if nobody's; is_ours: this visitor's.

    was_filed: here, so that the applicant can be asked here. askable: the gaps about which another public office can be asked,
    each with the day on which it was, -1: not yet.

    stale: it has to be assembled again. returned: what a second officer said who sent it back, or by whom it was opened again
    (`reopened`).
    """

    case: Case
    application: str
    procedure: Text
    filed: int
    stay_ends: int
    lawful_until: int
    person: str
    officer: str
    is_ours: bool
    was_filed: bool
    stale: bool
    returned: str
    reopened: bool
    assembled: Assembled | None = None
    proofs: Sequence[tuple[Finding, Proof]] = ()
    compared: Sequence[SideBySide] = ()
    conflicts: Sequence[Conflict] = ()
    gaps: Sequence[Gap] = ()
    askable: Mapping[str, int] = field(default_factory=dict)
    like: Sequence[Told] = ()
    rulings: Sequence[Ruling] = ()
    verdicts: Verdicts | None = None
    known: int = 0
    checks: Sequence[Checked] = ()
    asks: Mapping[str, Text] = field(default_factory=dict)


def _show(visit: Visit) -> Shown | NotHere:
    desk = desk_of(visit, visit.arguments["application"])
    return NotHere() if desk is None else Shown(_shown(visit, desk))


def _shown(visit: Visit, desk: Desk) -> CaseShown:
    working = working_on(visit, desk) if desk.draft is not None else None
    stage = desk.stage
    base = (
        desk.application, desk.procedure.title, desk.waiting.filed, _day(desk.waiting.stay_ends),
        _day(desk.waiting.lawful_until), "" if working is None else applicant_called(visit, working.draft.person),
        "" if desk.draft is None else desk.draft.officer, desk.is_of(visit), desk.waiting.application is not None,
        desk.draft is not None and (working is None or working.is_stale),
        "" if stage is None or not (stage.returned or stage.reopened) else stage.reason,
        stage is not None and stage.reopened,
    )  # fmt: skip
    if working is None:
        return CaseShown(Case({}), *base)
    assembled = working.read.assembled
    return CaseShown(
        working.read.evaluator.case, *base, assembled, _proofs(working), side_by_side(working.read.evaluator.case, assembled),
        assembled.conflicts, assembled.gaps, _askable(visit, desk, assembled),
        _like(visit, assembled), _rulings(visit, assembled), assembled.verdicts,
        assembled.as_of.known, working.checks, {one.id: one.asks for one in CHECKS},
    )  # fmt: skip


def _proofs(working: Working) -> list[tuple[Finding, Proof]]:
    answers = working.read.evaluator.answers()
    return [(one, answer.proof) for one, answer in zip(working.read.assembled.findings, answers, strict=True)]


def _like(visit: Visit, assembled: Assembled) -> list[Told]:
    with visit.portal.engine.connect() as connection:
        said = reasons_in(connection, organisation_of(visit), [one.dossier for one in assembled.like])
    return [Told(one, said.get(one.dossier, ())) for one in assembled.like]


def _askable(visit: Visit, desk: Desk, assembled: Assembled) -> dict[str, int]:
    filing, office = desk.waiting.application, organisation_of(visit)
    if filing is None:
        return {}
    with visit.portal.engine.connect() as connection:
        asked = {(owner, kind): legal_day(at) for owner, kind, at in inquired_about(connection, filing)}
    return {one.id: asked.get((one.owner, one.kind), -1) for one in assembled.gaps if is_asked_of_offices(one, office)}


def _rulings(visit: Visit, assembled: Assembled) -> list[Ruling]:
    with visit.portal.engine.connect() as connection:
        return rulings_behind(connection, visit.portal.loaded.law, assembled)


def _take(visit: Visit) -> Go | NotHere:
    """Takes it up, takes it over from another officer, or assembles it again."""
    desk = desk_of(visit, visit.arguments["application"])
    if desk is None:
        return NotHere()
    if desk.draft is None:
        begin_draft(visit, desk)
    elif visit.form.get("do") in ("again", "over"):
        begin_again(visit, desk, desk.draft)
    return Go(f"/workbench/{desk.application}")


def _day(day: int | None) -> int:
    return -1 if day is None else day


WORKBENCH_CASE: Final = Page(
    "workbench_case", "/workbench/{application}", frozenset((Role.OFFICER,)), CaseShown, _show, _take
)
