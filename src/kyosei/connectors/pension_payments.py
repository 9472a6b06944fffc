"""Payments to the Japan Pension Service: an establishment's for a month, and a person's national pension contributions.

The word is the Pension Service's, about its own accounts. An empty 納付年月日 says nothing; that nothing had been paid
is said by 未納確認日 alone, and only up to that day. Establishments are known as in SHFD0006.CSV, by the Pension
Service's own prefecture code, area and symbol. Persons are known by the number under which the Pension Service
answered (照会番号): the basic pension number is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.filing_csv.offices import PREFECTURES, SYMBOL, Office
from kyosei.connectors.lines import following_month, interval_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    PERSON,
    must_be_past,
    number,
    organisation_named,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Code, Day, Month, Words, Yen

__all__ = ["ESTABLISHMENT_PAYMENTS", "NATIONAL_CONTRIBUTIONS"]

PENSION_SERVICE = "authority:pension-service"
ESTABLISHMENT = "pension-establishment-payments"
NATIONAL = "pension-national-contributions"
EXEMPTIONS = {
    "全額免除": "full", "四分の三免除": "three_quarters", "半額免除": "half", "四分の一免除": "quarter",
    "法定免除": "statutory", "学生納付特例": "student", "納付猶予": "postponed", "産前産後免除": "maternity",
    "育児免除": "childcare",
}  # fmt: skip

PREFECTURE = Column(
    "都道府県コード",
    Code(
        "[0-9]{2}",
        "a prefecture code of the Pension Service, not of JIS (東京 is 21)",
        "年金機構の都道府県コード2桁（JISのコードではない）",
        PREFECTURES.__contains__,
    ),
    "the establishment's prefecture",
    needed=True,
)
AREA = Column("郡市区符号", Code("[0-9]{2}", "two digits", "数字2桁"), "the establishment's area", needed=True)
SYMBOL_OF_OFFICE = Column(
    "事業所記号", Code(SYMBOL, "one to four half-width katakana, capitals or digits", "半角カナ・英大文字・数字、4字以内"),
    "the establishment's symbol", needed=True)  # fmt: skip
EMPLOYER_NAME = Column("事業所名称", Words(), "the establishment's name", needed=True)
INQUIRY = number("照会番号", "the number under which the Pension Service answered; never the basic pension number")
MONTH = Column("対象年月", Month(), "the month for which the contribution is, not the month of payment", needed=True)
AMOUNT = Column("保険料額", Yen(), "the amount owed for the month")
DUE_ON = Column("納期限", Day(), "the day by which it is due")
PAID_ON = Column("納付年月日", Day(), "the day on which it was paid")
UNPAID_AS_OF = Column("未納確認日", Day(), "a day on which nothing had been paid")
EXEMPTED = Column("免除・猶予", Choice(EXEMPTIONS), "the exemption or postponement granted")
PAYMENT = (MONTH, AMOUNT, DUE_ON, PAID_ON, UNPAID_AS_OF)


def establishment_lines(row: Row) -> Iterator[Line]:
    """The establishment, and its account for the month."""
    office = Office(row.must(PREFECTURE), row.must(AREA), row.must(SYMBOL_OF_OFFICE))
    employer = f"org:jps-{office.code}"
    yield organisation_named(employer, ["employer"], row.must(EMPLOYER_NAME))
    first = row.must(MONTH)
    yield interval_line(
        ESTABLISHMENT, "pension.establishment_payment", PENSION_SERVICE, {"employer": employer},
        first, following_month(first), payment(row), stated_at(row),
    )  # fmt: skip


def national_lines(row: Row) -> Iterator[Line]:
    """The person, and the contribution of the month."""
    person = f"person:pension-{row.must(INQUIRY)}"
    yield person_named(row, person)
    first = row.must(MONTH)
    fields = {"scheme": "national_1", **payment(row)}
    exempted = row.get(EXEMPTED)
    if exempted is not None:
        fields["exempted"] = exempted
    yield interval_line(
        NATIONAL, "pension.contribution", PENSION_SERVICE, {"person": person},
        first, following_month(first), fields, stated_at(row),
    )  # fmt: skip


def payment(row: Row) -> dict[str, object]:
    """What is owed, when it is due, and what the account shows; refused if it shows what had not happened yet."""
    must_be_past(row, PAID_ON, UNPAID_AS_OF)
    paid, unpaid = row.get(PAID_ON), row.get(UNPAID_AS_OF)
    if paid is not None and unpaid is not None and paid <= unpaid:
        raise row.refusal(
            UNPAID_AS_OF, f"is {unpaid}, but 納付年月日 says that it was paid on {paid}; keep the right one"
        )
    fields: dict[str, object] = {}
    amount = row.get(AMOUNT)
    if amount is not None:
        fields["amount_yen"] = amount
    for name, column in (("due_on", DUE_ON), ("paid_on", PAID_ON), ("unpaid_as_of", UNPAID_AS_OF)):
        day = row.get(column)
        if day is not None:
            fields[name] = day.isoformat()
    return fields


ESTABLISHMENT_PAYMENTS = Table(
    name=ESTABLISHMENT,
    title_ja="日本年金機構 事業所の保険料の納付状況（CSV）",
    title_en="Japan Pension Service, establishments' payments of contributions (CSV)",
    spoken_by="日本年金機構 (authority:pension-service), which settles what was paid",
    layout=Layout((MADE_ON, PREFECTURE, AREA, SYMBOL_OF_OFFICE, EMPLOYER_NAME, *PAYMENT)),
    lines_of=establishment_lines,
)
NATIONAL_CONTRIBUTIONS = Table(
    name=NATIONAL,
    title_ja="日本年金機構 国民年金保険料の納付記録（CSV）",
    title_en="Japan Pension Service, national pension contributions (CSV)",
    spoken_by="日本年金機構 (authority:pension-service), which settles what was paid",
    layout=Layout((MADE_ON, INQUIRY, *PERSON, *PAYMENT, EXEMPTED)),
    lines_of=national_lines,
)
