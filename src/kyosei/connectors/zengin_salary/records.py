"""Records of 120 bytes: their fields in order, and the bytes of a file cut into them.

全国銀行協会 (Zengin) 総合振込・給与振込, fixed length: header (1), data (2), trailer (8), end (9). One byte is one
character of JIS X 0201: capitals, digits, some marks and half-width katakana. Records follow each other with CR LF
after every one, or with nothing between. The widths are those of public descriptions; each record adds up to 120.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kyosei.connectors.lines import shown
from kyosei.errors import InstitutionFileError

__all__ = ["DATA", "END", "HEADER", "RECORDS", "RECORD_BYTES", "TRAILER", "Record", "read_records"]

RECORD_BYTES = 120
RECORDS_MAX = 1_000_000  # the trailer counts with six digits
HEADER, DATA, TRAILER, END = "1", "2", "8", "9"
RECORDS: Mapping[str, tuple[tuple[str, int], ...]] = {
    HEADER: (
        ("データ区分", 1), ("種別コード", 2), ("コード区分", 1), ("振込依頼人コード", 10), ("振込依頼人名", 40), ("取組日", 4),
        ("仕向金融機関番号", 4), ("仕向金融機関名", 15), ("仕向支店番号", 3), ("仕向支店名", 15), ("預金種目", 1),
        ("口座番号", 7), ("ダミー", 17),
    ),
    DATA: (
        ("データ区分", 1), ("被仕向金融機関番号", 4), ("被仕向金融機関名", 15), ("被仕向支店番号", 3), ("被仕向支店名", 15),
        ("手形交換所番号", 4), ("預金種目", 1), ("口座番号", 7), ("受取人名", 30), ("振込金額", 10), ("新規コード", 1),
        ("社員番号", 10), ("所属コード", 10), ("振込指定区分", 1), ("識別表示", 1), ("ダミー", 7),
    ),
    TRAILER: (("データ区分", 1), ("合計件数", 6), ("合計金額", 12), ("ダミー", 101)),
    END: (("データ区分", 1), ("ダミー", 119)),
}  # fmt: skip
# Of JIS X 0201 banks take capitals, digits, half-width katakana and these marks: ( ) , - . / ¥ ｢ ｣ and the space.
FOREIGN = re.compile(rb"[^ 0-9A-Z(),./\\\xa2\xa3\xa6-\xdf-]")


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `row` counts records from 1, `fields` are its texts with the padding."""

    file: str
    row: int
    fields: Mapping[str, str]

    def refusal(self, field: str, message: str) -> InstitutionFileError:
        """The error that names a field, to be raised."""
        return InstitutionFileError(self.file, self.row, field, message)

    @property
    def kind(self) -> str:
        """データ区分."""
        return self.fields["データ区分"]

    def text(self, field: str) -> str:
        """A field without the spaces that fill it up."""
        return self.fields[field].strip(" ")

    def digits(self, field: str) -> str:
        """A field that is all digits, zeros in front included."""
        text = self.fields[field]
        if re.fullmatch("[0-9]+", text, re.ASCII) is None:
            raise self.refusal(field, f"is {shown(text)}, but needs {len(text)} digits; have the file written again")
        return text


def read_records(file: str, content: bytes) -> list[Record]:
    """Every record; InstitutionFileError with its number and field for what is no such record."""
    # Programs of the MS-DOS days end a file with 1A.
    rest = content.removesuffix(b"\x1a")
    if not rest.strip(b"\r\n"):
        raise InstitutionFileError(file, 1, "", "is empty; give the file that was made for the bank")
    found = []
    for row, piece in enumerate(pieces(file, rest), start=1):
        fields = RECORDS.get(chr(piece[0]))
        if fields is None:
            raise InstitutionFileError(
                file, row, "データ区分", f"is {shown(piece[:1].decode('latin-1'))}, not one of {', '.join(RECORDS)};"
                " give the file in the layout of 120 bytes, in JIS and not in EBCDIC"
            )  # fmt: skip
        found.append(Record(file, row, cut(file, row, piece, fields)))
    return found


def pieces(file: str, content: bytes) -> list[bytes]:
    """The bytes of each record."""
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    if len(lines) == 1:
        lines = [content[start : start + RECORD_BYTES] for start in range(0, len(content), RECORD_BYTES)]
    if len(lines) > RECORDS_MAX:
        raise InstitutionFileError(
            file, RECORDS_MAX, "", f"is not the last of at most {RECORDS_MAX} records; split the file"
        )
    for row, line in enumerate(lines, start=1):
        if len(line) != RECORD_BYTES:
            raise InstitutionFileError(
                file, row, "", f"has {len(line)} bytes where a record has {RECORD_BYTES}; give the whole file, with CR LF"
                " after every record or after none"
            )  # fmt: skip
    return lines


def cut(file: str, row: int, piece: bytes, fields: tuple[tuple[str, int], ...]) -> dict[str, str]:
    """The fields of a record by name."""
    texts, start = {}, 0
    for name, width in fields:
        content = piece[start : start + width]
        start += width
        if (foreign := FOREIGN.search(content)) is not None:
            raise InstitutionFileError(
                file, row, name, f"has the byte 0x{foreign[0].hex()} at place {foreign.start() + 1}, which is no character of"
                " the layout; write half-width katakana, capitals and digits in JIS X 0201"
            )  # fmt: skip
        # For single bytes CP932 and JIS X 0201 with half-width katakana are the same.
        texts[name] = content.decode("cp932")
    return texts
