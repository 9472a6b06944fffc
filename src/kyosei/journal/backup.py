"""Backup and restore: every entry as it lies in the store, in one file, up to any position; all else is rebuilt from it.

The file is gzip over JSON Lines: a head with the number of entries, then the entries in order, then what was published.
The keys are not in it. It holds personal data, and payloads that were erased after it was made: keep and destroy it
accordingly.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from kyosei.errors import StoreError
from kyosei.journal.copying import copy_rows
from kyosei.journal.tables import entries, publications
from kyosei.log.checkpoints import read_checkpoint
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes

__all__ = ["backup", "restore"]

_FORMAT: Final = "kyosei journal backup 1"
_BINARY: Final = ("envelope", "salt", "digest", "commitment")
_ROWS: Final = 1_000


def backup(connection: sa.Connection, file: Path) -> int:
    """Writes every published entry to a new file; how many there are. StoreError if the file is there already."""
    size = int(connection.scalar(sa.select(sa.func.coalesce(sa.func.max(publications.c.size), 0))) or 0)
    try:
        with file.open("xb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
            for line in _lines(connection, size):
                out.write(json.dumps(line).encode() + b"\n")
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {error.strerror}; name a new file") from error
    return size


def restore(connection: sa.Connection, file: Path, until: int | None = None) -> int:
    """Puts the entries of a backup into an empty store, those before position `until` if it is given; how many.

    Opening the journal then publishes and projects them, as after any interruption. StoreError if the store is not
    empty, the file is no backup, or its entries are not those that were published.
    """
    if connection.scalar(sa.select(sa.func.count()).select_from(entries)):
        raise StoreError("the store is not empty; restore into a new data directory or database")
    lines = _read(file)
    head = next(lines, None)
    if head is None or head.get("format") != _FORMAT:
        raise StoreError(f"{file} is no backup of a journal")
    size = int(head["size"]) if until is None else min(until, int(head["size"]))
    frontier, roots, rows = Frontier(), {0: Frontier().root()}, []
    published = [read_checkpoint(text) for text in head["checkpoints"]]
    wanted = {checkpoint.size for checkpoint in published}
    for place, line in zip(range(size), lines, strict=False):
        if line["sequence"] != place:
            raise StoreError(f"{file} lacks entry {place}; take another backup")
        row = [_unpacked(name, line[name]) for name in (column.name for column in entries.columns)]
        frontier.extend(leaf_hashes([b64decode(line["commitment"])]))
        if frontier.size in wanted:
            roots[frontier.size] = frontier.root()
        rows.append(row)
        if len(rows) == _ROWS:
            copy_rows(connection, entries, rows)
            rows.clear()
    copy_rows(connection, entries, rows)
    if frontier.size != size:
        raise StoreError(f"{file} ends after {frontier.size} of {size} entries; take another backup")
    for checkpoint in published:
        if checkpoint.size <= size and roots[checkpoint.size] != checkpoint.root:
            raise StoreError(f"the first {checkpoint.size} entries of {file} are not those that were published")
    connection.commit()
    return size


def _lines(connection: sa.Connection, size: int) -> Iterator[Mapping[str, object]]:
    checkpoints = connection.scalars(sa.select(publications.c.checkpoint).order_by(publications.c.size)).all()
    yield {"format": _FORMAT, "size": size, "checkpoints": list(checkpoints)}
    for first in range(0, size, _ROWS):
        asked = sa.select(entries).where(entries.c.sequence >= first, entries.c.sequence < min(first + _ROWS, size))
        for row in connection.execute(asked.order_by(entries.c.sequence)):
            yield {name: _packed(value) for name, value in row._mapping.items()}


def _read(file: Path) -> Iterator[Mapping[str, Any]]:  # Any: a line is JSON
    try:
        with gzip.open(file, "rb") as lines:
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{file} cannot be read as a backup: {error}") from error


def _packed(value: object) -> object:
    return b64encode(bytes(value)).decode() if isinstance(value, bytes | memoryview) else value


def _unpacked(name: str, value: object) -> object:
    return b64decode(str(value)) if name in _BINARY and value is not None else value
