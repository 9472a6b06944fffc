"""Questions as tables of whole numbers, in the order in which a program has its leaves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "ALIKE", "AT_KEY", "BEARER", "BOUND", "BURDEN", "FORM", "FROM_FIRST", "HOLDER_FROM", "KIND_ASKED", "LAG", "OPTIONS",
    "OWNER_ROLE", "POINTS_ALIKE", "QUESTION_COLUMNS", "SCOPE", "SECOND", "SETTLES_ALONE", "SINGLE", "SPAN", "TEST_FROM",
    "VALUE", "Asked",
]  # fmt: skip

# Columns of a question's row; -1 where a question has none.
FORM = 0
KIND_ASKED = 1
SCOPE = 2
OWNER_ROLE = 3
"""The role of the kind to whose party the statements belong."""
AT_KEY = 4
"""1: only statements with the instance's own key."""
SINGLE = 5
SPAN = 6
"""0 a state, 1 a period, 2 an event."""
LAG = 7
SETTLES_ALONE = 8
FROM_FIRST = 9
"""1: the relation does not hold before anybody says it began."""
BEARER = 10
BURDEN = 11
VALUE = 12
SECOND = 13
OPTIONS = 14
TEST_FROM = 15
"""Two columns: the first of its tests and the first after them."""
HOLDER_FROM = 17
"""Two columns, likewise."""
BOUND = 19
"""Three columns: for each role of the kind a place among the scope's parties, ANYBODY, ABSENT or NO_ROLE."""
POINTS_ALIKE = 22
"""The same for questions of a group whose answers can change on the same days."""
ALIKE = 23
"""The same for questions that differ only in whose duty it is and whom the answer burdens."""
QUESTION_COLUMNS = 24


class Asked(NamedTuple):
    """All questions of a program for one batch.

    test rows are (column, kind of test, operand, wanted). holder rows are (type, value): 0 the party with that index,
    1 the party bound to that role, 2 any party with that role bit. `order` lists the questions so that those on which the
    same statements bear follow each other; `group` has the first place in it of each such group, and the end of the last.
    """

    question: NDArray[np.int64]
    test: NDArray[np.int64]
    holder: NDArray[np.int64]
    order: NDArray[np.int64]
    group: NDArray[np.int64]
