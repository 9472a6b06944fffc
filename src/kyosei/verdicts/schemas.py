"""JSON Schemas (2020-12) of everything that the commands print as JSON. New keys may be added to each object."""

from __future__ import annotations

from typing import Any

__all__ = ["Schema", "output_schemas", "published"]

Schema = dict[str, Any]  # Any: JSON of any shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
STATES = ("not_applicable", "met", "due", "late", "breached", "unmet", "open")
CAUSES = ("missing", "unconfirmed", "conflict", "disputed", "judgement", "law")
LAYERS = ("act", "cabinet_order", "ministerial_ordinance", "guideline", "practice", "draft", "announced")
KINDS_OF_NORM = ("duty", "limit", "right", "requirement", "status")


def output_schemas() -> dict[str, Schema]:
    """By the name of the command."""
    return {
        "check": published("check", "The verdicts of a case on a day", _check()),
        "explain": published("explain", "The proof of one verdict", _explain()),
        "timeline": published("timeline", "The history and forecast of one norm about one instance", _timeline()),
        "diff": published("diff", "What changed between two states of knowledge", _diff()),
        "norms": published("norms", "Every norm of the law", _norms()),
        "vocabulary": published("vocabulary", "Every kind of statement", _vocabulary()),
    }


def published(name: str, title: str, body: Schema) -> Schema:
    """A whole schema, with what it may refer to as `#/$defs/…`."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:kyosei:schema:{name}",
        "title": title,
        **body,
        "$defs": {
            "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            "instant": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?\+09:00$"},
            "party": {"type": "string", "pattern": r"^(person|org|authority|municipality|insurer):\S+$"},
            "parties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/party"}},
            "state": {"enum": list(STATES)},
            "causes": {"type": "array", "items": {"enum": list(CAUSES)}, "uniqueItems": True},
            "provision": _provision(),
            "need": _need(),
            "verdict": _verdict(),
            "piece": _piece(),
        },
    }


# Pieces ---------------------------------------------------------------------------------------------------------------


def _object(properties: Schema, *optional: str) -> Schema:
    """An object with all these keys, save the optional ones."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


