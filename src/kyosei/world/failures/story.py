"""What a cause does to a life, and what is true because of it: the planted failure, or its innocent twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kyosei.world.chance import Chance
from kyosei.world.events import Life
from kyosei.world.town import Town
from kyosei.world.transmission import Fault

__all__ = ["Breach", "Failure", "Piece", "Scenario", "Story", "answer", "statement"]


class Failure(StrEnum):
    """The five ways in which people end up outside the system, and tax that nobody paid."""

    UNAUTHORISED = "unauthorised_employment"
    UNINSURED = "missing_social_insurance"
    UNSTABLE = "unstable_residence"
    UNRELATED = "work_unrelated_to_status"
    UNSUPPORTED = "left_without_support"
    UNPAID_TAX = "unpaid_resident_tax"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence without which the failure cannot be certain; `form`: statement or coverage."""

    form: str
    kind: str
    source: str
    about: Mapping[str, str]

    def is_line(self, line: Mapping[str, object]) -> bool:
        """Whether a line is this piece."""
        parties = line.get("about")
        return (
            line.get("type") == self.form and line.get("kind") == self.kind and line.get("source") == self.source
            and isinstance(parties, dict) and all(parties.get(role) == party for role, party in self.about.items())
        )  # fmt: skip


def statement(kind: str, source: str, **about: str) -> Piece:
    """A statement as evidence."""
    return Piece("statement", kind, source, about)


def answer(kind: str, source: str, **about: str) -> Piece:
    """An answer as evidence: that there is no such thing."""
    return Piece("coverage", kind, source, about)


@dataclass(frozen=True, slots=True)
class Breach:
    """A norm that is truly not kept: about whom, from which day, until which day (None: still)."""

    norm: str
    about: Mapping[str, str]
    from_day: date
    until: date | None = None


@dataclass(slots=True)
class Story:
    """What became true. Of a planted failure: the breach that it is, the day to look at, the evidence, what else it
    breaks. Of a twin: the norm under which it looks guilty. `forced`: what transmission must do to it.
    """

    norm: str
    about: Mapping[str, str]
    look_on: date
    from_day: date
    until: date | None = None
    evidence: list[Piece] = field(default_factory=list)
    also: list[Breach] = field(default_factory=list)
    forced: list[tuple[Piece, Fault]] = field(default_factory=list)
    warned_by: str | None = None
    """The norm that warns of it beforehand, where that is another one."""
    for_judgement: bool = False
    """The law leaves it to an official's judgement, so records alone can only bring it before one."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A cause: what it is called, in whose life it can happen, and what it does there (None: it does not fit)."""

    failure: Failure
    variant: str
    planted: bool
    statuses: tuple[str, ...]
    play: Callable[[Town, Life, Chance], Story | None]
