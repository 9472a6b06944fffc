"""References from one norm to another, by which attribution finds whose duty stands behind a result."""

from __future__ import annotations

from kyosei.norms.declare import Norm
from kyosei.terms.expressions import Cond, Label, Node
from kyosei.timelines.program import Op, State, Value

__all__ = ["breached", "fulfilled", "late"]


def breached(norm: Norm) -> Cond:
    """Another norm is breached (or, if it is no duty, not met); open where that norm is open."""
    return _in_state(norm, (State.BREACHED, State.UNMET))


def fulfilled(norm: Norm) -> Cond:
    """Another norm is met, if late; open where that norm is open."""
    return _in_state(norm, (State.MET, State.LATE))


def late(norm: Norm) -> Cond:
    """Another norm, a duty, was performed after its last day; open where that norm is open."""
    return _in_state(norm, (State.LATE,))


def _in_state(norm: Norm, states: tuple[State, ...]) -> Cond:
    mask = sum(1 << state for state in states)
    label = Label(norm.title, norm.provisions[0], norm=norm.id, bearer=norm.bearer)
    return Cond(Node(Op.STATE_IS, (), (mask,), norm.scope, Value.TRUTH, label=label))
