"""Many subjects' cases in as few batches as can be: the kernels take a batch in the time that Python needs for a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kyosei.facts.statements import Case, PartyRecord
from kyosei.identity.many import SubjectCase

__all__ = ["Together", "together"]

_LINES = ("statements", "coverages", "heartbeats", "withdrawals", "disputes", "resolutions")


@dataclass(slots=True)
class Together:
    """Subjects whose lines stand side by side in one case, and each is answered as it would be alone."""

    subjects: list[str] = field(default_factory=list)
    lines: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in _LINES})
    """By sort and id. Any: lines of different types, which are only compared and put back."""
    parties: dict[str, PartyRecord] = field(default_factory=dict)
    doubted: set[str] = field(default_factory=set)
    without: set[str] = field(default_factory=set)
    """Coverages that some subject's case leaves out: their source does not know the person (decision 39)."""

    def case(self) -> Case:
        """All of it as one case."""
        lines: dict[str, Any] = {name: tuple(self.lines[name].values()) for name in _LINES}
        return Case(self.parties, **lines, doubted=frozenset(self.doubted))

    def takes(self, case: Case, left_out: Collection[str]) -> bool:
        """Whether a case may stand beside these: no coverage that one of them leaves out, no line told otherwise."""
        coverages = self.lines["coverages"]
        if any(line.id in self.without for line in case.coverages) or coverages.keys() & set(left_out):
            return False
        return all(self.lines[name].get(line.id, line) == line for name in _LINES for line in getattr(case, name))

    def add(self, subject: str, case: Case, left_out: Collection[str]) -> None:
        """Adds a subject whose case they take."""
        self.subjects.append(subject)
        for name in _LINES:
            self.lines[name].update((line.id, line) for line in getattr(case, name))
        self.parties.update((id_, party) for id_, party in case.parties.items() if id_ not in self.parties)
        self.parties[subject] = case.parties[subject]
        self.without.update(left_out)
        self.doubted |= case.doubted


def together(cases: Mapping[str, SubjectCase]) -> Sequence[Together]:
    """The subjects of these cases in groups; those that are evaluated under another id are in none."""
    groups: list[Together] = []
    alone: list[Together] = []
    for subject, one in cases.items():
        if one.case is None or subject not in one.case.parties:
            continue
        chosen = None if one.alone else next((g for g in groups if g.takes(one.case, one.left_out)), None)
        if chosen is None:
            chosen = Together()
            (alone if one.alone else groups).append(chosen)
        chosen.add(subject, one.case, one.left_out)
    return [*groups, *alone]
