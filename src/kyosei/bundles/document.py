"""The bundle as a document: what stands in it, and how it is written and read; nothing is verified here.

A bundle is one file of canonical JSON (RFC 8785), so that the same contents always have the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from kyosei.errors import BundleError, BundleFault
from kyosei.journal.envelope import canonical
from kyosei.timelines.days import (
    date_from_day,
    day_from_date,
    instant_from_microseconds,
    microseconds_from_instant,
)

__all__ = [
    "FORMAT", "Attested", "Bundle", "BundledEntry", "Question", "attested_document", "attested_from", "day_in", "day_out",
    "entry_document", "entry_from", "instant_in", "instant_out", "read_bundle", "text_in", "whole_in", "write_bundle",
]  # fmt: skip

FORMAT: Final = "kyosei evidence bundle 1"
_BYTES_MAX: Final = 256 << 20


@dataclass(frozen=True, slots=True)
class Question:
    """What the verdict answers: a norm about these parties (by role) on a day. `key`: the day of a monthly instance, or -1.

    `known`: microseconds; `position`: how many entries the journal had; `law`: the version.
    """

    norm: str
    about: Mapping[str, str]
    key: int
    on: int
    known: int
    position: int
    law: str


@dataclass(frozen=True, slots=True)
class BundledEntry:
    """A signed entry, when the journal recorded it, and the proof that the log has it, with its salt (C2SP tlog-proof).

    Of an erased entry `envelope` is None, and `erased` has its id, type and what the log holds of it.
    """

    recorded_at: int
    envelope: bytes | None
    proof: bytes
    erased: tuple[str, str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Attested:
    """What the evaluation read from entries about other persons, which are not disclosed: the operator's word for it.

    signs: when a source last showed life (source, stated_at, recorded_at). elsewhere: how many of the statements that a
    coverage counts are about others, by the coverage's id.
    """

    signs: tuple[tuple[str, int, int], ...]
    elsewhere: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """All of it. `law_text`: the archived program; `holidays`: day numbers; `seal`: the operator's signature, a JWS."""

    program: str
    question: Question
    entries: tuple[BundledEntry, ...]
    attested: Attested
    law_text: str
    holidays: tuple[int, ...]
    answer: Mapping[str, Any]  # Any: JSON, as `answers` makes it
    seal: bytes = b""

    def sealed(self, seal: bytes) -> Bundle:
        """The same with a seal."""
        return replace(self, seal=seal)

    def contents(self) -> bytes:
        """What is sealed: everything but the seal itself."""
        return canonical(_document(self))


def write_bundle(bundle: Bundle) -> bytes:
    """The file."""
    return canonical({**_document(bundle), "seal": bundle.seal.decode("ascii")})


def read_bundle(content: bytes) -> Bundle:
    """The bundle in a file. BundleError if it is none, or is not written as its contents are."""
    if len(content) > _BYTES_MAX:
        raise _malformed(f"it has {len(content)} bytes; a bundle has at most {_BYTES_MAX}")
    try:
        bundle = _bundle(json.loads(content))
        written = write_bundle(bundle)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        said = f"{type(error).__name__}: {error}"
        raise _malformed(f"it is no evidence bundle ({' '.join(said.split())[:200]})") from error
    if written != content:
        raise _malformed("it has keys that no bundle has, or is not canonical JSON (RFC 8785)")
    return bundle


def _document(bundle: Bundle) -> dict[str, Any]:  # Any: JSON
    q = bundle.question
    question: dict[str, Any] = {  # Any: JSON
        "norm": q.norm, "about": dict(q.about), "on": day_out(q.on), "known": instant_out(q.known),
        "position": q.position, "law": q.law,
    }  # fmt: skip
    if q.key >= 0:
        question["instance"] = day_out(q.key)
    return {
        "format": FORMAT, "program": bundle.program, "question": question,
        "entries": [entry_document(entry) for entry in bundle.entries],
        "attested": attested_document(bundle.attested),
        "law": {"text": bundle.law_text, "holidays": [day_out(day) for day in bundle.holidays]},
        "answer": bundle.answer,
    }  # fmt: skip


def attested_document(attested: Attested) -> dict[str, Any]:  # Any: JSON
    """What the operator attests, as it stands in a file."""
    return {
        "signs": [
            {"source": source, "stated_at": instant_out(stated), "recorded_at": instant_out(recorded)}
            for source, stated, recorded in attested.signs
        ],
        "elsewhere": dict(attested.elsewhere),
    }


def attested_from(document: Any) -> Attested:  # Any: whatever JSON it is; what does not fit raises
    """What the operator attests, out of a file."""
    signs = tuple(
        (text_in(sign["source"]), instant_in(sign["stated_at"]), instant_in(sign["recorded_at"]))
        for sign in document["signs"]
    )
    return Attested(signs, {text_in(id_): whole_in(count) for id_, count in document["elsewhere"].items()})


def entry_document(entry: BundledEntry) -> dict[str, Any]:  # Any: JSON
    """An entry as it stands in a file."""
    document: dict[str, Any] = {  # Any: JSON
        "recorded_at": instant_out(entry.recorded_at), "proof": entry.proof.decode("utf-8"),
    }  # fmt: skip
    if entry.envelope is not None:
        document["envelope"] = entry.envelope.decode("ascii")
    if entry.erased is not None:
        id_, type_, commitment = entry.erased
        document["erased"] = {"id": id_, "type": type_, "commitment": commitment.hex()}
    return document


def _bundle(document: Any) -> Bundle:  # Any: whatever JSON it is; what does not fit raises
    if document["format"] != FORMAT:
        raise ValueError(f"its format is {document['format']!r}, not {FORMAT!r}")
    asked, law = document["question"], document["law"]
    question = Question(
        text_in(asked["norm"]), {text_in(role): text_in(id_) for role, id_ in asked["about"].items()},
        day_in(asked["instance"]) if "instance" in asked else -1,
        day_in(asked["on"]), instant_in(asked["known"]), whole_in(asked["position"]), text_in(asked["law"]),
    )  # fmt: skip
    return Bundle(
        text_in(document["program"]), question, tuple(entry_from(entry) for entry in document["entries"]),
        attested_from(document["attested"]), text_in(law["text"]), tuple(day_in(day) for day in law["holidays"]),
        dict(document["answer"]), text_in(document["seal"]).encode("ascii"),
    )  # fmt: skip


def entry_from(document: Any) -> BundledEntry:  # Any: as above
    """An entry out of a file; what does not fit raises, as it does of the values below."""
    erased = document.get("erased")
    return BundledEntry(
        instant_in(document["recorded_at"]),
        text_in(document["envelope"]).encode("ascii") if "envelope" in document else None,
        text_in(document["proof"]).encode("utf-8"),
        None
        if erased is None
        else (text_in(erased["id"]), text_in(erased["type"]), bytes.fromhex(text_in(erased["commitment"]))),
    )


def text_in(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def whole_in(value: object) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no whole number")
    return value


def day_in(value: object) -> int:
    """A day number, of a date."""
    return day_from_date(date.fromisoformat(text_in(value)))


def day_out(day: int) -> str:
    """A date."""
    return date_from_day(day).isoformat()


def instant_in(value: object) -> int:
    """Microseconds, of an instant."""
    return microseconds_from_instant(datetime.fromisoformat(text_in(value)))


def instant_out(instant: int) -> str:
    """An instant."""
    return instant_from_microseconds(instant).isoformat()


def _malformed(message: str) -> BundleError:
    return BundleError(BundleFault.FORMAT, message)
