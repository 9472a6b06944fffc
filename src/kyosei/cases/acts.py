"""What can be done about a case, by whom, and when: the graduated response.

Reminder, notice to whoever has the duty, the responsible office: in this order. Nothing reaches an office about a case before
its time to be cured has ended and a human has looked, unless the law makes reporting a duty or the person asks for it. From the
office in charge it goes on to another only through a legal gateway, and by neither of these shorter ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from kyosei.cases.case import Case, CaseState, Stage
from kyosei.cases.offices import OPERATOR, Offices, needs_request

__all__ = ["CURE_DAYS", "OPERATOR", "Act", "ActKind", "Refusal", "effect", "owner_is_told", "passage", "why_not"]

CURE_DAYS: Final = 30
"""Days from delivery in which a breach may be cured before an office may hear of it."""

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
    UPHOLD = "uphold"
    WITHDRAW = "withdraw"


class Refusal(StrEnum):
    """Why an act has no effect on a case; in words: `words.REFUSALS`."""

    UNKNOWN = "unknown"
    OVER = "over"
    UNDER_REVIEW = "under-review"
    NOT_UNDER_REVIEW = "not-under-review"
    NOT_THE_OWNER = "not-the-owner"
    NOT_THE_OPERATOR = "not-the-operator"
    NO_RECEIPT = "no-receipt"
    NOT_THE_PROTECTED = "not-the-protected"
    NO_ROUTE = "no-route"
    NOT_A_HUMAN = "not-a-human"
    NOT_AN_OFFICIAL = "not-an-official"
    NOTHING_BREACHED = "nothing-breached"
    NOT_ESTABLISHED = "not-established"
    NO_OFFICE = "no-office"
    ALREADY_THERE = "already-there"
    NOT_WITH_THEM = "not-with-them"
    KEPT_APART = "kept-apart"
    """No legal gateway carries it: no fault of anybody, but what the law wants."""
    NOT_ASKED = "not-asked"
    NOT_DELIVERED = "not-delivered"
    TIME_LEFT = "time-left"
    NOBODY_LOOKED = "nobody-looked"


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a case, as the journal has it; the actor is that of the key that signed it. at: microseconds.

    route: of a complaint, which way it is to take; of an escalation, the office, if not the one in charge. event: of a delivery,
    what was told by its notice (`Case.telling`); of an escalation, the request of the office that asked for it. stated_on: the
    day on which it is said to have happened.
    """

    sequence: int
    id: str
    case: str
    kind: str
    reason: str
    route: str | None
    event: str | None
    source: str
    actor_kind: str
    actor: str
    at: int
    day: int
    stated_on: int


_NOT_UNDER_REVIEW: Final = (ActKind.ACKNOWLEDGE, ActKind.ANSWER, ActKind.DELIVERED, ActKind.ESCALATE)


def why_not(case: Case, act: Act, offices: Offices) -> Refusal | None:
    """Why an act has no effect on a case; None if it has."""
    if act.kind not in tuple(ActKind):
        return Refusal.UNKNOWN
    if case.state.is_over:
        return Refusal.OVER
    kind = ActKind(act.kind)
    if case.state is CaseState.REVIEW and kind in _NOT_UNDER_REVIEW:
        return Refusal.UNDER_REVIEW
    match kind:
        case ActKind.ACKNOWLEDGE | ActKind.ANSWER:
            return None if act.source == case.owner else Refusal.NOT_THE_OWNER
        case ActKind.DELIVERED | ActKind.UNDELIVERED:
            receipt = act.source == OPERATOR and act.actor_kind == "software" and act.event == case.telling
            return None if receipt else Refusal.NO_RECEIPT
        case ActKind.WITHDRAW:
            return None if act.source == OPERATOR else Refusal.NOT_THE_OPERATOR
        case ActKind.COMPLAIN:
            protected = None if case.informed is None else case.informed.person
            if act.source not in (protected, case.subject) or not act.source.startswith("person:"):
                return Refusal.NOT_THE_PROTECTED
            return None if act.route in ("inside", "office") else Refusal.NO_ROUTE
        case ActKind.UPHOLD if case.state is not CaseState.REVIEW:
            return Refusal.NOT_UNDER_REVIEW
        case ActKind.LOOK | ActKind.MISTAKEN | ActKind.UPHOLD:
            if act.actor_kind != "human":
                return Refusal.NOT_A_HUMAN
            return None if _is_official(act) else Refusal.NOT_AN_OFFICIAL
        case ActKind.ESCALATE:
            return _why_not_to_office(case, act, offices)
        case _:
            assert_never(kind)


def _is_official(act: Act) -> bool:
    return act.source == OPERATOR or act.source.startswith(("authority:", "municipality:"))


