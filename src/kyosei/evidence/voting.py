"""The voting rule of DESIGN.md §1 as kernels: who says what about a question on a day, and what follows from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.timelines.arena import kernel

__all__ = [
    "LONG_AGO",
    "Asked",
    "Reading",
    "active_vote",
    "answer_of",
    "covers",
    "decide_truth",
    "dispute_counts",
    "dispute_of",
    "fits",
    "holder_of",
    "reach",
    "test_row",
]

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_UNCONFIRMED = 8
_CONFLICT = 16
_DISPUTED = 32
_NEVER = 1_000_000
_STARTS = 4
LONG_AGO = -(1 << 62)
"""Before every instant at which anything was stated."""

# What a source may say, as bits of one vote.
SAYS_YES = 1
SAYS_NO = 2
YES_DISPUTED = 4
NO_DISPUTED = 8


class Asked(NamedTuple):
    """Questions as arrays, one row a question; `test` rows are (column, kind of test, operand, wanted).

    bound: int32[question, 3], for each role of the kind a place among the scope's parties, ANYBODY, ABSENT or NO_ROLE.

    holder rows are (type, value): 0 the party with that index, 1 the party bound to that role, 2 any with that role bit.
    """

    form: NDArray[np.int32]
    kind: NDArray[np.int32]
    scope: NDArray[np.int32]
    bound: NDArray[np.int32]
    owner_role: NDArray[np.int32]
    key: NDArray[np.int32]
    single: NDArray[np.bool_]
    span: NDArray[np.int32]
    lag: NDArray[np.int32]
    settles_alone: NDArray[np.bool_]
    from_first: NDArray[np.bool_]
    bearer: NDArray[np.int32]
    burden: NDArray[np.int32]
    value: NDArray[np.int32]
    second: NDArray[np.int32]
    options: NDArray[np.int32]
    test_from: NDArray[np.int32]
    test: NDArray[np.int64]
    holder_from: NDArray[np.int32]
    holder: NDArray[np.int64]


class Reading(NamedTuple):
    """How far evidence reaches: the known day, and whether open-ended coverages of live sources go on beyond it."""

    known_day: int
    projected: bool


@kernel
def fits(rows, row, asked, q, parties, key):
    """Whether a statement is about the parties (and the key) of the question."""
    for role in range(3):
        place = asked.bound[q, role]
        if place == -2:
            if rows.party[row, role] >= 0:
                return False
        elif place >= 0 and rows.party[row, role] != parties[place]:
            return False
    return asked.key[q] == 0 or rows.from_day[row] == key


@kernel
def covers(coverages, c, asked, q, parties):
    """Whether a coverage covers every instance that the question may be about."""
    for role in range(3):
        named = coverages.party[c, role]
        if named >= 0:
            place = asked.bound[q, role]
            if place < 0 or parties[place] != named:
                return False
    return True


@kernel
def reach(columns, c, lag, reading):
    """The first day that a coverage does not reach.

    An explicit end stands as far as the source could know when it said so; what lies after that day, and an open end,
    needs signs of life: nobody can have told what had not happened yet.
    """
    until = columns.coverages.until_day[c]
    told = columns.coverages.stated_day[c] + 1
    if until > told:
        sign = columns.last_sign[columns.coverages.source[c]]
        alive = reading.projected and reading.known_day - sign <= lag
        if not alive:
            until = sign - lag + 1 if until >= _NEVER else min(until, max(told, sign - lag + 1))
    return until if reading.projected else min(until, reading.known_day + 1)


@kernel
def holder_of(asked, q, source, parties, roles):
    """Whether a source is among those that can settle the question."""
    for h in range(asked.holder_from[q], asked.holder_from[q + 1]):
        kind = asked.holder[h, 0]
        value = asked.holder[h, 1]
        if kind == 0 and source == value:
            return True
        if kind == 1:
            place = asked.bound[q, value]
            if place == -1 or (place >= 0 and parties[place] == source):
                return True
        if kind == 2 and roles[source] & value:
            return True
    return False


@kernel
def test_row(rows, field, row, asked, q, parties):
    """A statement under the question's tests: YES, NO, or 0 if a field that matters is absent."""
    result = _YES
    for t in range(asked.test_from[q], asked.test_from[q + 1]):
        column = asked.test[t, 0]
        if not (rows.field_has[row] >> column) & 1:
            result = 0 if result == _YES else result
            continue
        value = field[rows.field_from[row] + column]
        kind = asked.test[t, 1]
        operand = asked.test[t, 2]
        if kind == 0:
            holds = (operand >> value) & 1 == 1
        elif kind == 1:
            holds = value >= operand
        elif kind == 2:
            holds = value <= operand
        elif kind == 3:
            holds = value == parties[operand]
        else:
            holds = value & operand != 0
        if holds != (asked.test[t, 3] == 1):
            return _NO
    return result


