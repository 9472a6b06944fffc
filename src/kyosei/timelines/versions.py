"""The version of a norm that a day has, and what to say of days that none has."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LENGTH, LO, START, TV, inlined, put

__all__ = ["versions"]

_LAW = 128
_STATE_OPEN = 6


@inlined
def versions(arena, top, slots, scratch, count, p, parameter, known_day):
    """The version of the day; open(law) where none covers it, or when a day already known is past the review date.

    Parameters for each version: first day in force, first day outside, last day before review is due.
    """
    needed = 4
    for k in range(count):
        needed += slots[scratch[k], LENGTH] + 3
    if top + needed > arena.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, _STATE_OPEN, 0, _LAW)
    for k in range(count):
        from_day = max(parameter[p + 3 * k], 0)
        until_day = parameter[p + 3 * k + 1]
        stale_from = min(max(parameter[p + 3 * k + 2] + 1, from_day), until_day)
        stale_until = min(known_day + 1, until_day)
        start = slots[scratch[k], START]
        end = start + slots[scratch[k], LENGTH]
        for i in range(start, end):
            a = max(arena[i, DAY], from_day)
            b = min(arena[i + 1, DAY] if i + 1 < end else 1 << 30, until_day)
            if a >= b:
                continue
            if stale_from < stale_until and a < stale_until and b > stale_from:
                if a < stale_from:
                    top = put(arena, out, top, a, arena[i, LO], arena[i, HI], arena[i, TV])
                top = put(arena, out, top, max(a, stale_from), _STATE_OPEN, 0, _LAW)
                if b > stale_until:
                    top = put(arena, out, top, stale_until, arena[i, LO], arena[i, HI], arena[i, TV])
            else:
                top = put(arena, out, top, a, arena[i, LO], arena[i, HI], arena[i, TV])
        if until_day < 1_000_000:
            top = put(arena, out, top, until_day, _STATE_OPEN, 0, _LAW)
    return top
