"""Periods of stay as customers registered them with a bank (在留期間の届出), as the bank's own list.

The word is the bank's, about what it was told; the stay itself is for the immigration office to say. Account numbers
are not taken: there is no column for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import interval_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    PERSON,
    must_be_past,
    number,
    organisation_named,
    person_named,
    stated_at,
    until,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Code, Day, Words

__all__ = ["BANK_REGISTERED_STAYS"]

NAME = "bank-registered-stays"

BANK = Column("金融機関コード", Code("[0-9]{4}", "four digits", "数字4桁"), "the bank's number", needed=True)
BANK_NAME = Column("金融機関名", Words(), "the bank's name", needed=True)
CUSTOMER = number("顧客番号", "the bank's number of the customer")
REGISTERED_ON = Column("届出年月日", Day(), "the day on which the customer registered the stay", needed=True)
EXPIRES_ON = Column("在留期間満了年月日", Day(), "the last day of the stay as the bank has it", needed=True)


def lines_of(row: Row) -> Iterator[Line]:
    """The bank, the customer, and the stay that the bank has, from the day of registration."""
    bank = f"org:bank-{row.must(BANK)}"
    person = f"person:bank-{row.must(BANK)}-{row.must(CUSTOMER)}"
    yield organisation_named(bank, ["bank"], row.must(BANK_NAME))
    yield person_named(row, person)
    must_be_past(row, REGISTERED_ON)
    first = row.must(REGISTERED_ON)
    expires = until(row, first, EXPIRES_ON)
    about = {"person": person, "bank": bank}
    yield interval_line(NAME, "bank.registered_stay", bank, about, first, expires, {}, stated_at(row))


BANK_REGISTERED_STAYS = Table(
    name=NAME,
    title_ja="金融機関 在留期間の届出（CSV）",
    title_en="Bank, periods of stay as registered (CSV)",
    spoken_by="the bank, which settles what it has registered",
    layout=Layout((MADE_ON, BANK, BANK_NAME, CUSTOMER, *PERSON, REGISTERED_ON, EXPIRES_ON)),
    lines_of=lines_of,
)
