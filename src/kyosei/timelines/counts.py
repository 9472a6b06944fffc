"""The operators that count and add up within a window: days, events, quantities stated over periods."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, kernel, put
from kyosei.timelines.operators import add_bounds, causes_or_missing
from kyosei.timelines.windows import LONGEST_RUN_OF_EVENTS, last_day_reached

__all__ = ["count_within", "days_within", "running_count", "total_within"]

_NO = 1
_YES = 2
_OPEN = 3
_CAUSES = 252
_NEVER = 1_000_000


@kernel
def days_within(arena, top, start, length, size):
    """How many days of the window of `size` days x held: surely (lower bound) and possibly (upper bound)."""
    out = top
    end = start + length
    first, last, day = start, start, 0
    while True:
        if top + 1 > arena.shape[0]:
            return -1
        while last + 1 < end and arena[last + 1, DAY] <= day:
            last += 1
        from_day = max(day - size + 1, 0)
        while first + 1 < end and arena[first + 1, DAY] <= from_day:
            first += 1
        lo, hi, causes = 0, 0, 0
        steady = True
        for i in range(first, last + 1):
            a = max(arena[i, DAY], from_day)
            b = day + 1 if i == last else arena[i + 1, DAY]
            tv = arena[i, TV]
            if tv & _YES:
                hi += b - a
                if tv == _YES:
                    lo += b - a
                else:
                    causes |= tv & _CAUSES
        if first < last:
            steady = False
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        if steady and day >= size - 1:
            if last + 1 >= end:
                return top
            day = arena[last + 1, DAY]
        else:
            day += 1


@kernel
def count_within(arena, top, start, length, months, size):
    """How many events lie in the window: YES days surely, each open run possibly one more. size 0: since the beginning."""
    out = top
    end = start + length
    day = 0
    while day < _NEVER:
        if top + 1 > arena.shape[0]:
            return -1
        lo, hi, causes = 0, 0, 0
        following = _NEVER
        for i in range(start, end):
            first = arena[i, DAY]
            if first > day:
                following = min(following, first)
                break
            tv = arena[i, TV]
            last = arena[i + 1, DAY] - 1 if i + 1 < end else _NEVER
            if tv == _YES:
                if last - first >= LONGEST_RUN_OF_EVENTS:
                    last = first
                while size > 0 and first <= last and last_day_reached(first, months, size) < day:
                    first += 1
                if first > last:
                    continue
                lo += min(day, last) - first + 1
                hi += min(day, last) - first + 1
                if day < last:
                    following = min(following, day + 1)
                if size > 0:
                    following = min(following, last_day_reached(first, months, size) + 1)
            elif tv & _OPEN == _OPEN:
                reached = last_day_reached(last, months, size) if size > 0 else _NEVER
                if reached < day:
                    continue
                following = min(following, reached + 1)
                causes |= causes_or_missing(tv)
                goes_on = i > start and arena[i - 1, TV] & _OPEN == _OPEN
                if not goes_on or (size > 0 and last_day_reached(first - 1, months, size) < day):
                    hi += 1
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        day = following
    return top


@kernel
def running_count(arena, top, start, length):
    """How many events there have been so far: every YES day surely one, every open run possibly one more."""
    out = top
    end = start + length
    lo, hi, causes = 0, 0, 0
    for i in range(start, end):
        tv = arena[i, TV]
        days = arena[i + 1, DAY] - arena[i, DAY] if i + 1 < end else _NEVER
        days = days if tv == _YES and days <= LONGEST_RUN_OF_EVENTS else 1
        if top + days > arena.shape[0]:
            return -1
        for k in range(days):
            if tv == _YES:
                lo += 1
                hi += 1
            elif tv & _OPEN == _OPEN:
                causes |= tv & _CAUSES
                if i == start or arena[i - 1, TV] & _OPEN != _OPEN:
                    hi += 1
            top = put(arena, out, top, arena[i, DAY] + k, lo, hi, causes_or_missing(causes) if lo < hi else 0)
    return top


@kernel
def total_within(arena, top, start, length, mask, mask_length, size):
    """The sum of quantities in the window of `size` days, over the days on which the mask is NO.

    A quantity is stated over a segment. It enters wholly if window and unmasked days contain the segment, with the
    bounds 0 to all if they only meet it, and not at all on masked days. Where the mask is open, so is the total, for the
    mask's causes.
    """
    out = top
    end = start + length
    mask_end = mask + mask_length
    first, last, day = start, start, 0
    while True:
        while last + 1 < end and arena[last + 1, DAY] <= day:
            last += 1
        from_day = max(day - size + 1, 0)
        while first + 1 < end and arena[first + 1, DAY] <= from_day:
            first += 1
        lo, hi, causes = 0, 0, 0
        following = arena[last + 1, DAY] if last + 1 < end else _NEVER
        place = mask
        for i in range(first, last + 1):
            a = arena[i, DAY]
            b = arena[i + 1, DAY] if i + 1 < end else _NEVER
            inside = a >= from_day and b <= day + 1
            masked, open_causes, free = _masked(arena, place, mask_end, max(a, from_day), min(b, day + 1))
            if masked and not open_causes and not free:
                pass  # wholly on masked days
            elif inside and free and not masked and not open_causes:
                lo = add_bounds(lo, arena[i, LO])
                hi = add_bounds(hi, arena[i, HI])
                causes |= arena[i, TV]
            elif arena[i, HI] > 0:
                hi = add_bounds(hi, arena[i, HI])
                causes |= arena[i, TV] | open_causes
            if day < b - 1 < following:
                following = b - 1
            if day < a + size - 1 < following:
                following = a + size - 1
            if day < a + size < following:
                following = a + size
            if day < b + size - 1 < following:
                following = b + size - 1
        for i in range(mask, mask_end):
            if day < arena[i, DAY] < following:
                following = arena[i, DAY]
            if day < arena[i, DAY] + size - 1 < following:
                following = arena[i, DAY] + size - 1
        if top + 2 > arena.shape[0]:
            return -1
        top = put(arena, out, top, day, lo, hi, causes_or_missing(causes) if lo < hi else 0)
        if following >= _NEVER:
            return top
        day = following


@kernel
def _masked(arena, mask, mask_end, from_day, until_day):
    """Whether the days of a span meet masked and free days of the mask, and between them the causes of its open days."""
    masked = False
    open_causes = 0
    free = False
    for i in range(mask, mask_end):
        a = arena[i, DAY]
        b = arena[i + 1, DAY] if i + 1 < mask_end else _NEVER
        if b <= from_day:
            continue
        if a >= until_day:
            break
        tv = arena[i, TV]
        if tv == _YES:
            masked = True
        elif tv == _NO:
            free = True
        else:
            open_causes |= causes_or_missing(tv)
    return masked, open_causes, free
