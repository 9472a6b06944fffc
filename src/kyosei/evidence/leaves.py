"""The kernel that answers every question of a program for every subject: statements in, timelines out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.asked import (
    AT_KEY,
    BEARER,
    BOUND,
    FORM,
    FROM_FIRST,
    KIND_ASKED,
    LAG,
    OPTIONS,
    OWNER_ROLE,
    SCOPE,
    SECOND,
    SINGLE,
    SPAN,
    VALUE,
)
from kyosei.evidence.columns import BORN, DISPUTER, FIELD_FROM, FIELD_HAS, FROM, IS_PERSON, SOURCE, STATED, UNTIL
from kyosei.evidence.quantities import quantity_leaf
from kyosei.evidence.voting import (
    LONG_AGO,
    NO_DISPUTED,
    SAYS_NO,
    SAYS_YES,
    active_vote,
    answer_of,
    covers,
    decide_truth,
    dispute_counts,
    dispute_of,
    fits,
    holder_of,
    reach,
    test_row,
)
from kyosei.timelines.arena import inlined, kernel, put

__all__ = ["TOO_SMALL", "Instances", "Scratch", "answer"]

TOO_SMALL = -1
"""Returned by `answer` when an output array is too small: try again with larger ones."""

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_UNCONFIRMED = 8
_CONFLICT = 16
_DISPUTED = 32
_NEVER = 1_000_000
_HOLDS, _NUMBER, _CHOICE, _PAID, _STARTS, _COVERED, _QUANTITY, _OTHERS, _BORN, _ENDS_ON = range(10)


class Instances(NamedTuple):
    """The instances of every scope of every subject: `first[subject, scope]` and `total[subject, scope]` of rows.

    party: int32[row, 3]; key: the day that tells it from others, or -1; first_day: the day from which somebody says it
    exists, or 0 if that is not told.
    """

    first: NDArray[np.int64]
    total: NDArray[np.int32]
    party: NDArray[np.int32]
    key: NDArray[np.int32]
    first_day: NDArray[np.int32]


class Scratch(NamedTuple):
    """Room to work in, as large as the most rows of one owner and kind."""

    matched: NDArray[np.int64]
    active: NDArray[np.int64]
    covering: NDArray[np.int64]
    sources: NDArray[np.int32]
    votes: NDArray[np.int32]
    holds: NDArray[np.bool_]
    points: NDArray[np.int64]


@kernel
def _gather(columns, asked, q, parties, key, kinds, scratch):
    """Statements, coverages and sources that bear on a question; returns their numbers."""
    kind = asked.question[q, KIND_ASKED]
    role = asked.question[q, OWNER_ROLE]
    count = cover_count = source_count = 0
    owners = (columns.row_from.shape[0] - 1) // kinds
    place = asked.question[q, BOUND + role] if role >= 0 else -1
    if place >= 0 and parties[place] >= 0:
        cell = parties[place] * kinds + kind
        last = columns.row_from[cell + 1]
        for row in range(_first_row(columns.rows, columns.row_from[cell], last, asked, q, key), last):
            if asked.question[q, AT_KEY] and columns.rows[row, FROM] != key:
                break
            if fits(columns.rows, row, asked, q, parties, key):
                scratch.matched[count] = row
                count += 1
                source_count = _add_source(scratch.sources, source_count, columns.rows[row, SOURCE])
    for role in range(4):
        owner = owners  # coverages that name nobody
        if role < 3:
            place = asked.question[q, BOUND + role]
            if place < 0 or parties[place] < 0:
                continue
            owner = parties[place]
        cell = owner * kinds + kind
        for c in range(columns.coverage_from[cell], columns.coverage_from[cell + 1]):
            if covers(columns.coverages, c, asked, q, parties):
                scratch.covering[cover_count] = c
                cover_count += 1
                source_count = _add_source(scratch.sources, source_count, columns.coverages[c, SOURCE])
    for s in range(source_count):
        scratch.holds[s] = holder_of(asked, q, scratch.sources[s], parties, columns.party)
    return count, cover_count, source_count


@inlined
def _first_row(rows, first, last, asked, q, key):
    """The first row that can fit: rows are in order of their first days, and a keyed question asks for one day."""
    if not asked.question[q, AT_KEY]:
        return first
    while first < last:
        middle = (first + last) // 2
        if rows[middle, FROM] < key:
            first = middle + 1
        else:
            last = middle
    return first


@inlined
def _add_source(sources, count, source):
    for s in range(count):
        if sources[s] == source:
            return count
    sources[count] = source
    return count + 1


@inlined
def _covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading):
    """Whether a source's coverage reaches a day: 0 no, 1 only a disputed one, 2 yes."""
    best = 0
    for k in range(cover_count):
        c = scratch.covering[k]
        if columns.coverages[c, SOURCE] != source or columns.coverages[c, FROM] > day:
            continue
        if reach(columns, c, asked.question[q, LAG], reading) > day:
            answer = _YES if asked.question[q, FORM] == _COVERED else _NO
            disputed = dispute_of(columns, asked, q, columns.coverages[c, DISPUTER], source, answer, parties)
            best = max(best, 1 if disputed else 2)
    return best


