"""JSON Schemas (2020-12) of what `kyosei notices list|show` print."""

from __future__ import annotations

from typing import Final

from kyosei.verdicts.schemas import Schema, published

__all__ = ["notices_schemas"]

_KEY: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_INSTANT: Final[Schema] = {"$ref": "#/$defs/instant"}


def notices_schemas() -> dict[str, Schema]:
    """By the name of the command."""
    deliveries: Schema = {"type": "array", "items": _delivery()}
    history = {
        "notice": _KEY,
        "made_at": _INSTANT,
        "delivered_on": {"anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]},
        "deliveries": deliveries,
    }
    return {
        "notices-list": published("notices-list", "What became of deliveries", _object({"deliveries": deliveries})),
        "notices-show": published("notices-show", "What became of a notice", _object(history)),
    }


def _delivery() -> Schema:
    receipt = {
        "sort": {"enum": ["handed_over", "delivered", "read", "returned", "given_up", "cancelled"]},
        "at": _INSTANT,
        "detail": {"type": "string"},
    }
    return _object(
        {
            "key": _KEY,
            "notice": _KEY,
            "channel": {"enum": ["email", "webhook", "letter"]},
            "state": {"enum": ["waiting", "handed_over", "delivered", "given_up", "cancelled"]},
            "attempts": {"type": "integer", "minimum": 0},
            "not_before": _INSTANT,
            "receipts": {"type": "array", "items": _object(receipt)},
        }
    )


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
