"""The expression language: conditions, numbers and choices that a norm combines, as a tree that is built once, at load.

A condition is no bool: `and`, `or`, `not` and `if` on it are refused by the type checker and by the loader. Numbers of
different units do not meet. The scope of every expression is checked as it is built (scopes.deeper).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Never, NoReturn, TypeVar

from kyosei.errors import LawError
from kyosei.terms.citations import Provision
from kyosei.terms.questions import Question
from kyosei.terms.scopes import Scope, deeper
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Table, Value
from kyosei.timelines.truth import JUDGEMENT, LAW

__all__ = [
    "Choice",
    "Cond",
    "Days",
    "Expression",
    "Heads",
    "Hours",
    "Label",
    "LegalDay",
    "Node",
    "Number",
    "Quantity",
    "Rate",
    "Share",
    "Unit",
    "Years",
    "Yen",
    "YenPerHour",
    "apply",
    "make",
]


class Unit:
    """What a number counts. Never instantiated: it exists for the type checker and for error messages."""


class Yen(Unit):
    """Whole yen."""


class YenPerHour(Unit):
    """Whole yen for an hour."""


class Share(Unit):
    """Parts of a hundred thousand."""


class Hours(Unit):
    """Hours, kept in whole minutes."""


class Days(Unit):
    """Days counted."""


class Years(Unit):
    """Completed years."""


class Heads(Unit):
    """Things or persons counted."""


class LegalDay(Unit):
    """A day of the calendar, kept as days since 1900-01-01."""


U = TypeVar("U", bound=Unit)


@dataclass(frozen=True, slots=True)
class Label:
    """What a piece of a norm is called in the proof, and where it stands in the law. `proviso`: it is an exception."""

    text: Text
    provision: Provision | None = None
    number: str | None = None
    proviso: bool = False
    norm: str | None = None
    bearer: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node of the tree. Two nodes may be equal without being one; the compiler makes equal ones one."""

    op: Op
    arguments: tuple[Node, ...]
    parameters: tuple[int, ...]
    scope: Scope
    value: Value
    table: Table | None = None
    question: Question | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated rational: (from_day, numerator, denominator) rows and how quotients are rounded: down, up, half_up, half_down."""

    table: Table
    rounding: int


class Expression:
    """Anything with a timeline."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    @property
    def scope(self) -> Scope:
        """What it speaks about."""
        return self.node.scope

    def __bool__(self) -> NoReturn:
        raise LawError(
            "an expression of a norm is a whole timeline, not true or false: "
            "write &, |, ~, all_of, any_of and .unless instead of and, or, not, if"
        )

    def __iter__(self) -> Never:
        raise LawError("an expression of a norm cannot be looped over; use any_of, every, count or total")


class Cond(Expression):
    """A condition: a timeline of truths."""

    __slots__ = ()

    def __and__(self, other: Cond) -> Cond:
        return Cond(apply(Op.AND, Value.TRUTH, (self, other)))

    def __or__(self, other: Cond) -> Cond:
        return Cond(apply(Op.OR, Value.TRUTH, (self, other)))

    def __invert__(self) -> Cond:
        return Cond(apply(Op.NOT, Value.TRUTH, (self,)))

    def unless(self, exception: Cond) -> Cond:
        """This, and not the exception: a proviso. It keeps its label; nothing is presumed from silence."""
        return self & Cond(apply(Op.NOT, Value.TRUTH, (exception,)))

    def implies(self, other: Cond) -> Cond:
        """Not this, or the other."""
        return ~self | other

    def waits_for_judgement(self) -> Cond:
        """Where this holds, the law leaves it to a recorded assessment: open(judgement)."""
        return Cond(apply(Op.DOUBT, Value.TRUTH, (self,), (JUDGEMENT,)))

    def unsettled_in_law(self) -> Cond:
        """Where this holds, text and practice leave open what follows: open(law)."""
        return Cond(apply(Op.DOUBT, Value.TRUTH, (self,), (LAW,)))


class Number(Expression, Generic[U]):
    """A timeline of numbers of one unit, each with its bounds."""

    __slots__ = ()

    def __ge__(self, other: Number[U]) -> Cond:
        return Cond(apply(Op.AT_LEAST, Value.TRUTH, (self, other)))

    def __gt__(self, other: Number[U]) -> Cond:
        return Cond(apply(Op.MORE_THAN, Value.TRUTH, (self, other)))

    def __le__(self, other: Number[U]) -> Cond:
        return Cond(apply(Op.AT_LEAST, Value.TRUTH, (other, self)))

    def __lt__(self, other: Number[U]) -> Cond:
        return Cond(apply(Op.MORE_THAN, Value.TRUTH, (other, self)))

    def __add__(self, other: Number[U]) -> Number[U]:
        return Number(apply(Op.ADD, Value.NUMBER, (self, other)))

    def __sub__(self, other: Number[U]) -> Number[U]:
        return Number(apply(Op.SUBTRACT, Value.NUMBER, (self, other)))

    def equals(self, other: Number[U]) -> Cond:
        """Both are the same number."""
        return (self >= other) & (other >= self)

    def times(self, rate: Rate) -> Number[U]:
        """This times a dated rate, rounded as the rate says."""
        return Number(apply(Op.SCALE, Value.NUMBER, (self,), (rate.rounding,), table=rate.table))

    def bracket(self, table: Table) -> Number[U]:
        """The value of the bracket of a dated table in which this lies."""
        return Number(apply(Op.PIECEWISE, Value.NUMBER, (self,), table=table))


class Choice(Expression):
    """A timeline of the values still possible, out of a declared list; the first possibility is that there is none."""

    __slots__ = ("options",)

    def __init__(self, node: Node, options: tuple[str, ...]) -> None:
        super().__init__(node)
        self.options = options

    def is_(self, value: str) -> Cond:
        """It is this value."""
        return self.is_in((value,))

    def is_in(self, values: Iterable[str]) -> Cond:
        """It is one of these values."""
        return Cond(apply(Op.IS_IN, Value.TRUTH, (self,), (self.mask(values),)))

    def is_none(self) -> Cond:
        """There is no such fact at all."""
        return Cond(apply(Op.IS_IN, Value.TRUTH, (self,), (1,)))

    def mask(self, values: Iterable[str]) -> int:
        """The bits of some values; a value that is not declared is refused."""
        mask = 0
        for value in values:
            if value not in self.options:
                raise LawError(f"{value!r} is not one of {', '.join(self.options)}")
            mask |= 1 << (self.options.index(value) + 1)
        return mask


class Quantity(Expression, Generic[U]):
    """Quantities stated over periods, such as the hours of a week: they can only be added up in a window."""

    __slots__ = ()


def make(
    op: Op,
    value: Value,
    scope: Scope,
    parameters: tuple[int, ...] = (),
    *,
    table: Table | None = None,
    question: Question | None = None,
) -> Node:
    """A node without arguments."""
    return Node(op, (), parameters, scope, value, table, question)


def apply(
    op: Op,
    value: Value,
    arguments: tuple[Expression, ...],
    parameters: tuple[int, ...] = (),
    *,
    table: Table | None = None,
) -> Node:
    """A node over others, in the deepest of their scopes."""
    scope = arguments[0].node.scope
    for argument in arguments:
        if not isinstance(argument, Expression):
            raise LawError(f"{argument!r} is not an expression of a norm")
        scope = deeper(scope, argument.node.scope)
    return Node(op, tuple(argument.node for argument in arguments), parameters, scope, value, table)
