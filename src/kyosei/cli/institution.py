"""`kyosei import`: files of institutions' own systems become lines of a case file."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kyosei.cli.arguments import read_files
from kyosei.cli.page import write_text
from kyosei.errors import InputError, QuestionError

__all__ = ["import_files"]


def import_files(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="freee-hr or jps-acquisition.", show_default=False)],
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Files in that format; - is standard input.", show_default=False),
    ],
) -> None:
    """Turn an institution's own files into case-file lines on standard output."""
    from kyosei.connectors import CONNECTORS

    connector = CONNECTORS.get(format_)
    if connector is None:
        known = "; ".join(f"{name} is {c.title_en}" for name, c in CONNECTORS.items())
        raise QuestionError(f"there is no format {format_!r}; {known}")
    lines: dict[object, tuple[str, dict[str, object]]] = {}
    for name, content in read_files(files):
        for line in connector.read(name, content):
            file, earlier = lines.setdefault(line["id"], (name, line))
            if earlier != line:
                raise InputError(
                    f"{name}: {line['id']} is told otherwise in {file}; "
                    "import the files one by one, and keep of each party the line that is right"
                )
    write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for _, line in lines.values()))
