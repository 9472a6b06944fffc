"""By when an office answers whoever says that its record is wrong: the days of `jp.records.answer-correction-request`."""

from __future__ import annotations

from typing import Final

from kyosei.signals.freshness import DAYS_TO_ANSWER
from kyosei.timelines.days import legal_day

__all__ = ["EXTENDED_DAYS", "answer_by"]

EXTENDED_DAYS: Final = 2 * DAYS_TO_ANSWER
"""Where the office has told of an extension: Personal Information Act art. 94 (2)."""


def answer_by(at: int, *, extended: bool = False) -> int:
    """The last day (day number), of a dispute that was recorded at an instant (microseconds)."""
    return legal_day(at) + (EXTENDED_DAYS if extended else DAYS_TO_ANSWER)
