"""A page of a report: lines with hanging indents, written to standard output in one piece, or not at all."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kyosei.cli.wrapping import one_line, wrapped

__all__ = ["Page", "stop_writing", "write_json", "write_text"]

_NARROWEST, _WIDEST = 40, 100


class Page:
    """Collects the lines of a report. Nothing is written before `write`, so that an error leaves no half report."""

    def __init__(self, width: int | None = None) -> None:
        found = width if width is not None else shutil.get_terminal_size((80, 24)).columns
        self.width = min(max(found, _NARROWEST), _WIDEST)
        self.lines: list[Text] = []

    def add(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """A paragraph of plain and (text, style) parts; its further lines stand `hang` cells deeper."""
        text = Text()
        for part in parts:
            said, style = (part, "") if isinstance(part, str) else part
            text.append(_shown(said), style)
        if not text.plain.strip():
            return
        for number, line in enumerate(wrapped(text, max(self.width - indent - hang, 20), hang)):
            self.lines.append(Text(" " * (indent + (hang if number else 0))) + line)

    def mark(self, mark: str, *parts: str | tuple[str, str], indent: int = 0, style: str = "") -> None:
        """A paragraph that hangs behind a mark of one cell."""
        self.add((mark, style), " ", *parts, indent=indent, hang=2)

    def heading(self, text: str) -> None:
        """A heading, with an empty line before it unless it is the first line."""
        self.blank()
        self.add((text, "bold"))

    def blank(self) -> None:
        """An empty line, never two together."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def drawn(self, *parts: str | tuple[str, str]) -> None:
        """A line exactly as drawn."""
        text = Text()
        for part in parts:
            said, style = (part, "") if isinstance(part, str) else part
            text.append(said, style)
        text.rstrip()
        self.lines.append(text)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]], indent: int = 0) -> None:
        """A table: names on the left, the other columns to the right, as figures are read."""
        lines = [[Text(_shown(cell)) for cell in row] for row in rows]
        # Left to itself the column of names, the widest, would give way first.
        names = min(max((line[0].cell_len for line in lines), default=0), 2 * self.width // 5)
        table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="none")
        for place, column in enumerate(columns):
            table.add_column(
                Text(_shown(column)), justify="right" if place else "left", vertical="bottom",
                width=None if place else names, overflow="fold",
            )  # fmt: skip
        for line in lines:
            table.add_row(*line)
        console = Console(width=self.width - indent, color_system=None, file=StringIO())
        with console.capture() as capture:
            console.print(table)
        for drawn in capture.get().splitlines():
            self.drawn(" " * indent, drawn)

    def write(self) -> None:
        """To standard output, in colour only on a terminal that has colours."""
        console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=True)
        with console.capture() as capture:
            for line in self.lines:
                console.print(line, soft_wrap=True)
        write_text(capture.get())


def write_text(text: str) -> None:
    """To standard output as UTF-8; what UTF-8 cannot write (half a surrogate pair) stands there as its escape."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        stop_writing()


def stop_writing() -> None:
    """The reader went away: the rest goes nowhere, so that closing the stream does not complain either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_json(document: object) -> None:
    """One JSON document, in the order in which it was built."""
    write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _shown(said: str) -> str:
    """A part of a paragraph: cleaned, with the spaces at its ends kept, and those by which columns are made."""
    return one_line(said)
