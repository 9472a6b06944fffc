"""A layout: the columns of a table in their order, by which a file is read row by row and written again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from kyosei.connectors.lines import shown
from kyosei.connectors.table.encoding import decoded, encoded
from kyosei.connectors.table.values import Value
from kyosei.errors import InstitutionFileError

__all__ = ["Column", "Layout", "Row"]

T = TypeVar("T")
SPACES = " \u3000"
ROW_CHARACTERS_MAX = 10_000


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column under its Japanese title; `says` tells a reader what it means. An empty cell is unknown.

    `needed`: a row without it says nothing, and is refused.
    """

    title: str
    value: Value[T]
    says: str
    needed: bool = False


AnyColumn = Column[Any]  # A layout has columns of several types; Row gives each back as its own.


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1, the header being row 1."""

    file: str
    number: int
    values: Mapping[str, object]

    def get(self, column: Column[T]) -> T | None:
        """The cell's value; None where the cell is empty, which means that the office does not say."""
        return cast("T | None", self.values[column.title])  # Layout.row read it by this column

    def must(self, column: Column[T]) -> T:
        """The value of a cell that this row needs."""
        value = self.get(column)
        if value is None:
            raise self.refusal(column, f"is empty; write {column.value.wanted}")
        return value

    def tells(self, column: AnyColumn) -> bool:
        """Whether the cell has a value."""
        return self.values[column.title] is not None

    def refusal(self, column: AnyColumn, message: str) -> InstitutionFileError:
        """The error that names the cell of a column, to be raised."""
        return InstitutionFileError(self.file, self.number, column.title, message)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, all of them always there and in this order."""

    columns: tuple[AnyColumn, ...]

    @property
    def titles(self) -> list[str]:
        """The header row."""
        return [column.title for column in self.columns]

    def read(self, file: str, content: bytes) -> list[Row]:
        """Every row after the header; InstitutionFileError with row and column for anything that the layout has not."""
        records = self.records(file, content)
        rows = [self.row(file, number, cells) for number, cells in enumerate(records[1:], start=2)]
        if not rows:
            raise InstitutionFileError(file, 1, "", "is the only row; give the table with its rows")
        return rows

    def write(self, rows: Iterable[Mapping[str, object]]) -> bytes:
        """A file with these rows, by title; UTF-8 with BOM, CR LF. What it writes, `read` takes back unchanged.

        ValueError for a value that the layout could not read again.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.titles)
        for row in rows:
            writer.writerow([self.cell(column, row.get(column.title)) for column in self.columns])
        return encoded(text.getvalue())

    def cell(self, column: AnyColumn, value: object) -> str:
        """The text of a cell; empty for None."""
        if value is None:
            if column.needed:
                raise ValueError(f"{column.title} is needed in every row")
            return ""
        text = str(column.value.write(value))
        if text.strip(SPACES) != text or not text or column.value.read(text) != value:
            raise ValueError(
                f"{column.title}: {text!r} would not be read as it is meant; needed is {column.value.wanted}"
            )
        return text

    def records(self, file: str, content: bytes) -> list[list[str]]:
        """The cells of every row, the header's first; the header must be that of the layout."""
        found = list(records_of(file, decoded(file, content)))
        header = found[0]
        if header != self.titles:
            for number, (written, title) in enumerate(zip(header, self.titles, strict=False), start=1):
                if written != title:
                    raise InstitutionFileError(
                        file, 1, title, f"column {number} is titled {shown(written)}; write the header row of this layout,"
                        " and save the table as UTF-8 with BOM or as CP932"
                    )  # fmt: skip
            raise InstitutionFileError(
                file, 1, "", f"has {len(header)} columns where the layout has {len(self.columns)}; write its header row"
            )
        return found

    def row(self, file: str, number: int, cells: list[str]) -> Row:
        """A row with every cell read."""
        if len(cells) != len(self.columns):
            raise InstitutionFileError(
                file, number, "", f"has {len(cells)} cells where {len(self.columns)} are needed; correct the row"
            )
        values: dict[str, object] = {}
        row = Row(file, number, values)
        for column, written in zip(self.columns, cells, strict=True):
            text = written.strip(SPACES)
            values[column.title] = column.value.read(text) if text else None
            if text and values[column.title] is None:
                raise row.refusal(column, f"is {shown(text)}, but needs {column.value.wanted}; correct the cell")
            if column.needed:
                row.must(column)
        return row


def records_of(file: str, text: str) -> Iterator[list[str]]:
    """The cells of each line by RFC 4180, but without line breaks inside cells, so that rows are lines."""
    for number, line in enumerate(lines_of(file, text), start=1):
        if not line:
            raise InstitutionFileError(file, number, "", "is empty; remove the empty row")
        if len(line) > ROW_CHARACTERS_MAX:
            raise InstitutionFileError(
                file, number, "", f"has {len(line)} characters, more than {ROW_CHARACTERS_MAX}; correct the row"
            )
        try:
            [cells] = csv.reader([line], strict=True)
        except (csv.Error, ValueError) as error:
            raise InstitutionFileError(
                file, number, "", 'has a quotation mark (") out of place or a line break in a cell; quote a cell as a'
                ' whole, write "" for a mark inside it, and no line break'
            ) from error  # fmt: skip
        yield cells


def lines_of(file: str, text: str) -> list[str]:
    """The lines of a text: all end in CR LF or all in LF; the last may be without."""
    lines = text.split("\r\n" if "\r\n" in text else "\n")
    if lines[-1] == "":
        lines.pop()
    for number, line in enumerate(lines, start=1):
        if "\r" in line or "\n" in line:
            raise InstitutionFileError(
                file, number, "", "has another line end than the rows before it; save the table anew, with CR LF after"
                " every row"
            )  # fmt: skip
    return lines
