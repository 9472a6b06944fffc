"""The machine: runs a flat program over subjects, one after the other, with every operator defined once.

For each subject it appends the timeline of every node and instance to an arena, then copies the outputs out. The same
call serves one person, whose arena is kept for explanation, and a chunk of a nation, whose arena is used again for the
next subject. It releases the interpreter lock, so chunks run in threads.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kyosei.timelines.arena import LENGTH, START, Arena, copy, inlined, kernel, put
from kyosei.timelines.counts import count_within, days_within, running_count, total_within
from kyosei.timelines.months import each_month, month_sample, moved_to_working_day, nearing, shift
from kyosei.timelines.obligations import duty, state
from kyosei.timelines.operators import (
    combine,
    compare,
    compute,
    doubt,
    excused,
    is_in,
    negate,
    reconcile,
    scale,
    state_is,
)
from kyosei.timelines.program import Program
from kyosei.timelines.quantifiers import quantify
from kyosei.timelines.tables import age, look_up, make_dated, piecewise
from kyosei.timelines.versions import versions
from kyosei.timelines.windows import begins, continuously, ends, ever, held_in_all, on_record, since

__all__ = ["ARENA_FULL", "LENGTH", "SCRATCH", "START", "Code", "Leaves", "Outputs", "ample", "flatten", "run"]

ARENA_FULL = -1
"""Returned by `run` when the arena is too small for a subject: try again with a larger one."""

SCRATCH = 4096
"""Room for the performances of one duty that are spent, and for the arguments of one node."""

_NO = 1
_YES = 2

# Columns of an instruction.
_OP, _SCOPE, _ARGUMENT_FROM, _ARGUMENTS, _PARAMETER_FROM = 0, 1, 2, 3, 4


class Code(NamedTuple):
    """A program as arrays.

    instruction: int64[node, 5]: operator, scope, first argument and how many, first parameter. table_from: int64; row:
    int64[row, 4], the rows of all tables. output: int64, the output nodes.
    """

    instruction: NDArray[np.int64]
    argument: NDArray[np.int64]
    parameter: NDArray[np.int64]
    table_from: NDArray[np.int64]
    row: NDArray[np.int64]
    output: NDArray[np.int64]

    @property
    def scope(self) -> NDArray[np.int64]:
        """The scope of every node."""
        return self.instruction[:, _SCOPE]


class Leaves(NamedTuple):
    """What the evidence says: for each subject in turn, for each leaf and instance, a timeline in `segments`.

    place: int64[timeline, 2], START and LENGTH.
    """

    segments: Arena
    place: NDArray[np.int64]
    subject_from: NDArray[np.int64]


class Outputs(NamedTuple):
    """Timelines of the output nodes: for each subject in turn, for each output and instance. place: as in Leaves."""

    segments: Arena
    place: NDArray[np.int64]


def flatten(program: Program) -> Code:
    """The arrays of a program, as the machine reads them."""
    table_from = [0]
    instructions: list[tuple[int, ...]] = []
    arguments: list[int] = []
    parameters: list[int] = []
    rows: list[tuple[int, int, int, int]] = []
    for instruction in program.instructions:
        instructions.append(
            (instruction.op, instruction.scope, len(arguments), len(instruction.arguments), len(parameters))
        )
        arguments.extend(instruction.arguments)
        parameters.extend(instruction.parameters)
    for table in program.tables:
        rows.extend(table.rows)
        table_from.append(len(rows))
    return Code(
        np.array(instructions, np.int64).reshape(len(instructions), 5),
        np.array(arguments, np.int64),
        np.array(parameters, np.int64),
        np.array(table_from, np.int64),
        np.array(rows, np.int64).reshape(len(rows), 4),
        np.array(program.outputs, np.int64),
    )


@inlined
def _unary(op, arena, top, start, length, p, parameter, holidays):
    """Operators of one timeline; `p` is the place of the node's parameters."""
    if op == 3:
        return negate(arena, top, start, length)
    if op == 15:
        return is_in(arena, top, start, length, parameter[p])
    if op == 16:
        return begins(arena, top, start, length)
    if op == 17:
        return ends(arena, top, start, length)
    if op == 18 or op == 19:
        return ever(arena, top, start, length, parameter[p], parameter[p + 1], _YES if op == 18 else _NO)
    if op == 20:
        return continuously(arena, top, start, length, parameter[p], parameter[p + 1])
    if op == 21:
        return days_within(arena, top, start, length, parameter[p])
    if op == 22:
        return count_within(arena, top, start, length, parameter[p], parameter[p + 1])
    if op == 24:
        return each_month(arena, top, start, length, parameter[p], parameter[p + 1])
    if op == 25 or op == 26:
        return shift(arena, top, start, length, op == 26, parameter[p])
    if op == 28:
        return age(arena, top, start, length)
    if op == 33:
        return doubt(arena, top, start, length, parameter[p])
    if op == 35:
        return nearing(arena, top, start, length, parameter[p])
    if op == 36:
        return month_sample(arena, top, start, length, parameter[p])
    if op == 37:
        return running_count(arena, top, start, length)
    if op == 38:
        return moved_to_working_day(arena, top, start, length, holidays)
    if op == 44:
        return on_record(arena, top, start, length, parameter[p])
    if op == 45:
        return held_in_all(arena, top, start, length, parameter[p])
    return state_is(arena, top, start, length, parameter[p])


