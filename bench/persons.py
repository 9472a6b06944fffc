"""One person and many: how long verdicts, proofs and whole nations take, and how much memory."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass

from bench.times import Times, measure
from bench.world import KNOWN_DAY, case_of, life_of_engineer, nation
from kyosei.evidence.batch import read_batch
from kyosei.evidence.voting import Reading
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.evaluate import Loaded, asked_of, evaluate
from kyosei.verdicts.explain import explain
from kyosei.verdicts.many import evaluate_many

__all__ = ["NationFigure", "PersonFigure", "measure_nation", "measure_person"]


@dataclass(frozen=True, slots=True)
class PersonFigure:
    """verdicts: all norms, both readings. said: these as JSON, with what would settle them and whose duty stands behind them.
    explain: one proof. machine: one reading of all norms, without verdicts.
    """

    statements: int
    norms: int
    found: int
    verdicts: Times
    said: Times
    explain: Times
    machine: Times


@dataclass(frozen=True, slots=True)
class NationFigure:
    """One size: seconds, microseconds a person, gibibytes at most so far."""

    persons: int
    statements_a_person: float
    projected_seconds: float
    both_seconds: float | None
    microseconds_a_person: float
    segments_a_person: float
    peak_gibibytes: float


def measure_person(loaded: Loaded, rounds: int) -> PersonFigure:
    """All norms over one person with about 150 statements, from statements in memory to verdicts; and one proof."""
    lines = life_of_engineer(months=36)
    case = case_of(lines)
    known = case.latest_recorded()
    assert known is not None
    on = day_from_date(KNOWN_DAY)
    verdicts = check(loaded, case, on=on, about=["person:a"])
    (examined,) = examine(loaded, case, known, ["person:a"])
    norm = find_norm(loaded, "jp.pension.report-acquisition")
    batch = read_batch(case, known, loaded.law.scopes, loaded.table, ["person:a"])
    asked = asked_of(loaded, batch.number)
    place = batch.number["person:a"]
    reading = Reading(batch.known_day, True)
    return PersonFigure(
        len(case.statements), len(loaded.law.norms), len(verdicts),
        verdicts=measure(lambda: check(loaded, case, on=on, about=["person:a"]), rounds),
        said=measure(lambda: [one.to_json() for one in check(loaded, case, on=on, about=["person:a"])], rounds),
        explain=measure(lambda: explain(examined, norm, 0, on), rounds),
        machine=measure(lambda: evaluate(loaded, batch, asked, reading, place, place + 1, keep=True), rounds),
    )  # fmt: skip


def measure_nation(loaded: Loaded, persons: int, *, chunk: int, threads: int, both: bool) -> NationFigure:
    """All norms, full timelines, chunk by chunk; making the chunk is not counted. `both`: again in both readings."""
    made, statements, segments = 0, 0, 0
    projected_seconds = both_seconds = 0.0
    while made < persons:
        size = min(chunk, persons - made)
        batch = nation(loaded, size, seed=made)
        statements += len(batch.columns.rows)
        begin = time.perf_counter()
        for part in evaluate_many(loaded, batch, threads=threads, size=100, readings=(True,)):
            segments += sum(int(evaluation.outputs.place[:, 1].sum()) for evaluation in part.readings)
        projected_seconds += time.perf_counter() - begin
        if both:
            begin = time.perf_counter()
            for _ in evaluate_many(loaded, batch, threads=threads, size=100, readings=(True, False)):
                pass
            both_seconds += time.perf_counter() - begin
        made += size
    return NationFigure(
        persons, statements / persons, projected_seconds, both_seconds if both else None, projected_seconds / persons * 1e6,
        segments / persons, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    )  # fmt: skip
