"""Truth leaves day by day: what each source says, and the truth that the voting rule makes of it."""

from __future__ import annotations

import numpy as np

from kyosei.evidence.asked import FORM, SECOND, SINGLE, VALUE
from kyosei.evidence.columns import DISPUTER, DOUBTED, FIELD_FROM, FIELD_HAS, FROM, NOBODY, SOURCE, STATED, UNTIL
from kyosei.evidence.gathering import covered_on
from kyosei.evidence.voting import (
    COUNTS_WRONGLY,
    LONG_AGO,
    NO_DISPUTED,
    SAYS_NO,
    SAYS_YES,
    active_vote,
    answer_of,
    decide_truth,
    dispute_counts,
    test_row,
)
from kyosei.timelines.arena import inlined, kernel

__all__ = ["truth_on"]

_NO = 1
_YES = 2
_HOLDS = 0
_PAID = 3


@inlined
def _said_unpaid(columns, asked, q, parties, scratch, count, source, day):
    """Whether a source has said "unpaid" before the day, so that a payment would be news that its coverage promises."""
    rows = columns.rows
    said = False
    for k in range(count):
        row = scratch.active[k]
        if rows[row, SOURCE] != source:
            continue
        said = True
        paid = (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1
        unpaid = (rows[row, FIELD_HAS] >> asked.question[q, SECOND]) & 1
        if paid or rows[row, DISPUTER] != NOBODY or test_row(rows, columns.field, row, asked, q, parties) != _YES:
            return False
        if not unpaid or columns.field[rows[row, FIELD_FROM] + asked.question[q, SECOND]] >= day:
            return False
    return said


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
        if answer == _YES and rows[row, DISPUTER] != DOUBTED:
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
def truth_on(columns, asked, q, parties, scratch, count, cover_count, source_count, day, reading):
    """The truth of a question on a day, and the key of the event that makes it YES."""
    key = np.int64(-1)
    for s in range(source_count):
        source = scratch.sources[s]
        if asked.question[q, FORM] == _PAID:
            vote = _paid_vote(columns, asked, q, parties, scratch, count, source, day)
            if vote == 0 and scratch.holds[s] and _said_unpaid(columns, asked, q, parties, scratch, count, source, day):
                reached = covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
                vote = SAYS_NO if reached == 3 else NO_DISPUTED if reached == 2 else COUNTS_WRONGLY if reached else 0
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
            reached = covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
            quiet = 2 if row < 0 else _none_has_it(columns, asked, q, parties, scratch, count, source, day)
            if reached == 1:
                vote = COUNTS_WRONGLY
            elif reached and quiet:
                vote = SAYS_NO if reached == 3 and quiet == 2 else NO_DISPUTED
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
