"""Tables of decided cases in CSV, read and refused with the place."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from kyosei.errors import QuestionError

__all__ = ["OUTCOMES", "read_table", "whole_number"]

OUTCOMES: Final = ("granted", "months")
"""Whether it was granted, or for how many months."""


def read_table(name: str, content: bytes, common: Sequence[str]) -> tuple[list[dict[str, str]], str]:
    """The rows of a table with these columns, and which outcome it tells; QuestionError that says where it is no such table."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionError(f"{name} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = list(reader.fieldnames or ())
        told = [one for one in OUTCOMES if one in columns]
        missing = [one for one in common if one not in columns]
        if missing or len(told) != 1:
            raise QuestionError(
                f"{name}:1: the columns are {', '.join(columns) or 'none'}; "
                f"write {', '.join(common)}, and one of {' or '.join(OUTCOMES)}"
            )
        rows = []
        for row in reader:
            empty = [one for one in (*common, told[0]) if not (row.get(one) or "").strip()]
            if empty:
                raise QuestionError(
                    f"{name}:{reader.line_num}: {empty[0]} is empty; leave out a case of which it is not known"
                )
            rows.append({one: row[one].strip() for one in (*common, told[0])})
    except csv.Error as error:
        raise QuestionError(f"{name}:{reader.line_num}: this is no CSV: {error}") from error
    if not rows:
        raise QuestionError(f"{name} holds no case below its first line")
    return rows, told[0]


def whole_number(name: str, line: int, said: str, sort: str) -> float:
    """An outcome of a row; QuestionError that names the row."""
    if sort == "granted" and said in ("0", "1"):
        return float(said)
    if sort == "months" and said.isascii() and said.isdigit() and len(said) <= 4:
        return float(said)
    wanted = "1 or 0" if sort == "granted" else "a whole number of months"
    raise QuestionError(f"{name}: row {line}: {sort} is {said!r}; write {wanted}")
