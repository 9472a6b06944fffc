"""The keys that lines of different types share: ids, parties, days, instants and plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from kyosei.facts.case_file.lines import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.timelines.days import day_from_date, microseconds_from_instant

__all__ = [
    "IMPLIED",
    "day",
    "identifier",
    "instant",
    "instants",
    "known_keys",
    "optional_day",
    "optional_identifier",
    "optional_instant",
    "party",
    "party_id",
    "required",
    "text",
]

IMPLIED = ("authority", "municipality", "insurer")
"""Parties with these prefixes need no declaration."""

_PARTY = re.compile(r"(person|org|authority|municipality|insurer):[^\s:][^\s]{0,199}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but the line feed and the tab
_ID_LONGEST = 200
_TEXT_LONGEST = 10_000


def known_keys(line: Line, known: Sequence[str]) -> None:
    """Refuses a key that this type of line does not have."""
    for key in line.content:
        if key not in known:
            kind_of_line = line.content["type"]
            raise line.refusal(f"a {kind_of_line} has no key {shown(key)}; {nearest(key, known)}")


def required(line: Line, key: str) -> object:
    """The value of a key that must be there."""
    value = line.content.get(key)
    if value is None:
        raise line.refusal(f"the {line.content['type']} has no `{key}`; add it")
    return value


def identifier(line: Line, key: str) -> str:
    """The id under a key that must be there."""
    value = required(line, key)
    if not isinstance(value, str) or not 0 < len(value) <= _ID_LONGEST or " " in value or not value.isprintable():
        raise line.refusal(f"`{key}` is {shown(value)}; write an id of at most {_ID_LONGEST} characters without spaces")
    return value


def optional_identifier(line: Line, key: str) -> str | None:
    """The id under a key, if it is there."""
    return identifier(line, key) if key in line.content else None


def party(line: Line, key: str) -> str:
    """The party under a key that must be there; that it is declared is checked later."""
    return party_id(line, f"`{key}`", required(line, key))


def party_id(line: Line, what: str, value: object) -> str:
    """A party's id; `what` says in the message where it stands."""
    if not isinstance(value, str) or not _is_party(value):
        raise line.refusal(
            f"{what} is {shown(value)}; write a party such as person:hoa, org:acme, authority:isa,"
            " municipality:kumagaya or insurer:kyokai"
        )
    return value


@lru_cache(maxsize=65_536)
def _is_party(written: str) -> bool:
    return _PARTY.fullmatch(written) is not None and written.isprintable()


def text(line: Line, key: str) -> str:
    """Plain text that must be there."""
    value = required(line, key)
    if not isinstance(value, str) or not 0 < len(value) <= _TEXT_LONGEST or not printable(value):
        raise line.refusal(
            f"`{key}` is {shown(value)}; write text of at most {_TEXT_LONGEST} characters, without control characters"
        )
    return value


def printable(value: str) -> bool:
    """Whether text holds nothing that would steer a terminal."""
    return _CONTROL.search(value) is None


def day(line: Line, key: str) -> int:
    """The day number under a key that must be there."""
    value = required(line, key)
    found = _day_number(value) if isinstance(value, str) else None
    if found is None:
        raise line.refusal(f"`{key}` is {shown(value)}; write a day from 1900 to 2200 such as 2026-11-21")
    return found


def optional_day(line: Line, key: str) -> int | None:
    """The day number under a key, if it is there."""
    return day(line, key) if key in line.content else None


@lru_cache(maxsize=65_536)
def _day_number(written: str) -> int | None:
    if not _DAY.fullmatch(written):
        return None
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return day_from_date(found) if 1900 <= found.year <= 2200 else None


def instants(line: Line) -> tuple[int, int]:
    """When the source said it, and when it was recorded (the same instant unless the line says otherwise)."""
    stated = instant(line, "stated_at")
    if "recorded_at" not in line.content:
        return stated, stated
    recorded = instant(line, "recorded_at")
    if recorded < stated:
        raise line.refusal(
            f"`recorded_at` {shown(line.content['recorded_at'])} is before `stated_at`"
            f" {shown(line.content['stated_at'])}; nothing is learnt before it is said: correct one of them"
        )
    return stated, recorded


def optional_instant(line: Line, key: str) -> int | None:
    """The instant under a key, if it is there."""
    return instant(line, key) if key in line.content else None


def instant(line: Line, key: str) -> int:
    """The instant under a key that must be there, in microseconds."""
    value = required(line, key)
    found = _microseconds(value) if isinstance(value, str) else None
    if found is None:
        raise line.refusal(
            f"`{key}` is {shown(value)}; write an instant with its offset such as 2026-11-21T09:00:00+09:00"
        )
    return found


@lru_cache(maxsize=65_536)
def _microseconds(written: str) -> int | None:
    found = _INSTANT.fullmatch(written)
    if found is None or found[3] is None:
        return None
    try:
        instant = datetime.fromisoformat(written)
        return microseconds_from_instant(instant) if 1900 <= instant.year <= 2200 else None
    except ValueError:
        return None
