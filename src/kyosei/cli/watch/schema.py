"""JSON Schema of what `kyosei watch` prints, apart from it: printing schemas loads no engine."""

from __future__ import annotations

from typing import Final

from kyosei.verdicts.schemas import Schema, published

__all__ = ["watch_schema"]

COUNTED: Final = (
    "entries", "days", "evaluated", "transitions", "cases_of", "notices", "handed_over", "receipts", "silenced",
)  # fmt: skip
"""What a round did: entries taken up, days begun, subjects evaluated, transitions told, subjects whose cases were derived,
notices posted and handed over, receipts entered, norms silenced."""


def watch_schema() -> Schema:
    """One object for each round; a watch that goes on prints one after another."""
    return published("watch", "What a round of the watch did", {
        "type": "object", "properties": {name: {"type": "integer", "minimum": 0} for name in COUNTED},
        "required": list(COUNTED), "additionalProperties": False,
    })  # fmt: skip
