"""Evaluate all norms of a law over a batch: questions answered, program run, in the settled and the projected reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.asked import SCOPE, Asked
from kyosei.evidence.batch import Batch
from kyosei.evidence.gathering import Scratch
from kyosei.evidence.leaves import TOO_SMALL, answer
from kyosei.evidence.questions import KindTable, Prepared, ask, prepare
from kyosei.evidence.voting import Reading
from kyosei.norms.compiler import CompiledLaw
from kyosei.timelines.arena import Arena, make_arena
from kyosei.timelines.machine import SCRATCH, Code, Leaves, Outputs, ample, flatten, run

__all__ = ["Evaluation", "Loaded", "evaluate", "load"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Loaded:
    """A compiled law with its program as arrays, its kinds with their numbers, and the dated table of holidays."""

    law: CompiledLaw
    code: Code
    table: KindTable
    scope_of_question: tuple[int, ...]
    prepared: Prepared
    holidays: NDArray[np.int32]

    def __repr__(self) -> str:
        return f"<{self.law!r}, ready to run>"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The output timelines of some subjects in one reading.

    place: int64[subject, output], where the first instance of an output stands in `outputs.place`. The arena and the
    slots of every node are those of the last subject.
    """

    reading: Reading
    outputs: Outputs
    place: NDArray[np.int64]
    counts: NDArray[np.int32]
    arena: Arena
    slots: NDArray[np.int64]
    slot_of: NDArray[np.int64]
    obligations: NDArray[np.int64]


def load(law: CompiledLaw, table: KindTable, holidays: NDArray[np.int32]) -> Loaded:
    """Make a compiled law ready to run."""
    scopes = [0] * len(law.questions)
    for instruction in law.program.instructions:
        if instruction.op == 0:
            scopes[instruction.parameters[0]] = instruction.scope
    prepared = prepare(law.questions, scopes, law.scopes, table)
    return Loaded(law, flatten(law.program), table, tuple(scopes), prepared, holidays)


def asked_of(loaded: Loaded, number: Mapping[str, int]) -> Asked:
    """The questions of the law for a batch in which parties have these numbers."""
    return ask(loaded.prepared, number)


def evaluate(
    loaded: Loaded, batch: Batch, asked: Asked, reading: Reading, first: int, last: int, *, keep: bool = False,
) -> Evaluation:  # fmt: skip
    """All norms over the subjects first..last-1 of a batch (numbers of parties). `keep` asks for nodes and obligations."""
    leaves = _leaves(loaded, batch, asked, reading, first, last)
    counts = batch.instances.total
    span = counts[first:last]
    per_scope = np.bincount(loaded.code.scope[loaded.code.output], minlength=counts.shape[1])
    rows = span.astype(np.int64) @ per_scope
    total = int(rows.sum())
    slot_count = ample(span, loaded.code)
    arena_room = 8 * slot_count + (1 << 15)
    out_room = max(16 * total, 1 << 12)
    listed = 4096 if keep else 0
    while True:
        records = np.zeros((listed, 8), np.int64)
        arena = make_arena(arena_room)
        outputs = Outputs(make_arena(out_room), np.zeros((max(total, 1), 2), np.int64))
        slots = np.zeros((slot_count, 2), np.int64)
        slot_of = np.zeros(loaded.code.instruction.shape[0], np.int64)
        written, record_count = np.zeros(2, np.int64), np.zeros(1, np.int64)
        done = run(loaded.code, leaves, counts, first, last, reading.known_day, loaded.holidays, arena, slots, slot_of,
                   outputs, written, np.empty(SCRATCH, np.int64), records, record_count)  # fmt: skip
        if keep and record_count[0] > listed:
            listed = int(record_count[0])
            continue
        if done == last - first:
            break
        arena_room *= 2
        out_room *= 2
    place = np.zeros((last - first, loaded.code.output.shape[0]), np.int64)
    per_output = span[:, loaded.code.scope[loaded.code.output]].astype(np.int64)
    flat = per_output.reshape(-1)
    place[:] = (np.cumsum(flat) - flat).reshape(per_output.shape)
    return Evaluation(reading, outputs, place, span, arena, slots, slot_of, records[: int(record_count[0])])


def _leaves(loaded: Loaded, batch: Batch, asked: Asked, reading: Reading, first: int, last: int) -> Leaves:
    counts = batch.instances.total[first:last]
    per_scope = (
        np.bincount(asked.question[:, SCOPE], minlength=counts.shape[1])
        if asked.question.shape[0]
        else np.zeros(counts.shape[1], np.int64)
    )
    total = int((counts.astype(np.int64) @ per_scope).sum())
    points = 6 * batch.most_rows + 2 * 4 * batch.most_coverages + 8
    scratch = Scratch(
        np.zeros(batch.most_rows + 1, np.int64), np.zeros(batch.most_rows + 1, np.int64),
        np.zeros(4 * batch.most_coverages + 1, np.int64),
        np.zeros(batch.most_rows + 4 * batch.most_coverages + 1, np.int32),
        np.zeros(batch.most_rows + 4 * batch.most_coverages + 1, np.int32),
        np.zeros(batch.most_rows + 4 * batch.most_coverages + 1, np.bool_), np.zeros(points, np.int64),
        np.zeros(asked.question.shape[0], np.int64),
    )  # fmt: skip
    room = 4 * total + 2 * points + 1024
    while True:
        arena = make_arena(room)
        place = np.zeros((max(total, 1), 2), np.int64)
        subject_from = np.zeros(batch.instances.total.shape[0], np.int64)
        number, _ = answer(batch.columns, asked, batch.instances, len(loaded.table.kinds), first, last, reading,
                           scratch, arena, place, subject_from, 0, 0)  # fmt: skip
        if number != TOO_SMALL:
            return Leaves(arena, place, subject_from)
        room *= 2
