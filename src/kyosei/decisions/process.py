"""How an office decides, as a fact about the office: how much time dossiers were given, and how often their reasons are one text.

It names no officer and nobody whom a dossier is about, and says nothing of whether a decision is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from kyosei.decisions.checks.reasons import is_one_text
from kyosei.journal.decided import seals_by
from kyosei.timelines.days import microseconds_from_instant

__all__ = ["OfficeProcess", "process_of"]

QUICK_SECONDS: Final = 60
_COMPARED: Final = 200
"""With how many seals before it the reasons of a dossier are compared."""


@dataclass(frozen=True, slots=True)
class OfficeProcess:
    """Of the dossiers that an office sealed: how many were given less than a minute, how many had the reasons of one before with
    other facts, and the median of the seconds that they were given.

    A dossier is given the time from when it was shown to its officer, or from that officer's last seal if that is later, to its
    seal.
    """

    office: str
    sealed: int
    quick: int
    one_text: int
    median_seconds: int


def process_of(connection: sa.Connection, office: str) -> OfficeProcess:
    """The figures of an office over all that it sealed."""
    rows = seals_by(connection, office)
    given = sorted(_seconds_given(rows))
    return OfficeProcess(
        office, len(rows), sum(one < QUICK_SECONDS for one in given), _of_one_text(rows),
        given[len(given) // 2] if given else 0,
    )  # fmt: skip


def _seconds_given(rows: Sequence[Any]) -> list[int]:  # Any: rows with columns of different types
    last: dict[str, int] = {}
    found = []
    for row in rows:
        shown = microseconds_from_instant(datetime.fromisoformat(row.shown_at))
        begun = max(shown, last.get(row.author, shown))
        found.append(max(row.recorded_at - begun, 0) // 1_000_000)
        last[row.author] = row.recorded_at
    return found


def _of_one_text(rows: Sequence[Any]) -> int:  # Any: as above
    count = 0
    texts = [[one["text"] for one in row.reasons] for row in rows]
    for place, row in enumerate(rows):
        before = range(max(0, place - _COMPARED), place)
        count += any(rows[n].same != row.same and is_one_text(texts[place], texts[n]) for n in before)
    return count
