"""An officer asks the public office that owes a record about an applicant. The person sees it; no employer is asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.applications.acting import inquire_line
from kyosei.decisions.dossier import Gap
from kyosei.decisions.sealing import Line
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text
from kyosei.web.deciding.asking import INQUIRY, is_asked_of_offices
from kyosei.web.deciding.desk import Desk, desk_of
from kyosei.web.deciding.signing import signed_by_officer, signs_as_officer
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH_ASK"]

_LETTERS_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class AskShown:
    """gap: the record that is asked for. error: `missing` own words, or why it was not taken. words: what was written."""

    application: str
    procedure: Text
    gap: Gap
    basis: Provision
    signs: bool
    error: str
    words: str


def _found(visit: Visit) -> tuple[Desk, Gap] | None:
    """The visitor's own draft and the gap that the address names, if another public office owes it."""
    desk = desk_of(visit, visit.arguments["application"])
    if desk is None or not desk.is_of(visit) or desk.draft is None or desk.waiting.application is None:
        return None
    gaps = desk.draft.dossier.assembled.gaps
    gap = next((one for one in gaps if one.id == visit.arguments["gap"]), None)
    if gap is None or not is_asked_of_offices(gap, organisation_of(visit)):
        return None
    return desk, gap


def _show(visit: Visit) -> Shown | NotHere:
    found = _found(visit)
    return NotHere() if found is None else _shown(visit, *found)


def _shown(visit: Visit, desk: Desk, gap: Gap, error: str = "") -> Shown:
    words = visit.form.get("words", "")
    return Shown(AskShown(desk.application, desk.procedure.title, gap, INQUIRY, signs_as_officer(visit), error, words))


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    found = _found(visit)
    if found is None:
        return NotHere()
    desk, gap = found
    said = " ".join(visit.form.get("words", "").split())[:_LETTERS_MOST]
    if not said:
        return _shown(visit, desk, gap, "missing")
    line = _line(visit, desk, gap, said)
    if visit.form.get("do") == "keep":
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    refusal = signed_by_officer(visit, line)
    return Go(f"/workbench/{desk.application}") if refusal is None else _shown(visit, desk, gap, refusal)


def _line(visit: Visit, desk: Desk, gap: Gap, said: str) -> Line:
    filing, office = desk.waiting.application, organisation_of(visit)
    assert filing is not None, "only what was filed here is asked about"
    return inquire_line(filing, office, gap.owner, gap.kind, said, visit.signed_in.actor, visit.now)


WORKBENCH_ASK: Final = Page(
    "workbench_ask", "/workbench/{application}/ask/{gap}", frozenset((Role.OFFICER,)), AskShown, _show, _take,
    grave=lambda visit: True,  # another office learns of an application
)  # fmt: skip
