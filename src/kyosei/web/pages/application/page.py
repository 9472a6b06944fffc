"""One application: its receipt, how far it has come, whose turn it is, and what the person can still do about it.

Adding something, answering what the office asked, and taking it back are forms of this page; none of them asks for a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.applications.acting import Line, add_line, answer_line, withdraw_line
from kyosei.applications.application import Application, Stage, Turn
from kyosei.applications.filing import Attached
from kyosei.errors import EntryRefusedError, QuestionError
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.web.own.applying import (
    FILE_MOST,
    attached_in,
    attached_to,
    enter_once,
    own_application,
    procedure_said,
    status_said,
    turns_of,
    words_in,
)
from kyosei.web.own.looking import look_at_own
from kyosei.web.own.mandated import APPLYING, may
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["APPLICATION"]

STEPS: Final = ("filed", "received", "decided", "collected")
_DONE: Final = {
    Stage.SENT: 1, Stage.RECEIVED: 2, Stage.GRANTED: 3, Stage.IN_EFFECT: 4, Stage.REFUSED: 3, Stage.WITHDRAWN: 1,
}  # fmt: skip
"""How many of the steps an application has behind it."""


@dataclass(frozen=True, slots=True)
class ApplicationShown:
    """sent: it was sent just now; said: what else was. steps: how far it has come; each step, and whether it is behind.

    last_day: until when the stay is sure, as foreseen when it was filed, -1: not known; stay_last: of the period of stay.
    mine: who the person is, as turns name them. files: what is attached to acts, by their ids. key: makes what is sent one,
    however often it is. error: empty, missing, large, confirm or refused.
    """

    case: Case
    application: Application
    title: Text
    status: Text | None
    sent: bool
    said: str
    steps: Sequence[tuple[str, bool]]
    turns: Sequence[Turn]
    mine: str
    files: Mapping[str, Attached]
    megabytes: int
    stay_last: int
    last_day: int
    key: str
    error: str
    refused: str
    may_act: bool


def _show(visit: Visit) -> Shown | NotHere:
    return _shown(visit, new_token())


def _take(visit: Visit) -> Shown | Go | NotHere:
    key, act = visit.form.get("key", ""), visit.form.get("act", "")
    found = own_application(visit)
    if found is None or visit.portal.entering is None or not is_token(key) or not may(visit, APPLYING):
        return NotHere()
    if act == "withdraw" and visit.form.get("confirm") != "yes":
        return _shown(visit, key, error="confirm")
    upload = visit.uploads.get("file")
    if upload is not None and len(upload.content) > FILE_MOST:
        return _shown(visit, key, error="large")
    if act in ("add", "answer") and not words_in(visit) and attached_in(visit) is None:
        return _shown(visit, key, error="missing")
    try:
        line = _line(visit, found, act, key)
        if line is None:
            return NotHere()
        enter_once(visit, line)
    except QuestionError as error:
        return _shown(visit, key, error="refused", refused=str(error))
    except EntryRefusedError as error:
        return _shown(visit, key, error="refused", refused=error.message)
    return Go(f"/applications/{found.id}?said={act}")


def _line(visit: Visit, found: Application, act: str, key: str) -> Line | None:
    """What the form enters; None if it is none of ours. QuestionError if it cannot be done any more."""
    by, words, file = visit.signed_in.actor, words_in(visit), attached_in(visit)
    match act:
        case "add":
            return add_line(found, by, visit.now, key, words, file)
        case "answer":
            return answer_line(found, visit.form.get("request", ""), by, visit.now, key, words, file)
        case "withdraw":
            return withdraw_line(found, by, visit.now, words)
        case _:
            return None


def _shown(visit: Visit, key: str, error: str = "", refused: str = "") -> Shown | NotHere:
    found = own_application(visit)
    if found is None:
        return NotHere()
    own = look_at_own(visit)
    meanwhile, filing = found.filing.meanwhile, found.filing
    behind = _DONE[found.stage]
    said = visit.query.get("said", "")
    return Shown(ApplicationShown(
        own.case, found, procedure_said(filing.procedure), None if filing.for_status is None else status_said(filing.for_status),
        visit.query.get("sent") == "1", said if said in ("add", "answer", "withdraw") else "",
        [(step, place < behind) for place, step in enumerate(STEPS)], turns_of(found, own.case), found.person,
        {one.id: file for one in found.done if (file := attached_to(one)) is not None}, FILE_MOST // 1024**2,
        -1 if meanwhile.stay_ends is None else meanwhile.stay_ends - 1,
        -1 if meanwhile.lawful_until is None else meanwhile.lawful_until - 1, key, error, refused,
        visit.portal.entering is not None and found.is_open and may(visit, APPLYING),
    ))  # fmt: skip


def _is_for_another(visit: Visit) -> bool:
    return visit.signed_in.acts_for is not None and bool(visit.form)


APPLICATION: Final = Page(
    "application",
    "/applications/{application}",
    PERSONS,
    ApplicationShown,
    _show,
    _take,
    grave=_is_for_another,
    body_most=2 * FILE_MOST,
)
