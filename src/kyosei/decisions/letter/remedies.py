"""Until when a decision can be brought before a court."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.norms.procedures import Remedy
from kyosei.timelines.calendar import end_of_period_months
from kyosei.timelines.days import legal_day

__all__ = ["Deadline", "deadline_of"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the days from which it is counted."""

    last_day: int
    learnt: int
    decided: int


def deadline_of(remedy: Remedy, decided: int, told: int) -> Deadline:
    """The earlier of the months from learning of it and the years from the decision. decided, told: microseconds.

    The day itself is not counted. An end on a day on which courts are closed is not moved: that would only be later.
    """
    day, learnt = legal_day(decided), legal_day(told)
    ends = (end_of_period_months(learnt, remedy.months), end_of_period_months(day, 12 * remedy.years))
    return Deadline(int(min(ends)), learnt, day)
