"""The vocabulary for other machines: JSON Schema of every line of a case file, and the vocabulary as one document."""

from __future__ import annotations

from typing import Any, assert_never

from kyosei.errors import LawError
from kyosei.facts.case_file.lines import LINE_BYTES_MAX
from kyosei.facts.case_file.records import ROLES
from kyosei.facts.case_file.statements import PARTY_SORTS
from kyosei.facts.fields import (
    AreaField,
    BoolField,
    ChoiceField,
    CountField,
    CountryField,
    DayField,
    DaysField,
    Field,
    FieldNamesField,
    HoursField,
    ItemsField,
    NationalityField,
    NumberField,
    PartyField,
    PercentField,
    SlugsField,
    StatementField,
    TextField,
    YearField,
    YenField,
    YenPerHourField,
)
from kyosei.facts.kinds import Anyone, Authority, Holder, Kind, Span, TheParty
from kyosei.facts.vocabulary import KINDS

__all__ = ["Schema", "case_file_schema", "statement_schema", "vocabulary_document"]

Schema = dict[str, Any]  # Any: JSON of any shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID: Schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^\s]+$"}
_PARTY: Schema = {"type": "string", "pattern": r"^(person|org|authority|municipality|insurer):[^\s:][^\s]*$"}
_DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_INSTANT: Schema = {
    "type": "string",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$",
}
_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": 10_000}
_SORT_PATTERNS = {
    "person": r"^person:",
    "organisation": r"^(org|authority|municipality|insurer):",
    "either": r"^(person|org|authority|municipality|insurer):",
}


def case_file_schema() -> Schema:
    """The schema of one line of a case file, of any type."""
    lines = {
        "party": _party_schema(),
        "coverage": {"anyOf": [_coverage_schema(kind) for kind in KINDS]},
        "heartbeat": _line("heartbeat", {"source": _PARTY}, ("source",)),
        "withdrawal": _line("withdrawal", {"target": _ID, "source": _PARTY}, ("target", "source")),
        "dispute": _line("dispute", {"target": _ID, "by": _PARTY, "reason": _TEXT}, ("target", "by", "reason")),
        "resolution": _line(
            "resolution",
            {"target": _ID, "by": _PARTY, "outcome": {"enum": ["kept", "corrected"]}, "reason": _TEXT},
            ("target", "by", "outcome", "reason"),
        ),
    }
    statements = {f"statement:{kind.facts.name}": _statement(kind) for kind in KINDS}
    definitions = lines | statements
    return {
        "$schema": DIALECT,
        "$id": "urn:kyosei:schema:case-file-line",
        "title": "A line of a case file",
        "description": f"JSON Lines in UTF-8, at most {LINE_BYTES_MAX} bytes a line.",
        "oneOf": [{"$ref": f"#/$defs/{_pointer(name)}"} for name in definitions],
        "$defs": definitions,
    }


def statement_schema(kind: type[Kind]) -> Schema:
    """The schema of a statement of one kind."""
    return {"$schema": DIALECT, "$id": f"urn:kyosei:schema:statement:{kind.facts.name}", **_statement(kind)}


def vocabulary_document() -> dict[str, Any]:  # Any: JSON of any shape
    """Every kind with its titles, parties, span, cardinality, holders, lag and fields."""
    return {"kinds": [_described(kind) for kind in KINDS]}


# Lines ----------------------------------------------------------------------------------------------------------------


def _line(type_: str, properties: Schema, required: tuple[str, ...]) -> Schema:
    """An object of this type with an id and instants; a key that need not be there may also be null."""
    common: Schema = {"type": {"const": type_}, "id": _ID, "stated_at": _INSTANT, "recorded_at": _or_null(_INSTANT)}
    return {
        "type": "object",
        "properties": common | properties,
        "required": ["type", "id", "stated_at", *required],
        "additionalProperties": False,
    }


