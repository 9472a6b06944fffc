"""Before the seal: every check of the process, the letter as it would be, and the officer's own signature."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.access.requests import Role
from kyosei.decisions.checks.listed import CHECKS, stops_sealing
from kyosei.decisions.document import address_of
from kyosei.decisions.dossier import Checked
from kyosei.decisions.letter.shapes import Edition
from kyosei.decisions.sealing import Examined, Line, seal_line, unwritten_in
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.web.deciding.desk import Working, desk_of, drafts_of, working_on
from kyosei.web.deciding.signing import signed_by_officer, signs_as_officer
from kyosei.web.letters import compose
from kyosei.web.pages.page import Page
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH_CHECK"]


_BODY_MOST: Final = 1 << 19
"""What was signed elsewhere has the whole dossier in it."""


@dataclass(frozen=True, slots=True)
class CheckShown:
    """edition: the letter as it would be. unwritten: what every dossier needs and is not written yet. stopped: the checks for
    which a refusal is not sealed. refusal: why the seal was not taken, "" if nothing was tried. line: what is signed, "" if it
    cannot be sealed yet.
    """

    case: Case
    application: str
    procedure: Text
    edition: Edition
    checks: Sequence[Checked]
    asks: Mapping[str, Text]
    unwritten: Sequence[str]
    stopped: Sequence[Checked]
    adverse: bool
    signs: bool
    refusal: str
    line: str


def _working(visit: Visit) -> Working | None:
    desk = desk_of(visit, visit.arguments["application"])
    if desk is None or not desk.is_of(visit):
        return None
    working = working_on(visit, desk)
    return None if working is None or working.is_stale else working


def _show(visit: Visit) -> Shown | NotHere:
    working = _working(visit)
    return NotHere() if working is None else _shown(visit, working)


def _shown(visit: Visit, working: Working, refusal: str = "") -> Shown:
    examined = _examined(working)
    dossier, line = examined.dossier, _line(visit, examined)
    (edition,) = compose(visit, dossier, (visit.language,)).editions
    return Shown(
        CheckShown(
            working.read.evaluator.case, working.desk.application, working.desk.procedure.title, edition, working.checks,
            {one.id: one.asks for one in CHECKS}, unwritten_in(dossier), examined.stopped, dossier.is_adverse,
            signs_as_officer(visit), refusal, "" if line is None else json.dumps(line, ensure_ascii=False),
        )
    )  # fmt: skip


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    working = _working(visit)
    if working is None:
        return NotHere()
    examined = _examined(working)
    line = _line(visit, examined)
    if line is None:
        return _shown(visit, working)
    if visit.form.get("do") == "download":
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    refusal = signed_by_officer(visit, line)
    if refusal is not None:
        return _shown(visit, working, refusal)
    drafts_of(visit).remove(working.desk.application)
    return Go(f"/sealed/{address_of(examined.dossier)}")


def _examined(working: Working) -> Examined:
    dossier = replace(working.dossier, checks=working.checks)
    return Examined(dossier, stops_sealing(working.checks, adverse=dossier.is_adverse))


def _line(visit: Visit, examined: Examined) -> Line | None:
    """What is signed; None while it cannot be sealed."""
    if unwritten_in(examined.dossier) or examined.stopped:
        return None
    return seal_line(examined, visit.now)


WORKBENCH_CHECK: Final = Page(
    "workbench_check", "/workbench/{application}/check", frozenset((Role.OFFICER,)), CheckShown, _show, _take,
    grave=lambda visit: True,  # an office decides about a person
    body_most=_BODY_MOST,
)  # fmt: skip
