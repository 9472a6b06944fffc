"""What was told of a verdict at a moment, as cases take it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.verdict import somebody_spoke
from kyosei.watch.moments import first_instant

__all__ = ["ADVERSE", "Event", "Item"]

ADVERSE: Final = (State.BREACHED, State.UNMET)
Item = tuple[str, str, int]
"""A norm, about whom, and of which month or day (-1: none)."""


@dataclass(frozen=True, slots=True)
class Event:
    """A transition as it was told (`kyosei.watch.transitions`)."""

    number: int
    id: str
    norm: str
    about: str
    instance: int
    sort: str
    state: State
    causes: int
    due: int
    uncertain: bool
    own_word: bool
    settled: bool
    needs: Mapping[str, Any] | None  # Any: JSON
    day: int
    position: int
    known: int
    law: str

    @property
    def item(self) -> Item:
        return self.norm, self.about, self.instance

    @property
    def silent(self) -> bool:
        """Whether it is not even known that the norm applies, and nobody said that it does: nobody is asked (decision 86)."""
        return self.state == State.OPEN and self.uncertain and not somebody_spoke(causes_of(self.causes))

    @property
    def disputed(self) -> bool:
        """Whether it is open because somebody says that what it rests on is wrong."""
        return self.state == State.OPEN and "disputed" in causes_of(self.causes)

    @property
    def by_passing_time(self) -> bool:
        """Whether nothing was recorded, only a day began: what is known less than before, is so because a source is silent."""
        return self.known == first_instant(self.day)
