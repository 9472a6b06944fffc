"""The receipt of an application that is pending: the office's signed statement out of the log, and until when the stay goes on.

One file of canonical JSON (RFC 8785). That it still pends, and that no other record says otherwise, is the operator's word of the
instant `known`, given by the seal; that the office received it on its day, anybody can verify offline.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from kyosei.access.requests import Request
from kyosei.applications.application import Stage, applications_of
from kyosei.applications.receipt_schema import FORMAT
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
from kyosei.bundles.entries import Trust, verified_entries
from kyosei.bundles.exporting import bundled
from kyosei.decisions.drafting import Office
from kyosei.decisions.outlook import meanwhile_of
from kyosei.errors import BundleError, BundleFault, EntryRefusedError, QuestionError
from kyosei.facts.statements import Statement
from kyosei.journal.entries import Institution, KeyRegistration, KeyRevocation
from kyosei.journal.envelope import SigningKey, canonical, open_envelope
from kyosei.journal.journal import Journal

__all__ = ["PendingReceipt", "take_pending", "verify_pending"]

_BYTES_MAX: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class PendingReceipt:
    """All of it. day: on which it was filed. prolongs: the law lets the stay go on for a time meanwhile; stay_ends: the first day
    after the period of stay; lawful_until: the first on which the stay is no longer sure, both -1 if it is not known. shown: the
    office's statement, with the register behind its key.
    """

    program: str
    application: str
    procedure: str
    person: str
    office: str
    day: int
    prolongs: bool
    stay_ends: int
    lawful_until: int
    law: str
    known: int
    position: int
    shown: tuple[BundledEntry, ...]
    seal: bytes = b""

    def seal_content(self) -> Mapping[str, object]:
        """What the operator signs: everything but the seal itself."""
        return {"type": "application-receipt", "sha256": sha256(canonical(_document(self))).hexdigest()}


def take_pending(
    journal: Journal, office: Office, request: Request, application: str, seal_with: SigningKey, program: str
) -> bytes:
    """The receipt as a file, sealed with the operator's root key; two looks. QuestionError if it is not pending."""
    found = next((one for one in applications_of(office.path, request) if one.id == application), None)
    if found is None:
        raise QuestionError(f"there is no application {application!r} of {request.subject}")
    statement = found.statement
    if found.stage is not Stage.RECEIVED or statement is None:
        raise QuestionError(f"{application} is not pending ({found.stage.value}); a receipt shows one that is")
    chosen = office.path.chosen(request, lambda case, known: ({statement}, ()))
    evaluable = chosen.evaluable
    if evaluable.known is None or not any(one.type == "statement" for one in chosen.entries):
        raise QuestionError("the office's statement is not shown here in whole; ask the person")
    procedure = next((one for one in office.procedures if one.id == found.filing.procedure), None)
    meanwhile = meanwhile_of(
        office.loaded,
        evaluable.case,
        procedure is not None and procedure.special_period,
        request.subject,
        evaluable.known,
    )
    receipt = PendingReceipt(
        program, application, found.filing.procedure, request.subject, found.office, found.filing.day, meanwhile.prolongs,
        -1 if meanwhile.stay_ends is None else meanwhile.stay_ends,
        -1 if meanwhile.lawful_until is None else meanwhile.lawful_until,
        office.loaded.law.version, evaluable.known, evaluable.position, tuple(bundled(journal, one) for one in chosen.entries),
    )  # fmt: skip
    sealed = replace(receipt, seal=seal_with.sign(receipt.seal_content()))
    return canonical({**_document(sealed), "seal": sealed.seal.decode("ascii")})


def verify_pending(content: bytes, trust: Trust) -> PendingReceipt:
    """Verifies all of a receipt offline. BundleError names the first fault."""
    receipt = _read(content)
    entered = verified_entries(receipt.shown, trust, receipt.position, receipt.known)
    said = [one.entry for one in entered.entries if isinstance(one.entry, Statement)]
    others = [one for one in entered.entries if not isinstance(one.entry, Statement)]
    if len(said) != 1 or not all(
        isinstance(one.entry, Institution | KeyRegistration | KeyRevocation) for one in others
    ):
        raise BundleError(BundleFault.RECORDS, "it does not show the office's statement, and that alone")
    (one,) = said
    fits = (one.kind, one.source, one.about.get("person"), one.data.get("procedure"), one.from_day)
    if fits != ("residence.application", receipt.office, receipt.person, receipt.procedure, receipt.day):
        raise BundleError(BundleFault.ANSWER, f"entry {one.id} does not show that this application was received")
    try:
        seal = open_envelope(receipt.seal)
        trust.root.verify(seal)
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SEAL, error.message) from error
    if seal.key_id != trust.root.id or seal.content != receipt.seal_content():
        raise BundleError(BundleFault.SEAL, "the seal is of other contents")
    return receipt


def _document(receipt: PendingReceipt) -> dict[str, Any]:  # Any: JSON
    days = {"stay_ends": receipt.stay_ends, "lawful_until": receipt.lawful_until}
    return {
        "format": FORMAT, "program": receipt.program, "application": receipt.application, "procedure": receipt.procedure,
        "person": receipt.person, "office": receipt.office, "day": day_out(receipt.day), "prolongs": receipt.prolongs,
        "law": receipt.law, "known": instant_out(receipt.known), "position": receipt.position,
        "shown": [entry_document(one) for one in receipt.shown],
        **{name: day_out(day) for name, day in days.items() if day >= 0},
    }  # fmt: skip


def _read(content: bytes) -> PendingReceipt:
    if len(content) > _BYTES_MAX:
        raise BundleError(BundleFault.FORMAT, f"it has {len(content)} bytes; a receipt has at most {_BYTES_MAX}")
    try:
        document = json.loads(content)
        if document["format"] != FORMAT:
            raise ValueError(f"its format is {document['format']!r}, not {FORMAT!r}")
        if not isinstance(document["prolongs"], bool):
            raise TypeError("`prolongs` is true or false")
        program, application, procedure, person, office, law = (
            text_in(document[name]) for name in ("program", "application", "procedure", "person", "office", "law")
        )
        ends, until = (day_in(document[name]) if name in document else -1 for name in ("stay_ends", "lawful_until"))
        receipt = PendingReceipt(
            program, application, procedure, person, office, day_in(document["day"]), document["prolongs"], ends, until, law,
            instant_in(document["known"]), whole_in(document["position"]),
            tuple(entry_from(one) for one in document["shown"]), text_in(document["seal"]).encode("ascii"),
        )  # fmt: skip
        written = canonical({**_document(receipt), "seal": receipt.seal.decode("ascii")})
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise BundleError(BundleFault.FORMAT, f"it is no receipt ({said})") from error
    if written != content:
        raise BundleError(BundleFault.FORMAT, "it has keys that no receipt has, or is not canonical JSON (RFC 8785)")
    return receipt
