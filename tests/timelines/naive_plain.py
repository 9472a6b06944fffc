"""The operators without memory once more: each reads the values of one day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor, inf
from typing import Any

from kyosei.timelines.program import Op, State
from kyosei.timelines.truth import CONFLICT, JUDGEMENT, LAW, NO, OPEN, YES
from tests.timelines.naive_duties import StateOn
from tests.timelines.naive_values import (
    ANYTHING,
    Num,
    causes,
    every,
    is_open,
    number,
    opposite,
    some,
)

Row = tuple[int, int, int, int]


def compare(left: Num, right: Num, margin: int) -> int:
    """left >= right + margin."""
    if left[0] >= right[1] + margin:
        return YES
    return NO if left[1] < right[0] + margin else OPEN | causes(left[2] | right[2])


def product(a: float, b: float) -> float:
    """Nothing times infinity is nothing."""
    return 0 if a == 0 or b == 0 else a * b


def multiply(left: Num, right: Num) -> Num:
    """All products of two intervals."""
    corners = [product(a, b) for a in left[:2] for b in right[:2]]
    return number(min(corners), max(corners), left[2] | right[2])


def rounded(value: Fraction, rounding: int) -> int:
    """Down, up, to the nearest with halves up, to the nearest with halves down."""
    half = Fraction(1, 2)
    return (floor(value), ceil(value), floor(value + half), ceil(value - half))[rounding]


def scale(x: Num, table: Sequence[Row], day: int, rounding: int) -> Num:
    """Times the rate in force."""
    rates = [Fraction(row[2], row[3]) for row in table if row[1] <= day]
    if not rates:
        return ANYTHING
    low, high = (bound if abs(bound) == inf else rounded(int(bound) * rates[-1], rounding) for bound in x[:2])
    return number(low, high, x[2])


def dated(table: Sequence[Row], day: int) -> Num:
    """The figure in force."""
    values = [row[2] for row in table if row[1] <= day]
    return number(values[-1], values[-1], 0) if values else ANYTHING


def look_up(choice: tuple[int, int], table: Sequence[Row], day: int) -> Num:
    """The hull over the possible values; anything if one of them has no figure, or if there may be none (bit 0)."""
    figures = [
        [row[2] for row in table if row[0] == bit and row[1] <= day][-1:]
        for bit in range(1, 64)
        if choice[0] >> bit & 1
    ]
    if not all(figures):
        return number(0, inf, choice[1] | LAW)
    if choice[0] & 1:
        return number(0, inf, choice[1])
    values = [figure[0] for figure in figures]
    return number(min(values), max(values), choice[1])


def piecewise(x: Num, table: Sequence[Row], day: int) -> Num:
    """The value of the bracket in which each bound lies, in the table in force."""
    in_force = max((row[0] for row in table if row[0] <= day), default=None)
    if in_force is None:
        return ANYTHING
    rows = [row for row in table if row[0] == in_force]

    def bracket(bound: float) -> int:
        return next((row[2] for row in reversed(rows) if row[1] <= bound), rows[0][2])

    return number(bracket(x[0]), bracket(x[1]), x[2])


def is_in(choice: tuple[int, int], mask: int) -> int:
    """YES if only those are possible, NO if none is."""
    possible = {bit for bit in range(64) if choice[0] >> bit & 1}
    wanted = {bit for bit in range(64) if mask >> bit & 1}
    if not possible & wanted:
        return NO
    return YES if possible <= wanted else OPEN | causes(choice[1])


def reconcile(settling: Num, others: Num) -> Num:
    """Who can settle it; the hull with what others say where that is excluded."""
    if others[0] > settling[1] or others[1] < settling[0]:
        return number(min(settling[0], others[0]), max(settling[1], others[1]), settling[2] | CONFLICT)
    return settling


def excused(truth: int, breach: int) -> int:
    """A NO while another's breach may stand waits for judgement."""
    return OPEN | JUDGEMENT | (breach & ~OPEN) if truth == NO and breach != NO else truth


def state_of_norm(applies: int, met: int) -> StateOn:
    """The state of a norm that is no duty."""
    if applies == NO:
        return StateOn(State.NOT_APPLICABLE)
    if is_open(applies):
        return StateOn(State.OPEN, causes(applies), uncertain=True)
    if is_open(met):
        return StateOn(State.OPEN, causes(met))
    return StateOn(State.MET if met == YES else State.UNMET)


def state_is(found: StateOn, mask: int) -> int:
    """Whether it is one of these states; open where the state is."""
    if mask >> found.state & 1:
        return YES
    return OPEN | causes(found.causes) if found.state == State.OPEN else NO


TABULAR = (Op.SCALE, Op.DATED, Op.LOOKUP, Op.PIECEWISE)

# Any: each operator knows the kinds of its arguments, as its instruction declares them.
PLAIN: dict[Op, Callable[[list[Any], Sequence[int], Sequence[Row], int], Any]] = {
    Op.CONST_TRUTH: lambda a, p, t, d: p[0],
    Op.CONST_NUMBER: lambda a, p, t, d: number(p[0], p[1], p[2]),
    Op.NOT: lambda a, p, t, d: opposite(a[0]),
    Op.AND: lambda a, p, t, d: every(a),
    Op.OR: lambda a, p, t, d: some(a),
    Op.AT_LEAST: lambda a, p, t, d: compare(a[0], a[1], 0),
    Op.MORE_THAN: lambda a, p, t, d: compare(a[0], a[1], 1),
    Op.ADD: lambda a, p, t, d: number(a[0][0] + a[1][0], a[0][1] + a[1][1], a[0][2] | a[1][2]),
    Op.SUBTRACT: lambda a, p, t, d: number(a[0][0] - a[1][1], a[0][1] - a[1][0], a[0][2] | a[1][2]),
    Op.MULTIPLY: lambda a, p, t, d: multiply(a[0], a[1]),
    Op.SCALE: lambda a, p, t, d: scale(a[0], t, d, p[0]),
    Op.DATED: lambda a, p, t, d: dated(t, d),
    Op.LOOKUP: lambda a, p, t, d: look_up(a[0], t, d),
    Op.PIECEWISE: lambda a, p, t, d: piecewise(a[0], t, d),
    Op.IS_IN: lambda a, p, t, d: is_in(a[0], p[0]),
    Op.DOUBT: lambda a, p, t, d: NO if a[0] == NO else OPEN | (a[0] & ~OPEN) | p[0],
    Op.EXCUSED: lambda a, p, t, d: excused(a[0], a[1]),
    Op.RECONCILE: lambda a, p, t, d: reconcile(a[0], a[1]),
    Op.STATE: lambda a, p, t, d: state_of_norm(a[0], a[1]),
    Op.STATE_IS: lambda a, p, t, d: state_is(a[0], p[0]),
}
