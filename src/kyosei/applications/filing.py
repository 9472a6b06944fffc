"""What stands in a filing: what was met and open when it was filed, whom it asks, and to what the person consented.

Published as JSON; the entry that files an application holds it as its `document`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kyosei.decisions.dossier import AsOf, Finding
from kyosei.decisions.shape import Day, read_record, schema_of, written
from kyosei.decisions.shown import Meanwhile
from kyosei.errors import QuestionError
from kyosei.verdicts.schemas import Schema, published

__all__ = [
    "FORMAT", "NAMES_A_STATUS", "PROCEDURES", "Agreed", "Asked", "Attached", "Filing", "Question", "asked_from", "document_of",
    "filing_from", "filing_schema",
]  # fmt: skip

FORMAT: Final = "kyosei application 1"
PROCEDURES: Final = ("renewal", "change", "permanent", "acquisition", "work_permission")
"""What can be applied for here, of the procedures that the vocabulary has."""
NAMES_A_STATUS: Final = ("change", "acquisition")
"""Of these it is said which status is asked for."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """To what the person agreed when they filed: of which kinds of records the office reads what these sources say. language: in
    which it was shown.
    """

    purpose: str
    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Question:
    """A record that an institution owes and that a requirement waits for. answer_by: the day by which it usually tells such
    records (the lag of its kind). It is never asked of the person.
    """

    id: str
    kind: str
    owner: str
    norms: tuple[str, ...]
    answer_by: Day


@dataclass(frozen=True, slots=True)
class Filing:
    """An application as it was filed. day: on which. as_of: the reading of the journal and the law that `findings` rest on.

    judged: the norms that wait for the office's own judgement alone. assessed: whether its requirements are norms here. flags:
    what the law has to be minded of (`flags.FLAGS`). group: what applications that were filed together have in common.
    """

    procedure: str
    day: Day
    as_of: AsOf
    assessed: bool
    findings: tuple[Finding, ...]
    judged: tuple[str, ...]
    questions: tuple[Question, ...]
    agreed: Agreed
    meanwhile: Meanwhile
    flags: tuple[str, ...]
    for_status: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A document by its content: the SHA-256 in hexadecimal, how many bytes, how it is called, and what it is."""

    sha256: str
    bytes: int
    name: str
    media_type: str
    translation: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What an office asks the person for. kind: of the vocabulary, None: none fits."""

    what: str
    kind: str | None = None


Document = Mapping[str, Any]  # Any: JSON


def document_of(filing: Filing) -> dict[str, Any]:  # Any: JSON
    """The filing as JSON."""
    return {"format": FORMAT, **written(filing)}


def filing_from(document: Document | None) -> Filing:
    """The filing that JSON holds. QuestionError names the first place that does not fit."""
    if document is None or document.get("format") != FORMAT:
        raise QuestionError(f"it is no application: its `format` must be {FORMAT!r}")
    return read_record(Filing, {key: value for key, value in document.items() if key != "format"}, "the application")


def asked_from(document: Document | None) -> Asked:
    """What a request asks for. QuestionError if it is none."""
    return read_record(Asked, document, "the request")


def filing_schema() -> Schema:
    """The published JSON Schema of a filing."""
    schema = schema_of(Filing)
    schema["properties"] = {"format": {"const": FORMAT}, **schema["properties"]}
    schema["required"] = ["format", *schema["required"]]
    return published("application", "An application as it was filed", schema)
