"""Duties as obligations: one for each event that gives rise to it, from the trigger through the deadline to its end.

A state timeline holds the state in `lo` (program.State), the causes in `tv`, and in `hi` what decides the state: the
day it arose, the day it is due, and whether it is even known that it arose, packed by `pack`.
"""

from __future__ import annotations

from kyosei.timelines.arena import DAY, HI, LO, TV, inlined, kernel, put, value_index
from kyosei.timelines.calendar import (
    add_months,
    civil_from_day,
    day_from_civil,
    end_of_period_months,
    first_of_month,
    month_index,
    next_working_day,
)
from kyosei.timelines.operators import advance, causes_or_missing
from kyosei.timelines.windows import LONGEST_RUN_OF_EVENTS

__all__ = ["NOT_STATED", "deadline", "duty", "merge_states", "pack", "state", "unpack"]

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_CONFLICT = 16
_LAW = 128
_CAUSES = 252
_NEVER = 1_000_000
NOT_STATED = -1
"""No day: of a deadline without a date, or of a performance that is not recorded."""

_NOT_APPLICABLE, _MET, _DUE, _LATE, _BREACHED, _UNMET, _STATE_OPEN, _SILENT = 0, 1, 2, 3, 4, 5, 6, 7
_NEAR_MATCH_DAYS = 31
_DAY = 0x3FFFFF  # the day of arising in a packed state


@kernel
def pack(arose, due, uncertain):
    """The three things that decide a state, in one whole number."""
    return ((1 if uncertain else 0) << 44) | ((max(due, NOT_STATED) + 1) << 22) | (max(arose, NOT_STATED) + 1)


def unpack(packed: int) -> tuple[int, int, bool]:
    """Day of arising, due day and whether the trigger itself is open; NOT_STATED for a day that there is not."""
    return (packed & _DAY) - 1, ((packed >> 22) & _DAY) - 1, bool(packed >> 44)


@kernel
def deadline(event, form, n, m, rule, holidays):
    """The due day of an event, and the last day on which performing still counts as in time (they differ if accepted)."""
    if form == 0:
        due = event + n
    elif form == 1:
        due = event + n - 1
    elif form == 2:
        due = end_of_period_months(event, n)
    elif form == 3:
        due = first_of_month(month_index(event) + 2) - 1
    elif form == 4:
        due = first_of_month(month_index(event) + 1) + n - 1
    elif form == 7:
        year, _, _ = civil_from_day(event)
        due = day_from_civil(year, n, m)
        if due < event:
            due = add_months(due, 12)
    else:
        return NOT_STATED, _NEVER
    if rule == 1:
        due = next_working_day(due, holidays)
        return due, due
    if rule == 2:
        return due, next_working_day(due, holidays)
    return due, due


@kernel
def _performance(arena, start, length, occurred, keyed, possible, used, used_from, used_until):
    """The first recorded (or also `possible`) performance from a day on that fits the key and is not used; else NOT_STATED."""
    i = value_index(arena, start, length, max(occurred, 0))
    end = start + length
    while i < end:
        tv = arena[i, TV]
        key = arena[i, LO]
        if (tv == _YES and (not keyed or key < 0 or key == occurred)) or (possible and tv & _OPEN == _OPEN):
            day = max(arena[i, DAY], occurred)
            until = arena[i + 1, DAY] if i + 1 < end else _NEVER
            while day < until:
                fresh = True
                for k in range(used_from, used_until):
                    if used[k] == day:
                        fresh = False
                if fresh:
                    return day
                day += 1
        i += 1
    return NOT_STATED


@kernel
def _near_match(arena, start, length, occurred, trigger, trigger_length, offset):
    """The first performance that names nearly this event: a day miswritten, not a duty ignored; NEVER if there is none.

    One that names another event of the same duty is no mistake: it performs that one, and excuses nothing here.
    """
    for i in range(value_index(arena, start, length, max(occurred, 0)), start + length):
        key = arena[i, LO]
        if arena[i, TV] == _YES and 0 <= key != occurred and abs(key - occurred) <= _NEAR_MATCH_DAYS:
            other = value_index(arena, trigger, trigger_length, max(key - offset, 0))
            if arena[other, TV] != _YES:
                return max(arena[i, DAY], occurred)
    return _NEVER


