"""Run the benchmarks and print them as the page docs/benchmarks.md: `python -m bench [--persons N …] [--write FILE]`."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kyosei.kernel_cache import name_kernel_cache, writable_home


def main() -> None:
    """Measure, print, and write the page if asked to."""
    import os

    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--persons", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--write", type=Path, default=None)
    chosen = parser.parse_args()
    name_kernel_cache(os.environ, writable_home())
    page = "\n".join([_head(), *_person(chosen.rounds), *_nation(chosen.persons), *_operators(), *_whole(), *_cold()])
    print(page)
    if chosen.write is not None:
        chosen.write.write_text(page + "\n", encoding="utf-8")


def _head() -> str:
    import numba
    import numpy as np

    return f"""# Benchmarks

Made by `python -m bench` (see `bench/`). Times are of one run on one machine with {_cores()} cores, Python
{platform.python_version()}, NumPy {np.__version__}, Numba {numba.__version__}; load average {_load()} when it began.
Ratios are taken in the same run and travel better than times.
"""


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _load() -> str:
    import os

    return f"{os.getloadavg()[0]:.1f}"


def _person(rounds: int) -> list[str]:
    from bench.persons import measure_person
    from kyosei.wiring import open_law

    figure = measure_person(open_law(), rounds)
    return [
        "## One person",
        "",
        f"{figure.statements} statements, {figure.norms} norms, {figure.verdicts} verdicts, {rounds} rounds, warm process.",
        "`verdicts` begins with statements in memory and includes both readings; `machine` is one reading of all norms",
        "without making verdicts of it.",
        "",
        "| what | median ms | p99 ms |",
        "| --- | ---: | ---: |",
        f"| verdicts | {figure.verdict_median:.2f} | {figure.verdict_p99:.2f} |",
        f"| explain | {figure.explain_median:.2f} | {figure.explain_p99:.2f} |",
        f"| machine | {figure.machine_median:.2f} | |",
        "",
    ]


def _nation(sizes: list[int]) -> list[str]:
    from bench.persons import measure_nation
    from kyosei.wiring import open_law

    rows = []
    for persons in sizes:
        figure = measure_nation(open_law(), persons, chunk=20000, threads=2, both=persons <= 100_000)
        both = "–" if figure.both_seconds is None else f"{figure.both_seconds:.1f}"
        rows.append(
            f"| {persons:,} | {figure.statements_a_person:.0f} | {figure.projected_seconds:.1f} "
            f"| {persons / figure.projected_seconds:,.0f} | {figure.microseconds_a_person:.0f} "
            f"| {both} | {figure.segments_a_person:.0f} | {figure.peak_gibibytes:.2f} |"
        )
    return [
        "## Many persons",
        "",
        "All norms, full timelines, two threads, chunks of 20,000 persons (making a chunk is not counted). `both` adds the",
        "settled reading, up to 100,000 persons.",
        "",
        "| persons | statements each | s | persons a second | µs a person | s, both readings | segments each | peak GiB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
    ]


def _operators() -> list[str]:
    from bench.operators import measure_operators

    return [
        "## Operators",
        "",
        "Eight segments an argument over 420 days; the naive interpreter goes day by day over the same days.",
        "",
        "| operator | ns a segment | ns a call | naive takes … times as long |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {f.name} | {f.nanoseconds_a_segment:.1f} | {f.nanoseconds_a_call:.0f} | {f.naive_times_longer:,.0f} |"
            for f in measure_operators()
        ),
        "",
    ]


def _whole() -> list[str]:
    from bench.whole import measure_whole
    from kyosei.wiring import open_law

    figure = measure_whole(open_law())
    return [
        "## The whole law against the naive interpreter",
        "",
        f"One person, all norms, the same leaf timelines. The machine gives the full timelines in {figure.machine_ms:.2f} ms;",
        f"the naive interpreter takes {figure.naive_ms_a_day:.1f} ms for a single day ({figure.days} days measured, what it",
        f"looks back to included): {figure.ratio:,.0f} times as long, for one day against all days.",
        "",
    ]


def _cold() -> list[str]:
    """A cold `kyosei check` of a one-person file, kernels compiled."""
    import json

    from bench.world import _COVERAGES, _ORGANISATIONS, _PROFILES, life_of_engineer

    person = {"type": "party", "id": "person:a", "party": "person", "names": [{"script": "Latn", "text": "A"}],
              "born": "1996-05-01"}  # fmt: skip
    lines = (person, *_ORGANISATIONS, *life_of_engineer(months=36), *_PROFILES, *_COVERAGES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        command = [sys.executable, "-m", "kyosei", "check", str(path), "--on", "2026-11-21", "--format", "json"]
        spent = []
        for _ in range(6):
            begin = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            spent.append(time.perf_counter() - begin)
    return [
        "## A cold start",
        "",
        f"`kyosei check` of a one-person file as a new process, kernels compiled before: {min(spent[1:]):.2f} s at best,",
        f"{sorted(spent[1:])[2]:.2f} s in the middle of five.",
    ]


main()