@inlined
def _tabular(op, arena, top, start, length, p, parameter, table_from, row):
    """Operators that read a dated table, whose number is the first parameter."""
    table = parameter[p]
    first = table_from[table]
    count = table_from[table + 1] - first
    if op == 12:
        return make_dated(arena, top, row, first, count)
    if op == 11:
        return scale(arena, top, start, length, row, first, count, parameter[p + 1])
    if op == 13:
        return look_up(arena, top, start, length, row, first, count)
    return piecewise(arena, top, start, length, row, first, count)


@inlined
def _binary(op, arena, top, left, left_length, right, right_length, p, parameter):
    """Operators of two timelines."""
    if op == 6 or op == 7:
        return compare(arena, top, left, left_length, right, right_length, op == 7)
    if op <= 10:
        return compute(arena, top, left, left_length, right, right_length, op - 8)
    if op == 23:
        return total_within(arena, top, left, left_length, right, right_length, parameter[p])
    if op == 27:
        return since(arena, top, left, left_length, right, right_length)
    if op == 34:
        return excused(arena, top, left, left_length, right, right_length)
    if op == 39:
        return reconcile(arena, top, left, left_length, right, right_length)
    return state(arena, top, left, left_length, right, right_length)


@inlined
def _fold(op, arena, top, slots, scratch, count):
    """AND or OR of the slots that `scratch` lists; returns (top, start of result)."""
    decisive = _NO if op == 4 else _YES
    result = slots[scratch[0], START]
    length = slots[scratch[0], LENGTH]
    if count == 1:
        return copy(arena, result, length, arena, top), top
    for k in range(1, count):
        start = top
        top = combine(arena, top, result, length, slots[scratch[k], START], slots[scratch[k], LENGTH], decisive)
        if top < 0:
            return -1, 0
        result, length = start, top - start
    return top, result


@inlined
def _node(instruction, argument, parameter, table_from, row, node, instance, arena, top, slots, slot_of, counts,
          holidays, known_day, scratch, records, record_count):  # fmt: skip
    """One node for one instance; returns (top, first segment of its timeline)."""
    op = instruction[node, _OP]
    scope = instruction[node, _SCOPE]
    first = instruction[node, _ARGUMENT_FROM]
    count = instruction[node, _ARGUMENTS]
    p = instruction[node, _PARAMETER_FROM]
    start = top
    if 29 <= op <= 32:
        inner, closed = argument[first], slot_of[argument[first + 1]]
        return quantify(op, arena, top, slots, slot_of[inner], counts[instruction[inner, _SCOPE]],
                         slots[closed, START], slots[closed, LENGTH])  # fmt: skip
    for k in range(count):
        other = argument[first + k]
        scratch[k] = slot_of[other] + (instance if instruction[other, _SCOPE] == scope else 0)
    if op == 4 or op == 5:
        return _fold(op, arena, top, slots, scratch, count)
    if op == 42:
        return versions(arena, top, slots, scratch, count, p, parameter, known_day), start
    if op == 1 or op == 2:
        if top + 1 > arena.shape[0]:
            return -1, start
        if op == 1:
            return put(arena, start, top, 0, 0, 0, parameter[p]), start
        causes = parameter[p + 2] if parameter[p] < parameter[p + 1] else 0
        return put(arena, start, top, 0, parameter[p], parameter[p + 1], causes), start
    if op == 12:
        return _tabular(op, arena, top, 0, 0, p, parameter, table_from, row), start
    a, a_length = slots[scratch[0], START], slots[scratch[0], LENGTH]
    if op == 11 or op == 13 or op == 14:
        return _tabular(op, arena, top, a, a_length, p, parameter, table_from, row), start
    if count == 1:
        return _unary(op, arena, top, a, a_length, p, parameter, holidays), start
    b, b_length = slots[scratch[1], START], slots[scratch[1], LENGTH]
    if op == 40:
        stated, stated_length = 0, 0
        if count > 2:
            stated, stated_length = slots[scratch[2], START], slots[scratch[2], LENGTH]
        return duty(arena, top, a, a_length, b, b_length, stated, stated_length, parameter[p], parameter[p + 1],
                    parameter[p + 2], parameter[p + 3], parameter[p + 4], parameter[p + 5], holidays, scratch, records,
                    record_count, node, instance)  # fmt: skip
    return _binary(op, arena, top, a, a_length, b, b_length, p, parameter), start


