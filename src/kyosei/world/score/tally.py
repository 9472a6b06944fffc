"""What all results come to: by failure, by variant, by norm, over towns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

from kyosei.world.score.judge import Accusation, Outcome, Result

__all__ = ["FailureRow", "NormRow", "Tally", "TownRow"]

_WITH_EVIDENCE = (Outcome.FOUND, Outcome.BEFORE_AN_OFFICIAL, Outcome.MISSED)
_KEPT_ACCUSATIONS = 20


@dataclass(frozen=True, slots=True)
class TownRow:
    """One town that was scored; seconds of processor time."""

    seed: int
    persons: int
    lines: int
    seconds: float


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A planted failure, or one variant of it. Leads are medians in days; None: none was measured."""

    name: str
    planted: int
    with_evidence: int
    found: int
    before_an_official: int
    missed: int
    without_evidence: int
    open_named: int
    open_unnamed: int
    warned_days: float | None
    shown_days: float | None

    @property
    def recall(self) -> float | None:
        """Of those whose evidence exists, the share that was found or lies before an official."""
        return None if not self.with_evidence else (self.found + self.before_an_official) / self.with_evidence


@dataclass(frozen=True, slots=True)
class NormRow:
    """A norm: how many instances were judged, how many negatives there were, and how many of them are false."""

    norm: str
    judged: int
    negatives: int
    false: int

    @property
    def precision(self) -> float | None:
        """The share of its negatives that are true."""
        return None if not self.negatives else (self.negatives - self.false) / self.negatives


@dataclass(slots=True)
class Tally:
    """Counts that grow."""

    towns: list[TownRow] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    judged: Counter[str] = field(default_factory=Counter)
    negatives: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    accusations: list[Accusation] = field(default_factory=list)
    leads: int = 0
    """Of how many results the lead was measured."""
    innocent: int = 0
    silent_innocent: int = 0
    """Innocent persons whom somebody who takes silence for a violation would have accused of one of the five failures."""

    def add(self, result: Result) -> None:
        """One result more."""
        self.results.append(result)
        self.leads += result.shown_days is not None

    def accuse(self, accusations: Iterable[Accusation]) -> None:
        """Counts false accusations; the first ones are kept whole."""
        for one in accusations:
            self.false[one.negative.norm] += 1
            if len(self.accusations) < _KEPT_ACCUSATIONS:
                self.accusations.append(one)

    def failures(self) -> list[FailureRow]:
        """A row a failure."""
        return self._rows(lambda result: result.cause.failure)

    def variants(self) -> list[FailureRow]:
        """A row a variant."""
        return self._rows(lambda result: f"{result.cause.failure}/{result.cause.variant}")

    def _rows(self, named: Callable[[Result], str]) -> list[FailureRow]:
        groups: dict[str, list[Result]] = defaultdict(list)
        for result in self.results:
            if result.cause.planted:
                groups[named(result)].append(result)
        return [_row(name, group) for name, group in sorted(groups.items())]

    def twins(self) -> list[tuple[str, int, int]]:
        """(failure/variant, how many twins, how many accused)."""
        groups: dict[str, list[Result]] = defaultdict(list)
        for result in self.results:
            if not result.cause.planted:
                groups[f"{result.cause.failure}/{result.cause.variant}"].append(result)
        return [
            (name, len(group), sum(result.outcome is Outcome.ACCUSED for result in group))
            for name, group in sorted(groups.items())
        ]

    def norms(self) -> list[NormRow]:
        """A row for every norm that said no of anybody."""
        return [
            NormRow(norm, self.judged[norm], count, self.false[norm]) for norm, count in sorted(self.negatives.items())
        ]


def _row(name: str, group: list[Result]) -> FailureRow:
    count = Counter(result.outcome for result in group)
    with_evidence = sum(count[outcome] for outcome in _WITH_EVIDENCE)
    return FailureRow(
        name, len(group), with_evidence, count[Outcome.FOUND], count[Outcome.BEFORE_AN_OFFICIAL], count[Outcome.MISSED],
        len(group) - with_evidence, count[Outcome.OPEN_NAMED], count[Outcome.OPEN_UNNAMED],
        _median([result.warned_days for result in group]), _median([result.shown_days for result in group]),
    )  # fmt: skip


def _median(days: list[int | None]) -> float | None:
    known = [day for day in days if day is not None]
    return median(known) if known else None
