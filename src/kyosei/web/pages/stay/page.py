"""The first page of a person: may I stay and work today, until when, and why?"""

from __future__ import annotations

from typing import Final

from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.pages.stay.answer import StayShown, stay_shown
from kyosei.web.visit import Shown, Visit

__all__ = ["STAY"]


def _show(visit: Visit) -> Shown:
    return Shown(stay_shown(look_at_own(visit)))


STAY: Final = Page("stay", "/stay", PERSONS, StayShown, _show, in_menu=True)
