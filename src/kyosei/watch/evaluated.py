"""Some subjects of one case, evaluated together as far as it is told and as it goes on: the reading that a watch keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.evidence.asked import Asked
from kyosei.evidence.batch import Batch, read_batch
from kyosei.evidence.voting import Reading
from kyosei.facts.statements import Case
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate
from kyosei.watch.outcomes import Answers, answers_of

__all__ = ["Evaluated"]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A case with its batch, and the projected reading of these subjects under a law."""

    loaded: Loaded
    case: Case
    subjects: Sequence[str]
    batch: Batch
    asked: Asked
    projected: Evaluation

    @staticmethod
    def of(loaded: Loaded, case: Case, subjects: Sequence[str], known: int) -> Evaluated:
        """As known at an instant, in microseconds."""
        batch = read_batch(case, known, loaded.law.scopes, loaded.table, subjects)
        asked = asked_of(loaded, batch.number)
        projected = evaluate(loaded, batch, asked, Reading(batch.known_day, True), 0, len(batch.parties))
        return Evaluated(loaded, case, subjects, batch, asked, projected)

    def answers(self, day: int) -> list[tuple[str, Answers]]:
        """For each subject, the answers on a day that ever say anything."""
        return answers_of(self.loaded.law, self.projected, self.batch, self.subjects, day)
