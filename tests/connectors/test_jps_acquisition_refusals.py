"""Malformed filing CSVs, each with the exact text of its refusal."""

from __future__ import annotations

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import JPS_FILE, Spoil, sample, with_cell, with_row

# What is wrong: how the sample is spoilt, and the whole text of the refusal.
MALFORMED: dict[str, tuple[Spoil, str]] = {
    "empty": (
        lambda content: b"",
        "SHFD0006.CSV:1: is empty; give the SHFD0006.CSV that was made for filing",
    ),
    "line_feeds_only": (
        lambda content: content.replace(b"\r\n", b"\n"),
        "SHFD0006.CSV:1: has a line end that is not CR LF; write the file again with CR LF after every row",
    ),
    "quoted": (
        with_cell(4, 8, b'"' + "株式会社みなと印刷".encode("shift_jis") + b'"'),
        'SHFD0006.CSV:4: has a quotation mark ("); the format has none: write the file again without quoting',
    ),
    "empty_row": (
        with_row(6, b""),
        "SHFD0006.CSV:6: is empty; remove the empty row",
    ),
    "frame_only": (
        lambda content: b"\r\n".join(content.split(b"\r\n")[:5]) + b"\r\n",
        "SHFD0006.CSV:5: is the last row, but 5 rows of frame and at least one person are needed; give the whole file",
    ),
    "no_kanri": (
        with_row(2, b"[KANRI]"),
        "SHFD0006.CSV:2: is not [kanri], which this row needs; write the file again by its layout",
    ),
    "no_data_marker": (
        with_row(5, b"data"),
        "SHFD0006.CSV:5: is not [data], which this row needs; write the file again by its layout",
    ),
    "two_establishments": (
        with_cell(3, 2, b"002"),
        "SHFD0006.CSV:3: 2 事業所数: is '002', but needs 001, as one file is for one establishment; correct "
        "the notice and write the file again",
    ),
    "office_with_too_few_cells": (
        with_row(4, b"21,01,ABC,12345"),
        "SHFD0006.CSV:4: has 4 cells where 12 are needed; write the file again by its layout",
    ),
    "office_without_name": (
        with_cell(4, 8, b""),
        "SHFD0006.CSV:4: 8 事業所名称: is empty; write the name of the establishment",
    ),
    "jis_prefecture_code": (
        with_cell(4, 1, b"13"),
        "SHFD0006.CSV:4: 1 都道府県コード: is '13', which is no prefecture code of the Pension Service; it has "
        "its own codes, not those of JIS (東京 is 21, 大阪 is 41): correct the code",
    ),
    "symbol_in_small_letters": (
        with_cell(4, 3, b"abc"),
        "SHFD0006.CSV:4: 3 事業所記号: is 'abc', but needs one to four half-width katakana, capital letters "
        "or digits; correct the notice and write the file again",
    ),
    "media_of_another_establishment": (
        with_cell(1, 2, b"02"),
        "SHFD0006.CSV:1: 3 事業所記号: is not of the establishment of row 4; a file is for one establishment only",
    ),
    "media_made_on_no_day": (
        with_cell(1, 5, b"20260931"),
        "SHFD0006.CSV:1: 5 作成年月日: is '20260931', which is no day; write the day on which the file was made",
    ),
    "media_of_other_notices": (
        with_cell(1, 6, b"22224"),
        "SHFD0006.CSV:1: 6 代表届書コード: is '22224', but needs 22223, the code of this family of notices; "
        "correct the notice and write the file again",
    ),
    "consultant_with_short_id": (
        with_row(1, b",,777,003,20261005,22223"),
        "SHFD0006.CSV:1: 3 提出元ID: is '777', but needs four or eight digits; correct the notice and "
        "write the file again",
    ),
    "row_with_33_cells": (
        lambda content: content.replace(b",1\r\n", b"\r\n", 1),
        "SHFD0006.CSV:6: has 33 cells where 34 are needed; write the file again by its layout",
    ),
    "another_form": (
        with_cell(6, 1, b"2265700"),
        "SHFD0006.CSV:6: 1 様式コード: is '2265700' (賞与支払届), which is not read; import a file with 2200700 "
        "(資格取得届) only",
    ),
    "unknown_form": (
        with_cell(6, 1, b"9999999"),
        "SHFD0006.CSV:6: 1 様式コード: is '9999999' (a form not known here), which is not read; import a "
        "file with 2200700 (資格取得届) only",
    ),
    "row_of_another_establishment": (
        with_cell(7, 5, b"54321"),
        "SHFD0006.CSV:7: 5 事業所番号: belongs to establishment 21-01-ke.i.to 54321, but row 4 names "
        "21-01-ke.i.to 12345; a file is for one establishment only",
    ),
    "number_one_in_circle": (
        with_cell(6, 32, "東京都港区三田①".encode("cp932")),
        "SHFD0006.CSV:6: 32 住所_漢字: has '①' (8740), which is not in JIS X 0208 levels 1 and 2 and is "
        "refused on filing; write it otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱",
    ),
    "abbreviated_company": (
        with_cell(4, 8, "㈱みなと印刷".encode("cp932")),
        "SHFD0006.CSV:4: 8 事業所名称: has '㈱' (878A), which is not in JIS X 0208 levels 1 and 2 and is "
        "refused on filing; write it otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱",
    ),
    "ladder_taka": (
        with_cell(7, 8, "髙　佳賢".encode("cp932")),
        "SHFD0006.CSV:7: 8 氏名_漢字: has '髙' (EEE0), which is not in JIS X 0208 levels 1 and 2 and is "
        "refused on filing; write it otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱",
    ),
    "standing_saki": (
        with_cell(7, 8, "山﨑　佳賢".encode("cp932")),
        "SHFD0006.CSV:7: 8 氏名_漢字: has '﨑' (ED95), which is not in JIS X 0208 levels 1 and 2 and is "
        "refused on filing; write it otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱",
    ),
    "half_a_character": (
        with_cell(7, 8, b"\x97\x9b\x81"),
        "SHFD0006.CSV:7: 8 氏名_漢字: has the bytes 81, which are no character; write it anew in Shift_JIS",
    ),
    "utf8": (
        with_cell(7, 8, "李".encode()),
        "SHFD0006.CSV:7: 8 氏名_漢字: has the bytes 8E, which are no character; write it anew in Shift_JIS",
    ),
    "unassigned_character": (
        with_cell(7, 8, b"\x82\x40"),
        "SHFD0006.CSV:7: 8 氏名_漢字: has the bytes 8240, which are no character; write it anew in Shift_JIS",
    ),
    "control_character": (
        with_cell(7, 8, b"\x97\x9b\x00"),
        "SHFD0006.CSV:7: 8 氏名_漢字: has the byte 0x00, which is no character of the format; write it anew "
        "in Shift_JIS",
    ),
    "tax_era_code": (
        with_cell(6, 18, b"4"),
        "SHFD0006.CSV:6: 18 取得年月日_元号: is '4', but the Pension Service's era codes are 1 明治, 3 大正, 5 昭和, "
        "7 平成, 9 令和; correct the era",
    ),
    "heisei_after_its_end": (
        lambda content: with_cell(6, 19, b"310501")(with_cell(6, 18, b"7")(content)),
        "SHFD0006.CSV:6: 19 取得年月日_年月日: is '310501', that is 2019-05-01, outside 平成; correct the era or "
        "the day",
    ),
    "no_such_day": (
        with_cell(6, 10, b"110229"),
        "SHFD0006.CSV:6: 10 生年月日_年月日: is '110229', which is no day of 平成; correct the day",
    ),
    "western_year": (
        with_cell(6, 19, b"20261001"),
        "SHFD0006.CSV:6: 19 取得年月日_年月日: is '20261001', but needs six digits, YYMMDD with the year of the "
        "era; correct the notice and write the file again",
    ),
    "acquired_before_birth": (
        lambda content: with_cell(6, 19, b"600101")(with_cell(6, 18, b"5")(content)),
        "SHFD0006.CSV:6: 19 取得年月日_年月日: is 1985-01-01, before the birth on 1999-03-14; correct either day",
    ),
    "insured_number_too_long": (
        with_cell(6, 6, b"1234567"),
        "SHFD0006.CSV:6: 6 被保険者整理番号: is '1234567', but needs at most six digits; correct the notice and "
        "write the file again",
    ),
    "insured_number_twice": (
        with_cell(7, 6, b"000038"),
        "SHFD0006.CSV:7: 6 被保険者整理番号: is 38, which row 6 has too; give every person a number of their own",
    ),
    "category_of_secondment": (
        with_cell(6, 12, b"3"),
        "SHFD0006.CSV:6: 12 取得区分: is '3'; only 1 (健保・厚年) is read: leave this person out of the import",
    ),
    "kana_in_full_width": (
        with_cell(6, 7, "グエン".encode("shift_jis")),
        "SHFD0006.CSV:6: 7 氏名_カナ: is 'グエン', but needs a name in half-width katakana; correct the notice "
        "and write the file again",
    ),
    "flag_of_another_value": (
        with_cell(6, 24, b"9"),
        "SHFD0006.CSV:6: 24 備考_70歳以上: is '9', but needs 1 (該当) or nothing; correct the notice and write "
        "the file again",
    ),
    "individual_number_in_a_wrong_cell": (
        with_cell(6, 10, b"123456789018"),
        "SHFD0006.CSV:6: 10 生年月日_年月日: is (a value with ten or more digits, not shown: it may be a "
        "personal number), but needs six digits, YYMMDD with the year of the era; correct the notice "
        "and write the file again",
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_refused_with_row_field_value_and_what_to_do(case: str) -> None:
    spoil, message = MALFORMED[case]
    with pytest.raises(InstitutionFileError) as refusal:
        CONNECTORS["jps-acquisition"].read(JPS_FILE, spoil(sample(JPS_FILE)))
    assert str(refusal.value) == message


def test_the_sample_itself_is_read() -> None:
    assert CONNECTORS["jps-acquisition"].read(JPS_FILE, sample(JPS_FILE))
