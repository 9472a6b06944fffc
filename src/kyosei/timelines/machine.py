"""The machine: runs a flat program over subjects, one after the other, with every operator defined once.

For each subject it appends the timeline of every node and instance to an arena, then copies the outputs out. The same
call serves one person, whose arena is kept for explanation, and a chunk of a nation, whose arena is used again for the
next subject. It releases the interpreter lock, so chunks run in threads.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from kyosei.timelines.arena import Arena, copy, put
from kyosei.timelines.counts import count_within, days_within, running_count, total_within
from kyosei.timelines.months import each_month, month_sample, moved_to_working_day, nearing, shift
from kyosei.timelines.obligations import duty, state
from kyosei.timelines.operators import (
    causes_or_missing,
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
from kyosei.timelines.tables import age, look_up, make_dated, piecewise
from kyosei.timelines.windows import begins, continuously, ends, ever, since

__all__ = ["ARENA_FULL", "Code", "Leaves", "Outputs", "flatten", "run"]

ARENA_FULL = -1
"""Returned by `run` when the arena is too small for a subject: try again with a larger one."""

_NO = 1
_YES = 2
_OPEN = 3
_MISSING = 4
_LAW = 128
_STATE_OPEN = 6


class Code(NamedTuple):
    """A program as arrays; the i-th node's arguments are argument[argument_from[i]:argument_from[i + 1]]."""

    op: NDArray[np.int32]
    argument_from: NDArray[np.int32]
    argument: NDArray[np.int32]
    parameter_from: NDArray[np.int32]
    parameter: NDArray[np.int64]
    scope: NDArray[np.int32]
    table_from: NDArray[np.int32]
    row: NDArray[np.int64]
    output: NDArray[np.int32]


class Leaves(NamedTuple):
    """What the evidence says: for each subject in turn, for each leaf and instance, a timeline in `segments`."""

    segments: Arena
    start: NDArray[np.int64]
    length: NDArray[np.int32]
    subject_from: NDArray[np.int64]


class Outputs(NamedTuple):
    """Timelines of the output nodes: for each subject in turn, for each output and instance."""

    segments: Arena
    start: NDArray[np.int64]
    length: NDArray[np.int32]


def flatten(program: Program) -> Code:
    """The arrays of a program, as the machine reads them."""
    argument_from, parameter_from, table_from = [0], [0], [0]
    arguments: list[int] = []
    parameters: list[int] = []
    rows: list[tuple[int, int, int, int]] = []
    for instruction in program.instructions:
        arguments.extend(instruction.arguments)
        parameters.extend(instruction.parameters)
        argument_from.append(len(arguments))
        parameter_from.append(len(parameters))
    for table in program.tables:
        rows.extend(table.rows)
        table_from.append(len(rows))
    return Code(
        np.array([i.op for i in program.instructions], np.int32),
        np.array(argument_from, np.int32),
        np.array(arguments, np.int32),
        np.array(parameter_from, np.int32),
        np.array(parameters, np.int64),
        np.array([i.scope for i in program.instructions], np.int32),
        np.array(table_from, np.int32),
        np.array(rows, np.int64).reshape(len(rows), 4),
        np.array(program.outputs, np.int32),
    )


@njit(cache=True)
def _unary(op, arena, top, start, length, p, code, holidays):
    """Operators of one timeline; `p` is the place of the node's parameters."""
    parameter = code.parameter
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
    return state_is(arena, top, start, length, parameter[p])


@njit(cache=True)
def _tabular(op, arena, top, start, length, p, code):
    """Operators that read a dated table, whose number is the first parameter."""
    table = code.parameter[p]
    first = code.table_from[table]
    count = code.table_from[table + 1] - first
    if op == 11:
        return scale(arena, top, start, length, code.row, first, count, code.parameter[p + 1])
    if op == 13:
        return look_up(arena, top, start, length, code.row, first, count)
    return piecewise(arena, top, start, length, code.row, first, count)


@njit(cache=True)
def _binary(op, arena, top, left, left_length, right, right_length, p, code):
    """Operators of two timelines."""
    if op == 6 or op == 7:
        return compare(arena, top, left, left_length, right, right_length, op == 7)
    if op <= 10:
        return compute(arena, top, left, left_length, right, right_length, op - 8)
    if op == 23:
        return total_within(arena, top, left, left_length, right, right_length, code.parameter[p])
    if op == 27:
        return since(arena, top, left, left_length, right, right_length)
    if op == 34:
        return excused(arena, top, left, left_length, right, right_length)
    if op == 39:
        return reconcile(arena, top, left, left_length, right, right_length)
    return state(arena, top, left, left_length, right, right_length)


@njit(cache=True)
def _count_cell(arena, top, start, length, op):
    """An instance as a summand of `count`: 1, 0, or 0 to 1; for `total` the number itself."""
    if op == 32:
        return copy(arena, start, length, arena, top)
    if top + length > arena.day.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        tv = arena.tv[i]
        lo = 1 if tv == _YES else 0
        hi = 0 if tv == _NO else 1
        top = put(arena, out, top, arena.day[i], lo, hi, causes_or_missing(tv) if lo < hi else 0)
    return top


