"""Dated tables of the law as timelines: a parameter, a table looked up by a choice, a table of brackets; and ages."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, inlined, kernel, put
from kyosei.timelines.calendar import civil_from_day, day_from_civil
from kyosei.timelines.operators import causes_or_missing
from kyosei.timelines.program import INFINITY

__all__ = ["age", "look_up", "make_dated", "piecewise"]

_LAW = 128
_NONE = 1  # the bit of a choice that says that there is no such fact
_OLDEST = 130
_NEVER = 1_000_000


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
    """A dated table looked up by a choice: the hull over the possible values; rows of (bit, from_day, value, 0), sorted."""
    if top + (length + 1) * (row_count + 1) > arena.shape[0]:
        return -1
    out = top
    last_row = first_row + row_count
    for i in range(start, start + length):
        day = arena[i, DAY]
        until = arena[i + 1, DAY] if i + 1 < start + length else _NEVER
        possible = arena[i, LO]
        causes = causes_or_missing(arena[i, TV])
        not_encoded = causes_or_missing(arena[i, TV] | _LAW)
        if possible & _NONE:  # there may be no such fact, and then there is nothing to look up
            known = _known_from(rows, first_row, last_row, possible & ~_NONE)
            if day < known:
                top = put(arena, out, top, day, 0, INFINITY, not_encoded)
            if known < until:
                top = put(arena, out, top, max(day, known), 0, INFINITY, causes)
            continue
        begin, finish = first_row, last_row
        if possible & (possible - 1) == 0:
            begin = _first_of_bit(rows, first_row, last_row, possible)
            finish = _first_of_bit(rows, begin, last_row, possible << 1)
        while day < until:
            lo, hi, complete, following = _hull_on(rows, begin, finish, possible, day)
            if not complete:  # a possible value for which no figure is encoded on the day
                top = put(arena, out, top, day, 0, INFINITY, not_encoded)
            else:
                top = put(arena, out, top, day, lo, hi, causes if lo < hi else 0)
            day = min(following, until)
    return top


@inlined
def _hull_on(rows, begin, finish, possible, day):
    """Lowest and highest figure of the possible values on a day, whether each has one, and the day of the next change."""
    lo, hi, found, following = INFINITY, -INFINITY, 0, _NEVER
    for row in range(begin, finish):
        bit = rows[row, 0]
        if not (possible >> bit) & 1:
            continue
        if rows[row, 1] > day:
            following = min(following, rows[row, 1])
            continue
        found |= 1 << bit
        if row + 1 == finish or rows[row + 1, 0] != bit or rows[row + 1, 1] > day:
            lo = min(lo, rows[row, 2])
            hi = max(hi, rows[row, 2])
    return lo, hi, possible & ~found == 0, following


@inlined
def _known_from(rows, begin, finish, possible):
    """The first day on which every possible value has a figure; never if one has none."""
    known = 0
    found = 0
    for row in range(begin, finish):
        bit = rows[row, 0]
        if (possible >> bit) & 1 and not (found >> bit) & 1:
            found |= 1 << bit
            known = max(known, rows[row, 1])
    return known if possible & ~found == 0 else _NEVER


@inlined
def _first_of_bit(rows, begin, finish, mask):
    """The first row whose bit is not below that of the mask, which has only one."""
    while begin < finish:
        middle = (begin + finish) // 2
        if 1 << rows[middle, 0] < mask:
            begin = middle + 1
        else:
            finish = middle
    return begin


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
