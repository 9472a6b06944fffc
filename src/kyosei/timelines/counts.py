"""The operators that count and add up within a window: days, events, quantities stated over periods."""

from __future__ import annotations

import numpy as np
from numba import njit

from kyosei.timelines.arena import put
from kyosei.timelines.operators import add_bounds, causes_or_missing
from kyosei.timelines.windows import last_day_reached

__all__ = ["count_within", "days_within", "running_count", "total_within"]

_NO = 1
_YES = 2
_OPEN = 3
_CAUSES = 252
_NEVER = 1_000_000


@njit(cache=True)
def days_within(arena, top, start, length, size):
    """How many days of the window of `size` days x held: surely (lower bound) and possibly (upper bound)."""
    out = top
    end = start + length
    first, last, day = start, start, 0
    while True:
        while last + 1 < end and arena.day[last + 1] <= day:
            last += 1
        from_day = max(day - size + 1, 0)
        while first + 1 < end and arena.day[first + 1] <= from_day:
            first += 1
        lo, hi, causes = 0, 0, 0
        steady = True
        for i in range(first, last + 1):
            a = max(arena.day[i], from_day)
            b = day + 1 if i == last else arena.day[i + 1]
            tv = arena.tv[i]
            if tv & _YES:
                hi += b - a
                if tv == _YES:
                    lo += b - a
                else:
                    causes |= tv & _CAUSES
        if first < last:
            steady = False
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        if top + 2 > arena.day.shape[0]:
            return -1
        if steady and day >= size - 1:
            if last + 1 >= end:
                return top
            day = arena.day[last + 1]
        else:
            day += 1


@njit(cache=True)
def count_within(arena, top, start, length, months, size):
    """How many events lie in the window: YES days surely, each open run possibly one more. size 0: since the beginning."""
    if top + 2 * length + 2 > arena.day.shape[0]:
        return -1
    out = top
    end = start + length
    steps = np.empty(3 * length + 3, np.int64)
    count = 0
    for i in range(start, end):
        steps[count] = arena.day[i]
        count += 1
        if size > 0 and i + 1 < end:
            steps[count] = last_day_reached(arena.day[i + 1] - 1, months, size) + 1
            count += 1
    ordered = np.sort(steps[:count])
    for step in range(count):
        day = ordered[step]
        if day >= _NEVER or (step > 0 and ordered[step - 1] == day):
            continue
        lo, hi, causes = 0, 0, 0
        for i in range(start, end):
            if arena.day[i] > day:
                break
            tv = arena.tv[i]
            if tv == _NO:
                continue
            last = arena.day[i + 1] - 1 if i + 1 < end else _NEVER
            if size > 0 and last_day_reached(last, months, size) < day:
                continue
            hi += 1
            if tv == _YES:
                lo += 1
            else:
                causes |= tv & _CAUSES
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
    return top


@njit(cache=True)
def running_count(arena, top, start, length):
    """How many events there have been so far: every YES day surely one, every open run possibly one more."""
    if top + length + 1 > arena.day.shape[0]:
        return -1
    out = top
    lo, hi, causes = 0, 0, 0
    for i in range(start, start + length):
        tv = arena.tv[i]
        if tv & _YES:
            hi += 1
            if tv == _YES:
                lo += 1
            else:
                causes |= tv & _CAUSES
        top = put(arena, out, top, arena.day[i], lo, hi, causes_or_missing(causes) if lo < hi else 0)
    return top


@njit(cache=True)
def total_within(arena, top, start, length, mask, mask_length, size):
    """The sum of quantities in the window of `size` days, over the days on which the mask is NO.

    A quantity is stated over a segment. It enters wholly if window and unmasked days contain the segment, with the
    bounds 0 to all if they only meet it, and not at all on masked days.
    """
    out = top
    end = start + length
    mask_end = mask + mask_length
    first, last, day = start, start, 0
    while True:
        while last + 1 < end and arena.day[last + 1] <= day:
            last += 1
        from_day = max(day - size + 1, 0)
        while first + 1 < end and arena.day[first + 1] <= from_day:
            first += 1
        lo, hi, causes = 0, 0, 0
        following = arena.day[last + 1] if last + 1 < end else _NEVER
        place = mask
        for i in range(first, last + 1):
            a = arena.day[i]
            b = arena.day[i + 1] if i + 1 < end else _NEVER
            inside = a >= from_day and b <= day + 1
            masked, open_days, free = _masked(arena, place, mask_end, max(a, from_day), min(b, day + 1))
            if masked and not open_days and not free:
                pass  # wholly on masked days
            elif inside and free and not masked and not open_days:
                lo = add_bounds(lo, arena.lo[i])
                hi = add_bounds(hi, arena.hi[i])
                causes |= arena.tv[i]
            else:
                hi = add_bounds(hi, arena.hi[i])
                causes |= arena.tv[i]
            if day < b - 1 < following:
                following = b - 1
            if day < a + size - 1 < following:
                following = a + size - 1
            if day < a + size < following:
                following = a + size
            if day < b + size - 1 < following:
                following = b + size - 1
        for i in range(mask, mask_end):
            if day < arena.day[i] < following:
                following = arena.day[i]
            if day < arena.day[i] + size - 1 < following:
                following = arena.day[i] + size - 1
        if top + 2 > arena.day.shape[0]:
            return -1
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        if following >= _NEVER:
            return top
        day = following


@njit(cache=True)
def _masked(arena, mask, mask_end, from_day, until_day):
    """Whether the days of a span meet masked, open and free days of the mask."""
    masked = False
    open_days = False
    free = False
    for i in range(mask, mask_end):
        a = arena.day[i]
        b = arena.day[i + 1] if i + 1 < mask_end else _NEVER
        if b <= from_day:
            continue
        if a >= until_day:
            break
        tv = arena.tv[i]
        if tv == _YES:
            masked = True
        elif tv == _NO:
            free = True
        else:
            open_days = True
    return masked, open_days, free
