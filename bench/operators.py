"""Each operator alone: nanoseconds a segment in the machine, against the naive day-by-day interpreter in the same run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kyosei.timelines.arena import make_arena
from kyosei.timelines.machine import SCRATCH, Leaves, Outputs, ample, flatten, run
from kyosei.timelines.program import Instruction, Op, Program, Table, Value
from tests.timelines.naive import Naive
from tests.timelines.running import Subject

__all__ = ["OperatorFigure", "measure_operators"]

_DAYS = 420
_SEGMENTS = 8
_CHOICE_TABLE = Table(tuple((bit, day, 1000 + bit, 0) for bit in (1, 2) for day in (0, 200)))
_NUMBER_TABLE = Table(((0, 0, 3, 4), (0, 200, 1, 2)))
_BRACKETS = Table(((0, 0, 10, 0), (0, 50, 20, 0), (200, 0, 11, 0), (200, 60, 22, 0)))
_T, _N, _C, _Q, _S = Value.TRUTH, Value.NUMBER, Value.CHOICE, Value.QUANTITY, Value.STATE

# Operator, parameters, values of its arguments, table.
_CASES: tuple[tuple[Op, tuple[int, ...], tuple[Value, ...], Table | None], ...] = (
    (Op.NOT, (), (_T,), None), (Op.AND, (), (_T, _T), None), (Op.OR, (), (_T, _T), None),
    (Op.AT_LEAST, (), (_N, _N), None), (Op.MORE_THAN, (), (_N, _N), None), (Op.ADD, (), (_N, _N), None),
    (Op.SUBTRACT, (), (_N, _N), None), (Op.MULTIPLY, (), (_N, _N), None), (Op.SCALE, (0, 0), (_N,), _NUMBER_TABLE),
    (Op.DATED, (0,), (), Table(((0, 0, 5, 0), (0, 200, 6, 0)))), (Op.LOOKUP, (0,), (_C,), _CHOICE_TABLE),
    (Op.PIECEWISE, (0,), (_N,), _BRACKETS), (Op.IS_IN, (2,), (_C,), None), (Op.BEGINS, (), (_T,), None),
    (Op.ENDS, (), (_T,), None), (Op.EVER, (0, 7), (_T,), None), (Op.THROUGHOUT, (1, 2), (_T,), None),
    (Op.CONTINUOUSLY, (30, 3), (_T,), None), (Op.DAYS_WITHIN, (30,), (_T,), None),
    (Op.HELD_IN_ALL, (30,), (_T,), None), (Op.COUNT_WITHIN, (0, 30), (_T,), None),
    (Op.TOTAL_WITHIN, (7,), (_Q, _T), None), (Op.EACH_MONTH, (3, 1), (_T,), None), (Op.SHIFT_DAYS, (5,), (_T,), None),
    (Op.SHIFT_MONTHS, (1,), (_T,), None), (Op.SINCE, (), (_T, _T), None), (Op.DOUBT, (64,), (_T,), None),
    (Op.EXCUSED, (), (_T, _T), None), (Op.NEARING, (3,), (_N,), None), (Op.MONTH_SAMPLE, (2,), (_T,), None),
    (Op.RUNNING_COUNT, (), (_T,), None), (Op.NEXT_WORKING_DAY, (), (_T,), None), (Op.RECONCILE, (), (_N, _N), None),
    (Op.DUTY, (0, 14, 0, 1, 0, 0), (_T, _T), None), (Op.STATE, (), (_T, _T), None), (Op.AGE, (), (_N,), None),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OperatorFigure:
    """Nanoseconds for each segment read, for each call, and how many times longer the naive interpreter takes."""

    name: str
    nanoseconds_a_segment: float
    nanoseconds_a_call: float
    naive_times_longer: float


def _leaf(random: np.random.Generator, value: Value, op: Op) -> tuple[tuple[int, int, int, int], ...]:
    days = [0, *sorted(random.choice(np.arange(1, _DAYS), _SEGMENTS - 1, replace=False).tolist())]
    if op is Op.AGE:
        return ((0, 30, 30, 0),)
    rows = []
    for day in days:
        if value is Value.TRUTH:
            rows.append((day, 0, 0, int(random.choice([1, 2, 7, 19]))))
        elif value is Value.CHOICE:
            mask = int(random.choice([2, 4, 6]))
            rows.append((day, mask, 0, 4 if mask == 6 else 0))
        else:
            low = int(random.integers(0, 300))
            wide = int(random.choice([0, 40]))
            rows.append((day, low, low + wide, 4 if wide else 0))
    rows[-1] = (rows[-1][0], rows[-1][1], rows[-1][2], 1 if value is Value.TRUTH else rows[-1][3])
    return tuple(rows)


def measure_operators(repeat: int = 2000) -> list[OperatorFigure]:
    """Every operator over the same random timelines, one call after the other."""
    random = np.random.default_rng(7)
    return [_measure(random, *case, repeat) for case in _CASES]


def _measure(
    random: np.random.Generator, op: Op, parameters: tuple[int, ...], values: Sequence[Value], table: Table | None,
    repeat: int,
) -> OperatorFigure:  # fmt: skip
    leaves = [Instruction(Op.LEAF, (), (place,), 0, value) for place, value in enumerate(values)]
    copies = 50
    result = _S if op in (Op.DUTY, Op.STATE) else _T
    instructions = [
        *leaves,
        *(Instruction(op, tuple(range(len(leaves))), parameters, 0, result) for _ in range(copies)),
    ]
    tables = (table,) if table is not None else ()
    program = Program(tuple(instructions), tables, len(leaves), (len(instructions) - 1,))
    rows = [_leaf(random, value, op) for value in values]
    empty = Program(tuple(leaves) or (Instruction(Op.CONST_TRUTH, (), (2,), 0, _T),), (), len(leaves), (0,))
    spent = (_time(program, rows, repeat) - _time(empty, rows, repeat)) / copies
    subject = Subject((1,), tuple((timeline,) for timeline in rows))
    begin = time.perf_counter()
    naive = Naive(program, subject, _DAYS)
    for day in range(_DAYS):
        naive.value(len(leaves), 0, day)
    slow = time.perf_counter() - begin
    segments = max(sum(map(len, rows)), 1)
    return OperatorFigure(op.name.lower(), spent * 1e9 / segments, spent * 1e9, slow / max(spent, 1e-9))


def _time(program: Program, rows: Sequence[Sequence[tuple[int, int, int, int]]], repeat: int) -> float:
    """Seconds for one subject, the best of five rounds."""
    code = flatten(program)
    flat = np.array([row for timeline in rows for row in timeline] or [(0, 0, 0, 1)], np.int64).reshape(-1, 4)
    place, start = [], 0
    for timeline in rows:
        place.append((start, len(timeline)))
        start += len(timeline)
    leaves = Leaves(flat, np.array(place or [(0, 1)], np.int64), np.zeros(repeat, np.int64))
    counts = np.ones((repeat, 1), np.int32)
    slots = np.zeros((ample(counts[:1], code), 2), np.int64)
    arena = make_arena(1 << 18)
    slot_of = np.zeros(len(program.instructions), np.int64)
    best = float("inf")
    for _ in range(5):
        outputs = Outputs(make_arena(repeat * 500), np.zeros((repeat, 2), np.int64))
        written = np.zeros(2, np.int64)
        begin = time.perf_counter()
        done = run(code, leaves, counts, 0, repeat, 0, np.zeros(0, np.int32), arena, slots, slot_of, outputs, written,
                   np.empty(SCRATCH, np.int64), np.zeros((0, 8), np.int64), np.zeros(1, np.int64))  # fmt: skip
        assert done == repeat
        best = min(best, time.perf_counter() - begin)
    return best / repeat