@njit(cache=True)
def _unknown_instances(arena, top, op, closed, closed_length):
    """What instances that nobody told of may add: nothing where the relation is closed, else anything."""
    if top + closed_length > arena.day.shape[0]:
        return -1
    out = top
    for i in range(closed, closed + closed_length):
        tv = arena.tv[i]
        day = arena.day[i]
        causes = causes_or_missing(tv)
        if op == 29:
            top = put(arena, out, top, day, 0, 0, _NO if tv == _YES else _OPEN | causes)
        elif op == 30:
            top = put(arena, out, top, day, 0, 0, _YES if tv == _YES else _OPEN | causes)
        else:
            top = put(arena, out, top, day, 0, 0 if tv == _YES else 1 << 60, 0 if tv == _YES else causes)
    return top


@njit(cache=True)
def _quantify(op, arena, top, starts, lengths, first_slot, instances, closed, closed_length):
    """any_of, every, count or total over the known instances and the unknown ones; returns (top, start of result)."""
    result = top
    top = _unknown_instances(arena, top, op, closed, closed_length)
    if top < 0:
        return -1, 0
    for instance in range(instances):
        length = top - result
        start = starts[first_slot + instance]
        cell_length = lengths[first_slot + instance]
        if op == 31 or op == 32:
            cell = top
            top = _count_cell(arena, top, start, cell_length, op)
            if top < 0:
                return -1, 0
            merged = top
            top = compute(arena, top, result, length, cell, merged - cell, 0)
        else:
            merged = top
            top = combine(arena, top, result, length, start, cell_length, _YES if op == 29 else _NO)
        if top < 0:
            return -1, 0
        result = merged
    return top, result


@njit(cache=True)
def _fold(op, arena, top, starts, lengths, arguments, instance_of, instance):
    """AND or OR of any number of arguments; returns (top, start of result)."""
    decisive = _NO if op == 4 else _YES
    slot = arguments[0] + (instance if instance_of[0] else 0)
    result, length = starts[slot], lengths[slot]
    for k in range(1, arguments.shape[0]):
        slot = arguments[k] + (instance if instance_of[k] else 0)
        start = top
        top = combine(arena, top, result, length, starts[slot], lengths[slot], decisive)
        if top < 0:
            return -1, 0
        result, length = start, top - start
    if arguments.shape[0] == 1:
        start = top
        top = copy(arena, result, length, arena, top)
        return top, start
    return top, result


@njit(cache=True)
def _versions(arena, top, starts, lengths, slots, p, code, known_day):
    """The version of the day; open(law) where none covers it, or when a day already known is past the review date.

    Parameters for each version: first day in force, first day outside, last day before review is due.
    """
    needed = 4
    for k in range(slots.shape[0]):
        needed += lengths[slots[k]] + 3
    if top + needed > arena.day.shape[0]:
        return -1
    out = top
    top = put(arena, out, top, 0, _STATE_OPEN, 0, _LAW)
    for k in range(slots.shape[0]):
        from_day = max(code.parameter[p + 3 * k], 0)
        until_day = code.parameter[p + 3 * k + 1]
        review_day = code.parameter[p + 3 * k + 2]
        stale_from = min(max(review_day + 1, from_day), until_day)
        stale_until = min(known_day + 1, until_day)
        start = starts[slots[k]]
        end = start + lengths[slots[k]]
        for i in range(start, end):
            a = max(arena.day[i], from_day)
            b = min(arena.day[i + 1] if i + 1 < end else 1 << 30, until_day)
            if a >= b:
                continue
            if stale_from < stale_until and a < stale_until and b > stale_from:
                if a < stale_from:
                    top = put(arena, out, top, a, arena.lo[i], arena.hi[i], arena.tv[i])
                top = put(arena, out, top, max(a, stale_from), _STATE_OPEN, 0, _LAW)
                if b > stale_until:
                    top = put(arena, out, top, stale_until, arena.lo[i], arena.hi[i], arena.tv[i])
            else:
                top = put(arena, out, top, a, arena.lo[i], arena.hi[i], arena.tv[i])
        if until_day < 1_000_000:
            top = put(arena, out, top, until_day, _STATE_OPEN, 0, _LAW)
    return top