@kernel
def answer_of(columns, asked, q, parties, row, day):
    """What a statement that is active on a day answers to the question: YES, NO, or 0 if it does not say."""
    if asked.form[q] == _STARTS and columns.rows.from_day[row] != day:
        return _NO
    return test_row(columns.rows, columns.field, row, asked, q, parties)


@kernel
def _speaks_of_its_end(columns, asked, q, parties, row):
    """Whether a statement, once it has ended, says that such a fact holds no longer.

    It was said when the end had come, and about all parties of the question; and of facts that exist side by side, it
    was one that the question asks for: the end of one says nothing of others.
    """
    rows = columns.rows
    if asked.span[q] != 0 or rows.stated_day[row] < rows.until_day[row] - 1:
        return False
    for role in range(3):
        if asked.bound[q, role] == -1:
            return False
    return asked.single[q] or test_row(rows, columns.field, row, asked, q, parties) == _YES


@kernel
def active_vote(columns, asked, q, parties, matched, count, source, day, reading):
    """What one source says on a day, from its statements alone: (vote bits, an active statement or -1).

    `single`: the statement it stated last, two stated at once that differ both count. `many`: YES if any has it. A
    statement whose end was reported when it had come says NO from its end on.
    """
    rows = columns.rows
    last = np.int64(LONG_AGO)
    ended_row = -1
    ended_until = -1
    vote = 0
    seen = -1
    unanswered = False
    for k in range(count):
        row = matched[k]
        if rows.source[row] != source or rows.from_day[row] > day:
            continue
        if rows.until_day[row] <= day:
            if rows.until_day[row] > ended_until:
                ended_until = rows.until_day[row]
                ended_row = -1
            better = ended_row < 0 or dispute_counts(columns, asked, q, ended_row, _NO, parties)
            speaks = rows.until_day[row] == ended_until and _speaks_of_its_end(columns, asked, q, parties, row)
            if speaks and better:
                ended_row = row
            continue
        if asked.single[q]:
            if rows.stated[row] < last:
                continue
            if rows.stated[row] > last:
                vote = 0
                unanswered = False
            last = rows.stated[row]
        seen = row
        answer = answer_of(columns, asked, q, parties, row, day)
        disputed = dispute_counts(columns, asked, q, row, answer, parties)
        if answer == 0:
            unanswered = True
        elif answer == _YES:
            vote |= YES_DISPUTED if disputed else SAYS_YES
        elif asked.single[q]:
            vote |= NO_DISPUTED if disputed else SAYS_NO
    if not asked.single[q] and vote & SAYS_YES:
        vote = SAYS_YES
    if unanswered and not vote:
        return 0, seen
    if seen < 0 and ended_row >= 0:
        disputed = dispute_counts(columns, asked, q, ended_row, _NO, parties)
        return (NO_DISPUTED if disputed else SAYS_NO), -1
    return vote, seen


@kernel
def dispute_counts(columns, asked, q, row, answer, parties):
    """Whether an open dispute of a statement matters for what it answers."""
    return dispute_of(columns, asked, q, columns.rows.disputer[row], columns.rows.source[row], answer, parties)


