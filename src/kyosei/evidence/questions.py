"""Questions of a program as arrays: the names of kinds, fields, roles and offices become numbers of one batch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kyosei.errors import LawError
from kyosei.evidence.asked import (
    ALIKE,
    AT_KEY,
    BEARER,
    BOUND,
    BURDEN,
    FORM,
    FROM_FIRST,
    HOLDER_FROM,
    KIND_ASKED,
    LAG,
    OPTIONS,
    OWNER_ROLE,
    POINTS_ALIKE,
    QUESTION_COLUMNS,
    SCOPE,
    SECOND,
    SETTLES_ALONE,
    SINGLE,
    SPAN,
    TEST_FROM,
    VALUE,
    Asked,
)
from kyosei.facts.fields import PartyField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.statements import FieldValue
from kyosei.terms.questions import Form, Question
from kyosei.terms.scopes import Scope

__all__ = ["ROLE_BITS", "KindTable", "Layout", "Prepared", "ask", "owner_place"]

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

NO_OFFICE: Final = -9

_SPANS: Final = {Span.STATE: 0, Span.PERIOD: 1, Span.EVENT: 2}


@dataclass(frozen=True, slots=True)
class Layout:
    """How statements of a kind become rows: its roles, the place of their owner, and its fields in order.

    cells: for each field that has any, its first column, a bit for each of its columns, and what turns its value into them
    (None: a party, whose number it is).
    """

    number: int
    roles: tuple[str, ...]
    owner: int
    width: int
    cells: Mapping[str, tuple[int, int, Callable[[FieldValue], tuple[int, ...]] | None]]


@dataclass(frozen=True, slots=True)
class KindTable:
    """Every kind with a number, and every field of it with the columns in which it is kept."""

    kinds: tuple[type[Kind], ...]
    number: Mapping[str, int]
    columns: Mapping[str, Mapping[str, int]]
    layouts: Mapping[str, Layout]

    @staticmethod
    def of(kinds: Sequence[type[Kind]]) -> KindTable:
        """The table of some kinds; a kind has at most 62 columns."""
        columns: dict[str, dict[str, int]] = {}
        layouts: dict[str, Layout] = {}
        for number, kind in enumerate(kinds):
            names = [column for field in kind.fields.values() for column in field.columns()]
            if len(names) > 62:
                raise LawError(f"{kind.facts.name} has more than 62 columns")
            columns[kind.facts.name] = {name: place for place, name in enumerate(names)}
            layouts[kind.facts.name] = _layout(kind, number)
        return KindTable(tuple(kinds), {k.facts.name: n for n, k in enumerate(kinds)}, columns, layouts)

    def kind(self, name: str) -> type[Kind]:
        """The kind of a name."""
        return self.kinds[self.number[name]]


def owner_place(kind: type[Kind]) -> int:
    """The role to whose party a statement's row belongs: the person if there always is one, else the first that must be."""
    needed = [place for place, role in enumerate(kind.facts.roles) if not role.optional]
    return next((place for place in needed if kind.facts.roles[place].name == "person"), needed[0])


