"""How notices of monthly remuneration become the employer's word, and what is refused."""

from __future__ import annotations

import json

import pytest

from kyosei.connectors import CONNECTORS, Line
from kyosei.connectors.jps_remuneration.layout import LAYOUTS, MONTHLY_CHANGE, REGULAR
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import REMUNERATION_FILE, Spoil, sample, with_cell, with_row

EMPLOYER = "org:jps-21-14-a.o.so.ra"
ANIL, MEIHUA = f"person:{EMPLOYER[4:]}-52", f"person:{EMPLOYER[4:]}-17"


def read(*changes: Spoil) -> list[Line]:
    content = sample(REMUNERATION_FILE)
    for change in changes:
        content = change(content)
    return CONNECTORS["jps-remuneration"].read(REMUNERATION_FILE, content)


def cell(row: int, name: str, text: str) -> Spoil:
    """One cell written otherwise, by its name; row 6 is 算定基礎届, row 7 月額変更届."""
    form = REGULAR if row == 6 else MONTHLY_CHANGE
    return with_cell(row, LAYOUTS[form].index(name) + 1, text.encode("shift_jis"))


def stated(lines: list[Line], kind: str, person: str) -> list[tuple[object, object, object]]:
    """From (or on), until and fields of each statement of a kind about a person."""
    return [
        (line.get("from", line.get("on")), line.get("until"), line["data"])
        for line in lines
        if line.get("kind") == kind and line["about"] == {"person": person, "employer": EMPLOYER}
    ]


def test_the_layouts_have_as_many_cells_as_the_forms() -> None:
    assert {form: len(names) for form, names in LAYOUTS.items()} == {REGULAR: 53, MONTHLY_CHANGE: 49}
    assert all(len(set(names)) == len(names) for names in LAYOUTS.values())


def test_a_notice_is_the_employers_word_on_the_day_the_file_was_made() -> None:
    statements = [line for line in read() if line["type"] == "statement"]
    assert {line["source"] for line in statements} == {EMPLOYER}
    assert {line["stated_at"] for line in statements} == {"2026-07-06T23:59:59+09:00"}
    assert stated(read(), "pension.remuneration_notice", ANIL) == [
        ("2026-07-06", None, {"notice": "regular", "applies_from": "2026-09-01", "remuneration_yen": 220600})
    ]


def test_months_of_payment_are_no_pay_of_worked_days() -> None:
    assert "work.pay" not in {line.get("kind") for line in read()}


def test_the_former_standard_remuneration_holds_until_the_change_and_the_next_is_not_guessed() -> None:
    assert stated(read(), "pension.enrolment", ANIL) == [
        ("2026-05-01", "2026-09-01", {"scheme": "employees", "standard_remuneration_yen": 220000}),
        ("2026-09-01", None, {"scheme": "employees"}),
    ]


def test_a_change_for_health_insurance_only_leaves_the_pension_as_it_was() -> None:
    lines = read(cell(7, "備考_健康保険のみ月額変更", "1"))
    assert stated(lines, "pension.remuneration_notice", MEIHUA) == []
    assert stated(lines, "pension.enrolment", MEIHUA) == [
        ("2025-10-01", None, {"scheme": "employees", "standard_remuneration_yen": 118000})
    ]


def test_a_short_time_worker_is_marked_and_nobody_is_said_to_be_none() -> None:
    [(_, _, marked)] = stated(read(), "pension.remuneration_notice", MEIHUA)
    [(_, _, unmarked)] = stated(read(), "pension.remuneration_notice", ANIL)
    assert isinstance(marked, dict)
    assert isinstance(unmarked, dict)
    assert marked["short_time"] is True
    assert "short_time" not in unmarked


def test_the_corrected_average_counts_where_there_is_one_and_zero_is_none() -> None:
    for name, text, expected in (("修正平均額", "0199000", 199000), ("平均額", "0000000", None), ("平均額", "", None)):
        [(_, _, fields)] = stated(read(cell(6, name, text)), "pension.remuneration_notice", ANIL)
        assert isinstance(fields, dict)
        assert fields.get("remuneration_yen") == expected


def test_nobody_aged_70_is_in_employees_pension() -> None:
    lines = read(cell(6, "備考_70歳以上", "1"))
    assert stated(lines, "pension.enrolment", ANIL) == stated(lines, "pension.remuneration_notice", ANIL) == []
    assert stated(lines, "health.enrolment", ANIL) == [("2026-05-01", None, {})]
    assert stated(read(cell(6, "70歳以上被用者届のみ", "1")), "health.enrolment", ANIL) == []


