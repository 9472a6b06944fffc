"""What a check may look at, and what it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kyosei.decisions.dossier import Assembled, Dossier, Opinion, Proven
from kyosei.norms.procedures import Procedure

__all__ = ["Answer", "Examining", "Neighbour", "Prober", "answer", "cannot_tell"]

Answer = tuple[Proven, tuple[str, ...]]


class Prober(Protocol):
    """Evaluates the requirements again (`kyosei.decisions.probing.Evaluator`)."""

    def without(self, ids: Collection[str]) -> Mapping[tuple[str, int], str]:
        """The states as if these records were not there."""

    def turned(self) -> Sequence[str]:
        """The requirements that answer otherwise once protected attributes are others."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The reasons of another dossier of the same office, and the key of its facts."""

    dossier: str
    same_facts: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examining:
    """A dossier under examination. now: the instant (microseconds) of it, at sealing that of the seal.

    prober: None where the records are not at hand. neighbours: other dossiers of the office, None where they are not at hand.
    """

    dossier: Dossier
    procedure: Procedure
    now: int
    prober: Prober | None = None
    neighbours: tuple[Neighbour, ...] | None = None

    @property
    def assembled(self) -> Assembled:
        return self.dossier.assembled

    @property
    def opinion(self) -> Opinion:
        return self.dossier.opinion


def answer(offending: Iterable[str], untold: Iterable[str] = ()) -> Answer:
    """Fail with what offends; else cannot tell with what is not told; else pass."""
    minded, unknown = tuple(dict.fromkeys(offending)), tuple(dict.fromkeys(untold))
    if minded:
        return Proven.FAIL, minded
    return (Proven.CANNOT_TELL, unknown) if unknown else (Proven.PASS, ())


def cannot_tell(*what: str) -> Answer:
    """What it would take to be told."""
    return Proven.CANNOT_TELL, what
