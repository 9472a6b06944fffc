"""An officer asks an applicant for something, with a reason and a day; what a source has, or an institution owes, is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.applications.acting import request_line
from kyosei.applications.application import Application, Requested, applications_of
from kyosei.applications.filing import Asked
from kyosei.decisions.sealing import Line
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.web.deciding.desk import Desk, desk_of, request_about
from kyosei.web.deciding.signing import signed_by_officer, signs_as_officer
from kyosei.web.institution.forms import read_day_written
from kyosei.web.pages.page import Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH_REQUEST"]

_LETTERS_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class RequestShown:
    """kinds: which records it could be: those that the requirements read. asked: what was asked for so far. lacks: which inputs
    say nothing. refused: why it was not taken, "-" if nothing signed was brought. key: makes what is sent one.
    """

    case: Case
    application: str
    procedure: Text
    kinds: Sequence[str]
    asked: Sequence[Requested]
    signs: bool
    key: str
    what: str
    kind: str
    why: str
    due: str
    lacks: Sequence[str]
    refused: str


@dataclass(frozen=True, slots=True)
class _Found:
    """The visitor's own draft, the filing behind it, and what the office's purpose reads of the applicant."""

    desk: Desk
    filed: Application
    case: Case


def _found(visit: Visit) -> _Found | None:
    """None if it is not the visitor's draft, or was filed on paper; two looks."""
    desk = desk_of(visit, visit.arguments["application"])
    if desk is None or not desk.is_of(visit) or desk.waiting.application is None:
        return None
    request = request_about(visit, desk.procedure, desk.waiting.person, desk.application)
    found = applications_of(visit.portal.path, request)
    filed = next((one for one in found if one.id == desk.waiting.application), None)
    return None if filed is None else _Found(desk, filed, visit.portal.path.evaluate(request).case)


def _show(visit: Visit) -> Shown | NotHere:
    found = _found(visit)
    return NotHere() if found is None else _shown(visit, found, new_token())


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    found, key = _found(visit), visit.form.get("key", "")
    if found is None or not is_token(key):
        return NotHere()
    day = read_day_written(visit.form.get("due", ""))
    lacks = [name for name in ("what", "why") if not _said(visit, name)] + ([] if day is not None else ["due"])
    if lacks or day is None:
        return _shown(visit, found, key, lacks)
    asked = Asked(_said(visit, "what"), _kind(visit, found))
    try:
        line: Line = request_line(
            found.filed,
            found.case,
            asked,
            _said(visit, "why"),
            day_from_date(day),
            visit.signed_in.actor,
            visit.now,
            key,
        )
    except QuestionError as error:
        return _shown(visit, found, key, refused=str(error))
    if visit.form.get("do") == "keep":
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    refusal = signed_by_officer(visit, line)
    if refusal is not None:
        return _shown(visit, found, key, refused=refusal)
    return Go(f"/workbench/{found.desk.application}/request")


def _shown(visit: Visit, found: _Found, key: str, lacks: Sequence[str] = (), refused: str = "") -> Shown:
    return Shown(RequestShown(
        found.case, found.desk.application, found.desk.procedure.title, found.filed.filing.agreed.kinds, found.filed.requests,
        signs_as_officer(visit), key, _said(visit, "what"), _kind(visit, found) or "", _said(visit, "why"),
        visit.form.get("due", ""), lacks, refused,
    ))  # fmt: skip


def _said(visit: Visit, name: str) -> str:
    return " ".join(visit.form.get(name, "").split())[:_LETTERS_MOST]


def _kind(visit: Visit, found: _Found) -> str | None:
    kind = visit.form.get("kind", "")
    return kind if kind in found.filed.filing.agreed.kinds else None


WORKBENCH_REQUEST: Final = Page(
    "workbench_request", "/workbench/{application}/request", frozenset((Role.OFFICER,)), RequestShown, _show, _take
)
