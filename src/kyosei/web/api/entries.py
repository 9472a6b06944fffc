"""Signed entries over the API: the institution signs, the journal decides, and each answer is a receipt or a refusal.

Whatever the journal takes can be sent so: statements, coverages, corrections, disputes, their resolutions, and what is said about
cases. The id of an entry is its idempotency key: the same bytes again get the same receipt, and other bytes under it are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kyosei.errors import EntryRefusedError
from kyosei.journal.admission import Receipt
from kyosei.journal.envelope import ENVELOPE_BYTES_MAX
from kyosei.verdicts.diff import iso_instant
from kyosei.verdicts.schemas import Schema
from kyosei.web.api.callers import portal_of, program_of
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.visitor import Visitor

__all__ = ["ENTRIES_BYTES_MAX", "Brought", "entries_schema", "take_entries"]

ENTRIES_BYTES_MAX: Final = 2_097_152
_ENTRIES_MAX: Final = 200

Program = Annotated[Visitor, Depends(program_of)]
Envelope = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.=-]*$", max_length=ENVELOPE_BYTES_MAX)]


class Brought(BaseModel):
    """entries: as `kyosei journal sign` writes them, in the order in which they are to be taken."""

    model_config = ConfigDict(extra="forbid")

    entries: Annotated[list[Envelope], Field(min_length=1, max_length=_ENTRIES_MAX)]


def take_entries(request: Request, caller: Program, brought: Brought) -> Response:
    """Takes each by itself, and answers for each in order: a receipt once it is in the public log, or why it is refused."""
    intake = portal_of(request).intake
    if intake is None:
        raise ProblemError(Problem.NOT_READY, "this portal takes no entries; ask whoever runs it where to send them")
    answers = intake.take_each([one.encode() for one in brought.entries])
    return JSONResponse(_document(answers), headers={"cache-control": "no-store"})


def _document(answers: Sequence[Receipt | EntryRefusedError]) -> dict[str, object]:
    return {"entries": [_refused(one) if isinstance(one, EntryRefusedError) else _receipt(one) for one in answers]}


def _receipt(receipt: Receipt) -> dict[str, object]:
    return {
        "taken": True, "id": receipt.id, "sequence": receipt.sequence, "recorded_at": iso_instant(receipt.recorded_at),
        "salt": receipt.salt.hex(), "commitment": receipt.commitment.hex(),
    }  # fmt: skip


def _refused(error: EntryRefusedError) -> dict[str, object]:
    return {"taken": False, "id": error.id, "refusal": error.refusal.value, "detail": error.message}


def entries_schema() -> Schema:
    """What is answered."""
    text: Schema = {"type": "string"}
    receipt: Schema = {
        "taken": {"const": True}, "id": text, "sequence": {"type": "integer"}, "recorded_at": text, "salt": text,
        "commitment": text,
    }  # fmt: skip
    refusal: Schema = {"taken": {"const": False}, "id": {"type": ["string", "null"]}, "refusal": text, "detail": text}
    each = [{"type": "object", "properties": one, "required": [*one]} for one in (receipt, refusal)]
    return {
        "type": "object",
        "properties": {"entries": {"type": "array", "items": {"oneOf": each}}},
        "required": ["entries"],
    }
