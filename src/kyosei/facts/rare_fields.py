"""Fields that only a few kinds have: hourly amounts, percentages, areas, years, countries, and names of fields."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

from kyosei.facts.fields import Field, NumberField, SlugsField, TextField
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Number, Unit, YenPerHour

__all__ = [
    "AreaField",
    "CalendarYear",
    "CountryField",
    "FieldNamesField",
    "Percent",
    "PercentField",
    "SquareMetres",
    "StatementField",
    "YearField",
    "YenPerHourField",
]


class Percent(Unit):
    """Hundredths of a percent."""


class SquareMetres(Unit):
    """Hundredths of a square metre."""


class CalendarYear(Unit):
    """A year of the calendar, or the fiscal year that begins in it."""


def _hundredths(raw: object, largest: int, what: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise ValueError(f"must be a number of {what}")
    exact = Decimal(str(raw))
    if not exact.is_finite() or not 0 <= exact <= largest:
        raise ValueError(f"must be between 0 and {largest} {what}")
    if exact != exact.quantize(Decimal("0.01")):
        raise ValueError("must have at most two decimals")
    return int(exact * 100)


class YenPerHourField(Field[Number[YenPerHour], int]):
    """Whole yen for an hour."""

    unit = "yen per hour"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class PercentField(Field[Number[Percent], int]):
    """A percentage with at most two decimals, kept in hundredths."""

    unit = "percent"
    json_type = "number"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """Hundredths of a percent."""
        return _hundredths(raw, 100, "percent")


class AreaField(Field[Number[SquareMetres], int]):
    """An area with at most two decimals, kept in hundredths."""

    unit = "square metres"
    json_type = "number"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """Hundredths of a square metre."""
        return _hundredths(raw, 100_000, "square metres")


class YearField(Field[Number[CalendarYear], int]):
    """A year; a fiscal year is called by the year in which it begins."""

    unit = "year"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """The year."""
        if isinstance(raw, bool) or not isinstance(raw, int) or not 1900 <= raw <= 2200:
            raise ValueError("must be a year between 1900 and 2200")
        return raw


class CountryField(TextField):
    """A country by ISO 3166-1, two capital letters. No norm may read it; a treaty's countries are a choice field."""

    def read(self, raw: object) -> FieldValue:
        """The code."""
        if not isinstance(raw, str) or not re.fullmatch(r"[A-Z]{2}", raw):
            raise ValueError("must be a country in two capital letters such as VN")
        return raw


class StatementField(TextField):
    """The id of a statement of another kind about the same parties; that it exists is checked by the reader."""

    def __init__(self, ja: str, en: str, kind: str) -> None:
        super().__init__(ja, en)
        self.kind = kind


class FieldNamesField(SlugsField):
    """A list of kinds or of fields of kinds, such as work.contract or work.contract.hours_per_week."""

    def read(self, raw: object) -> FieldValue:
        """The names."""
        if not isinstance(raw, list) or not all(
            isinstance(name, str) and re.fullmatch(r"[a-z_0-9]+(\.[a-z_0-9]+){0,2}", name) for name in raw
        ):
            raise ValueError("must be a list of kinds or fields such as work.contract.hours_per_week")
        return tuple(raw)
