"""What stands in a field of a statement, in words: amounts in their units, periods, lists and yes or no."""

from __future__ import annotations

from typing import assert_never

from kyosei.facts.fields.field import Field
from kyosei.facts.statements import FieldValue
from kyosei.verdicts.prose import amount, word_said

__all__ = ["value_said"]


def value_said(field: Field[object, object], value: FieldValue, items: frozenset[str]) -> tuple[str, str]:
    """A value as (Japanese, English) words. `items`: of a list of amounts, those that were asked about; empty: all."""
    match value:
        case bool():
            return ("はい", "yes") if value else ("いいえ", "no")
        case int():
            return amount(value, value, field.unit)
        case str():
            return word_said(value)
        case tuple():
            parts = [part for entry in value if (part := _entry(entry, field.unit, items)) is not None]
            return "・".join(ja for ja, _ in parts) or "なし", ", ".join(en for _, en in parts) or "none"
        case _:
            assert_never(value)


def _entry(entry: object, unit: str, items: frozenset[str]) -> tuple[str, str] | None:
    """A word of a list, or an item with its amount."""
    if not isinstance(entry, tuple):
        return str(entry), str(entry)
    item, value = entry
    if items and item not in items:
        return None
    ja, en = amount(value, value, unit)
    return f"{item} {ja}", f"{item} {en}"
