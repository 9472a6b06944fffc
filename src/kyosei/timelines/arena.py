"""Where timelines live while they are computed: one table of segments that grows from the front.

A timeline is a run of rows. `arena[i, DAY]` is the first day of segment i, which lasts until the next row's day or for
ever; the first segment of every timeline begins at day 0. A truth stands in TV. A number has its bounds in LO and HI and
its causes in TV. A choice has the mask of values still possible in LO and its causes in TV. Every operator appends its
result at `top` and returns the new top, or -1 if the arena is too small.

It is one array of whole numbers because a kernel is called a hundred times for one person: handing over a tuple of
arrays took fifteen times as long as the work itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kyosei.kernel_cache import compiler

__all__ = ["DAY", "HI", "LO", "TV", "Arena", "copy", "kernel", "make_arena", "put", "value_index"]

DAY = 0
LO = 1
HI = 2
TV = 3

# Columns of a place: where a timeline stands in an arena.
START = 0
LENGTH = 1

Arena = NDArray[np.int64]

njit = compiler()

kernel = njit(cache=True, nogil=True, _nrt=False)
"""Compile a function that allocates nothing. Numba then counts no references to the arrays that it is handed, which
took four times as long as the work itself (docs/decisions)."""


def make_arena(capacity: int) -> Arena:
    """An empty arena for so many segments."""
    return np.empty((capacity, 4), np.int64)


inlined = njit(cache=True, nogil=True, _nrt=False, forceinline=True)
"""The same for a small function that is called in inner loops: it becomes part of its callers."""


@inlined
def put(arena, start, top, day, lo, hi, tv):
    """Append a segment to the timeline that began at `start`, joining it to the last one if nothing changed."""
    if top > start:
        last = top - 1
        if arena[last, DAY] >= day:
            # A later writer of the same day wins: the earlier segment would be empty.
            arena[last, LO] = lo
            arena[last, HI] = hi
            arena[last, TV] = tv
            if last > start:
                before = last - 1
                if arena[before, LO] == lo and arena[before, HI] == hi and arena[before, TV] == tv:
                    return last
            return top
        if arena[last, LO] == lo and arena[last, HI] == hi and arena[last, TV] == tv:
            return top
    arena[top, DAY] = day
    arena[top, LO] = lo
    arena[top, HI] = hi
    arena[top, TV] = tv
    return top + 1


@inlined
def copy(source, start, length, arena, top):
    """Copy a timeline from one arena to another as it is; returns the new top, or -1."""
    if top + length > arena.shape[0]:
        return -1
    for i in range(length):
        for column in range(4):
            arena[top + i, column] = source[start + i, column]
    return top + length


@inlined
def value_index(arena, start, length, day):
    """The place of the segment in which a day lies (binary search)."""
    low = start
    high = start + length
    while high - low > 1:
        middle = (low + high) // 2
        if arena[middle, DAY] <= day:
            low = middle
        else:
            high = middle
    return low
