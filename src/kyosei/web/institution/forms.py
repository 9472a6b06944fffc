"""A form for a statement, made of what its kind declares, and what somebody wrote in it read back, each error at its field.

Names of inputs: `on`, or `from` and `last` (the last day of the period); `about.<role>`; `data.<field>`, and
`data.<field>.<option>` where a field has several values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

from kyosei.facts.fields import (
    AreaField,
    BoolField,
    ChoiceField,
    DayField,
    Field,
    FieldNamesField,
    HoursField,
    ItemsField,
    PartyField,
    PercentField,
    SlugsField,
    TextField,
    YearField,
)
from kyosei.facts.kinds import Kind, Span
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import word_said

__all__ = ["Asked", "Input", "Written", "asked_of", "read_day_written", "written_in"]

AnyField = Field[Any, Any]  # Any: fields of one kind have different types
Form = Mapping[str, str]

_NONE: Final = "none"
"""The option that says that a list is there and empty."""
_LAST_OF_PERIOD: Final = Text("最後の日", "おわりの 日", "Last day")
_LAST_OR_NONE: Final = Text(
    "最後の日（続いている場合は空欄）", "おわりの 日（つづくときは 書かない）", "Last day (empty: it goes on)"
)
_YES_NO: Final = (("yes", Text("はい", "はい", "yes")), ("no", Text("いいえ", "いいえ", "no")))
_EMPTY: Final = (_NONE, Text("どれもない", "どれも ありません", "none of these"))


class Input(StrEnum):
    """How something is asked."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    YEAR = "year"
    CHOICE = "choice"
    SEVERAL = "several"
    """Any of several options."""
    AMOUNTS = "amounts"
    """A number of yen for each of several options."""
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a form. name: of its input. options: their values, and what they are called."""

    name: str
    title: Text
    input: Input
    unit: str = ""
    options: Sequence[tuple[str, Text]] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What was read. errors: by the name of the input, what is wrong with it: `missing`, `order`, or how it is asked."""

    about: Mapping[str, str]
    when: Mapping[str, str | None]
    data: Mapping[str, object]
    errors: Mapping[str, str]


def asked_of(kind: type[Kind], about: Mapping[str, str]) -> list[Asked]:
    """The questions of a statement of a kind, about parties that are known already."""
    days = [
        Asked("on", Text("日付", "いつ", "Day"), Input.DAY, needed=True)
    ] if kind.facts.span is Span.EVENT else [
        Asked("from", Text("最初の日", "はじめの 日", "First day"), Input.DAY, needed=True),
        Asked("last", _LAST_OF_PERIOD if kind.facts.span is Span.PERIOD else _LAST_OR_NONE, Input.DAY,
              needed=kind.facts.span is Span.PERIOD),
    ]  # fmt: skip
    roles = [
        Asked(f"about.{role.name}", Text(role.name, role.name, role.name), Input.PARTY, needed=not role.optional)
        for role in kind.facts.roles
        if role.name not in about
    ]
    return [*days, *roles, *(_asked(kind, field) for field in _fields(kind))]


def written_in(kind: type[Kind], about: Mapping[str, str], form: Form) -> Written:
    """What somebody wrote in such a form."""
    errors: dict[str, str] = {}
    parties, data = dict(about), dict[str, object]()
    for asked in asked_of(kind, about):
        group, _, rest = asked.name.partition(".")
        if group == "about":
            if found := form.get(asked.name, "").strip():
                parties[rest] = found
            elif asked.needed:
                errors[asked.name] = "missing"
        elif group == "data":
            try:
                value = _value(asked, kind.fields[rest], form)
                if value is not None:
                    kind.fields[rest].read(value)
                    data[rest] = value
            except (ValueError, InvalidOperation):
                errors[asked.name] = asked.input
    when = _when(kind, form, errors)
    return Written(parties, when, data, errors)