@njit(cache=True)
def _node(code, node, instance, arena, top, starts, lengths, slot_of, counts, holidays, known_day, used, records,
          record_count):  # fmt: skip
    """One node for one instance; returns (top, first segment of its timeline)."""
    op = code.op[node]
    p = code.parameter_from[node]
    first = code.argument_from[node]
    argument_count = code.argument_from[node + 1] - first
    scope = code.scope[node]
    slots = np.empty(max(argument_count, 1), np.int64)
    own = np.empty(max(argument_count, 1), np.bool_)
    for k in range(argument_count):
        argument = code.argument[first + k]
        own[k] = code.scope[argument] == scope and scope != 0
        slots[k] = slot_of[argument]
    start = top
    if op == 4 or op == 5:
        return _fold(op, arena, top, starts, lengths, slots, own, instance)
    if op == 1:
        if top + 1 > arena.day.shape[0]:
            return -1, start
        return put(arena, start, top, 0, 0, 0, code.parameter[p]), start
    if op == 2:
        if top + 1 > arena.day.shape[0]:
            return -1, start
        causes = code.parameter[p + 2] if code.parameter[p] < code.parameter[p + 1] else 0
        return put(arena, start, top, 0, code.parameter[p], code.parameter[p + 1], causes), start
    if op == 12:
        table = code.parameter[p]
        rows = code.table_from[table + 1] - code.table_from[table]
        return make_dated(arena, top, code.row, code.table_from[table], rows), start
    if 29 <= op <= 32:
        inner = code.argument[first]
        closed = slots[1]
        return _quantify(op, arena, top, starts, lengths, slots[0], counts[code.scope[inner]],
                         starts[closed], lengths[closed])  # fmt: skip
    for k in range(argument_count):
        slots[k] += instance if own[k] else 0
    a = slots[0]
    if op == 40:
        stated, stated_length = (starts[slots[2]], lengths[slots[2]]) if argument_count > 2 else (0, 0)
        q = code.parameter
        return duty(arena, top, starts[a], lengths[a], starts[slots[1]], lengths[slots[1]], stated, stated_length,
                    q[p], q[p + 1], q[p + 2], q[p + 3], q[p + 4], q[p + 5], holidays, used, records, record_count,
                    node, instance)  # fmt: skip
    if op == 42:
        return _versions(arena, top, starts, lengths, slots, p, code, known_day), start
    if op == 11 or op == 13 or op == 14:
        return _tabular(op, arena, top, starts[a], lengths[a], p, code), start
    if argument_count == 2:
        b = slots[1]
        return _binary(op, arena, top, starts[a], lengths[a], starts[b], lengths[b], p, code), start
    return _unary(op, arena, top, starts[a], lengths[a], p, code, holidays), start


@njit(cache=True, nogil=True)
def run(code, leaves, counts, first, last, known_day, holidays, arena, starts, lengths, slot_of, outputs, written,
        keep, records, record_count):  # fmt: skip
    """Run a program over the subjects first..last-1; returns how many were done, or ARENA_FULL before the first.

    counts: int32[subject, scope], instances of each scope (scope 0: one). written: int64[2], in and out: how many
    output timelines and segments are written so far. keep: the arena's first free place after the last subject is
    left in written[2], for whoever looks at single nodes afterwards; the arena is then not used again.
    """
    used = np.empty(4096, np.int64)
    node_count = code.op.shape[0]
    for subject in range(first, last):
        top = 0
        slot = 0
        leaf = leaves.subject_from[subject]
        for node in range(node_count):
            slot_of[node] = slot
            instances = counts[subject, code.scope[node]]
            if slot + instances > starts.shape[0]:
                return ARENA_FULL if subject == first else subject - first
            if code.op[node] == 0:
                for _ in range(instances):
                    start = top
                    top = copy(leaves.segments, leaves.start[leaf], leaves.length[leaf], arena, top)
                    if top < 0:
                        return ARENA_FULL if subject == first else subject - first
                    starts[slot] = start
                    lengths[slot] = top - start
                    leaf += 1
                    slot += 1
                continue
            for instance in range(instances):
                top, start = _node(code, node, instance, arena, top, starts, lengths, slot_of, counts[subject],
                                   holidays, known_day, used, records, record_count)  # fmt: skip
                if top < 0:
                    return ARENA_FULL if subject == first else subject - first
                starts[slot] = start
                lengths[slot] = top - start
                slot += 1
        if not _write(code, counts[subject], arena, starts, lengths, slot_of, outputs, written):
            return ARENA_FULL if subject == first else subject - first
        if keep:
            written[2] = top
    return last - first


@njit(cache=True)
def _write(code, counts, arena, starts, lengths, slot_of, outputs, written):
    """Copy a subject's outputs; False (and nothing counted) if there is no room."""
    number, place = written[0], written[1]
    for k in range(code.output.shape[0]):
        node = code.output[k]
        for instance in range(counts[code.scope[node]]):
            slot = slot_of[node] + instance
            if number >= outputs.start.shape[0]:
                return False
            after = copy(arena, starts[slot], lengths[slot], outputs.segments, place)
            if after < 0:
                return False
            outputs.start[number] = place
            outputs.length[number] = lengths[slot]
            place = after
            number += 1
    written[0] = number
    written[1] = place
    return True


def ample(counts: NDArray[np.int32], code: Code) -> int:
    """How many slots the largest subject of a batch needs."""
    if counts.shape[0] == 0:
        return 1
    per_scope = np.bincount(code.scope, minlength=counts.shape[1])
    return int((counts.astype(np.int64) * per_scope).sum(axis=1).max()) + 1


