"""When a delivery may leave: quiet hours and digests of the recipient, and the back-off after an attempt that failed.

All instants are microseconds since 1970-01-01 UTC; hours of the day are minutes after midnight in Japan. Nothing reads a clock.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from kyosei.timelines.days import day_from_date, legal_day

__all__ = [
    "ATTEMPTS_MOST",
    "NO_PREFERENCES",
    "Preferences",
    "after_quiet_hours",
    "digest_slot",
    "retry_at",
    "start_of_day",
]

_SECOND: Final = 1_000_000
_MINUTE: Final = 60 * _SECOND
_DAY: Final = 86_400 * _SECOND
_JAPAN_AHEAD: Final = 9 * 60 * _MINUTE
_EPOCH: Final = day_from_date(date(1970, 1, 1))

_DELAYS_SECONDS: Final = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400)
"""The schedule that the Standard Webhooks specification proposes, with a day more: about four days in all."""
ATTEMPTS_MOST: Final = len(_DELAYS_SECONDS) + 1
_WAIT_MOST: Final = _DAY
"""However long a receiver asks to be left alone (Retry-After, RFC 9110 section 10.2.3), a day later it is tried again."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a party wants to be told. quiet: from and until which minute of the day it is left in peace; may span midnight.

    digest_at: the minute of the day at which what can wait comes together.
    """

    quiet: tuple[int, int] | None = None
    digest_at: int | None = None


NO_PREFERENCES: Final = Preferences()


def start_of_day(day: int) -> int:
    """The instant at which a legal day in Japan begins."""
    return (day - _EPOCH) * _DAY - _JAPAN_AHEAD


def after_quiet_hours(instant: int, preferences: Preferences) -> int:
    """The instant itself, or the end of the quiet hours in which it lies."""
    if preferences.quiet is None:
        return instant
    begin, end = preferences.quiet
    into_day = instant - start_of_day(legal_day(instant))
    if begin <= end:
        return instant - into_day + end * _MINUTE if begin * _MINUTE <= into_day < end * _MINUTE else instant
    if into_day >= begin * _MINUTE:
        return instant - into_day + _DAY + end * _MINUTE
    return instant - into_day + end * _MINUTE if into_day < end * _MINUTE else instant


def digest_slot(instant: int, preferences: Preferences) -> int | None:
    """When the next digest leaves that what is posted now still joins; None if the party wants none."""
    if preferences.digest_at is None:
        return None
    today = start_of_day(legal_day(instant)) + preferences.digest_at * _MINUTE
    return today if today > instant else today + _DAY


def retry_at(key: str, attempts: int, now: int, asked_seconds: int | None = None) -> int | None:
    """When to try again after so many attempts; None if it is given up. asked_seconds: what the receiver asked to wait.

    Up to a tenth is added, by the key, so that what failed together does not come back together.
    """
    if attempts >= ATTEMPTS_MOST:
        return None
    wait = _DELAYS_SECONDS[attempts - 1] * _SECOND
    if asked_seconds is not None:
        wait = max(wait, min(asked_seconds * _SECOND, _WAIT_MOST))
    spread = int.from_bytes(hashlib.sha256(f"{key}:{attempts}".encode()).digest()[:4], "big")
    return now + wait + wait * spread // (10 << 32)
