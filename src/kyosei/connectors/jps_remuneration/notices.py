"""One person's notice of monthly remuneration, and what the employer states by it.

The three months of a notice are those in which pay was paid (支払月), not those in which it was worked, and the file
does not say for which days a payment was. So the amounts make no `work.pay`; what is stated is the notice with the
average, and the standard remuneration that applied until then. The new standard remuneration is for the Pension
Service to decide, and is not computed here. 従前改定月 may be the month in which the person entered: the insurance is
stated from the month after it, which is certain. Not taken: the Individual Number, the basic pension number, 備考.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kyosei.connectors.connector import Line
from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.eras import era_month
from kyosei.connectors.filing_csv.forms import unread_form
from kyosei.connectors.filing_csv.frame import Frame
from kyosei.connectors.filing_csv.offices import read_office
from kyosei.connectors.filing_csv.persons import Insured, check_characters, read_insured
from kyosei.connectors.jps_remuneration.layout import LAYOUTS, MONTHLY_CHANGE, MONTHS, REGULAR
from kyosei.connectors.lines import evening_of, event_line, following_month, interval_line, shown

__all__ = ["Notice", "notice_lines", "read_notice"]

NOTICES = {REGULAR: "regular", MONTHLY_CHANGE: "change"}
AMOUNT_MAX = 9_999_999  # what a cell of seven digits holds; larger amounts are written so
FLAGS = ("備考_70歳以上", "備考_二以上勤務", "備考_短時間労働者", "70歳以上被用者届のみ")
SEPTEMBER = "09"


@dataclass(frozen=True, slots=True)
class Notice:
    """What one row says; amounts in yen, None where the employer wrote none."""

    form: str
    insured: Insured
    applies_from: date
    revised_from: date
    health_yen: int | None
    pension_yen: int | None
    average_yen: int | None
    short_time: bool
    aged_70: bool
    only_aged_70: bool
    only_health: bool


def read_notice(cells: Mapping[str, Cell], frame: Frame) -> Notice:
    """The notice of a row; every cell but the Individual Number is checked for its characters."""
    form = cells["様式コード"].text()
    if form not in LAYOUTS:
        raise unread_form(cells["様式コード"], *LAYOUTS)
    check_characters(cells)
    office = read_office([cells[name] for name in LAYOUTS[form][1:4]])
    if office != frame.office:
        raise cells["事業所記号"].refusal(
            f"belongs to establishment {office.code}, but row 4 names {frame.office.code};"
            " a file is for one establishment only"
        )
    applies_from = era_month(*(cells[f"適用年月_{part}"] for part in ("元号", "年", "月")))
    revised_from = era_month(*(cells[f"従前改定月_{part}"] for part in ("元号", "年", "月")))
    if applies_from <= revised_from:
        raise cells["適用年月_月"].refusal(
            f"is {applies_from:%Y-%m}, not after 従前改定月 {revised_from:%Y-%m}; correct either"
        )
    must_be_months_before(cells, form, applies_from)
    must_add_up(cells)
    flags = {name: cells[name].flag() for name in FLAGS}
    corrected, average = amount(cells["修正平均額"]), amount(cells["平均額"])
    return Notice(
        form=form,
        insured=read_insured(cells),
        applies_from=applies_from,
        revised_from=revised_from,
        health_yen=thousands(cells["従前の標準報酬月額_健保"]),
        pension_yen=thousands(cells["従前の標準報酬月額_厚年"]),
        average_yen=average if corrected is None else corrected,
        short_time=flags["備考_短時間労働者"],
        aged_70=flags["備考_70歳以上"],
        only_aged_70=flags["70歳以上被用者届のみ"],
        only_health=form == MONTHLY_CHANGE and cells["備考_健康保険のみ月額変更"].flag(),
    )


def must_be_months_before(cells: Mapping[str, Cell], form: str, applies_from: date) -> None:
    """Refuse other months than the notice has: April to June before a September, or the three before the change."""
    applied = cells["適用年月_月"]
    if form == REGULAR and applied.text() != SEPTEMBER:
        raise applied.refusal(f"is {shown(applied.text())}, but 算定基礎届 applies from {SEPTEMBER}; correct the month")
    for place, name in enumerate(MONTHS):
        back = 5 - place if form == REGULAR else 3 - place
        wanted = f"{(applies_from.month - back - 1) % 12 + 1:02}"
        cell = cells[f"支払月_{name}"]
        if cell.text() != wanted:
            raise cell.refusal(
                f"is {shown(cell.text())}, but the months reported begin with those before 適用年月: {wanted}"
            )


def must_add_up(cells: Mapping[str, Cell]) -> None:
    """Refuse days beyond 31, and a month whose total is not its cash and its pay in kind."""
    for name in MONTHS:
        cells[f"支払基礎日数_{name}"].matching("([0-2]?[0-9]|3[01])?", "0 to 31 days")
        cash, kind, total = (amount(cells[f"{part}_{name}"]) for part in ("通貨", "現物", "合計"))
        if cash is not None and kind is not None and total is not None and total != min(cash + kind, AMOUNT_MAX):
            raise cells[f"合計_{name}"].refusal(
                f"is {total}, but 通貨 {cash} and 現物 {kind} make {cash + kind}; correct them"
            )
    for name in ("総計", "遡及支払額"):
        amount(cells[name])


def amount(cell: Cell) -> int | None:
    """An amount of at most seven digits; None where nothing is written."""
    text = cell.matching("[0-9]{0,7}", "at most seven digits of yen")
    return int(text) if text else None


def thousands(cell: Cell) -> int | None:
    """An amount in thousands of yen, as yen; None where nothing is written."""
    text = cell.matching("[0-9]{0,4}", "at most four digits, thousands of yen")
    return int(text) * 1000 if text and int(text) else None


def notice_lines(connector: str, notice: Notice, frame: Frame) -> Iterator[Line]:
    """The person, the notice on the day on which the file was made, and the insurances as they were until then.

    A report on employment at 70 only is about no insured person, and who is 70 or over has no employees' pension.
    """
    yield notice.insured.line(frame)
    if notice.only_aged_70:
        return
    employer = f"org:jps-{frame.office.code}"
    about = {"person": notice.insured.identifier(frame), "employer": employer}
    said = evening_of(frame.made_on)
    if not (notice.aged_70 or notice.only_health):
        fields = notice_fields(notice)
        yield event_line(connector, "pension.remuneration_notice", employer, about, frame.made_on, fields, said)
    since = following_month(notice.revised_from)
    if notice.pension_yen is not None and not notice.aged_70:
        scheme = {"scheme": "employees"}
        known = {**scheme, "standard_remuneration_yen": notice.pension_yen}
        changes_on = None if notice.only_health else notice.applies_from
        if changes_on is None or since < changes_on:
            yield interval_line(connector, "pension.enrolment", employer, about, since, changes_on, known, said)
        if changes_on is not None:
            # Only a last day long past would report an end: the enrolment goes on, at a remuneration still to be decided.
            yield interval_line(connector, "pension.enrolment", employer, about, changes_on, None, scheme, said)
    if notice.health_yen is not None:
        yield interval_line(connector, "health.enrolment", employer, about, since, None, {}, said)


def notice_fields(notice: Notice) -> dict[str, object]:
    """What the notice says; an average of 0 is one for which no month counts, and an unset mark says nothing."""
    fields: dict[str, object] = {"notice": NOTICES[notice.form], "applies_from": notice.applies_from.isoformat()}
    if notice.average_yen:
        fields["remuneration_yen"] = notice.average_yen
    if notice.short_time:
        fields["short_time"] = True
    return fields
