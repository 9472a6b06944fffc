"""Tables written and read: what a layout writes it reads back, days in every way of writing, and what is refused."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.connectors import CONNECTORS
from kyosei.connectors.eras import ERAS
from kyosei.connectors.table.columns import has_check_digit
from kyosei.connectors.table.days import day_written, month_written
from kyosei.connectors.table.layout import Column, Layout
from kyosei.connectors.table.values import FORMULA, Choice, Code, Day, Decimals, Month, Words, Yen
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import FILES, TABLES_BY_NAME, sample

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
# Text as people type it: no control or private characters, no spaces at its ends, nothing that a spreadsheet would run.
TEXTS = (
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \u200d"), min_size=1, max_size=40)
    .map(lambda text: text.strip(" \u3000"))
    .filter(lambda text: text and text[0] not in FORMULA)
)
ALL_SORTS = Layout(
    (
        Column("語", Words(), "words", needed=True),
        Column("番号", Code("[0-9A-Z-]{1,6}", "a mark", "記号"), "a mark"),
        Column("日", Day(), "a day"),
        Column("月", Month(), "a month"),
        Column("円", Yen(), "an amount"),
        Column("率", Decimals(100, "パーセント"), "a rate"),
        Column("有無", Choice({"有": True, "無": False}), "yes or no"),
    )
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "語": TEXTS,
            "番号": st.none() | st.from_regex("[0-9A-Z-]{1,6}", fullmatch=True),
            "日": st.none() | DAYS,
            "月": st.none() | DAYS.map(lambda day: day.replace(day=1)),
            "円": st.none() | st.integers(0, 10**12),
            "率": st.none() | st.decimals(0, 100, places=2),
            "有無": st.none() | st.booleans(),
        }
    ),
    min_size=1,
    max_size=5,
)


@given(rows=ROWS)
def test_what_a_layout_writes_it_reads_back(rows: list[dict[str, Any]]) -> None:  # Any: a value of any column
    content = ALL_SORTS.write(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert [dict(row.values) for row in ALL_SORTS.read("written.csv", content)] == rows


@given(rows=ROWS)
def test_any_reader_of_csv_finds_the_same_cells(rows: list[dict[str, Any]]) -> None:  # Any: as above
    text = ALL_SORTS.write(rows).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["語"] for row in read] == [row["語"] for row in rows]


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_a_sample_written_again_says_the_same(name: str) -> None:
    layout = TABLES_BY_NAME[name].layout
    written = layout.write([row.values for row in layout.read(FILES[name], sample(FILES[name]))])
    connector = CONNECTORS[name]
    assert connector.read(FILES[name], written) == connector.read(FILES[name], sample(FILES[name]))
    assert layout.write([row.values for row in layout.read(FILES[name], written)]) == written


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"語": ""},
        {"語": " a"},
        {"語": "=1+1"},
        {"語": "x" * 101},
        {"語": "＝1"},
        {"語": "a", "円": -1},
        {"語": "a", "率": Decimal("0.001")},
        {"語": "a", "月": date(2026, 4, 2)},
        {"語": "a", "番号": "ａ"},
    ],
)
def test_what_could_not_be_read_again_is_not_written(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"is needed in every row|would not be read as it is meant"):
        ALL_SORTS.write([row])


@given(day=DAYS.filter(lambda day: day >= date(1900, 1, 1)))
def test_a_day_is_the_same_in_every_way_of_writing(day: date) -> None:
    era = next(era for era in ERAS if era.has(day))
    year = day.year - era.year_zero
    ways = [day.isoformat(), f"{day.year}/{day.month}/{day.day}", day.isoformat().replace("-", "/")]
    if year < 100:
        ways += [f"{era.title_ja}{year}年{day.month}月{day.day}日", f"{era.letter}{year}.{day.month}.{day.day}"]
        ways += [f"{era.title_ja}元年{day.month:02}月{day.day:02}日"] if year == 1 else []
    assert {day_written(way) for way in ways} == {day}
    assert month_written(day.isoformat()[:7]) == day.replace(day=1)


@given(day=DAYS)
def test_no_day_belongs_to_two_eras_and_none_to_a_wrong_one(day: date) -> None:
    read = [
        day_written(f"{era.title_ja}{day.year - era.year_zero}年{day.month}月{day.day}日")
        for era in ERAS
        if 1 <= day.year - era.year_zero < 100
    ]
    assert [found for found in read if found is not None] in ([day], [])


@pytest.mark.parametrize(
    "text",
    [
        *("2026-4-1", "2026-02-29", "2026/13/1", "20260401", "2026.4.1", "26/4/1", "1899-12-31", "2026-04-01 ", "４月"),
        *(
            "令和0年4月1日",
            "平成31年5月1日",
            "令和元年4月30日",
            "昭和64年1月8日",
            "R8.4.31",
            "R8/4/1",
            "r8.4.1",
            "2026/4-1",
        ),
        *("２０２６-04-01", "明治5年12月31日", "令和8年4月", "46113"),
    ],
)
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert day_written(text) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("令和元年5月", date(2019, 5, 1)),
        ("平成31年4月", date(2019, 4, 1)),
        ("平成31年5月", None),
        ("令和元年4月", None),
        ("昭和64年1月", date(1989, 1, 1)),
        ("平成元年1月", date(1989, 1, 1)),
        ("R8.4", date(2026, 4, 1)),
        ("2026-4", None),
        ("2026/4", date(2026, 4, 1)),
        ("2026-04-01", None),
        ("2026-00", None),
    ],
)
def test_a_month_is_of_an_era_that_has_some_of_its_days(text: str, first: date | None) -> None:
    assert month_written(text) == first


@pytest.mark.parametrize(
    ("text", "yen"),
    [("0", 0), ("16,980", 16980), ("1,234,567", 1234567), ("1,23", None), ("12,3456", None), ("-5", None), ("5.0", None),
     ("¥500", None), ("９", None), ("1" * 14, None)],
)  # fmt: skip
def test_yen_are_whole_and_their_commas_stand_where_thousands_end(text: str, yen: int | None) -> None:
    assert Yen().read(text) == yen


@given(digits=st.from_regex("[0-9]{5}", fullmatch=True))
def test_one_check_digit_fits_a_municipality(digits: str) -> None:
    assert sum(has_check_digit(f"{digits}{last}") for last in range(10)) == 1
    assert has_check_digit("131016")
    assert has_check_digit("011002")


BROKEN: dict[str, tuple[bytes, str]] = {
    "unclosed_quote": (b'"x', "out of place or a line break"),
    "text_after_a_quote": (b'"x"y', "out of place or a line break"),
    "line_break_in_a_cell": (b'"a\nb"', "has another line end than the rows before it"),
    "not_of_the_encoding": (b"\x81", "is not UTF-8, which the byte order mark announces"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_table_that_is_no_csv_is_refused(case: str) -> None:
    cell, message = BROKEN[case]
    name = "school-attendance"
    content = sample(FILES[name]).replace("北野調理専門学校".encode(), cell, 1)
    with pytest.raises(InstitutionFileError, match=message) as refusal:
        CONNECTORS[name].read(FILES[name], content)
    assert refusal.value.row == 2


def test_a_table_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kyosei.connectors.table.encoding.BYTES_MAX", 100)
    with pytest.raises(InstitutionFileError, match="more than 100; split the table and repeat its header row"):
        CONNECTORS["school-attendance"].read("a.csv", sample(FILES["school-attendance"]))
