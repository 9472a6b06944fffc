"""Resident tax to be withheld from pay (特別徴収税額通知): a municipality's notice to an employer, one row a person.

The twelve amounts are those of the months in which the employer withholds, June to May; each is due to the
municipality on the 10th of the month after (Local Tax Act art. 321-5 (1)). An employer with the permission to pay
half-yearly (納期の特例, art. 321-5-2) owes June to November on 10 December and December to May on 10 June. Where offices
are closed on that day is for the norms to say. An empty amount is unknown; an amount of 0 owes nothing and states nothing.
A notice says what is owed, never that it was paid.

The official file comes through eLTAX and its layout is not public, so this one is documented here. 受給者番号 is the
employer's own number of the person. A notice of changed amounts is a notice like another: both stand until the
municipality withdraws the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import event_line, following_month
from kyosei.connectors.table.columns import (
    MADE_ON,
    MUNICIPALITY,
    MUNICIPALITY_NAME,
    PERSON,
    YES_OR_NO,
    municipality_named,
    number,
    organisation_named,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Code, Words, Yen

__all__ = ["TAX_SPECIAL_COLLECTION"]

NAME = "tax-special-collection"

FISCAL_YEAR = Column("年度", Code("(19|20|21)[0-9]{2}", "four digits, the year in which it begins", "西暦4桁"), "the fiscal year",
                     needed=True)  # fmt: skip
COLLECTOR = number("指定番号", "the municipality's number of the employer")
COLLECTOR_NAME = Column("特別徴収義務者の名称", Words(), "the employer's name", needed=True)
HALF_YEARLY = Column("納期の特例", YES_OR_NO, "whether the employer may pay half-yearly", needed=True)
STAFF_NUMBER = number("受給者番号", "the employer's number of the person")
MONTHS = (6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5)
AMOUNTS: tuple[Column[int], ...] = tuple(
    Column(f"{'翌年' if month < 6 else ''}{month}月分", Yen(), f"the amount withheld in month {month}")
    for month in MONTHS
)
DUE_DAY = 10


def lines_of(row: Row) -> Iterator[Line]:
    """The municipality, the employer, the person, and an instalment for each amount above 0."""
    municipality = f"municipality:{row.must(MUNICIPALITY)}"
    collector = f"org:tax-{row.must(MUNICIPALITY)}-{row.must(COLLECTOR)}"
    # No number has a dot, so that no two pairs of numbers make one id.
    person = f"person:tax-{row.must(MUNICIPALITY)}-{row.must(COLLECTOR)}.{row.must(STAFF_NUMBER)}"
    yield municipality_named(row)
    yield organisation_named(collector, ["employer"], row.must(COLLECTOR_NAME))
    yield person_named(row, person)
    year = int(row.must(FISCAL_YEAR))
    for instalment, (month, column) in enumerate(zip(MONTHS, AMOUNTS, strict=True), start=1):
        amount = row.get(column)
        if amount:
            fields = {
                "tax": "resident", "fiscal_year": year, "number": instalment, "amount_yen": amount,
                "collection": "special",
            }  # fmt: skip
            withheld = date(year + (month < MONTHS[0]), month, 1)
            due_on = (
                half_yearly_due(withheld) if row.must(HALF_YEARLY) else following_month(withheld).replace(day=DUE_DAY)
            )
            about = {"person": person, "collector": collector}
            yield event_line(NAME, "tax.instalment", municipality, about, due_on, fields, stated_at(row))


def half_yearly_due(withheld: date) -> date:
    """10 December for what is withheld from June to November, 10 June for December to May."""
    if 6 <= withheld.month <= 11:
        return date(withheld.year, 12, DUE_DAY)
    return date(withheld.year + (withheld.month == 12), 6, DUE_DAY)


TAX_SPECIAL_COLLECTION = Table(
    name=NAME,
    title_ja="市区町村 給与所得等に係る特別徴収税額通知（CSV）",
    title_en="Municipality, resident tax to be withheld from pay (notice to the employer, CSV)",
    spoken_by="the municipality, which settles what is owed",
    layout=Layout(
        (
            *(MADE_ON, MUNICIPALITY, MUNICIPALITY_NAME, FISCAL_YEAR, COLLECTOR, COLLECTOR_NAME, HALF_YEARLY),
            *(STAFF_NUMBER, *PERSON),
            *AMOUNTS,
        )
    ),
    lines_of=lines_of,
)
