"""Leaving quickly, for who is watched: one press signs out, empties what the browser kept, and shows the weather."""

from __future__ import annotations

from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Go, Visit

__all__ = ["LEAVE", "WEATHER"]

WEATHER: Final = "https://www.jma.go.jp"
"""The weather: what anybody may have looked at."""


def _take(visit: Visit) -> Go:
    visit.portal.sessions.end(visit.token)
    return Go(f"{WEATHER}/", ends=True)


LEAVE: Final = Page("leave", "/leave", EVERYBODY, None, take=_take)
