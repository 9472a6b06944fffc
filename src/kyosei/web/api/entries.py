"""Signed entries over the API: the institution signs, the journal decides, and each answer is a receipt or a refusal.

Whatever the journal takes can be sent so: statements, coverages, corrections, disputes, their resolutions, and what is said about
cases. The id of an entry is its idempotency key: the same bytes again get the same receipt, and other bytes under it are refused.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Annotated, Final, assert_never

from fastapi import Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.admission import Receipt, opened
from kyosei.journal.envelope import ENVELOPE_BYTES_MAX, Envelope
from kyosei.verdicts.diff import iso_instant
from kyosei.verdicts.schemas import Schema
from kyosei.web.api.callers import portal_of, program_of, seconds_to_wait
from kyosei.web.api.guarding import GUARDED, Guard, Stopped, brought_for_another, stopped, stopped_for_another
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.entering import Intake
from kyosei.web.portal import Portal
from kyosei.web.visitor import Visitor

__all__ = ["ENTRIES_BYTES_MAX", "Brought", "entries_schema", "take_entries"]

ENTRIES_BYTES_MAX: Final = 2_097_152
_ENTRIES_MAX: Final = 200
_NOT_TAKEN: Final = "The entry is not taken"

_Answer = Receipt | EntryRefusedError | Stopped

Program = Annotated[Visitor, Depends(program_of)]
Compact = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.=-]*$", max_length=ENVELOPE_BYTES_MAX)]


class Brought(BaseModel):
    """entries: as `kyosei journal sign` writes them, in the order in which they are to be taken."""

    model_config = ConfigDict(extra="forbid")

    entries: Annotated[list[Compact], Field(min_length=1, max_length=_ENTRIES_MAX)]


def take_entries(request: Request, caller: Program, brought: Brought) -> Response:
    """Takes each by itself, and answers for each in order: a receipt once it is in the public log, or why it is refused.

    Only what the caller's own institution has signed is taken.
    """
    portal = portal_of(request)
    intake = portal.intake
    if intake is None:
        raise ProblemError(Problem.NOT_READY, "this portal takes no entries; ask whoever runs it where to send them")
    answers = _taken(portal, intake, caller, [one.encode() for one in brought.entries])
    head = portal.public_log.head()
    document = {
        "entries": [_document(place, one) for place, one in enumerate(answers)],
        "checkpoint": None if head is None else head.note.decode(),
    }
    return JSONResponse(document, headers={"cache-control": "no-store"})


def _taken(portal: Portal, intake: Intake, caller: Visitor, received: Sequence[bytes]) -> list[_Answer]:
    """What becomes of each, in order: each knows those before it; neighbours without a guard are taken together."""
    pairs = [(one, opened(one)) for one in received]
    others = brought_for_another(portal, caller, [one for _, one in pairs if isinstance(one, Envelope)])
    answers: list[_Answer] = []
    for guarded, part in groupby(pairs, lambda pair: _is_guarded(pair[1], others)):
        if guarded:
            answers += [_alone(portal, intake, caller, one, others) for _, one in part if isinstance(one, Envelope)]
        else:
            answers += intake.take_each([one for one, _ in part])
    return answers


def _is_guarded(envelope: Envelope | EntryRefusedError, others: Collection[str]) -> bool:
    return isinstance(envelope, Envelope) and (envelope.key_id in others or envelope.type in GUARDED)


def _alone(portal: Portal, intake: Intake, caller: Visitor, envelope: Envelope, others: Collection[str]) -> _Answer:
    if envelope.key_id in others:
        return stopped_for_another(caller, envelope)
    if intake.has(envelope.id or ""):
        return intake.take_each([envelope.received])[0]
    seconds = seconds_to_wait(portal, caller)
    if seconds > 0:
        return Stopped(
            Guard.TOO_MANY, f"too many such entries in a short time; send it again in {seconds} seconds", envelope.id
        )
    refused = stopped(portal, intake, caller, envelope)
    return intake.take_each([envelope.received])[0] if refused is None else refused


def _document(place: int, answer: _Answer) -> dict[str, object]:
    match answer:
        case Receipt():
            return {
                "taken": True, "id": answer.id, "sequence": answer.sequence, "recorded_at": iso_instant(answer.recorded_at),
                "salt": answer.salt.hex(), "commitment": answer.commitment.hex(),
            }  # fmt: skip
        case EntryRefusedError():
            return _refused(place, answer.id, answer.refusal.value, answer.message)
        case Stopped():
            return _refused(place, answer.id, answer.guard.value, answer.detail)
        case _:
            assert_never(answer)


def _refused(place: int, id_: str | None, refusal: str, detail: str) -> dict[str, object]:
    """A problem (RFC 9457) of one entry; at: a pointer (RFC 6901) to it in what was sent."""
    return {
        "taken": False, "id": id_, "at": f"/entries/{place}", "type": f"urn:kyosei:refusal:{refusal}", "title": _NOT_TAKEN,
        "refusal": refusal, "detail": detail,
    }  # fmt: skip


def entries_schema() -> Schema:
    """What is answered."""
    text: Schema = {"type": "string"}
    receipt: Schema = {
        "taken": {"const": True}, "id": text, "sequence": {"type": "integer"}, "recorded_at": text, "salt": text,
        "commitment": text,
    }  # fmt: skip
    refusal: Schema = {
        "taken": {"const": False}, "id": {"type": ["string", "null"]}, "at": text,
        "type": {"type": "string", "format": "uri"}, "title": text,
        "refusal": {"enum": sorted([*Refusal, *Guard])}, "detail": text,
    }  # fmt: skip
    each = [{"type": "object", "properties": one, "required": [*one]} for one in (receipt, refusal)]
    return {
        "type": "object",
        "properties": {
            "entries": {"type": "array", "items": {"oneOf": each}}, "checkpoint": {"type": ["string", "null"]},
        },
        "required": ["entries", "checkpoint"],
    }  # fmt: skip