def test_an_insurance_without_a_former_standard_is_not_stated() -> None:
    lines = read(cell(6, "従前の標準報酬月額_厚年", ""), cell(6, "従前の標準報酬月額_健保", ""))
    assert stated(lines, "pension.enrolment", ANIL) == stated(lines, "health.enrolment", ANIL) == []


def test_the_personal_numbers_change_nothing() -> None:
    lines = read(
        with_cell(6, LAYOUTS[REGULAR].index("個人番号") + 1, b"\xff123456789018"),
        cell(6, "基礎年金番号_課所符号", "1234"),
        cell(6, "基礎年金番号_一連番号", "567890"),
    )
    assert lines == read()
    assert "567890" not in json.dumps(lines)


def test_a_person_is_the_same_as_in_an_acquisition_notice() -> None:
    acquisition = CONNECTORS["jps-acquisition"].read("SHFD0006.CSV", sample("SHFD0006.CSV"))
    person = acquisition[1]["id"]
    assert isinstance(person, str)
    assert person.replace("21-01-ke.i.to-38", "21-14-a.o.so.ra-52") == ANIL


MALFORMED: dict[str, tuple[Spoil, str]] = {
    "loss_notice": (
        cell(6, "様式コード", "2201700"),
        "6: 1 様式コード: is '2201700' (資格喪失届), which is not read; import a file with 2225700 (算定基礎届) or 2221700"
        " (月額変更届) only",
    ),
    "cells_missing": (
        with_row(7, b"2221700,21,14"),
        "7: has 3 cells where 49 are needed; write the file again by its layout",
    ),
    "another_establishment": (
        cell(6, "郡市区符号", "15"),
        "6: 4 事業所記号: belongs to establishment 21-15-a.o.so.ra, but row 4 names 21-14-a.o.so.ra; a file is for one"
        " establishment only",
    ),
    "regular_notice_of_another_month": (
        cell(6, "適用年月_月", "10"),
        "6: 12 適用年月_月: is '10', but 算定基礎届 applies from 09; correct the month",
    ),
    "months_of_another_quarter": (
        cell(7, "支払月_1", "03"),
        "7: 22 支払月_1: is '03', but the months reported begin with those before 適用年月: 04",
    ),
    "applies_before_it_was_last_changed": (
        cell(7, "従前改定月_年", "08"),
        "7: 12 適用年月_月: is 2026-07, not after 従前改定月 2026-09; correct either",
    ),
    "a_total_that_does_not_add_up": (
        cell(7, "合計_2", "0142701"),
        "7: 35 合計_2: is 142701, but 通貨 139200 and 現物 3500 make 142700; correct them",
    ),
    "thirty_two_days": (
        cell(6, "支払基礎日数_2", "32"),
        "6: 26 支払基礎日数_2: is '32', but needs 0 to 31 days; correct the notice and write the file again",
    ),
    "amount_in_words": (
        cell(6, "平均額", "二十万円"),
        "6: 38 平均額: is '二十万円', but needs at most seven digits of yen; correct the notice and write the file again",
    ),
    "unknown_era": (
        cell(6, "適用年月_元号", "4"),
        "6: 10 適用年月_元号: is '4', but the Pension Service's era codes are 1 明治, 3 大正, 5 昭和, 7 平成, 9 令和; correct"
        " the era",
    ),
    "month_outside_its_era": (
        lambda content: cell(6, "適用年月_年", "65")(cell(6, "適用年月_元号", "5")(content)),
        "6: 11 適用年月_年: is 65 with month 09, outside 昭和; correct the era or the month",
    ),
    "unknown_mark": (
        cell(6, "備考_短時間労働者", "2"),
        "6: 49 備考_短時間労働者: is '2', but needs 1 (該当) or nothing; correct the notice and write the file again",
    ),
    "windows_character": (
        with_cell(6, 52, "①".encode("cp932")),
        "6: 52 備考_その他: has '①' (8740), which is not in JIS X 0208 levels 1 and 2 and is refused on filing; write it"
        " otherwise, for example 高 for 髙, 崎 for 﨑, (1) for ①, 株式会社 for ㈱",
    ),
    "one_number_for_two_people": (
        cell(7, "被保険者整理番号", "52"),
        "7: 被保険者整理番号: is that of row 6, with another name or birth; give every person a number of their own",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_refused_with_row_field_value_and_what_to_do(case: str) -> None:
    spoil, message = MALFORMED[case]
    with pytest.raises(InstitutionFileError) as refusal:
        read(spoil)
    assert str(refusal.value) == f"{REMUNERATION_FILE}:{message}"
