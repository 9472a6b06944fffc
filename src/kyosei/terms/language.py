"""The words that norms are written with, beside the operators of conditions, numbers and choices themselves.

A norm takes them from here; `parameters` has the figures of the law, `windows` what looks at other days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kyosei.errors import LawError
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import (
    Cond,
    Expression,
    Heads,
    Hours,
    Label,
    Number,
    Share,
    Unit,
    Yen,
    YenPerHour,
    apply,
    make,
)
from kyosei.terms.parameters import (
    Rounding,
    always,
    amount_if,
    brackets,
    dated,
    days,
    heads,
    hours,
    looked_up,
    never,
    rate,
    read_off,
    whole,
    years,
    yen,
    yen_per_hour,
)
from kyosei.terms.scopes import Scope
from kyosei.terms.text import Text
from kyosei.terms.windows import (
    MonthRounding,
    Months,
    WindowEdge,
    age,
    begins,
    continuously,
    count_within,
    days_within,
    each_month,
    ends,
    ever,
    happened_so_far,
    held_in_all,
    month_ends_before,
    moved_to_working_day,
    nearing,
    shifted,
    shifted_number,
    since,
    throughout,
    total_within,
    within,
)
from kyosei.timelines.program import Op, Value

__all__ = [
    "MonthRounding",
    "Months",
    "Rounding",
    "WindowEdge",
    "age",
    "all_of",
    "always",
    "amount_if",
    "any_of",
    "any_one",
    "begins",
    "brackets",
    "continuously",
    "count",
    "count_within",
    "dated",
    "days",
    "days_within",
    "each_month",
    "ends",
    "ever",
    "every",
    "excused_by",
    "happened_so_far",
    "heads",
    "held_in_all",
    "hours",
    "item",
    "looked_up",
    "month_ends_before",
    "moved_to_working_day",
    "nearing",
    "never",
    "pay_for",
    "rate",
    "read_off",
    "reconciled",
    "share_of",
    "shifted",
    "shifted_number",
    "since",
    "throughout",
    "total",
    "total_within",
    "whole",
    "within",
    "years",
    "yen",
    "yen_per_hour",
]

U = TypeVar("U", bound=Unit)


# Combining -------------------------------------------------------------------------------------------------------------


def all_of(*conditions: Cond) -> Cond:
    """All of them, in the law's order."""
    return Cond(apply(Op.AND, Value.TRUTH, conditions))


def any_one(*conditions: Cond) -> Cond:
    """At least one of them, in the law's order."""
    return Cond(apply(Op.OR, Value.TRUTH, conditions))


E_ = TypeVar("E_", bound=Expression)


def item(number: str | None, text: Text, expression: E_, provision: Provision | None = None, *,
         proviso: bool = False) -> E_:  # fmt: skip
    """Name a piece as the law numbers and words it; the name shows in the proof."""
    label = Label(text, provision, number, proviso)
    renamed = type(expression).__new__(type(expression))
    for slot in ("node", "options"):
        if hasattr(expression, slot):
            object.__setattr__(renamed, slot, getattr(expression, slot))
    renamed.node = replace(expression.node, label=label)
    return renamed


def pay_for(worked: Number[Hours], hourly: Number[YenPerHour]) -> Number[Yen]:
    """Sixty times the pay that so many hours earn at an hourly amount: minutes times yen, so that nothing is rounded."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (worked, hourly)))


def share_of(amount: Number[Yen], share: Number[Share]) -> Number[Yen]:
    """A hundred thousand times the share of an amount, so that nothing is rounded yet."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (amount, share)))


def reconciled(settling: Number[U], others: Number[U]) -> Number[U]:
    """What those who can settle it say; where others exclude that, open(conflict) between the two."""
    return Number(apply(Op.RECONCILE, Value.NUMBER, (settling, others)))


def excused_by(condition: Cond, breach: Cond) -> Cond:
    """Where the condition fails while another party's breach stands, it waits for judgement instead of failing."""
    return Cond(apply(Op.EXCUSED, Value.TRUTH, (condition, breach)))


# Going up from a relation to its subject -------------------------------------------------------------------------------


def _up(op: Op, value: Value, inner: Expression, closed: Cond, subject: Scope) -> Expression:
    if inner.scope.is_root or not subject.is_root or inner.scope.root != subject.root:
        raise LawError(f"a quantifier goes up from a relation to its subject, not from {inner.scope.name}")
    if closed.scope != subject:
        raise LawError(f"what closes {inner.scope.name} must speak of {subject.name}, not of {closed.scope.name}")
    node = make(op, value, subject)
    return Expression(replace(node, arguments=(inner.node, closed.node)))


def any_of(inner: Cond, *, closed_by: Cond) -> Cond:
    """Some instance of the relation has it. `closed_by`: where it holds, every instance is known."""
    return Cond(_up(Op.ANY_OF, Value.TRUTH, inner, closed_by, closed_by.scope).node)


def every(inner: Cond, *, closed_by: Cond) -> Cond:
    """Every instance has it, known or not."""
    return Cond(_up(Op.EVERY, Value.TRUTH, inner, closed_by, closed_by.scope).node)


def count(inner: Cond, *, closed_by: Cond) -> Number[Heads]:
    """How many instances have it."""
    return Number(_up(Op.COUNT, Value.NUMBER, inner, closed_by, closed_by.scope).node)


def total(inner: Number[U], *, closed_by: Cond) -> Number[U]:
    """The sum over all instances; unclosed, it has no upper bound."""
    return Number(_up(Op.TOTAL, Value.NUMBER, inner, closed_by, closed_by.scope).node)
