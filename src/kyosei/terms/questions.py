"""What a leaf asks of the evidence: a kind, about whom, under which tests, and what is wanted of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = ["ABSENT", "ANYBODY", "Form", "Question", "Test", "TestKind"]

ANYBODY = -1
"""A role that may be filled by anybody."""
ABSENT = -2
"""A role that must be empty in the statement."""


class Form(IntEnum):
    """What is wanted of the statements that fit."""

    HOLDS = 0
    """Truth: such a fact holds on the day (for events: such an event is on the day; key: the field `value`, if named)."""
    NUMBER = 1
    """The number in a field of the one true fact."""
    CHOICE = 2
    """The values still possible of a field of the one true fact; bit 0: there is no such fact."""
    PAID = 3
    """Truth: the event dated by the field `value`, excluded up to the day in the field `second`."""
    STARTS = 4
    """Truth: a statement of this kind begins on the day."""
    COVERED = 5
    """Truth: a source that can settle it has told everything of this kind about this scope for the day."""
    QUANTITY = 6
    """Quantities stated over periods by those who can settle them; a covered gap is nothing, any other gap unknown."""
    QUANTITY_OF_OTHERS = 7
    """The same as told by those who are heard but cannot settle it."""
    BORN = 8
    """A constant number: the subject's day of birth."""
    ENDS_ON = 9
    """The last day of the one true fact's period as a number; NEVER if it has no end."""
    EMPLOYED = 10
    """Truth: the relation itself, settled by any one of the sources that `others` lists."""


class TestKind(IntEnum):
    """How a field of a statement is tested."""

    AMONG = 0
    """The choice is one of the mask's bits (bit number = place in the declared list + 1)."""
    AT_LEAST = 1
    AT_MOST = 2
    IS_PARTY = 3
    """The party named in the field is the one in that place of the scope."""
    HAS_ANY = 4
    """The list of slugs meets the mask."""


@dataclass(frozen=True, slots=True)
class Test:
    """One test of one field; `wanted` False turns it round. An absent field leaves the test unanswered."""

    field: str
    kind: TestKind
    operand: int
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that the evidence needs to answer a leaf. `bound` gives, for each role of the kind in its declared order,
    a place among the scope's parties, ANYBODY or ABSENT. `at_key`: only statements with the instance's own key.
    """

    kind: str
    form: Form
    bound: tuple[int, ...]
    tests: tuple[Test, ...] = ()
    value: str | None = None
    second: str | None = None
    at_key: bool = False
    bearer: int = ANYBODY
    """The place of the party whose duty the norm is, if that is a party of the scope."""
    burden: int = 0
    """+1 if YES burdens the bearer, -1 if NO does, 0 if neither is plain: admissions and self-serving words are told by it."""
