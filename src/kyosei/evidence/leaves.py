"""The kernel that answers every question of a program for every subject: statements in, timelines out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.asked import AT_KEY, FORM, FROM_FIRST, OPTIONS, SCOPE, SPAN
from kyosei.evidence.columns import BORN
from kyosei.evidence.gathering import activate, covered_on, gather, points_of
from kyosei.evidence.quantities import quantity_leaf
from kyosei.evidence.truths import truth_on
from kyosei.evidence.values import value_on
from kyosei.timelines.arena import inlined, kernel, put

__all__ = ["TOO_SMALL", "Instances", "answer"]

TOO_SMALL = -1
"""Returned by `answer` when an output array is too small: try again with larger ones."""

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_DISPUTED = 32
_HOLDS = 0
_NUMBER = 1
_CHOICE = 2
_STARTS = 4
_COVERED = 5
_QUANTITY = 6
_OTHERS = 7
_BORN = 8
_ENDS_ON = 9


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


@kernel
def _plain_leaf(columns, asked, q, parties, kinds, scratch, reading, arena, top):
    """Leaves that need no statements of the person's own: the day of birth, and what is covered."""
    out = top
    if asked.question[q, FORM] == _BORN:
        born = columns.party[parties[0], BORN]
        if born >= 0:
            return put(arena, out, top, 0, born, born, 0)
        return put(arena, out, top, 0, 0, 1 << 60, _MISSING)
    _, cover_count, source_count = gather(columns, asked, q, parties, -1, kinds, scratch)
    points = points_of(columns, asked, q, scratch, 0, cover_count, 0, reading)
    for k in range(points):
        day = scratch.points[k]
        tv = _OPEN | _MISSING
        for s in range(source_count):
            if scratch.holds[s]:
                source = scratch.sources[s]
                reached = covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
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
    count, cover_count, source_count = gather(columns, asked, q, parties, key, kinds, scratch)
    if form in (_QUANTITY, _OTHERS):
        return quantity_leaf(columns, asked, q, scratch, count, cover_count, source_count, form == _OTHERS, reading,
                             arena, top)  # fmt: skip
    begin = first_day if asked.question[q, FROM_FIRST] else 0
    if count == 0 and cover_count == 0:
        return _silence(asked, q, begin, arena, top)
    points = points_of(columns, asked, q, scratch, count, cover_count, begin, reading)
    out = top
    low = high = 0
    # A record that is told from others by its day says nothing else than what happened on that day.
    event = asked.question[q, SPAN] == 2
    own_day = asked.question[q, AT_KEY] and (form == _STARTS or (event and form == _HOLDS))
    for k in range(points):
        day = scratch.points[k]
        if not reading.projected and day > reading.known_day:
            return _unknown(asked, q, day, arena, out, top)
        low, high, active = activate(columns.rows, asked, q, scratch, low, high, count, day)
        if form in (_NUMBER, _CHOICE, _ENDS_ON):
            lo, hi, causes = value_on(columns, asked, q, parties, scratch, active, cover_count, source_count, day,
                                       reading)  # fmt: skip
            top = put(arena, out, top, day, lo, hi, causes)
        elif day < begin or (own_day and day != key):
            top = put(arena, out, top, day, 0, 0, _NO)
        else:
            tv, named = truth_on(columns, asked, q, parties, scratch, active, cover_count, source_count, day, reading)
            top = put(arena, out, top, day, named if tv == _YES and event else 0, 0, tv)
    return top


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
