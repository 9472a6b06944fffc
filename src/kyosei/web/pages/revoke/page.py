"""Ending a share: at once, and for good."""

from __future__ import annotations

from typing import Final

from kyosei.access.requests import Role
from kyosei.web.pages.page import Page
from kyosei.web.visit import Go, NotHere, Visit

__all__ = ["REVOKE"]


def _take(visit: Visit) -> Go | NotHere:
    shares, person = visit.portal.shares, visit.signed_in.person
    if shares is None or person is None or not shares.revoke(person, visit.form.get("share", "")):
        return NotHere()
    return Go("/show")


REVOKE: Final = Page("revoke", "/show/revoke", frozenset((Role.PERSON,)), None, take=_take)
