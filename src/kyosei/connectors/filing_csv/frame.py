"""The frame of the file: five rows that say who made it, when, and for which establishment; rows of persons follow.

It follows 日本年金機構「CSV形式届書作成仕様書（電子申請）」 16.2 (March 2026); the consultants' media records are those of
public programs that write these files, not yet compared with that table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.offices import Office, read_office
from kyosei.connectors.lines import shown
from kyosei.errors import InstitutionFileError

__all__ = ["FRAME_ROWS", "Frame", "cells_of", "read_frame"]

MEDIA = ("都道府県コード", "郡市区符号", "事業所記号", "媒体通番", "作成年月日", "代表届書コード")
# A labour consultant (社会保険労務士) writes the id of the sender instead of the establishment: newer programs
# after two empty cells, older ones after one.
CONSULTANT_MEDIA = ("都道府県コード", "郡市区符号", "提出元ID", "媒体通番", "作成年月日", "代表届書コード")
OLDER_CONSULTANT_MEDIA = ("都道府県コード", "提出元ID", "媒体通番", "作成年月日", "代表届書コード")
COUNT = ("社会保険労務士氏名", "事業所数")
OFFICE = (
    *("都道府県コード", "郡市区符号", "事業所記号", "事業所番号", "郵便番号_親番号", "郵便番号_子番号"),
    *("事業所所在地", "事業所名称", "事業主氏名", "電話番号_市外局番", "電話番号_市内局番", "電話番号_加入者番号"),
)
REPRESENTATIVE_FORM = "22223"
FRAME_ROWS = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows before the persons say; `number` (媒体通番) and day together name this one file."""

    made_on: date
    number: str
    office: Office
    office_number: str
    employer_name: str


def cells_of(file: str, row: int, contents: Sequence[bytes], names: Sequence[str]) -> dict[str, Cell]:
    """The cells of a row by name; refused if the row has more or fewer of them."""
    if len(contents) != len(names):
        raise InstitutionFileError(
            file,
            row,
            "",
            f"has {len(contents)} cells where {len(names)} are needed; write the file again by its layout",
        )
    return {
        name: Cell(file, row, f"{number} {name}", content)
        for number, (name, content) in enumerate(zip(names, contents, strict=True), start=1)
    }


def read_frame(file: str, rows: Sequence[Sequence[bytes]]) -> Frame:
    """The media control record, the count and record of the establishment, and the two markers between."""
    if len(rows) <= FRAME_ROWS:
        raise InstitutionFileError(
            file,
            len(rows),
            "",
            f"is the last row, but {FRAME_ROWS} rows of frame and at least one person are needed; give the whole file",
        )
    must_be_marker(file, 2, rows[1], b"[kanri]")
    must_be_marker(file, 5, rows[4], b"[data]")
    count = cells_of(file, 3, rows[2], COUNT)
    count["社会保険労務士氏名"].text()
    count["事業所数"].matching("001", "001, as one file is for one establishment")
    written = cells_of(file, 4, rows[3], OFFICE)
    for cell in written.values():
        cell.text()
    office = read_office([written[name] for name in OFFICE[:3]])
    number = written["事業所番号"].matching("[0-9]{1,5}", "one to five digits")
    name = written["事業所名称"]
    if not name.text().strip():
        raise name.refusal("is empty; write the name of the establishment")
    made_on, media_number = read_media(file, rows[0], office)
    return Frame(made_on, media_number, office, number.zfill(5), name.text().strip())


def read_media(file: str, row: Sequence[bytes], office: Office) -> tuple[date, str]:
    """Day of making and number of the file; an employer's own file also names the establishment."""
    if len(row) == len(OLDER_CONSULTANT_MEDIA) and row[0] == b"":
        cells = cells_of(file, 1, row, OLDER_CONSULTANT_MEDIA)
    elif len(row) == len(CONSULTANT_MEDIA) and row[0] == row[1] == b"":
        cells = cells_of(file, 1, row, CONSULTANT_MEDIA)
    else:
        cells = cells_of(file, 1, row, MEDIA)
        if read_office([cells[name] for name in MEDIA[:3]]) != office:
            raise cells["事業所記号"].refusal(
                "is not of the establishment of row 4; a file is for one establishment only"
            )
    if "提出元ID" in cells:
        cells["提出元ID"].matching("[0-9]{4}|[0-9]{8}", "four or eight digits")
    cells["代表届書コード"].matching(REPRESENTATIVE_FORM, f"{REPRESENTATIVE_FORM}, the code of this family of notices")
    number = cells["媒体通番"].matching("[0-9]{3}", "three digits")
    made = cells["作成年月日"]
    text = made.matching("(19|20|21)[0-9]{6}", "eight digits, YYYYMMDD")
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])), number
    except ValueError as error:
        raise made.refusal(f"is {shown(text)}, which is no day; write the day on which the file was made") from error


def must_be_marker(file: str, row: int, contents: Sequence[bytes], marker: bytes) -> None:
    """Refuse a row that is not the marker that the layout has there."""
    if list(contents) != [marker]:
        raise InstitutionFileError(
            file, row, "", f"is not {marker.decode('ascii')}, which this row needs; write the file again by its layout"
        )
