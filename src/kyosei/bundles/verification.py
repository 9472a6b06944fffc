"""Verifies a bundle offline: every entry, every key, the law, and the answer computed again (P16).

What the holder of a bundle must have from elsewhere is `entries.Trust`: whom they accept as the log, its witnesses and the
operator. Everything else is in the file. What a bundle cannot show: that there was no other entry that it leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kyosei.bundles.answers import answer_to, loaded_law
from kyosei.bundles.case import Verified, case_from
from kyosei.bundles.document import Bundle, read_bundle
from kyosei.bundles.entries import Trust, verified_entries
from kyosei.errors import BundleError, BundleFault, EntryRefusedError, LawError, QuestionError
from kyosei.facts.statements import Case, Coverage, Statement, Withdrawal
from kyosei.journal.envelope import canonical, open_envelope
from kyosei.log import Shown
from kyosei.verdicts.evaluate import Loaded

__all__ = ["VerifiedBundle", "seal_content", "verify_bundle"]


@dataclass(frozen=True, slots=True)
class VerifiedBundle:
    """What was verified. `attested`: how many inputs rest on the operator's word alone."""

    bundle: Bundle
    shown: Shown
    entries: int
    attested: int


def verify_bundle(content: bytes, trust: Trust) -> VerifiedBundle:
    """Verifies all of a bundle. BundleError names the first fault, in the order of `BundleFault`."""
    bundle = read_bundle(content)
    loaded = _law(bundle)
    entered = verified_entries(bundle.entries, trust, bundle.question.position, bundle.question.known)
    verified = entered.entries
    person = bundle.question.about.get("person")
    if person is None:
        raise BundleError(BundleFault.RECORDS, "the question is about no person")
    case = case_from(verified, bundle.attested, person, bundle.question.known)
    _check_answer(bundle, loaded, case)
    _check_seal(bundle, trust)
    attested = len(bundle.attested.elsewhere) + _signs_on_word(bundle, verified)
    return VerifiedBundle(bundle, entered.place, len(verified), attested)


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
