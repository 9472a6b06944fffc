"""Measure the journal: `python -m bench.journal [--entries N] [--statements N] [--data DIR]`.

Signed statements taken in batches and one by one, with the true log and fsync; and one person's statements as known at an
instant, with many rows in the table. The rows are made by SQL in the shape that projections have, forty a person.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.journal.database import open_database
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import BATCH_MAX, Journal
from kyosei.journal.reading import read_case_of, standing_statements
from kyosei.log import KeyKind, Log
from kyosei.log import SigningKey as LogKey
from kyosei.timelines.days import instant_from_microseconds

PERSON = "person:p-0"
EACH = 40
"""Statements about one person."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.journal", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--single", type=int, default=200)
    parser.add_argument("--statements", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kyosei-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with (
            open_database({}, folder) as database,
            Log(folder / "log", LogKey.new("bench/1", KeyKind.LOG)) as log,
        ):
            root, office = SigningKey.generate(), SigningKey.generate()
            journal = Journal(database.engine, log, root.public, _now)
            _register(journal, root, office)
            print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
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
    _print(
        "one submission, with fsync of store and log",
        [_timed(lambda one=one: journal.submit_one(one)) for one in signed],
    )


def _reading(engine: sa.Engine, statements: int) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(_FILL), {"rows": statements, "each": EACH})
        connection.execute(sa.text("ANALYZE statements"))
    people = statements // EACH
    persons = [f"person:n-{(number * 7919) % people}" for number in range(1_000)]
    known = 1_700_000_000_000_000
    with engine.connect() as connection:
        rows = connection.scalar(sa.text("SELECT count(*) FROM statements"))
        read = [_timed(lambda who=who: standing_statements(connection, [who], known)) for who in persons]
        _print(f"one person's statements as known at an instant, of {rows:,} rows", read)
        read = [_timed(lambda who=who: read_case_of(connection, [who], known)) for who in persons[:300]]
        _print(f"one person's whole case as known at an instant, of {rows:,} rows", read)


# In every ten the third was corrected after a day, so that some intervals are closed.
_FILL = """
    INSERT INTO statements
    SELECT 10000000 + n, 0, 'n-' || n, 'authority:isa', 'work.pay', 'org:e-' || (n / :each / 50),
        'person:n-' || (n / :each), NULL, 'org:e-' || (n / :each / 50),
        jsonb_build_object('person', 'person:n-' || (n / :each), 'employer', 'org:e-' || (n / :each / 50)),
        45000 + (n % :each) * 30, 45030 + (n % :each) * 30, jsonb_build_object('gross_yen', 200000 + n % 1000),
        1600000000000000 + n, 1600000000000000 + n, 1600000000000000 + n,
        CASE WHEN n % 10 = 3 THEN 1600086400000000 + n ELSE 9223372036854775807 END, NULL, NULL
    FROM generate_series(0, :rows - 1) AS n
"""


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
