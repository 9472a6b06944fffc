"""Measure the journal: `python -m bench.journal [--entries N] [--single N] [--statements N] [--data DIR]`.

Signed statements taken in batches and one by one, with the true log and fsync; and one person's statements as known at an
instant, with many rows in the table (`bench.journal_rows`). With --data the directory is kept, and a later run with a larger
number of statements goes on from what is there; without it, everything is deleted at the end. Entries are measured in a
new directory only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random

import sqlalchemy as sa

from bench.journal_rows import EACH, fill, instant_after, person_of
from kyosei.errors import EntryRefusedError
from kyosei.journal.database import open_database
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import BATCH_MAX, Journal
from kyosei.journal.reading import read_case_of, standing_statements
from kyosei.log import KeyKind, Log
from kyosei.log import SigningKey as LogKey
from kyosei.timelines.days import instant_from_microseconds

PERSON = "person:p-0"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.journal", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--single", type=int, default=200)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, default=None, help="a directory that is kept")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        folder = chosen.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kyosei-")))
        goes_on = (folder / "postgres").exists()
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
        database = stack.enter_context(open_database({}, folder))
        print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
        if not goes_on:
            log = stack.enter_context(Log(folder / "log", LogKey.new("bench/1", KeyKind.LOG)))
            root, office = SigningKey.generate(), SigningKey.generate()
            journal = Journal(database.engine, log, root.public, _now)
            _register(journal, root, office)
            _batches(journal, office, chosen.entries)
            _singles(journal, office, chosen.single)
        _reading(database.engine, chosen.statements)


def _batches(journal: Journal, office: SigningKey, count: int) -> None:
    signed = [office.sign(_line(f"b-{number}", f"person:p-{number % 50}")) for number in range(count)]
    began, cpu = time.perf_counter(), time.process_time()
    for first in range(0, count, BATCH_MAX):
        answers = journal.submit(signed[first : first + BATCH_MAX])
        assert not any(isinstance(answer, EntryRefusedError) for answer in answers)
    took, used = time.perf_counter() - began, time.process_time() - cpu
    print(
        f"batches of {BATCH_MAX}: {count / took:,.0f} statements a second ({count / used:,.0f} a CPU second of this process)"
    )


def _singles(journal: Journal, office: SigningKey, count: int) -> None:
    signed = [office.sign(_line(f"o-{number}", PERSON)) for number in range(count)]
    _print("one submission, with fsync of store and log", [_timed(partial(journal.submit_one, one)) for one in signed])


def _reading(engine: sa.Engine, statements: int) -> None:
    free = shutil.disk_usage(tempfile.gettempdir()).free / 2**30
    print(f"free disk {free:.0f} GiB; {statements:,} statements take about {statements * 4.2e-7:.1f} GiB")
    began = time.perf_counter()
    found = fill(engine, statements)
    if found < statements:
        print(
            f"filled from {found:,} to {statements:,} in {time.perf_counter() - began:.0f} s, without signatures or log"
        )
    drawn, known = Random(1), instant_after(2 / 3, statements)
    people = max(statements // EACH, 1)
    asked = {
        "persons drawn evenly": [person_of(drawn.randrange(people)) for _ in range(1_000)],
        "the hundred persons with the most, ten times each": [person_of(n) for n in range(100)] * 10,
    }
    with engine.connect() as connection:
        size = connection.scalar(sa.text("SELECT pg_size_pretty(pg_database_size(current_database()))"))
        rows = connection.scalar(sa.text("SELECT count(*) FROM statements"))
        print(f"{rows:,} rows in `statements`, the database has {size}, load average {os.getloadavg()[0]:.1f}")
        _print(
            "a query that reads nothing, for comparison",
            [_timed(partial(connection.execute, sa.text("SELECT 1"))) for _ in range(1_000)],
        )
        for whom, persons in asked.items():
            counts = [len(standing_statements(connection, [who], known)) for who in persons[:100]]
            print(f"{whom} (median {statistics.median(counts):.0f} statements, at most {max(counts)}):")
            _print("  statements as known at an instant", _all(standing_statements, connection, persons, known))
            _print("  the whole case as known at an instant", _all(read_case_of, connection, persons[:300], known))


def _all(
    read: Callable[[sa.Connection, Collection[str], int], object],
    connection: sa.Connection,
    persons: Sequence[str],
    known: int,
) -> list[float]:
    """Milliseconds of each reading."""
    return [_timed(partial(read, connection, [who], known)) for who in persons]


def _register(journal: Journal, root: SigningKey, office: SigningKey) -> None:
    at = instant_from_microseconds(_now()).isoformat()
    institution = {
        "type": "institution", "id": "i-1", "institution": "authority:isa", "speaks_for": [], "entry_types": [],
        "declares_roles": [], "stated_at": at,
    }  # fmt: skip
    key = {
        "type": "key", "id": "k-1", "institution": "authority:isa", "public_key": office.public.text,
        "actor": {"kind": "software", "id": "software:bench"}, "valid_from": at, "stated_at": at,
    }  # fmt: skip
    journal.submit([root.sign(institution), root.sign(key)])
    journal.submit([office.sign({"type": "party", "id": f"person:p-{n}", "party": "person"}) for n in range(50)])


def _line(id_: str, person: str) -> dict[str, object]:
    return {
        "type": "statement", "id": id_, "kind": "residence.status", "source": "authority:isa",
        "about": {"person": person}, "from": "2023-04-01", "until": "2028-04-02",
        "data": {"status": "engineer-humanities-international", "granted_period": "P5Y"},
        "stated_at": "2023-04-01T09:00:00+09:00",
    }  # fmt: skip


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1_000


def _print(what: str, times: list[float]) -> None:
    cuts = statistics.quantiles(times, n=100)
    print(f"{what}: median {statistics.median(times):.1f} ms, p99 {cuts[98]:.1f} ms (of {len(times)})")


def _now() -> int:
    return time.time_ns() // 1_000


if __name__ == "__main__":
    main()
