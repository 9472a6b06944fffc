"""Measure the watch: `python -m bench.watch [--persons N] [--updates N] [--watched N]`.

Updates: signed statements of pay are entered in batches by one process, which then follows them: how many a second it keeps up
with, and how long from an entry's instant to its verdicts. A law: one in which a duty has a day more. A day: how many wake-ups it
has, and how long it takes, with so many persons watched, of whom one in a hundred has something due on each day.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from bench.world import life_of_engineer
from kyosei.errors import EntryRefusedError
from kyosei.journal.database import open_database
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.watch_tables import watch_norms
from kyosei.log import KeyKind, Log
from kyosei.log import SigningKey as LogKey
from kyosei.norms.compiler import address_of
from kyosei.timelines.days import instant_from_microseconds
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.watch.following import Watch
from kyosei.wiring import open_law

BATCH = 200
LINES = 12


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.watch", description=__doc__)
    parser.add_argument("--persons", type=int, default=200)
    parser.add_argument("--updates", type=int, default=600)
    parser.add_argument("--watched", type=int, default=1_000_000)
    chosen = parser.parse_args()
    law = open_law()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kyosei-")))
        folder.chmod(0o755)
        database = stack.enter_context(open_database({}, folder))
        print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
        log = stack.enter_context(Log(folder / "log", LogKey.new("bench/1", KeyKind.LOG)))
        root, office = SigningKey.generate(), SigningKey.generate()
        journal = Journal(database.engine, log, root.public, _now)
        _register(journal, root, office, chosen.persons)
        watch = Watch(database.engine, law, _now)
        _settle(journal, office, watch, chosen.persons)
        _updates(journal, office, watch, chosen.persons, chosen.updates)
        _law(database.engine, law)
        _day(database.engine, law.law.version, chosen.watched)
        database.engine.dispose()


def _settle(journal: Journal, office: SigningKey, watch: Watch, persons: int) -> None:
    lives = [line for n in range(persons) for line in life_of_engineer(f"person:p-{n}", "org:a")[:LINES]]
    for first in range(0, len(lives), 1_000):
        _submit(
            journal,
            office,
            [{**line, "id": f"life-{first + n}"} for n, line in enumerate(lives[first : first + 1_000])],
        )
    began, cpu = time.perf_counter(), time.process_time()
    did = watch.catch_up()
    took, used = time.perf_counter() - began, time.process_time() - cpu
    print(
        f"first sight: {persons} persons with {LINES} lines each in {took:.1f} s ({used:.1f} CPU s), {did.subjects} evaluations, "
        f"{did.told} transitions"
    )


def _updates(journal: Journal, office: SigningKey, watch: Watch, persons: int, updates: int) -> None:
    waits: list[float] = []
    evaluated, spent, cpu_spent = 0, 0.0, 0.0
    for first in range(0, updates, BATCH):
        _submit(journal, office, [_pay(first + n, f"person:p-{(first + n) % persons}") for n in range(BATCH)])
        entered = time.perf_counter()
        began, cpu = time.perf_counter(), time.process_time()
        while did := watch.step():
            evaluated += did.subjects
            waits += [time.perf_counter() - entered] * did.subjects
        spent, cpu_spent = spent + time.perf_counter() - began, cpu_spent + time.process_time() - cpu
    print(
        f"updates: {updates} statements followed at {updates / spent:,.0f} a second ({updates / cpu_spent:,.0f} a CPU second), "
        f"{evaluated} evaluations; from entry to verdicts in bursts of {BATCH}: median {np.median(waits):.2f} s, "
        f"99 % within {np.percentile(waits, 99):.2f} s"
    )


def _law(engine: sa.Engine, law: Loaded) -> None:
    """Laws in which one duty has a day more, and one in which nothing is known to be as it was."""
    of_schools, of_employers = (
        _with_longer_term(law, norm) for norm in ("jp.education.school-notice-left", "jp.pension.report-acquisition")
    )
    for what, other, forgotten in (
        ("a norm about students", of_schools, False), ("a norm about workers", of_employers, False), ("all", law, True),
    ):  # fmt: skip
        if forgotten:
            with engine.begin() as connection:
                connection.execute(sa.delete(watch_norms))
        began, cpu = time.perf_counter(), time.process_time()
        did = Watch(engine, other, _now).catch_up()
        took, used = time.perf_counter() - began, time.process_time() - cpu
        print(f"another law, {what}: {did.subjects} evaluations in {took:.2f} s ({used:.2f} CPU s)")


def _with_longer_term(law: Loaded, norm: str) -> Loaded:
    place = next(one.versions[-1].state for one in law.law.norms if one.id == norm)
    instructions = list(law.law.program.instructions)
    form, days, *rest = instructions[place].parameters
    instructions[place] = replace(instructions[place], parameters=(form, days + 1, *rest))
    program = replace(law.law.program, instructions=tuple(instructions))
    address = address_of(program, law.law.questions, law.law.scopes)
    return load(replace(law.law, program=program, address=address), law.table, law.holidays)


def _day(engine: sa.Engine, law: str, watched: int) -> None:
    """The cost of finding who is due: rows of `watch_subjects` alone, no evaluation."""
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM watch_pending"))
        day = connection.scalar(sa.text("SELECT day FROM watch_progress"))
        connection.execute(
            sa.text("""
                INSERT INTO watch_subjects
                SELECT 'person:w-' || n, :day + 1 + CAST(n % 100 AS integer), 0, 0, :law, ''
                FROM generate_series(1, :watched) AS n
            """),
            {"day": day, "law": law, "watched": watched},
        )
    with engine.connect() as connection:
        for what, wake in (("a day with nothing due", day), ("a day on which one in a hundred is due", day + 1)):
            began = time.perf_counter()
            found = connection.execute(
                sa.text("""
                    INSERT INTO watch_pending SELECT subject, 0, 0 FROM watch_subjects WHERE wake_on <= :day
                    AND subject LIKE 'person:w-%' ON CONFLICT DO NOTHING
                """),
                {"day": wake},
            ).rowcount
            took = (time.perf_counter() - began) * 1e3
            print(f"{what}, {watched:,} persons watched: {found:,} wake-ups, found in {took:.1f} ms")
            connection.rollback()


def _submit(journal: Journal, office: SigningKey, lines: list[dict[str, object]]) -> None:
    answers = journal.submit([office.sign(line) for line in lines])
    refused = [str(answer) for answer in answers if isinstance(answer, EntryRefusedError)]
    assert not refused, refused[0]


def _register(journal: Journal, root: SigningKey, office: SigningKey, persons: int) -> None:
    at = instant_from_microseconds(_now()).isoformat()
    roles = ["employer", "bank"]
    institution = {
        "type": "institution", "id": "i-1", "institution": "authority:isa", "speaks_for": ["*"], "entry_types": [],
        "declares_roles": roles, "stated_at": at,
    }  # fmt: skip
    key = {
        "type": "key", "id": "k-1", "institution": "authority:isa", "public_key": office.public.text,
        "actor": {"kind": "software", "id": "software:bench"}, "valid_from": at, "stated_at": at,
    }  # fmt: skip
    journal.submit([root.sign(institution), root.sign(key)])
    parties: list[dict[str, object]] = [
        {"type": "party", "id": id_, "party": "organisation", "roles": [role]}
        for id_, role in (("org:a", "employer"), ("org:bank", "bank"), ("org:school", "school"))
    ]
    parties += [
        {"type": "party", "id": f"person:p-{n}", "party": "person", "born": "1996-05-01"} for n in range(persons)
    ]
    for first in range(0, len(parties), 1_000):
        journal.submit([office.sign(line) for line in parties[first : first + 1_000]])


def _pay(number: int, person: str) -> dict[str, object]:
    at = instant_from_microseconds(_now()).isoformat()
    return {
        "type": "statement", "id": f"pay-{number}", "kind": "work.pay", "source": "org:a",
        "about": {"person": person, "employer": "org:a"}, "from": "2026-09-01", "until": "2026-10-01",
        "data": {"gross_yen": 250_000 + number, "hours_paid": 160}, "stated_at": at,
    }  # fmt: skip


def _now() -> int:
    return time.time_ns() // 1_000


if __name__ == "__main__":
    main()
