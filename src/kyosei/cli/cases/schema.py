"""JSON Schema of what `kyosei cases quality` prints, apart from it: printing schemas loads no engine."""

from __future__ import annotations

from kyosei.verdicts.schemas import Schema, published

__all__ = ["quality_schema"]


def quality_schema() -> Schema:
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
