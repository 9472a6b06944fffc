"""Fields of percentages, areas and years, which only a few kinds have, with the units that they count in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from kyosei.facts.fields.field import Field
from kyosei.facts.fields.numbers import NumberField
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Number, Unit

__all__ = ["AreaField", "CalendarYear", "Percent", "PercentField", "SquareMetres", "YearField"]


class Percent(Unit):
    """Hundredths of a percent."""


class SquareMetres(Unit):
    """Hundredths of a square metre."""


class CalendarYear(Unit):
    """A year of the calendar, or the fiscal year that begins in it."""


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


def _hundredths(raw: object, largest: int, what: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise ValueError(f"must be a number of {what}")
    exact = Decimal(str(raw))
    if not exact.is_finite() or not 0 <= exact <= largest:
        raise ValueError(f"must be between 0 and {largest} {what}")
    if exact != exact.quantize(Decimal("0.01")):
        raise ValueError("must have at most two decimals")
    return int(exact * 100)
