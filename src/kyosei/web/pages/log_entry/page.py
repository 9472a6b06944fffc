"""That an entry is in the public log: what the log holds of it, the proof as a file, and how it is verified elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.web.audit import Head
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["LOG_ENTRY"]

_DIGITS_MOST: Final = 15


@dataclass(frozen=True, slots=True)
class LogEntryShown:
    """leaf: the 32 bytes that the log holds, in hexadecimal. key: that verifies the log."""

    head: Head
    number: int
    leaf: str
    key: str


def _show(visit: Visit) -> Shown | NotHere:
    number, log = visit.arguments["number"], visit.portal.public_log
    head = log.head()
    if head is None or not (number.isascii() and number.isdecimal() and len(number) <= _DIGITS_MOST):
        return NotHere()
    if int(number) >= head.size:
        return NotHere()
    return Shown(LogEntryShown(head, int(number), log.leaf(int(number), head.size).hex(), log.key))


LOG_ENTRY: Final = Page("log_entry", "/audit/entries/{number}", EVERYBODY, LogEntryShown, _show)
