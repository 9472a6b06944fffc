"""Signing out: the session ends for every copy of its cookie."""

from __future__ import annotations

from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.pages.signed_out.page import SIGNED_OUT
from kyosei.web.visit import Go, Visit

__all__ = ["SIGN_OUT"]


def _take(visit: Visit) -> Go:
    visit.portal.sessions.end(visit.token)
    return Go("/sign-in" if visit.portal.provider is None else SIGNED_OUT.path, ends=True)


SIGN_OUT: Final = Page("sign_out", "/sign-out", EVERYBODY, None, take=_take)
