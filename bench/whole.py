"""The whole law over one person: the machine against the naive interpreter on the same leaf timelines."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

from bench.world import KNOWN_DAY, case_of, life_of_engineer
from kyosei.evidence.batch import read_batch
from kyosei.evidence.voting import Reading
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import Op
from kyosei.verdicts.evaluate import Loaded, asked_of, evaluate
from tests.timelines.naive import Naive
from tests.timelines.running import Subject

__all__ = ["WholeFigure", "measure_whole"]


@dataclass(frozen=True, slots=True)
class WholeFigure:
    """Milliseconds of the machine for all days, of the naive interpreter for one."""

    machine_ms: float
    naive_ms_a_day: float
    days: int
    ratio: float


def measure_whole(loaded: Loaded) -> WholeFigure:
    """All outputs of the program on a few days, by the naive interpreter, against the machine's full timelines.

    Outputs that remember since the beginning (`since`, obligations) would make the naive interpreter walk through every
    day since 1900 for each of their nodes; they are left to the machine alone.
    """
    case = case_of(life_of_engineer(months=36))
    known = case.latest_recorded()
    assert known is not None
    batch = read_batch(case, known, loaded.law.scopes, loaded.table, ["person:a"])
    asked = asked_of(loaded, batch.number)
    place = batch.number["person:a"]
    reading = Reading(batch.known_day, True)
    spent = []
    for _ in range(50):
        begin = time.perf_counter()
        kept = evaluate(loaded, batch, asked, reading, place, place + 1, keep=True)
        spent.append(time.perf_counter() - begin)
    program = loaded.law.program
    counts = tuple(int(n) for n in kept.counts[0])
    leaves = []
    for node, instruction in enumerate(program.instructions):
        if instruction.op is Op.LEAF:
            instances = []
            for instance in range(counts[instruction.scope]):
                start, length = kept.slots[int(kept.slot_of[node]) + instance].tolist()
                instances.append(tuple(tuple(row) for row in kept.arena[start : start + length].tolist()))
            leaves.append(tuple(instances))
    subject = Subject(counts, tuple(leaves))
    plain = _without_memory_since_the_beginning(loaded)
    on = day_from_date(KNOWN_DAY)
    days = range(on - 2, on + 1)
    sys.setrecursionlimit(100_000)
    begin = time.perf_counter()
    naive = Naive(program, subject, on + 1, batch.known_day)
    for day in days:
        for node in plain:
            for instance in range(counts[program.instructions[node].scope]):
                naive.value(node, instance, day)
    slow = (time.perf_counter() - begin) * 1000 / len(days)
    fast = sorted(spent)[len(spent) // 2] * 1000
    return WholeFigure(fast, slow, len(days), slow / fast)


def _without_memory_since_the_beginning(loaded: Loaded) -> list[int]:
    """Nodes whose value on a day does not walk back to the beginning."""
    endless: set[int] = set()
    for node, instruction in enumerate(loaded.law.program.instructions):
        walks = instruction.op in (Op.SINCE, Op.DUTY, Op.RUNNING_COUNT) or (
            instruction.op in (Op.EVER, Op.THROUGHOUT, Op.COUNT_WITHIN) and instruction.parameters[1] == 0
        )
        if walks or any(argument in endless for argument in instruction.arguments):
            endless.add(node)
    return [node for node in range(len(loaded.law.program.instructions)) if node not in endless]
