"""What the counts of sources show: which coverages are void, and which statements a wrong count puts in doubt.

A count tells how many different statements a source held when it counted. Too few are held: one is missing, and what a
state's earlier line says may have been overtaken by it. Too many: one has been taken back, or is about somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyosei.facts.kinds import Span
from kyosei.facts.statements import NEVER_HELD, Coverage, Statement
from kyosei.facts.vocabulary import KINDS

__all__ = ["Counts", "compare_counts"]

_OF_THEIR_OWN_DAYS = frozenset(kind.facts.name for kind in KINDS if kind.facts.span is not Span.STATE)
"""Kinds whose statements say nothing beyond their own period or day, so that a missing one does not overtake them."""


@dataclass(frozen=True, slots=True)
class Counts:
    """void: the coverages whose count is wrong. wrong: those of them after which their source has not counted rightly yet.
    doubted: ids of the statements that say nothing for now because of one of these.
    """

    void: tuple[Coverage, ...] = ()
    wrong: tuple[Coverage, ...] = ()
    doubted: frozenset[str] = frozenset()


def compare_counts(coverages: Sequence[Coverage], statements: Iterable[Statement]) -> Counts:
    """The counts of these coverages against the statements that stand."""
    counted = [c for c in coverages if c.count is not None]
    if not counted:
        return Counts()
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        told[s.source, s.kind].append(s)
    counts = {c.id: _counted(c, told[c.source, c.kind]) for c in counted}
    right = [c for c in counted if len(_different(counts[c.id])) == c.count]
    sure = {c.id for c in right}
    void = tuple(c for c in counted if c.id not in sure)
    # Where counts were compared before, those that were right are no longer counted.
    compared = [c for c in coverages if c.count is None]
    wrong = [
        c for c in void if not any(_overtakes(later, c) for later in (compared if c.count == NEVER_HELD else right))
    ]
    doubted: set[str] = set()
    for c in wrong:
        if c.count == NEVER_HELD:
            continue
        lines = counts[c.id]
        if len(_different(lines)) > (c.count or 0) or c.kind not in _OF_THEIR_OWN_DAYS:
            doubted.update(s.id for s in lines)
    return Counts(void, tuple(wrong), frozenset(doubted))


def _counted(coverage: Coverage, statements: Iterable[Statement]) -> Sequence[Statement]:
    """The statements that a count is about: in its scope and period, and made before it, or in place of another one."""
    return [
        s
        for s in statements
        if s.from_day < coverage.until_day
        and s.until_day > coverage.from_day
        and (s.stated_at <= coverage.stated_at or s.replaces is not None)
        and all(s.about.get(role) == party for role, party in coverage.about.items())
    ]


def _different(statements: Iterable[Statement]) -> set[object]:
    """The statements without those that repeat another one: of the same parties and period, with the same fields."""
    return {(frozenset(s.about.items()), s.from_day, s.until_day, frozenset(s.data.items())) for s in statements}


def _overtakes(later: Coverage, void: Coverage) -> bool:
    """Whether a source has counted rightly since, over the same scope and at least the same period."""
    return (
        later.stated_at > void.stated_at
        and later.source == void.source
        and later.kind == void.kind
        and later.about == void.about
        and later.from_day <= void.from_day
        and later.until_day >= void.until_day
    )
