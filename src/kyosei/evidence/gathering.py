"""What bears on a question: the statements, coverages and sources about it, and the days on which the answer can change."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.asked import (
    AT_KEY,
    BOUND,
    FORM,
    HOLDER_FROM,
    KIND_ASKED,
    LAG,
    OWNER_ROLE,
    SECOND,
    SPAN,
    VALUE,
)
from kyosei.evidence.columns import DISPUTER, DOUBTED, FIELD_FROM, FIELD_HAS, FROM, PARTY, SOURCE, UNTIL
from kyosei.evidence.voting import covers, dispute_of, fits, holder_of, reach
from kyosei.timelines.arena import inlined, kernel

__all__ = ["Scratch", "activate", "covered_on", "gather", "note_holders", "points_of"]

_NO = 1
_YES = 2
_NEVER = 1_000_000
_PAID = 3
_STARTS = 4
_COVERED = 5


class Scratch(NamedTuple):
    """Room to work in, as large as the most rows of one owner and kind; `leaf` has a place for each question."""

    matched: NDArray[np.int64]
    active: NDArray[np.int64]
    covering: NDArray[np.int64]
    sources: NDArray[np.int32]
    votes: NDArray[np.int32]
    holds: NDArray[np.bool_]
    points: NDArray[np.int64]
    leaf: NDArray[np.int64]


@kernel
def gather(columns, asked, q, parties, key, kinds, scratch):
    """Statements, coverages and sources that bear on a question and all of its group.

    Returns their numbers, and whether any of them is disputed.
    """
    kind = asked.question[q, KIND_ASKED]
    role = asked.question[q, OWNER_ROLE]
    count = cover_count = source_count = 0
    disputed = False
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
                disputed = disputed or columns.rows[row, DISPUTER] >= 0
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
                disputed = disputed or columns.coverages[c, DISPUTER] >= 0
                source_count = _add_source(scratch.sources, source_count, columns.coverages[c, SOURCE])
    return count, cover_count, source_count, disputed


@inlined
def note_holders(columns, asked, q, parties, count, source_count, scratch):
    """Note for each source whether it can settle the question."""
    for s in range(source_count):
        source = scratch.sources[s]
        scratch.holds[s] = holder_of(asked, q, source, parties, columns.party) or _speaks_of_itself(
            columns, asked, q, source, scratch, count
        )


@inlined
def _speaks_of_itself(columns, asked, q, source, scratch, count):
    """Whether a party that can settle the question is left open, and the source has spoken as that party, and of no other."""
    for h in range(asked.question[q, HOLDER_FROM], asked.question[q, HOLDER_FROM + 1]):
        role = asked.holder[h, 1]
        if asked.holder[h, 0] != 1 or asked.question[q, BOUND + role] != -1:
            continue
        itself = True
        for k in range(count):
            row = scratch.matched[k]
            if columns.rows[row, SOURCE] == source and columns.rows[row, PARTY + role] != source:
                itself = False
        if itself:
            return True
    return False


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
def covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading):
    """Whether a source's coverage reaches a day: 0 no, 1 only one that counts wrongly, 2 only a disputed one, 3 yes."""
    best = 0
    for k in range(cover_count):
        c = scratch.covering[k]
        if columns.coverages[c, SOURCE] != source or columns.coverages[c, FROM] > day:
            continue
        if reach(columns, c, asked.question[q, LAG], reading) > day:
            if columns.coverages[c, DISPUTER] == DOUBTED:
                best = max(best, 1)
                continue
            answer = _YES if asked.question[q, FORM] == _COVERED else _NO
            disputed = dispute_of(columns, asked, q, columns.coverages[c, DISPUTER], source, answer, parties)
            best = max(best, 2 if disputed else 3)
    return best


@kernel
def points_of(columns, asked, q, scratch, count, cover_count, first_day, reading):
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
def activate(rows, asked, q, scratch, low, high, count, day):
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
