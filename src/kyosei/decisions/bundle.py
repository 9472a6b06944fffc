"""A sealed dossier as a file that is verified and computed again elsewhere, offline: what it says, and nothing verified here.

Canonical JSON (RFC 8785), so that the same contents always have the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from kyosei.bundles.document import (
    Attested,
    BundledEntry,
    attested_document,
    attested_from,
    day_in,
    day_out,
    entry_document,
    entry_from,
    instant_in,
    instant_out,
    text_in,
    whole_in,
)
from kyosei.bundles.schema import DAY, INSTANT, JWS, TEXT, attested_schema, closed, entry_schema
from kyosei.errors import BundleError, BundleFault
from kyosei.journal.envelope import canonical
from kyosei.verdicts.schemas import Schema, published

__all__ = ["FORMAT", "DossierBundle", "dossier_bundle_schema", "read_dossier_bundle", "write_dossier_bundle"]

FORMAT: Final = "kyosei dossier bundle 1"
_BYTES_MAX: Final = 256 << 20


@dataclass(frozen=True, slots=True)
class DossierBundle:
    """All of it. dossier: its address. known: microseconds, and position: when it was exported. entries: the records that the
    dossier was assembled from, the seal and what was done since, and the register behind their keys. seal: the operator's, a JWS.
    """

    program: str
    dossier: str
    known: int
    position: int
    entries: tuple[BundledEntry, ...]
    attested: Attested
    law_text: str
    holidays: tuple[int, ...]
    seal: bytes = b""

    def sealed(self, seal: bytes) -> DossierBundle:
        """The same with a seal."""
        return replace(self, seal=seal)

    def seal_content(self) -> Mapping[str, object]:
        """What the operator signs: everything but the seal itself."""
        return {"type": "dossier-bundle", "sha256": sha256(canonical(_document(self))).hexdigest()}


def write_dossier_bundle(bundle: DossierBundle) -> bytes:
    """The file."""
    return canonical({**_document(bundle), "seal": bundle.seal.decode("ascii")})


def read_dossier_bundle(content: bytes) -> DossierBundle:
    """The bundle in a file. BundleError if it is none, or is not written as its contents are."""
    if len(content) > _BYTES_MAX:
        raise BundleError(BundleFault.FORMAT, f"it has {len(content)} bytes; such a file has at most {_BYTES_MAX}")
    try:
        bundle = _bundle(json.loads(content))
        written = write_dossier_bundle(bundle)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise BundleError(BundleFault.FORMAT, f"it is no bundle of a dossier ({said})") from error
    if written != content:
        raise BundleError(
            BundleFault.FORMAT, "it has keys that no such bundle has, or is not canonical JSON (RFC 8785)"
        )
    return bundle


def dossier_bundle_schema() -> Schema:
    """The published JSON Schema of the file."""
    return published(
        "dossier-bundle",
        "A sealed dossier with everything it rests on",
        closed(
            {
                "format": {"const": FORMAT}, "program": TEXT, "dossier": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "known": INSTANT, "position": {"type": "integer", "minimum": 1},
                "entries": {"type": "array", "items": entry_schema(), "minItems": 1}, "attested": attested_schema(),
                "law": closed({"text": TEXT, "holidays": {"type": "array", "items": DAY}}), "seal": JWS,
            }
        ),
    )  # fmt: skip


def _document(bundle: DossierBundle) -> dict[str, Any]:  # Any: JSON
    return {
        "format": FORMAT, "program": bundle.program, "dossier": bundle.dossier, "known": instant_out(bundle.known),
        "position": bundle.position, "entries": [entry_document(one) for one in bundle.entries],
        "attested": attested_document(bundle.attested),
        "law": {"text": bundle.law_text, "holidays": [day_out(day) for day in bundle.holidays]},
    }  # fmt: skip


def _bundle(document: Any) -> DossierBundle:  # Any: whatever JSON it is; what does not fit raises
    if document["format"] != FORMAT:
        raise ValueError(f"its format is {document['format']!r}, not {FORMAT!r}")
    law = document["law"]
    return DossierBundle(
        text_in(document["program"]), text_in(document["dossier"]), instant_in(document["known"]),
        whole_in(document["position"]), tuple(entry_from(one) for one in document["entries"]),
        attested_from(document["attested"]), text_in(law["text"]), tuple(day_in(day) for day in law["holidays"]),
        text_in(document["seal"]).encode("ascii"),
    )  # fmt: skip
