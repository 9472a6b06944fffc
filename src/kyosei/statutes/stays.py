"""The statuses of residence as a law pack declares them, for pages: what each lets its holder do, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

__all__ = ["StatusOfStay", "StayPeriods", "longest_periods"]

_DURATION = re.compile(r"P(?=[0-9])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?")


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


def longest_periods(statuses: Iterable[StatusOfStay], on: date) -> dict[str, str]:
    """Of each status whose stay has a fixed length, the longest that can be granted on a day."""
    found: dict[str, str] = {}
    for status in statuses:
        begun = {held.subclasses: held for held in status.periods if held.from_day <= on}
        fixed = [period for held in begun.values() for period in held.fixed if _DURATION.fullmatch(period)]
        if fixed:
            found[status.slug] = max(fixed, key=_days)
    return found


def _days(period: str) -> int:
    """In days, with months of 31: enough to compare."""
    found = _DURATION.fullmatch(period)
    years, months, days = (int(part or 0) for part in found.groups()) if found is not None else (0, 0, 0)
    return (12 * years + months) * 31 + days
