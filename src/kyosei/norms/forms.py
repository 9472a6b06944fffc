"""What the body of a norm returns, and the forms of its deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kyosei.terms.expressions import Cond, LegalDay, Number
from kyosei.terms.text import Text
from kyosei.timelines.program import Deadline, HolidayRule

__all__ = [
    "Body",
    "Counting",
    "Due",
    "Duty",
    "Limit",
    "Requirement",
    "Right",
    "Status",
    "at_once",
    "by_calendar_day",
    "by_day",
    "day_of_following_month",
    "days_after",
    "end_of_following_month",
    "months_after",
]


class Counting(Enum):
    """Whether the day of the event counts as the first day of a period."""

    AFTER_THE_DAY = "after"
    """It does not (Civil Code art. 140)."""
    FROM_THE_DAY = "from"
    """It does, because the provision says so (起算して)."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: its form, its numbers, and what becomes of it on a day when offices are closed."""

    form: Deadline
    n: int = 0
    m: int = 0
    on_holiday: HolidayRule = HolidayRule.STAYS
    day: Number[LegalDay] | None = None


def days_after(n: int, *, counting: Counting, on_holiday: HolidayRule) -> Due:
    """Within n days of the event."""
    form = Deadline.DAYS_AFTER if counting is Counting.AFTER_THE_DAY else Deadline.DAYS_COUNTING_THE_DAY
    return Due(form, n, on_holiday=on_holiday)


def months_after(n: int, *, on_holiday: HolidayRule) -> Due:
    """Within n months of the event, by the calendar (Civil Code art. 143)."""
    return Due(Deadline.MONTHS_AFTER, n, on_holiday=on_holiday)


def end_of_following_month(*, on_holiday: HolidayRule) -> Due:
    """By the end of the month after the event's."""
    return Due(Deadline.END_OF_FOLLOWING_MONTH, on_holiday=on_holiday)


def day_of_following_month(n: int, *, on_holiday: HolidayRule) -> Due:
    """By the n-th of the month after the event's."""
    return Due(Deadline.DAY_OF_FOLLOWING_MONTH, n, on_holiday=on_holiday)


def by_calendar_day(month: int, day: int, *, on_holiday: HolidayRule) -> Due:
    """By a day of the calendar, the next one after the event."""
    return Due(Deadline.CALENDAR_DAY, month, day, on_holiday)


def by_day(day: Number[LegalDay], *, on_holiday: HolidayRule) -> Due:
    """By a day that a record gives, such as the due day of an instalment or the expiry of a stay itself."""
    return Due(Deadline.BY_THE_DAY_STATED, on_holiday=on_holiday, day=day)


def at_once() -> Due:
    """At once: due, with no day after which it counts as breached."""
    return Due(Deadline.WITHOUT_DATE)


@dataclass(frozen=True, slots=True)
class Duty:
    """Each time `arises` happens, an obligation: `performed` must happen in time. `matched_by_day`: a performance names
    the day of what it performs, and is matched by it.
    """

    arises: Cond
    performed: Cond
    due: Due
    matched_by_day: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """While `applies`, `respected` must hold."""

    applies: Cond
    respected: Cond
    figures: Mapping[str, Number] = field(default_factory=dict)  # type: ignore[type-arg]  # figures have any unit


@dataclass(frozen=True, slots=True)
class Requirement:
    """While `applies`, `met` is asked for. It has no bearer: failing it breaches nothing."""

    applies: Cond
    met: Cond
    figures: Mapping[str, Number] = field(default_factory=dict)  # type: ignore[type-arg]  # as above


@dataclass(frozen=True, slots=True)
class Status:
    """A derived legal fact: while `applies`, does it hold?"""

    applies: Cond
    holds: Cond
    figures: Mapping[str, Number] = field(default_factory=dict)  # type: ignore[type-arg]  # as above


@dataclass(frozen=True, slots=True)
class Right:
    """While `applies`, the holder may exercise it whenever `exercisable`; how, against whom, and what is lost when."""

    applies: Cond
    exercisable: Cond
    how: Text
    against: str
    lost: Text
    figures: Mapping[str, Number] = field(default_factory=dict)  # type: ignore[type-arg]  # as above


Body = Duty | Limit | Requirement | Status | Right
