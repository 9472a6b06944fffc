"""The calendar as iCalendar (RFC 5545): whole days, stable names, and the same bytes for the same law."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import timedelta

from kyosei.publication.calendar.changes import Change
from kyosei.publication.calendar.content_lines import stream_of, text_value
from kyosei.publication.calendar.words import CALENDAR_WORDS, KINDS_OF_CHANGE, parties_said, steps_said
from kyosei.terms.text import Language
from kyosei.timelines.days import date_from_day

__all__ = ["feed_of"]


def feed_of(changes: Sequence[Change], law_version: str, stamped: int, language: Language) -> str:
    """A feed. `stamped`: the day on which the law was verified, which stands as when each entry was made."""
    made = f"{date_from_day(stamped):%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kyosei//Calendar of the law//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text_value(CALENDAR_WORDS['calendar'].said_in(language))}",
    ]
    for change in changes:
        lines += _event(change, law_version, made, language)
    return stream_of([*lines, "END:VCALENDAR"])


def _event(change: Change, law_version: str, made: str, language: Language) -> Iterator[str]:
    day = date_from_day(change.on)
    kind = KINDS_OF_CHANGE[change.kind].said_in(language)
    description = [*steps_said(change, language), parties_said(change, language), *change.norms, law_version]
    yield "BEGIN:VEVENT"
    yield f"UID:{_name(change)}@law.kyosei"
    yield f"DTSTAMP:{made}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{text_value(f'{kind}: {change.title.said_in(language)}')}"
    yield f"DESCRIPTION:{text_value(chr(10).join(filter(None, description)))}"
    yield f"CATEGORIES:{change.kind.value.upper()}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _name(change: Change) -> str:
    """A name that stays while it is the same change, in every language and in later versions of the law."""
    said = "\0".join((str(change.on), change.kind.value, change.law or "", change.title.en, *change.norms[:1]))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