@kernel
def _certain_obligation(arena, top, known_from, occurred, due, limit, performed, opened, causes):
    """The states of an obligation that surely arose; see the module's docstring for the columns.

    opened: the first day on which it may have been performed, if every open performance was one; NEVER if on none.
    """
    out = top
    packed = pack(occurred, due, False)
    top = put(arena, out, top, 0, _NOT_APPLICABLE, 0, 0)
    if performed != NOT_STATED and performed <= limit:
        if known_from < performed:
            top = put(arena, out, top, known_from, _DUE, packed, 0)
        return put(arena, out, top, max(performed, known_from), _MET, packed, 0)
    if known_from <= limit:
        top = put(arena, out, top, known_from, _DUE, packed, 0)
    if limit >= _NEVER:
        return top
    overdue = max(limit + 1, known_from)
    if opened <= limit:
        return put(arena, out, top, overdue, _STATE_OPEN, packed, causes_or_missing(causes))
    top = put(arena, out, top, overdue, _BREACHED, packed, 0)
    if opened < _NEVER and (performed == NOT_STATED or opened < performed):
        top = put(arena, out, top, max(opened, overdue), _STATE_OPEN, packed, causes_or_missing(causes))
    if performed != NOT_STATED:
        top = put(arena, out, top, max(performed, overdue), _LATE, packed, 0)
    return top


@kernel
def _rank(state):
    """Which state prevails: breached, open, due, closed, open by pure silence, none."""
    if state in (_BREACHED, _UNMET):
        return 5
    if state == _STATE_OPEN:
        return 4
    if state == _DUE:
        return 3
    if state in (_MET, _LATE):
        return 2
    if state == _SILENT:
        return 1
    return 0


@kernel
def _half(used):
    """How many performances each half of the scratch can hold beside its three counters."""
    return (used.shape[0] - 3) // 2


@kernel
def merge_states(arena, top, left, left_length, right, right_length):
    """The worse of two state timelines on every day; of equals the one that arose earlier, but of closed ones later.

    `left` may begin on a later day than `right`, while right's first segment lasts: the result begins where left does.
    """
    if top + left_length + right_length > arena.shape[0]:
        return -1
    out, i, j, day = top, left, right, arena[left, DAY]
    while day >= 0:
        a = _rank(arena[i, LO])
        b = _rank(arena[j, LO])
        left_is_later = arena[i, HI] & _DAY > arena[j, HI] & _DAY
        k = i if a > b or (a == b and left_is_later == (a == 2)) else j
        top = put(arena, out, top, day, arena[k, LO], arena[k, HI], arena[k, TV])
        i, j, day = advance(arena, i, left + left_length, j, right + right_length)
    return top


@kernel
def _record(records, count, node, instance, arose, due, performed, start, length, uncertain):
    """Note an obligation for whoever asks for the list; a full list notes no more (it is sized by the caller)."""
    if count[0] < records.shape[0]:
        row = records[count[0]]
        row[0] = node
        row[1] = instance
        row[2] = arose
        row[3] = due
        row[4] = performed
        row[5] = start
        row[6] = length
        row[7] = 1 if uncertain else 0
    count[0] += 1


