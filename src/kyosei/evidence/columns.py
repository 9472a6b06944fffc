"""What is on record as columns: rows of statements and coverages as known at one instant, in the order the kernels read.

A row belongs to one party, its owner: the person it is always about, else the first party that the kind demands. Rows
are sorted by owner, kind and first day; `row_from[owner * kinds + kind]` is the first row of that owner and kind.
Coverages are sorted likewise; one that names nobody belongs to the owner after the last.

The tables are arrays of whole numbers and their columns are named here: a kernel that is handed one array instead of
thirty spends its time on the evidence (docs/decisions).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BORN", "COVERAGE_COLUMNS", "DISPUTER", "DOUBTED", "FIELD_FROM", "FIELD_HAS", "FROM", "IS_PERSON", "KIND", "LAST_SIGN",
    "NOBODY", "OWNER", "PARTY", "ROLES", "ROW_COLUMNS", "SOURCE", "STATED", "STATED_DAY", "UNTIL", "Columns", "Table",
    "index_from", "sort_rows",
]  # fmt: skip

NOBODY = -1
DOUBTED = -2
"""In place of a disputer: a wrong count puts the line in doubt, and for now it says nothing (`kyosei.evidence.counting`)."""

# Columns of a statement's or coverage's row.
OWNER = 0
KIND = 1
SOURCE = 2
PARTY = 3
"""Three columns: the parties in the order of the kind's roles, NOBODY where there is none."""
FROM = 6
UNTIL = 7
STATED = 8
"""Microseconds; not used of coverages."""
STATED_DAY = 9
DISPUTER = 10
"""Whose dispute of the line is open, or NOBODY or DOUBTED."""
COVERAGE_COLUMNS = 11
FIELD_HAS = 11
"""A bit for each column of the kind that the statement answers."""
FIELD_FROM = 12
"""Where its columns begin in `field`."""
ROW_COLUMNS = 13

# Columns of a party's row.
IS_PERSON = 0
ROLES = 1
"""A bit for each role that `questions.ROLE_BITS` names."""
BORN = 2
"""Day of birth, or -1."""
LAST_SIGN = 3
"""The last day on which the party, as a source, stated anything; -1 if never."""

Table = NDArray[np.int64]


class Columns(NamedTuple):
    """Everything the evidence kernels read about a batch of parties: rows and coverages as above, party: [party, 4]."""

    rows: Table
    field: NDArray[np.int64]
    row_from: NDArray[np.int64]
    coverages: Table
    coverage_from: NDArray[np.int64]
    party: Table


def index_from(rows: Table, owners: int, kinds: int) -> NDArray[np.int64]:
    """The first place of every (owner, kind) in rows sorted by both, and the end of the last: int64[owners * kinds + 1]."""
    cells = rows[:, OWNER] * kinds + rows[:, KIND]
    return np.searchsorted(cells, np.arange(owners * kinds + 1, dtype=np.int64)).astype(np.int64)


def sort_rows(rows: Table) -> Table:
    """The rows by owner, kind and first day; those of one day by their parties, in whatever order they were told."""
    parties = (rows[:, PARTY + 2], rows[:, PARTY + 1], rows[:, PARTY])
    return np.ascontiguousarray(rows[np.lexsort((*parties, rows[:, FROM], rows[:, KIND], rows[:, OWNER]))])
