"""What was done about a sealed dossier, and what became of one that was assembled again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kyosei.journal.entries import DecisionAct, ReviewOutcome

__all__ = ["Act", "Replayed", "is_reviewed_now"]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did about a dossier; at: when it was recorded (microseconds). outcome: of a review that ended."""

    id: str
    act: DecisionAct
    by: str
    reason: str
    language: str | None
    at: int
    outcome: ReviewOutcome | None = None


def is_reviewed_now(acts: Sequence[Act]) -> bool:
    """Whether a review of the dossier is open."""
    last = next((one.act for one in reversed(acts) if one.act in (DecisionAct.REVIEW, DecisionAct.OUTCOME)), None)
    return last is DecisionAct.REVIEW


class Replayed(StrEnum):
    """What became of a dossier that was assembled again."""

    SAME = "same"
    DIFFERENT = "different"
    ERASED = "erased"
    """Something that it rests on was erased since, so that it cannot be computed any more."""
    LAW_NOT_HERE = "law-not-here"
