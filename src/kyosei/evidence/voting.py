"""The voting rule of DESIGN.md §1 as kernels: who says what about a question on a day, and what follows from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kyosei.evidence.asked import (
    AT_KEY,
    BEARER,
    BOUND,
    BURDEN,
    FORM,
    HOLDER_FROM,
    SETTLES_ALONE,
    SINGLE,
    SPAN,
    TEST_FROM,
)
from kyosei.evidence.columns import (
    DISPUTER,
    DOUBTED,
    FIELD_FROM,
    FIELD_HAS,
    FROM,
    IS_PERSON,
    LAST_SIGN,
    PARTY,
    ROLES,
    SOURCE,
    STATED,
    STATED_DAY,
    UNTIL,
)
from kyosei.timelines.arena import inlined

__all__ = [
    "COUNTS_WRONGLY",
    "LONG_AGO",
    "Reading",
    "active_vote",
    "answer_of",
    "covers",
    "decide_truth",
    "dispute_counts",
    "dispute_of",
    "every_holder_says_no",
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
COUNTS_WRONGLY = 16
"""It says how many statements it holds, and another number of them is here: something is not as it was told."""


class Reading(NamedTuple):
    """How far evidence reaches: the known day, and whether open-ended coverages of live sources go on beyond it."""

    known_day: int
    projected: bool


@inlined
def fits(rows, row, asked, q, parties, key):
    """Whether a statement is about the parties (and the key) of the question."""
    for role in range(3):
        place = asked.question[q, BOUND + role]
        if place == -2:
            if rows[row, PARTY + role] >= 0:
                return False
        elif place >= 0 and rows[row, PARTY + role] != parties[place]:
            return False
    return asked.question[q, AT_KEY] == 0 or rows[row, FROM] == key


@inlined
def covers(coverages, c, asked, q, parties):
    """Whether a coverage covers every instance that the question may be about."""
    for role in range(3):
        named = coverages[c, PARTY + role]
        if named >= 0:
            place = asked.question[q, BOUND + role]
            if place < 0 or parties[place] != named:
                return False
    return True


@inlined
def reach(columns, c, lag, reading):
    """The first day that a coverage does not reach.

    An explicit end stands as far as the source could know when it said so; what lies after that day, and an open end,
    needs signs of life: nobody can have told what had not happened yet.
    """
    until = columns.coverages[c, UNTIL]
    told = columns.coverages[c, STATED_DAY] + 1
    if until > told:
        sign = columns.party[columns.coverages[c, SOURCE], LAST_SIGN]
        alive = reading.projected and reading.known_day - sign <= lag
        if not alive:
            until = sign - lag + 1 if until >= _NEVER else min(until, max(told, sign - lag + 1))
    return until if reading.projected else min(until, reading.known_day + 1)


@inlined
def holder_of(asked, q, source, parties, party):
    """Whether a source is among those that can settle the question, as an authority or a party that the question names."""
    for h in range(asked.question[q, HOLDER_FROM], asked.question[q, HOLDER_FROM + 1]):
        kind = asked.holder[h, 0]
        value = asked.holder[h, 1]
        if kind == 0 and source == value:
            return True
        if kind == 1:
            place = asked.question[q, BOUND + value]
            if place >= 0 and parties[place] == source:
                return True
        if kind == 2 and party[source, ROLES] & value:
            return True
    return False


@inlined
def test_row(rows, field, row, asked, q, parties):
    """A statement under the question's tests: YES, NO, or 0 if a field that matters is absent."""
    result = _YES
    for t in range(asked.question[q, TEST_FROM], asked.question[q, TEST_FROM + 1]):
        column = asked.test[t, 0]
        if not (rows[row, FIELD_HAS] >> column) & 1:
            result = 0 if result == _YES else result
            continue
        value = field[rows[row, FIELD_FROM] + column]
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


@inlined
def answer_of(columns, asked, q, parties, row, day):
    """What a statement that is active on a day answers to the question: YES, NO, or 0 if it does not say."""
    if columns.rows[row, DISPUTER] == DOUBTED:
        return 0
    if asked.question[q, FORM] == _STARTS and columns.rows[row, FROM] != day:
        return _NO
    return test_row(columns.rows, columns.field, row, asked, q, parties)


@inlined
def _speaks_of_its_end(columns, asked, q, parties, row):
    """Whether a statement, once it has ended, says that such a fact holds no longer.

    It was said when the end had come, and about all parties of the question; and of facts that exist side by side, it
    was one that the question asks for: the end of one says nothing of others.
    """
    rows = columns.rows
    if asked.question[q, SPAN] != 0 or rows[row, STATED_DAY] < rows[row, UNTIL] - 1 or rows[row, DISPUTER] == DOUBTED:
        return False
    for role in range(3):
        if asked.question[q, BOUND + role] == -1:
            return False
    return asked.question[q, SINGLE] or test_row(rows, columns.field, row, asked, q, parties) == _YES


