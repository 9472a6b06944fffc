"""The dossier as a document: canonical JSON (RFC 8785), and its address, the SHA-256 of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kyosei.decisions.dossier import FORMAT, Dossier
from kyosei.decisions.shape import read_record, schema_of, written
from kyosei.errors import QuestionError
from kyosei.journal.decision_lines import address_of_document
from kyosei.verdicts.schemas import Schema, published

__all__ = ["address_of", "document_of", "dossier_from", "dossier_schema", "read_dossier"]

Document = Mapping[str, Any]  # Any: JSON


def document_of(dossier: Dossier) -> dict[str, Any]:  # Any: JSON
    """The dossier as JSON."""
    return {"format": FORMAT, **written(dossier)}


def address_of(dossier: Dossier) -> str:
    """The address of a dossier: another content has another."""
    return address_of_document(document_of(dossier))


def dossier_from(document: Document) -> Dossier:
    """The dossier that JSON holds. QuestionError names the first place that does not fit."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise QuestionError(f"it is no dossier: its `format` must be {FORMAT!r}")
    return read_record(Dossier, {key: value for key, value in document.items() if key != "format"})


def read_dossier(content: bytes) -> Dossier:
    """The dossier in a file, however it is laid out. QuestionError if it holds none."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"it is no JSON: {' '.join(str(error).split())[:200]}") from error
    return dossier_from(document)


def dossier_schema() -> Schema:
    """The published JSON Schema of a dossier."""
    schema = schema_of(Dossier)
    schema["properties"] = {"format": {"const": FORMAT}, **schema["properties"]}
    schema["required"] = ["format", *schema["required"]]
    return published("dossier", "On what an application was decided", schema)
