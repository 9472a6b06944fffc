"""The receipt as a document: what stands in it, and how it is written and read; nothing is verified here.

A receipt is one file of canonical JSON (RFC 8785). Days are dates in Japan, instants are in UTC.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from kyosei.bundles.document import (
    BundledEntry,
    day_in,
    day_out,
    entry_document,
    entry_from,
    instant_in,
    instant_out,
    text_in,
    whole_in,
)
from kyosei.errors import BundleError, BundleFault
from kyosei.journal.envelope import canonical

__all__ = ["FORMAT", "KeptBack", "Met", "Receipt", "read_receipt", "write_receipt"]

FORMAT: Final = "kyosei duty receipt 1"
_BYTES_MAX: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class Met:
    """A duty that was met: of which norm, by whom, about these parties (by role). Days are day numbers; instance: -1 if none.

    arose, due, performed: since when, until when and on which day. law: the version of the law that says so.
    """

    norm: str
    bearer: str
    about: Mapping[str, str]
    instance: int
    arose: int
    due: int
    performed: int
    law: str


@dataclass(frozen=True, slots=True)
class KeptBack:
    """An entry that the verdict rests on as well: what the log holds of it, and the proof that it does. It says nothing more."""

    commitment: bytes
    proof: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """All of it. known: microseconds; position: how many entries the journal had. shown: the entries by which the duty was met,
    with the register behind their keys. seal: the operator's signature, a JWS.
    """

    program: str
    met: Met
    known: int
    position: int
    shown: tuple[BundledEntry, ...]
    kept_back: tuple[KeptBack, ...]
    seal: bytes = b""

    def sealed(self, seal: bytes) -> Receipt:
        """The same with a seal."""
        return replace(self, seal=seal)

    def seal_content(self) -> Mapping[str, object]:
        """What the operator signs: everything but the seal itself."""
        return {"type": "duty-receipt", "sha256": sha256(canonical(_document(self))).hexdigest()}


def write_receipt(receipt: Receipt) -> bytes:
    """The file."""
    return canonical({**_document(receipt), "seal": receipt.seal.decode("ascii")})


def read_receipt(content: bytes) -> Receipt:
    """The receipt in a file. BundleError if it is none, or is not written as its contents are."""
    if len(content) > _BYTES_MAX:
        raise BundleError(BundleFault.FORMAT, f"it has {len(content)} bytes; a receipt has at most {_BYTES_MAX}")
    try:
        receipt = _receipt(json.loads(content))
        written = write_receipt(receipt)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise BundleError(BundleFault.FORMAT, f"it is no receipt ({said})") from error
    if written != content:
        raise BundleError(BundleFault.FORMAT, "it has keys that no receipt has, or is not canonical JSON (RFC 8785)")
    return receipt


def _document(receipt: Receipt) -> dict[str, Any]:  # Any: JSON
    met = receipt.met
    duty: dict[str, Any] = {  # Any: JSON
        "norm": met.norm, "bearer": met.bearer, "about": dict(met.about), "arose": day_out(met.arose),
        "due": day_out(met.due), "performed": day_out(met.performed), "law": met.law,
    }  # fmt: skip
    if met.instance >= 0:
        duty["instance"] = day_out(met.instance)
    return {
        "format": FORMAT, "program": receipt.program, "met": duty, "known": instant_out(receipt.known),
        "position": receipt.position, "shown": [entry_document(one) for one in receipt.shown],
        "kept_back": [
            {"commitment": one.commitment.hex(), "proof": one.proof.decode("utf-8")} for one in receipt.kept_back
        ],
    }  # fmt: skip


def _receipt(document: Any) -> Receipt:  # Any: whatever JSON it is; what does not fit raises
    if document["format"] != FORMAT:
        raise ValueError(f"its format is {document['format']!r}, not {FORMAT!r}")
    duty = document["met"]
    met = Met(
        text_in(duty["norm"]), text_in(duty["bearer"]),
        {text_in(role): text_in(id_) for role, id_ in duty["about"].items()},
        day_in(duty["instance"]) if "instance" in duty else -1,
        day_in(duty["arose"]), day_in(duty["due"]), day_in(duty["performed"]), text_in(duty["law"]),
    )  # fmt: skip
    kept_back = tuple(
        KeptBack(bytes.fromhex(text_in(one["commitment"])), text_in(one["proof"]).encode("utf-8"))
        for one in document["kept_back"]
    )
    return Receipt(
        text_in(document["program"]), met, instant_in(document["known"]), whole_in(document["position"]),
        tuple(entry_from(one) for one in document["shown"]), kept_back, text_in(document["seal"]).encode("ascii"),
    )  # fmt: skip
