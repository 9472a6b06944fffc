"""Writes a filing CSV: cells as text, checked as the reader checks them, in the bytes that the Pension Service takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.eras import CODES
from kyosei.connectors.filing_csv.frame import COUNT, MEDIA, OFFICE, REPRESENTATIVE_FORM

__all__ = ["as_full_width", "as_half_width_kana", "era_cells", "fits", "write_filing"]

_HALF_WIDTH: Final = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFF9E)} | {
    "\u3099": "ﾞ", "\u309a": "ﾟ", "\u3000": " ",
}  # fmt: skip
_FULL_WIDTH_ASCII: Final = 0xFEE0


def write_filing(
    file: str, establishment: Mapping[str, str], names: Sequence[str], persons: Sequence[Mapping[str, str]],
    made_on: date, number: int,
) -> bytes:  # fmt: skip
    """The file of one establishment. establishment: the cells of row 4 by name; names: those of a row of a person, in order.

    A cell that is not given is left empty. InstitutionFileError names a cell whose characters the Pension Service does not take.
    """
    media = {
        **establishment,
        "媒体通番": f"{number:03}",
        "作成年月日": f"{made_on:%Y%m%d}",
        "代表届書コード": REPRESENTATIVE_FORM,
    }
    rows = [
        _row(file, 1, MEDIA, media), b"[kanri]", _row(file, 3, COUNT, {"事業所数": "001"}),
        _row(file, 4, OFFICE, establishment), b"[data]",
        *(_row(file, place, names, cells) for place, cells in enumerate(persons, start=6)),
    ]  # fmt: skip
    return b"".join(row + b"\r\n" for row in rows)


def era_cells(day: date) -> tuple[str, str]:
    """A day as the code of its era and YYMMDD."""
    code, era = next((code, era) for code, era in CODES.items() if era.has(day))
    return code, f"{day.year - era.year_zero:02}{day:%m%d}"


def as_half_width_kana(text: str) -> str | None:
    """A name in katakana as the format wants it; None if it holds anything else."""
    written = "".join(_HALF_WIDTH.get(one, one) for one in unicodedata.normalize("NFD", text))
    return written if all(one == " " or one in _HALF_WIDTH.values() for one in written) else None


def as_full_width(text: str) -> str | None:
    """A name with full-width letters; None if a character of it is not in JIS X 0208, as letters with marks are not.

    Another letter in its place would be another name, so none is put there.
    """
    wide = (chr(ord(one) + _FULL_WIDTH_ASCII) if "!" <= one <= "~" else "\u3000" if one == " " else one for one in text)
    written = "".join(wide)
    return written if fits(written) else None


def fits(text: str) -> bool:
    """Whether the Pension Service takes all characters of a text."""
    try:
        Cell("", 0, "", text.encode("shift_jis")).text()
    except (UnicodeEncodeError, ValueError):
        return False
    return True


def _row(file: str, row: int, names: Sequence[str], cells: Mapping[str, str]) -> bytes:
    return b",".join(
        _cell(file, row, f"{place} {name}", cells.get(name, "")) for place, name in enumerate(names, start=1)
    )


def _cell(file: str, row: int, field: str, text: str) -> bytes:
    cell = Cell(file, row, field, text.encode("cp932", "replace"))
    if any(one in text for one in ',"\r\n'):
        raise cell.refusal("holds a comma, a quotation mark or a line end, which the format cannot say; leave it out")
    cell.text()
    try:
        return text.encode("shift_jis")
    except UnicodeEncodeError as error:
        raise cell.refusal(
            f"holds {text[error.start]!r}, which the Pension Service does not take; write it otherwise"
        ) from error
