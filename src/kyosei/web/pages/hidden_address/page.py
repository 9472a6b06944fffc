"""Hiding one's address: the person asks, without a reason, and takes it back as they like; nobody else is told of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.facts.hidden_address import HIDES
from kyosei.facts.statements import Case, Statement
from kyosei.terms.text import Text
from kyosei.timelines.days import date_from_day, instant_from_microseconds
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.pages.page import Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["HIDDEN_ADDRESS"]

_SHOWN_TO: Final = ("nobody", "representatives")
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""


@dataclass(frozen=True, slots=True)
class HiddenAddressShown:
    """mine: by what the person hides it now. others: by what a municipality does. offices: to whom it is shown all the same.
    may_ask: whether anything can be entered here. key: makes one entry, however often the form is sent.
    """

    case: Case
    mine: Sequence[Statement]
    others: Sequence[Statement]
    offices: Sequence[Text]
    may_ask: bool
    key: str


def _show(visit: Visit) -> Shown:
    own = look_at_own(visit)
    standing = _standing(own)
    purposes = visit.portal.purposes.by_id.values()
    offices = tuple(one.title for one in purposes if one.sees_addresses)
    return Shown(HiddenAddressShown(
        own.case, [one for one in standing if one.source == own.person],
        [one for one in standing if one.source != own.person], offices, visit.portal.entering is not None,
        new_token(),
    ))  # fmt: skip


def _take(visit: Visit) -> Go | NotHere:
    entering, form = visit.portal.entering, visit.form
    if entering is None:
        return NotHere()
    own = look_at_own(visit)
    at = instant_from_microseconds(visit.now).isoformat()
    if form.get("do") == "end":
        for one in _standing(own):
            if one.source == own.person:
                entering.enter({"type": "withdrawal", "id": _id("end", own.person, one.id), "target": one.id,
                                "source": own.person, "stated_at": at})  # fmt: skip
        return Go("/hidden-address")
    key, shown_to = form.get("key", ""), form.get("shown_to", "")
    if form.get("do") != "hide" or not is_token(key) or shown_to not in _SHOWN_TO:
        return NotHere()
    entering.enter({
        "type": "statement", "id": _id("hide", own.person, key), "kind": HIDES, "source": own.person,
        "about": {"person": own.person}, "data": {"shown_to": shown_to}, "from": date_from_day(own.day).isoformat(),
        "stated_at": at,
    })  # fmt: skip
    return Go("/hidden-address")


def _standing(own: Own) -> list[Statement]:
    """What hides the address today."""
    return [one for one in own.standing.statements if one.kind == HIDES and one.from_day <= own.day < one.until_day]


def _id(what: str, person: str, key: str) -> str:
    return f"address-{what}-{hashlib.sha256(f'{person} {key}'.encode()).hexdigest()[:24]}".translate(_LETTERS)


HIDDEN_ADDRESS: Final = Page(
    "hidden_address", "/hidden-address", frozenset((Role.PERSON,)), HiddenAddressShown, _show, _take
)
"""For the person alone; that it protects, it asks for no new sign-in."""
