"""Truths and numbers as the naive interpreter writes them, and what it combines them with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from math import inf

from kyosei.timelines.program import INFINITY
from kyosei.timelines.truth import LAW, MISSING, NO, OPEN, YES
from tests.timelines.running import HOLIDAYS

NEVER = 1_000_000
LONGEST_RUN = 400
"""A run of YES days longer than this is one event; else every YES day is one."""

CLOSED = frozenset(int(day) for day in HOLIDAYS)

Num = tuple[float, float, int]
ANYTHING: Num = (0, inf, LAW)
"""A figure that the law has not encoded."""


def causes(truth: int) -> int:
    """The cause bits; never none for what is open."""
    return truth & ~OPEN or MISSING


def is_open(truth: int) -> bool:
    """Whether it may be yes and may be no."""
    return truth & OPEN == OPEN


def every(truths: Iterable[int]) -> int:
    """NO if any is NO, else OPEN with all causes if any is OPEN, else YES."""
    listed = list(truths)
    return NO if NO in listed else reduce(int.__or__, (t for t in listed if is_open(t)), 0) or YES


def some(truths: Iterable[int]) -> int:
    """The dual of `every`."""
    listed = list(truths)
    return YES if YES in listed else reduce(int.__or__, (t for t in listed if is_open(t)), 0) or NO


def opposite(truth: int) -> int:
    """YES for NO, NO for YES."""
    return truth if is_open(truth) else OPEN - truth


def number(low: float, high: float, why: int) -> Num:
    """A number with its causes; one that is settled has none."""
    low, high = (-inf if low <= -INFINITY else low), (inf if high >= INFINITY else high)
    return (low, high, why & ~OPEN or MISSING) if low < high else (low, high, 0)
