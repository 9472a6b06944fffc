"""The operators with memory once more, day by day: each reads a timeline as a function of days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf
from typing import Any

from kyosei.timelines.program import Op
from kyosei.timelines.truth import NO, OPEN, YES
from tests.timelines.naive_calendar import (
    age_on,
    first_of,
    is_open_day,
    month_end,
    period_ends,
    same_day_of_month,
)
from tests.timelines.naive_values import (
    CLOSED,
    LONGEST_RUN,
    NEVER,
    Num,
    causes,
    every,
    is_open,
    number,
    opposite,
    some,
)


@dataclass(frozen=True, slots=True)
class Event:
    """A YES day, or a maximal open run, which is one potential event."""

    first: int
    last: int
    certain: bool


def events_of(x: Callable[[int], int], until: int) -> Iterator[Event]:
    """The events that begin up to a day, in order."""
    day = 0
    while day <= until:
        truth = x(day)
        last = day
        if truth == YES:
            while last - day < LONGEST_RUN and x(last + 1) == YES:
                last += 1
            if last - day < LONGEST_RUN:
                yield from (Event(d, d, True) for d in range(day, last + 1))
            else:
                yield Event(day, day, True)
                while last <= until and x(last + 1) == YES:
                    last += 1
        elif is_open(truth):
            while last - day < until + LONGEST_RUN and is_open(x(last + 1)):
                last += 1
            yield Event(day, last, False)
        day = last + 1


def open_causes(x: Callable[[int], int], event: Event) -> int:
    """The causes of a potential event: those of all its days."""
    return 0 if event.certain else some(x(day) for day in range(event.first, event.last + 1)) & ~OPEN


def reaches(day: int, months: int, size: int) -> float:
    """The last day whose window still meets a day; size 0: every later one."""
    if size == 0:
        return inf
    return period_ends(day, size) if months else day + size - 1


def in_window(day: int, months: int, size: int) -> range:
    """The days of the window that ends on a day."""
    first = day if size else 0
    while first > 0 and reaches(first - 1, months, size) >= day:
        first -= 1
    return range(first, day + 1)


def count_within(x: Callable[[int], int], events: Sequence[Event], day: int, p: Sequence[int]) -> Num:
    """YES days surely, each open run that the window meets possibly one more."""
    window = in_window(day, *p)
    met = [event for event in events if event.first <= day and event.last >= window[0]]
    why = reduce(int.__or__, (causes(x(d)) for d in window if is_open(x(d))), 0)
    return number(sum(1 for event in met if event.certain), len(met), why)


def days_within(x: Callable[[int], int], day: int, p: Sequence[int]) -> Num:
    """Surely so many days of the window, possibly so many."""
    truths = [x(d) for d in range(max(day - p[0] + 1, 0), day + 1)]
    return number(truths.count(YES), len(truths) - truths.count(NO), some(t for t in truths if is_open(t)))


def held_in_all(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """So many days up to today, counted one by one."""
    truths = [x(d) for d in range(day + 1)]
    if truths.count(YES) >= p[0]:
        return YES
    return NO if len(truths) - truths.count(NO) < p[0] else some(t for t in truths if is_open(t))


def continuously(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """A chain up to today is long enough, its first day and gaps included, with no gap too long."""
    at_least, gap_at_most = p

    def long_enough(holds: Callable[[int], bool]) -> bool:
        gap = 0
        for start in range(day, -1, -1):
            gap = 0 if holds(start) else gap + 1
            if gap > gap_at_most:
                return False
            if gap == 0 and day - start + 1 >= at_least:
                return True
        return False

    if long_enough(lambda d: x(d) == YES):
        return YES
    if not long_enough(lambda d: x(d) != NO):
        return NO
    return some(x(d) for d in range(max(day - at_least - gap_at_most + 1, 0), day + 1) if is_open(x(d)))


def month_sample(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """On the first of a month: x on the last day of the month so many months back. An open end is one potential event."""
    sampled = month_end(day, -p[0])
    if sampled < 0:
        return NO
    if day == first_of(day, 0):
        return x(sampled)
    return x(sampled) if is_open(x(sampled)) and all(x(sampled + k) == x(sampled) for k in range(LONGEST_RUN)) else NO


def moved_to_working_day(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """The event (dated the day before it is known) of a closed day, on the next open one; an open run may last so long."""
    del p
    closed = day
    while closed > 0 and not is_open_day(closed - 1, CLOSED):
        closed -= 1
    known = range(closed + 1, day + 1)  # the days on which the events of the closed days just before are known
    if is_open_day(day, CLOSED) and any(is_event(x, d) for d in known):
        return YES
    return some(x(d) for d in {*known, day} if is_open(x(d)))


def is_event(x: Callable[[int], int], day: int) -> bool:
    """Whether a day is an event: a YES day, but of a long run only the first."""
    if x(day) != YES:
        return False
    first = last = day
    while first > 0 and day - first <= LONGEST_RUN and x(first - 1) == YES:
        first -= 1
    while last - day <= LONGEST_RUN and x(last + 1) == YES:
        last += 1
    return first == day or last - first < LONGEST_RUN


def total_within(quantity: Callable[[int], Any], mask: Callable[[int], int], day: int, size: int) -> Num:
    """Whole where window and unmasked days contain the period, 0 to all where they meet it, nothing where masked."""
    window = range(max(day - size + 1, 0), day + 1)
    low = high = 0.0
    why = 0
    for begin, end, stated in dict.fromkeys(quantity(d) for d in window):
        met = [mask(d) for d in range(max(begin, window[0]), min(end, day + 1))]
        if all(t == YES for t in met) or stated[1] == 0:
            continue
        whole = begin >= window[0] and end <= day + 1 and all(t == NO for t in met)
        low += stated[0] if whole else 0
        high += stated[1]
        why |= stated[2] | some(t for t in met if is_open(t))
    return number(low, high, why & ~OPEN)


def nearing(day_of: Callable[[int], Num], day: int, p: Sequence[int]) -> int:
    """The day is at most so many months ahead, or past."""
    low, high, why = day_of(day)
    if low < high:
        return OPEN | causes(why)
    return YES if low < NEVER and same_day_of_month(int(low), -p[0]) <= day else NO


def age(born: Callable[[int], Num], day: int, p: Sequence[int]) -> Num:
    """Completed years; unbounded if the day of birth is open."""
    del p
    low, high, why = born(day)
    return number(0, inf, why) if low < high else number(age_on(int(low), day), age_on(int(low), day), 0)


def before_the_first_day(x: Callable[[int], Any], day: int) -> Any:
    """What was so before the first day is what was so on it. Any: a truth or a number."""
    return x(max(day, 0))


def unless_silent(truth: int, silence: int) -> int:
    """The truth; where it is open by nothing but silence, NO."""
    return NO if is_open(truth) and not truth & ~OPEN & ~silence else truth


MEMORY: dict[Op, Callable[[Callable[[int], Any], int, Sequence[int]], Any]] = {
    Op.BEGINS: lambda x, d, p: every([opposite(x(d - 1)), x(d)]) if d > 0 else NO,
    Op.ENDS: lambda x, d, p: every([x(d - 1), opposite(x(d))]) if d > 0 else NO,
    Op.ON_RECORD: lambda x, d, p: some(unless_silent(x(e), p[0]) for e in range(d + 1)),
    Op.EVER: lambda x, d, p: some(x(e) for e in in_window(d, *p)),
    Op.THROUGHOUT: lambda x, d, p: every(x(e) for e in in_window(d, *p)),
    Op.CONTINUOUSLY: continuously,
    Op.DAYS_WITHIN: days_within,
    Op.HELD_IN_ALL: held_in_all,
    Op.EACH_MONTH: lambda x, d, p: every(
        before_the_first_day(x, month_end(d, -back)) for back in range(p[1], p[0] + 1)
    ),
    Op.SHIFT_DAYS: lambda x, d, p: before_the_first_day(x, d - p[0]),
    Op.SHIFT_MONTHS: lambda x, d, p: before_the_first_day(x, same_day_of_month(d, -p[0])),
    Op.AGE: age,
    Op.NEARING: nearing,
    Op.MONTH_SAMPLE: month_sample,
    Op.NEXT_WORKING_DAY: moved_to_working_day,
}
