"""Many subjects at once: a batch is cut into ranges that threads run side by side, each with its own arena.

The same functions as for one person; what comes out does not depend on how the batch is cut (P18).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kyosei.evidence.batch import Batch
from kyosei.evidence.voting import Reading
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate

__all__ = ["Part", "evaluate_many"]


@dataclass(frozen=True, slots=True)
class Part:
    """The full timelines of all norms for the subjects first..last-1, one evaluation for each reading asked for."""

    first: int
    last: int
    readings: tuple[Evaluation, ...]


def evaluate_many(
    loaded: Loaded, batch: Batch, *, threads: int, size: int, readings: Sequence[bool],
    told: Callable[[int], None] = lambda done: None,
) -> Iterator[Part]:  # fmt: skip
    """Every subject of a batch under all norms, in ranges of `size`, in order.

    `readings`: projected (True) or settled (False). `told`: how many subjects are done. At most two ranges a thread are
    in memory beside the one that the caller holds.
    """
    asked = asked_of(loaded, batch.number)
    total = int(batch.instances.total.shape[0])

    def part(first: int) -> Part:
        last = min(first + size, total)
        return Part(
            first,
            last,
            tuple(
                evaluate(loaded, batch, asked, Reading(batch.known_day, projected), first, last)
                for projected in readings
            ),
        )

    with ThreadPoolExecutor(threads) as pool:
        waiting = [pool.submit(part, first) for first in range(0, min(total, 2 * threads * size), size)]
        following = 2 * threads * size
        while waiting:
            done = waiting.pop(0).result()
            if following < total:
                waiting.append(pool.submit(part, following))
                following += size
            told(done.last)
            yield done
