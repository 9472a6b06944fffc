"""Columns that tables of several offices share: names, birth, the day of making, and numbers of offices and people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import evening_of, name_in_script, organisation_line, person_line
from kyosei.connectors.table.layout import Column, Row
from kyosei.connectors.table.values import Choice, Code, Day, Words

__all__ = [
    "BORN",
    "KANA",
    "MADE_ON",
    "MUNICIPALITY",
    "MUNICIPALITY_NAME",
    "NAME",
    "PERSON",
    "RESIDENCE_CARD",
    "YES_OR_NO",
    "day_after",
    "municipality_named",
    "must_be_past",
    "number",
    "organisation_named",
    "person_named",
    "stated_at",
    "until",
]


def has_check_digit(code: str) -> bool:
    """Whether the sixth digit of a municipality code is the one that its first five give."""
    total = sum(int(digit) * weight for digit, weight in zip(code[:5], (6, 5, 4, 3, 2), strict=True))
    return (11 - total % 11) % 10 == int(code[5])


MADE_ON = Column(
    "作成年月日", Day(), "the day on which the office made this table; it had said this by that evening", needed=True
)
NAME = Column("氏名", Words(), "the name as the office writes it", needed=True)
KANA = Column("フリガナ", Words(), "the name in katakana")
BORN = Column("生年月日", Day(), "the day of birth")
PERSON = (NAME, KANA, BORN)
RESIDENCE_CARD = Column(
    "在留カード番号",
    Code("[A-Z]{2}[0-9]{8}[A-Z]{2}", "two capitals, eight digits, two capitals", "英大文字2・数字8・英大文字2"),
    "the number of the residence card, by which this office knows the person",
    needed=True,
)  # fmt: skip
# The last digit checks the five before it (地方公共団体コードの仕様: weights 6 to 2, modulus 11).
MUNICIPALITY = Column(
    "市区町村コード",
    Code("[0-9]{6}", "six digits of a municipality code, the last its check digit", "全国地方公共団体コード6桁（検査数字つき）",
         has_check_digit),
    "the municipality's code", needed=True,
)  # fmt: skip
MUNICIPALITY_NAME = Column("市区町村名", Words(), "the municipality's name", needed=True)
YES_OR_NO = Choice({"有": True, "無": False})


def number(title: str, says: str, *, needed: bool = True) -> Column[str]:
    """A number or mark that an office gave to a person or an organisation."""
    return Column(
        title, Code("[0-9A-Za-z][0-9A-Za-z-]{0,29}", "1 to 30 letters, digits or hyphens", "半角英数字とハイフン、30字以内"),
        says, needed,
    )  # fmt: skip


def person_named(row: Row, identifier: str) -> Line:
    """The person of a row, under the office's own number."""
    names: list[Mapping[str, str]] = [name_in_script(row.must(NAME))]
    kana = row.get(KANA)
    if kana is not None:
        names.append({"script": "Kana", "text": kana})
    return person_line(identifier, names, row.get(BORN))


def organisation_named(identifier: str, roles: list[str], name: str) -> Line:
    """An organisation of a row, in the roles that the table shows."""
    return organisation_line(identifier, roles, [name_in_script(name)])


def municipality_named(row: Row) -> Line:
    """The municipality of a row."""
    return organisation_named(f"municipality:{row.must(MUNICIPALITY)}", ["municipality"], row.must(MUNICIPALITY_NAME))


def stated_at(row: Row) -> datetime:
    """When the office had said what the row says."""
    return evening_of(row.must(MADE_ON))


def day_after(last: date) -> date:
    """The first day outside a period that ends with `last`."""
    return last + timedelta(days=1)


def must_be_past(row: Row, *columns: Column[date]) -> None:
    """Refuse a day that lay ahead when the table was made: what had not happened yet cannot be on record."""
    made_on = row.must(MADE_ON)
    for column in columns:
        told = row.get(column)
        if told is not None and told > made_on:
            raise row.refusal(column, f"is {told}, after 作成年月日 {made_on}; correct either day")


def until(row: Row, first: date, last: Column[date]) -> date | None:
    """The day after the last day of a period that began on `first`; None, until further notice, where it has none."""
    written = row.get(last)
    if written is None:
        return None
    if written < first:
        raise row.refusal(last, f"is {written}, before the first day {first}; correct either day")
    return day_after(written)
