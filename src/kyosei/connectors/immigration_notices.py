"""Notices that the Immigration Services Agency received: from persons about organisations, and from organisations.

The persons' own are 契約機関に関する届出 and 活動機関に関する届出 (Immigration Act art. 19-16), the organisations' are
中長期在留者の受入れに関する届出 and the notices on specified skilled workers (arts 19-17 and 19-18). The word is the
agency's: it says that a notice of such a content arrived on a day, not that its content is true. An organisation is
known by the agency's own number; whether it is the same as elsewhere is for the links to say.
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
    number,
    organisation_named,
    person_named,
    stated_at,
)
from kyosei.connectors.table.layout import Column, Layout, Row
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice, Day, Words

__all__ = ["ACCEPTING_ORGANISATION_NOTICES", "CONTRACTING_ORGANISATION_NOTICES"]

AGENCY = "authority:isa"
CONTRACTING = "immigration-contracting-organisation"
ACCEPTING = "immigration-accepting-organisation"

# 契約機関 (work under a contract) and 活動機関 (schools, for example) have forms of their own with words of their own.
PERSONS_EVENTS = {
    "契約の終了": "left", "離脱": "left", "新たな契約の締結": "joined", "移籍": "joined", "名称変更": "changed",
    "所在地変更": "changed", "消滅": "changed",
}  # fmt: skip
ORGANISATIONS_EVENTS = {
    "受入れの開始": "accepted", "受入れの終了": "ended", "雇用契約の変更": "contract_changed",
    "新たな雇用契約の締結": "contract_new", "支援計画の変更": "plan_changed", "支援委託契約の変更": "delegation_changed",
    "受入れ困難": "acceptance_difficult", "基準不適合": "standards_not_met",
}  # fmt: skip

RECEIVED_ON = Column("受付年月日", Day(), "the day on which the notice was received", needed=True)
EVENT_ON = Column("事由発生年月日", Day(), "the day of the event, as the notice says it", needed=True)
ORGANISATION = number("機関番号", "the agency's own number of the organisation")
ORGANISATION_NAME = Column("機関の名称", Words(), "the organisation's name", needed=True)
PERSONS_EVENT = Column("届出の事由", Choice(PERSONS_EVENTS), "the event of which the person tells", needed=True)
ORGANISATIONS_EVENT = Column(
    "届出の事由", Choice(ORGANISATIONS_EVENTS), "the event of which the organisation tells", needed=True
)


def notice_lines(connector: str, kind: str, event: Column[str], row: Row) -> Iterator[Line]:
    """Both parties, and that the notice arrived; it cannot have arrived after the table was made."""
    person, organisation = parties(row)
    yield person_named(row, person)
    yield organisation_named(organisation, [], row.must(ORGANISATION_NAME))
    must_be_past(row, RECEIVED_ON)
    about = {"person": person, "organisation": organisation}
    fields = {"event": row.must(event), "event_on": row.must(EVENT_ON).isoformat()}
    yield event_line(connector, kind, AGENCY, about, row.must(RECEIVED_ON), fields, stated_at(row))


def parties(row: Row) -> tuple[str, str]:
    """The ids of the person and of the organisation."""
    return f"person:immigration-{row.must(RESIDENCE_CARD)}", f"org:immigration-{row.must(ORGANISATION)}"


def contracting_lines(row: Row) -> Iterator[Line]:
    """A notice from a person."""
    return notice_lines(CONTRACTING, "residence.organisation_notice", PERSONS_EVENT, row)


def accepting_lines(row: Row) -> Iterator[Line]:
    """A notice from an organisation."""
    return notice_lines(ACCEPTING, "residence.affiliation_notice", ORGANISATIONS_EVENT, row)


CONTRACTING_ORGANISATION_NOTICES = Table(
    name=CONTRACTING,
    title_ja="出入国在留管理庁 契約機関・活動機関に関する届出の受付（CSV）",
    title_en="Immigration Services Agency, persons' notices on their organisations, as received (CSV)",
    spoken_by="出入国在留管理庁 (authority:isa), which settles that and when a notice arrived",
    layout=Layout(
        (MADE_ON, RECEIVED_ON, RESIDENCE_CARD, *PERSON, PERSONS_EVENT, EVENT_ON, ORGANISATION, ORGANISATION_NAME)
    ),
    lines_of=contracting_lines,
)
ACCEPTING_ORGANISATION_NOTICES = Table(
    name=ACCEPTING,
    title_ja="出入国在留管理庁 所属機関による届出の受付（CSV）",
    title_en="Immigration Services Agency, organisations' notices on persons, as received (CSV)",
    spoken_by="出入国在留管理庁 (authority:isa), which settles that and when a notice arrived",
    layout=Layout(
        (MADE_ON, RECEIVED_ON, ORGANISATION, ORGANISATION_NAME, RESIDENCE_CARD, *PERSON, ORGANISATIONS_EVENT, EVENT_ON)
    ),
    lines_of=accepting_lines,
)
