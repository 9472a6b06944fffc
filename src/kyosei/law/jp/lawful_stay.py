"""Is the person lawfully in Japan on the day?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.residence import (
    holds_status,
    is_outside_stay_law,
    other_basis,
    special_period,
    unsettled_stay,
)
from kyosei.norms.declare import Reads, since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one
from kyosei.terms.text import Text

__all__ = ["NATIONALITY_MATTERS", "NORMS", "lawful_stay", "needs_leave_to_stay"]

NATIONALITY_MATTERS = (Reads("nationality", IMMIGRATION_ACT.article(2, None, "2")),)
"""The Act speaks of persons without Japanese nationality only."""


def needs_leave_to_stay(person: Person) -> Cond:
    """Has a leave to stay, or surely is none of those who need none."""
    return any_one(
        holds_status(person),
        special_period(person),
        unsettled_stay(person),
        other_basis(person),
        ~is_outside_stay_law(person),
    )


@status(
    IMMIGRATION_ACT.article("2-2", 1),
    IMMIGRATION_ACT.article(20, 5),
    IMMIGRATION_ACT.article(20, 6),
    IMMIGRATION_ACT.article(21, 4),
    IMMIGRATION_ACT.article("22-2", 1),
    id="jp.immigration.lawful-stay",
    title=Text("適法な在留", "日本に いても よい 期間", "Lawful stay"),
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
    reads=NATIONALITY_MATTERS,
)
def lawful_stay(person: Person) -> Status:
    """One stays lawfully with a status until its period expires, and beyond that while an application for renewal or
    change filed in time is pending: until the decision takes effect, which is when the card is handed over, or until
    two months after the expiry, whichever is first; not after stays of thirty days or less. An application for permanent
    residence or acquisition extends nothing; who is born here may stay for sixty days. A withdrawal after the expiry, and
    an application on the first working day after an expiry on a closed day, are open in law.
    """
    unsettled = unsettled_stay(person)
    return Status(
        applies=needs_leave_to_stay(person),
        holds=any_one(
            holds_status(person),
            special_period(person),
            unsettled.unsettled_in_law(),
            other_basis(person).unless(unsettled),
        ),
    )


NORMS = (lawful_stay,)
