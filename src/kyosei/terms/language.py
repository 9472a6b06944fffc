"""The words that norms are written with, beside the operators of conditions, numbers and choices themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TypeVar

from kyosei.errors import LawError
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import (
    Choice,
    Cond,
    Days,
    Expression,
    Heads,
    Hours,
    Label,
    LegalDay,
    Number,
    Quantity,
    Rate,
    Unit,
    Years,
    Yen,
    YenPerHour,
    apply,
    make,
)
from kyosei.terms.scopes import Scope
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import Op, Table, Value
from kyosei.timelines.truth import NO, YES

__all__ = [
    "MonthRounding",
    "Months",
    "Rounding",
    "WindowEdge",
    "age",
    "all_of",
    "always",
    "any_of",
    "any_one",
    "begins",
    "brackets",
    "continuously",
    "count",
    "count_within",
    "dated",
    "days",
    "days_within",
    "each_month",
    "ends",
    "ever",
    "every",
    "excused_by",
    "happened_so_far",
    "heads",
    "hours",
    "item",
    "looked_up",
    "month_ends_before",
    "moved_to_working_day",
    "nearing",
    "never",
    "pay_for",
    "rate",
    "reconciled",
    "shifted",
    "since",
    "throughout",
    "total",
    "total_within",
    "within",
    "years",
    "yen",
    "yen_per_hour",
]

U = TypeVar("U", bound=Unit)


class Rounding(Enum):
    """How a quotient becomes a whole number."""

    DOWN = 0
    UP = 1
    HALF_UP = 2
    HALF_DOWN = 3


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


# Constants -------------------------------------------------------------------------------------------------------------


def _constant(scope: Scope, value: int) -> Number[U]:
    return Number(make(Op.CONST_NUMBER, Value.NUMBER, scope, (value, value, 0)))


def yen(amount: int, of: Scope) -> Number[Yen]:
    """An amount that never changes. An amount of the law is a dated parameter instead: see `dated`."""
    return _constant(of, amount)


def yen_per_hour(amount: int, of: Scope) -> Number[YenPerHour]:
    """An hourly amount that never changes."""
    return _constant(of, amount)


def hours(amount: int, of: Scope) -> Number[Hours]:
    """So many hours."""
    return _constant(of, amount * 60)


def days(amount: int, of: Scope) -> Number[Days]:
    """So many days."""
    return _constant(of, amount)


def years(amount: int, of: Scope) -> Number[Years]:
    """So many completed years."""
    return _constant(of, amount)


def heads(amount: int, of: Scope) -> Number[Heads]:
    """So many."""
    return _constant(of, amount)


def always(of: Scope) -> Cond:
    """Holds on every day."""
    return Cond(make(Op.CONST_TRUTH, Value.TRUTH, of, (YES,)))


def never(of: Scope) -> Cond:
    """Holds on no day."""
    return Cond(make(Op.CONST_TRUTH, Value.TRUTH, of, (NO,)))


# Dated parameters ------------------------------------------------------------------------------------------------------


def dated(of: Scope, unit: type[U], values: Sequence[tuple[date, int]]) -> Number[U]:
    """A parameter of the law: (first day in force, value in the unit's smallest whole number), in order of days.

    Before the first day it is open(law). An end without a successor is written as a row with the neutral value.
    """
    del unit  # the unit speaks to the type checker
    table = _table((0, day_from_date(day), value, 0) for day, value in values)
    return Number(make(Op.DATED, Value.NUMBER, of, (), table=table))


def rate(values: Sequence[tuple[date, int, int]], *, rounding: Rounding) -> Rate:
    """A dated rational: (first day in force, numerator, denominator)."""
    return Rate(_table((0, day_from_date(day), top, bottom) for day, top, bottom in values), rounding.value)


def brackets(values: Sequence[tuple[date, Sequence[tuple[int, int]]]]) -> Table:
    """A dated table of brackets: (first day in force, ((lower bound, value), …)), lower bounds rising, values never falling."""
    return Table(
        tuple(
            (day_from_date(day), bound, value, 0)
            for day, rows in sorted(values, key=lambda pair: pair[0])
            for bound, value in sorted(rows)
        )
    )


def looked_up(choice: Choice, unit: type[U], values: Iterable[tuple[str, Sequence[tuple[date, int]]]]) -> Number[U]:
    """A dated table looked up by a choice: the hull over the values still possible."""
    del unit
    rows: list[tuple[int, int, int, int]] = []
    for option, series in values:
        bit = choice.mask((option,)).bit_length() - 1
        rows.extend((bit, day_from_date(day), value, 0) for day, value in series)
    return Number(apply(Op.LOOKUP, Value.NUMBER, (choice,), (), table=_table(rows)))


def _table(rows: Iterable[tuple[int, int, int, int]]) -> Table:
    ordered = tuple(sorted(rows))
    for before, after in pairwise(ordered):
        if before[:2] == after[:2]:
            raise LawError(f"a dated table says two things about one day: {before} and {after}")
    return Table(ordered)


# Combining -------------------------------------------------------------------------------------------------------------


def all_of(*conditions: Cond) -> Cond:
    """All of them, in the law's order."""
    return Cond(apply(Op.AND, Value.TRUTH, conditions))


def any_one(*conditions: Cond) -> Cond:
    """At least one of them, in the law's order."""
    return Cond(apply(Op.OR, Value.TRUTH, conditions))


E_ = TypeVar("E_", bound=Expression)


def item(number: str | None, text: Text, expression: E_, provision: Provision | None = None, *,
         proviso: bool = False) -> E_:  # fmt: skip
    """Name a piece as the law numbers and words it; the name shows in the proof."""
    label = Label(text, provision, number, proviso)
    renamed = type(expression).__new__(type(expression))
    for slot in ("node", "options"):
        if hasattr(expression, slot):
            object.__setattr__(renamed, slot, getattr(expression, slot))
    renamed.node = replace(expression.node, label=label)
    return renamed


def pay_for(worked: Number[Hours], hourly: Number[YenPerHour]) -> Number[Yen]:
    """Sixty times the pay that so many hours earn at an hourly amount: minutes times yen, so that nothing is rounded."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (worked, hourly)))


def reconciled(settling: Number[U], others: Number[U]) -> Number[U]:
    """What those who can settle it say; where others exclude that, open(conflict) between the two."""
    return Number(apply(Op.RECONCILE, Value.NUMBER, (settling, others)))


def excused_by(condition: Cond, breach: Cond) -> Cond:
    """Where the condition fails while another party's breach stands, it waits for judgement instead of failing."""
    return Cond(apply(Op.EXCUSED, Value.TRUTH, (condition, breach)))


# Time ------------------------------------------------------------------------------------------------------------------


def begins(condition: Cond) -> Cond:
    """The event that it begins: not the day before, but today."""
    return Cond(apply(Op.BEGINS, Value.TRUTH, (condition,)))


def ends(condition: Cond) -> Cond:
    """The event that it has ended: the day before, but not today. As a trigger it is dated the last day."""
    return Cond(apply(Op.ENDS, Value.TRUTH, (condition,)))


def _window(op: Op, value: Value, condition: Expression, last: Number[Days] | Months | None) -> Expression:
    parameters = (0, 0) if last is None else (1, last.months) if isinstance(last, Months) else (0, whole(last))
    return Expression(apply(op, value, (condition,), parameters))


def whole(number: Number[U]) -> int:
    """The value of a constant, for the parameters of operators."""
    node = number.node
    if node.op is not Op.CONST_NUMBER or node.parameters[0] != node.parameters[1]:
        raise LawError("the length of a window is a constant; make two versions of the norm if the law changed it")
    return node.parameters[0]


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


# Going up from a relation to its subject -------------------------------------------------------------------------------


def _up(op: Op, value: Value, inner: Expression, closed: Cond, subject: Scope) -> Expression:
    if inner.scope.is_root or not subject.is_root or inner.scope.root != subject.root:
        raise LawError(f"a quantifier goes up from a relation to its subject, not from {inner.scope.name}")
    if closed.scope != subject:
        raise LawError(f"what closes {inner.scope.name} must speak of {subject.name}, not of {closed.scope.name}")
    node = make(op, value, subject)
    return Expression(replace(node, arguments=(inner.node, closed.node)))


def any_of(inner: Cond, *, closed_by: Cond) -> Cond:
    """Some instance of the relation has it. `closed_by`: where it holds, every instance is known."""
    return Cond(_up(Op.ANY_OF, Value.TRUTH, inner, closed_by, closed_by.scope).node)


def every(inner: Cond, *, closed_by: Cond) -> Cond:
    """Every instance has it, known or not."""
    return Cond(_up(Op.EVERY, Value.TRUTH, inner, closed_by, closed_by.scope).node)


def count(inner: Cond, *, closed_by: Cond) -> Number[Heads]:
    """How many instances have it."""
    return Number(_up(Op.COUNT, Value.NUMBER, inner, closed_by, closed_by.scope).node)


def total(inner: Number[U], *, closed_by: Cond) -> Number[U]:
    """The sum over all instances; unclosed, it has no upper bound."""
    return Number(_up(Op.TOTAL, Value.NUMBER, inner, closed_by, closed_by.scope).node)
