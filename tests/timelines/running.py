"""Runs a program through the machine, on timelines written as plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from kyosei.timelines.arena import Arena
from kyosei.timelines.days import day_from_date
from kyosei.timelines.machine import ARENA_FULL, LENGTH, SCRATCH, START, Leaves, Outputs, ample, flatten, run
from kyosei.timelines.program import Instruction, Op, Program, Table, Value

Segment = tuple[int, int, int, int]
"""First day, low bound (or mask, state, key), high bound (or packed state), truth byte or causes."""

Timeline = tuple[Segment, ...]

Result = tuple[tuple[Timeline, ...], ...]
"""For each output of a program, the timeline of every instance."""

HOLIDAYS: NDArray[np.int32] = np.array(
    sorted(
        day_from_date(day)
        for day in (
            date(1900, 2, 12),
            date(1900, 4, 3),
            date(1904, 2, 29),
            date(1904, 3, 21),
            date(2024, 1, 8),
            date(2024, 2, 12),
            date(2024, 2, 23),
            date(2024, 3, 20),
            date(2024, 4, 29),
            date(2024, 5, 3),
            date(2024, 5, 6),
        )
    ),
    np.int32,
)
"""Closed days on weekdays: real ones of 2024, and some near month ends and a leap day in the worlds of 1900 and 1904."""

_CANARY = -7_777_777
_GUARD = 64


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known about one subject: how many instances each scope has, and for each leaf a timeline an instance."""

    counts: tuple[int, ...]
    leaves: tuple[tuple[Timeline, ...], ...]


@dataclass(frozen=True, slots=True)
class Obligation:
    """A row of the list of obligations."""

    node: int
    instance: int
    arose: int
    due: int
    performed: int
    uncertain: bool


def leaf(value: Value, scope: int = 0) -> Instruction:
    """A leaf; leaves are numbered in the order in which a program lists them."""
    return Instruction(Op.LEAF, (), (), scope, value)


def program_of(
    *instructions: Instruction, tables: Sequence[Table] = (), outputs: Sequence[int] | None = None
) -> Program:
    """A program; unless told otherwise every node is an output."""
    leaves = sum(1 for instruction in instructions if instruction.op == Op.LEAF)
    chosen = range(len(instructions)) if outputs is None else outputs
    return Program(instructions, tuple(tables), leaves, tuple(chosen))


def one(op: Op, value: Value, *parameters: int, of: Sequence[Value], tables: Sequence[Table] = ()) -> Program:
    """A program of leaves and one operator over them."""
    nodes = [leaf(kind) for kind in of]
    top = Instruction(op, tuple(range(len(nodes))), parameters, 0, value)
    return program_of(*nodes, top, tables=tables, outputs=[len(nodes)])


def run_program(program: Program, *leaves: Timeline, known_day: int = 0) -> Timeline:
    """The last output of a program over one subject without relations."""
    return run_subject(program, Subject((1,), tuple((timeline,) for timeline in leaves)), known_day=known_day)[-1][0]


def run_subject(program: Program, subject: Subject, *, known_day: int = 0) -> Result:
    """All outputs of a program over one subject."""
    return run_batch(program, [subject], known_day=known_day)[0]


def run_batch(program: Program, subjects: Sequence[Subject], *, known_day: int = 0, room: int = 4096) -> list[Result]:
    """All outputs for each of the subjects in turn. `room`: the arena's first size; it is doubled until it suffices."""
    return run_range(program, subjects, 0, len(subjects), known_day=known_day, room=room)


def run_range(
    program: Program, subjects: Sequence[Subject], first: int, last: int, *, known_day: int = 0, room: int = 4096
) -> list[Result]:
    """All outputs for the subjects first..last-1 of a batch."""
    return _read(program, subjects[first:last], _run(program, subjects, first, last, known_day, room)[0])


def run_bytes(
    program: Program, subjects: Sequence[Subject], first: int, last: int, *, room: int = 4096, listed: int = 0
) -> bytes:
    """The outputs for the subjects first..last-1 as they stand in memory. `listed`: how many obligations are listed."""
    outputs, written, _ = _run(program, subjects, first, last, 0, room, listed)
    segments = outputs.segments[: written[1]].tobytes()
    return segments + outputs.place[: written[0], LENGTH].tobytes()


def run_obligations(program: Program, subject: Subject) -> list[Obligation]:
    """The obligations that the duties of a program list for one subject."""
    rows = _run(program, [subject], 0, 1, 0, 4096, listed=4096)[2]
    return [Obligation(int(r[0]), int(r[1]), int(r[2]), int(r[3]), int(r[4]), bool(r[7])) for r in rows]


