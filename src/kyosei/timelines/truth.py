"""Three truths with reasons, in one byte: YES, NO, and OPEN with the causes that keep it open (DESIGN.md §1)."""

from __future__ import annotations

from functools import cache
from typing import Final

__all__ = [
    "CAUSES",
    "CONFLICT",
    "DISPUTED",
    "JUDGEMENT",
    "LAW",
    "MAY_BE_NO",
    "MAY_BE_YES",
    "MISSING",
    "NO",
    "OPEN",
    "UNCONFIRMED",
    "YES",
    "both",
    "causes_of",
    "either",
    "negation",
]

MAY_BE_NO: Final = 1
MAY_BE_YES: Final = 2
NO: Final = MAY_BE_NO
YES: Final = MAY_BE_YES
OPEN: Final = MAY_BE_NO | MAY_BE_YES

MISSING: Final = 4
UNCONFIRMED: Final = 8
CONFLICT: Final = 16
DISPUTED: Final = 32
JUDGEMENT: Final = 64
LAW: Final = 128

CAUSES: Final = (
    (MISSING, "missing"),
    (UNCONFIRMED, "unconfirmed"),
    (CONFLICT, "conflict"),
    (DISPUTED, "disputed"),
    (JUDGEMENT, "judgement"),
    (LAW, "law"),
)
_CAUSE_BITS: Final = MISSING | UNCONFIRMED | CONFLICT | DISPUTED | JUDGEMENT | LAW


@cache
def causes_of(value: int) -> tuple[str, ...]:
    """The names of the causes in a truth byte, in the fixed order of DESIGN.md."""
    return tuple(name for bit, name in CAUSES if value & bit)


def both(left: int, right: int) -> int:
    """AND: NO if any is NO, else OPEN with the union of causes if any is OPEN, else YES."""
    if left == NO or right == NO:
        return NO
    return left | right


def either(left: int, right: int) -> int:
    """OR: YES if any is YES, else OPEN with the union of causes if any is OPEN, else NO."""
    if left == YES or right == YES:
        return YES
    return left | right


def negation(value: int) -> int:
    """NOT: swaps YES and NO, keeps OPEN and its causes."""
    if value & OPEN == OPEN:
        return value
    return value ^ OPEN