_TEXT: Schema = {"type": "string"}
_POSITION: Schema = {"type": "integer", "minimum": 0, "description": "How many entries the journal had."}
_LAW: Schema = {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"}


def _provision() -> Schema:
    place = dict.fromkeys(("law", "article", "paragraph", "item"), _TEXT)
    return _object(place, "paragraph", "item")


def _need() -> Schema:
    """An and/or tree of single answers; a source not known by name is written `unknown:insurer`."""
    source = {"type": "string", "pattern": r"^(person|org|authority|municipality|insurer|unknown):\S+$"}
    day = _or_null(_ref("day"))
    single = _object({"kind": _TEXT, "source": source, "about": _ref("parties"), "from": day, "until": day})
    several = {"type": "array", "items": _ref("need"), "minItems": 1}
    return {"oneOf": [single, _object({"all": several}), _object({"any": several})]}


def _verdict() -> Schema:
    day = _or_null(_ref("day"))
    obligation = _object({"arose": day, "due": day, "performed": day, "state": _ref("state")})
    bound: Schema = {"type": ["integer", "null"]}
    figure: Schema = {"type": "array", "prefixItems": [bound, bound], "minItems": 2, "items": False}
    return _object(
        {
            "norm": _TEXT,
            "kind": {"enum": list(KINDS_OF_NORM)},
            "about": _ref("parties"),
            "applies": {"enum": ["yes", "open", "no"]},
            "state": _ref("state"),
            "causes": _ref("causes"),
            "projected": {"type": "boolean"},
            "bearer": _or_null(_ref("party")),
            "protects": _or_null(_ref("party")),
            "since": day,
            "until": day,
            "due": day,
            "arose": day,
            "next": _or_null(_object({"on": _ref("day"), "state": _ref("state")})),
            "needs": _or_null(_ref("need")),
            "attribution": _list(_object({"party": _ref("party"), "norm": _TEXT})),
            "provisions": _list(_ref("provision")),
            "instance": _ref("day"),
            "figures": {"type": "object", "additionalProperties": figure},
            "obligations": _list(obligation),
        },
        "instance", "figures", "obligations",
    )  # fmt: skip


def _piece() -> Schema:
    """A piece of a proof; `value` is yes, no, open, or a number or choice in words."""
    day = _or_null(_ref("day"))
    evidence = _object(
        {
            "id": _TEXT,
            "source": _ref("party"),
            "kind": _TEXT,
            "role": _TEXT,
            "from": day,
            "until": day,
            "stated": day,
            "says": _TEXT,
            "settles": {"type": "boolean"},
        }
    )
    return _object(
        {
            "text": _TEXT,
            "value": _TEXT,
            "value_text": _TEXT,
            "causes": _ref("causes"),
            "number": _TEXT,
            "provision": _ref("provision"),
            "children": _list(_ref("piece")),
            "evidence": _list(evidence),
        },
        "value_text", "causes", "number", "provision", "children", "evidence",
    )  # fmt: skip


# Outputs --------------------------------------------------------------------------------------------------------------


def _check() -> Schema:
    return _object(
        {
            "on": _ref("day"),
            "known": _or_null(_ref("instant")),
            "law": _LAW,
            "position": _POSITION,
            "verdicts": _list(_ref("verdict")),
        },
        "position",
    )


def _explain() -> Schema:
    piece = {"allOf": [_ref("piece"), _object({"piece": _TEXT})]}
    return _object(
        {
            "on": _ref("day"),
            "known": _or_null(_ref("instant")),
            "law": _LAW,
            "position": _POSITION,
            "title": _TEXT,
            "verdict": _ref("verdict"),
            "proof": _list(piece),
        },
        "position",
    )


def _timeline() -> Schema:
    day = _or_null(_ref("day"))
    segment = _object(
        {"from": day, "until": day, "state": _ref("state"), "causes": _ref("causes"), "projected": {"type": "boolean"}}
    )
    return _object(
        {
            "norm": _TEXT,
            "about": _ref("parties"),
            "known": _or_null(_ref("instant")),
            "law": _LAW,
            "segments": _list(segment) | {"minItems": 1},
            "instance": _ref("day"),
            "position": _POSITION,
        },
        "instance",
        "position",
    )


def _diff() -> Schema:
    record = _object(
        {
            "id": _TEXT,
            "line": {"enum": ["statement", "coverage", "heartbeat", "withdrawal", "dispute", "resolution"]},
            "kind": _or_null(_TEXT),
            "source": _ref("party"),
            "about": _ref("parties"),
            "change": {"enum": ["added", "replaced", "withdrawn", "disputed", "resolved"]},
            "target": _or_null(_TEXT),
            "recorded_at": _ref("instant"),
        }
    )
    verdict = _or_null(_ref("verdict"))
    change = _object({"norm": _TEXT, "about": _ref("parties"), "before": verdict, "after": verdict})
    return _object(
        {
            "on": _ref("day"),
            "known": {"type": "array", "items": _ref("instant"), "minItems": 2, "maxItems": 2},
            "law": _LAW,
            "records": _list(record),
            "verdicts": _list(change),
        }
    )


def _norms() -> Schema:
    day = _or_null(_ref("day"))
    about = {"scope": _TEXT, "parties": _list(_TEXT), "instance": {"enum": ["none", "from", "on"]}}
    version = {
        "from": day,
        "until": day,
        "provisions": _list(_ref("provision")) | {"minItems": 1},
        "verified_on": _ref("day"),
        "review_on": _ref("day"),
    }
    norm = {
        "id": _TEXT,
        "kind": {"enum": list(KINDS_OF_NORM)},
        "title": _object({"ja": _TEXT, "ja-easy": _TEXT, "en": _TEXT}),
        "says": _TEXT,
        "about": _object(about),
        "bearer": _or_null(_TEXT),
        "protects": _or_null(_TEXT),
        "layer": {"enum": list(LAYERS)},
        "authority": _TEXT,
        "goal": _or_null(_TEXT),
        "reads": _list(_object({"attribute": _TEXT, "provision": _ref("provision")})),
        "versions": _list(_object(version)) | {"minItems": 1},
    }
    return _object({"law": _LAW, "norms": _list(_object(norm))})


def _vocabulary() -> Schema:
    holder = {"oneOf": [_object({key: _TEXT}) for key in ("source", "party", "any")]}
    title = _object({"ja": _TEXT, "en": _TEXT})
    field = {
        "name": _TEXT,
        "title": title,
        "type": _TEXT,
        "unit": _or_null(_TEXT),
        "options": _list(_TEXT),
        "known": _list(_TEXT),
        "holders": _list(holder),
    }
    party = {
        "role": _TEXT,
        "optional": {"type": "boolean"},
        "filled_by": {"enum": ["person", "organisation", "either"]},
    }
    kind = {
        "kind": _TEXT,
        "title": title,
        "parties": _list(_object(party)),
        "span": {"enum": ["state", "period", "event"]},
        "cardinality": {"enum": ["single", "many"]},
        "holders": _list(holder),
        "lag_days": {"type": "integer", "minimum": 0},
        "fields": _list(_object(field, "options", "known", "holders")),
    }
    return _object({"kinds": _list(_object(kind))})
