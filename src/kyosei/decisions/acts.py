"""What was done about a sealed dossier, and what became of one that was assembled again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kyosei.journal.entries import DecisionAct

__all__ = ["Act", "Replayed"]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did about a dossier; at: when it was recorded (microseconds)."""

    id: str
    act: DecisionAct
    by: str
    reason: str
    language: str | None
    at: int


class Replayed(StrEnum):
    """What became of a dossier that was assembled again."""

    SAME = "same"
    DIFFERENT = "different"
    ERASED = "erased"
    """Something that it rests on was erased since, so that it cannot be computed any more."""
    LAW_NOT_HERE = "law-not-here"
