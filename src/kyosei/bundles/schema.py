"""The published JSON Schema of an evidence bundle."""

from __future__ import annotations

from kyosei.bundles.document import FORMAT
from kyosei.verdicts.schemas import Schema, published

__all__ = ["bundle_schema"]

_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"$ref": "#/$defs/day"}
_INSTANT: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?\+00:00$",
    "description": "In UTC.",
}
_JWS: Schema = {"type": "string", "pattern": r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$"}


def bundle_schema() -> Schema:
    """Canonical JSON (RFC 8785) of one object; the keys are explained in docs/evidence-bundle.md."""
    verdict: Schema = {"$ref": "#/$defs/verdict"}
    pieces: Schema = {"type": "array", "items": {"$ref": "#/$defs/piece"}}
    return published(
        "bundle",
        "One verdict with everything it rests on",
        _closed(
            {
                "format": {"const": FORMAT},
                "program": _TEXT,
                "question": _question(),
                "entries": {"type": "array", "items": _entry(), "minItems": 1},
                "attested": _attested(),
                "law": _closed({"text": _TEXT, "holidays": {"type": "array", "items": _DAY}}),
                "answer": _closed(
                    {"verdict": verdict, "proof": _closed(dict.fromkeys(("ja", "ja-easy", "en"), pieces))}
                ),
                "seal": _JWS,
            }
        ),
    )


def _question() -> Schema:
    return _closed(
        {
            "norm": _TEXT,
            "about": {"$ref": "#/$defs/parties"},
            "instance": _DAY,
            "on": _DAY,
            "known": _INSTANT,
            "position": {"type": "integer", "minimum": 1},
            "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        },
        "instance",
    )


def _entry() -> Schema:
    commitment = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    erased = _closed({"id": _TEXT, "type": _TEXT, "commitment": commitment})
    proof = {"type": "string", "pattern": r"^c2sp\.org/tlog-proof@v1\n"}
    return _closed({"recorded_at": _INSTANT, "proof": proof, "envelope": _JWS, "erased": erased}, "envelope", "erased")


def _attested() -> Schema:
    sign = _closed({"source": {"$ref": "#/$defs/party"}, "stated_at": _INSTANT, "recorded_at": _INSTANT})
    return _closed(
        {
            "signs": {"type": "array", "items": sign},
            "elsewhere": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
        }
    )


def _closed(properties: Schema, *optional: str) -> Schema:
    """An object with these keys and no other, all of them save the optional ones."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
