"""Builders for the lines of a case file that connectors write: parties and statements with stable ids."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from kyosei.connectors.connector import Line

__all__ = [
    "JAPAN",
    "employer_line",
    "evening_of",
    "event_line",
    "following_month",
    "interval_line",
    "name_in_script",
    "organisation_line",
    "person_line",
    "shown",
    "unrepeated",
]

JAPAN = timezone(timedelta(hours=9))

# The first word of a character's Unicode name, and the ISO 15924 script that it shows beyond doubt.
SCRIPTS = {
    "LATIN": "Latn",
    "HANGUL": "Hang",
    "CYRILLIC": "Cyrl",
    "THAI": "Thai",
    "DEVANAGARI": "Deva",
    "MYANMAR": "Mymr",
    "KHMER": "Khmr",
    "SINHALA": "Sinh",
    "BENGALI": "Beng",
}

# An Individual Number has 12 digits, a basic pension number 10; a shifted column can put either anywhere.
PERSONAL_NUMBER = re.compile(r"(?:\d-?){10}")


def person_line(identifier: str, names: Iterable[Mapping[str, str]], born: date | None) -> Line:
    """A natural person under the institution's own number; `born` is left out where the institution is silent."""
    line: Line = {"type": "party", "id": identifier, "party": "person", "names": [dict(name) for name in names]}
    if born is not None:
        line["born"] = born.isoformat()
    return line


def employer_line(identifier: str, names: Iterable[Mapping[str, str]]) -> Line:
    """An organisation that the file shows as an employer."""
    return organisation_line(identifier, ["employer"], names)


def organisation_line(identifier: str, roles: Iterable[str], names: Iterable[Mapping[str, str]]) -> Line:
    """An organisation in the roles that the file shows; none where it only names the organisation."""
    return {
        "type": "party",
        "id": identifier,
        "party": "organisation",
        "roles": list(roles),
        "names": [dict(name) for name in names],
    }


def evening_of(day: date) -> datetime:
    """The last second of a day in Japan: who dated a file with the day had said it by then, not certainly before."""
    return datetime.combine(day, time(23, 59, 59), JAPAN)


def interval_line(
    connector: str,
    kind: str,
    source: str,
    about: Mapping[str, str],
    from_day: date,
    until_day: date | None,
    fields: Mapping[str, object],
    stated_at: datetime,
) -> Line:
    """A statement that holds over [from_day, until_day); `until_day` None is "until further notice"."""
    when = {"from": from_day.isoformat(), "until": None if until_day is None else until_day.isoformat()}
    return identified(connector, kind, source, about, when, fields, stated_at)


def event_line(
    connector: str,
    kind: str,
    source: str,
    about: Mapping[str, str],
    on_day: date,
    fields: Mapping[str, object],
    stated_at: datetime,
) -> Line:
    """A statement about what happened on one day."""
    return identified(connector, kind, source, about, {"on": on_day.isoformat()}, fields, stated_at)


def identified(
    connector: str,
    kind: str,
    source: str,
    about: Mapping[str, str],
    when: Mapping[str, object],
    fields: Mapping[str, object],
    stated_at: datetime,
) -> Line:
    """A statement whose id is drawn from what it says, so that reading a file twice states nothing twice.

    Only what is written out enters the digest: a digest over a source row would let anyone who tries all
    twelve-digit numbers find the Individual Number in it.
    """
    content: Line = {
        "kind": kind,
        "source": source,
        "about": dict(about),
        **when,
        "data": dict(fields),
        "stated_at": stated_at.isoformat(),
    }
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:24]
    return {"type": "statement", "id": f"{connector}-{kind}-{digest}", **content}


def following_month(first: date) -> date:
    """The first day of the month after the one that begins on `first`."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def unrepeated(lines: Iterable[Line]) -> list[Line]:
    """The lines in order, each once: the same answer given twice is one statement."""
    kept: dict[object, Line] = {}
    for line in lines:
        kept.setdefault(line["id"], line)
    return list(kept.values())


def name_in_script(text: str) -> dict[str, str]:
    """A name with the script of its letters; a mixed or Han name in a Japanese system is Japanese writing."""
    found = {script_of(character) for character in text if character.isalpha()}
    return {"script": found.pop() if len(found) == 1 else "Jpan", "text": text}


@cache
def script_of(letter: str) -> str:
    """The ISO 15924 script that a letter shows; Jpan where it shows none beyond doubt."""
    words = unicodedata.name(letter, "").removeprefix("FULLWIDTH ").split()
    return SCRIPTS.get(words[0], "Jpan") if words else "Jpan"


def shown(value: object) -> str:
    """A value as a message may show it: short, printable, and never anything that may be an Individual Number."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "an array"
    text = value if isinstance(value, str) else json.dumps(value)
    if PERSONAL_NUMBER.search(text):
        return "(a value with ten or more digits, not shown: it may be a personal number)"
    printable = "".join(
        character if character.isprintable() or character == "\u3000" else f"\\u{ord(character):04x}"
        for character in text
    )
    cut = printable if len(printable) <= 40 else printable[:39] + "…"
    return f"'{cut}'" if isinstance(value, str) else cut