def _layout(kind: type[Kind], number: int) -> Layout:
    cells: dict[str, tuple[int, int, Callable[[FieldValue], tuple[int, ...]] | None]] = {}
    place = 0
    for name, field in kind.fields.items():
        width = len(field.columns())
        if width:
            bits = ((1 << width) - 1) << place
            cells[name] = (place, bits, None if isinstance(field, PartyField) else field.cells)
        place += width
    return Layout(number, tuple(role.name for role in kind.facts.roles), owner_place(kind), place, cells)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Questions as tables that hold for every batch; `offices`: the names that holders of type 0 point to."""

    asked: Asked
    offices: tuple[str, ...]


def prepare(
    questions: Sequence[Question], scope_numbers: Sequence[int], scopes: Sequence[Scope], table: KindTable
) -> Prepared:
    """The questions of a program as tables, once for all batches."""
    tests: list[tuple[int, int, int, int]] = []
    holders: list[tuple[int, int]] = []
    offices: dict[str, int] = {}
    described: list[list[int]] = []
    for q, question in enumerate(questions):
        row = [-1] * QUESTION_COLUMNS
        described.append(row)
        row[FORM], row[SCOPE] = question.form, scope_numbers[q]
        row[BEARER], row[BURDEN] = question.bearer, question.burden
        row[TEST_FROM], row[HOLDER_FROM] = len(tests), len(holders)
        row[BOUND : BOUND + 3] = [NO_ROLE] * 3
        row[BOUND : BOUND + len(question.bound)] = question.bound
        if question.form is not Form.BORN:
            kind = table.kind(question.kind)
            _describe(question, kind, scopes[scope_numbers[q]], table, row)
            columns = table.columns[question.kind]
            tests.extend((columns[t.field], t.kind, t.operand, int(t.wanted)) for t in question.tests)
            asked_field = question.value.split(":")[0] if question.value is not None else None
            field = asked_field or (question.tests[0].field.split(":")[0] if len(question.tests) == 1 else None)
            holders.extend(_holders(kind, field, offices))
        row[TEST_FROM + 1], row[HOLDER_FROM + 1] = len(tests), len(holders)
    _note_alike(described, questions)
    rows = np.array(described, np.int64).reshape(-1, QUESTION_COLUMNS)
    asked = Asked(
        rows, np.array(tests, np.int64).reshape(len(tests), 4), np.array(holders, np.int64).reshape(len(holders), 2),
        *_grouped(rows),
    )  # fmt: skip
    return Prepared(asked, tuple(offices))


def _note_alike(rows: Sequence[list[int]], questions: Sequence[Question]) -> None:
    """Fill in POINTS_ALIKE and ALIKE."""
    points: dict[tuple[int, ...], int] = {}
    alike: dict[tuple[int, Question], int] = {}
    for row, question in zip(rows, questions, strict=True):
        own_days = (row[FORM], row[VALUE], row[SECOND]) if row[FORM] in (Form.STARTS, Form.PAID) else ()
        row[POINTS_ALIKE] = points.setdefault((row[FROM_FIRST], *own_days), len(points))
        row[ALIKE] = alike.setdefault((row[SCOPE], replace(question, bearer=-1, burden=0)), len(alike))


def _grouped(rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """`order` and `group` of Asked."""
    bearing = rows[:, [KIND_ASKED, SCOPE, AT_KEY, BOUND, BOUND + 1, BOUND + 2]]
    order = np.lexsort((rows[:, ALIKE], rows[:, POINTS_ALIKE], *bearing.T)).astype(np.int64)
    ordered = bearing[order]
    begins = np.flatnonzero(np.any(ordered[1:] != ordered[:-1], axis=1)) + 1
    return order, np.array([0, *begins, len(order)] if len(order) else [0], np.int64)


def ask(prepared: Prepared, party_number: Mapping[str, int]) -> Asked:
    """The questions for a batch in which parties have these numbers; an office that is not in it holds nothing there."""
    asked = prepared.asked
    places = np.array([party_number.get(office, NO_OFFICE) for office in prepared.offices], np.int64)
    holder = asked.holder.copy()
    offices = holder[:, 0] == 0
    holder[offices, 1] = places[holder[offices, 1]]
    return asked._replace(holder=holder)


def _describe(question: Question, kind: type[Kind], scope: Scope, table: KindTable, row: list[int]) -> None:
    """Fill in what the kind says of itself."""
    facts = kind.facts
    owner = owner_place(kind)
    if question.bound[owner] < 0:
        raise LawError(
            f"{facts.name} is kept by its {facts.roles[owner].name}: a question about it must say which,"
            f" or go up from a relation of {facts.roles[owner].name} with a quantifier"
        )
    columns = table.columns[question.kind]
    row[KIND_ASKED], row[OWNER_ROLE], row[AT_KEY] = table.number[question.kind], owner, int(question.at_key)
    row[SPAN], row[LAG] = _SPANS[facts.span], facts.lag_days
    row[SINGLE], row[SETTLES_ALONE] = int(facts.single), int(facts.settled_by_any)
    if question.value is not None:
        row[VALUE] = columns[question.value]
    if question.second is not None:
        row[SECOND] = columns[question.second]
    if question.form is Form.CHOICE and question.value is not None:
        row[OPTIONS] = len(getattr(kind.fields[question.value], "options", ())) + 1
    told = {kind_told.kind for kind_told in scope.told_by} | {"work.employment"}
    row[FROM_FIRST] = int(
        scope.exists_from_first
        and question.kind in told
        and all(place >= 0 for place in question.bound)
        and facts.span is Span.STATE
        and question.form in (Form.HOLDS, Form.STARTS)
    )


def _holders(kind: type[Kind], field: str | None, offices: dict[str, int]) -> list[tuple[int, int]]:
    """Who can settle the kind, as (type, value) pairs (voting.Asked)."""
    rows: list[tuple[int, int]] = []
    names = [role.name for role in kind.facts.roles]
    for holder in kind.facts.holders_of(field):
        match holder:
            case Authority():
                rows.append((0, offices.setdefault(f"authority:{holder.name}", len(offices))))
            case TheParty():
                rows.append((1, names.index(holder.role)))
            case Anyone():
                rows.append((2, ROLE_BITS[holder.role]))
    return rows