@kernel
def duty(arena, top, trigger, trigger_length, done, done_length, stated, stated_length, form, n, m, rule, offset, keyed,
         holidays, used, records, record_count, node, instance):  # fmt: skip
    """All obligations of a duty and the norm's state on every day; returns (top, first segment of the result).

    trigger: truth of the event; done: truth of performing, with the day that a performance names as its key in `lo`;
    stated: a number, the due day where the form asks for one (else length 0). offset: -1 if the event is dated the
    day before it is known. used: scratch for the days of performances that are spent: in its first half only the recorded
    ones, in its second the open ones too. An obligation that would be performed if an open performance were real is never
    breached, nor late, even if that one would only set free a recorded one. In its last places: how many are spent in each
    half, and the causes of the open ones.
    """
    half = _half(used)
    used[2 * half], used[2 * half + 1], used[2 * half + 2] = 0, half, 0
    if top + 1 > arena.shape[0]:
        return -1, 0
    result = top
    top = put(arena, result, top, 0, _NOT_APPLICABLE, 0, 0)
    end = trigger + trigger_length
    for certain in (True, False):
        i = trigger
        while i < end:
            tv = arena[i, TV]
            day = arena[i, DAY]
            until = arena[i + 1, DAY] if i + 1 < end else _NEVER
            if tv == _NO or (tv == _YES) != certain:
                i += 1
                continue
            causes = 0
            if not certain:
                i, causes = _open_run(arena, i, end)
            if not certain or until - day > LONGEST_RUN_OF_EVENTS:
                until = day + 1
            while day < until:
                occurred = day + offset
                if top + 8 > arena.shape[0]:
                    return -1, 0
                start = top
                if certain:
                    top = _arisen(arena, top, day, occurred, trigger, trigger_length, done, done_length, stated,
                                  stated_length, form, n, m, rule, offset, keyed, holidays, used, records,
                                  record_count, node, instance)  # fmt: skip
                else:
                    top = _potential(arena, top, day, occurred, causes, done, done_length, form, n, m, rule, holidays,
                                     used, records, record_count, node, instance)  # fmt: skip
                top, result = _merge_in(arena, top, result, start, records, record_count)
                if top < 0:
                    return -1, 0
                day += 1
            i += 1
    return _as_shown(arena, top, result, top - result), top


@inlined
def _merge_in(arena, top, result, start, records, record_count):
    """Merge the obligation at `start` into the states before it, in their place; returns (top, first of the states).

    What an obligation does not reach is not read again, so a duty takes room and time as its events do, not as their
    square. One that is listed keeps its own segments, before the states.
    """
    length = top - start
    listed = record_count[0] <= records.shape[0]
    place = result
    if not listed:
        first = arena[start + 1, DAY] if length > 1 and arena[start, LO] == _NOT_APPLICABLE else 0
        place = value_index(arena, result, start - result, first)
    merged = top
    top = merge_states(arena, merged, place, start - place, start, length)
    if top < 0:
        return -1, 0
    if listed:
        records[record_count[0] - 1, 5] = result
        for k in range(length):
            for column in range(4):
                arena[result + k, column] = arena[start + k, column]
        result += length
        place = result
    for k in range(merged, top):
        place = put(arena, result, place, arena[k, DAY], arena[k, LO], arena[k, HI], arena[k, TV])
    return place, result


@inlined
def _open_run(arena, i, end):
    """The last segment of a maximal open run, which is one potential event, and the causes of the whole run."""
    causes = arena[i, TV] & _CAUSES
    while i + 1 < end and arena[i + 1, TV] & _OPEN == _OPEN:
        i += 1
        causes |= arena[i, TV] & _CAUSES
    return i, causes


@inlined
def _as_shown(arena, top, start, length):
    """The states with those that are open by pure silence as open; returns the new top, or -1."""
    if top + length > arena.shape[0]:
        return -1
    out = top
    for k in range(start, start + length):
        shown = _STATE_OPEN if arena[k, LO] == _SILENT else arena[k, LO]
        top = put(arena, out, top, arena[k, DAY], shown, arena[k, HI], arena[k, TV])
    return top


