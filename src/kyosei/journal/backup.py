"""Backup and restore: every entry as it lies in the store, every look, every notice with what became of it, as whom people sign
in, and what they show, in one file; all else is rebuilt from it, but sessions, which end.

The file is gzip over JSON Lines: a first line that says how many lines of each table follow, and what was published; the
entries in order; the access log; how far that had come at each of its heads; the tables of notices, so that nobody is told
again what they were told before; accounts; shares with what was shown; and drafts of dossiers. The keys are not in it, nor any
code of a share. It holds personal data, and payloads that were erased after it was made: keep and destroy it accordingly.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import psycopg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kyosei.errors import JournalError, StoreError
from kyosei.journal.access_heads import VerifiedLooks, heads_on_record, verify_access_log
from kyosei.journal.copying import copy_rows, json_text
from kyosei.journal.draft_tables import dossier_drafts
from kyosei.journal.notice_tables import NOTICE_TABLES
from kyosei.journal.session_tables import accounts
from kyosei.journal.share_tables import share_looks, shares
from kyosei.journal.tables import access_ends, access_log, entries, publications
from kyosei.log.checkpoints import Checkpoint, read_checkpoint
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes

__all__ = ["Restored", "backup", "restore"]

_FORMAT: Final = "kyosei journal backup 4"
_WITHOUT_ACCOUNTS: Final = "kyosei journal backup 3"
"""The format before: as this one, without accounts, shares and drafts."""
_WITHOUT_NOTICES: Final = "kyosei journal backup 2"
"""The one before that: without notices, too."""
_WITHOUT_LOOKS: Final = "kyosei journal backup 1"
"""The first: with entries only."""
_READ: Final = (_FORMAT, _WITHOUT_ACCOUNTS, _WITHOUT_NOTICES, _WITHOUT_LOOKS)
_KEPT: Final = (*NOTICE_TABLES, accounts, shares, share_looks, dossier_drafts)
"""What is kept beside entries and looks, each table after those that it refers to."""

_ROWS: Final = 1_000

_Line = Mapping[str, Any]  # Any: a line is JSON


@dataclass(frozen=True, slots=True)
class Restored:
    """How many entries were restored, and what of the access log was, verified."""

    entries: int
    looks: VerifiedLooks


def backup(engine: sa.Engine, file: Path) -> tuple[int, int]:
    """Writes every published entry and every look to a new file, as of one moment; how many entries and looks.

    StoreError if the file is there already.
    """
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        published = connection.execute(sa.select(publications).order_by(publications.c.size)).all()
        size = published[-1].size if published else 0
        looks, ends = _count(connection, access_log), _count(connection, access_ends)
        kept = {table.name: _count(connection, table) for table in _KEPT}
        first = {"format": _FORMAT, "size": size, "looks": looks, "ends": ends, "kept": kept,
                 "checkpoints": [row.checkpoint for row in published]}  # fmt: skip
        try:
            with file.open("xb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
                out.write(_written(first))
                for table, asked in (
                    (entries, sa.select(entries).where(entries.c.sequence < size)),
                    (access_log, sa.select(access_log)),
                    (access_ends, sa.select(access_ends)),
                    *((table, sa.select(table)) for table in _KEPT),
                ):
                    for line in _lines(connection, asked.order_by(*table.primary_key)):
                        out.write(_written(line))
        except OSError as error:
            raise StoreError(f"{file} cannot be written: {error.strerror}; name a new file") from error
    return size, looks


def restore(connection: sa.Connection, file: Path, until: int | None = None) -> Restored:
    """Fills an empty store from a backup: with its entries, those before position `until` if it is given, and all looks.

    That somebody looked stays so at whatever position the entries are restored. Opening the journal then publishes and
    projects the entries, as after any interruption. StoreError if the store is not empty, the file is no backup, its
    entries are not those that were published, or its looks not those that their chains and heads vouch for.
    """
    for table in (entries, access_log, access_ends, *_KEPT):
        if connection.execute(sa.select(table).limit(1)).first() is not None:
            raise StoreError("the store is not empty; restore into a new data directory or database")
    lines = _read(file)
    first = next(lines, {})
    if first.get("format") not in _READ:
        raise StoreError(f"{file} is no backup of a journal")
    held, published = int(first["size"]), [read_checkpoint(text) for text in first["checkpoints"]]
    size = held if until is None else min(until, held)
    _restore_entries(connection, file, islice(lines, size), size, published)
    _skip(lines, held - size)
    kept = first.get("kept", {})
    counts = [(access_log, first.get("looks", 0)), (access_ends, first.get("ends", 0))]
    for table, count in (*counts, *((table, kept.get(table.name, 0)) for table in _KEPT)):
        if _copy(connection, table, islice(lines, int(count))) != int(count):
            raise StoreError(f"{file} ends before its {count} rows of {table.name}; take another backup")
    if next(lines, None) is not None:
        raise StoreError(f"{file} has more lines than it says; take another backup")
    try:
        looks = verify_access_log(connection, heads_on_record(connection))
    except JournalError as error:
        raise StoreError(f"{file} does not hold what was recorded ({error}); take another backup") from error
    connection.commit()
    return Restored(size, looks)


def _restore_entries(
    connection: sa.Connection, file: Path, lines: Iterator[_Line], size: int, published: Sequence[Checkpoint]
) -> None:
    """The first entries, if they are those that were published."""
    frontier, roots = Frontier(), {0: Frontier().root()}
    wanted = {checkpoint.size for checkpoint in published}

    def following() -> Iterator[_Line]:
        for place, line in enumerate(lines):
            if line.get("sequence") != place:
                raise StoreError(f"{file} lacks entry {place}; take another backup")
            frontier.extend(leaf_hashes([b64decode(line["commitment"])]))
            if frontier.size in wanted:
                roots[frontier.size] = frontier.root()
            yield line

    _copy(connection, entries, following())
    if frontier.size != size:
        raise StoreError(f"{file} ends after {frontier.size} of {size} entries; take another backup")
    for checkpoint in published:
        if checkpoint.size <= size and roots[checkpoint.size] != checkpoint.root:
            raise StoreError(f"the first {checkpoint.size} entries of {file} are not those that were published")


def _copy(connection: sa.Connection, table: sa.Table, lines: Iterator[_Line]) -> int:
    """Adds the rows of these lines to a table; how many. StoreError if a line is no row of it."""
    count = 0
    while chunk := list(islice(lines, _ROWS)):
        try:
            rows = [[_unpacked(column, line[column.name]) for column in table.columns] for line in chunk]
            copy_rows(connection, table, rows)
        except (KeyError, TypeError, ValueError, psycopg.Error) as error:
            raise StoreError(f"the backup has a line that is no row of {table.name} ({error}); take another") from error
        count += len(rows)
    return count


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _skip(lines: Iterator[_Line], count: int) -> None:
    for _ in islice(lines, count):
        pass


def _lines(connection: sa.Connection, asked: sa.Select[Any]) -> Iterator[_Line]:  # Any: of any columns
    with connection.execute(asked.execution_options(yield_per=_ROWS)) as rows:
        for row in rows:
            yield {name: _packed(value) for name, value in row._mapping.items()}


def _written(line: _Line) -> bytes:
    return json.dumps(line).encode() + b"\n"


def _read(file: Path) -> Iterator[_Line]:
    try:
        with gzip.open(file, "rb") as lines:
            for line in lines:
                read = json.loads(line)
                if not isinstance(read, dict):
                    raise ValueError("a line is no object")
                yield read
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{file} cannot be read as a backup: {error}") from error


def _packed(value: object) -> object:
    return b64encode(bytes(value)).decode() if isinstance(value, bytes | memoryview) else value


def _unpacked(column: sa.Column[Any], value: object) -> object:  # Any: of any type
    if isinstance(column.type, JSONB):
        return json_text(value)
    return b64decode(str(value)) if isinstance(column.type, sa.LargeBinary) and value is not None else value
