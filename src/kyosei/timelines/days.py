"""Day numbers: legal days in Japan as whole days since 1900-01-01, and instants as microseconds in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

__all__ = [
    "FIRST_DAY",
    "JAPAN",
    "NEVER",
    "date_from_day",
    "day_from_date",
    "day_of_instant",
    "instant_from_microseconds",
    "legal_day",
    "microseconds_from_instant",
]

_ORDINAL_OF_DAY_ZERO: Final = date(1900, 1, 1).toordinal()
JAPAN: Final = timezone(timedelta(hours=9), "JST")

FIRST_DAY: Final = 0
"""Every timeline begins here: 1900-01-01."""

NEVER: Final = 1_000_000
"""The first day outside every period without an end (in the year 4637): no real day reaches it."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDS_A_DAY: Final = 86_400_000_000
_JAPAN_AHEAD: Final = 9 * 3_600_000_000
_DAY_OF_EPOCH: Final = date(1970, 1, 1).toordinal() - _ORDINAL_OF_DAY_ZERO


def day_from_date(day: date) -> int:
    """Days since 1900-01-01."""
    return day.toordinal() - _ORDINAL_OF_DAY_ZERO


def date_from_day(day: int) -> date:
    """The calendar date of a day number."""
    return date.fromordinal(day + _ORDINAL_OF_DAY_ZERO)


def day_of_instant(instant: datetime) -> int:
    """The legal day in Japan on which an aware instant falls."""
    return day_from_date(instant.astimezone(JAPAN).date())


def legal_day(microseconds: int) -> int:
    """The legal day in Japan of microseconds since 1970-01-01 UTC; the first day for instants before it."""
    return max((microseconds + _JAPAN_AHEAD) // _MICROSECONDS_A_DAY + _DAY_OF_EPOCH, FIRST_DAY)


def microseconds_from_instant(instant: datetime) -> int:
    """An aware instant as microseconds since 1970-01-01 UTC."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def instant_from_microseconds(microseconds: int) -> datetime:
    """The aware instant in UTC of a count of microseconds since 1970-01-01 UTC."""
    return _EPOCH + timedelta(microseconds=microseconds)
