"""Number and choice leaves day by day: the bounds or the values that those who can settle them leave possible."""

from __future__ import annotations

import numpy as np

from kyosei.evidence.asked import BEARER, FORM, OPTIONS, SINGLE, VALUE
from kyosei.evidence.columns import DISPUTER, DOUBTED, FIELD_FROM, FIELD_HAS, FROM, IS_PERSON, SOURCE, STATED, UNTIL
from kyosei.evidence.gathering import covered_on
from kyosei.evidence.voting import LONG_AGO, SAYS_NO, every_holder_says_no, test_row
from kyosei.timelines.arena import inlined, kernel

__all__ = ["value_on"]

_YES = 2
_MISSING = 4
_UNCONFIRMED = 8
_CONFLICT = 16
_DISPUTED = 32
_NEVER = 1_000_000
_CHOICE = 2
_ENDS_ON = 9


@kernel
def value_on(columns, asked, q, parties, scratch, count, cover_count, source_count, day, reading):
    """The bounds or mask of a field on a day: (lo, hi, causes); a choice's mask stands in lo.

    One loop with what it has found so far in local variables: handing a dozen of them on would hide more than it parts.
    """
    rows = columns.rows
    choice = asked.question[q, FORM] == _CHOICE
    lo, hi, other_lo, other_hi = np.int64(1) << 60, -(np.int64(1) << 60), np.int64(1) << 60, -(np.int64(1) << 60)
    mask, other_mask = np.int64(0), np.int64(0)
    said = disputed = other = heard = exists = wrongly = False
    bearer = parties[asked.question[q, BEARER]] if asked.question[q, BEARER] >= 0 else -1
    for s in range(source_count):
        source = scratch.sources[s]
        last = _last_stated(rows, scratch, count, source, day)
        scratch.votes[s] = 0
        for k in range(count):
            row = scratch.active[k]
            if rows[row, SOURCE] != source or not rows[row, FROM] <= day < rows[row, UNTIL]:
                continue
            if rows[row, DISPUTER] == DOUBTED or (asked.question[q, SINGLE] and rows[row, STATED] != last):
                continue
            if test_row(rows, columns.field, row, asked, q, parties) != _YES:
                continue
            given, value = _value_of(columns, asked, q, row)
            if not given:
                exists = exists or (scratch.holds[s] and rows[row, DISPUTER] < 0)
                continue
            disputer = rows[row, DISPUTER]
            if 0 <= disputer != source and not (disputer == bearer and not columns.party[disputer, IS_PERSON]):
                disputed = True
            elif scratch.holds[s]:
                said = True
                lo, hi = min(lo, value), max(hi, value)
                if choice:
                    mask |= np.int64(1) << value
            else:
                heard = True
                if source == bearer and not columns.party[source, IS_PERSON]:
                    continue  # what an organisation says for itself widens nothing that others settle
                other = True
                other_lo, other_hi = min(other_lo, value), max(other_hi, value)
                if choice:
                    other_mask |= np.int64(1) << value
        if choice and scratch.holds[s]:
            reached = covered_on(columns, asked, q, parties, scratch, cover_count, source, day, reading)
            if reached == 1:
                wrongly = wrongly or source != bearer or columns.party[bearer, IS_PERSON] != 0
            elif last != LONG_AGO:
                continue
            elif reached == 3:
                said = True
                mask |= 1
                scratch.votes[s] = SAYS_NO
            elif reached == 2:
                disputed = True
    if not said:
        causes = _DISPUTED if disputed else _CONFLICT if wrongly else _UNCONFIRMED if heard else _MISSING
        if choice:  # a fact that is told without the field has some value: only without it there may be none
            return (np.int64(1) << asked.question[q, OPTIONS]) - (2 if exists else 1), np.int64(0), causes
        return np.int64(0), np.int64(1) << 60, causes
    if choice:
        mask |= other_mask
        if mask == 1 and (
            exists  # none: only if every source that could know of one says so
            or not every_holder_says_no(asked, q, parties, columns.party, scratch.sources, scratch.votes, source_count)
        ):
            causes = _CONFLICT if exists else _DISPUTED if disputed else _CONFLICT if wrongly else _MISSING
            return (np.int64(1) << asked.question[q, OPTIONS]) - 1, np.int64(0), causes
        return mask, np.int64(0), _CONFLICT if mask & (mask - 1) else 0
    if other:
        lo, hi = min(lo, other_lo), max(hi, other_hi)
    return lo, hi, _CONFLICT if lo < hi else 0


@inlined
def _value_of(columns, asked, q, row):
    """Whether a statement gives the value that is asked for, and the value; an open end is given, as NEVER."""
    rows = columns.rows
    if asked.question[q, FORM] == _ENDS_ON:
        return True, np.int64(rows[row, UNTIL] - 1) if rows[row, UNTIL] < _NEVER else np.int64(_NEVER)
    if (rows[row, FIELD_HAS] >> asked.question[q, VALUE]) & 1:
        return True, np.int64(columns.field[rows[row, FIELD_FROM] + asked.question[q, VALUE]])
    return False, np.int64(0)


@inlined
def _last_stated(rows, scratch, count, source, day):
    """The instant of what a source stated last of what is active on a day; LONG_AGO if nothing is."""
    last = np.int64(LONG_AGO)
    for k in range(count):
        row = scratch.active[k]
        if rows[row, SOURCE] == source and rows[row, FROM] <= day < rows[row, UNTIL]:
            last = max(last, rows[row, STATED])
    return last
