"""Frozen records as JSON, back, and as JSON Schema, all three from the same declared fields.

A field without a value is left out. Days are ISO dates and instants are in UTC, as everywhere outside.
"""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from kyosei.bundles.document import day_in, day_out, instant_in, instant_out, text_in, whole_in
from kyosei.bundles.schema import DAY, INSTANT, TEXT
from kyosei.errors import QuestionError
from kyosei.verdicts.schemas import Schema

__all__ = ["Day", "Instant", "read_record", "schema_of", "written"]

Day = NewType("Day", int)
"""A day number."""
Instant = NewType("Instant", int)
"""Microseconds."""

T = TypeVar("T")
Declared = Any  # a type as it is declared
Json = Any  # whatever JSON it is


def written(record: object) -> dict[str, Json]:
    """A record as JSON."""
    of: Declared = type(record)
    return {
        name: _out(value, declared)
        for name, declared in _declared(of).items()
        if (value := getattr(record, name)) is not None
    }


def read_record(declared: type[T], document: Json, where: str = "the dossier") -> T:
    """The record that JSON holds. QuestionError names the first place that does not fit."""
    if not isinstance(document, dict):
        raise QuestionError(f"{where} is no object")
    of_type: Declared = declared
    known = _declared(of_type)
    if strange := sorted(set(document) - set(known)):
        raise QuestionError(f"{where} has the unknown key {strange[0]!r}; there are {', '.join(known)}")
    needed = {one.name for one in fields(declared) if one.default is MISSING}  # type: ignore[arg-type]  # is one
    if missing := sorted(needed - set(document)):
        raise QuestionError(f"{where} lacks {missing[0]!r}")
    found = {name: _in(document[name], of, f"{where}: {name}") for name, of in known.items() if name in document}
    return declared(**found)


def schema_of(declared: type) -> Schema:
    """The JSON Schema of a record."""
    known = _declared(declared)
    hints = get_type_hints(declared)
    needed = [one.name for one in fields(declared) if one.default is MISSING and not _may_be_none(hints[one.name])]
    return {
        "type": "object",
        "properties": {name: _schema(of) for name, of in known.items()},
        "required": needed,
        "additionalProperties": False,
    }


@cache
def _declared(declared: Hashable) -> Mapping[str, Declared]:
    """The fields of a record by name, None aside: it is written by leaving the field out."""
    hints = get_type_hints(declared)
    return {name: _without_none(of) for name, of in hints.items()}


def _may_be_none(declared: Declared) -> bool:
    return type(None) in get_args(declared)


def _is_list(declared: Declared) -> bool:
    origin: Any = get_origin(declared)  # Any: whatever generic type it is of
    return origin is tuple


def _without_none(declared: Declared) -> Declared:
    origin: Any = get_origin(declared)  # Any: as above
    if origin is Union or origin is types.UnionType:
        (kept,) = (one for one in get_args(declared) if one is not type(None))
        return kept
    return declared


def _out(value: Any, declared: Declared) -> Json:  # Any: a value of the declared type
    if declared is Day:
        return day_out(value)
    if declared is Instant:
        return instant_out(value)
    if _is_list(declared):
        return [_out(one, get_args(declared)[0]) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    return written(value) if is_dataclass(value) else value


def _in(value: Json, declared: Declared, where: str) -> Any:  # Any: a value of the declared type
    try:
        if declared is Day:
            return day_in(value)
        if declared is Instant:
            return instant_in(value)
        if declared is str:
            return text_in(value)
        if declared is int:
            return whole_in(value)
        if declared is bool and isinstance(value, bool):
            return value
        if isinstance(declared, type) and issubclass(declared, StrEnum):
            return declared(text_in(value))
    except (ValueError, TypeError) as error:
        raise QuestionError(f"{where}: {error}") from error
    if _is_list(declared):
        if not isinstance(value, list):
            raise QuestionError(f"{where} is no list")
        return tuple(_in(one, get_args(declared)[0], f"{where}[{place}]") for place, one in enumerate(value))
    if is_dataclass(declared) and isinstance(declared, type):
        return read_record(declared, value, where)
    raise QuestionError(f"{where} is {value!r}; write true or false")


def _schema(declared: Declared) -> Schema:
    if declared is Day:
        return DAY
    if declared is Instant:
        return INSTANT
    if declared is str:
        return TEXT
    if declared is int:
        return {"type": "integer", "minimum": 0}
    if declared is bool:
        return {"type": "boolean"}
    if _is_list(declared):
        return {"type": "array", "items": _schema(get_args(declared)[0])}
    if issubclass(declared, StrEnum):
        return {"enum": [one.value for one in declared]}
    return schema_of(declared)
