"""Verdicts that a reader takes as one: the months of one norm about the same parties in the same state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from kyosei.cli.sheet import Sheet
from kyosei.cli.words import MONTHS
from kyosei.verdicts.verdict import Verdict

__all__ = ["Bundle", "bundles_of", "grouped"]

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Verdicts of one norm about the same parties in the same state, in the order of their days; one, or several months."""

    verdicts: tuple[Verdict, ...]

    @property
    def first(self) -> Verdict:
        """The earliest: its deadline is the most pressing."""
        return self.verdicts[0]

    def count_said(self, sheet: Sheet) -> str:
        """Which month or day, or how many from when to when; empty for what has no instances of its own."""
        if self.first.key < 0:
            return ""
        if len(self.verdicts) == 1:
            return sheet.month(self.first.key)
        return sheet.say(MONTHS, len(self.verdicts), sheet.month(self.first.key), sheet.month(self.verdicts[-1].key))


def bundles_of(verdicts: Iterable[Verdict]) -> list[Bundle]:
    """The bundles, in the order of their first verdicts."""
    found: dict[object, list[Verdict]] = {}
    for verdict in verdicts:
        same = (
            verdict.norm,
            tuple(verdict.about.items()),
            verdict.state,
            verdict.causes,
            verdict.bearer,
            verdict.applies,
        )
        found.setdefault(same, []).append(verdict)
    return [Bundle(tuple(sorted(together, key=lambda v: (v.key, v.due)))) for together in found.values()]


def grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Things by a key, in the order in which the keys first appear."""
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
