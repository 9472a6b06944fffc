"""Quantities stated over periods (the hours of a day, the pay of a month) as runs of periods, one segment a period."""

from __future__ import annotations

import numpy as np
from numba import njit

from kyosei.evidence.voting import reach

__all__ = ["quantity_leaf"]

_MISSING = 4
_CONFLICT = 16
_DISPUTED = 32
_NEVER = 1_000_000


@njit(cache=True)
def _append(arena, top, day, lo, hi, causes):
    """Append a period; periods are never joined, even if they are alike."""
    arena.day[top] = day
    arena.lo[top] = lo
    arena.hi[top] = hi
    arena.tv[top] = causes
    return top + 1


@njit(cache=True)
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
                if scratch.sources[s] == columns.coverages.source[c]:
                    holds = scratch.holds[s]
            if not holds or columns.coverages.disputer[c] >= 0:
                continue
            begin = columns.coverages.from_day[c]
            end = reach(columns, c, asked.lag[q], reading)
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


@njit(cache=True)
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
            if scratch.sources[s] == rows.source[row]:
                holds = scratch.holds[s]
        if holds == others or not (rows.field_has[row] >> asked.value[q]) & 1 or rows.until_day[row] > cut:
            continue
        best = row
        k = _same_period(rows, scratch, count, k, row)
        for j in range(count):  # of several statements about one period the one stated last counts
            other = scratch.matched[j]
            same = rows.from_day[other] == rows.from_day[row] and rows.until_day[other] == rows.until_day[row]
            if same and rows.source[other] == rows.source[row] and rows.stated[other] > rows.stated[best]:
                best = other
        begin = max(rows.from_day[best], cursor)
        end = rows.until_day[best]
        if end <= cursor:
            continue
        if begin > cursor:
            top = _gap(columns, asked, q, scratch, cover_count, source_count, others, cursor, begin, reading, arena,
                       top)  # fmt: skip
        value = columns.field[rows.field_from[best] + asked.value[q]]
        disputer = rows.disputer[best]
        if 0 <= disputer != rows.source[best]:
            top = _append(arena, top, begin, 0, np.int64(1) << 60, _DISPUTED)
        elif rows.from_day[best] < cursor:
            top = _append(arena, top, begin, 0, value, _CONFLICT)  # two periods overlap: how much lies here is open
        else:
            top = _append(arena, top, begin, value, value, 0)
        cursor = end
    if cursor < _NEVER:
        top = _gap(columns, asked, q, scratch, cover_count, source_count, others, cursor, _NEVER, reading, arena, top)
    return top


@njit(cache=True)
def _same_period(rows, scratch, count, k, row):
    """The place after the statements that speak of the same period as `row`."""
    while (
        k < count
        and rows.from_day[scratch.matched[k]] == rows.from_day[row]
        and rows.until_day[scratch.matched[k]] == rows.until_day[row]
    ):
        k += 1
    return k