@kernel
def _subject(instruction, argument, parameter, table_from, row, segments, place, leaf, counts, holidays, known_day,
             arena, slots, slot_of, scratch, records, record_count):  # fmt: skip
    """All nodes of one subject; returns the arena's top, or -1."""
    top = 0
    slot = 0
    for node in range(instruction.shape[0]):
        slot_of[node] = slot
        instances = counts[instruction[node, _SCOPE]]
        if slot + instances > slots.shape[0]:
            return -1
        is_leaf = instruction[node, _OP] == 0
        for instance in range(instances):
            start = top
            if is_leaf:
                top = copy(segments, place[leaf, START], place[leaf, LENGTH], arena, top)
                leaf += 1
            else:
                top, start = _node(instruction, argument, parameter, table_from, row, node, instance, arena, top,
                                   slots, slot_of, counts, holidays, known_day, scratch, records,
                                   record_count)  # fmt: skip
            if top < 0:
                return -1
            slots[slot, START] = start
            slots[slot, LENGTH] = top - start
            slot += 1
    return top


@kernel
def run(code, leaves, counts, first, last, known_day, holidays, arena, slots, slot_of, outputs, written, scratch,
        records, record_count):  # fmt: skip
    """Run a program over the subjects first..last-1; returns how many were done, or ARENA_FULL before the first.

    counts: int32[subject, scope], instances of each scope. slots: int64[slot, 2], START and LENGTH of every node's
    instances; slot_of: the first slot of every node. written: int64[2], in and out: how many output timelines and
    segments are written so far. scratch: int64[SCRATCH], room to work in. After the last subject, arena and slots stay
    as they are for whoever asks why.
    """
    for subject in range(first, last):
        top = _subject(code.instruction, code.argument, code.parameter, code.table_from, code.row, leaves.segments,
                       leaves.place, leaves.subject_from[subject], counts[subject], holidays, known_day, arena, slots,
                       slot_of, scratch, records, record_count)  # fmt: skip
        if top < 0 or not _write(code.output, code.instruction, counts[subject], arena, slots, slot_of,
                                 outputs.segments, outputs.place, written):  # fmt: skip
            return ARENA_FULL if subject == first else subject - first
    return last - first


@kernel
def _write(output, instruction, counts, arena, slots, slot_of, segments, place, written):
    """Copy a subject's outputs; False (and nothing counted) if there is no room."""
    number, top = written[0], written[1]
    for k in range(output.shape[0]):
        node = output[k]
        for instance in range(counts[instruction[node, _SCOPE]]):
            slot = slot_of[node] + instance
            if number >= place.shape[0]:
                return False
            after = copy(arena, slots[slot, START], slots[slot, LENGTH], segments, top)
            if after < 0:
                return False
            place[number, START] = top
            place[number, LENGTH] = slots[slot, LENGTH]
            top = after
            number += 1
    written[0] = number
    written[1] = top
    return True


def ample(counts: NDArray[np.int32], code: Code) -> int:
    """How many slots the largest subject of a batch needs."""
    if counts.shape[0] == 0:
        return 1
    per_scope = np.bincount(code.instruction[:, _SCOPE], minlength=counts.shape[1])
    return int((counts.astype(np.int64) * per_scope).sum(axis=1).max()) + 1
