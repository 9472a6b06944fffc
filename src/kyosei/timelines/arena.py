"""Where timelines live while they are computed: four parallel columns that grow from the front.

A timeline is a run of segments: `day[i]` is the first day of segment i, which lasts until `day[i + 1]` or for ever. The
first segment of every timeline begins at day 0. A truth stands in `tv`. A number has its bounds in `lo`, `hi` and its
causes in `tv`. A choice has the mask of values still possible in `lo` and its causes in `tv`. Every operator appends its
result at `top` and returns the new top, or -1 if the arena is too small.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

__all__ = ["Arena", "copy", "make_arena", "put", "value_index"]


class Arena(NamedTuple):
    """Columns of segments, all of one length."""

    day: NDArray[np.int32]
    lo: NDArray[np.int64]
    hi: NDArray[np.int64]
    tv: NDArray[np.uint8]


def make_arena(capacity: int) -> Arena:
    """An empty arena for so many segments."""
    return Arena(
        np.empty(capacity, np.int32),
        np.empty(capacity, np.int64),
        np.empty(capacity, np.int64),
        np.empty(capacity, np.uint8),
    )


@njit(cache=True)
def put(arena, start, top, day, lo, hi, tv):
    """Append a segment to the timeline that began at `start`, joining it to the last one if nothing changed."""
    if top > start:
        last = top - 1
        if arena.day[last] >= day:
            # A later writer of the same day wins: the earlier segment would be empty.
            arena.lo[last] = lo
            arena.hi[last] = hi
            arena.tv[last] = tv
            if last > start:
                before = last - 1
                if arena.lo[before] == lo and arena.hi[before] == hi and arena.tv[before] == tv:
                    return last
            return top
        if arena.lo[last] == lo and arena.hi[last] == hi and arena.tv[last] == tv:
            return top
    arena.day[top] = day
    arena.lo[top] = lo
    arena.hi[top] = hi
    arena.tv[top] = tv
    return top + 1


@njit(cache=True)
def copy(source, start, length, arena, top):
    """Copy a timeline from one arena to another as it is; returns the new top, or -1."""
    if top + length > arena.day.shape[0]:
        return -1
    for i in range(length):
        arena.day[top + i] = source.day[start + i]
        arena.lo[top + i] = source.lo[start + i]
        arena.hi[top + i] = source.hi[start + i]
        arena.tv[top + i] = source.tv[start + i]
    return top + length


@njit(cache=True)
def value_index(arena, start, length, day):
    """The place of the segment in which a day lies (binary search)."""
    low = start
    high = start + length
    while high - low > 1:
        middle = (low + high) // 2
        if arena.day[middle] <= day:
            low = middle
        else:
            high = middle
    return low
