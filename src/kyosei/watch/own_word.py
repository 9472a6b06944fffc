"""Whether an answer rests on the word of the very person whom the norm protects: asked by leaving that word out.

Who has to keep a norm must not learn from us that the person spoke, unless the person chooses so (`kyosei.cases`): neither by a
notice nor by a question. What other records show as well is nobody's secret.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from kyosei.evidence.batch import Batch
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.norms.declare import bearer_among
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import somebody_spoke
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.outcomes import ADVERSE, Answer
from kyosei.watch.transitions import Key, about_text

__all__ = ["OwnWord", "about_of", "key_of", "spoke", "without_the_word_of"]


class OwnWord:
    """About one subject, whose case is given; without their word it is evaluated once, if that is ever asked."""

    def __init__(self, loaded: Loaded, case: Case, subject: str, known: int) -> None:
        self._loaded = loaded
        self._case = case
        self._subject = subject
        self._known = known
        self._said: bool | None = None
        self._others: Mapping[Key, Answer] | None = None

    def decides(self, norm: CompiledNorm, key: Key, answer: Answer) -> bool:
        """Whether an answer that somebody would be told of is another without the word of whom the norm protects."""
        declared = norm.latest
        if declared.protects is None or declared.bearer is None or answer.state not in (*ADVERSE, State.OPEN):
            return False
        about: dict[str, str] = json.loads(key.about)
        if about.get(declared.protects) != self._subject or bearer_among(declared.bearer, about) == self._subject:
            return False
        if not self._spoke():
            return False
        other = self._without().get(key)
        return other is None or other.state != answer.state or _silent(other)

    def _without(self) -> Mapping[Key, Answer]:
        """The answers that nobody but others gives; kept from the first time on."""
        if self._others is None:
            case = without_the_word_of(self._case, self._subject)
            found = Evaluated.of(self._loaded, case, [self._subject], self._known)
            ((_, answers),) = found.answers(found.batch.known_day)
            norms = self._loaded.law.norms
            self._others = {key_of(norms[one.norm], found.batch, self._subject, one): one for one in answers}
        return self._others

    def _spoke(self) -> bool:
        if self._said is None:
            self._said = spoke(self._case, self._subject)
        return self._said


def spoke(case: Case, party: str) -> bool:
    """Whether a party said anything in a case, or disputed anything; most said nothing, and nothing is evaluated for them."""
    said = any(line.source == party for of_sort in (case.statements, case.coverages) for line in of_sort)
    return said or any(one.by == party for one in case.disputes)


def key_of(norm: CompiledNorm, batch: Batch, subject: str, answer: Answer) -> Key:
    """By what an answer is found again."""
    row = int(batch.instances.first[batch.number[subject], norm.scope]) + answer.instance
    return Key(norm.id, about_text(about_of(batch, norm, row)), int(batch.instances.key[row]))


def about_of(batch: Batch, norm: CompiledNorm, row: int) -> dict[str, str]:
    """The parties of an instance by role."""
    parties: list[int] = batch.instances.party[row].tolist()
    roles = norm.latest.scope.parties
    return {role: batch.parties[party] for role, party in zip(roles, parties, strict=False) if party >= 0}


def without_the_word_of(case: Case, party: str) -> Case:
    """A case as it would be if a party had said nothing, and disputed nothing."""
    left_out = {one.id for one in case.statements if one.source == party}
    left_out |= {one.id for one in case.coverages if one.source == party}
    left_out |= {one.id for one in case.disputes if one.by == party or one.target in left_out}
    return replace(
        case,
        statements=tuple(one for one in case.statements if one.id not in left_out),
        coverages=tuple(one for one in case.coverages if one.id not in left_out),
        heartbeats=tuple(one for one in case.heartbeats if one.source != party),
        withdrawals=tuple(one for one in case.withdrawals if one.target not in left_out),
        disputes=tuple(one for one in case.disputes if one.id not in left_out),
        resolutions=tuple(one for one in case.resolutions if one.target not in left_out),
    )


def _silent(answer: Answer) -> bool:
    return answer.state == State.OPEN and answer.uncertain and not somebody_spoke(causes_of(answer.causes))
