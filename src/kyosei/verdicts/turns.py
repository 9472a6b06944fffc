"""What a verdict asks of anybody on a day: whether somebody has to act, now or soon, and whether a right can be used."""

from __future__ import annotations

from typing import Final

from kyosei.timelines.days import FIRST_DAY, NEVER
from kyosei.verdicts.verdict import Verdict

__all__ = ["COMING_DAYS", "PRESSING", "is_coming", "is_day", "is_fine", "is_open_to_holder", "is_task", "needs_action"]

COMING_DAYS: Final = 90
"""How far ahead a report looks for what comes next."""

PRESSING: Final = ("breached", "unmet", "due")
"""The states in which somebody has to act, the most pressing first."""


def is_day(day: int) -> bool:
    """Whether a day number is a real day, not "always", "never" or "none"."""
    return FIRST_DAY < day < NEVER


def needs_action(verdict: Verdict) -> bool:
    """Whether somebody has to act, or something does not hold, on the day itself."""
    return verdict.applies == "yes" and verdict.kind != "right" and verdict.state in PRESSING


def is_task(verdict: Verdict, on: int) -> bool:
    """Whether somebody has to act now or soon: a legal status that does not hold is nobody's task."""
    return verdict.bearer is not None and (needs_action(verdict) or is_coming(verdict, on))


def is_coming(verdict: Verdict, on: int) -> bool:
    """Whether it will need action within the next days if nothing more is recorded, or a legal status will not be sure."""
    if verdict.kind == "right" or needs_action(verdict) or verdict.next is None:
        return False
    losing = verdict.kind == "status" and verdict.state == "met" and verdict.next.state == "open"
    return (verdict.next.state in PRESSING or losing) and verdict.next.on_day <= on + COMING_DAYS


def is_open_to_holder(verdict: Verdict) -> bool:
    """Whether a right can be exercised on the day."""
    return verdict.kind == "right" and verdict.applies == "yes" and verdict.state == "met"


def is_fine(verdict: Verdict, on: int) -> bool:
    """Whether a verdict asks nothing of anybody now or soon. A right that cannot be used now is among these."""
    if verdict.kind == "right":
        return verdict.state in ("met", "unmet") and not is_open_to_holder(verdict)
    return verdict.state in ("met", "late") and not is_coming(verdict, on)
