"""The sample files of all connectors, and ways to spoil them in one place."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from kyosei.connectors import TABLES

SAMPLES = Path(__file__).parents[2] / "samples" / "institutions"
GOLDEN = Path(__file__).parent / "golden"

FREEE_HR_FILE = "freee-hr.jsonl"
JPS_FILE = "SHFD0006.CSV"
REMUNERATION_FILE = "remuneration/SHFD0006.CSV"
ZENGIN_FILE = "kyuyo-20261125.txt"
SMARTHR_FILE = "smarthr-crews.jsonl"
TABLES_BY_NAME = {table.name: table for table in TABLES}

FILES = {
    "freee-hr": FREEE_HR_FILE,
    "smarthr-crews": SMARTHR_FILE,
    "jps-acquisition": JPS_FILE,
    "jps-remuneration": REMUNERATION_FILE,
    "zengin-salary": ZENGIN_FILE,
    **{name: f"{name}.csv" for name in TABLES_BY_NAME},
}
"""A sample file for each connector, under the names that it must have."""

Spoil = Callable[[bytes], bytes]


def sample(name: str) -> bytes:
    """The bytes of a sample file."""
    return (SAMPLES / name).read_bytes()


def table_cells(name: str) -> list[list[str]]:
    """The cells of a table's sample, header first, whichever of the two encodings it has."""
    content = sample(FILES[name])
    text = content.decode("utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "cp932")
    return list(csv.reader(io.StringIO(text, newline="")))


def table_bytes(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> bytes:
    """A table from its cells."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def with_table_cell(name: str, row: int, title: str, text: str) -> bytes:
    """A table's sample with one cell written otherwise; `row` counts from 1, the header being row 1."""
    rows = table_cells(name)
    rows[row - 1][rows[0].index(title)] = text
    return table_bytes(rows)


def answers(content: bytes) -> list[dict[str, object]]:
    """The answers of a freee HR file, to be changed and joined again."""
    return [json.loads(line) for line in content.decode("utf-8").splitlines()]


def joined(lines: Sequence[object]) -> bytes:
    """A freee HR file from its answers."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")


def with_value(row: int, path: Sequence[str | int], value: object) -> Spoil:
    """Set one member of one answer; `row` counts from 1."""

    def spoil(content: bytes) -> bytes:
        lines = answers(content)
        place: object = lines[row - 1]
        for step in path[:-1]:
            place = member(place, step)
        assert isinstance(place, dict)
        place[path[-1]] = value
        return joined(lines)

    return spoil


def without(row: int, path: Sequence[str | int]) -> Spoil:
    """Take one member of one answer away; an empty path takes the whole line away."""

    def spoil(content: bytes) -> bytes:
        lines = answers(content)
        if not path:
            return joined(lines[: row - 1] + lines[row:])
        place: object = lines[row - 1]
        for step in path[:-1]:
            place = member(place, step)
        assert isinstance(place, dict)
        del place[path[-1]]
        return joined(lines)

    return spoil


def member(place: object, step: str | int) -> object:
    """One step into parsed JSON."""
    if isinstance(place, dict):
        return place[step]
    assert isinstance(place, list)
    assert isinstance(step, int)
    return place[step]


def with_line(row: int, text: bytes) -> Spoil:
    """Write another line in place of the one at `row`."""

    def spoil(content: bytes) -> bytes:
        lines = content.split(b"\n")
        lines[row - 1] = text
        return b"\n".join(lines)

    return spoil


def with_cell(row: int, number: int, text: bytes) -> Spoil:
    """Write one cell of a filing CSV; both count from 1."""

    def spoil(content: bytes) -> bytes:
        rows = [line.split(b",") for line in content.split(b"\r\n")]
        rows[row - 1][number - 1] = text
        return b"\r\n".join(b",".join(cells) for cells in rows)

    return spoil


def with_row(row: int, *text: bytes) -> Spoil:
    """Write other rows of a filing CSV in place of the one at `row`; none takes it away."""

    def spoil(content: bytes) -> bytes:
        rows = content.split(b"\r\n")
        return b"\r\n".join([*rows[: row - 1], *text, *rows[row:]])

    return spoil