def _why_not_to_office(case: Case, act: Act, offices: Offices) -> Refusal | None:
    if not _is_official(act):
        return Refusal.NOT_AN_OFFICIAL
    office = offices.addressed(case.norms, act.route, act.source)
    if office is None:
        return Refusal.NO_OFFICE
    if office in case.offices:
        return Refusal.ALREADY_THERE
    if not offices.is_in_charge(case.norms, office) or act.source not in (OPERATOR, office):
        return _why_not_through(case, act, offices, office) or _why_not_by_itself(case, act)
    if case.route == "office" or any(norm in REPORTING for norm in case.norms):
        return None
    return _why_not_by_itself(case, act)


def _why_not_through(case: Case, act: Act, offices: Offices, office: str) -> Refusal | None:
    """Why a case does not pass from the office that has it to another; the operator acts for the one in charge."""
    holder = offices.of(case.norms) if act.source == OPERATOR else act.source
    gateway = offices.gateway(case.norms, holder, office, act.day)
    if gateway is None or case.owner.startswith("person:"):
        return Refusal.KEPT_APART
    if holder not in case.offices:
        return Refusal.NOT_WITH_THEM
    return Refusal.NOT_ASKED if needs_request(gateway) and not act.event else None


def _why_not_by_itself(case: Case, act: Act) -> Refusal | None:
    """Why a case cannot go to an office although nobody asked for that."""
    if case.stage is Stage.REMINDER:
        return Refusal.NOTHING_BREACHED
    if case.paused_since >= 0:
        return Refusal.NOT_ESTABLISHED
    if case.due_on < 0:
        return Refusal.NOT_DELIVERED
    if act.day <= case.due_on:
        return Refusal.TIME_LEFT
    return None if case.looked else Refusal.NOBODY_LOOKED


def owner_is_told(case: Case, act: Act) -> bool:
    """Whether an act that has an effect is one that the owner may learn of: not that a case went to an office before the time
    to cure it had ended, as that would tell that the person asked for it.
    """
    if case.hushed or act.kind in (ActKind.COMPLAIN, ActKind.LOOK):
        return False
    return act.kind != ActKind.ESCALATE or case.route != "office" or _why_not_by_itself(case, act) is None


def passage(case: Case, act: Act, offices: Offices) -> tuple[str | None, str | None]:
    """To which office an escalation is to bring a case, and the id of the gateway through which; None where there is none."""
    if act.kind != ActKind.ESCALATE:
        return None, None
    office = offices.addressed(case.norms, act.route, act.source)
    if office is None or (offices.is_in_charge(case.norms, office) and act.source in (OPERATOR, office)):
        return office, None
    holder = offices.of(case.norms) if act.source == OPERATOR else act.source
    gateway = offices.gateway(case.norms, holder, office, act.day)
    return office, None if gateway is None else gateway.id


def effect(case: Case, act: Act, office: str | None = None) -> None:
    """What an act changes about a case on which it has an effect. office: where an escalation brings it (`passage`)."""
    kind = ActKind(act.kind)
    match kind:
        case ActKind.ACKNOWLEDGE:
            if case.state is CaseState.OPEN:
                case.state = CaseState.ACKNOWLEDGED
            if case.shown_state is CaseState.OPEN:
                case.shown_state = CaseState.ACKNOWLEDGED
        case ActKind.ANSWER:
            if case.state is not CaseState.ESCALATED:
                case.state = CaseState.ANSWERED
            if case.shown_state is not CaseState.ESCALATED:
                case.shown_state = CaseState.ANSWERED
        case ActKind.DELIVERED:
            if case.delivered_on < 0:
                case.delivered_on = min(act.stated_on, act.day)
            if case.stage is not Stage.REMINDER and case.due_on < 0:
                case.due_on = case.delivered_on + CURE_DAYS
        case ActKind.UNDELIVERED:
            case.delivered_on = case.due_on = -1
        case ActKind.COMPLAIN:
            case.route = act.route
            if act.route == "inside":
                case.hushed = False
        case ActKind.LOOK:
            case.looked = True
        case ActKind.ESCALATE:
            if owner_is_told(case, act):
                case.shown_state, case.shown_stage = CaseState.ESCALATED, Stage.OFFICE
            case.state, case.stage = CaseState.ESCALATED, Stage.OFFICE
            if office is not None:
                case.offices = (*case.offices, office)
        case ActKind.MISTAKEN:
            case.end(CaseState.MISTAKEN, act.day)
        case ActKind.UPHOLD:
            if case.before_review is not None:
                case.state, case.shown_state = case.before_review
            case.before_review = None
        case ActKind.WITHDRAW:
            case.end(CaseState.WITHDRAWN, act.day)
        case _:
            assert_never(kind)
