"""Run the benchmarks and print them, or renew their parts of the page: `python -m bench [--only PART …] [--write FILE]`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bench.page import Part, Run, renewed
from kyosei.kernel_cache import name_kernel_cache, writable_home


def main() -> None:
    """Measure, print, and write into the page if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--persons", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--only", nargs="+", choices=sorted(_PARTS), default=list(_PARTS), metavar="PART",
                        help=", ".join(_PARTS))  # fmt: skip
    parser.add_argument("--write", type=Path, default=None)
    chosen = parser.parse_args()
    name_kernel_cache(os.environ, writable_home())
    parts = []
    for name in chosen.only:
        run = Run(date.today(), os.getloadavg()[0])
        title, *lines = _PARTS[name](chosen)
        parts.append(Part(title, run, tuple(lines)))
        print(parts[-1])
    if chosen.write is not None:
        page = chosen.write.read_text(encoding="utf-8") if chosen.write.exists() else ""
        chosen.write.write_text(renewed(page, parts), encoding="utf-8")


def _person(chosen: argparse.Namespace) -> list[str]:
    from bench.persons import measure_person
    from bench.times import HEAD
    from kyosei.wiring import open_law

    figure = measure_person(open_law(), chosen.rounds)
    return [
        "One person",
        f"{figure.statements} statements, {figure.norms} norms, {figure.found} verdicts, {chosen.rounds} rounds, warm process.",
        "`verdicts` begins with statements in memory and includes both readings; `as JSON` is the same and says of each what",
        "would settle it and whose duty stands behind it; `machine` is one reading of all norms without making verdicts of it.",
        "",
        *HEAD,
        figure.verdicts.row("verdicts"),
        figure.said.row("verdicts as JSON"),
        figure.explain.row("explain"),
        figure.machine.row("machine"),
    ]


def _opening(chosen: argparse.Namespace) -> list[str]:
    from bench.opening import measure_opening
    from bench.times import HEAD

    del chosen
    rounds = 20
    figure = measure_opening(rounds)
    return [
        "Opening the law",
        f"`open_law()` in a new process, {rounds} processes; modules and law were compiled before. The law is read from its kept",
        "copy, its program is hashed and compared with its address, and it is made ready to run. The kernels are loaded with the",
        "first verdict.",
        "",
        *HEAD,
        figure.libraries.row("NumPy and Numba imported"),
        figure.modules.row("modules of Kyosei imported"),
        figure.law.row("law opened"),
        figure.whole.row("all of these"),
    ]


def _nation(chosen: argparse.Namespace) -> list[str]:
    from bench.persons import measure_nation
    from kyosei.wiring import open_law

    rows = []
    for persons in chosen.persons:
        figure = measure_nation(open_law(), persons, chunk=20000, threads=2, both=persons <= 100_000)
        both = "–" if figure.both_seconds is None else f"{figure.both_seconds:.1f}"
        rows.append(
            f"| {persons:,} | {figure.statements_a_person:.0f} | {figure.projected_seconds:.1f} "
            f"| {persons / figure.projected_seconds:,.0f} | {figure.microseconds_a_person:.0f} "
            f"| {both} | {figure.segments_a_person:.0f} | {figure.peak_gibibytes:.2f} |"
        )
    return [
        "Many persons",
        "All norms, full timelines, two threads, chunks of 20,000 persons (making a chunk is not counted). `both` adds the",
        "settled reading, up to 100,000 persons.",
        "",
        "| persons | statements each | s | persons a second | µs a person | s, both readings | segments each | peak GiB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
    ]


def _operators(chosen: argparse.Namespace) -> list[str]:
    from bench.operators import measure_operators

    del chosen
    return [
        "Operators",
        "Eight segments an argument over 420 days; the naive interpreter goes day by day over the same days.",
        "",
        "| operator | ns a segment | ns a call | naive takes … times as long |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {f.name} | {f.nanoseconds_a_segment:.1f} | {f.nanoseconds_a_call:.0f} | {f.naive_times_longer:,.0f} |"
            for f in measure_operators()
        ),
    ]


def _whole(chosen: argparse.Namespace) -> list[str]:
    from bench.whole import measure_whole
    from kyosei.wiring import open_law

    del chosen
    figure = measure_whole(open_law())
    return [
        "The whole law against the naive interpreter",
        f"One person, all norms, the same leaf timelines. The machine gives the full timelines in {figure.machine_ms:.2f} ms;",
        f"the naive interpreter takes {figure.naive_ms_a_day:.1f} ms for a single day ({figure.days} days measured, what it",
        f"looks back to included): {figure.ratio:,.0f} times as long, for one day against all days.",
    ]


def _cold(chosen: argparse.Namespace) -> list[str]:
    """A cold `kyosei check` of a one-person file, kernels compiled."""
    import json

    from bench.world import _COVERAGES, _ORGANISATIONS, _PROFILES, life_of_engineer

    del chosen
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
        "A cold start",
        f"`kyosei check` of a one-person file as a new process, kernels compiled before: {min(spent[1:]):.2f} s at best,",
        f"{sorted(spent[1:])[2]:.2f} s in the middle of five.",
    ]


_PARTS: Mapping[str, Callable[[argparse.Namespace], list[str]]] = MappingProxyType({
    "person": _person, "opening": _opening, "nation": _nation, "operators": _operators, "whole": _whole, "cold": _cold,
})  # fmt: skip
"""What each part measures: its title, and its lines."""

main()
