"""Dated tables of the law as timelines: a parameter, a table looked up by a choice, a table of brackets; and ages."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, kernel, put
from kyosei.timelines.calendar import civil_from_day, day_from_civil
from kyosei.timelines.operators import causes_or_missing
from kyosei.timelines.program import INFINITY

__all__ = ["age", "look_up", "make_dated", "piecewise"]

_LAW = 128
_NONE = 1  # the bit of a choice that says that there is no such fact
_OLDEST = 130


@kernel
def make_dated(arena, top, rows, first_row, row_count):
    """A dated parameter: rows of (0, from_day, value, 0); before the first row the law is not encoded."""
    if top + row_count + 1 > arena.shape[0]:
        return -1
    out = top
    if row_count == 0 or rows[first_row, 1] > 0:
        top = put(arena, out, top, 0, 0, INFINITY, _LAW)
    for row in range(first_row, first_row + row_count):
        top = put(arena, out, top, max(rows[row, 1], 0), rows[row, 2], rows[row, 2], 0)
    return top


@kernel
def look_up(arena, top, start, length, rows, first_row, row_count):
    """A dated table looked up by a choice: the hull over the possible values; rows of (bit, from_day, value, 0)."""
    if top + (length + 1) * (row_count + 1) > arena.shape[0]:
        return -1
    out = top
    i, day = start, 0
    end = start + length
    while day >= 0:
        while i + 1 < end and arena[i + 1, DAY] <= day:
            i += 1
        possible = arena[i, LO]
        lo, hi, causes, following = INFINITY, -INFINITY, arena[i, TV], -1
        found = 0
        current = -1
        for row in range(first_row, first_row + row_count):
            bit = rows[row, 0]
            if not (possible >> bit) & 1:
                continue
            if rows[row, 1] <= day:
                if bit != current:
                    current = bit
                    found |= 1 << bit
                last_of_bit = row + 1 == first_row + row_count or rows[row + 1, 0] != bit or rows[row + 1, 1] > day
                if last_of_bit:
                    lo = min(lo, rows[row, 2])
                    hi = max(hi, rows[row, 2])
            elif following < 0 or rows[row, 1] < following:
                following = rows[row, 1]
        if possible & ~found & ~_NONE:  # a possible value for which no figure is encoded on the day
            lo, hi, causes = 0, INFINITY, causes | _LAW
        elif possible & _NONE:  # there may be no such fact, and then there is nothing to look up
            lo, hi = 0, INFINITY
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        if i + 1 < end and (following < 0 or arena[i + 1, DAY] < following):
            following = arena[i + 1, DAY]
        day = following
    return top


@kernel
def _bracket(rows, first_row, row_count, value):
    """The value of the bracket in which a number lies: rows of (from_day, lower bound, value, 0) of one day, sorted."""
    result = rows[first_row, 2]
    for row in range(first_row, first_row + row_count):
        if rows[row, 1] <= value:
            result = rows[row, 2]
    return result


@kernel
def piecewise(arena, top, start, length, rows, first_row, row_count):
    """A dated table of brackets (a step function that never falls): rows of (from_day, lower bound, value, 0)."""
    if top + length + row_count + 1 > arena.shape[0]:
        return -1
    out = top
    i, day, begin = start, 0, first_row
    end = start + length
    last_row = first_row + row_count
    while day >= 0:
        while i + 1 < end and arena[i + 1, DAY] <= day:
            i += 1
        finish = begin
        while finish < last_row and rows[finish, 0] == rows[begin, 0]:
            finish += 1
        while finish < last_row and rows[finish, 0] <= day:
            begin = finish
            while finish < last_row and rows[finish, 0] == rows[begin, 0]:
                finish += 1
        if rows[begin, 0] > day:
            top = put(arena, out, top, day, 0, INFINITY, _LAW)
            following = rows[begin, 0]
        else:
            lo = _bracket(rows, begin, finish - begin, arena[i, LO])
            hi = _bracket(rows, begin, finish - begin, arena[i, HI])
            top = put(arena, out, top, day, lo, hi, causes_or_missing(arena[i, TV]) if lo < hi else 0)
            following = rows[finish, 0] if finish < last_row else -1
        if i + 1 < end and (following < 0 or arena[i + 1, DAY] < following):
            following = arena[i + 1, DAY]
        day = following
    return top


@kernel
def age(arena, top, start, length):
    """Completed years from a day of birth: a year is complete on the day before the birthday (明治35年法律第50号).

    The argument is a constant number: the day of birth, or the bounds of what is known of it.
    """
    if top + 2 * _OLDEST + 2 > arena.shape[0]:
        return -1
    out = top
    earliest = arena[start, LO]
    latest = arena[start, HI]
    causes = arena[start, TV]
    if earliest < latest:
        return put(arena, out, top, 0, 0, INFINITY, causes_or_missing(causes))
    born = earliest
    top = put(arena, out, top, 0, 0, 0, 0)
    year, month, day_of_month = civil_from_day(born)
    for years in range(1, _OLDEST):
        # The first year begins on the day of birth itself; an age is complete when the year's last day ends, the day
        # before the corresponding one. There is no 29 February in most years: its number is then that of 1 March.
        day = day_from_civil(year + years, month, day_of_month) - 1
        if day > 0:
            top = put(arena, out, top, day, years, years, 0)
        elif top == out + 1:
            arena[out, LO] = years
            arena[out, HI] = years
    return top
