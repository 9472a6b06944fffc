"""JSON Schema (2020-12) of the entries about links, as they are signed; disputes and resolutions are case-file lines too."""

from __future__ import annotations

from typing import Any, Final

from kyosei.facts.link_evidence import SHARED_KINDS

__all__ = ["Schema", "link_line_schema"]

Schema = dict[str, Any]  # Any: JSON of any shape


def link_line_schema() -> Schema:
    """The schema of a link, its end, a dispute of it, and the end of that."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kyosei:schema:link-line",
        "title": "An entry about a link between two local ids of persons",
        "oneOf": [
            _entry(
                "link", "decided_by", persons={"type": "array", "items": _PERSON, "minItems": 2, "maxItems": 2},
                evidence={"type": "array", "items": {"oneOf": _EVIDENCE}, "minItems": 1}, decided_by=_HUMAN,
                source=_PARTY,
            ),
            _entry("unlink", target=_ID, reason=_TEXT, decided_by=_HUMAN, source=_PARTY),
            _entry("dispute", target=_ID, by=_PARTY, reason=_TEXT),
            _entry("resolution", target=_ID, by=_PARTY, outcome={"enum": ["kept", "corrected"]}, reason=_TEXT),
        ],
    }  # fmt: skip


def _entry(type_: str, *optional: str, **properties: Schema) -> Schema:
    return _exactly({"type": {"const": type_}, "id": _ID, **properties, "stated_at": _INSTANT}, *optional)


def _exactly(properties: Schema, *optional: str) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_ID: Final[Schema] = {"type": "string", "pattern": r"^\S{1,200}$"}
_PERSON: Final[Schema] = {"type": "string", "pattern": r"^person:\S+$"}
_HUMAN: Final[Schema] = {"type": "string", "pattern": r"^(staff|person):\S+$"}
_PARTY: Final[Schema] = {"type": "string", "pattern": r"^(person|org|authority|municipality|insurer):\S+$"}
_INSTANT: Final[Schema] = {
    "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$",
}  # fmt: skip
_EVIDENCE: Final[list[Schema]] = [
    _exactly({"type": {"const": "shared_identifier"}, "kind": {"enum": list(SHARED_KINDS)}, "masked": _TEXT}),
    _exactly({"type": {"const": "document_seen"}, "document": _TEXT, "seen_by": _HUMAN}),
    _exactly({"type": {"const": "person_says"}, "person": _PERSON}),
    _exactly(
        {
            "type": {"const": "compared"}, "normalisation": _TEXT, "model": _TEXT,
            "found": {"type": "array", "items": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}},
        }
    ),
]  # fmt: skip
