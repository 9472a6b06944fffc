"""What stands at an instant: the lines recorded by then, without those withdrawn or replaced by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kyosei.evidence.correction_requests import derive_requests
from kyosei.evidence.counting import compare_counts
from kyosei.facts.statements import Case, Coverage, Dispute, Statement

__all__ = ["Standing", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in force as known at an instant.

    statements: those that stand, and the requests to correct a record that follow from disputes (`correction_requests`).
    disputers: for each disputed line, who disputes it (natural persons first). void: coverages whose count is wrong.
    wrong: those of them after which their source has not counted rightly yet. doubted: statements that say nothing for
    now, because of such a count. last_sign: for each source, the latest instant at which it stated anything.
    """

    statements: tuple[Statement, ...]
    coverages: tuple[Coverage, ...]
    disputes: tuple[Dispute, ...]
    disputers: dict[str, str]
    void: tuple[Coverage, ...]
    wrong: tuple[Coverage, ...]
    doubted: frozenset[str]
    last_sign: dict[str, int]

    @property
    def unsettled(self) -> Mapping[str, str]:
        """Every line that cannot be relied on: by whom it is disputed, or "" where a wrong count puts it in doubt."""
        return {**self.disputers, **dict.fromkeys(self.doubted, "")}


def standing(case: Case, known: int) -> Standing:
    """What stands at an instant (microseconds). Withdrawing a replacement revives what it replaced."""
    withdrawn = {line.target for line in case.withdrawals if line.recorded_at <= known}
    recorded = [s for s in case.statements if s.recorded_at <= known and s.id not in withdrawn]
    replaced = {s.replaces for s in recorded if s.replaces is not None}
    statements = tuple(s for s in recorded if s.id not in replaced)
    covering = [c for c in case.coverages if c.recorded_at <= known and c.id not in withdrawn]
    resolved = {r.target for r in case.resolutions if r.recorded_at <= known and r.id not in withdrawn}
    disputes = tuple(
        d for d in case.disputes if d.recorded_at <= known and d.id not in withdrawn and d.id not in resolved
    )
    disputers = _disputers(case, disputes, recorded, statements, covering)
    counts = compare_counts(covering, statements)
    void = {c.id for c in counts.void}
    return Standing(
        (*statements, *derive_requests(case, known)), tuple(c for c in covering if c.id not in void), disputes,
        disputers, counts.void, counts.wrong, counts.doubted | case.doubted, _signs(case, known),
    )  # fmt: skip


def _disputers(
    case: Case,
    disputes: Iterable[Dispute],
    recorded: Iterable[Statement],
    statements: Iterable[Statement],
    covering: Iterable[Coverage],
) -> dict[str, str]:
    """Who disputes a line that stands: a natural person before anybody else, then who is no party of it.

    A dispute goes on against what replaced the line, until it is resolved: its source cannot end it by saying it again.
    """
    lines: dict[str, Statement | Coverage] = {line.id: line for group in (statements, covering) for line in group}
    by_replaced: dict[str, list[str]] = {}
    for s in recorded:
        if s.replaces is not None:
            by_replaced.setdefault(s.replaces, []).append(s.id)
    found: dict[str, list[str]] = {}
    for dispute in disputes:
        reached, stack = set[str](), [dispute.target]
        while stack:
            target = stack.pop()
            if target in reached:
                continue
            reached.add(target)
            stack.extend(by_replaced.get(target, ()))
            line = lines.get(target)
            if line is not None and dispute.by != line.source:
                found.setdefault(target, []).append(dispute.by)
    return {
        target: min(by, key=lambda p: (not case.parties[p].is_person, p in lines[target].about.values(), p))
        for target, by in found.items()
    }


def _signs(case: Case, known: int) -> dict[str, int]:
    """The last sign of life of every source."""
    signs: dict[str, int] = {}
    for group in (case.statements, case.coverages, case.heartbeats, case.withdrawals):
        for line in group:
            if line.recorded_at <= known and line.stated_at > signs.get(line.source, -(1 << 62)):
                signs[line.source] = line.stated_at
    for said in (case.disputes, case.resolutions):
        for answer in said:
            if answer.recorded_at <= known and answer.stated_at > signs.get(answer.by, -(1 << 62)):
                signs[answer.by] = answer.stated_at
    return signs
