"""Japanese era days as the Pension Service codes them; the tax offices use other codes for the same eras."""

from __future__ import annotations

from datetime import date

from kyosei.connectors.eras import HEISEI, MEIJI, REIWA, SHOWA, TAISHO, Era
from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.lines import shown

__all__ = ["era_day", "era_month"]

CODES = {"1": MEIJI, "3": TAISHO, "5": SHOWA, "7": HEISEI, "9": REIWA}


def era_day(code: Cell, written: Cell) -> date:
    """The day of an era code and a day written YYMMDD, YY being the year of the era."""
    era = era_of(code)
    text = written.matching("[0-9]{6}", "six digits, YYMMDD with the year of the era")
    try:
        day = era.day(int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError as error:
        raise written.refusal(f"is {shown(text)}, which is no day of {era.title_ja}; correct the day") from error
    if not era.has(day):
        raise written.refusal(f"is {shown(text)}, that is {day}, outside {era.title_ja}; correct the era or the day")
    return day


def era_month(code: Cell, year: Cell, month: Cell) -> date:
    """The first day of a month written as era code, year of the era and month, some of whose days lie in the era."""
    era = era_of(code)
    years = int(year.matching("[0-9]{2}", "two digits, the year of the era"))
    months = int(month.matching("0[1-9]|1[0-2]", "two digits, 01 to 12"))
    first = era.day(years, months, 1)
    if not era.has_some_of(first):
        raise year.refusal(
            f"is {years:02} with month {months:02}, outside {era.title_ja}; correct the era or the month"
        )
    return first


def era_of(code: Cell) -> Era:
    """The era of a code; refused if the Pension Service has no such code."""
    era = CODES.get(code.text())
    if era is None:
        known = ", ".join(f"{key} {value.title_ja}" for key, value in CODES.items())
        raise code.refusal(f"is {shown(code.text())}, but the Pension Service's era codes are {known}; correct the era")
    return era
