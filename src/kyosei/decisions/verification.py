"""Verifies a dossier's file offline: every entry, key and act, and what is assembled, computed again from the records themselves.

What a file cannot show: that it leaves no record out, and which other dossiers were like this one; for both there is the
operator's word, given by the seal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.access.purposes import Purpose, load_purposes, purposes_within
from kyosei.access.reduction import reduced_case
from kyosei.bundles.answers import loaded_law
from kyosei.bundles.case import Verified, case_from
from kyosei.bundles.entries import Trust, verified_entries
from kyosei.decisions.acts import Act
from kyosei.decisions.assembling import Moment, application_in, assemble, evaluator_of, listed_otherwise
from kyosei.decisions.bundle import DossierBundle, read_dossier_bundle
from kyosei.decisions.checks.examining import Examining
from kyosei.decisions.checks.listed import checked
from kyosei.decisions.document import dossier_from
from kyosei.decisions.dossier import Assembled, Checked, Dossier
from kyosei.decisions.probing import Evaluator
from kyosei.decisions.shape import written
from kyosei.errors import BundleError, BundleFault, EntryRefusedError, LawError, QuestionError
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.decision_lines import address_of_document
from kyosei.journal.entries import Decision, DecisionAct
from kyosei.journal.envelope import canonical, open_envelope
from kyosei.log import Shown
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.verdicts.evaluate import Loaded

__all__ = ["VerifiedDossier", "verify_dossier"]


@dataclass(frozen=True, slots=True)
class VerifiedDossier:
    """What was verified. differing: the checks that come to something else where other dossiers are not at hand. listed: which
    parts come from lists of the law pack that are others in this program.
    """

    address: str
    dossier: Dossier
    acts: tuple[Act, ...]
    place: Shown
    entries: int
    differing: tuple[Checked, ...]
    listed: tuple[str, ...]


def verify_dossier(
    content: bytes, trust: Trust, purposes: Sequence[Purpose], procedures: Sequence[Procedure]
) -> VerifiedDossier:  # fmt: skip
    """Verifies all of it. BundleError names the first fault, in the order of `BundleFault`."""
    bundle = read_dossier_bundle(content)
    loaded = _law(bundle)
    entered = verified_entries(bundle.entries, trust, bundle.position, bundle.known)
    decided = [one for one in entered.entries if isinstance(one.entry, Decision)]
    dossier = _sealed(bundle, loaded.law.version, decided)
    acts = _acts(bundle, decided)
    procedure = find_procedure(procedures, dossier.assembled.application.procedure)
    records = [one for one in entered.entries if one.sequence < dossier.assembled.as_of.position]
    evaluator = _evaluator(bundle, loaded, records, dossier, procedure, purposes)
    _check_assembled(evaluator, procedure, dossier)
    _check_seal(bundle, trust)
    again = checked(Examining(dossier, procedure, acts[0].at, evaluator, None))
    differing = tuple(now for now, then in zip(again, dossier.checks, strict=False) if now != then)
    return VerifiedDossier(
        bundle.dossier,
        dossier,
        acts,
        entered.place,
        len(entered.entries),
        differing,
        listed_otherwise(procedure, dossier.assembled),
    )


def _law(bundle: DossierBundle) -> Loaded:
    try:
        return loaded_law(bundle.law_text, bundle.holidays)
    except LawError as error:
        raise BundleError(BundleFault.LAW, str(error)) from error


def _sealed(bundle: DossierBundle, law: str, decided: Sequence[Verified]) -> Dossier:
    """The dossier in the first act, which must be its seal."""
    seal = decided[0].entry if decided else None
    if not isinstance(seal, Decision) or seal.document is None or address_of_document(seal.document) != bundle.dossier:
        raise BundleError(BundleFault.RECORDS, f"no entry seals the dossier {bundle.dossier}")
    try:
        dossier = dossier_from(seal.document)
    except QuestionError as error:
        raise BundleError(BundleFault.RECORDS, str(error)) from error
    if dossier.assembled.as_of.position > decided[0].sequence:
        raise BundleError(BundleFault.ORDER, "the dossier rests on entries that came after its seal")
    if law != dossier.assembled.as_of.law:
        raise BundleError(
            BundleFault.LAW, f"the dossier is under {dossier.assembled.as_of.law}; the file has another law"
        )
    return dossier


def _acts(bundle: DossierBundle, decided: Sequence[Verified]) -> tuple[Act, ...]:
    """What was done, each about this dossier; of a refusal nobody was told before a second officer had concurred."""
    found: list[Act] = []
    adverse = False
    for one in decided:
        entry = one.entry
        assert isinstance(entry, Decision)
        first, seal = not found, entry.act is DecisionAct.SEAL
        if entry.dossier != bundle.dossier or first != seal:
            raise BundleError(BundleFault.ORDER, f"entry {one.sequence} has no place among the acts of this dossier")
        adverse = adverse or (seal and entry.is_adverse)
        second = any(act.act is DecisionAct.CONCUR and act.by != found[0].by for act in found)
        if entry.act is DecisionAct.NOTIFY and adverse and not second:
            raise BundleError(BundleFault.ORDER, "the person was told before a second officer had concurred")
        found.append(Act(entry.id, entry.act, entry.author, entry.reason, entry.language, entry.recorded_at))
    return tuple(found)


def _evaluator(
    bundle: DossierBundle, loaded: Loaded, records: Sequence[Verified], dossier: Dossier, procedure: Procedure,
    purposes: Sequence[Purpose],
) -> Evaluator:  # fmt: skip
    """The requirements on what the office's purpose reads of the records."""
    as_of, person = dossier.assembled.as_of, dossier.assembled.application.person
    case = case_from(records, bundle.attested, person, as_of.known)
    readable = load_purposes(purposes_within(purposes, loaded.law), loaded.law, KINDS).readable[procedure.purpose]
    moment = Moment(as_of.known, as_of.position, as_of.day)
    return evaluator_of(
        loaded, procedure, reduced_case(case, person, readable, as_of.known), person, moment, dossier.assembled
    )


def _check_assembled(evaluator: Evaluator, procedure: Procedure, dossier: Dossier) -> None:
    """Assembles it anew and compares every byte; like cases are not in the file."""
    then = dossier.assembled
    moment = Moment(then.as_of.known, then.as_of.position, then.as_of.day)
    try:
        filed = application_in(evaluator.case, then.application.id)
        now: Assembled = assemble(evaluator, procedure, filed, moment, lambda same: then.like, then)
    except QuestionError as error:
        raise BundleError(BundleFault.ANSWER, str(error)) from error
    mine, theirs = written(now), written(then)
    for name in sorted({*mine, *theirs}):
        if canonical({name: mine.get(name)}) != canonical({name: theirs.get(name)}):
            raise BundleError(BundleFault.ANSWER, f"assembled.{name} is not what the entries and the law give")


def _check_seal(bundle: DossierBundle, trust: Trust) -> None:
    """The operator signed these very contents."""
    try:
        seal = open_envelope(bundle.seal)
        trust.root.verify(seal)
    except EntryRefusedError as error:
        raise BundleError(BundleFault.SEAL, error.message) from error
    if seal.key_id != trust.root.id or seal.content != bundle.seal_content():
        raise BundleError(BundleFault.SEAL, "the seal is of other contents")
