"""The operators with memory: what began, what ended, what ever held and for how long.

A window of n days that ends on a day includes that day: [d - n + 1, d]. A window of n months after an event is the
period of the Civil Code (arts. 140, 143): it does not count the day of the event, and the event's own day is in it.
Where a truth is open, what surely holds and what may hold are followed separately; the causes are those of the open
days that the window meets.
"""

from __future__ import annotations

from kyosei.timelines.arena import DAY, TV, inlined, kernel, put
from kyosei.timelines.calendar import end_of_period_months
from kyosei.timelines.operators import advance, causes_or_missing

__all__ = [
    "LONGEST_RUN_OF_EVENTS",
    "begins",
    "continuously",
    "ends",
    "ever",
    "held_in_all",
    "last_day_reached",
    "on_record",
    "since",
]

_NO = 1
_YES = 2
_OPEN = 3
_CAUSES = 252
_NEVER = 1_000_000

LONGEST_RUN_OF_EVENTS = 400
"""Every YES day is an event; a longer run of such days is one event, not an event a day."""


@inlined
def begins(arena, top, start, length):
    """Not x the day before and x today; an open run of the result is one potential event."""
    if top + 2 * length + 1 > arena.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, 0, 0, _NO)
    for i in range(start, start + length):
        tv = arena[i, TV]
        day = arena[i, DAY]
        if i > start:
            before = arena[i - 1, TV]
            if before == _YES or tv == _NO:
                first = _NO
            elif before == _NO:
                first = tv
            else:
                first = _OPEN | ((before | tv) & _CAUSES)
            top = put(arena, out, top, day, 0, 0, first)
        # On the later days of a segment both days have the same value.
        top = put(arena, out, top, day + 1, 0, 0, tv if tv & _OPEN == _OPEN else _NO)
    return top


@inlined
def ends(arena, top, start, length):
    """x the day before and not x today: the end is known on the first day outside, the event is dated the day before."""
    if top + 2 * length + 1 > arena.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, 0, 0, _NO)
    for i in range(start, start + length):
        tv = arena[i, TV]
        day = arena[i, DAY]
        if i > start:
            before = arena[i - 1, TV]
            if before == _NO or tv == _YES:
                first = _NO
            elif before == _YES:
                first = _YES if tv == _NO else tv
            else:
                first = _OPEN | ((before | tv) & _CAUSES)
            top = put(arena, out, top, day, 0, 0, first)
        top = put(arena, out, top, day + 1, 0, 0, tv if tv & _OPEN == _OPEN else _NO)
    return top


@kernel
def last_day_reached(day, months, size):
    """The last day to which a day counts: a window of `size` days, or a period of `size` months after it."""
    if day >= _NEVER:
        return day
    if months:
        return end_of_period_months(day, size)
    return day + size - 1


@inlined
def ever(arena, top, start, length, months, size, sought):
    """Whether `sought` (YES) was so on a day of the window; with `sought` = NO the dual, whether it was YES all along.

    size 0: the window reaches back to the beginning.
    """
    if top + 3 * length + 2 > arena.shape[0]:
        return -1
    out = top
    end = start + length
    first = start  # the earliest segment that the window still meets
    day, opened = 0, start
    while True:
        while opened + 1 < end and arena[opened + 1, DAY] <= day:
            opened += 1
        if size > 0:
            while first < opened and last_day_reached(arena[first + 1, DAY] - 1, months, size) < day:
                first += 1
        result = sought ^ _OPEN
        for i in range(first, opened + 1):
            tv = arena[i, TV]
            if tv == sought:
                result = sought
                break
            if tv & _OPEN == _OPEN:
                result = result | tv
        top = put(arena, out, top, day, 0, 0, result)
        following = arena[opened + 1, DAY] if opened + 1 < end else _NEVER
        if size > 0 and first < opened:
            following = min(following, last_day_reached(arena[first + 1, DAY] - 1, months, size) + 1)
        if following >= _NEVER:
            return top
        day = following


