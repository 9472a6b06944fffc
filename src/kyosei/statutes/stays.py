"""The statuses of residence as a law pack declares them, for pages: what each lets its holder do, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["StatusOfStay", "StayPeriods"]


@dataclass(frozen=True, slots=True)
class StayPeriods:
    """The periods that may be granted from a day on: to every holder, or to those of these subclasses.

    fixed: words of `residence.status.granted_period`. designated_max: the longest that may be set for one person; None: none may.
    day_verified: whether the day was found in successive texts, or is only known.
    """

    from_day: date
    fixed: tuple[str, ...]
    designated_max: str | None
    subclasses: tuple[str, ...]
    day_verified: bool


@dataclass(frozen=True, slots=True)
class StatusOfStay:
    """A status. table: of the Immigration Act, as `I-2`. work: authorised, none, designated, unrestricted. notification: of which
    change its holder tells the office (activity, contract, activity_or_contract, spouse, none). periods: in order of days.
    """

    slug: str
    table: str
    work: str
    notification: str
    periods: tuple[StayPeriods, ...]
