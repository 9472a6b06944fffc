"""One look at the person's own record, which leaves its access entry, and all norms evaluated on what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kyosei.evidence.correction_requests import follows_from_a_dispute
from kyosei.evidence.known import Standing, standing
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.timelines.program import State
from kyosei.verdicts.check import Examined, examine, judge, known_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Segment, Verdict
from kyosei.web.visit import Visit

__all__ = ["Own", "look_at_own"]


@dataclass(frozen=True)
class Answers:
    """What follows from a person's case on a day, as known at an instant of that day (microseconds): the same for every look
    of that day, as long as the case is.
    """

    loaded: Loaded
    person: str
    case: Case
    known: int
    day: int

    @cached_property
    def standing(self) -> Standing:
        """The lines that stand: neither withdrawn nor replaced, and said by somebody."""
        found = standing(self.case, self.known)
        said = tuple(one for one in found.statements if not follows_from_a_dispute(one))
        return replace(found, statements=said)

    @cached_property
    def examined(self) -> Examined | None:
        """All norms over the person's record; None if there is nothing on record."""
        if self.person not in self.case.parties:
            return None
        return next(iter(examine(self.loaded, self.case, self.known, [self.person])), None)

    @cached_property
    def verdicts(self) -> Sequence[Verdict]:
        """Every answer that applies, those of goals left out."""
        return tuple(
            verdict for norm in self.loaded.law.norms if norm.latest.goal is None for verdict in self.of_norm(norm)
        )

    @cached_property
    def _ahead(self) -> dict[tuple[str, int], Sequence[Segment]]:
        return {}

    def ahead(self, norm: CompiledNorm, instance: int) -> Sequence[Segment]:
        """What a norm says from the segment of today on, for one instance."""
        assert self.examined is not None, "who asks about an instance has an answer about it"
        found = self._ahead.get((norm.id, instance))
        if found is None:
            found = [one for one in self.examined.segments(norm, instance) if one.until_day > self.day]
            self._ahead[norm.id, instance] = found
        return found

    def of_norm(self, norm: CompiledNorm) -> list[Verdict]:
        """The answers of one norm, for each instance to which it applies, or may."""
        examined = self.examined
        if examined is None:
            return []
        return [
            judge(examined, norm, instance, self.day)
            for instance in range(examined.instances(norm))
            if examined.state_on(norm, instance, self.day) != State.NOT_APPLICABLE
        ]


@dataclass(frozen=True)
class Own:
    """The person's case as known at an instant (microseconds); number: of the look; day: about which it answers.

    answers: what follows from it on that day.
    """

    visit: Visit
    person: str
    case: Case
    known: int
    number: int
    day: int
    answers: Answers

    @property
    def known_day(self) -> int:
        """The legal day of the instant: what is said of later days is projected."""
        return known_day(self.known)

    @property
    def standing(self) -> Standing:
        """The lines that stand: neither withdrawn nor replaced."""
        return self.answers.standing

    @property
    def examined(self) -> Examined | None:
        """All norms over the person's record; None if there is nothing on record."""
        return self.answers.examined

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """Every answer of today that applies, those of goals left out: nobody has to meet them."""
        return self.answers.verdicts

    def of_norm(self, norm: CompiledNorm) -> list[Verdict]:
        """The answers of one norm, for each instance to which it applies, or may."""
        return self.answers.of_norm(norm)


def look_at_own(visit: Visit) -> Own:
    """The look, as known now: what nobody has told for long is silence, and no answer (P13). AccessRefusedError if it is not
    permitted, such as to a helper whose mandate has ended.
    """
    visitor = visit.signed_in
    assert visitor.person is not None, "only who sees a person's pages comes here"
    shown = visit.portal.path.evaluate(visitor.own_request(known=visit.now))
    key = Answers, visit.today
    answers = shown.beside.get(key)
    if answers is None:
        answers = Answers(visit.portal.loaded, visitor.person, shown.case, visit.now, visit.today)
        shown.beside[key] = answers
    return Own(visit, visitor.person, shown.case, visit.now, shown.number, visit.today, answers)
