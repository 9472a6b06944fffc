"""Verifies a receipt offline: its entries, their keys, the log, and the operator's seal.

A receipt shows that the record by which a duty was met is in the log, by whom it was signed, and that its day was in time. That
no other record makes the answer another one is the operator's word, given by the seal; the entries kept back show on which
records that word was given. Whoever needs it computed again takes a bundle.
"""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.bundles.case import Verified
from kyosei.bundles.entries import Trust, verified_entries
from kyosei.errors import BundleError, BundleFault, EntryRefusedError, LogError
from kyosei.facts.statements import Statement
from kyosei.journal.entries import Institution, KeyRegistration, KeyRevocation
from kyosei.journal.envelope import open_envelope
from kyosei.log import Shown, read_proof, verify_proof
from kyosei.receipts.document import Receipt, read_receipt

__all__ = ["VerifiedReceipt", "verify_receipt"]


@dataclass(frozen=True, slots=True)
class VerifiedReceipt:
    """What was verified. shown: the statements by which the duty was met, each with who signed it. place: in the log."""

    receipt: Receipt
    shown: tuple[tuple[Statement, str | None], ...]
    place: Shown


def verify_receipt(content: bytes, trust: Trust) -> VerifiedReceipt:
    """Verifies all of a receipt. BundleError names the first fault, in the order of `BundleFault`."""
    receipt = read_receipt(content)
    entered = verified_entries(receipt.shown, trust, receipt.position, receipt.known)
    _check_kept_back(receipt, trust, entered.place)
    shown = _statements(entered.entries)
    for one, _ in shown:
        _check_performance(receipt, one)
    _check_seal(receipt, trust)
    return VerifiedReceipt(receipt, shown, entered.place)


def _statements(entries: list[Verified]) -> tuple[tuple[Statement, str | None], ...]:
    """The statements among the entries; of others there is nothing but the register."""
    found = []
    for one in entries:
        if isinstance(one.entry, Statement):
            found.append((one.entry, one.institution))
        elif not isinstance(one.entry, Institution | KeyRegistration | KeyRevocation):
            raise BundleError(BundleFault.RECORDS, f"entry {one.sequence} is neither a statement nor of the register")
    if not found:
        raise BundleError(BundleFault.RECORDS, "no record shows that the duty was met")
    return tuple(found)


def _check_performance(receipt: Receipt, one: Statement) -> None:
    """A record by which a duty was met is about its parties alone, is of the day, and the day is in time."""
    met = receipt.met
    if not set(one.about.values()) <= set(met.about.values()):
        raise BundleError(BundleFault.RECORDS, f"entry {one.id} is about others than the duty")
    if one.from_day != met.performed or not met.arose <= met.due or met.performed > met.due:
        raise BundleError(BundleFault.ANSWER, f"entry {one.id} does not show that the duty was met on its day")
    if met.bearer not in met.about.values():
        raise BundleError(BundleFault.ANSWER, f"{met.bearer} is no party of the duty")


def _check_kept_back(receipt: Receipt, trust: Trust, place: Shown) -> None:
    """What is kept back is in the same tree as what is shown, before the position of the receipt."""
    for one in receipt.kept_back:
        try:
            proof = read_proof(one.proof)
            found = verify_proof(proof, one.commitment, trust.log)
        except LogError as error:
            raise BundleError(BundleFault.INCLUSION, f"an entry kept back: {error}") from error
        if proof.extra:
            raise BundleError(BundleFault.FORMAT, f"entry {found.index} is kept back, and yet its salt is given")
        if found.checkpoint != place.checkpoint:
            raise BundleError(BundleFault.CHECKPOINT, "the proofs are of several checkpoints; it must be one")
        if found.index >= receipt.position:
            raise BundleError(BundleFault.ORDER, f"entry {found.index} was not known when the receipt was given")


def _check_seal(receipt: Receipt, trust: Trust) -> None:
    """The operator signed these very contents."""
    try:
        seal = open_envelope(receipt.seal)
        trust.root.verify(seal)
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SEAL, error.message) from error
    if seal.key_id != trust.root.id or seal.content != receipt.seal_content():
        raise BundleError(BundleFault.SEAL, "the seal is of other contents")