@kernel
def dispute_of(columns, asked, q, disputer, source, answer, parties):
    """Whether an open dispute of a source's line matters: not where an organisation disputes what burdens it."""
    if disputer < 0 or disputer == source:
        return False
    bearer = asked.bearer[q]
    if bearer >= 0 and parties[bearer] == disputer and not columns.is_person[disputer]:
        burdening = _YES if asked.burden[q] > 0 else _NO
        return asked.burden[q] != 0 and answer != burdening
    return True


@kernel
def _every_holder_says_no(asked, q, parties, roles, sources, votes, source_count):
    """Whether each source that could settle the question has said no: the condition for a definite NO."""
    found = False
    for h in range(asked.holder_from[q], asked.holder_from[q + 1]):
        kind = asked.holder[h, 0]
        value = asked.holder[h, 1]
        if kind == 1:
            place = asked.bound[q, value]
            if place == -2 or (place >= 0 and parties[place] < 0):
                continue  # there is no such party here
            if place == -1:
                return False  # anybody might hold it
        said = False
        for s in range(source_count):
            if not votes[s] & SAYS_NO:
                continue
            if kind == 0:
                said = said or sources[s] == value
            elif kind == 1:
                said = said or sources[s] == parties[asked.bound[q, value]]
            else:
                said = said or roles[sources[s]] & value != 0
        if said:
            found = True
            if asked.settles_alone[q]:
                return True
        elif not asked.settles_alone[q]:
            return False
    return found


@kernel
def _decide(asked, q, parties, columns, sources, votes, holds, source_count, without):
    """The truth that the votes amount to; `without`: a source that is left out, or -1."""
    yes = no = yes_disputed = no_disputed = others_yes = others_no = admits_no = False
    bearer = parties[asked.bearer[q]] if asked.bearer[q] >= 0 else -1
    for s in range(source_count):
        if sources[s] == without:
            continue
        vote = votes[s]
        admission = sources[s] == bearer and (
            (asked.burden[q] > 0 and vote & SAYS_YES) or (asked.burden[q] < 0 and vote & SAYS_NO)
        )
        if holds[s] or admission:
            yes = yes or vote & SAYS_YES != 0
            no = no or vote & SAYS_NO != 0
            admits_no = admits_no or (admission and asked.burden[q] < 0)
            yes_disputed = yes_disputed or vote & YES_DISPUTED != 0
            no_disputed = no_disputed or vote & NO_DISPUTED != 0
        else:
            others_yes = others_yes or vote & (SAYS_YES | YES_DISPUTED) != 0
            others_no = others_no or vote & (SAYS_NO | NO_DISPUTED) != 0
    if yes and no:
        return _OPEN | _CONFLICT
    if yes:
        return _OPEN | _CONFLICT if others_no else _YES
    if no:
        if others_yes:
            return _OPEN | _CONFLICT
        if admits_no or _every_holder_says_no(asked, q, parties, columns.roles, sources, votes, source_count):
            return _NO
        return _OPEN | _DISPUTED if no_disputed or yes_disputed else _OPEN | _MISSING
    if yes_disputed or no_disputed:
        return _OPEN | _DISPUTED
    if others_yes or others_no:
        return _OPEN | _UNCONFIRMED
    return _OPEN | _MISSING


@kernel
def decide_truth(asked, q, parties, columns, sources, votes, holds, source_count):
    """The truth on a day: what an organisation says for itself never opens what others settle against it."""
    bearer = parties[asked.bearer[q]] if asked.bearer[q] >= 0 else -1
    if bearer >= 0 and asked.burden[q] != 0 and not columns.is_person[bearer]:
        burdening = _YES if asked.burden[q] > 0 else _NO
        self_serving = SAYS_NO | NO_DISPUTED if asked.burden[q] > 0 else SAYS_YES | YES_DISPUTED
        for s in range(source_count):
            if sources[s] == bearer and votes[s] & self_serving:
                settled = _decide(asked, q, parties, columns, sources, votes, holds, source_count, bearer)
                if settled == burdening:
                    return settled
    return _decide(asked, q, parties, columns, sources, votes, holds, source_count, -1)
