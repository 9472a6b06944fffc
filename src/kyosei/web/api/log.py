"""The public log over the API: its newest checkpoint, and proofs that it has an entry. It names nobody, so nobody signs in."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Request
from fastapi.responses import Response

from kyosei.verdicts.schemas import Schema
from kyosei.web.api.answers import answered
from kyosei.web.api.callers import portal_of
from kyosei.web.api.problems import Problem, ProblemError

__all__ = ["checkpoint_schema", "proof_schema", "read_checkpoint", "read_log_proof"]

Number = Annotated[int, Path(ge=0, le=10**15, description="The `sequence` of a receipt.")]


def read_checkpoint(request: Request) -> Response:
    """The newest checkpoint as it was signed, to be kept outside of the log."""
    head = portal_of(request).public_log.head()
    if head is None:
        raise ProblemError(Problem.NOT_FOUND, "the log is empty")
    document = {"origin": head.origin, "size": head.size, "root": head.root, "checkpoint": head.note.decode()}
    return answered(request, document)


def read_log_proof(request: Request, number: Number) -> Response:
    """The proof (C2SP tlog-proof) that the log has an entry, to be verified offline."""
    proof = portal_of(request).public_log.proof(number)
    if proof is None:
        raise ProblemError(Problem.NOT_FOUND, "the log has no entry at this place")
    return answered(request, {"sequence": number, "proof": proof.decode()})


def checkpoint_schema() -> Schema:
    """What is answered about the newest checkpoint."""
    text: Schema = {"type": "string"}
    return _all_of({"origin": text, "size": {"type": "integer"}, "root": text, "checkpoint": text})


def proof_schema() -> Schema:
    """What is answered about an entry of the log."""
    return _all_of({"sequence": {"type": "integer"}, "proof": {"type": "string"}})


def _all_of(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": [*properties]}
