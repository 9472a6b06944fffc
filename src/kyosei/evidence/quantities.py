"""Quantities stated over periods (the hours of a day, the pay of a month) as runs of periods, one segment a period."""

from __future__ import annotations

import numpy as np

from kyosei.evidence.asked import LAG, VALUE
from kyosei.evidence.columns import DISPUTER, DOUBTED, FIELD_FROM, FIELD_HAS, FROM, SOURCE, STATED, UNTIL
from kyosei.evidence.voting import reach
from kyosei.timelines.arena import DAY, HI, LO, TV, kernel

__all__ = ["quantity_leaf"]

_MISSING = 4
_CONFLICT = 16
_DISPUTED = 32
_NEVER = 1_000_000


@kernel
def _append(arena, top, day, lo, hi, causes):
    """Append a period; periods are never joined, even if they are alike."""
    arena[top, DAY] = day
    arena[top, LO] = lo
    arena[top, HI] = hi
    arena[top, TV] = causes
    return top + 1


@kernel
def _gap(columns, asked, q, scratch, cover_count, source_count, others, from_day, until_day, reading, arena, top):
    """Days without a statement: nothing where a source that can settle it covers them, else unknown."""
    day = from_day
    while day < until_day:
        covered = False
        following = until_day
        for k in range(cover_count):
            c = scratch.covering[k]
            if others:
                continue
            holds = False
            for s in range(source_count):
                if scratch.sources[s] == columns.coverages[c, SOURCE]:
                    holds = scratch.holds[s]
            disputer = columns.coverages[c, DISPUTER]
            if not holds or disputer == DOUBTED or 0 <= disputer != columns.coverages[c, SOURCE]:
                continue
            begin = columns.coverages[c, FROM]
            end = reach(columns, c, asked.question[q, LAG], reading)
            if begin <= day < end:
                covered = True
                following = min(following, end)
            elif begin > day:
                following = min(following, begin)
        if covered:
            top = _append(arena, top, day, 0, 0, 0)
        else:
            top = _append(arena, top, day, 0, np.int64(1) << 60, _MISSING)
        day = following
    return top


@kernel
def quantity_leaf(columns, asked, q, scratch, count, cover_count, source_count, others, reading, arena, top):
    """All periods of one instance in order, from those who can settle it, or (`others`) from those who cannot."""
    rows = columns.rows
    cut = _NEVER if reading.projected else reading.known_day + 1
    cursor = 0
    k = 0
    while k < count:
        row = scratch.matched[k]
        k += 1
        holds = False
        for s in range(source_count):
            if scratch.sources[s] == rows[row, SOURCE]:
                holds = scratch.holds[s]
        if holds == others or rows[row, UNTIL] > cut or _said_again(rows, scratch, k - 1):
            continue
        lo, hi, disputed, doubted, answered = _amount(columns, asked, q, scratch, count, k - 1)
        begin = max(rows[row, FROM], cursor)
        end = rows[row, UNTIL]
        if not answered or end <= cursor:
            continue
        if begin > cursor:
            top = _gap(columns, asked, q, scratch, cover_count, source_count, others, cursor, begin, reading, arena,
                       top)  # fmt: skip
        if disputed:
            top = _append(arena, top, begin, 0, np.int64(1) << 60, _DISPUTED)
        elif doubted:
            top = _append(arena, top, begin, 0, np.int64(1) << 60, _MISSING)
        elif rows[row, FROM] < cursor:
            top = _append(arena, top, begin, 0, hi, _CONFLICT)  # two periods overlap: how much lies here is open
        else:
            top = _append(arena, top, begin, lo, hi, _CONFLICT if lo < hi else 0)
        cursor = end
    if cursor < _NEVER:
        top = _gap(columns, asked, q, scratch, cover_count, source_count, others, cursor, _NEVER, reading, arena, top)
    return top


@kernel
def _alike(rows, one, other):
    """Whether two statements of one source speak of the same period."""
    return (
        rows[one, SOURCE] == rows[other, SOURCE]
        and rows[one, FROM] == rows[other, FROM]
        and rows[one, UNTIL] == rows[other, UNTIL]
    )


@kernel
def _said_again(rows, scratch, place):
    """Whether the period was dealt with before: an earlier row of the same source speaks of it."""
    row = scratch.matched[place]
    while place > 0 and rows[scratch.matched[place - 1], FROM] == rows[row, FROM]:
        place -= 1
        if _alike(rows, row, scratch.matched[place]):
            return True
    return False


@kernel
def _amount(columns, asked, q, scratch, count, place):
    """What a source said last about a period, from the first row about it.

    Bounds, whether disputed, whether in doubt, whether it said anything.
    """
    rows = columns.rows
    row = scratch.matched[place]
    last = rows[row, STATED]
    lo, hi = np.int64(1) << 60, np.int64(0)
    disputed = doubted = answered = False
    for k in range(place, count):
        other = scratch.matched[k]
        if rows[other, FROM] != rows[row, FROM]:
            break
        if not _alike(rows, row, other) or rows[other, STATED] < last:
            continue
        if rows[other, STATED] > last:
            lo, hi = np.int64(1) << 60, np.int64(0)
            disputed = doubted = answered = False
        last = rows[other, STATED]
        if (rows[other, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
            answered = True
            value = columns.field[rows[other, FIELD_FROM] + asked.question[q, VALUE]]
            lo, hi = min(lo, value), max(hi, value)
            disputed = disputed or 0 <= rows[other, DISPUTER] != rows[other, SOURCE]
            doubted = doubted or rows[other, DISPUTER] == DOUBTED
    return lo, hi, disputed, doubted, answered
