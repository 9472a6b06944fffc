"""Verifies signed entries that were taken out of a journal, offline: each is in the log, in its order, signed by a key that was
registered for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.bundles.case import Verified
from kyosei.bundles.document import BundledEntry
from kyosei.errors import BundleError, BundleFault, CaseFileError, EntryRefusedError, LogError
from kyosei.facts.statements import PartyRecord
from kyosei.journal.entries import recorded, stated_at_of
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import Envelope, VerifyingKey, open_envelope
from kyosei.journal.registry import Registry, root_key
from kyosei.log import Policy, Proof, Shown, read_proof, verify_proof, verify_receipt

__all__ = ["Entered", "Trust", "verified_entries"]


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom the verifier trusts: logs and witnesses, and the operator's root key; had from elsewhere, not from the bundle."""

    log: Policy
    root: VerifyingKey


@dataclass(frozen=True, slots=True)
class Entered:
    """The entries in order, and the place of the first in the log whose checkpoint has all of them."""

    entries: list[Verified]
    place: Shown


@dataclass(frozen=True, slots=True)
class _Opened:
    """An entry with its proof verified, its signature not yet."""

    place: Shown
    recorded_at: int
    envelope: Envelope | None
    erased: PartyRecord | None


def verified_entries(entries: Sequence[BundledEntry], trust: Trust, position: int, known: int) -> Entered:
    """Verifies entries that were known at a position and instant (microseconds). BundleError names the first fault."""
    proofs = [_proof(entry) for entry in entries]
    _check_checkpoint(proofs, trust, position)
    opened = [_included(entry, proof, trust) for entry, proof in zip(entries, proofs, strict=True)]
    _check_order(opened, position, known)
    return Entered(_signed(opened, trust), opened[0].place)


def _proof(entry: BundledEntry) -> Proof:
    try:
        return read_proof(entry.proof)
    except LogError as error:
        raise BundleError(BundleFault.INCLUSION, str(error)) from error


def _check_checkpoint(proofs: Sequence[Proof], trust: Trust, position: int) -> None:
    """All proofs are of one tree, which a trusted log signed, witnesses cosigned, and which has the whole position."""
    notes = {proof.note for proof in proofs}
    if len(notes) != 1:
        raise BundleError(BundleFault.CHECKPOINT, f"the proofs are of {len(notes)} checkpoints; it must be one")
    try:
        checkpoint = trust.log.open(notes.pop()).checkpoint
    except LogError as error:
        raise BundleError(BundleFault.CHECKPOINT, str(error)) from error
    if not 0 < position <= checkpoint.size:
        raise BundleError(
            BundleFault.CHECKPOINT,
            f"the checkpoint has {checkpoint.size} entries, the verdict is of position {position}",
        )


def _included(entry: BundledEntry, proof: Proof, trust: Trust) -> _Opened:
    """Shows that the log has the entry: its very bytes by the salt, or of an erased one what the log holds."""
    where = f"entry {proof.index}"
    try:
        if entry.envelope is not None and entry.erased is None:
            shown = verify_receipt(proof, entry.envelope, trust.log)
            return _Opened(shown, entry.recorded_at, open_envelope(entry.envelope), None)
        if entry.envelope is None and entry.erased is not None:
            id_, type_, leaf = entry.erased
            if type_ != "party":
                raise BundleError(BundleFault.RECORDS, f"{where}: nothing but an erased party has a part in a verdict")
            return _Opened(verify_proof(proof, leaf, trust.log), entry.recorded_at, None, PartyRecord(id_, True))
    except LogError as error:
        raise BundleError(BundleFault.INCLUSION, f"{where}: {error}") from error
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SIGNATURE, f"{where}: {error.message}") from error
    raise BundleError(BundleFault.FORMAT, f"{where}: it must either have its envelope or be erased")


def _check_order(opened: Sequence[_Opened], position: int, known: int) -> None:
    """Entries stand in the order of the log, were recorded in it, and before the position and instant of the verdict."""
    before = (-1, -(1 << 62))
    for one in opened:
        index = one.place.index
        if index <= before[0] or one.recorded_at < before[1]:
            raise BundleError(BundleFault.ORDER, f"entry {index} does not come after entry {before[0]}")
        if index >= position or one.recorded_at > known:
            raise BundleError(BundleFault.ORDER, f"entry {index} was not known when the verdict was given")
        before = (index, one.recorded_at)


def _signed(opened: Sequence[_Opened], trust: Trust) -> list[Verified]:
    """Verifies each signature by a key that was valid when the entry was recorded, and whose place it was to say this.

    The register is built from its own entries, each verified by those before it, under the root key.
    """
    registry = Registry({trust.root.id: root_key(trust.root)})
    verified = []
    for one in opened:
        index, at, envelope = one.place.index, one.recorded_at, one.envelope
        if envelope is None:
            assert one.erased is not None
            verified.append(Verified(index, one.erased, None, None))
            continue
        try:
            signer = registry.key_for(envelope.key_id, at)
        except EntryRefusedError as error:
            raise BundleError(BundleFault.REGISTER, f"entry {index}: {error.message}") from error
        try:
            signer.key.verify(envelope)
            line = parsed_line(envelope.payload)
            entry = recorded(read_entry(line), at)
        except (CaseFileError, EntryRefusedError) as error:
            raise BundleError(BundleFault.SIGNATURE, f"entry {index}: {error.message}") from error
        try:
            registry.check(entry, envelope, signer)
        except EntryRefusedError as error:
            raise BundleError(BundleFault.REGISTER, f"entry {index}: {error.message}") from error
        stated_at = stated_at_of(entry)
        if stated_at is not None and stated_at > at:
            raise BundleError(BundleFault.ORDER, f"entry {index} was recorded before it was stated")
        registry.apply(entry, at)
        verified.append(Verified(index, entry, line, signer.institution))
    return verified
