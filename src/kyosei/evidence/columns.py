"""What is on record as columns: rows of statements and coverages as known at one instant, in the order the kernels read.

A row belongs to one party, its owner: the person it is always about, else the first party that the kind demands. Rows
are sorted by owner, kind and first day; `row_from[owner * kinds + kind]` is the first row of that owner and kind. Coverages are sorted likewise;
one that names nobody belongs to the owner after the last.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["NOBODY", "Columns", "Coverages", "Rows", "index_from", "sort_rows"]

NOBODY = -1


class Rows(NamedTuple):
    """Statements in force. Days as in timelines.days; `stated` in microseconds; `disputer`: whose dispute is open, or -1.

    party: int32[row, 3] in the order of the kind's roles. field_has: a bit for each column of the kind that the
    statement answers; field_from: where its columns begin in `field`.
    """

    owner: NDArray[np.int32]
    kind: NDArray[np.int32]
    source: NDArray[np.int32]
    party: NDArray[np.int32]
    from_day: NDArray[np.int32]
    until_day: NDArray[np.int32]
    stated: NDArray[np.int64]
    stated_day: NDArray[np.int32]
    disputer: NDArray[np.int32]
    field_has: NDArray[np.int64]
    field_from: NDArray[np.int64]


class Coverages(NamedTuple):
    """Coverages in force whose count is right; `stated_day`: the legal day on which they were stated."""

    owner: NDArray[np.int32]
    kind: NDArray[np.int32]
    source: NDArray[np.int32]
    party: NDArray[np.int32]
    from_day: NDArray[np.int32]
    until_day: NDArray[np.int32]
    disputer: NDArray[np.int32]
    stated_day: NDArray[np.int32]


class Columns(NamedTuple):
    """Everything the evidence kernels read about a batch of parties."""

    rows: Rows
    field: NDArray[np.int64]
    row_from: NDArray[np.int64]
    coverages: Coverages
    coverage_from: NDArray[np.int64]
    is_person: NDArray[np.bool_]
    roles: NDArray[np.int32]
    """A bit for each role that `questions.ROLE_BITS` names."""
    born: NDArray[np.int32]
    """Day of birth, or -1."""
    last_sign: NDArray[np.int32]
    """The last day on which a party, as a source, stated anything; -1 if never."""


def index_from(owner: NDArray[np.int32], kind: NDArray[np.int32], owners: int, kinds: int) -> NDArray[np.int64]:
    """The first place of every (owner, kind) in rows sorted by both, and the end of the last: int64[owners * kinds + 1]."""
    cells = owner.astype(np.int64) * kinds + kind
    return np.searchsorted(cells, np.arange(owners * kinds + 1, dtype=np.int64)).astype(np.int64)


def sort_rows(rows: Rows) -> Rows:
    """The rows by owner, kind and first day."""
    order = np.lexsort((rows.from_day, rows.kind, rows.owner))
    return Rows(
        rows.owner[order], rows.kind[order], rows.source[order], rows.party[order], rows.from_day[order],
        rows.until_day[order], rows.stated[order], rows.stated_day[order], rows.disputer[order], rows.field_has[order],
        rows.field_from[order],
    )  # fmt: skip
