"""How a filing CSV becomes the employer's word: who, which notice, when, and what is left unsaid."""

from __future__ import annotations

import json

import pytest

from kyosei.connectors import CONNECTORS, Line
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import JPS_FILE, Spoil, sample, with_cell, with_row

EMPLOYER = "org:jps-21-01-ke.i.to"
ANH = "person:jps-21-01-ke.i.to-38"


def read(*changes: Spoil) -> list[Line]:
    content = sample(JPS_FILE)
    for change in changes:
        content = change(content)
    return CONNECTORS["jps-acquisition"].read(JPS_FILE, content)


def kinds_about(lines: list[Line], person: str) -> list[object]:
    """The kinds stated about a person."""
    return [line["kind"] for line in lines if line.get("about") == {"person": person, "employer": EMPLOYER}]


def test_a_notice_prepared_is_the_employers_word_on_the_day_the_file_was_made() -> None:
    statements = [line for line in read() if line["type"] == "statement"]
    assert {line["source"] for line in statements} == {EMPLOYER}
    assert {line["on"] for line in statements} == {"2026-10-05"}
    assert {line["stated_at"] for line in statements} == {"2026-10-05T23:59:59+09:00"}


def test_a_person_without_an_insured_number_is_known_by_file_and_row_only() -> None:
    assert "person:jps-21-01-ke.i.to-file-20261005-003-row-7" in [line["id"] for line in read()]


def test_the_individual_number_and_the_basic_pension_number_change_nothing() -> None:
    lines = read(
        with_cell(6, 13, b"123456789018"),
        with_cell(7, 13, b"\xff\x00 not even text"),
        with_cell(6, 16, b"1234"),
        with_cell(6, 17, b"567890"),
    )
    assert lines == read()
    assert "123456789018" not in json.dumps(lines)


def test_nobody_aged_70_acquires_employees_pension() -> None:
    assert kinds_about(read(with_cell(6, 24, b"1")), ANH) == ["health.acquisition_notice"]


def test_a_report_of_employment_at_70_only_acquires_nothing() -> None:
    lines = read(with_cell(6, 33, b"1"), with_cell(6, 12, b""))
    assert kinds_about(lines, ANH) == []
    assert ANH in [line["id"] for line in lines]


@pytest.mark.parametrize("media", [b",,00000007,003,20261005,22223", b",7777,003,20261005,22223"])
def test_a_labour_consultants_file_says_the_same(media: bytes) -> None:
    lines = read(with_row(1, media), with_cell(3, 1, "社労　太郎".encode("shift_jis")))
    assert lines == read()


@pytest.mark.parametrize(
    ("era", "written", "day"),
    [
        (b"5", b"640107", "1989-01-07"),
        (b"7", b"010108", "1989-01-08"),
        (b"7", b"310430", "2019-04-30"),
        (b"9", b"010501", "2019-05-01"),
        (b"9", b"060229", "2024-02-29"),
        (b"3", b"010730", "1912-07-30"),
        (b"5", b"011225", "1926-12-25"),
    ],
)
def test_days_are_read_in_the_pension_services_eras(era: bytes, written: bytes, day: str) -> None:
    lines = read(with_cell(7, 9, era), with_cell(7, 10, written))
    assert [line["born"] for line in lines if line.get("party") == "person"][1] == day


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [("ｹｲﾄ", "ke.i.to"), ("ABC1", "A.B.C.1"), ("ｯﾊﾞ1", "small-tu.ha.voiced-sound.1"), ("ｰ", "prolonged-sound")],
)
def test_an_establishment_symbol_is_spelt_one_to_one_in_ascii(symbol: str, expected: str) -> None:
    written = symbol.encode("shift_jis")
    lines = read(with_cell(1, 3, written), with_cell(4, 3, written), with_cell(6, 4, written), with_cell(7, 4, written))
    assert lines[0]["id"] == f"org:jps-21-01-{expected}"


def test_the_last_line_end_may_be_missing() -> None:
    assert read(lambda content: content.removesuffix(b"\r\n")) == read()


def test_every_character_of_jis_levels_1_and_2_is_taken_and_no_other() -> None:
    read(with_cell(7, 8, "亜腕弌熙凜鄭　ーＡあア々〇−".encode("shift_jis")))
    for character in "①㈱髙﨑Ⅲ㎡鄧":
        with pytest.raises(InstitutionFileError, match="is not in JIS X 0208 levels 1 and 2"):
            read(with_cell(7, 8, character.encode("cp932")))
