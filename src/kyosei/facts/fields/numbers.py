"""Fields of money, time and counts: whole numbers in the smallest unit, so that sums are exact."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from kyosei.facts.fields.field import Field, whole_number
from kyosei.facts.statements import FieldValue
from kyosei.terms.expressions import Days, Heads, Hours, LegalDay, Number, Yen, YenPerHour, make
from kyosei.terms.questions import Form
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import Op, Value

if TYPE_CHECKING:
    from kyosei.facts.kinds import Kind

__all__ = ["CountField", "DayField", "DaysField", "HoursField", "NumberField", "YenField", "YenPerHourField"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NumberField(Field[Number[Any], int]):
    """A whole number; subclasses give the unit."""

    json_type = "integer"

    def term(self, kind: type[Kind]) -> Number[Any]:
        """The interval of what is possible."""
        return Number(make(Op.LEAF, Value.NUMBER, kind.binding().scope, question=kind.question(Form.NUMBER, self.name)))

    def read(self, raw: object) -> FieldValue:
        """A whole number that is not negative."""
        return whole_number(raw, self.unit)


class YenField(Field[Number[Yen], int]):
    """Whole yen."""

    unit = "yen"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class HoursField(Field[Number[Hours], int]):
    """Hours with at most two decimals, kept in minutes."""

    unit = "hours"
    json_type = "number"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """Minutes."""
        if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
            raise ValueError("must be a number of hours")
        exact = Decimal(str(raw))
        if not exact.is_finite() or exact < 0 or exact > 9000:
            raise ValueError("must be between 0 and 9000 hours")
        if exact != exact.quantize(Decimal("0.01")):
            raise ValueError("must have at most two decimals")
        return int((exact * 60).to_integral_value(rounding="ROUND_HALF_UP"))


class DaysField(Field[Number[Days], int]):
    """A count of days."""

    unit = "days"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class CountField(Field[Number[Heads], int]):
    """A count of persons or things."""

    unit = "count"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


class DayField(Field[Number[LegalDay], int]):
    """A day, ISO date."""

    unit = "day"
    term = cast("Any", NumberField.term)  # the same body at another type

    def read(self, raw: object) -> FieldValue:
        """The day number."""
        if not isinstance(raw, str):
            raise ValueError("must be a date such as 2026-11-21")
        return _day_number(raw)


class YenPerHourField(Field[Number[YenPerHour], int]):
    """Whole yen for an hour."""

    unit = "yen per hour"
    json_type = "integer"
    term = cast("Any", NumberField.term)  # the same body at another type
    read = cast("Any", NumberField.read)  # as above


@lru_cache(maxsize=65_536)
def _day_number(written: str) -> int:
    if not _DAY.fullmatch(written):
        raise ValueError("must be a date such as 2026-11-21")
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise ValueError("is no day of the calendar") from error
    if not 1900 <= day.year <= 2200:
        raise ValueError("must lie between 1900 and 2200")
    return day_from_date(day)
