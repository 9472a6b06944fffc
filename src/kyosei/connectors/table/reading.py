"""A connector from a layout and what one row of it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.table.layout import Layout, Row
from kyosei.errors import InstitutionFileError

__all__ = ["Table"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one office: its names, whose word it is (`spoken_by`), its columns, and what a row becomes."""

    name: str
    title_ja: str
    title_en: str
    spoken_by: str
    layout: Layout
    lines_of: Callable[[Row], Iterable[Line]]

    @property
    def connector(self) -> Connector:
        """The connector that reads the table."""
        return Connector(self.name, self.title_ja, self.title_en, ".csv", self.read)

    def read(self, file: str, content: bytes) -> list[Line]:
        """The lines of all rows, parties first, each once; refused if two rows tell of one party otherwise."""
        parties: dict[object, tuple[int, Line]] = {}
        statements: dict[object, Line] = {}
        for row in self.layout.read(file, content):
            for line in self.lines_of(row):
                if line["type"] != "party":
                    statements.setdefault(line["id"], line)
                    continue
                number, earlier = parties.setdefault(line["id"], (row.number, line))
                if earlier != line:
                    raise InstitutionFileError(
                        file, row.number, "", f"tells name, birth or role of {line['id']} otherwise than row {number};"
                        " correct either row"
                    )  # fmt: skip
        return [*(line for _, line in parties.values()), *statements.values()]
