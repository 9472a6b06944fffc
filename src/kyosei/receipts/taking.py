"""Takes a receipt from a journal: one look, by which whoever asks sees that a duty was met, and the entries that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.bundles.exporting import bundled
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.norms.compiler import CompiledNorm
from kyosei.receipts.document import KeptBack, Met, Receipt, write_receipt
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import Examined
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import Evidence, ProofNode

__all__ = ["Wanted", "take_receipt"]

Instance = tuple[Examined, CompiledNorm, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which duty, by its norm, a receipt is wanted. find: in a case, as known at an instant, the one instance that is
    meant, or QuestionError. due: of which of its obligations, by the day it was due; None: the one that decides today.
    """

    norm: str
    find: Callable[[Case, int], Instance]
    due: int | None = None


@dataclass(slots=True)
class _Search:
    """What a look came to: the duty met, or why there is no receipt; kept until the look has its entry."""

    wanted: Wanted
    met: Met | None = None
    error: QuestionError | None = None
    shown: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def __call__(self, case: Case, known: int) -> tuple[set[str], set[str]]:
        try:
            self._search(case, known)
        except QuestionError as error:
            self.error = error
        return self.shown, self.others

    def _search(self, case: Case, known: int) -> None:
        examined, norm, instance = self.wanted.find(case, known)
        proof = explain(examined, norm, instance, self._on(examined, norm, instance, legal_day(known)))
        verdict = proof.verdict
        deciding = [
            one for one in verdict.obligations or ()
            if one.due == (verdict.due if self.wanted.due is None else self.wanted.due) and one.state == "met"
        ]  # fmt: skip
        if verdict.bearer is None or not deciding or not 0 <= deciding[-1].performed <= deciding[-1].due:
            raise QuestionError(
                f"{norm.id} is {verdict.state} here; a receipt shows a duty that was met on its day, "
                "and `kyosei check --obligations` lists those"
            )
        met = deciding[-1]
        self.met = Met(
            norm.id, verdict.bearer, verdict.about, verdict.key, met.arose, met.due, met.performed, proof.law
        )
        for name, node in proof.pieces:
            for one in _evidence(node):
                performs = name == "performed" and one.settles and one.from_day == met.performed
                (self.shown if performs else self.others).add(one.id)
        self.others -= self.shown
        if not self.shown:
            raise QuestionError(
                f"{norm.id} was not met by a record of its own day; take a bundle: `kyosei bundle export`"
            )

    def _on(self, examined: Examined, norm: CompiledNorm, instance: int, today: int) -> int:
        """The day to ask about: today, or the last day of an earlier obligation."""
        return today if self.wanted.due is None else min(today, self.wanted.due)


def take_receipt(
    journal: Journal, path: ReadPath, request: Request, wanted: Wanted, seal_with: SigningKey, program: str
) -> bytes:
    """The receipt as a file, sealed with the operator's root key. `program`: name and version of this program.

    QuestionError if the duty was not met on its day, or its norm is not one that the purpose of the look answers.
    """
    search = _Search(wanted)
    chosen = path.chosen(request, search)
    met, evaluable = search.met, chosen.evaluable
    if evaluable.norms is not None and wanted.norm not in evaluable.norms:
        raise QuestionError(
            f"the purpose does not answer {wanted.norm}; `kyosei person purposes` lists what each reads"
        )
    if search.error is not None:
        raise search.error
    if met is None or evaluable.known is None:
        raise QuestionError("there is nothing on record at that instant")
    if not any(one.type == "statement" for one in chosen.entries):
        raise QuestionError("the purpose does not show the records by which the duty was met in whole; ask the person")
    receipt = Receipt(
        program, met, evaluable.known, evaluable.position,
        tuple(bundled(journal, one) for one in chosen.entries),
        tuple(KeptBack(commitment, journal.proof(sequence)) for sequence, commitment in chosen.kept_back),
    )  # fmt: skip
    return write_receipt(receipt.sealed(seal_with.sign(receipt.seal_content())))


def _evidence(node: ProofNode) -> Iterator[Evidence]:
    yield from node.evidence
    for child in node.children:
        yield from _evidence(child)
