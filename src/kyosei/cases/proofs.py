"""What counts as proof of a cure: the records that a duty's own performance asks for, read out of the norm itself.

Nothing is written down beside the law: a duty is met by an event of a kind, with these fields, dated so, told by whoever can
settle it. So every duty that is met by one record has its proof, and a changed norm changes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.fields.choices import ChoiceField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.vocabulary import kind_named
from kyosei.norms.compiler import CompiledVersion
from kyosei.terms.expressions import Node
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.timelines.days import date_from_day
from kyosei.timelines.program import Op

__all__ = ["Proof", "proofs_of"]

_THROUGH = (Op.AND, Op.OR, Op.EVER, Op.BEGINS)
"""Operators below which a performance still says of which record it speaks."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One record that would show the cure. source: who can settle it, or `unknown:<role>` where any of several could be it.

    on: of an event its day, of a state its first day. data: the fields that the norm asks for.
    """

    kind: str
    source: str
    about: Mapping[str, str]
    on: int
    is_event: bool
    data: Mapping[str, str]

    def line(self, id_: str, stated_at: str) -> dict[str, object]:
        """As a line of a case file."""
        day = date_from_day(self.on).isoformat()
        when: dict[str, object] = {"on": day} if self.is_event else {"from": day, "until": None}
        return {
            "type": "statement", "id": id_, "kind": self.kind, "source": self.source, "about": dict(self.about), **when,
            "data": dict(self.data), "stated_at": stated_at,
        }  # fmt: skip


def proofs_of(version: CompiledVersion, about: Mapping[str, str], arose: int, day: int) -> tuple[Proof, ...]:
    """The records by any of which a duty would be met on a day, for the obligation that arose then; none for other norms, and for
    a duty that no single record meets.
    """
    performed = version.pieces.get("performed")
    if version.norm.kind != "duty" or performed is None:
        return ()
    roles = version.norm.scope.parties
    found = (_proof(question, roles, about, arose, day) for question in _asked(performed))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _asked(node: Node) -> Iterator[Question]:
    if node.question is not None:
        yield node.question
    elif node.op in _THROUGH or (node.op is Op.NOT and node.arguments[0].op is Op.NOT):
        for argument in node.arguments:
            yield from _asked(argument)


def _proof(
    question: Question, roles: tuple[str, ...], about: Mapping[str, str], arose: int, day: int
) -> Proof | None:  # fmt: skip
    """The record that a question asks for; None if it asks for something else than that it is there."""
    if question.form is not Form.HOLDS or question.kind == EmploymentRelation.facts.name:
        return None
    kind = kind_named(question.kind)
    bound = {
        role.name: about[roles[place]]
        for role, place in zip(kind.facts.roles, question.bound, strict=True)
        if place >= 0 and roles[place] in about
    }
    data: dict[str, str] = {}
    for test in question.tests:
        said = _field(kind, test, roles, about)
        if said is None:
            return None
        data[test.field] = said
    if question.value is not None:
        data[question.value.split(":")[0]] = date_from_day(arose).isoformat()
    is_event = kind.facts.span is Span.EVENT
    return Proof(question.kind, _source(kind, bound), _Fixed(bound), day if is_event else arose, is_event, _Fixed(data))


def _field(kind: type[Kind], test: Test, roles: tuple[str, ...], about: Mapping[str, str]) -> str | None:
    """What a field must say to pass a test, where only one thing would do or any of a list."""
    field = kind.fields[test.field]
    if test.kind is TestKind.AMONG and test.wanted and isinstance(field, ChoiceField):
        return next((option for place, option in enumerate(field.options, 1) if test.operand >> place & 1), None)
    if test.kind is TestKind.IS_PARTY and test.wanted:
        return about.get(roles[test.operand])
    return None


def _source(kind: type[Kind], bound: Mapping[str, str]) -> str:
    """Who can settle it: the first of its holders that is known."""
    for holder in kind.facts.holders:
        if isinstance(holder, Authority):
            return f"authority:{holder.name}"
        if isinstance(holder, TheParty) and holder.role in bound:
            return bound[holder.role]
    role = next(holder.role for holder in kind.facts.holders if isinstance(holder, TheParty | Anyone))
    return f"unknown:{role}"


class _Fixed(dict[str, str]):
    """A mapping that is never changed, so that equal proofs are found to be equal."""

    def __hash__(self) -> int:  # type: ignore[override]  # dict has none
        return hash(tuple(sorted(self.items())))
