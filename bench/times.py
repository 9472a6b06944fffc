"""How long something takes: by the clock on the wall, and of the processor alone, which other programs disturb less."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

__all__ = ["HEAD", "Times", "measure"]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many rounds: the median, the 99th percentile, and the median and the least of the processor's time."""

    median: float
    p99: float
    processor: float
    least: float

    @staticmethod
    def of(spent: Sequence[float], processor: Sequence[float]) -> Times:
        """Of rounds in milliseconds, by the clock and of the processor."""
        return Times(median(spent), float(np.percentile(spent, 99)), median(processor), min(processor))

    def row(self, what: str) -> str:
        """As a row of a table that has HEAD."""
        return f"| {what} | {self.median:.2f} | {self.p99:.2f} | {self.processor:.2f} | {self.least:.2f} |"


HEAD = (
    "| what | median ms | p99 ms | processor, median ms | processor, least ms |",
    "| --- | ---: | ---: | ---: | ---: |",
)


def measure(work: Callable[[], object], rounds: int) -> Times:
    """The times of so many rounds."""
    spent, processor = [], []
    for _ in range(rounds):
        begin, began = time.perf_counter(), time.process_time()
        work()
        processor.append((time.process_time() - began) * 1000)
        spent.append((time.perf_counter() - begin) * 1000)
    return Times.of(spent, processor)
