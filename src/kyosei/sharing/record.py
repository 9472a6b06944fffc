"""The signed record of a check: what was asked and answered that day, for whoever has to show later that they asked.

It has what the page showed, and the operator's seal; nothing else about the person, and no code. It proves what was answered
then, and nothing about any later day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from kyosei.bundles.document import instant_out
from kyosei.errors import BundleError, BundleFault, EntryRefusedError
from kyosei.journal.envelope import SigningKey, VerifyingKey, canonical, open_envelope
from kyosei.sharing.answer import answer_document
from kyosei.sharing.checking import Checked
from kyosei.sharing.prose import answer_said
from kyosei.sharing.schema import FORMAT

__all__ = ["record_of", "verify_record"]

_BYTES_MAX: Final = 64 << 10
_KEYS: Final = frozenset(("format", "program", "asked_by", "made_for", "answered_at", "answer", "seal"))


def record_of(checked: Checked, seal_with: SigningKey | None, program: str) -> bytes:
    """The record as a file: canonical JSON (RFC 8785), without a seal if there is no key. `program`: its name and version."""
    document = {
        "format": FORMAT, "program": program, "asked_by": checked.name, "made_for": checked.verifier,
        "answered_at": instant_out(checked.at), "answer": answer_document(checked.answer),
    }  # fmt: skip
    if seal_with is None:
        return canonical(document)
    return canonical({**document, "seal": seal_with.sign(_sealed(document)).decode("ascii")})


def verify_record(content: bytes, root: VerifyingKey) -> Mapping[str, Any]:  # Any: JSON
    """What stands in a record. BundleError if it is none, or was not sealed with this key."""
    if len(content) > _BYTES_MAX:
        raise BundleError(BundleFault.FORMAT, f"it has {len(content)} bytes; a record has at most {_BYTES_MAX}")
    try:
        document = json.loads(content)
        if document["format"] != FORMAT or frozenset(document) != _KEYS or canonical(document) != content:
            raise ValueError(f"it is not canonical JSON of format {FORMAT!r}, or has keys that no record has")
        seal, rest = document["seal"], {name: value for name, value in document.items() if name != "seal"}
        answer_said(document["answer"], "en")
        received = seal.encode("ascii")
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise BundleError(BundleFault.FORMAT, f"it is no record of a check ({said})") from error
    try:
        envelope = open_envelope(received)
        root.verify(envelope)
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SEAL, error.message) from error
    if envelope.key_id != root.id or envelope.content != _sealed(rest):
        raise BundleError(BundleFault.SEAL, "the seal is of other contents")
    return rest


def _sealed(document: Mapping[str, object]) -> Mapping[str, object]:
    return {"type": "check-record", "sha256": sha256(canonical(document)).hexdigest()}
