"""The operators and the flat program: what a norm becomes before it is run, and all that the machine knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

__all__ = [
    "INFINITY",
    "OPERATORS_VERSION",
    "Deadline",
    "HolidayRule",
    "Instruction",
    "Op",
    "Program",
    "State",
    "Table",
    "Value",
]

OPERATORS_VERSION: Final = 1
"""Raised when the meaning of an operator changes; part of a program's content address."""

INFINITY: Final = 1 << 60
"""The sentinel for "no bound": far beyond every yen, minute or day that is ever stated."""


class Value(IntEnum):
    """What a node's timeline holds."""

    TRUTH = 0
    NUMBER = 1
    CHOICE = 2
    QUANTITY = 3
    STATE = 4


class Op(IntEnum):
    """Every operator there is. `operators.py`, `windows.py`, `numbers.py` and `obligations.py` define each of them once."""

    LEAF = 0
    CONST_TRUTH = 1
    CONST_NUMBER = 2
    NOT = 3
    AND = 4
    OR = 5
    AT_LEAST = 6
    MORE_THAN = 7
    ADD = 8
    SUBTRACT = 9
    MULTIPLY = 10
    SCALE = 11
    DATED = 12
    LOOKUP = 13
    PIECEWISE = 14
    IS_IN = 15
    BEGINS = 16
    ENDS = 17
    EVER = 18
    THROUGHOUT = 19
    CONTINUOUSLY = 20
    DAYS_WITHIN = 21
    COUNT_WITHIN = 22
    TOTAL_WITHIN = 23
    EACH_MONTH = 24
    SHIFT_DAYS = 25
    SHIFT_MONTHS = 26
    SINCE = 27
    AGE = 28
    ANY_OF = 29
    EVERY = 30
    COUNT = 31
    TOTAL = 32
    DOUBT = 33
    EXCUSED = 34
    NEARING = 35
    MONTH_SAMPLE = 36
    RUNNING_COUNT = 37
    NEXT_WORKING_DAY = 38
    RECONCILE = 39
    DUTY = 40
    STATE = 41
    VERSIONS = 42
    STATE_IS = 43
    ON_RECORD = 44
    HELD_IN_ALL = 45


class State(IntEnum):
    """The state of a norm on a day (INTERFACES.md §2); the number is also the storage code."""

    NOT_APPLICABLE = 0
    MET = 1
    DUE = 2
    LATE = 3
    BREACHED = 4
    UNMET = 5
    OPEN = 6


class Deadline(IntEnum):
    """The closed set of forms that a deadline can take; `n` and a second number are its parameters."""

    DAYS_AFTER = 0
    """n days, the day of the event not counted (Civil Code art. 140)."""
    DAYS_COUNTING_THE_DAY = 1
    """n days, the day of the event counted (起算して)."""
    MONTHS_AFTER = 2
    """n months by the calendar (Civil Code art. 143), the day of the event not counted."""
    END_OF_FOLLOWING_MONTH = 3
    DAY_OF_FOLLOWING_MONTH = 4
    """The n-th day of the month after the event's."""
    BY_THE_DAY_STATED = 5
    """A day that a record or another timeline gives."""
    WITHOUT_DATE = 6
    """At once, with no day after which it is late."""
    CALENDAR_DAY = 7
    """The next day with month n and day m, on or after the event."""


class HolidayRule(IntEnum):
    """What becomes of a deadline on a day when administrative organs are closed."""

    STAYS = 0
    NEXT_WORKING_DAY = 1
    """The deadline itself moves: a period for an act toward a State organ (363AC0000000091 art. 2)."""
    ACCEPTED_NEXT_WORKING_DAY = 2
    """The deadline stays, the next working day is accepted in practice."""


@dataclass(frozen=True, slots=True)
class Table:
    """A dated table: rows of (key, from_day, numerator, denominator-or-upper-bound), sorted by key and day.

    DATED uses key 0. LOOKUP uses a choice's bit number as key. PIECEWISE uses (from_day as key, lower bound,
    value) rows. SCALE uses (0, from_day, numerator, denominator).
    """

    rows: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One node: its operator, the nodes it reads (all earlier), its whole-number parameters, its scope number and value."""

    op: Op
    arguments: tuple[int, ...]
    parameters: tuple[int, ...]
    scope: int
    value: Value


@dataclass(frozen=True, slots=True)
class Program:
    """A flat program in an order in which every argument precedes its use; scope 0 is the subject itself."""

    instructions: tuple[Instruction, ...]
    tables: tuple[Table, ...]
    leaf_count: int
    outputs: tuple[int, ...]
