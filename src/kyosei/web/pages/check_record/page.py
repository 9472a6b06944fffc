"""The signed record of a check as a file: the page with the answer sends it along, so that nothing has to be kept for it."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import Final

from kyosei.errors import BundleError
from kyosei.sharing.record import verify_record
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["CHECK_RECORD"]


def _take(visit: Visit) -> Given | NotHere:
    key = visit.portal.seal_with
    if key is None:
        return NotHere()
    try:
        content = urlsafe_b64decode(visit.form.get("record", "").encode("ascii"))
        answered = verify_record(content, key.public)
    except (ValueError, BundleError):
        return NotHere()  # only what we sealed ourselves is given back
    return Given(content, "application/json", f"kyosei-check-{answered['answer']['on']}.json")


CHECK_RECORD: Final = Page("check_record", "/check/record", EVERYBODY, None, take=_take)
