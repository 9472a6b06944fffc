"""How a salary file becomes the employer's word, and what is refused: totals, order of records, years and characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kyosei.connectors import CONNECTORS, Line
from kyosei.connectors.zengin_salary.records import RECORD_BYTES, RECORDS
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import ZENGIN_FILE, Spoil, sample

ANIL = "person:zengin-0070012345-E052"


def read(content: bytes, file: str = ZENGIN_FILE) -> list[Line]:
    return CONNECTORS["zengin-salary"].read(file, content)


def records(change: Callable[[list[bytes]], list[bytes]]) -> Spoil:
    """The sample with its records changed."""
    return lambda content: b"".join(record + b"\r\n" for record in change(content.split(b"\r\n")[:-1]))


def with_field(row: int, field: str, text: bytes) -> Spoil:
    """One field written otherwise; `row` counts records from 1."""

    def spoil(content: bytes) -> bytes:
        lines = content.split(b"\r\n")
        start = 0
        for name, width in RECORDS[chr(lines[row - 1][0])]:
            if name == field:
                assert len(text) == width
                lines[row - 1] = lines[row - 1][:start] + text + lines[row - 1][start + width :]
            start += width
        return b"\r\n".join(lines)

    return spoil


def test_every_record_adds_up_to_120_bytes() -> None:
    assert {sum(width for _, width in fields) for fields in RECORDS.values()} == {RECORD_BYTES}


def test_an_order_is_the_employers_word_for_the_day_of_the_transfer() -> None:
    credits = [line for line in read(sample(ZENGIN_FILE)) if line["type"] == "statement"]
    assert {line["source"] for line in credits} == {"org:zengin-0070012345"}
    assert {(line["on"], line["stated_at"]) for line in credits} == {("2026-11-25", "2026-11-25T23:59:59+09:00")}
    assert [line["data"] for line in credits] == [{"amount_yen": 178240}, {"amount_yen": 96300}]


def test_no_account_number_is_copied() -> None:
    assert all(number not in str(read(sample(ZENGIN_FILE))) for number in ("1184520", "0098812", "2034567"))


@pytest.mark.parametrize(
    "content",
    [
        sample(ZENGIN_FILE).replace(b"\r\n", b""),
        sample(ZENGIN_FILE).removesuffix(b"\r\n"),
        sample(ZENGIN_FILE) + b"\x1a",
        sample(ZENGIN_FILE).replace(b"\r\n", b"") + b"\x1a",
    ],
)
def test_records_may_follow_each_other_with_or_without_line_ends(content: bytes) -> None:
    assert read(content) == read(sample(ZENGIN_FILE))


def test_one_file_may_hold_several_orders() -> None:
    content = sample(ZENGIN_FILE).split(b"\r\n")
    twice = b"".join(record + b"\r\n" for record in [*content[:4], *content[:4], content[4]])
    assert len([line for line in read(twice) if line["type"] == "statement"]) == 4
    bonus = with_field(1, "種別コード", b"12")(sample(ZENGIN_FILE))
    assert ANIL in [line["id"] for line in read(bonus)]


@pytest.mark.parametrize("name", ["kyuyo-20261125.txt", "2026-11-25", "folder/A20261125", "20251225/20261125.dat"])
def test_the_year_is_that_of_the_files_name(name: str) -> None:
    assert [line["on"] for line in read(sample(ZENGIN_FILE), name) if line["type"] == "statement"] == ["2026-11-25"] * 2


MALFORMED: dict[str, tuple[Spoil, str]] = {
    "a_transfer_missing": (
        records(lambda found: [*found[:2], *found[3:]]),
        "3: 合計件数: is 2, but the records before it make 1; give the whole file",
    ),
    "an_amount_changed": (
        with_field(2, "振込金額", b"0000178241"),
        "4: 合計金額: is 274540, but the records before it make 274541; give the whole file",
    ),
    "no_end": (
        records(lambda found: found[:4]),
        "4: データ区分: is 8, but the last record must be the end (9); give the whole file",
    ),
    "a_record_after_the_end": (
        records(lambda found: [*found, found[1]]),
        "5: データ区分: is 9 out of its place; a file has header (1), data (2), trailer (8) and at last the end (9)",
    ),
    "no_header": (
        records(lambda found: found[1:]),
        "1: データ区分: is 2 out of its place; a file has header (1), data (2), trailer (8) and at last the end (9)",
    ),
    "two_headers": (
        records(lambda found: [found[0], *found]),
        "2: データ区分: is 1 out of its place; a file has header (1), data (2), trailer (8) and at last the end (9)",
    ),
    "a_short_record": (
        records(lambda found: [found[0], found[1][:-1], *found[2:]]),
        "2: has 119 bytes where a record has 120; give the whole file, with CR LF after every record or after none",
    ),
    "unknown_record": (
        records(lambda found: [found[0], b"3" + found[1][1:], *found[2:]]),
        "2: データ区分: is '3', not one of 1, 2, 8, 9; give the file in the layout of 120 bytes, in JIS and not in EBCDIC",
    ),
    "general_transfer": (
        with_field(1, "種別コード", b"21"),
        "1: 種別コード: is 21 (総合振込), of which nobody can tell whether it is wages; give a file of 11 給与, 12 賞与",
    ),
    "unknown_kind": (
        with_field(1, "種別コード", b"91"),
        "1: 種別コード: is 91; give a file of 11 給与, 12 賞与",
    ),
    "ebcdic_declared": (
        with_field(1, "コード区分", b"1"),
        "1: コード区分: is '1', but only 0 (JIS) is read; write the file in JIS",
    ),
    "another_day_than_the_name_says": (
        with_field(1, "取組日", b"1124"),
        "1: 取組日: is 1124, but the name of the file says 2026-11-25; name the file by the day of its transfers",
    ),
    "an_amount_with_spaces": (
        with_field(2, "振込金額", b"    178240"),
        "2: 振込金額: is '    178240', but needs 10 digits; have the file written again",
    ),
    "small_letters": (
        with_field(2, "受取人名", b"Shrestha".ljust(30)),
        "2: 受取人名: has the byte 0x68 at place 2, which is no character of the layout; write half-width katakana, capitals"
        " and digits in JIS X 0201",
    ),
    "full_width_name": (
        with_field(2, "受取人名", "シュレスタ".encode("cp932").ljust(30)),
        "2: 受取人名: has the byte 0x83 at place 1, which is no character of the layout; write half-width katakana, capitals"
        " and digits in JIS X 0201",
    ),
    "nameless": (
        with_field(2, "受取人名", b" " * 30),
        "2: 受取人名: is empty; have the file written with the name",
    ),
    "one_number_for_two_people": (
        with_field(3, "社員番号", b"E052      "),
        "3: 社員番号: or a bank's number has another name here than in record 2; give every person and bank a number of"
        " their own",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_refused_with_record_field_and_what_to_do(case: str) -> None:
    spoil, message = MALFORMED[case]
    with pytest.raises(InstitutionFileError) as refusal:
        read(spoil(sample(ZENGIN_FILE)))
    assert str(refusal.value) == f"{ZENGIN_FILE}:{message}"


@pytest.mark.parametrize("name", ["salary.txt", "<stdin>", "kyuyo-1125.txt", "120261125.txt"])
def test_a_file_whose_name_says_no_day_is_refused(name: str) -> None:
    with pytest.raises(InstitutionFileError, match="has no year, and the name of the file does not say the day"):
        read(sample(ZENGIN_FILE), name)


def test_a_day_that_its_year_does_not_have_is_refused() -> None:
    content = with_field(1, "取組日", b"0229")(sample(ZENGIN_FILE))
    with pytest.raises(InstitutionFileError, match="is 0229, which is no day of 2026"):
        read(content, "20260229.txt")
    assert read(content, "20280229.txt")
