"""The kernel that answers every question of a program for every subject: statements in, timelines out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.asked import ALIKE, AT_KEY, BEARER, FORM, FROM_FIRST, OPTIONS, POINTS_ALIKE, SCOPE, SPAN, VALUE
from kyosei.evidence.columns import BORN, FIELD_HAS
from kyosei.evidence.gathering import activate, covered_on, gather, note_holders, points_of
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


@inlined
def _born(columns, parties, arena, top):
    """The day of birth, or that it is not known."""
    born = columns.party[parties[0], BORN]
    if born >= 0:
        return put(arena, top, top, 0, born, born, 0)
    return put(arena, top, top, 0, 0, 1 << 60, _MISSING)


@inlined
def _covered(columns, asked, q, parties, scratch, cover_count, source_count, points, reading, arena, top):
    """On which days a source that can settle the question has told all it holds."""
    out = top
    for k in range(points):
        day = scratch.points[k]
        tv = _OPEN | _MISSING
        for s in range(source_count):
            if scratch.holds[s]:
                source = scratch.sources[s]
                reached = covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
                if reached == 3:
                    tv = _YES
                elif reached == 2 and tv != _YES:
                    tv = _OPEN | _DISPUTED
        top = put(arena, out, top, day, 0, 0, tv)
    return top


@kernel
def _leaf(columns, asked, q, parties, key, begin, scratch, count, cover_count, source_count, points, reading, arena,
          top):  # fmt: skip
    """The timeline of one question for one instance, from what bears on it; returns the new top."""
    form = asked.question[q, FORM]
    if form == _COVERED:
        return _covered(columns, asked, q, parties, scratch, cover_count, source_count, points, reading, arena, top)
    if form in (_QUANTITY, _OTHERS):
        return quantity_leaf(columns, asked, q, scratch, count, cover_count, source_count, form == _OTHERS, reading,
                             arena, top)  # fmt: skip
    if count == 0 and cover_count == 0:
        return _silence(asked, q, begin, arena, top)
    if form == _NUMBER and not _gives_number(columns.rows, asked, q, scratch, count):
        return _unknown(asked, q, 0, arena, top, top)
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
def _gives_number(rows, asked, q, scratch, count):
    """Whether any statement gives the number that is asked for; most leave most of their numbers out."""
    for k in range(count):  # noqa: SIM110  # a kernel
        if (rows[scratch.matched[k], FIELD_HAS] >> asked.question[q, VALUE]) & 1:
            return True
    return False


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


@inlined
def _impartial(asked, q, parties, scratch, source_count):
    """Whether whose duty it is makes no difference: nobody who bears it has said anything here."""
    bearer = parties[asked.question[q, BEARER]] if asked.question[q, BEARER] >= 0 else -1
    for s in range(source_count):  # noqa: SIM110  # a kernel
        if scratch.sources[s] == bearer:
            return False
    return True


@kernel
def _group(columns, asked, first, last, parties, key, first_day, instance, kinds, scratch, reading, arena, place, top):
    """The timelines of questions on which the same statements bear, for one instance; returns the new top, or -1.

    Questions that differ only in whose duty it is share a timeline where that makes no difference.
    """
    q = asked.order[first]
    count = cover_count = source_count = points = start = 0
    disputed = False
    if asked.question[q, FORM] != _BORN:
        count, cover_count, source_count, disputed = gather(columns, asked, q, parties, key, kinds, scratch)
    points_alike = alike = -1
    for k in range(first, last):
        q = asked.order[k]
        impartial = not disputed and _impartial(asked, q, parties, scratch, source_count)
        if not (impartial and asked.question[q, ALIKE] == alike):
            if top + scratch.points.shape[0] > arena.shape[0]:
                return -1
            start = top
            if asked.question[q, FORM] == _BORN:
                top = _born(columns, parties, arena, top)
            else:
                begin = first_day if asked.question[q, FROM_FIRST] else 0
                note_holders(columns, asked, q, parties, count, source_count, scratch)
                if asked.question[q, POINTS_ALIKE] != points_alike:
                    points_alike = asked.question[q, POINTS_ALIKE]
                    points = points_of(columns, asked, q, scratch, count, cover_count, begin, reading)
                top = _leaf(columns, asked, q, parties, key, begin, scratch, count, cover_count, source_count, points,
                            reading, arena, top)  # fmt: skip
            alike = asked.question[q, ALIKE] if impartial else -1
        place[scratch.leaf[q] + instance, 0] = start
        place[scratch.leaf[q] + instance, 1] = top - start
    return top


@kernel
def answer(columns, asked, instances, kinds, first, last, reading, scratch, arena, place, subject_from, number,
           top):  # fmt: skip
    """Answer all questions for the subjects first..last-1; `place` is in the order in which the machine reads leaves.

    `number` and `top`: how many timelines and segments are there already. Returns (number, top), or (TOO_SMALL, 0).
    """
    for subject in range(first, last):
        subject_from[subject] = number
        for q in range(asked.question.shape[0]):
            scratch.leaf[q] = number
            number += instances.total[subject, asked.question[q, SCOPE]]
        if number > place.shape[0]:
            return TOO_SMALL, 0
        for g in range(asked.group.shape[0] - 1):
            scope = asked.question[asked.order[asked.group[g]], SCOPE]
            begin = instances.first[subject, scope]
            for i in range(begin, begin + instances.total[subject, scope]):
                top = _group(columns, asked, asked.group[g], asked.group[g + 1], instances.party[i], instances.key[i],
                             instances.first_day[i], i - begin, kinds, scratch, reading, arena, place, top)  # fmt: skip
                if top < 0:
                    return TOO_SMALL, 0
    return number, top
