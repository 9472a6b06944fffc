"""The published JSON Schema of a receipt."""

from __future__ import annotations

from kyosei.bundles.schema import COMMITMENT, DAY, INSTANT, JWS, TEXT, closed, entry_schema, proof_schema
from kyosei.receipts.document import FORMAT
from kyosei.verdicts.schemas import Schema, published

__all__ = ["receipt_schema"]


def receipt_schema() -> Schema:
    """Canonical JSON (RFC 8785) of one object; the keys are explained in docs/receipts.md."""
    met = closed(
        {
            "norm": TEXT, "bearer": {"$ref": "#/$defs/party"}, "about": {"$ref": "#/$defs/parties"}, "instance": DAY,
            "arose": DAY, "due": DAY, "performed": DAY, "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        },
        "instance",
    )  # fmt: skip
    kept_back = closed({"commitment": COMMITMENT, "proof": proof_schema()})
    return published(
        "receipt",
        "A proof that a duty was met on its day",
        closed(
            {
                "format": {"const": FORMAT}, "program": TEXT, "met": met, "known": INSTANT,
                "position": {"type": "integer", "minimum": 1},
                "shown": {"type": "array", "items": entry_schema(), "minItems": 1},
                "kept_back": {"type": "array", "items": kept_back}, "seal": JWS,
            }
        ),
    )  # fmt: skip
