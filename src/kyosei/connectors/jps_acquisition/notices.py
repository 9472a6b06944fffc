"""One person's acquisition notice (資格取得届), and what the employer states by it.

Not taken: the Individual Number and the basic pension number (who somebody is at another office is linked later, on
record), sex, addresses, dependants; the remuneration (報酬月額 counts commuting and expected overtime in, so it is
not the contract's wage) and the short-time mark, for which these kinds have no field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kyosei.connectors.connector import Line
from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.eras import era_day
from kyosei.connectors.filing_csv.forms import unread_form
from kyosei.connectors.filing_csv.frame import Frame
from kyosei.connectors.filing_csv.offices import read_office
from kyosei.connectors.filing_csv.persons import Insured, check_characters, read_insured
from kyosei.connectors.jps_acquisition.layout import ACQUISITION
from kyosei.connectors.lines import evening_of, event_line, shown

__all__ = ["Notice", "notice_lines", "read_notice"]

FORM = "2200700"


@dataclass(frozen=True, slots=True)
class Notice:
    """What one row says."""

    insured: Insured
    acquired_on: date
    aged_70: bool
    only_aged_70: bool


def read_notice(cells: Mapping[str, Cell], frame: Frame) -> Notice:
    """The notice of a row; every cell but the Individual Number is checked for its characters."""
    form = cells["様式コード"]
    if form.text() != FORM:
        raise unread_form(form, FORM)
    check_characters(cells)
    must_be_of(cells, frame)
    only_aged_70 = cells["70歳以上被用者該当のみ"].flag()
    category = cells["取得区分"]
    if category.text() != "1" and not (only_aged_70 and category.text() == ""):
        raise category.refusal(
            f"is {shown(category.text())}; only 1 (健保・厚年) is read: leave this person out of the import"
        )
    insured = read_insured(cells)
    acquired_on = era_day(cells["取得年月日_元号"], cells["取得年月日_年月日"])
    if acquired_on < insured.born:
        raise cells["取得年月日_年月日"].refusal(
            f"is {acquired_on}, before the birth on {insured.born}; correct either day"
        )
    return Notice(insured, acquired_on, cells["備考_70歳以上"].flag(), only_aged_70)


def must_be_of(cells: Mapping[str, Cell], frame: Frame) -> None:
    """Refuse a row of another establishment than the frame's."""
    office = read_office([cells[name] for name in ACQUISITION[1:4]])
    number = cells["事業所番号"].matching("[0-9]{1,5}", "one to five digits").zfill(5)
    if (office, number) != (frame.office, frame.office_number):
        raise cells["事業所番号"].refusal(
            f"belongs to establishment {office.code} {number}, but row 4 names {frame.office.code}"
            f" {frame.office_number}; a file is for one establishment only"
        )


def notice_lines(connector: str, notice: Notice, frame: Frame) -> Iterator[Line]:
    """The person, and the notices as the employer's own word, on the day on which the file was made.

    Nobody aged 70 or over acquires employees' pension, and a report of employment at 70 only acquires nothing.
    """
    person, employer = notice.insured.identifier(frame), f"org:jps-{frame.office.code}"
    yield notice.insured.line(frame)
    kinds = ["pension.acquisition_notice", "health.acquisition_notice"]
    if notice.aged_70:
        kinds.remove("pension.acquisition_notice")
    for kind in () if notice.only_aged_70 else kinds:
        about = {"person": person, "employer": employer}
        fields = {"acquired_on": notice.acquired_on.isoformat()}
        yield event_line(connector, kind, employer, about, frame.made_on, fields, evening_of(frame.made_on))
