"""Constants, and the dated parameters of the law: figures, rates, brackets and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any, TypeVar

from kyosei.errors import LawError
from kyosei.terms.expressions import (
    Choice,
    Cond,
    Days,
    Heads,
    Hours,
    Number,
    Rate,
    Unit,
    Years,
    Yen,
    YenPerHour,
    apply,
    make,
)
from kyosei.terms.scopes import Scope
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import Op, Table, Value
from kyosei.timelines.truth import NO, YES

__all__ = [
    "Rounding",
    "always",
    "amount_if",
    "brackets",
    "dated",
    "days",
    "heads",
    "hours",
    "looked_up",
    "never",
    "rate",
    "read_off",
    "whole",
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


def read_off(number: Number[Any], unit: type[U], table: Table) -> Number[U]:  # Any: the table's bounds have its unit
    """What a table of brackets gives for a number, in a unit of its own: points for yen, yen for years."""
    del unit  # it speaks to the type checker
    return Number(apply(Op.PIECEWISE, Value.NUMBER, (number,), table=table))


def amount_if(condition: Cond, unit: type[U], values: Sequence[tuple[date, int]]) -> Number[U]:
    """An amount of the law on a day on which the condition holds, else nothing; between the two where it is open."""
    del unit
    held = apply(Op.DAYS_WITHIN, Value.NUMBER, (condition,), (1,))
    amount = rate([(day, value, 1) for day, value in values], rounding=Rounding.DOWN)
    return Number(held).times(amount)


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


def whole(number: Number[U]) -> int:
    """The value of a constant, for the parameters of operators."""
    node = number.node
    if node.op is not Op.CONST_NUMBER or node.parameters[0] != node.parameters[1]:
        raise LawError("the length of a window is a constant; make two versions of the norm if the law changed it")
    return node.parameters[0]
