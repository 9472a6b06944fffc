"""How long the law takes to open in a new process: its libraries, the modules, and the law itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from bench.times import Times

__all__ = ["OpeningFigure", "measure_opening"]

_CHILD = """
import gc, json, time
gc.disable()  # as the command does while it starts
laps = [(time.perf_counter(), time.process_time())]
def lap():
    laps.append((time.perf_counter(), time.process_time()))
import numpy, numba
lap()
import kyosei.facts.vocabulary, kyosei.law.jp.tables.holidays, kyosei.norms.archive, kyosei.verdicts.check
from kyosei.wiring import open_law
lap()
open_law()
lap()
print(json.dumps(laps))
"""


@dataclass(frozen=True, slots=True)
class OpeningFigure:
    """libraries: NumPy and Numba. modules: those of Kyosei. law: read, its hash compared, made ready to run. whole: all."""

    libraries: Times
    modules: Times
    law: Times
    whole: Times


def measure_opening(rounds: int) -> OpeningFigure:
    """Each round is a process of its own; the law and the modules have been compiled before, as on any second start."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        found = [_laps(environment) for _ in range(rounds + 1)][1:]

    def between(first: int, last: int) -> Times:
        wall, processor = ([(lap[last][k] - lap[first][k]) * 1000 for lap in found] for k in (0, 1))
        return Times.of(wall, processor)

    return OpeningFigure(between(0, 1), between(1, 2), between(2, 3), between(0, 3))


def _laps(environment: dict[str, str]) -> list[tuple[float, float]]:
    """(clock, processor) seconds at the beginning and after each step of one process."""
    done = subprocess.run([sys.executable, "-c", _CHILD], env=environment, check=True, capture_output=True)
    return [(clock, processor) for clock, processor in json.loads(done.stdout)]
