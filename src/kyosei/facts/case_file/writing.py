"""Records back as lines of a case file: what reading them again makes the same records of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from kyosei.facts.fields import (
    AreaField,
    BoolField,
    DayField,
    Field,
    HoursField,
    ItemsField,
    PercentField,
    SlugsField,
)
from kyosei.facts.kinds import Span
from kyosei.facts.statements import FieldValue, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.timelines.days import JAPAN, NEVER, date_from_day, instant_from_microseconds

__all__ = ["statement_line"]

_KINDS: Final = {kind.facts.name: kind for kind in KINDS}


def statement_line(statement: Statement) -> dict[str, object]:
    """The line of a statement (INTERFACES.md §1), as JSON: hours and percentages with at most two decimals as floats."""
    kind = _KINDS[statement.kind]
    line: dict[str, object] = {
        "type": "statement", "id": statement.id, "kind": statement.kind, "source": statement.source,
        "about": dict(statement.about),
    }  # fmt: skip
    if kind.facts.span is Span.EVENT:
        line["on"] = _day(statement.from_day)
    else:
        line["from"] = _day(statement.from_day)
        line["until"] = None if statement.until_day >= NEVER else _day(statement.until_day)
    line["data"] = {name: _written(kind.fields[name], value) for name, value in statement.data.items()}
    line["stated_at"] = _instant(statement.stated_at)
    line["recorded_at"] = _instant(statement.recorded_at)
    more: Mapping[str, str | None] = {"replaces": statement.replaces, "carried_by": statement.carried_by}
    return line | {key: value for key, value in more.items() if value is not None}


def _written(field: Field[Any, Any], value: FieldValue) -> object:  # Any: a field of any type
    match field, value:
        case BoolField(), int():
            return bool(value)
        case DayField(), int():
            return _day(value)
        case HoursField(), int():
            return float(round(Decimal(value) / 60, 2))
        case (PercentField() | AreaField()), int():
            return value / 100
        case ItemsField(), tuple():
            return [{"item": item, "yen": yen} for item, yen in _pairs(value)]
        case SlugsField(), tuple():
            return list(value)
        case _:
            return value


def _pairs(value: tuple[Any, ...]) -> list[tuple[str, int]]:  # Any: a list of (item, yen), as the field read it
    return [(str(item), int(yen)) for item, yen in value]


def _day(day: int) -> str:
    return date_from_day(day).isoformat()


def _instant(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).astimezone(JAPAN).isoformat()
