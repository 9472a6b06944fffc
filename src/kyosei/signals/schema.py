"""JSON Schema of what `kyosei signals` prints, apart from it: printing schemas reads no journal."""

from __future__ import annotations

from kyosei.signals.breaches import Breach
from kyosei.verdicts.schemas import Schema, published

__all__ = ["signals_schema"]

_ORGANISATION: Schema = {"type": "string", "pattern": r"^(org|authority|municipality|insurer):\S+$"}
_OFFICE: Schema = {"type": "string", "pattern": r"^((org|authority|municipality|insurer):\S+|direct)$"}
_KIND: Schema = {"type": "string", "pattern": r"^[a-z_]+(\.[a-z_]+)?$"}
_MONTH: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
_DAYS: Schema = {"type": "integer", "minimum": 0}
_DAYS_IF_KNOWN: Schema = {"type": ["integer", "null"], "minimum": 0}
_COUNT: Schema = {"anyOf": [{"const": 0}, {"type": "integer", "minimum": 10}, {"type": "null"}]}
_PEOPLE: Schema = {"anyOf": [{"const": 0}, {"type": "integer", "minimum": 10, "multipleOf": 5}, {"type": "null"}]}


def signals_schema() -> Schema:
    """What `kyosei.signals.document.signals_document` makes."""
    return published("signals", "Early structural signals about organisations and offices", _object({
        "on": {"$ref": "#/$defs/day"},
        "freshness": _list(_freshness()),
        "lateness": _object({
            "months_to_false_alarm": {"type": "integer", "minimum": 1}, "odds_ratio": {"type": "number"},
            "organisations_compared": _DAYS, "signals": _list(_signal()),
        }),
        "stranding": _object({
            "spare_percent": _list(_DAYS), "supporters": _list(_stranded()), "employers": _list(_stranded()),
        }),
    }))  # fmt: skip


def _freshness() -> Schema:
    return _object({
        "source": _ORGANISATION, "kind": _KIND, "kept": {"type": ["boolean", "null"]}, "lag_days": _DAYS,
        "breaches": {"type": "array", "items": {"enum": list(Breach)}, "uniqueItems": True},
        "addressed_to": {"anyOf": [_ORGANISATION, {"type": "null"}]},
        "silent_days": {"type": ["integer", "null"]}, "lines": _COUNT,
        "in_time_percent": {"type": ["integer", "null"], "minimum": 0, "maximum": 100},
        "median_days": _DAYS_IF_KNOWN, "nine_in_ten_days": _DAYS_IF_KNOWN, "passing_days": _DAYS_IF_KNOWN,
        "counts": _object({"compared": _COUNT, "wrong": _COUNT}),
        "corrections": _object({"lines": _COUNT, "median_days": _DAYS_IF_KNOWN}),
        "disputes": _object({"lines": _COUNT, "open": _COUNT, "median_days": _DAYS_IF_KNOWN}),
    })  # fmt: skip


def _signal() -> Schema:
    channel = _object({"kind": _KIND, "received_by": _list(_OFFICE), "filings": _COUNT, "late": _COUNT})
    return _object({
        "organisation": _ORGANISATION, "since": _MONTH, "raised": _MONTH, "can_act": _list(_ORGANISATION),
        "channels": _list(channel),
    })  # fmt: skip


def _stranded() -> Schema:
    return _object({
        "organisation": _ORGANISATION, "people": _PEOPLE, "unplaced": _PEOPLE, "stranded": _list(_PEOPLE),
    })  # fmt: skip


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
