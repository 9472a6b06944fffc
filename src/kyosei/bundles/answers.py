"""The verdict and its proof as a bundle holds them: computed from a case and a law, the same way every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import numpy as np

from kyosei.bundles.document import Question
from kyosei.errors import QuestionError
from kyosei.evidence.questions import KindTable
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.archive import restore_law
from kyosei.terms.text import Language
from kyosei.verdicts.check import examine, find_norm, find_subject
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.verdicts.explain import explain

__all__ = ["answer_to", "loaded_law", "subject_of"]

_LANGUAGES: tuple[Language, ...] = get_args(Language)


def answer_to(question: Question, loaded: Loaded, case: Case) -> Mapping[str, Any]:  # Any: JSON
    """The verdict as in INTERFACES.md §2, with all obligations of a duty, and its proof in every language.

    QuestionError if the case has no such instance.
    """
    norm = find_norm(loaded, question.norm)
    subject = find_subject(case, subject_of(question, norm.latest.scope.root))
    for examined in examine(loaded, case, question.known, [subject]):
        for instance in range(examined.instances(norm)):
            if examined.about(norm, instance) == question.about and examined.key(norm, instance) == question.key:
                proof = explain(examined, norm, instance, question.on)
                return {
                    "verdict": proof.verdict.to_json(),
                    "proof": {language: proof.to_json(language)["proof"] for language in _LANGUAGES},
                }
    raise QuestionError(f"{question.norm} says nothing about {', '.join(question.about.values())} in this case")


def subject_of(question: Question, root: str) -> str:
    """The person whose instance it is. QuestionError for norms about organisations: they rest on everybody's records."""
    if root != "person":
        raise QuestionError(f"{question.norm} is about an organisation as a whole; a bundle is about one person")
    return question.about["person"]


def loaded_law(text: str, holidays: tuple[int, ...]) -> Loaded:
    """An archived law, ready to run. LawError if the text is not what its address says."""
    return load(restore_law(text), KindTable.of((*KINDS, EmploymentRelation)), np.array(holidays, np.int32))
