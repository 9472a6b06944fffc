"""What a receipt of a pending application is made of; apart from what takes and verifies one, as no schema needs that."""

from __future__ import annotations

from typing import Final

from kyosei.bundles.schema import DAY, INSTANT, JWS, TEXT, closed, entry_schema
from kyosei.verdicts.schemas import Schema, published

__all__ = ["FORMAT", "pending_schema"]

FORMAT: Final = "kyosei application receipt 1"


def pending_schema() -> Schema:
    """The published JSON Schema of a receipt."""
    return published(
        "application-receipt",
        "A proof that an application about the stay is pending",
        closed(
            {
                "format": {"const": FORMAT}, "program": TEXT, "application": TEXT, "procedure": TEXT, "person": TEXT,
                "office": TEXT, "day": DAY, "prolongs": {"type": "boolean"}, "stay_ends": DAY, "lawful_until": DAY, "law": TEXT,
                "known": INSTANT, "position": {"type": "integer", "minimum": 1},
                "shown": {"type": "array", "items": entry_schema(), "minItems": 1}, "seal": JWS,
            },
            "stay_ends", "lawful_until",
        ),
    )  # fmt: skip
