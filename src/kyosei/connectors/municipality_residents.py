"""Residents' registration and notices of the address (住民登録・住居地の届出), an extract of a municipality's register.

The word is the municipality's. The address itself, the household and every personal number stay there: no column asks
for them, and 宛名番号 is the municipality's own number of the person. A row is one spell of registration, with the
notice by which it began where the municipality has it (Immigration Act arts 19-7 to 19-9).
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import event_line, interval_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    MUNICIPALITY,
    MUNICIPALITY_NAME,
    PERSON,
    municipality_named,
    must_be_past,
    number,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Day

__all__ = ["MUNICIPALITY_RESIDENTS"]

NAME = "municipality-residents"
EVENTS = {"新規上陸": "landing", "転入": "move", "転居": "move", "在留資格の取得等": "new_status"}

RESIDENT = number("宛名番号", "the municipality's number of the person")
RESIDENT_SINCE = Column("住民となった年月日", Day(), "the first day of registration", needed=True)
RESIDENT_UNTIL = Column("住民でなくなった年月日", Day(), "the first day without registration; empty: still registered")
EVENT = Column("届出の事由", Choice(EVENTS), "the reason of the notice; empty: no notice is told of")
RECEIVED_ON = Column("届出年月日", Day(), "the day on which the notice was received")
MOVED_ON = Column("住居地を定めた年月日", Day(), "the day of moving in, as the notice says it")


def lines_of(row: Row) -> Iterator[Line]:
    """The municipality, the person, the registration, and the notice where one is told of."""
    municipality = f"municipality:{row.must(MUNICIPALITY)}"
    person = f"person:municipality-{row.must(MUNICIPALITY)}-{row.must(RESIDENT)}"
    about = {"person": person, "municipality": municipality}
    yield municipality_named(row)
    yield person_named(row, person)
    must_be_past(row, RESIDENT_SINCE, RECEIVED_ON)
    since, ended = row.must(RESIDENT_SINCE), row.get(RESIDENT_UNTIL)
    if ended is not None and ended <= since:
        raise row.refusal(RESIDENT_UNTIL, f"is {ended}, not after {since}, the first day; correct either day")
    yield interval_line(NAME, "home.registration", municipality, about, since, ended, {}, stated_at(row))
    received_on = row.get(RECEIVED_ON)
    if received_on is None:
        for column in (EVENT, MOVED_ON):
            if row.tells(column):
                raise row.refusal(column, "is told of a notice without 届出年月日; fill in both or neither")
        return
    fields: dict[str, object] = {"event": row.must(EVENT)}
    moved_on = row.get(MOVED_ON)
    if moved_on is not None:
        fields["moved_on"] = moved_on.isoformat()
    yield event_line(NAME, "residence.address_notice", municipality, about, received_on, fields, stated_at(row))


MUNICIPALITY_RESIDENTS = Table(
    name=NAME,
    title_ja="市区町村 住民登録・住居地の届出（抽出CSV）",
    title_en="Municipality, residents' registration and notices of the address (extract, CSV)",
    spoken_by="the municipality, which settles what it says",
    layout=Layout(
        (
            *(MADE_ON, MUNICIPALITY, MUNICIPALITY_NAME, RESIDENT, *PERSON),
            *(RESIDENT_SINCE, RESIDENT_UNTIL, EVENT, RECEIVED_ON, MOVED_ON),
        )
    ),
    lines_of=lines_of,
)
