"""Files of a town's last layer: case-file lines (JSON Lines), or the same lines beside their columns in Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from kyosei.errors import InputError, MissingPartError
from kyosei.world.families import RELATIVE
from kyosei.world.formats import Format
from kyosei.world.organisations.rolls import ON_ROLL
from kyosei.world.transmission import STRAY

__all__ = ["FILINGS", "PERSONS", "encoded", "open_output", "read_filings", "read_people"]

_ROWS_IN_GROUP = 50_000
_COLUMNS = (
    "person",
    "type",
    "id",
    "kind",
    "source",
    "from",
    "until",
    "on",
    "count",
    "stated_at",
    "recorded_at",
    "line",
)


class Output(Protocol):
    """Takes the lines of one person after the other."""

    def write(self, whose: str, lines: Iterable[dict[str, object]]) -> None:
        """All lines about a person, the party line first; or all of an organisation's, those of its people first."""


def encoded(line: dict[str, object]) -> bytes:
    """A line as bytes: always the same for the same line."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


PERSONS, FILINGS = "persons", "filings"
"""The files of a town's records beside that of its organisations: about its persons, and by its organisations."""


@contextmanager
def open_output(folder: Path, format_: Format, name: str = PERSONS) -> Iterator[Output]:
    """Opens NAME.jsonl or NAME.parquet; MissingPartError if Parquet is asked for and PyArrow is not installed."""
    match format_:
        case Format.JSONL:
            with (folder / f"{name}.jsonl").open("wb") as file:
                yield _Lines(file)
        case Format.PARQUET:
            table = _Columns(folder / f"{name}.parquet")
            try:
                yield table
            finally:
                table.close()


def _pyarrow() -> Any:  # Any: PyArrow ships no types
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingPartError(
            "Parquet needs PyArrow, which is not installed; install kyosei[world], or use --format jsonl"
        ) from error
    return pyarrow


class _Lines:
    def __init__(self, file: Any) -> None:  # Any: a file opened for bytes
        self._file = file

    def write(self, whose: str, lines: Iterable[dict[str, object]]) -> None:
        """One line of the file each."""
        self._file.writelines(encoded(line) for line in lines)


class _Columns:
    """Streams row groups: a person's lines always stand together, and never in two groups."""

    def __init__(self, path: Path) -> None:
        self._arrow = _pyarrow()
        text, number = self._arrow.string(), self._arrow.int64()
        self._schema = self._arrow.schema([(name, number if name == "count" else text) for name in _COLUMNS])
        self._writer = self._arrow.parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def write(self, whose: str, lines: Iterable[dict[str, object]]) -> None:
        """One row each, with the line itself as its last column."""
        for line in lines:
            self._rows.append(
                {**{name: line.get(name) for name in _COLUMNS}, "person": whose, "line": encoded(line).decode()}
            )
        if len(self._rows) >= _ROWS_IN_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()

    def close(self) -> None:
        """Writes what is left."""
        self._flush()
        self._writer.close()


def read_people(folder: Path) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Each person's id and lines, in the order of the town, one person in memory at a time (Parquet: one row group)."""
    return _read(folder, PERSONS, lambda party: None if party.startswith((STRAY, RELATIVE)) else party)


def read_filings(folder: Path) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Likewise each organisation's id and lines; InputError if the town was made without a history."""
    return _read(folder, FILINGS, _on_whose_roll)


def _on_whose_roll(person: str) -> str:
    """The organisation of somebody on a roll: of person:we12-3, org:e12."""
    return f"org:{person.removeprefix(ON_ROLL).partition('-')[0]}"


def _read(folder: Path, name: str, owner: Callable[[str], str | None]) -> Iterator[tuple[str, Sequence[bytes]]]:
    lines, columns = folder / f"{name}.jsonl", folder / f"{name}.parquet"
    if lines.exists():
        yield from _read_lines(lines, owner)
    elif columns.exists():
        parquet = _pyarrow().parquet.ParquetFile(columns)
        for group in range(parquet.num_row_groups):
            table = parquet.read_row_group(group, columns=["person", "line"]).to_pydict()
            for whose, pairs in groupby(zip(table["person"], table["line"], strict=True), key=_first):
                yield whose, [line.encode() for _, line in pairs]
    else:
        again = "kyosei world make" + (" --history 30" if name == FILINGS else "")
        raise InputError(f"{folder} has neither {name}.jsonl nor {name}.parquet; make a town with `{again}`")


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


def _read_lines(path: Path, owner: Callable[[str], str | None]) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Lines by whose they are: those after a party line are that party's owner's, None: still the same."""
    whose, found = "", list[bytes]()
    with path.open("rb") as file:
        for line in file:
            if line.startswith(b'{"type":"party"'):
                own = owner(str(json.loads(line)["id"]))
                if own is not None and own != whose:
                    if found:
                        yield whose, found
                    whose, found = own, []
            found.append(line)
    if found:
        yield whose, found
