"""JSON Schema of what `kyosei law shadow` prints, apart from it: printing schemas loads no engine."""

from __future__ import annotations

from kyosei.verdicts.schemas import STATES, Schema, published

__all__ = ["shadow_schema"]


def shadow_schema() -> Schema:
    """What `kyosei.cli.law.shadow.shadow_document` makes."""
    state: Schema = {"enum": list(STATES)}
    count: Schema = {"type": "integer", "minimum": 0}
    change = _object({"norm": {"type": "string"}, "before": state, "after": state, "answers": count})
    return published(
        "law-shadow",
        "What a shadow run found: how often another law would answer otherwise",
        _object({
            "kept": {"type": "string"}, "other": {"type": "string"}, "on": {"type": "string", "format": "date"},
            "subjects": count, "same": count, "changes": {"type": "array", "items": change},
        }),
    )  # fmt: skip


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
