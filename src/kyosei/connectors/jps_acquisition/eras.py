"""Japanese era days as the Pension Service codes them; the tax offices use other codes for the same eras."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kyosei.connectors.jps_acquisition.cells import Cell
from kyosei.connectors.lines import shown

__all__ = ["era_day"]


@dataclass(frozen=True, slots=True)
class Era:
    """An era over [from_day, until_day); year 1 of it is the year after `year_zero`."""

    title_ja: str
    year_zero: int
    from_day: date
    until_day: date | None


ERAS = {
    # Japan counts days by the Gregorian calendar only since 1873.
    "1": Era("明治", 1867, date(1873, 1, 1), date(1912, 7, 30)),
    "3": Era("大正", 1911, date(1912, 7, 30), date(1926, 12, 25)),
    "5": Era("昭和", 1925, date(1926, 12, 25), date(1989, 1, 8)),
    "7": Era("平成", 1988, date(1989, 1, 8), date(2019, 5, 1)),
    "9": Era("令和", 2018, date(2019, 5, 1), None),
}


def era_day(code: Cell, written: Cell) -> date:
    """The day of an era code and a day written YYMMDD, YY being the year of the era."""
    era = ERAS.get(code.text())
    if era is None:
        known = ", ".join(f"{key} {value.title_ja}" for key, value in ERAS.items())
        raise code.refusal(f"is {shown(code.text())}, but the Pension Service's era codes are {known}; correct the era")
    text = written.matching("[0-9]{6}", "six digits, YYMMDD with the year of the era")
    try:
        day = date(era.year_zero + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError as error:
        raise written.refusal(f"is {shown(text)}, which is no day of {era.title_ja}; correct the day") from error
    if day < era.from_day or (era.until_day is not None and day >= era.until_day):
        raise written.refusal(f"is {shown(text)}, that is {day}, outside {era.title_ja}; correct the era or the day")
    return day
