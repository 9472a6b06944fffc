"""The published JSON Schema of the record of a check."""

from __future__ import annotations

from typing import Final

from kyosei.bundles.schema import DAY, INSTANT, JWS, TEXT, closed
from kyosei.sharing.profiles import PROFILES, Predicate
from kyosei.sharing.prose import SAID
from kyosei.verdicts.schemas import Schema, published

__all__ = ["FORMAT", "record_schema"]

FORMAT: Final = "kyosei check record 1"


def record_schema() -> Schema:
    """Canonical JSON (RFC 8785) of one object; the keys are explained in docs/checks.md."""
    said = closed(
        {
            "predicate": {"enum": [one.value for one in Predicate]},
            "answer": {"enum": list(SAID)},
            "last_day": {"oneOf": [DAY, {"type": "null"}]},
            "status": {"type": ["string", "null"]},
            "provisions": {"type": "array", "items": {"$ref": "#/$defs/provision"}},
        }
    )
    answer = closed(
        {
            "profile": {"enum": list(PROFILES)},
            "names": {"type": "array", "items": closed({"script": TEXT, "text": TEXT})},
            "on": DAY, "known": {"$ref": "#/$defs/instant"},
            "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
            "answers": {"type": "array", "items": said, "minItems": 1},
        }
    )  # fmt: skip
    return published(
        "check-record",
        "What a code showed a checker",
        closed(
            {
                "format": {"const": FORMAT}, "program": TEXT, "asked_by": TEXT, "made_for": TEXT, "answered_at": INSTANT,
                "answer": answer, "seal": JWS,
            },
            "seal",
        ),
    )  # fmt: skip
