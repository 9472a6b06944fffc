"""The newest checkpoint of the public log, to be kept outside of it."""

from __future__ import annotations

from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["CHECKPOINT_FILE"]


def _show(visit: Visit) -> Given | NotHere:
    head = visit.portal.public_log.head()
    return NotHere() if head is None else Given(head.note, "text/plain", "checkpoint")


CHECKPOINT_FILE: Final = Page("checkpoint", "/audit/checkpoint", EVERYBODY, None, _show)
