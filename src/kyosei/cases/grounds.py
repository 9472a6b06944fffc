"""On which norm versions a case rested, and on which days: those of every verdict that its history tells.

A verdict that was told on a day, under a law, stands until the next is told of the same item. Its proof on each of these days
holds the version of its norm that is in force then.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kyosei.cases.rulings import Ruling

__all__ = ["Ground", "Grounds"]

Item = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """A norm under a law, from a first day to a last one; last -1: it goes on."""

    norm: str
    law: str
    first: int
    last: int = -1

    def holds(self, ruling: Ruling, today: int) -> bool:
        """Whether on one of its days the version that a ruling names was in force."""
        last = today if self.last < 0 else self.last
        same = self.norm == ruling.norm and self.law in ruling.laws
        return same and self.first < ruling.until_day and last >= ruling.from_day


@dataclass(slots=True)
class Grounds:
    """The grounds of one case: those that are over, and by item those that go on."""

    past: list[Ground] = field(default_factory=list)
    standing: dict[Item, Ground] = field(default_factory=dict)

    def begin(self, item: Item, law: str, day: int) -> None:
        """A verdict of an item was told under a law."""
        before = self.standing.get(item)
        if before is not None and before.law == law:
            return
        if before is not None:
            self._close(before, day - 1)
        self.standing[item] = Ground(item[0], law, day)

    def end_by(self, item: Item, law: str, day: int) -> None:
        """A verdict was told that took an item out: the case rests on that one too."""
        self.begin(item, law, day)
        self.end(item, day)

    def end(self, item: Item, day: int) -> None:
        """An item is no longer part of the case; on that day it still was."""
        before = self.standing.pop(item, None)
        if before is not None:
            self._close(before, day)

    def end_all(self, day: int) -> None:
        """The case is over."""
        for item in list(self.standing):
            self.end(item, day)

    def hold(self, ruling: Ruling, today: int) -> bool:
        """Whether a proof of the case, up to today, holds the version that a ruling names."""
        return any(ground.holds(ruling, today) for ground in (*self.past, *self.standing.values()))

    def _close(self, ground: Ground, day: int) -> None:
        self.past.append(Ground(ground.norm, ground.law, ground.first, max(ground.first, day)))