def room_for(program: Program, subject: Subject) -> int:
    """How many segments of an arena suffice for one subject, within a factor of two."""
    room = 64
    while _run_once(program, [subject], 0, 1, 0, room, 1 << 20)[0] == ARENA_FULL:
        room *= 2
    return room


def all_outputs(program: Program) -> Program:
    """The same program with every node as an output."""
    return replace(program, outputs=tuple(range(len(program.instructions))))


def _run(
    program: Program,
    subjects: Sequence[Subject],
    first: int,
    last: int,
    known_day: int,
    room: int,
    listed: int = 0,
) -> tuple[Outputs, NDArray[np.int64], NDArray[np.int64]]:
    """The outputs, how much of them is written, and the obligations of the subjects first..last-1."""
    out_room = room
    while True:
        done, outputs, written, records = _run_once(program, subjects, first, last, known_day, room, out_room, listed)
        if done == last - first:
            return outputs, written, records
        room *= 2
        out_room *= 2


def _run_once(
    program: Program,
    subjects: Sequence[Subject],
    first: int,
    last: int,
    known_day: int,
    room: int,
    out_room: int,
    listed: int = 0,
) -> tuple[int, Outputs, NDArray[np.int64], NDArray[np.int64]]:
    """How many subjects were done with so much room, and what `_run` gives."""
    code = flatten(program)
    counts = np.array([subject.counts for subject in subjects], np.int32).reshape(len(subjects), -1)
    leaves = _leaves(subjects)
    slot_count = ample(counts, code)
    scopes = [program.instructions[node].scope for node in program.outputs]
    total = sum(subject.counts[scope] for subject in subjects[first:last] for scope in scopes)
    arena, arena_memory = _guarded(room)
    segments, out_memory = _guarded(out_room)
    outputs = Outputs(segments, np.zeros((max(total, 1), 2), np.int64))
    slots, slot_of = np.zeros((slot_count, 2), np.int64), np.zeros(len(program.instructions), np.int64)
    written, record_count = np.zeros(2, np.int64), np.zeros(1, np.int64)
    records = np.zeros((listed, 8), np.int64)
    done = run(
        code, leaves, counts, first, last, known_day, HOLIDAYS, arena, slots, slot_of, outputs, written,
        np.zeros(SCRATCH, np.int64), records, record_count,
    )  # fmt: skip
    for memory, size in ((arena_memory, room), (out_memory, out_room)):
        assert (memory[size:] == _CANARY).all(), "a kernel wrote beyond its arena"
    return done, outputs, written, records[: int(record_count[0])]


def _guarded(size: int) -> tuple[Arena, Arena]:
    """An arena within a larger piece of memory, so that a write beyond its end is seen."""
    memory = np.full((size + _GUARD, 4), _CANARY, np.int64)
    return memory[:size], memory


def _leaves(subjects: Sequence[Subject]) -> Leaves:
    segments: list[Segment] = []
    place: list[tuple[int, int]] = []
    subject_from: list[int] = []
    for subject in subjects:
        subject_from.append(len(place))
        for instances in subject.leaves:
            for timeline in instances:
                place.append((len(segments), len(timeline)))
                segments.extend(timeline)
    return Leaves(
        np.array(segments, np.int64).reshape(len(segments), 4),
        np.array(place, np.int64).reshape(len(place), 2),
        np.array(subject_from, np.int64),
    )


def _read(program: Program, subjects: Sequence[Subject], outputs: Outputs) -> list[Result]:
    results: list[Result] = []
    number = 0
    for subject in subjects:
        nodes: list[tuple[Timeline, ...]] = []
        for node in program.outputs:
            instances: list[Timeline] = []
            for _ in range(subject.counts[program.instructions[node].scope]):
                start, length = int(outputs.place[number, START]), int(outputs.place[number, LENGTH])
                rows = outputs.segments[start : start + length].tolist()
                instances.append(tuple((row[0], row[1], row[2], row[3]) for row in rows))
                number += 1
            nodes.append(tuple(instances))
        results.append(tuple(nodes))
    return results


def on(timeline: Timeline, day: int) -> tuple[int, int, int]:
    """Low, high and truth byte of a timeline on a day; before its first day, those of the first day."""
    found = timeline[0]
    for segment in timeline:
        if segment[0] > day:
            break
        found = segment
    return found[1:]
