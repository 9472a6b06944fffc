"""Notices of employing foreign workers (外国人雇用状況の届出) that an employment office received.

Form 様式第3号, or items 17 to 23 of the employment-insurance forms for those insured (Regulations to the Labour Policy
Comprehensive Promotion Act art. 10). No public layout of a file of them is known, so this one is documented here. The
word is the office's: a notice of such a content arrived on a day. What the employer wrote of status, period of stay
and permission is not the immigration office's word, and nationality and sex are not taken: there are no columns for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Line
from kyosei.connectors.lines import event_line
from kyosei.connectors.table.columns import (
    MADE_ON,
    PERSON,
    RESIDENCE_CARD,
    must_be_past,
    organisation_named,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Code, Day, Words

__all__ = ["LABOUR_FOREIGN_WORKERS"]

NAME = "labour-foreign-workers"
OFFICE = "authority:labour-office"

RECEIVED_ON = Column("受付年月日", Day(), "the day on which the notice was received", needed=True)
ESTABLISHMENT = Column(
    "雇用保険適用事業所番号", Code("[0-9]{4}-[0-9]{6}-[0-9]", "4, 6 and 1 digits with hyphens", "4桁-6桁-1桁"),
    "the establishment's number in employment insurance", needed=True)  # fmt: skip
EMPLOYER_NAME = Column("事業所の名称", Words(), "the establishment's name", needed=True)
EVENT = Column("届出区分", Choice({"雇入れ": "hired", "離職": "left"}), "hired or left", needed=True)
EVENT_ON = Column("雇入れ・離職年月日", Day(), "the day of hiring, or the last day of work", needed=True)


def lines_of(row: Row) -> Iterator[Line]:
    """The worker, the employer, and that the notice arrived."""
    person = f"person:labour-{row.must(RESIDENCE_CARD)}"
    employer = f"org:labour-{row.must(ESTABLISHMENT)}"
    yield person_named(row, person)
    yield organisation_named(employer, ["employer"], row.must(EMPLOYER_NAME))
    must_be_past(row, RECEIVED_ON)
    fields = {"event": row.must(EVENT), "event_on": row.must(EVENT_ON).isoformat()}
    about = {"person": person, "employer": employer}
    yield event_line(NAME, "work.foreign_worker_notice", OFFICE, about, row.must(RECEIVED_ON), fields, stated_at(row))


LABOUR_FOREIGN_WORKERS = Table(
    name=NAME,
    title_ja="公共職業安定所 外国人雇用状況の届出の受付（CSV）",
    title_en="Employment office, notices of employing foreign workers, as received (CSV)",
    spoken_by="公共職業安定所 (authority:labour-office), which settles that and when a notice arrived",
    layout=Layout((MADE_ON, RECEIVED_ON, ESTABLISHMENT, EMPLOYER_NAME, RESIDENCE_CARD, *PERSON, EVENT, EVENT_ON)),
    lines_of=lines_of,
)
