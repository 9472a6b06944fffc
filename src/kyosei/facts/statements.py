"""What is on record: parties, statements, coverages, signs of life, withdrawals, disputes and resolutions.

These are the lines of a case file (INTERFACES.md §1), checked and typed. Days are day numbers (timelines.days), an
open end is NEVER, instants are microseconds in UTC. Values of fields are whole numbers, or tuples of them, in the
field's own coding; what a statement does not say is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

__all__ = [
    "NEVER_HELD",
    "Case",
    "Coverage",
    "Dispute",
    "FieldValue",
    "Heartbeat",
    "Name",
    "PartyRecord",
    "Resolution",
    "Statement",
    "Withdrawal",
]

NEVER_HELD: Final = -1
"""The count of a coverage that was compared elsewhere and found wrong."""

FieldValue = int | str | tuple[int, ...] | tuple[str, ...] | tuple[tuple[str, int], ...]
"""A number, a choice or text, a list of slugs, or a list of (item, yen)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one script (ISO 15924)."""

    script: str
    text: str


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A person or an organisation. `born`: day number, or None if unknown."""

    id: str
    is_person: bool
    names: tuple[Name, ...] = ()
    roles: tuple[str, ...] = ()
    born: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A kind holds about these parties over [from_day, until_day), says a source. For events until is the next day."""

    id: str
    kind: str
    source: str
    about: Mapping[str, str]
    from_day: int
    until_day: int
    data: Mapping[str, FieldValue]
    stated_at: int
    recorded_at: int
    replaces: str | None = None
    carried_by: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source has told all it holds of a kind about a scope for a period.

    count: how many different statements that was when it said so; NEVER_HELD: a count that was found to be wrong.
    """

    id: str
    kind: str
    source: str
    about: Mapping[str, str]
    from_day: int
    until_day: int
    stated_at: int
    recorded_at: int
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """A sign of life of a source that had nothing else to say."""

    id: str
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A source takes back a line of its own."""

    id: str
    target: str
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Somebody says that a line is wrong."""

    id: str
    target: str
    by: str
    reason: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """The end of a dispute, with reasons."""

    id: str
    target: str
    by: str
    outcome: Literal["kept", "corrected"]
    reason: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Case:
    """Everything read from one input, in the order in which it came.

    doubted: ids of statements on which a wrong count casts doubt that cannot be compared here (`evidence.known`).
    """

    parties: Mapping[str, PartyRecord]
    statements: tuple[Statement, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    heartbeats: tuple[Heartbeat, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    doubted: frozenset[str] = frozenset()

    def latest_recorded(self) -> int | None:
        """The latest instant at which anything was recorded; None for an empty case."""
        kinds_of_line = (
            self.statements, self.coverages, self.heartbeats, self.withdrawals, self.disputes, self.resolutions,
        )  # fmt: skip
        return max((line.recorded_at for lines in kinds_of_line for line in lines), default=None)
