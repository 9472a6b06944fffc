"""The operators that follow the calendar: month by month, shifts, days that come near, and days when organs are closed."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, kernel, put
from kyosei.timelines.calendar import (
    add_months,
    first_of_month,
    is_working_day,
    month_index,
)
from kyosei.timelines.operators import causes_or_missing
from kyosei.timelines.windows import LONGEST_RUN_OF_EVENTS

__all__ = ["each_month", "month_sample", "moved_to_working_day", "nearing", "shift"]

_NO = 1
_YES = 2
_OPEN = 3
_NEVER = 1_000_000
_SAMPLING_ENDS = 73048  # 2100-01-01: samples of a timeline without end stop here, beyond every question that is asked


@kernel
def each_month(arena, top, start, length, first_back, last_back):
    """Whether x held on the last day of every month from `first_back` to `last_back` months ago (this month is 0)."""
    if top + 1 > arena.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, 0, 0, arena[start, TV])
    if length == 1:
        return top
    index = month_index(arena[start + 1, DAY])
    end = start + length
    place = start
    while True:
        day = first_of_month(index - first_back + 1) - 1
        last = first_of_month(index - last_back + 1) - 1
        while place + 1 < end and arena[place + 1, DAY] <= day:
            place += 1
        result, i = arena[place, TV], place
        while i + 1 < end and arena[i + 1, DAY] <= last:
            i += 1
            ends_at = min(last, arena[i + 1, DAY] - 1) if i + 1 < end else last
            if first_of_month(month_index(arena[i, DAY]) + 1) - 1 <= ends_at:  # a month ends within it
                tv = arena[i, TV]
                result = _NO if result == _NO or tv == _NO else result | tv
        if top + 2 > arena.shape[0]:
            return -1
        top = put(arena, out, top, max(first_of_month(index), 0), 0, 0, result)
        # It can change when the months looked at leave their first segment, or reach the one after their last.
        following = _NEVER
        if place + 1 < end:
            following = month_index(arena[place + 1, DAY]) + first_back
        if i + 1 < end:
            following = min(following, month_index(arena[i + 1, DAY]) + last_back)
        if following >= _NEVER:
            return top
        index = following


@kernel
def month_sample(arena, top, start, length, months_before):
    """An event on the first day of a month: x on the last day of the month that lies `months_before` months back."""
    if top + 1 > arena.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, 0, 0, _NO)
    i = start
    end = start + length
    while i < end:
        tv = arena[i, TV]
        if tv == _NO:
            i += 1
            continue
        if i + 1 == end:
            return _sample_tail(arena, out, top, arena[i, DAY], tv, months_before)
        last_day = arena[i + 1, DAY] - 1
        index = month_index(arena[i, DAY])
        while first_of_month(index + 1) - 1 <= last_day:
            event = first_of_month(index + months_before)
            if top + 3 > arena.shape[0]:
                return -1
            top = put(arena, out, top, event, 0, 0, tv)
            top = put(arena, out, top, event + 1, 0, 0, _NO)
            index += 1
        i += 1
    return top


@kernel
def _sample_tail(arena, out, top, from_day, tv, months_before):
    """Samples of a last segment, which has no end: month by month to the end of the century."""
    index = month_index(from_day)
    if tv & _OPEN == _OPEN:
        # An open tail gives one potential event that may come at any time.
        if top + 1 > arena.shape[0]:
            return -1
        return put(arena, out, top, first_of_month(index + months_before), 0, 0, tv)
    while first_of_month(index) < _SAMPLING_ENDS:
        event = first_of_month(index + months_before)
        if top + 3 > arena.shape[0]:
            return -1
        top = put(arena, out, top, event, 0, 0, tv)
        top = put(arena, out, top, event + 1, 0, 0, _NO)
        index += 1
    return top


@kernel
def shift(arena, top, start, length, months, size):
    """The value of so many days or months ago (negative: ahead); months are clipped to the end of a short month."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        day = arena[i, DAY]
        if i > start:
            if months:
                moved = add_months(day, size)
                while add_months(moved, -size) >= day:
                    moved -= 1
                while add_months(moved, -size) < day:
                    moved += 1
                day = moved
            else:
                day = day + size
            day = max(0, day)
        top = put(arena, out, top, day, arena[i, LO], arena[i, HI], arena[i, TV])
    return top


@kernel
def nearing(arena, top, start, length, months):
    """Whether the day that a number gives is at most so many months ahead (or past); an open number leaves it open."""
    if top + 2 * length + 1 > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        day = arena[i, DAY]
        until = arena[i + 1, DAY] if i + 1 < start + length else _NEVER
        if arena[i, LO] < arena[i, HI]:
            top = put(arena, out, top, day, 0, 0, _OPEN | causes_or_missing(arena[i, TV]))
            continue
        if arena[i, LO] >= _NEVER:
            top = put(arena, out, top, day, 0, 0, _NO)
            continue
        near = add_months(arena[i, LO], -months)
        if near > day:
            top = put(arena, out, top, day, 0, 0, _NO)
        if near < until:
            top = put(arena, out, top, max(near, day), 0, 0, _YES)
    return top


@kernel
def moved_to_working_day(arena, top, start, length, holidays):
    """For an event on a day when organs are closed, the event of the next working day; other events give none.

    The event of an end is dated the day before it is known, so the day looked at is the day before each YES day. An open
    run stays one potential event, and lasts until the last day to which it can be moved.
    """
    out = top
    end = start + length
    for i in range(start, end):
        day = arena[i, DAY]
        until = arena[i + 1, DAY] if i + 1 < end else _NEVER
        every_day = arena[i, TV] == _YES and until - day <= LONGEST_RUN_OF_EVENTS
        steady = False
        while day < until and not steady:
            if top + 1 > arena.shape[0]:
                return -1
            tv, steady = _moved_to(arena, start, end, i, day, holidays)
            top = put(arena, out, top, day, 0, 0, tv)
            steady = steady and not every_day
            day += 1
    return top


@kernel
def _moved_to(arena, start, end, i, day, holidays):
    """What is moved to a day of segment i from the closed days just before it; and whether it stays so in the segment."""
    open_days = arena[i, TV] if arena[i, TV] & _OPEN == _OPEN else 0
    certain = False
    looked_at = day + 1
    j = i
    while looked_at > 1 and not is_working_day(looked_at - 2, holidays):
        looked_at -= 1
        while arena[j, DAY] > looked_at:
            j -= 1
        tv = arena[j, TV]
        if tv & _OPEN == _OPEN:
            open_days |= tv
        elif tv == _YES:
            long = (arena[j + 1, DAY] if j + 1 < end else _NEVER) - arena[j, DAY] > LONGEST_RUN_OF_EVENTS
            certain = certain or not long or looked_at == arena[j, DAY]
    if certain and is_working_day(day, holidays):
        return _YES, False
    return _NO if open_days == 0 else open_days, looked_at > arena[i, DAY] and day > arena[i, DAY]
