"""Days and instants as somebody writes them in a question; `option` is what they were written for, to say it back."""

from __future__ import annotations

import re
from datetime import date, datetime

from kyosei.errors import QuestionError
from kyosei.timelines.days import day_from_date, microseconds_from_instant

__all__ = ["read_day", "read_instant"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def read_day(written: str, option: str) -> int:
    """A day number; QuestionError unless it is a day from 1900 to 2200 written as 2026-11-21."""
    if _DAY.fullmatch(written):
        try:
            found = date.fromisoformat(written)
        except ValueError as error:
            raise QuestionError(
                f"{option} {written}: the calendar has no such day; write one such as 2026-11-21"
            ) from error
        if 1900 <= found.year <= 2200:
            return day_from_date(found)
        raise QuestionError(f"{option} {written}: write a day from 1900 to 2200")
    raise QuestionError(f"{option} {written!r} is no day; write it as in 2026-11-21")


def read_instant(written: str, option: str) -> int:
    """Microseconds since 1970 in UTC; QuestionError unless it is an instant with its offset."""
    if _DAY.fullmatch(written):
        raise QuestionError(
            f"{option} {written} is a whole day, in which knowledge can change; write an instant with its offset: "
            f"{written}T23:59:59+09:00 for the end of that day in Japan"
        )
    if _INSTANT.fullmatch(written):
        try:
            found = datetime.fromisoformat(written)
            if 1900 <= found.year <= 2200:
                return microseconds_from_instant(found)
        except ValueError as error:
            raise QuestionError(f"{option} {written}: there is no such instant; write one such as "
                                "2026-11-20T18:00:00+09:00") from error  # fmt: skip
        raise QuestionError(f"{option} {written}: write an instant from 1900 to 2200")
    raise QuestionError(f"{option} {written!r} is no instant with an offset; write it as in 2026-11-20T18:00:00+09:00")
