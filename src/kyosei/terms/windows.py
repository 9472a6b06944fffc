"""Conditions and numbers that look at other days than the day asked about: events, windows, months, ages."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from kyosei.errors import LawError
from kyosei.terms.expressions import Cond, Days, Expression, Heads, LegalDay, Number, Quantity, Unit, Years, apply
from kyosei.terms.parameters import whole
from kyosei.timelines.program import Op, Value

__all__ = [
    "MonthRounding",
    "Months",
    "WindowEdge",
    "age",
    "begins",
    "continuously",
    "count_within",
    "days_within",
    "each_month",
    "ends",
    "ever",
    "happened_so_far",
    "held_in_all",
    "month_ends_before",
    "moved_to_working_day",
    "nearing",
    "shifted",
    "shifted_number",
    "since",
    "throughout",
    "total_within",
    "within",
]

U = TypeVar("U", bound=Unit)


class WindowEdge(Enum):
    """Whether the day from which a window is looked back from belongs to it."""

    INCLUDING_THE_DAY = 0
    EXCLUDING_THE_DAY = 1


class MonthRounding(Enum):
    """How a period by months ends: by the corresponding day of the Civil Code art. 143, the only rule in use so far."""

    CIVIL_CODE_143 = 0


class Months:
    """A span of calendar months with the rule that says where it ends."""

    __slots__ = ("months",)

    def __init__(self, months: int, *, rounding: MonthRounding) -> None:
        if rounding is not MonthRounding.CIVIL_CODE_143:
            raise LawError(f"{rounding!r} is not a known rule for months")
        self.months = months


def begins(condition: Cond) -> Cond:
    """The event that it begins: not the day before, but today."""
    return Cond(apply(Op.BEGINS, Value.TRUTH, (condition,)))


def ends(condition: Cond) -> Cond:
    """The event that it has ended: the day before, but not today. As a trigger it is dated the last day."""
    return Cond(apply(Op.ENDS, Value.TRUTH, (condition,)))


def _window(op: Op, value: Value, condition: Expression, last: Number[Days] | Months | None) -> Expression:
    parameters = (0, 0) if last is None else (1, last.months) if isinstance(last, Months) else (0, whole(last))
    return Expression(apply(op, value, (condition,), parameters))


def ever(condition: Cond, *, last: Number[Days] | Months | None, counting: WindowEdge) -> Cond:
    """It held on some day of the window (None: since the beginning)."""
    seen = Cond(_window(Op.EVER, Value.TRUTH, condition, last).node)
    return seen if counting is WindowEdge.INCLUDING_THE_DAY else shifted(seen, days_later=1)


def throughout(condition: Cond, *, last: Number[Days] | Months | None, counting: WindowEdge) -> Cond:
    """It held on every day of the window: NO as soon as NO somewhere."""
    kept = Cond(_window(Op.THROUGHOUT, Value.TRUTH, condition, last).node)
    return kept if counting is WindowEdge.INCLUDING_THE_DAY else shifted(kept, days_later=1)


def within(span: Number[Days] | Months, *, after: Cond) -> Cond:
    """Today lies within the span after an event; the event's own day is in it, and not counted for the span."""
    if isinstance(span, Months):
        return Cond(apply(Op.EVER, Value.TRUTH, (after,), (1, span.months)))
    return Cond(apply(Op.EVER, Value.TRUTH, (after,), (0, whole(span) + 1)))


def since(condition: Cond, *, reset: Cond) -> Cond:
    """It has held on some day since the last such event, the event's own day included."""
    return Cond(apply(Op.SINCE, Value.TRUTH, (condition, reset)))


def continuously(condition: Cond, *, at_least: Number[Days], gap_at_most: Number[Days]) -> Cond:
    """It has held up to now for at least so many days in a row, with no gap longer than so many days."""
    return Cond(apply(Op.CONTINUOUSLY, Value.TRUTH, (condition,), (whole(at_least), whole(gap_at_most))))


def held_in_all(condition: Cond, *, at_least: Number[Days]) -> Cond:
    """It held on at least so many days up to now, however they lie. LawError if none is asked for."""
    if (days := whole(at_least)) < 1:
        raise LawError(f"{days} days in all: it would always be so; ask for 1 or more")
    return Cond(apply(Op.HELD_IN_ALL, Value.TRUTH, (condition,), (days,)))


def days_within(condition: Cond, *, last: Number[Days], counting: WindowEdge) -> Number[Days]:
    """On how many days of the window it held."""
    counted: Number[Days] = Number(apply(Op.DAYS_WITHIN, Value.NUMBER, (condition,), (whole(last),)))
    return counted if counting is WindowEdge.INCLUDING_THE_DAY else shifted_number(counted, days_later=1)


def count_within(event: Cond, *, last: Number[Days] | Months | None) -> Number[Heads]:
    """How many such events lie in the window."""
    return Number(_window(Op.COUNT_WITHIN, Value.NUMBER, event, last).node)


def happened_so_far(event: Cond) -> Number[Heads]:
    """How many such events there have been."""
    return Number(apply(Op.RUNNING_COUNT, Value.NUMBER, (event,)))


def total_within(quantity: Quantity[U], *, last: Number[Days], except_on: Cond) -> Number[U]:
    """The sum in the window ending today, without what lies on the excepted days."""
    return Number(apply(Op.TOTAL_WITHIN, Value.NUMBER, (quantity, except_on), (whole(last),)))


def each_month(condition: Cond, *, from_months_ago: int, to_months_ago: int) -> Cond:
    """It held on the last day of every month from so many months ago to so many months ago (this month: 0)."""
    return Cond(apply(Op.EACH_MONTH, Value.TRUTH, (condition,), (from_months_ago, to_months_ago)))


def month_ends_before(condition: Cond, *, months: int) -> Cond:
    """On the first day of a month: whether it held on the last day of the month that many months back; else no.

    LawError if it is a month that has not ended yet.
    """
    if months < 1:
        raise LawError(
            f"{months} months back, on the first day of a month: that month has not ended yet; ask for 1 or more"
        )
    return Cond(apply(Op.MONTH_SAMPLE, Value.TRUTH, (condition,), (months,)))


def shifted(condition: Cond, *, days_later: int) -> Cond:
    """What held so many days ago (negative: ahead)."""
    return Cond(apply(Op.SHIFT_DAYS, Value.TRUTH, (condition,), (days_later,)))


def shifted_number(number: Number[U], *, days_later: int) -> Number[U]:
    """What the number was so many days ago."""
    return Number(apply(Op.SHIFT_DAYS, Value.NUMBER, (number,), (days_later,)))


def nearing(day: Number[LegalDay], *, months: int) -> Cond:
    """The day is at most so many months ahead, or past."""
    return Cond(apply(Op.NEARING, Value.TRUTH, (day,), (months,)))


def moved_to_working_day(event: Cond) -> Cond:
    """For an end on a day when offices are closed: the event of the next working day."""
    return Cond(apply(Op.NEXT_WORKING_DAY, Value.TRUTH, (event,)))


def age(born: Number[LegalDay]) -> Number[Years]:
    """Completed years by the Act on Calculation of Ages."""
    return Number(apply(Op.AGE, Value.NUMBER, (born,)))
