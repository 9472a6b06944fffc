"""Questions of a program as arrays: the names of kinds, fields, roles and offices become numbers of one batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from kyosei.errors import LawError
from kyosei.evidence.voting import Asked
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.terms.questions import Form, Question
from kyosei.terms.scopes import Scope

__all__ = ["ROLE_BITS", "KindTable", "ask", "owner_place"]

ROLE_BITS: Final = {
    name: 1 << place
    for place, name in enumerate(
        ("employer", "host", "school", "supporter", "supervising_body", "bank", "landlord", "insurer", "municipality",
         "authority")
    )
}  # fmt: skip
"""The roles of organisations (VOCABULARY.md) as bits."""

NO_ROLE: Final = -3
"""The place of a role that the kind does not have (terms.questions has ANYBODY and ABSENT)."""

_SPANS: Final = {Span.STATE: 0, Span.PERIOD: 1, Span.EVENT: 2}


@dataclass(frozen=True, slots=True)
class KindTable:
    """Every kind with a number, and every field of it with the columns in which it is kept."""

    kinds: tuple[type[Kind], ...]
    number: Mapping[str, int]
    columns: Mapping[str, Mapping[str, int]]

    @staticmethod
    def of(kinds: Sequence[type[Kind]]) -> KindTable:
        """The table of some kinds; a kind has at most 62 columns."""
        columns: dict[str, dict[str, int]] = {}
        for kind in kinds:
            names = [column for field in kind.fields.values() for column in field.columns()]
            if len(names) > 62:
                raise LawError(f"{kind.facts.name} has more than 62 columns")
            columns[kind.facts.name] = {name: place for place, name in enumerate(names)}
        return KindTable(tuple(kinds), {k.facts.name: n for n, k in enumerate(kinds)}, columns)

    def kind(self, name: str) -> type[Kind]:
        """The kind of a name."""
        return self.kinds[self.number[name]]


def owner_place(kind: type[Kind]) -> int:
    """The role to whose party a statement's row belongs: the person if there always is one, else the first that must be."""
    needed = [place for place, role in enumerate(kind.facts.roles) if not role.optional]
    return next((place for place in needed if kind.facts.roles[place].name == "person"), needed[0])


def ask(
    questions: Sequence[Question], scope_numbers: Sequence[int], scopes: Sequence[Scope], table: KindTable,
    party_number: Mapping[str, int],
) -> Asked:  # fmt: skip
    """The questions as arrays, for a batch in which parties have these numbers."""
    count = len(questions)
    tests: list[tuple[int, int, int, int]] = []
    holders: list[tuple[int, int]] = []
    test_from, holder_from = [0], [0]
    whole = np.full((14, count), -1, np.int32)
    bound = np.full((count, 3), NO_ROLE, np.int32)
    flags = np.zeros((3, count), np.bool_)
    for q, question in enumerate(questions):
        whole[:3, q] = (question.form, 0, scope_numbers[q])
        whole[8, q] = question.bearer
        whole[9, q] = question.burden
        bound[q, : len(question.bound)] = question.bound
        if question.form is not Form.BORN:
            kind = table.kind(question.kind)
            _describe(question, kind, scopes[scope_numbers[q]], table, whole[:, q], flags[:, q])
            columns = table.columns[question.kind]
            tests.extend((columns[t.field], t.kind, t.operand, int(t.wanted)) for t in question.tests)
            asked_field = question.value.split(":")[0] if question.value is not None else None
            field = asked_field or (question.tests[0].field.split(":")[0] if len(question.tests) == 1 else None)
            holders.extend(_holders(kind, field, party_number))
        test_from.append(len(tests))
        holder_from.append(len(holders))
    return Asked(
        form=whole[0], kind=whole[1], scope=whole[2], bound=bound, owner_role=whole[4], key=np.maximum(whole[5], 0),
        single=flags[0], span=whole[6], lag=whole[7], settles_alone=flags[1], from_first=flags[2], bearer=whole[8],
        burden=whole[9], value=whole[10], second=whole[11], options=whole[12],
        test_from=np.array(test_from, np.int32), test=np.array(tests, np.int64).reshape(len(tests), 4),
        holder_from=np.array(holder_from, np.int32), holder=np.array(holders, np.int64).reshape(len(holders), 2),
    )  # fmt: skip


def _describe(
    question: Question, kind: type[Kind], scope: Scope, table: KindTable, whole: np.ndarray, flags: np.ndarray
) -> None:
    """Fill in what the kind says of itself."""
    facts = kind.facts
    owner = owner_place(kind)
    if question.bound[owner] < 0:
        raise LawError(
            f"{facts.name} is kept by its {facts.roles[owner].name}: a question about it must say which,"
            f" or go up from a relation of {facts.roles[owner].name} with a quantifier"
        )
    columns = table.columns[question.kind]
    whole[1] = table.number[question.kind]
    whole[4] = owner
    whole[5] = int(question.at_key)
    whole[6] = _SPANS[facts.span]
    whole[7] = facts.lag_days
    if question.value is not None:
        whole[10] = columns[question.value]
    if question.second is not None:
        whole[11] = columns[question.second]
    if question.form is Form.CHOICE and question.value is not None:
        whole[12] = len(getattr(kind.fields[question.value], "options", ())) + 1
    flags[0] = facts.single
    flags[1] = facts.settled_by_any
    told = {kind_told.kind for kind_told in scope.told_by} | {"work.employment"}
    full = all(place >= 0 for place in question.bound)
    flags[2] = (
        scope.exists_from_first
        and question.kind in told
        and full
        and facts.span is Span.STATE
        and question.form in (Form.HOLDS, Form.STARTS)
    )


def _holders(kind: type[Kind], field: str | None, party_number: Mapping[str, int]) -> list[tuple[int, int]]:
    """Who can settle the kind, as (type, value) pairs (voting.Asked)."""
    rows: list[tuple[int, int]] = []
    names = [role.name for role in kind.facts.roles]
    for holder in kind.facts.holders_of(field):
        match holder:
            case Authority():
                rows.append((0, party_number.get(f"authority:{holder.name}", -9)))
            case TheParty():
                rows.append((1, names.index(holder.role)))
            case Anyone():
                rows.append((2, ROLE_BITS[holder.role]))
    return rows
