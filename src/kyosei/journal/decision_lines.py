"""How an act on a dossier is written as an entry, and that the dossier has the address it is given."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Final

from kyosei.facts.case_file import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.values import identifier, instants, party, printable, required, text
from kyosei.journal.entries import Decision, DecisionAct, ReviewOutcome
from kyosei.journal.envelope import canonical

__all__ = ["address_of_document", "check_held", "read_decision"]

_ADDRESS: Final = re.compile(r"[0-9a-f]{64}")
_OF_A_SEAL: Final = ("person", "application", "document")


def address_of_document(document: Mapping[str, Any]) -> str:  # Any: JSON
    """The address of a dossier: the SHA-256 of its canonical JSON (RFC 8785), in hexadecimal."""
    return hashlib.sha256(canonical(document)).hexdigest()


def read_decision(line: Line, rulings: tuple[str, ...]) -> Decision:
    """The act that a line states; rulings: what stands under `rulings`. CaseFileError if it is none that may be."""
    written = identifier(line, "act")
    if written not in tuple(DecisionAct):
        raise line.refusal(f"unknown act {shown(written)}; {nearest(written, DecisionAct)}")
    act = DecisionAct(written)
    dossier = identifier(line, "dossier")
    if not _ADDRESS.fullmatch(dossier):
        raise line.refusal(f"`dossier` is {shown(dossier)}; write its SHA-256 as 64 hexadecimal digits in lower case")
    id_, author, source = identifier(line, "id"), identifier(line, "author"), party(line, "source")
    _check_keys(line, act)
    if act is DecisionAct.SEAL:
        return Decision(
            id_, act, dossier, party(line, "person"), identifier(line, "application"), _document(line, dossier), "", None,
            author, source, *instants(line),
        )  # fmt: skip
    needed = act not in (DecisionAct.NOTIFY, DecisionAct.REVIEW)
    reason = text(line, "reason") if needed or "reason" in line.content else ""
    language = identifier(line, "language") if act is DecisionAct.NOTIFY else None
    outcome = _outcome(line) if act is DecisionAct.OUTCOME else None
    return Decision(
        id_, act, dossier, None, None, None, reason, language, author, source, *instants(line), outcome, rulings
    )  # fmt: skip


def _outcome(line: Line) -> ReviewOutcome:
    written = identifier(line, "outcome")
    if written not in tuple(ReviewOutcome):
        raise line.refusal(f"unknown outcome {shown(written)}; {nearest(written, ReviewOutcome)}")
    return ReviewOutcome(written)


def _check_keys(line: Line, act: DecisionAct) -> None:
    """Each act has its own keys, and no other's."""
    for key, has in (
        *((key, act is DecisionAct.SEAL) for key in _OF_A_SEAL),
        ("reason", act not in (DecisionAct.SEAL, DecisionAct.NOTIFY)),
        ("language", act is DecisionAct.NOTIFY),
        ("outcome", act is DecisionAct.OUTCOME),
        ("rulings", act is DecisionAct.REVIEW),
    ):
        if not has and key in line.content:
            raise line.refusal(f"`{key}` has no place in an act of this sort ({act.value}); leave it out")


def _document(line: Line, dossier: str) -> Mapping[str, Any]:  # Any: JSON
    document = required(line, "document")
    if not isinstance(document, dict):
        raise line.refusal("`document` must be the dossier, one JSON object")
    check_held(line, document)
    try:
        address = address_of_document(document)
    except ValueError as error:
        raise line.refusal(f"`document` has no canonical JSON: {error}") from error
    if address != dossier:
        raise line.refusal(f"`dossier` is not the address of `document`, which is {address}")
    return document


def check_held(line: Line, value: object) -> None:
    """A `document` has nothing but what the store can hold: texts without control characters, whole numbers, lists, objects."""
    match value:
        case str():
            if not printable(value.replace("\n", " ")):
                raise line.refusal(f"`document` has the text {shown(value)} with a control character; leave it out")
        case dict():
            for key, held in value.items():
                check_held(line, key)
                check_held(line, held)
        case list():
            for held in value:
                check_held(line, held)
        case float():
            raise line.refusal(f"`document` has the number {value}; write whole numbers")
        case _:
            pass
