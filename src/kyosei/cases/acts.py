"""What can be done about a case, by whom, and when: the graduated response.

Reminder, notice to whoever has the duty, the responsible office: in this order. Nothing reaches an office about a case before
its time to be cured has ended and a human has looked, unless the law makes reporting a duty or the person asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from kyosei.cases.case import Case, CaseState, Stage

__all__ = ["CURE_DAYS", "OPERATOR", "Act", "ActKind", "effect", "why_not"]

CURE_DAYS: Final = 30
"""Days from delivery in which a breach may be cured before an office may hear of it."""

OPERATOR: Final = "org:operator"

REPORTING: Final = frozenset(
    {"jp.ssw.report-breaches", "jp.ssw.report-breaches-delegated", "jp.education.report-low-attendance"}
)
"""Duties that are themselves a report to an office: no time to cure stands before them."""


class ActKind(StrEnum):
    """What can be done."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    COMPLAIN = "complain"
    LOOK = "look"
    ESCALATE = "escalate"
    MISTAKEN = "mistaken"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a case, as the journal has it; the actor is that of the key that signed it. at: microseconds."""

    sequence: int
    id: str
    case: str
    kind: str
    reason: str
    route: str | None
    source: str
    actor_kind: str
    actor: str
    at: int
    day: int


def why_not(case: Case, act: Act) -> str | None:
    """Why an act has no effect on a case; None if it has."""
    if act.kind not in tuple(ActKind):
        return f"there is no act {act.kind!r}"
    if case.state.is_over:
        return f"the case is {case.state} already"
    kind = ActKind(act.kind)
    match kind:
        case ActKind.ACKNOWLEDGE | ActKind.ANSWER:
            return None if act.source == case.owner else f"this is for {case.owner} to say"
        case ActKind.DELIVERED | ActKind.UNDELIVERED | ActKind.WITHDRAW:
            return None if act.source == OPERATOR else "only the operator's records tell of deliveries and withdrawals"
        case ActKind.COMPLAIN:
            protected = None if case.informed is None else case.informed.person
            if act.source not in (protected, case.subject) or not act.source.startswith("person:"):
                return "only the person whom the duty protects can complain"
            return None if act.route in ("inside", "office") else "the person chooses a route: inside or office"
        case ActKind.LOOK | ActKind.MISTAKEN:
            if act.actor_kind != "human":
                return "a human looks, with their own key"
            return None if _is_official(act) else "this is for an official"
        case ActKind.ESCALATE:
            return _why_not_to_office(case, act)
        case _:
            assert_never(kind)


def _is_official(act: Act) -> bool:
    return act.source == OPERATOR or act.source.startswith(("authority:", "municipality:"))


def _why_not_to_office(case: Case, act: Act) -> str | None:
    if act.source != OPERATOR and not _is_official(act):
        return "this is for the operator or an office"
    if case.route == "office" or any(norm in REPORTING for norm in case.norms):
        return None
    if case.stage is Stage.REMINDER:
        return "nothing has been breached"
    if case.paused_since >= 0:
        return "what it rests on is not established at present"
    if case.due_on < 0:
        return "its notice has not been delivered, so the time to cure it has not begun"
    if act.day <= case.due_on:
        return "the time to cure it has not ended"
    return None if case.looked else "no human has looked at it"


def effect(case: Case, act: Act) -> None:
    """What an act changes about a case on which it has an effect."""
    kind = ActKind(act.kind)
    match kind:
        case ActKind.ACKNOWLEDGE:
            if case.state is CaseState.OPEN:
                case.state = CaseState.ACKNOWLEDGED
        case ActKind.ANSWER:
            if case.state is not CaseState.ESCALATED:
                case.state = CaseState.ANSWERED
        case ActKind.DELIVERED:
            if case.delivered_on < 0:
                case.delivered_on = act.day
            if case.stage is not Stage.REMINDER and case.due_on < 0:
                case.due_on = act.day + CURE_DAYS
        case ActKind.UNDELIVERED:
            case.delivered_on = case.due_on = -1
        case ActKind.COMPLAIN:
            case.route = act.route
        case ActKind.LOOK:
            case.looked = True
        case ActKind.ESCALATE:
            case.state, case.stage = CaseState.ESCALATED, Stage.OFFICE
        case ActKind.MISTAKEN:
            case.state = CaseState.MISTAKEN
        case ActKind.WITHDRAW:
            case.state = CaseState.WITHDRAWN
        case _:
            assert_never(kind)
