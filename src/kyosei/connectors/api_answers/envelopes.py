"""The envelope: one line for each request, with what was asked of a web service, when, and what it answered.

One line reads `{"request": "GET …", "retrieved_at": "2026-11-05T09:00:00+09:00", "response": …}`: `response` is the
body as it came, and `retrieved_at` is when the service said so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from kyosei.connectors.api_answers.located import Located
from kyosei.connectors.lines import shown
from kyosei.errors import InstitutionFileError

__all__ = ["Envelope", "read_envelopes"]

KEYS = ("request", "retrieved_at", "response")


@dataclass(frozen=True, slots=True)
class Envelope:
    """One answer, not yet looked into."""

    request: Located
    retrieved_at: datetime
    response: Located


def read_envelopes(sender: str, file: str, content: bytes) -> list[Envelope]:
    """Every answer of the file, in order; empty lines are passed over. `sender` names the service in messages."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise InstitutionFileError(
            file, row, "", f"byte {content[error.start]:#04x} is not UTF-8; save the answers as UTF-8 JSON Lines"
        ) from error
    rows = text.split("\n")
    envelopes = [read_envelope(sender, file, row, line) for row, line in enumerate(rows, start=1) if line.strip()]
    if not envelopes:
        raise InstitutionFileError(file, 1, "", "holds no answer; write one JSON object a line for each request")
    return envelopes


def read_envelope(sender: str, file: str, row: int, line: str) -> Envelope:
    """The answer on one line."""
    envelope = Located(sender, file, row, "", parsed(sender, file, row, line))
    for name in envelope.members():
        if name not in KEYS:
            raise envelope.inner(shown(name), None).refusal(f"is no key of an answer; use only {', '.join(KEYS)}")
    return Envelope(
        request=envelope.member("request"),
        retrieved_at=envelope.member("retrieved_at").instant(),
        response=envelope.member("response"),
    )


def parsed(sender: str, file: str, row: int, line: str) -> object:
    """The JSON of one line; repeated keys and NaN are refused, as two readers would understand them differently."""

    def refusal(message: str) -> InstitutionFileError:
        return InstitutionFileError(file, row, "", f"{message}; give the answer as {sender} sent it")

    def without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
        members: dict[str, object] = {}
        for key, value in pairs:
            if key in members:
                raise refusal(f"says the key {shown(key)} twice in one object")
            members[key] = value
        return members

    def without_constants(name: str) -> NoReturn:
        raise refusal(f"has {name}, which is no JSON number")

    try:
        value: object = json.loads(line, object_pairs_hook=without_repeats, parse_constant=without_constants)
    except json.JSONDecodeError as error:
        reason = f"is not JSON at column {error.colno} ({error.msg})"
        raise InstitutionFileError(file, row, "", f"{reason}; write one complete JSON object a line") from error
    except (RecursionError, ValueError) as error:
        # What remains of ValueError is a number with more digits than Python reads.
        raise refusal(f"nests too deeply or has a number too long to be an answer of {sender}") from error
    return value
