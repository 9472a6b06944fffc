"""The bytes of a filing CSV, cut into rows and cells; each cell is decoded when it is read, so that a refusal names it.

The characters are those of JIS X 0201 and of levels 1 and 2 of JIS X 0208 in Shift_JIS. Windows' own extensions of
it (①, ㈱, 髙, 﨑) share its bytes' form and are refused by the Pension Service, and so here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kyosei.connectors.lines import shown
from kyosei.errors import InstitutionFileError

__all__ = ["Cell", "read_rows"]

# Two-byte characters that the Pension Service takes, first and last of each stretch.
PERMITTED = ((0x8140, 0x84BE), (0x889F, 0x9FFC), (0xE040, 0xEAA4))
# The specification's limit of a file; and no cell of any form is as long as this.
FILE_BYTES_MAX = 4_500_000
CELL_BYTES_MAX = 300
LEADING = (range(0x81, 0xA0), range(0xE0, 0xFD))
SINGLE = (range(0x20, 0x7F), range(0xA1, 0xE0))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `field` is its number in the row and its official name, such as `18 取得年月日_元号`."""

    file: str
    row: int
    field: str
    content: bytes

    def refusal(self, message: str) -> InstitutionFileError:
        """The error that names this cell, to be raised."""
        return InstitutionFileError(self.file, self.row, self.field, message)

    def text(self) -> str:
        """The cell's text; refused if it holds a character that the Pension Service does not take."""
        return "".join(self.characters())

    def characters(self) -> Iterator[str]:
        """The cell's characters, each checked."""
        position = 0
        while position < len(self.content):
            first = self.content[position]
            width = 2 if any(first in leading for leading in LEADING) else 1
            piece = self.content[position : position + width]
            position += width
            code = int.from_bytes(piece, "big")
            if width == 1 and not any(first in single for single in SINGLE):
                raise self.refusal(
                    f"has the byte {first:#04x}, which is no character of the format; write it anew in Shift_JIS"
                )
            if width == 2 and not any(low <= code <= high for low, high in PERMITTED):
                raise self.foreign_character(piece)
            try:
                yield piece.decode("shift_jis")
            except UnicodeDecodeError as error:
                raise self.foreign_character(piece) from error

    def foreign_character(self, piece: bytes) -> InstitutionFileError:
        """The error that shows the character as Windows does, since that is how its author saw it."""
        try:
            seen = piece.decode("cp932")
        except UnicodeDecodeError:
            return self.refusal(
                f"has the bytes {piece.hex().upper()}, which are no character; write it anew in Shift_JIS"
            )
        return self.refusal(
            f"has {shown(seen)} ({piece.hex().upper()}), which is not in JIS X 0208 levels 1 and 2 and is refused"
            " on filing; write it otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱"
        )

    def matching(self, pattern: str, wanted: str) -> str:
        """The text, if all of it matches `pattern`; `wanted` says in words what is needed."""
        text = self.text()
        if re.fullmatch(pattern, text, re.ASCII) is None:
            raise self.refusal(f"is {shown(text)}, but needs {wanted}; correct the notice and write the file again")
        return text

    def flag(self) -> bool:
        """該当 (1) or not (empty)."""
        return self.matching("1?", "1 (該当) or nothing") == "1"


def read_rows(file: str, content: bytes) -> list[list[bytes]]:
    """The cells of every row. Rows end in CR LF, and nothing is quoted: a comma always ends a cell."""
    if not content:
        raise InstitutionFileError(file, 1, "", "is empty; give the SHFD0006.CSV that was made for filing")
    if len(content) >= FILE_BYTES_MAX:
        raise InstitutionFileError(
            file, 1, "", f"has {len(content)} bytes, but the format allows fewer than {FILE_BYTES_MAX}; split the file"
        )
    rows = content.split(b"\r\n")
    if rows[-1] == b"":
        rows.pop()
    for number, row in enumerate(rows, start=1):
        if b"\n" in row or b"\r" in row:
            raise InstitutionFileError(
                file, number, "", "has a line end that is not CR LF; write the file again with CR LF after every row"
            )
        if b'"' in row:
            raise InstitutionFileError(
                file, number, "", 'has a quotation mark ("); the format has none: write the file again without quoting'
            )
        if not row:
            raise InstitutionFileError(file, number, "", "is empty; remove the empty row")
        if longer := [place for place, cell in enumerate(row.split(b","), start=1) if len(cell) > CELL_BYTES_MAX]:
            raise InstitutionFileError(
                file,
                number,
                "",
                f"cell {longer[0]} is longer than {CELL_BYTES_MAX} bytes; write the file again by its layout",
            )
    # No second byte of a two-byte character is a comma, so cutting bytes cuts between characters.
    return [row.split(b",") for row in rows]
