"""Makes a bundle from a journal: the answer, every entry that its evaluation read, and the register behind their keys."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.access.answers import Excerpt
from kyosei.bundles.answers import answer_to
from kyosei.bundles.document import Attested, Bundle, BundledEntry, Question, write_bundle
from kyosei.bundles.verification import seal_content
from kyosei.errors import BundleError, BundleFault
from kyosei.facts.statements import Case, Coverage
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.stored import Stored
from kyosei.norms.archive import write_law
from kyosei.verdicts.evaluate import Loaded

__all__ = ["attested_of", "bundled", "export_bundle"]


def export_bundle(
    journal: Journal, loaded: Loaded, question: Question, read: Excerpt, seal_with: SigningKey, program: str
) -> bytes:
    """The bundle of a verdict as a file, sealed with the operator's root key. `program`: name and version of this program.

    read: what a look at the person's records showed, at the position and instant of the question. QuestionError if it
    has no such verdict.
    """
    if question.about.get("person") != read.subject:
        raise BundleError(
            BundleFault.RECORDS, f"{question.norm} is not about {read.subject} here; a bundle is about the person read"
        )
    answer = answer_to(question, loaded, read.case)
    bundle = Bundle(
        program, question, tuple(bundled(journal, one) for one in read.entries), attested_of(read.held, read.entries),
        write_law(loaded.law), tuple(loaded.holidays.tolist()), answer,
    )  # fmt: skip
    return write_bundle(bundle.sealed(seal_with.sign(seal_content(bundle))))


def bundled(journal: Journal, one: Stored) -> BundledEntry:
    """A stored entry with the proof that the log has it."""
    if one.envelope is None or one.salt is None:
        erased = (one.id, one.type, one.commitment)
        return BundledEntry(one.recorded_at, None, journal.proof(one.sequence), erased)
    return BundledEntry(one.recorded_at, one.envelope, journal.proof(one.sequence, one.salt))


def attested_of(case: Case, chosen: Sequence[Stored]) -> Attested:
    """What the case has from entries that are not in it."""
    signs = tuple((sign.source, sign.stated_at, sign.recorded_at) for sign in case.heartbeats)
    entered = {one.id: one.entry for one in chosen}
    elsewhere = {}
    for coverage in case.coverages:
        said = entered[coverage.id]
        assert isinstance(said, Coverage)
        if said.count is not None and coverage.count is not None and said.count != coverage.count:
            elsewhere[coverage.id] = said.count - coverage.count
    return Attested(signs, elsewhere)
