"""The person's dates by month, and the feed that a calendar of theirs can read: made and ended here, its address shown once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.exc import IntegrityError

from kyosei.access.requests import Role
from kyosei.facts.statements import Case
from kyosei.notices.channels.calendar import feeds_of, new_feed, revoke_feeds
from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.calendar.dates import Dates, dates_of
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["CALENDAR"]


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """dates: by month. may_make: whether who visits is the person, who alone makes and ends feeds. key: makes one feed, however
    often the form is sent. feeds: how many go on. address: of a feed that was just made; repeated: it was shown before.
    """

    case: Case
    person: str
    today: int
    dates: Dates
    may_make: bool
    key: str
    feeds: int
    address: str
    repeated: bool


def _show(visit: Visit) -> Shown:
    own = look_at_own(visit)
    may_make = visit.signed_in.role is Role.PERSON
    feeds = 0
    if may_make:
        with visit.portal.engine.connect() as connection:
            feeds = feeds_of(connection, own.person)
    return Shown(CalendarShown(own.case, own.person, own.day, dates_of(own), may_make, new_token(), feeds, "", False))


def _take(visit: Visit) -> Shown | Go | NotHere:
    visitor, key = visit.signed_in, visit.form.get("key", "")
    if visitor.role is not Role.PERSON or visitor.person is None:
        return NotHere()
    if visit.form.get("do") == "end":
        with visit.portal.engine.begin() as connection:
            revoke_feeds(connection, visitor.person, visit.now)
        return Go("/calendar#feed")
    if visit.form.get("do") != "make" or not is_token(key):
        return NotHere()
    address = ""
    try:
        with visit.portal.engine.begin() as connection:
            entropy = hashlib.sha256(key.encode()).digest()
            token = new_feed(connection, visitor.person, visit.language, entropy, visit.now)
            address = f"{visit.portal.origin.text}/feeds/{token}.ics"
    except IntegrityError:  # the form came again
        pass
    shown = _show(visit).content
    assert isinstance(shown, CalendarShown)
    return Shown(replace(shown, address=address, repeated=not address))


CALENDAR: Final = Page("calendar", "/calendar", PERSONS, CalendarShown, _show, _take, in_menu=True)