@kernel
def _points(columns, asked, q, scratch, count, cover_count, first_day, reading):
    """The days on which the answer can change, sorted, each once; returns how many."""
    rows = columns.rows
    points = scratch.points
    points[0] = 0
    n = 1
    for k in range(count):
        row = scratch.matched[k]
        points[n] = rows[row, FROM]
        points[n + 1] = rows[row, UNTIL]
        n += 2
        if asked.question[q, FORM] == _STARTS:
            points[n] = rows[row, FROM] + 1
            n += 1
        elif asked.question[q, FORM] == _PAID:
            if (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
                paid = max(columns.field[rows[row, FIELD_FROM] + asked.question[q, VALUE]], rows[row, FROM])
                points[n] = paid
                points[n + 1] = paid + 1
                n += 2
            if (rows[row, FIELD_HAS] >> asked.question[q, SECOND]) & 1:
                points[n] = columns.field[rows[row, FIELD_FROM] + asked.question[q, SECOND]] + 1
                n += 1
    for k in range(cover_count):
        c = scratch.covering[k]
        points[n] = columns.coverages[c, FROM]
        points[n + 1] = reach(columns, c, asked.question[q, LAG], reading)
        n += 2
    if first_day > 0:
        points[n] = first_day
        n += 1
    if not reading.projected:
        points[n] = reading.known_day + 1
        n += 1
    for k in range(1, n):  # few points, nearly in order: insertion needs no room
        day = points[k]
        place = k
        while place > 0 and points[place - 1] > day:
            points[place] = points[place - 1]
            place -= 1
        points[place] = day
    kept = 0
    for k in range(n):
        if 0 <= points[k] < _NEVER and (kept == 0 or points[kept - 1] != points[k]):
            points[kept] = points[k]
            kept += 1
    return kept


@inlined
def _said_unpaid(columns, asked, q, parties, scratch, count, source, day):
    """Whether a source has said "unpaid" before the day, so that a payment would be news that its coverage promises."""
    rows = columns.rows
    for k in range(count):
        row = scratch.active[k]
        if rows[row, SOURCE] != source or rows[row, DISPUTER] >= 0:
            continue
        paid = (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1
        unpaid = (rows[row, FIELD_HAS] >> asked.question[q, SECOND]) & 1
        if paid or test_row(rows, columns.field, row, asked, q, parties) != _YES:
            return False
        if not unpaid or columns.field[rows[row, FIELD_FROM] + asked.question[q, SECOND]] >= day:
            return False
    return count > 0


@kernel
def _paid_vote(columns, asked, q, parties, scratch, count, source, day):
    """What a source says about payment on a day, by the statement it stated last; two stated at once both count."""
    rows = columns.rows
    last = np.int64(LONG_AGO)
    vote = 0
    for k in range(count):
        row = scratch.active[k]
        if rows[row, SOURCE] != source or rows[row, STATED] < last:
            continue
        answer = test_row(rows, columns.field, row, asked, q, parties)
        if answer != _YES and not asked.question[q, SINGLE]:
            continue  # another fact, side by side with the one asked for
        if rows[row, STATED] > last:
            vote = 0
        last = rows[row, STATED]
        if answer == _YES:
            vote |= _paid_says(columns, asked, q, parties, row, day)
    return vote


@inlined
def _paid_says(columns, asked, q, parties, row, day):
    """What one statement says about payment on a day, as a vote."""
    rows = columns.rows
    if (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
        paid = max(columns.field[rows[row, FIELD_FROM] + asked.question[q, VALUE]], rows[row, FROM])
        answer = _YES if day == paid else _NO
    elif (rows[row, FIELD_HAS] >> asked.question[q, SECOND]) & 1:
        if day > columns.field[rows[row, FIELD_FROM] + asked.question[q, SECOND]]:
            return 0
        answer = _NO
    else:
        return 0
    says = SAYS_YES if answer == _YES else SAYS_NO
    return says * 4 if dispute_counts(columns, asked, q, row, answer, parties) else says


@kernel
def _truth_on(columns, asked, q, parties, scratch, count, cover_count, source_count, day, reading):
    """The truth of a question on a day, and the key of the event that makes it YES."""
    key = np.int64(-1)
    for s in range(source_count):
        source = scratch.sources[s]
        if asked.question[q, FORM] == _PAID:
            vote = _paid_vote(columns, asked, q, parties, scratch, count, source, day)
            if vote == 0 and scratch.holds[s] and _said_unpaid(columns, asked, q, parties, scratch, count, source, day):
                reached = _covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
                vote = SAYS_NO if reached == 2 else NO_DISPUTED if reached == 1 else 0
            scratch.votes[s] = vote
            continue
        vote, row = active_vote(columns, asked, q, parties, scratch.active, count, source, day, reading)
        if (
            asked.question[q, FORM] == _HOLDS
            and row >= 0
            and asked.question[q, VALUE] >= 0
            and vote & SAYS_YES
            and scratch.holds[s]
        ):
            key = _event_key(columns, asked, q, parties, scratch, count, source, day)
        if vote == 0 and scratch.holds[s]:  # who holds nothing of this scope has told nothing by leaving it out
            reached = _covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
            quiet = 2 if row < 0 else _none_has_it(columns, asked, q, parties, scratch, count, source, day)
            if reached and quiet:
                vote = SAYS_NO if reached == 2 and quiet == 2 else NO_DISPUTED
        scratch.votes[s] = vote
    return decide_truth(columns=columns, asked=asked, q=q, parties=parties, sources=scratch.sources,
                        votes=scratch.votes, holds=scratch.holds, source_count=source_count), key  # fmt: skip


@inlined
def _none_has_it(columns, asked, q, parties, scratch, count, source, day):
    """Whether no active statement of a source is the one asked for: 0 one may be (it does not say), 1 one is disputed, 2."""
    rows = columns.rows
    best = 2
    for k in range(count):
        row = scratch.active[k]
        if rows[row, SOURCE] == source and rows[row, FROM] <= day < rows[row, UNTIL]:
            answer = answer_of(columns, asked, q, parties, row, day)
            if answer == 0:
                return 0
            if dispute_counts(columns, asked, q, row, answer, parties):
                best = 1
    return best


@inlined
def _event_key(columns, asked, q, parties, scratch, count, source, day):
    """The key field of the event on a day, or -1 if it is not given or two events differ."""
    key = np.int64(-2)
    for k in range(count):
        row = scratch.active[k]
        rows = columns.rows
        if rows[row, SOURCE] != source or rows[row, FROM] != day:
            continue
        if test_row(rows, columns.field, row, asked, q, parties) != _YES:
            continue
        value = np.int64(-1)
        if (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
            value = columns.field[rows[row, FIELD_FROM] + asked.question[q, VALUE]]
        key = value if key in (-2, value) else np.int64(-1)
    return key if key != -2 else np.int64(-1)


@kernel
def _value_on(columns, asked, q, parties, scratch, count, cover_count, source_count, day, reading):
    """The bounds or mask of a field on a day: (lo, hi, causes); a choice's mask stands in lo."""
    rows = columns.rows
    choice = asked.question[q, FORM] == _CHOICE
    lo, hi, other_lo, other_hi = np.int64(1) << 60, -(np.int64(1) << 60), np.int64(1) << 60, -(np.int64(1) << 60)
    mask, other_mask = np.int64(0), np.int64(0)
    said = disputed = other = False
    bearer = parties[asked.question[q, BEARER]] if asked.question[q, BEARER] >= 0 else -1
    for s in range(source_count):
        source = scratch.sources[s]
        last = np.int64(LONG_AGO)
        active = False
        for k in range(count):
            row = scratch.active[k]
            if rows[row, SOURCE] == source and rows[row, FROM] <= day < rows[row, UNTIL]:
                last = max(last, rows[row, STATED])
                active = True
        for k in range(count):
            row = scratch.active[k]
            if rows[row, SOURCE] != source or not rows[row, FROM] <= day < rows[row, UNTIL]:
                continue
            if asked.question[q, SINGLE] and rows[row, STATED] != last:
                continue
            if test_row(rows, columns.field, row, asked, q, parties) != _YES:
                continue
            if asked.question[q, FORM] == _ENDS_ON:
                value = np.int64(rows[row, UNTIL] - 1) if rows[row, UNTIL] < _NEVER else np.int64(_NEVER)
            elif (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
                value = columns.field[rows[row, FIELD_FROM] + asked.question[q, VALUE]]
            else:
                continue
            disputer = rows[row, DISPUTER]
            if 0 <= disputer != source and not (disputer == bearer and not columns.party[disputer, IS_PERSON]):
                disputed = True
            elif scratch.holds[s]:
                said = True
                lo, hi = min(lo, value), max(hi, value)
                if choice:
                    mask |= np.int64(1) << value
            elif source != bearer or columns.party[source, IS_PERSON]:
                other = True
                other_lo, other_hi = min(other_lo, value), max(other_hi, value)
                if choice:
                    other_mask |= np.int64(1) << value
        if choice and not active and scratch.holds[s]:
            reached = _covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
            if reached == 2:
                said = True
                mask |= 1
            elif reached == 1:
                disputed = True
    if not said:
        causes = _DISPUTED if disputed else _UNCONFIRMED if other else _MISSING
        if choice:
            return (np.int64(1) << asked.question[q, OPTIONS]) - 1, np.int64(0), causes
        return np.int64(0), np.int64(1) << 60, causes
    if choice:
        mask |= other_mask
        return mask, np.int64(0), _CONFLICT if mask & (mask - 1) else 0
    if other:
        lo, hi = min(lo, other_lo), max(hi, other_hi)
    return lo, hi, _CONFLICT if lo < hi else 0


@kernel
def _plain_leaf(columns, asked, q, parties, kinds, scratch, reading, arena, top):
    """Leaves that need no statements of the person's own: the day of birth, and what is covered."""
    out = top
    if asked.question[q, FORM] == _BORN:
        born = columns.party[parties[0], BORN]
        if born >= 0:
            return put(arena, out, top, 0, born, born, 0)
        return put(arena, out, top, 0, 0, 1 << 60, _MISSING)
    _, cover_count, source_count = _gather(columns, asked, q, parties, -1, kinds, scratch)
    points = _points(columns, asked, q, scratch, 0, cover_count, 0, reading)
    for k in range(points):
        day = scratch.points[k]
        tv = _OPEN | _MISSING
        for s in range(source_count):
            if scratch.holds[s]:
                source = scratch.sources[s]
                reached = _covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
                if reached == 2:
                    tv = _YES
                elif reached == 1 and tv != _YES:
                    tv = _OPEN | _DISPUTED
        top = put(arena, out, top, day, 0, 0, tv)
    return top


@kernel
def _leaf(columns, asked, q, parties, key, first_day, kinds, scratch, reading, arena, top):
    """The timeline of one question for one instance; returns the new top."""
    form = asked.question[q, FORM]
    if form in (_BORN, _COVERED):
        return _plain_leaf(columns, asked, q, parties, kinds, scratch, reading, arena, top)
    count, cover_count, source_count = _gather(columns, asked, q, parties, key, kinds, scratch)
    if form in (_QUANTITY, _OTHERS):
        return quantity_leaf(columns, asked, q, scratch, count, cover_count, source_count, form == _OTHERS, reading,
                             arena, top)  # fmt: skip
    begin = first_day if asked.question[q, FROM_FIRST] else 0
    if count == 0 and cover_count == 0:
        return _silence(asked, q, begin, arena, top)
    points = _points(columns, asked, q, scratch, count, cover_count, begin, reading)
    out = top
    low = high = 0
    # A record that is told from others by its day says nothing else than what happened on that day.
    event = asked.question[q, SPAN] == 2
    own_day = asked.question[q, AT_KEY] and (form == _STARTS or (event and form == _HOLDS))
    for k in range(points):
        day = scratch.points[k]
        if not reading.projected and day > reading.known_day:
            return _unknown(asked, q, day, arena, out, top)
        low, high, active = _activate(columns.rows, asked, q, scratch, low, high, count, day)
        if form in (_NUMBER, _CHOICE, _ENDS_ON):
            lo, hi, causes = _value_on(columns, asked, q, parties, scratch, active, cover_count, source_count, day,
                                       reading)  # fmt: skip
            top = put(arena, out, top, day, lo, hi, causes)
        elif day < begin or (own_day and day != key):
            top = put(arena, out, top, day, 0, 0, _NO)
        else:
            tv, named = _truth_on(columns, asked, q, parties, scratch, active, cover_count, source_count, day, reading)
            top = put(arena, out, top, day, named if tv == _YES and event else 0, 0, tv)
    return top


@inlined
def _activate(rows, asked, q, scratch, low, high, count, day):
    """List the statements that can bear on a day: begun, and not ended unless their end may speak. Days only rise."""
    if asked.question[q, FORM] == _PAID:
        for k in range(count):
            scratch.active[k] = scratch.matched[k]
        return low, high, count
    while high < count and rows[scratch.matched[high], FROM] <= day:
        high += 1
    ends_speak = asked.question[q, SPAN] == 0
    while not ends_speak and low < high and rows[scratch.matched[low], UNTIL] <= day:
        low += 1
    active = 0
    for k in range(low, high):
        if ends_speak or rows[scratch.matched[k], UNTIL] > day:
            scratch.active[active] = scratch.matched[k]
            active += 1
    return low, high, active


@inlined
def _unknown(asked, q, day, arena, out, top):
    """Nobody has said anything about this day and the days after."""
    form = asked.question[q, FORM]
    if form == _CHOICE:
        return put(arena, out, top, day, (np.int64(1) << asked.question[q, OPTIONS]) - 1, 0, _MISSING)
    if form in (_NUMBER, _ENDS_ON):
        return put(arena, out, top, day, 0, np.int64(1) << 60, _MISSING)
    return put(arena, out, top, day, 0, 0, _OPEN | _MISSING)


@inlined
def _silence(asked, q, begin, arena, top):
    """The answer where nobody has said anything at all: unknown, but not before a relation is said to have begun."""
    out = top
    if begin > 0:
        top = put(arena, out, top, 0, 0, 0, _NO)
    return _unknown(asked, q, begin, arena, out, top)


@kernel
def answer(columns, asked, instances, kinds, first, last, reading, scratch, arena, place, subject_from, number,
           top):  # fmt: skip
    """Answer all questions for the subjects first..last-1, in the order in which the machine reads leaves.

    `number` and `top`: how many timelines and segments are there already. Returns (number, top), or (TOO_SMALL, 0).
    """
    for subject in range(first, last):
        subject_from[subject] = number
        for q in range(asked.question.shape[0]):
            scope = asked.question[q, SCOPE]
            begin = instances.first[subject, scope]
            for i in range(begin, begin + instances.total[subject, scope]):
                if number >= place.shape[0] or top + scratch.points.shape[0] > arena.shape[0]:
                    return TOO_SMALL, 0
                place[number, 0] = top
                top = _leaf(columns, asked, q, instances.party[i], instances.key[i], instances.first_day[i], kinds,
                            scratch, reading, arena, top)  # fmt: skip
                place[number, 1] = top - place[number, 0]
                number += 1
    return number, top
