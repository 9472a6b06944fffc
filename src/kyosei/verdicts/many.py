"""Many subjects at once: a batch is cut into ranges that threads run side by side, each with its own arena.

The same functions as for one person; what comes out does not depend on how the batch is cut (P18).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kyosei.evidence.batch import Batch
from kyosei.evidence.voting import Reading
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate

__all__ = ["Part", "evaluate_many"]


@dataclass(frozen=True, slots=True)
class Part:
    """The full timelines of all norms for the subjects first..last-1, in both readings."""

    first: int
    last: int
    projected: Evaluation
    settled: Evaluation


def evaluate_many(
    loaded: Loaded, batch: Batch, *, threads: int, size: int, told: Callable[[int], None] = lambda done: None
) -> Iterator[Part]:
    """Every subject of a batch under all norms, in ranges of `size`, in order. `told`: how many subjects are done."""
    asked = asked_of(loaded, batch.number)
    total = int(batch.instances.total.shape[0])

    def part(first: int) -> Part:
        last = min(first + size, total)
        readings = [
            evaluate(loaded, batch, asked, Reading(batch.known_day, projected), first, last)
            for projected in (True, False)
        ]
        return Part(first, last, *readings)

    with ThreadPoolExecutor(threads) as pool:
        for done in pool.map(part, range(0, total, size)):
            told(done.last)
            yield done
