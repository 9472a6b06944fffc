"""The operators without memory: truth, comparison and arithmetic. Each merges segments in one pass."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, inlined, kernel, put
from kyosei.timelines.program import INFINITY

__all__ = [
    "add_bounds",
    "advance",
    "causes_or_missing",
    "combine",
    "compare",
    "compute",
    "doubt",
    "excused",
    "is_in",
    "negate",
    "reconcile",
    "scale",
    "state_is",
]

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_CONFLICT = 16
_JUDGEMENT = 64
_CAUSES = 252
_STATE_OPEN = 6


@inlined
def causes_or_missing(tv):
    """The cause bits of a value that is not settled; never none."""
    causes = tv & _CAUSES
    return causes if causes != 0 else _MISSING


@inlined
def advance(arena, i, left_end, j, right_end):
    """The next pair of segments of two timelines and the day on which it begins; day -1 after the last."""
    next_left = arena[i + 1, DAY] if i + 1 < left_end else -1
    next_right = arena[j + 1, DAY] if j + 1 < right_end else -1
    if next_left < 0 and next_right < 0:
        return i, j, -1
    if next_right < 0 or 0 <= next_left < next_right:
        return i + 1, j, next_left
    if next_left < 0 or next_right < next_left:
        return i, j + 1, next_right
    return i + 1, j + 1, next_left


@inlined
def negate(arena, top, start, length):
    """NOT: swaps YES and NO."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        tv = arena[i, TV]
        top = put(arena, out, top, arena[i, DAY], 0, 0, tv if tv & _OPEN == _OPEN else tv ^ _OPEN)
    return top


@inlined
def combine(arena, top, left, left_length, right, right_length, decisive):
    """AND (`decisive` = NO) or OR (`decisive` = YES) of two truths."""
    if top + left_length + right_length > arena.shape[0]:
        return -1
    left_end = left + left_length
    right_end = right + right_length
    i, j, day, last = left, right, 0, -1
    while day >= 0:  # most of a program is this loop, so it writes changes itself: its days only rise
        a = arena[i, TV]
        b = arena[j, TV]
        tv = decisive if a == decisive or b == decisive else a | b
        if tv != last:
            arena[top, DAY] = day
            arena[top, LO] = 0
            arena[top, HI] = 0
            arena[top, TV] = tv
            top += 1
            last = tv
        i, j, day = advance(arena, i, left_end, j, right_end)
    return top


@inlined
def compare(arena, top, left, left_length, right, right_length, strict):
    """left >= right, or left > right if `strict`: YES or NO where the bounds decide, else OPEN with both sides' causes."""
    if top + left_length + right_length > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, 0
    margin = 1 if strict else 0
    while day >= 0:
        if arena[i, LO] >= add_bounds(arena[j, HI], margin):
            tv = _YES
        elif arena[i, HI] < add_bounds(arena[j, LO], margin):
            tv = _NO
        else:
            tv = _OPEN | causes_or_missing(arena[i, TV] | arena[j, TV])
        top = put(arena, out, top, day, 0, 0, tv)
        i, j, day = advance(arena, i, left + left_length, j, right + right_length)
    return top


@inlined
def add_bounds(a, b):
    """Sum of two bounds; infinity stays infinity."""
    if a >= INFINITY or b >= INFINITY:
        return INFINITY
    if a <= -INFINITY or b <= -INFINITY:
        return -INFINITY
    return min(max(a + b, -INFINITY), INFINITY)


@inlined
def _multiply_bounds(a, b):
    """Product of two bounds; nothing times infinity is nothing."""
    if a == 0 or b == 0:
        return 0
    positive = (a > 0) == (b > 0)
    if abs(a) >= INFINITY or abs(b) >= INFINITY or abs(a) > INFINITY // abs(b):
        return INFINITY if positive else -INFINITY
    return a * b


@inlined
def _compute_bounds(operation, a_lo, a_hi, b_lo, b_hi):
    """Bounds of a sum (0), difference (1) or product (2) of two intervals."""
    if operation == 0:
        return add_bounds(a_lo, b_lo), add_bounds(a_hi, b_hi)
    if operation == 1:
        return add_bounds(a_lo, -b_hi), add_bounds(a_hi, -b_lo)
    first = _multiply_bounds(a_lo, b_lo)
    second = _multiply_bounds(a_lo, b_hi)
    third = _multiply_bounds(a_hi, b_lo)
    fourth = _multiply_bounds(a_hi, b_hi)
    return min(min(first, second), min(third, fourth)), max(max(first, second), max(third, fourth))


