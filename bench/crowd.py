"""Make many persons of few, to measure reading: `python -m bench.crowd DIR TIMES`.

DIR is the data directory of a trial, used for nothing else afterwards. Every person and organisation of its town is there TIMES
times then, each with all their lines under ids of their own, by SQL, in the shape that projections have: nothing of the copies is
signed, logged or verified, so only reading is measured on it. Offices and municipalities stay as they are.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from kyosei.journal.database import open_database

__all__ = ["multiply"]

TABLES: Final = ("parties", "statements", "coverages", "withdrawals", "disputes", "resolutions", "signs", "links")
_IDS: Final = frozenset((
    "id", "source", "subject", "other", "organisation", "replaces", "carried_by", "target", "by", "first", "second",
    "decided_by",
))  # fmt: skip
_DOCUMENTS: Final = frozenset(("about", "data"))


def main() -> None:
    """Multiply and print."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    began = time.perf_counter()
    with open_database({}, folder) as database:
        persons = multiply(database.engine, times)
    size = sum(file.stat().st_size for file in (folder / "postgres").rglob("*") if file.is_file())
    print(f"{persons:,} persons after {time.perf_counter() - began:.0f} s; the database has {size / 1e9:.1f} GB")


def multiply(engine: sa.Engine, times: int) -> int:
    """Adds copies until everybody is there so many times; how many persons there are then."""
    owner = sa.create_engine(engine.url.set(username="postgres"))
    with owner.begin() as connection:
        connection.execute(sa.text("SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '500MB'"))
        indexes = connection.execute(sa.text(_INDEXES), {"tables": list(TABLES)}).all()
        for name, _ in indexes:
            connection.execute(sa.text(f"DROP INDEX {name}"))
        shift = connection.scalar(sa.text("SELECT max(sequence) + 1 FROM entries"))
        for table in TABLES:
            connection.execute(sa.text(_copied(connection, table)), {"times": times - 1, "shift": shift})
        for _, definition in indexes:
            connection.execute(sa.text(definition))
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("VACUUM ANALYZE"))
        persons = int(connection.scalar(sa.text("SELECT count(*) FROM parties WHERE is_person")) or 0)
    owner.dispose()
    return persons


def _copied(connection: sa.Connection, table: str) -> str:
    columns = connection.scalars(sa.text(_COLUMNS), {"table": table}).all()
    values = ", ".join(_value(table, column) for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    where = (
        "WHERE id ~ '^(person|org):'" if table == "parties" else "WHERE source ~ '^org:'" if table == "signs" else ""
    )
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}, generate_series(1, :times) AS copy {where}"


def _value(table: str, column: str) -> str:
    if column == "sequence":
        return "sequence + :shift * copy"
    if column in _DOCUMENTS:
        return f"""regexp_replace("{column}"::text, '"((person|org):[^"]+)"', '"\\1-' || copy || '"', 'g')::jsonb"""
    if column == "id" and table != "parties":
        return "id || '-' || copy"
    if column in ("target", "replaces"):
        return f"{column} || '-' || copy"
    if column in _IDS:
        return f"""CASE WHEN "{column}" ~ '^(person|org):' THEN "{column}" || '-' || copy ELSE "{column}" END"""
    return f'"{column}"'


_COLUMNS: Final = (
    "SELECT column_name FROM information_schema.columns WHERE table_name = :table ORDER BY ordinal_position"
)
_INDEXES: Final = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
    FROM pg_index
    WHERE indrelid::regclass::text = ANY(:tables) AND NOT indisprimary AND NOT indisunique
"""


if __name__ == "__main__":
    main()