@inlined
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
        if rows[row, SOURCE] != source or rows[row, FROM] > day:
            continue
        if rows[row, UNTIL] <= day:
            if rows[row, UNTIL] > ended_until:
                ended_until = rows[row, UNTIL]
                ended_row = -1
            better = ended_row < 0 or dispute_counts(columns, asked, q, ended_row, _NO, parties)
            speaks = rows[row, UNTIL] == ended_until and _speaks_of_its_end(columns, asked, q, parties, row)
            if speaks and better:
                ended_row = row
            continue
        if asked.question[q, SINGLE]:
            if rows[row, STATED] < last:
                continue
            if rows[row, STATED] > last:
                vote = 0
                unanswered = False
            last = rows[row, STATED]
        seen = row
        answer = answer_of(columns, asked, q, parties, row, day)
        disputed = dispute_counts(columns, asked, q, row, answer, parties)
        if answer == 0:
            unanswered = True
        elif answer == _YES:
            vote |= YES_DISPUTED if disputed else SAYS_YES
        elif asked.question[q, SINGLE]:
            vote |= NO_DISPUTED if disputed else SAYS_NO
    if not asked.question[q, SINGLE] and vote & SAYS_YES:
        vote = SAYS_YES
    if unanswered and not vote:
        return 0, seen
    if seen < 0 and ended_row >= 0:
        disputed = dispute_counts(columns, asked, q, ended_row, _NO, parties)
        return (NO_DISPUTED if disputed else SAYS_NO), -1
    return vote, seen


@inlined
def dispute_counts(columns, asked, q, row, answer, parties):
    """Whether an open dispute of a statement matters for what it answers."""
    return dispute_of(columns, asked, q, columns.rows[row, DISPUTER], columns.rows[row, SOURCE], answer, parties)


@inlined
def dispute_of(columns, asked, q, disputer, source, answer, parties):
    """Whether an open dispute of a source's line matters: not where an organisation disputes what burdens it."""
    if disputer < 0 or disputer == source:
        return False
    bearer = asked.question[q, BEARER]
    if bearer >= 0 and parties[bearer] == disputer and not columns.party[disputer, IS_PERSON]:
        burdening = _YES if asked.question[q, BURDEN] > 0 else _NO
        return asked.question[q, BURDEN] != 0 and answer != burdening
    return True


@inlined
def every_holder_says_no(asked, q, parties, party, sources, votes, source_count):
    """Whether each source that could settle the question has said no: the condition for a definite NO."""
    found = False
    for h in range(asked.question[q, HOLDER_FROM], asked.question[q, HOLDER_FROM + 1]):
        kind = asked.holder[h, 0]
        value = asked.holder[h, 1]
        if kind == 1:
            place = asked.question[q, BOUND + value]
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
                said = said or sources[s] == parties[asked.question[q, BOUND + value]]
            else:
                said = said or party[sources[s], ROLES] & value != 0
        if said:
            found = True
            if asked.question[q, SETTLES_ALONE]:
                return True
        elif not asked.question[q, SETTLES_ALONE]:
            return False
    return found


@inlined
def _decide(asked, q, parties, columns, sources, votes, holds, source_count, without):
    """The truth that the votes amount to; `without`: a source that is left out, or -1."""
    yes = no = yes_disputed = no_disputed = others_yes = others_no = admits_no = wrongly = False
    bearer = parties[asked.question[q, BEARER]] if asked.question[q, BEARER] >= 0 else -1
    for s in range(source_count):
        if sources[s] == without:
            continue
        vote = votes[s]
        admission = sources[s] == bearer and (
            (asked.question[q, BURDEN] > 0 and vote & SAYS_YES) or (asked.question[q, BURDEN] < 0 and vote & SAYS_NO)
        )
        if holds[s] or admission:
            yes = yes or vote & SAYS_YES != 0
            no = no or vote & SAYS_NO != 0
            admits_no = admits_no or (admission and asked.question[q, BURDEN] < 0)
            yes_disputed = yes_disputed or vote & YES_DISPUTED != 0
            no_disputed = no_disputed or vote & NO_DISPUTED != 0
            own = sources[s] == bearer and not columns.party[bearer, IS_PERSON]
            wrongly = wrongly or (vote & COUNTS_WRONGLY != 0 and not own)
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
        if admits_no or every_holder_says_no(asked, q, parties, columns.party, sources, votes, source_count):
            return _NO
        return _OPEN | (_DISPUTED if no_disputed or yes_disputed else _CONFLICT if wrongly else _MISSING)
    if yes_disputed or no_disputed:
        return _OPEN | _DISPUTED
    if wrongly:
        return _OPEN | _CONFLICT
    if others_yes or others_no:
        return _OPEN | _UNCONFIRMED
    return _OPEN | _MISSING


@inlined
def decide_truth(asked, q, parties, columns, sources, votes, holds, source_count):
    """The truth on a day: what an organisation says for itself never opens what others settle against it."""
    bearer = parties[asked.question[q, BEARER]] if asked.question[q, BEARER] >= 0 else -1
    if bearer >= 0 and asked.question[q, BURDEN] != 0 and not columns.party[bearer, IS_PERSON]:
        burdening = _YES if asked.question[q, BURDEN] > 0 else _NO
        self_serving = SAYS_NO | NO_DISPUTED if asked.question[q, BURDEN] > 0 else SAYS_YES | YES_DISPUTED
        for s in range(source_count):
            if sources[s] == bearer and votes[s] & self_serving:
                settled = _decide(asked, q, parties, columns, sources, votes, holds, source_count, bearer)
                if settled == burdening:
                    return settled
    return _decide(asked, q, parties, columns, sources, votes, holds, source_count, -1)