@inlined
def on_record(arena, top, start, length, silence):
    """Whether x was so on a day up to now, as far as anybody told of it: what is open by `silence` (causes) alone is NO."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    told = _NO
    for i in range(start, start + length):
        tv = arena[i, TV]
        if tv & _OPEN == _OPEN and tv & _CAUSES & ~silence == 0:
            tv = _NO
        told = _YES if told == _YES or tv == _YES else told | tv
        top = put(arena, out, top, arena[i, DAY], 0, 0, told)
    return top


@kernel
def held_in_all(arena, top, start, length, at_least):
    """Whether x was so on at least so many days up to now, however they lie; the causes are those of all open days so far."""
    if top + 3 * length > arena.shape[0]:
        return -1
    out = top
    end = start + length
    surely, possibly, causes = 0, 0, 0
    for i in range(start, end):
        tv = arena[i, TV]
        day = arena[i, DAY]
        last = (arena[i + 1, DAY] if i + 1 < end else _NEVER) - 1
        if tv & _OPEN == _OPEN:
            causes |= tv & _CAUSES
        counted = tv != _NO
        reached = day
        while True:
            days = reached - day + 1 if counted else 0
            sure = surely + days if tv == _YES else surely
            if sure >= at_least:
                result = _YES
            elif possibly + days >= at_least:
                result = _OPEN | causes
            else:
                result = _NO
            top = put(arena, out, top, reached, 0, 0, result)
            following = _NEVER
            if counted and possibly + days < at_least:
                following = day + at_least - possibly - 1
            elif tv == _YES and sure < at_least:
                following = day + at_least - surely - 1
            if following > last:
                break
            reached = following
        if counted:
            possibly += last - day + 1
        if tv == _YES:
            surely += last - day + 1
    return top


@inlined
def since(arena, top, left, left_length, right, right_length):
    """Whether x (left) has held since the last event of the right: x today, or held yesterday and no event today."""
    if top + 2 * (left_length + right_length) > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, 0
    held = _NO
    while day >= 0:
        x = arena[i, TV]
        reset = arena[j, TV]
        i, j, following = advance(arena, i, left + left_length, j, right + right_length)
        for later in range(2):  # from its second day on, a pair of segments changes nothing any more
            if later == 0 or following < 0 or day + later < following:
                kept = reset if reset & _OPEN == _OPEN else reset ^ _OPEN
                kept = _NO if held == _NO or kept == _NO else held | kept
                held = _YES if x == _YES or kept == _YES else x | kept
                top = put(arena, out, top, day + later, 0, 0, held)
        day = following
    return top


@kernel
def _run_holds(arena, start, end, day_index, day, may, at_least, gap_at_most):
    """Whether a chain that ends on `day` is long enough, with x taken as `may` (YES or OPEN) or only as YES."""
    i = day_index
    gap = 0
    chain_end = day
    chain_start = -1
    while i >= start:
        tv = arena[i, TV]
        holds = tv == _YES or (may and tv & _OPEN == _OPEN)
        seg_first = arena[i, DAY]
        seg_last = chain_end if i == day_index else arena[i + 1, DAY] - 1
        if holds:
            chain_start = seg_first
            gap = 0
            if day - chain_start + 1 >= at_least:
                return True
        else:
            gap += seg_last - seg_first + 1
            if gap > gap_at_most:
                return False
        i -= 1
    return chain_start >= 0 and day - chain_start + 1 >= at_least


@kernel
def continuously(arena, top, start, length, at_least, gap_at_most):
    """x has held for at least so many days up to today, with no gap longer than so many days; today x holds or a gap runs.

    The days of a chain are counted from its first day to today, gaps included. The window is `at_least + gap_at_most` days:
    what lies before it cannot matter.
    """
    if top + 4 * length + 4 > arena.shape[0]:
        return -1
    out = top
    end = start + length
    index, day = start, 0
    while True:
        while index + 1 < end and arena[index + 1, DAY] <= day:
            index += 1
        surely = _run_holds(arena, start, end, index, day, False, at_least, gap_at_most)
        possibly = surely or _run_holds(arena, start, end, index, day, True, at_least, gap_at_most)
        tv = _YES if surely else _NO
        if possibly and not surely:
            causes = 0
            i = index
            while i >= start and (i == index or arena[i + 1, DAY] > day - at_least - gap_at_most + 1):
                if arena[i, TV] & _OPEN == _OPEN:
                    causes |= arena[i, TV] & _CAUSES
                i -= 1
            tv = _OPEN | causes_or_missing(causes)
        top = put(arena, out, top, day, 0, 0, tv)
        # The value can change at a segment's first day, when a chain becomes long enough, or when a gap becomes too long.
        following = arena[index + 1, DAY] if index + 1 < end else _NEVER
        for i in range(start, index + 1):
            long_enough = arena[i, DAY] + at_least - 1
            if day < long_enough < following:
                following = long_enough
            too_long = arena[i, DAY] + gap_at_most
            if day < too_long < following:
                following = too_long
            seen = arena[i, DAY] + at_least + gap_at_most - 1
            if day < seen < following:
                following = seen
        if following >= _NEVER:
            return top
        if top + 3 > arena.shape[0]:
            return -1
        day = following