@kernel
def compute(arena, top, left, left_length, right, right_length, operation):
    """Sum (0), difference (1) or product (2) of two numbers, with the causes of both where it is not settled."""
    if top + left_length + right_length > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, 0
    while day >= 0:
        lo, hi = _compute_bounds(operation, arena[i, LO], arena[i, HI], arena[j, LO], arena[j, HI])
        causes = causes_or_missing(arena[i, TV] | arena[j, TV]) if lo < hi else 0
        top = put(arena, out, top, day, lo, hi, causes)
        i, j, day = advance(arena, i, left + left_length, j, right + right_length)
    return top


@inlined
def reconcile(arena, top, left, left_length, right, right_length):
    """The left number (who can settle it); where the right one (others) excludes it, the hull of both, cause conflict."""
    if top + left_length + right_length > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, 0
    while day >= 0:
        lo = arena[i, LO]
        hi = arena[i, HI]
        causes = arena[i, TV]
        if arena[j, LO] > hi or arena[j, HI] < lo:
            lo = min(lo, arena[j, LO])
            hi = max(hi, arena[j, HI])
            causes = causes | _CONFLICT
        top = put(arena, out, top, day, lo, hi, causes)
        i, j, day = advance(arena, i, left + left_length, j, right + right_length)
    return top


@inlined
def excused(arena, top, left, left_length, right, right_length):
    """A NO on the left that stands while the right (another party's breach) may hold becomes OPEN(judgement)."""
    if top + left_length + right_length > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, 0
    while day >= 0:
        tv = arena[i, TV]
        breach = arena[j, TV]
        if tv == _NO and breach & _YES:
            tv = _OPEN | _JUDGEMENT | (breach & _CAUSES)
        top = put(arena, out, top, day, 0, 0, tv)
        i, j, day = advance(arena, i, left + left_length, j, right + right_length)
    return top


@inlined
def is_in(arena, top, start, length, mask):
    """A choice as a truth: YES if only values of the mask are possible, NO if none is, else OPEN."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        possible = arena[i, LO]
        if possible & mask == 0:
            tv = _NO
        elif possible & ~mask == 0:
            tv = _YES
        else:
            tv = _OPEN | causes_or_missing(arena[i, TV])
        top = put(arena, out, top, arena[i, DAY], 0, 0, tv)
    return top


@inlined
def doubt(arena, top, start, length, cause):
    """A YES becomes OPEN with the cause; NO stays NO, OPEN gains the cause."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        tv = arena[i, TV]
        top = put(arena, out, top, arena[i, DAY], 0, 0, tv if tv == _NO else _OPEN | (tv & _CAUSES) | cause)
    return top


@inlined
def state_is(arena, top, start, length, mask):
    """A state timeline as a truth: YES where the state's bit is in the mask, OPEN where the state is open."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        state = arena[i, LO]
        if state == _STATE_OPEN and not mask & (1 << _STATE_OPEN):
            tv = _OPEN | causes_or_missing(arena[i, TV])
        else:
            tv = _YES if mask & (1 << state) else _NO
        top = put(arena, out, top, arena[i, DAY], 0, 0, tv)
    return top


@inlined
def _divide(value, denominator, rounding):
    """A quotient: rounding 0 down, 1 up, 2 to the nearest with halves up, 3 to the nearest with halves down."""
    if rounding == 1:
        return -((-value) // denominator)
    if rounding == 2:
        return (2 * value + denominator) // (2 * denominator)
    if rounding == 3:
        return -((-2 * value + denominator) // (2 * denominator))
    return value // denominator


@inlined
def scale(arena, top, start, length, rows, first_row, row_count, rounding):
    """A number times a dated rational: rows of (0, from_day, numerator, denominator), numerators not negative."""
    if top + length + row_count > arena.shape[0]:
        return -1
    out = top
    i, row, day = start, first_row - 1, 0
    end = start + length
    last_row = first_row + row_count
    while True:
        while row + 1 < last_row and rows[row + 1, 1] <= day:
            row += 1
        while i + 1 < end and arena[i + 1, DAY] <= day:
            i += 1
        if row < first_row:
            top = put(arena, out, top, day, 0, INFINITY, 128)  # no rate is encoded for the day: cause law
        else:
            lo = arena[i, LO]
            hi = arena[i, HI]
            if lo > -INFINITY:
                lo = _divide(lo * rows[row, 2], rows[row, 3], rounding)
            if hi < INFINITY:
                hi = _divide(hi * rows[row, 2], rows[row, 3], rounding)
            top = put(arena, out, top, day, lo, hi, arena[i, TV] if lo < hi else 0)
        next_value = arena[i + 1, DAY] if i + 1 < end else -1
        next_rate = rows[row + 1, 1] if row + 1 < last_row else -1
        if next_value < 0 and next_rate < 0:
            return top
        day = next_rate if next_value < 0 or 0 <= next_rate < next_value else next_value