def read_day_written(written: str) -> date | None:
    """A day as browsers send it; None if it is none."""
    try:
        found = date.fromisoformat(written.strip())
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2199 else None


def _when(kind: type[Kind], form: Form, errors: dict[str, str]) -> dict[str, str | None]:
    found: dict[str, date | None] = {}
    names = ("on",) if kind.facts.span is Span.EVENT else ("from", "last")
    for name in names:
        written = form.get(name, "").strip()
        found[name] = read_day_written(written)
        if found[name] is None and (written or name != "last" or kind.facts.span is Span.PERIOD):
            errors[name] = Input.DAY if written else "missing"
    if names == ("on",):
        return {"on": _iso(found["on"])}
    first, last = found["from"], found["last"]
    if first is not None and last is not None and last < first:
        errors["last"] = "order"
    return {"from": _iso(first), "until": _iso(None if last is None else last + timedelta(days=1))}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _fields(kind: type[Kind]) -> Iterator[AnyField]:
    """Those that a form asks for: what names fields of kinds is written by programs."""
    return (field for field in kind.fields.values() if not isinstance(field, FieldNamesField))


def _asked(kind: type[Kind], field: AnyField) -> Asked:
    name, title = f"data.{field.name}", Text(field.title_ja, field.title_ja, field.title_en)
    full = f"{kind.facts.name}.{field.name}"

    def called(options: Sequence[str]) -> list[tuple[str, Text]]:
        return [(option, word_said(full, option)) for option in options]

    match field:
        case ChoiceField():
            return Asked(name, title, Input.CHOICE, options=called(field.options))
        case BoolField():
            return Asked(name, title, Input.CHOICE, options=_YES_NO)
        case ItemsField():
            return Asked(name, title, Input.AMOUNTS, "yen", [*called((*field.known, "other")), _EMPTY])
        case SlugsField():
            return Asked(name, title, Input.SEVERAL, options=[*called(field.known), _EMPTY])
        case DayField():
            return Asked(name, title, Input.DAY)
        case YearField():
            return Asked(name, title, Input.YEAR)
        case HoursField() | PercentField() | AreaField():
            return Asked(name, title, Input.DECIMAL, field.unit)
        case PartyField():
            return Asked(name, title, Input.PARTY)
        case TextField():
            return Asked(name, title, Input.TEXT)
        case _:
            is_number = field.json_type == "integer"
            return Asked(name, title, Input.WHOLE if is_number else Input.TEXT, field.unit if is_number else "")


def _value(asked: Asked, field: AnyField, form: Form) -> object | None:
    """What was written as a case file has it; None: nothing. ValueError if it cannot be that."""
    match asked.input:
        case Input.SEVERAL:
            chosen = [option for option, _ in asked.options if form.get(f"{asked.name}.{option}")]
            return _listed(chosen, [slug for slug in chosen if slug != _NONE])
        case Input.AMOUNTS:
            given = {option: form.get(f"{asked.name}.{option}", "").strip() for option, _ in asked.options}
            chosen = [option for option, written in given.items() if written]
            rows = [{"item": item, "yen": _whole(given[item])} for item in chosen if item != _NONE]
            return _listed(chosen, rows)
        case _:
            written = form.get(asked.name, "").strip()
            if not written:
                return None
            if isinstance(field, BoolField):
                return {"yes": True, "no": False}[written] if written in ("yes", "no") else written
            if asked.input in (Input.WHOLE, Input.YEAR):
                return _whole(written)
            if asked.input is Input.DECIMAL:
                number: float = json.loads(str(Decimal(written)))
                return number
            return written


def _listed(chosen: Sequence[str], values: Sequence[object]) -> Sequence[object] | None:
    """A list; None if nothing was chosen. ValueError if it is said to be empty and is not."""
    if _NONE in chosen and values:
        raise ValueError
    return list(values) if chosen else None


def _whole(written: str) -> int:
    return int(written.replace(",", "").replace("，", ""))
