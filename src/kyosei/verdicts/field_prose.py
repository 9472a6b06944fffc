"""What stands in a field of a statement, in words: amounts in their units, periods, lists and yes or no."""

from __future__ import annotations

from typing import assert_never

from kyosei.facts.fields import BoolField
from kyosei.facts.fields.field import Field
from kyosei.facts.statements import FieldValue
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.prose import amount
from kyosei.verdicts.state_prose import NO_SAID, YES_SAID

__all__ = ["value_said"]


def value_said(name: str, field: Field[object, object], value: FieldValue, items: frozenset[str] = frozenset()) -> Text:
    """A value in words. `name`: the field's full name; `items`: of a list of amounts, those asked about; empty: all."""
    match value:
        case int() if isinstance(field, BoolField):
            return YES_SAID if value else NO_SAID
        case int():
            ja, en = amount(value, value, field.unit)
            return Text(ja, ja, en)
        case str():
            return word_said(name, value)
        case tuple():
            parts = [part for entry in value if (part := _entry(name, entry, field.unit, items)) is not None]
            if not parts:
                return Text("なし", "ありません", "none")
            return Text(
                "・".join(part.ja for part in parts), "・".join(part.easy for part in parts),
                ", ".join(part.en for part in parts),
            )  # fmt: skip
        case _:
            assert_never(value)


def _entry(name: str, entry: object, unit: str, items: frozenset[str]) -> Text | None:
    """A word of a list, or an item with its amount."""
    if not isinstance(entry, tuple):
        return word_said(name, str(entry))
    item, value = entry
    if items and item not in items:
        return None
    ja, en = amount(value, value, unit)
    word = word_said(name, item)
    return Text(f"{word.ja} {ja}", f"{word.easy} {ja}", f"{word.en} {en}")
