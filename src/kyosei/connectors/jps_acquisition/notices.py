"""One person's acquisition notice (資格取得届), and what the employer states by it.

Not taken: the Individual Number and the basic pension number (who somebody is at another office is linked later, on
record), sex, addresses, dependants; the remuneration (報酬月額 counts commuting and expected overtime in, so it is
not the contract's wage) and the short-time mark, for which these kinds have no field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from kyosei.connectors.connector import Line
from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.eras import era_day
from kyosei.connectors.filing_csv.frame import Frame
from kyosei.connectors.filing_csv.offices import read_office
from kyosei.connectors.jps_acquisition.layout import ACQUISITION
from kyosei.connectors.lines import event_line, name_in_script, person_line, shown

__all__ = ["Notice", "notice_lines", "read_notice"]

JAPAN = timezone(timedelta(hours=9))
FORM = "2200700"
OTHER_FORMS = {
    "2201700": "資格喪失届",
    "2202700": "被扶養者（異動）届",
    "2225700": "算定基礎届",
    "2221700": "月額変更届",
    "2265700": "賞与支払届",
}
# Never decoded, so that nothing of it can reach a statement or a message.
UNREAD = "個人番号"


@dataclass(frozen=True, slots=True)
class Notice:
    """What one row says; `insured_number` is None where the Pension Service is still to give one."""

    row: int
    insured_number: int | None
    kana: str
    written: str
    born: date
    acquired_on: date
    aged_70: bool
    only_aged_70: bool


def read_notice(cells: Mapping[str, Cell], frame: Frame) -> Notice:
    """The notice of a row; every cell but the Individual Number is checked for its characters."""
    form = cells["様式コード"]
    if form.text() != FORM:
        title = OTHER_FORMS.get(form.text(), "a form not known here")
        raise form.refusal(
            f"is {shown(form.text())} ({title}), which is not read; import a file with {FORM} (資格取得届) only"
        )
    for name, cell in cells.items():
        if name != UNREAD:
            cell.text()
    must_be_of(cells, frame)
    only_aged_70 = cells["70歳以上被用者該当のみ"].flag()
    category = cells["取得区分"]
    if category.text() != "1" and not (only_aged_70 and category.text() == ""):
        raise category.refusal(
            f"is {shown(category.text())}; only 1 (健保・厚年) is read: leave this person out of the import"
        )
    kana = cells["氏名_カナ"].matching("[ -~｡-ﾟ]*[A-Zｦ-ﾟ][ -~｡-ﾟ]*", "a name in half-width katakana")
    number = cells["被保険者整理番号"].matching("[0-9]{0,6}", "at most six digits")
    born = era_day(cells["生年月日_元号"], cells["生年月日_年月日"])
    acquired_on = era_day(cells["取得年月日_元号"], cells["取得年月日_年月日"])
    if acquired_on < born:
        raise cells["取得年月日_年月日"].refusal(f"is {acquired_on}, before the birth on {born}; correct either day")
    return Notice(
        row=form.row,
        insured_number=int(number) if number else None,
        kana=kana.strip(),
        written=cells["氏名_漢字"].text().strip(),
        born=born,
        acquired_on=acquired_on,
        aged_70=cells["備考_70歳以上"].flag(),
        only_aged_70=only_aged_70,
    )


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
    person, employer = person_id(notice, frame), f"org:jps-{frame.office.code}"
    names = [name_in_script(notice.written)] if notice.written else []
    yield person_line(person, [*names, {"script": "Kana", "text": notice.kana}], notice.born)
    kinds = ["pension.acquisition_notice", "health.acquisition_notice"]
    if notice.aged_70:
        kinds.remove("pension.acquisition_notice")
    # The file gives only the day of making: by its end the employer had said this, and not certainly before.
    stated_at = datetime.combine(frame.made_on, time(23, 59, 59), JAPAN)
    for kind in () if notice.only_aged_70 else kinds:
        about = {"person": person, "employer": employer}
        fields = {"acquired_on": notice.acquired_on.isoformat()}
        yield event_line(connector, kind, employer, about, frame.made_on, fields, stated_at)


def person_id(notice: Notice, frame: Frame) -> str:
    """The establishment and the insured number; without one, the file and the row, which name nobody else."""
    if notice.insured_number is not None:
        return f"person:jps-{frame.office.code}-{notice.insured_number}"
    return f"person:jps-{frame.office.code}-file-{frame.made_on:%Y%m%d}-{frame.number}-row-{notice.row}"
