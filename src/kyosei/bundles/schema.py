"""The published JSON Schema of an evidence bundle."""

from __future__ import annotations

from kyosei.bundles.document import FORMAT
from kyosei.verdicts.schemas import Schema, published

__all__ = [
    "COMMITMENT", "DAY", "INSTANT", "JWS", "TEXT", "attested_schema", "bundle_schema", "closed", "entry_schema", "proof_schema",
]  # fmt: skip

TEXT: Schema = {"type": "string"}
DAY: Schema = {"$ref": "#/$defs/day"}
INSTANT: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?\+00:00$",
    "description": "In UTC.",
}
COMMITMENT: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
JWS: Schema = {"type": "string", "pattern": r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$"}


def bundle_schema() -> Schema:
    """Canonical JSON (RFC 8785) of one object; the keys are explained in docs/evidence-bundle.md."""
    verdict: Schema = {"$ref": "#/$defs/verdict"}
    pieces: Schema = {"type": "array", "items": {"$ref": "#/$defs/piece"}}
    return published(
        "bundle",
        "One verdict with everything it rests on",
        closed(
            {
                "format": {"const": FORMAT},
                "program": TEXT,
                "question": _question(),
                "entries": {"type": "array", "items": entry_schema(), "minItems": 1},
                "attested": attested_schema(),
                "law": closed({"text": TEXT, "holidays": {"type": "array", "items": DAY}}),
                "answer": closed({"verdict": verdict, "proof": closed(dict.fromkeys(("ja", "ja-easy", "en"), pieces))}),
                "seal": JWS,
            }
        ),
    )


def _question() -> Schema:
    return closed(
        {
            "norm": TEXT,
            "about": {"$ref": "#/$defs/parties"},
            "instance": DAY,
            "on": DAY,
            "known": INSTANT,
            "position": {"type": "integer", "minimum": 1},
            "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        },
        "instance",
    )


def entry_schema() -> Schema:
    """An entry with its proof: with what was signed, or erased."""
    erased = closed({"id": TEXT, "type": TEXT, "commitment": COMMITMENT})
    return closed(
        {"recorded_at": INSTANT, "proof": proof_schema(), "envelope": JWS, "erased": erased}, "envelope", "erased"
    )


def proof_schema() -> Schema:
    """A proof that the log has an entry."""
    return {"type": "string", "pattern": r"^c2sp\.org/tlog-proof@v1\n"}


def attested_schema() -> Schema:
    """What the operator attests: inputs that rest on entries about others."""
    sign = closed({"source": {"$ref": "#/$defs/party"}, "stated_at": INSTANT, "recorded_at": INSTANT})
    return closed(
        {
            "signs": {"type": "array", "items": sign},
            "elsewhere": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
        }
    )


def closed(properties: Schema, *optional: str) -> Schema:
    """An object with these keys and no other, all of them save the optional ones."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
