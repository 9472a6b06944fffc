"""A party's dates as iCalendar, for whoever knows the secret address; one that never was and one that was ended are the same."""

from __future__ import annotations

from typing import Final

from kyosei.notices.channels.calendar import calendar_of
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["CALENDAR_FEED"]


def _show(visit: Visit) -> Given | NotHere:
    with visit.portal.engine.connect() as connection:
        feed = calendar_of(connection, visit.arguments["token"])
    return NotHere() if feed is None else Given(feed.encode(), "text/calendar; charset=utf-8", "kyosei.ics")


CALENDAR_FEED: Final = Page("calendar_feed", "/feeds/{token}.ics", EVERYBODY, None, _show)