def _party_schema() -> Schema:
    name: Schema = {
        "type": "object",
        "properties": {
            "script": {"type": "string", "pattern": "^[A-Z][a-z]{3}$"},
            "text": {"type": "string", "minLength": 1, "maxLength": 300},
        },
        "required": ["script", "text"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {
            "type": {"const": "party"},
            "id": _PARTY,
            "party": {"enum": ["person", "organisation"]},
            "roles": _or_null({"type": "array", "items": {"enum": list(ROLES)}}),
            "names": _or_null({"type": "array", "items": name}),
            "born": _or_null(_DAY),
        },
        "required": ["type", "id", "party"],
        "additionalProperties": False,
    }


def _statement(kind: type[Kind]) -> Schema:
    is_event = kind.facts.span is Span.EVENT
    nothing: Schema = {"type": "null"}
    period = {"from": nothing, "until": nothing, "on": _DAY}
    if not is_event:
        period = {"from": _DAY, "until": _or_null(_DAY), "on": nothing}
    properties: Schema = {
        "kind": {"const": kind.facts.name},
        "source": _PARTY,
        "about": _about(kind, tuple(role.name for role in kind.facts.roles if not role.optional)),
        **period,
        "data": _or_null(_data(kind)),
        "replaces": _or_null(_ID),
        "carried_by": _or_null(_PARTY),
    }
    required = ("kind", "source", "about", "on" if is_event else "from")
    titles = {"title": kind.facts.title_en, "description": kind.facts.title_ja}
    return titles | _line("statement", properties, required)


def _coverage_schema(kind: type[Kind]) -> Schema:
    properties: Schema = {
        "kind": {"const": kind.facts.name},
        "source": _PARTY,
        "about": _about(kind, ()),
        "from": _DAY,
        "until": _or_null(_DAY),
        "count": {"type": ["integer", "null"], "minimum": 0},
    }
    return _line("coverage", properties, ("kind", "source", "about", "from"))


def _about(kind: type[Kind], required: tuple[str, ...]) -> Schema:
    properties = {}
    for role in kind.facts.roles:
        party = _PARTY | {"pattern": _SORT_PATTERNS[PARTY_SORTS.get(role.name, "organisation")]}
        properties[role.name] = party if role.name in required else _or_null(party)
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _data(kind: type[Kind]) -> Schema:
    return {
        "type": "object",
        "properties": {name: _or_null(_field_schema(field)) for name, field in kind.fields.items()},
        "additionalProperties": False,
    }


# Fields ---------------------------------------------------------------------------------------------------------------


def _field_schema(field: Field[Any, Any]) -> Schema:  # Any: a field of any type
    schema: Schema = {"title": field.title_en, "description": field.title_ja, "type": field.json_type}
    match field:
        case ChoiceField():
            schema["enum"] = list(field.options)
        case DayField():
            schema |= _DAY
        case YearField():
            schema |= {"minimum": 1900, "maximum": 2200}
        case CountryField() | NationalityField():
            schema["pattern"] = "^[A-Z]{2}$"
        case PartyField():
            schema |= _PARTY
        case StatementField():
            schema |= _ID
        case TextField():
            schema |= {"minLength": 1, "maxLength": 2000}
        case FieldNamesField():
            schema["items"] = {"type": "string", "pattern": r"^[a-z_0-9]+(\.[a-z_0-9]+){0,2}$"}
        case SlugsField():
            schema["items"] = {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$", "examples": [*field.known]}
        case ItemsField():
            schema["items"] = _item_schema(field)
        case BoolField():
            pass
        case PercentField():
            schema |= {"minimum": 0, "maximum": 100, "$comment": field.unit}
        case YenField() | YenPerHourField() | HoursField() | DaysField() | CountField() | AreaField() | NumberField():
            schema |= {"minimum": 0, "$comment": field.unit}
        case _:
            raise LawError(f"no schema is known for a {type(field).__name__}; add it to kyosei.facts.schemas")
    return schema


def _item_schema(field: ItemsField) -> Schema:
    return {
        "type": "object",
        "properties": {
            "item": {"type": "string", "minLength": 1, "maxLength": 100, "examples": [*field.known]},
            "yen": {"type": "integer", "minimum": 0},
        },
        "required": ["item", "yen"],
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    changed = dict(schema)
    if "enum" in changed:
        changed["enum"] = [*changed["enum"], None]
    if "type" in changed:
        changed["type"] = [changed["type"], "null"]
    return changed


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


# The document ---------------------------------------------------------------------------------------------------------


def _described(kind: type[Kind]) -> dict[str, Any]:  # Any: JSON of any shape
    facts = kind.facts
    return {
        "kind": facts.name,
        "title": {"ja": facts.title_ja, "en": facts.title_en},
        "parties": [
            {
                "role": role.name,
                "optional": role.optional,
                "filled_by": PARTY_SORTS.get(role.name, "organisation"),
            }
            for role in facts.roles
        ],
        "span": facts.span.value,
        "cardinality": "single" if facts.single else "many",
        "holders": [_holder(holder) for holder in facts.holders],
        "lag_days": facts.lag_days,
        "fields": [_described_field(kind, field) for field in kind.fields.values()],
    }


def _described_field(kind: type[Kind], field: Field[Any, Any]) -> dict[str, Any]:  # Any: a field and JSON of any type
    described: dict[str, Any] = {
        "name": field.name,
        "title": {"ja": field.title_ja, "en": field.title_en},
        "type": field.json_type,
        "unit": field.unit or None,
    }
    if isinstance(field, ChoiceField):
        described["options"] = list(field.options)
    if isinstance(field, SlugsField | ItemsField):
        described["known"] = list(field.known)
    if field.name in kind.facts.held_by:
        described["holders"] = [_holder(holder) for holder in kind.facts.held_by[field.name]]
    return described


def _holder(holder: Holder) -> dict[str, str]:
    match holder:
        case Authority(name):
            return {"source": f"authority:{name}"}
        case TheParty(role):
            return {"party": role}
        case Anyone(role):
            return {"any": role}
        case _:
            assert_never(holder)
