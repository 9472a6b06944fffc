"""Checking a code, without an account. Whatever goes wrong, the page says the same: not now, and what to do instead.

The code comes in the body of a form only. Taking it needs the same time at least, whatever comes of it.
"""

from __future__ import annotations

import logging
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Final

import kyosei
from kyosei.sharing.answer import answer_document
from kyosei.sharing.checking import Checked
from kyosei.sharing.codes import SlipError, read_code
from kyosei.sharing.prose import SaidAnswer, answer_said
from kyosei.sharing.record import record_of
from kyosei.sharing.shares import plain
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["CHECK", "SECONDS_LEAST"]

_LOG: Final = logging.getLogger("kyosei.web")
SECONDS_LEAST: Final = 1.0
"""More than an answer takes: so that the time does not tell which codes there are."""


@dataclass(frozen=True, slots=True)
class CheckShown:
    """step: ask, shown or not_now. slip: what was written is no code. nameless: without a name. record: the signed record, for
    the form that fetches it as a file; empty where there is none.
    """

    step: str
    slip: bool
    nameless: bool
    code: str
    name: str
    said: SaidAnswer | None
    verifier: str
    at: int
    record: str


_ASK: Final = CheckShown("ask", False, False, "", "", None, "", 0, "")


def _show(visit: Visit) -> Shown:
    return Shown(_ASK)


def _take(visit: Visit) -> Shown:
    written, name = visit.form.get("code", ""), plain(visit.form.get("name", ""))
    try:
        code, slip = read_code(written), False
    except SlipError:
        code, slip = "", True
    if slip or not name:
        return Shown(CheckShown("ask", slip, not name, written[:40], name, None, "", 0, ""))
    checked = _checked(visit, code, name)
    if checked is None:
        return Shown(CheckShown("not_now", False, False, "", name, None, "", 0, ""))
    said = answer_said(answer_document(checked.answer), visit.language)
    return Shown(
        CheckShown("shown", False, False, "", name, said, checked.verifier, checked.at, _record(visit, checked))
    )


def _checked(visit: Visit, code: str, name: str) -> Checked | None:
    try:
        return visit.portal.checking.check(code, name)
    except Exception:  # noqa: BLE001  # whatever happens reads as: not now
        _LOG.exception("a code could not be checked")
        return None


def _record(visit: Visit, checked: Checked) -> str:
    if visit.portal.seal_with is None:
        return ""
    record = record_of(checked, visit.portal.seal_with, f"kyosei {kyosei.__version__}")
    return urlsafe_b64encode(record).decode("ascii")


CHECK: Final = Page("check", "/check", EVERYBODY, CheckShown, _show, _take, seconds_least=SECONDS_LEAST)