@kernel
def _arisen(arena, top, day, occurred, trigger, trigger_length, done, done_length, stated, stated_length, form, n, m,
            rule, offset, keyed, holidays, used, records, record_count, node, instance):  # fmt: skip
    """One obligation whose trigger is certain; returns the new top."""
    start = top
    due, limit = deadline(occurred, form, n, m, rule, holidays)
    unknown = 0
    if form == 5:
        place = value_index(arena, stated, stated_length, day)
        if arena[place, LO] == arena[place, HI]:
            due = arena[place, LO] if arena[place, LO] < _NEVER else NOT_STATED
            limit = min(arena[place, LO], _NEVER)
            if rule > 0 and limit < _NEVER:
                limit = next_working_day(limit, holidays)
                due = limit if rule == 1 else due
        else:
            unknown = causes_or_missing(arena[place, TV])
    half = _half(used)
    surely, possibly, why = 2 * half, 2 * half + 1, 2 * half + 2
    performed = _performance(arena, done, done_length, occurred, keyed, False, used, 0, used[surely])
    if performed != NOT_STATED and used[surely] < half:
        used[used[surely]] = performed
        used[surely] += 1
    opened = _performance(arena, done, done_length, occurred, keyed, True, used, half, used[possibly])
    causes = 0 if opened == NOT_STATED else arena[value_index(arena, done, done_length, opened), TV] & _CAUSES
    if opened != NOT_STATED and used[possibly] < 2 * half:
        used[used[possibly]] = opened
        used[possibly] += 1
        used[why] |= causes
    if unknown:
        top = put(arena, start, top, 0, _NOT_APPLICABLE, 0, 0)
        top = put(arena, start, top, day, _STATE_OPEN, pack(occurred, NOT_STATED, False), unknown)
    else:
        causes = used[why] if causes == 0 else causes
        opened = _NEVER if opened == NOT_STATED else opened
        near = _NEVER
        if keyed:
            near = _near_match(arena, done, done_length, occurred, trigger, trigger_length, offset)
        if near < opened:
            opened, causes = near, _CONFLICT
        top = _certain_obligation(arena, top, day, occurred, due, limit, performed, opened, causes)
    _record(records, record_count, node, instance, occurred, due, performed, start, top - start, False)
    return top


@kernel
def _potential(arena, top, day, occurred, causes, done, done_length, form, n, m, rule, holidays, used, records,
               record_count, node, instance):  # fmt: skip
    """One obligation whose trigger is open: open with the trigger's causes, unless performed in time for its first day."""
    start = top
    due, limit = deadline(occurred, form, n, m, rule, holidays)
    performed = _performance(arena, done, done_length, occurred, False, False, used, 0, used[2 * _half(used)])
    packed = pack(max(occurred, 0), NOT_STATED, True)
    top = put(arena, start, top, 0, _NOT_APPLICABLE, 0, 0)
    shown = _SILENT if causes == _MISSING else _STATE_OPEN
    top = put(arena, start, top, day, shown, packed, causes_or_missing(causes))
    in_time = performed != NOT_STATED and performed <= limit and form != 5
    if in_time:
        top = put(arena, start, top, performed, _MET, pack(max(occurred, 0), due, True), 0)
    _record(records, record_count, node, instance, occurred, due, performed if in_time else NOT_STATED,
            start, top - start, True)  # fmt: skip
    return top


@kernel
def state(arena, top, applies, applies_length, met, met_length):
    """The state of a norm that is no duty, from whether it applies and whether it is met."""
    if top + applies_length + met_length > arena.shape[0]:
        return -1
    out, i, j, day = top, applies, met, 0
    while day >= 0:
        in_play = arena[i, TV]
        holds = arena[j, TV]
        if in_play == _NO:
            top = put(arena, out, top, day, _NOT_APPLICABLE, 0, 0)
        elif in_play & _OPEN == _OPEN:
            top = put(arena, out, top, day, _STATE_OPEN, pack(-1, -1, True), causes_or_missing(in_play))
        elif holds & _OPEN == _OPEN:
            top = put(arena, out, top, day, _STATE_OPEN, pack(-1, -1, False), causes_or_missing(holds))
        else:
            top = put(arena, out, top, day, _MET if holds == _YES else _UNMET, pack(-1, -1, False), 0)
        i, j, day = advance(arena, i, applies + applies_length, j, met + met_length)
    return top
