"""JSON Schemas of what `kyosei cases` prints, apart from it: printing schemas loads no engine."""

from __future__ import annotations

from kyosei.cases.case import CaseState, Sort, Stage
from kyosei.norms.gateways import Opening
from kyosei.verdicts.schemas import Schema, published

__all__ = ["cases_schemas"]

_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"$ref": "#/$defs/day"}
_PARTY: Schema = {"$ref": "#/$defs/party"}
_INSTANT: Schema = {"type": "string", "format": "date-time"}
_STATES: Schema = {"enum": list(CaseState)}
_STAGES: Schema = {"enum": list(Stage)}


def cases_schemas() -> dict[str, Schema]:
    """Of `cases list`, `show`, `gateways` and `quality`, by name. Of a case its owner is shown the keys that are required."""
    ways = _list(_object({
        "office": _TEXT, "in_charge": _FLAG, "kept_apart": _FLAG, "through": _or_null(_TEXT), "others": _list(_TEXT),
    }))  # fmt: skip
    cases = _object({"cases": _list(_case())})
    return {
        "cases-list": published("cases-list", "Cases by the party that must act", cases),
        "cases-show": published(
            "cases-show", "A case, a row for everything that happened, where it may go", _case(ways)
        ),
        "cases-gateways": published("cases-gateways", "The legal gateways between offices", _gateways()),
        "cases-quality": _quality_schema(),
    }


def _case(ways: Schema | None = None) -> Schema:
    """A case as the operator is shown it; `owners_part` leaves out what is not required."""
    item = _object({"norm": _TEXT, "about": _TEXT, "instance": _or_null(_DAY), "state": _TEXT})
    seen: Schema = {
        "id": _TEXT, "subject": _PARTY, "cure": _TEXT, "sort": {"enum": list(Sort)}, "owner": _TEXT,
        "norms": _list(_TEXT), "about": {"$ref": "#/$defs/parties"}, "state": _STATES, "stage": _STAGES,
        "opened_at": _INSTANT, "deadline": _or_null(_DAY), "delivered_on": _or_null(_DAY), "due_on": _or_null(_DAY),
        "need": _or_null({"type": "object"}), "items": _list(item), "history": _list(_row()),
    }  # fmt: skip
    unseen: Schema = {
        "paused": _FLAG, "looked": _FLAG, "route": _or_null({"enum": ["inside", "office"]}), "offices": _list(_TEXT),
        "told_by": _TEXT, "hushed": _FLAG, "shown_state": _STATES, "shown_stage": _STAGES,
        "informed": _or_null(_object({"person": _PARTY, "rights": _list(_TEXT)})),
    }  # fmt: skip
    if ways is not None:
        unseen["ways"] = ways
    return {**_object(seen | unseen), "required": list(seen)}


def _row() -> Schema:
    """Something that happened: a transition (with `norm`), or an act."""
    text = _or_null(_TEXT)
    return _object({
        "at": _INSTANT, "actor_kind": {"enum": ["software", "human"]}, "actor": _TEXT, "what": _TEXT, "reason": _TEXT,
        "source": _TEXT, "ref": _TEXT, "taken": _FLAG, "norm": text, "state": text, "day": _or_null(_DAY),
        "due": _or_null(_DAY), "stage": _or_null(_STAGES), "told": _FLAG, "tells": _FLAG, "refusal": text,
        "ended": _or_null(_STATES), "office": text, "gateway": text,
    })  # fmt: skip


def _gateways() -> Schema:
    passes = _object(dict.fromkeys(("ja", "ja-easy", "en"), _TEXT))
    return _object({"gateways": _list(_object({
        "id": _TEXT, "from": _TEXT, "to": _TEXT, "opening": {"enum": list(Opening)}, "passes": passes,
        "provisions": _list({"$ref": "#/$defs/provision"}), "since": _or_null(_DAY),
        "sureness": {"enum": ["verified", "knowledge", "uncertain"]}, "read_on": _DAY, "look_again": _DAY,
        "carries": _list(_TEXT),
    }))})  # fmt: skip


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _quality_schema() -> Schema:
    """What `kyosei.cli.cases.quality.quality_document` makes."""
    count: Schema = {"type": "integer", "minimum": 0}
    text: Schema = {"type": "string"}
    day: Schema = {"$ref": "#/$defs/day"}
    day_or_none: Schema = {"anyOf": [day, {"type": "null"}]}
    norm = _object({
        "norm": text, "right": count, "wrong": count, "silenced": {"type": "boolean"},
        "evidence": {"type": "number", "minimum": 0}, "silenced_from_wrong": count,
    })  # fmt: skip
    ruling = _object({
        "id": text, "norm": text, "act": {"enum": ["silence", "defective", "restore"]},
        "laws": {"type": "array", "items": text}, "from": day_or_none, "until": day_or_none, "reason": text,
        "source": {"$ref": "#/$defs/party"}, "actor_kind": {"enum": ["software", "human"]}, "actor": text, "on": day,
        "stands": {"type": "boolean"},
    })  # fmt: skip
    return published(
        "cases-quality",
        "How often the alerts of norms proved wrong in a year, and what was ruled about norms",
        _object({
            "year": {"type": "integer"}, "until": day, "norms": {"type": "array", "items": norm},
            "rulings": {"type": "array", "items": ruling},
        }),
    )  # fmt: skip


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
