"""Verifies a bundle offline: every entry, every key, the law, and the answer computed again (P16).

What the holder of a bundle must have from elsewhere is `Trust`: whom they accept as the log, its witnesses and the
operator. Everything else is in the file. What a bundle cannot show: that there was no other entry that it leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kyosei.bundles.answers import answer_to, loaded_law
from kyosei.bundles.case import Verified, case_from
from kyosei.bundles.document import Bundle, BundledEntry, read_bundle
from kyosei.errors import BundleError, BundleFault, CaseFileError, EntryRefusedError, LawError, LogError, QuestionError
from kyosei.facts.statements import Case, Coverage, PartyRecord, Statement, Withdrawal
from kyosei.journal.entries import recorded, stated_at_of
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import Envelope, VerifyingKey, canonical, open_envelope
from kyosei.journal.registry import Registry, root_key
from kyosei.log import Policy, Proof, Shown, read_proof, verify_proof, verify_receipt
from kyosei.verdicts.evaluate import Loaded

__all__ = ["Trust", "VerifiedBundle", "seal_content", "verify_bundle"]


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom the verifier trusts: logs and witnesses, and the operator's root key; had from elsewhere, not from the bundle."""

    log: Policy
    root: VerifyingKey


@dataclass(frozen=True, slots=True)
class VerifiedBundle:
    """What was verified. `attested`: how many inputs rest on the operator's word alone."""

    bundle: Bundle
    shown: Shown
    entries: int
    attested: int


@dataclass(frozen=True, slots=True)
class _Opened:
    """An entry with its proof verified, its signature not yet."""

    place: Shown
    recorded_at: int
    envelope: Envelope | None
    erased: PartyRecord | None


def verify_bundle(content: bytes, trust: Trust) -> VerifiedBundle:
    """Verifies all of a bundle. BundleError names the first fault, in the order of `BundleFault`."""
    bundle = read_bundle(content)
    loaded = _law(bundle)
    proofs = [_proof(entry) for entry in bundle.entries]
    _check_checkpoint(proofs, trust, bundle.question.position)
    opened = [_included(entry, proof, trust) for entry, proof in zip(bundle.entries, proofs, strict=True)]
    _check_order(opened, bundle)
    verified = _signed(opened, trust)
    person = bundle.question.about.get("person")
    if person is None:
        raise BundleError(BundleFault.RECORDS, "the question is about no person")
    case = case_from(verified, bundle.attested, person, bundle.question.known)
    _check_answer(bundle, loaded, case)
    _check_seal(bundle, trust)
    attested = len(bundle.attested.elsewhere) + _signs_on_word(bundle, verified)
    return VerifiedBundle(bundle, opened[0].place, len(opened), attested)


def seal_content(bundle: Bundle) -> Mapping[str, object]:
    """What the operator signs of a bundle."""
    return {"type": "evidence-bundle", "sha256": sha256(bundle.contents()).hexdigest()}


def _law(bundle: Bundle) -> Loaded:
    try:
        loaded = loaded_law(bundle.law_text, bundle.holidays)
    except LawError as error:
        raise BundleError(BundleFault.LAW, str(error)) from error
    if loaded.law.version != bundle.question.law:
        raise BundleError(
            BundleFault.LAW, f"the archived law is {loaded.law.version}, the verdict is under {bundle.question.law}"
        )
    return loaded


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


def _check_order(opened: Sequence[_Opened], bundle: Bundle) -> None:
    """Entries stand in the order of the log, were recorded in it, and before the position and instant of the verdict."""
    question, before = bundle.question, (-1, -(1 << 62))
    for one in opened:
        index = one.place.index
        if index <= before[0] or one.recorded_at < before[1]:
            raise BundleError(BundleFault.ORDER, f"entry {index} does not come after entry {before[0]}")
        if index >= question.position or one.recorded_at > question.known:
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


def _check_answer(bundle: Bundle, loaded: Loaded, case: Case) -> None:
    """Computes verdict and proof anew, and compares every byte."""
    try:
        computed = answer_to(bundle.question, loaded, case)
    except QuestionError as error:
        raise BundleError(BundleFault.ANSWER, str(error)) from error
    for name in computed:
        if canonical({name: computed[name]}) != canonical({name: bundle.answer.get(name)}):
            raise BundleError(
                BundleFault.ANSWER,
                f"the {name} is not the one that the entries and the law give (computed by this program; the bundle was"
                f" made by {bundle.program})",
            )
    if set(bundle.answer) != set(computed):
        raise BundleError(BundleFault.ANSWER, "the answer has parts that no answer has")


def _check_seal(bundle: Bundle, trust: Trust) -> None:
    """The operator signed these very contents: what the operator attests is as it was when exported."""
    try:
        seal = open_envelope(bundle.seal)
        trust.root.verify(seal)
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SEAL, error.message) from error
    if seal.key_id != trust.root.id or seal.content != seal_content(bundle):
        raise BundleError(BundleFault.SEAL, "the seal is of other contents")


def _signs_on_word(bundle: Bundle, verified: Sequence[Verified]) -> int:
    """How many signs of life no entry of the bundle shows."""
    shown = {
        (entry.source, entry.stated_at)
        for one in verified
        if isinstance(entry := one.entry, Statement | Coverage | Withdrawal)
    }
    return sum((source, stated) not in shown for source, stated, _ in bundle.attested.signs)
