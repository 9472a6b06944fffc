"""Looking at a case again: it is reopened because it rests on a defective version; a human upholds it, or finds it mistaken."""

from __future__ import annotations

from dataclasses import replace

from kyosei.cases.acts import Act
from kyosei.cases.case import WATCH, Case, CaseState, Entry, Happening
from kyosei.cases.rulings import Ruling

__all__ = ["end_again", "outcome_of", "reopen"]

_ORDER = (CaseState.CURED, CaseState.MISTAKEN, CaseState.WITHDRAWN)


def outcome_of(case: Case) -> CaseState:
    """How a case ended whose items all have."""
    return next(outcome for outcome in _ORDER if outcome in case.ended)


def reopen(case: Case, ruling: Ruling, at: int, day: int) -> None:
    """Notes once that a case rests on a defective version, and stops whatever it asks of anybody until a human decides.

    Its parties are told by the first ruling: a second one changes nothing for them.
    """
    if any(row.what == Happening.REOPENED and row.ref == ruling.id for row in case.history):
        return
    tells = case.state is not CaseState.REVIEW
    if tells:
        case.before_review = case.state, case.shown_state
    case.state = case.shown_state = CaseState.REVIEW
    case.delivered_on = case.due_on = -1
    case.looked = False
    case.offices = ()  # they hear that it is taken back; an upheld one goes there anew
    case.history.append(
        Entry(
            at, ruling.actor_kind, ruling.actor, Happening.REOPENED, ruling.reason, ruling.source, ruling.id,
            norm=ruling.norm, day=day, stage=case.stage, told=not case.hushed, tells=tells,
        )
    )  # fmt: skip


def end_again(case: Case, act: Act) -> bool:
    """Ends a case that was upheld as it had ended, or as its items have since; whether it is over."""
    outcome = case.state if case.state.is_over else None if case.items else outcome_of(case)
    if outcome is None:
        return False
    ended = next((row for row in reversed(case.history) if row.what == outcome), case.history[0])
    case.history.append(
        replace(
            ended, at=act.at, actor_kind="software", actor=WATCH, what=outcome.value, reason="", source=act.source,
            ref=act.id, norm=ended.norm or case.norms[0], day=act.day, told=not case.hushed, tells=False,
        )
    )  # fmt: skip
    case.end(outcome, act.day)
    return True
