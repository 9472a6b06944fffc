"""Days and months as Japanese offices write them: with hyphens, with slashes, in an era, or in an era's letter."""

from __future__ import annotations

import re
from datetime import date

from kyosei.connectors.eras import ERAS

__all__ = ["day_written", "month_written"]

FIRST_YEAR, LAST_YEAR = 1900, 2199
# A month, and what makes it a day. With hyphens all zeros stand, as ISO 8601 wants; spreadsheets leave them out of 2026/4/1.
WAYS = (
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})", r"-(?P<day>[0-9]{2})"),
    (r"(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})", r"/(?P<day>[0-9]{1,2})"),
    (r"(?P<era>明治|大正|昭和|平成|令和)(?P<year>元|[0-9]{1,2})年(?P<month>[0-9]{1,2})月", r"(?P<day>[0-9]{1,2})日"),
    (r"(?P<era>[MTSHR])(?P<year>[0-9]{1,2})\.(?P<month>[0-9]{1,2})", r"\.(?P<day>[0-9]{1,2})"),
)
MONTHS = tuple(re.compile(month) for month, _ in WAYS)
DAYS = tuple(re.compile(month + day) for month, day in WAYS)
ERA_BY_NAME = {name: era for era in ERAS for name in (era.title_ja, era.letter)}


def day_written(text: str) -> date | None:
    """The day that the text says; None if it says none from 1900 to 2199, or one outside the era that it names."""
    parts = parts_in(text, DAYS)
    found = None if parts is None else first_or_named_day(parts)
    if found is None or parts is None:
        return None
    era = ERA_BY_NAME.get(parts.get("era", ""))
    return found if era is None or era.has(found) else None


def month_written(text: str) -> date | None:
    """The first day of the month that the text says, under the same conditions; 平成31年5月 is none, 令和元年5月 is one."""
    parts = parts_in(text, MONTHS)
    found = None if parts is None else first_or_named_day(parts)
    if found is None or parts is None:
        return None
    era = ERA_BY_NAME.get(parts.get("era", ""))
    return found if era is None or era.has_some_of(found) else None


def parts_in(text: str, patterns: tuple[re.Pattern[str], ...]) -> dict[str, str] | None:
    """Era, year, month and day as the first fitting pattern finds them."""
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return match.groupdict()
    return None


def first_or_named_day(parts: dict[str, str]) -> date | None:
    """The day of the parts, the first of the month where they name none; None if the calendar has no such day."""
    era = ERA_BY_NAME.get(parts.get("era", ""))
    year = 1 if parts["year"] == "元" else int(parts["year"])
    month, day = int(parts["month"]), int(parts.get("day", "1"))
    try:
        found = date(year, month, day) if era is None else era.day(year, month, day)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
