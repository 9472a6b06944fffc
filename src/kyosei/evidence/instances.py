"""The instances of relations: which employments, schools, accounts or months the records of each subject tell of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.columns import DISPUTER, DOUBTED, FROM, IS_PERSON, PARTY, SOURCE, UNTIL, Columns
from kyosei.evidence.leaves import Instances
from kyosei.evidence.questions import KindTable
from kyosei.facts.kinds import Span
from kyosei.terms.scopes import Scope
from kyosei.timelines.arena import kernel

__all__ = ["list_instances", "told_table"]

_NEVER = 1_000_000


def told_table(scopes: Sequence[Scope], table: KindTable) -> NDArray[np.int32]:
    """For each kind that tells of a scope: scope, kind, the role of each party (-1: none), optional third, key, span."""
    rows: list[tuple[int, ...]] = []
    for number, scope in enumerate(scopes):
        for told in scope.told_by:
            if told.kind not in table.number:
                continue
            kind = table.kind(told.kind)
            names = [role.name for role in kind.facts.roles]
            places = [names.index(role) for role in told.roles] + [-1] * (3 - len(told.roles))
            optional = sum(1 << p for p, role in enumerate(told.roles) if kind.facts.roles[names.index(role)].optional
                           and scope.name in ("support", "instalment"))  # fmt: skip
            span = {Span.STATE: 0, Span.PERIOD: 1, Span.EVENT: 2}[kind.facts.span]
            rows.append((number, table.number[told.kind], *places, optional, int(scope.key != "none"), span))
    return np.array(rows, np.int32).reshape(len(rows), 8)


def list_instances(columns: Columns, scopes: Sequence[Scope], table: KindTable, wanted: NDArray[np.bool_]) -> Instances:
    """All instances of all scopes for the wanted subjects; a subject is one instance of its own root scope."""
    told = told_table(scopes, table)
    persons = next((n for n, s in enumerate(scopes) if s.is_root and s.root == "person"), -1)
    organisations = next((n for n, s in enumerate(scopes) if s.is_root and s.root == "organisation"), -1)
    room = int(wanted.sum()) + columns.rows.shape[0] + 1
    while True:
        instances = Instances(
            np.zeros((wanted.shape[0], len(scopes)), np.int64), np.zeros((wanted.shape[0], len(scopes)), np.int32),
            np.full((room, 3), -1, np.int32), np.full(room, -1, np.int32), np.zeros(room, np.int32),
        )  # fmt: skip
        began, seen = np.full(room, _NEVER, np.int64), np.full(room, _NEVER, np.int64)
        if _list(columns, told, len(table.kinds), wanted, persons, organisations, instances, began, seen):
            return instances
        room *= 2


@kernel
def _list(columns, told, kinds, wanted, persons, organisations, instances, began, seen):
    """Fill in the instances; False if there is no room for them all."""
    filled = 0
    for subject in range(wanted.shape[0]):
        if not wanted[subject]:
            continue
        root = persons if columns.party[subject, IS_PERSON] else organisations
        if root >= 0:
            if filled >= instances.key.shape[0]:
                return False
            instances.first[subject, root] = filled
            instances.total[subject, root] = 1
            instances.party[filled, 0] = subject
            filled += 1
        t = 0
        while t < told.shape[0]:
            scope = told[t, 0]
            begin = filled
            while t < told.shape[0] and told[t, 0] == scope:
                cell = subject * kinds + told[t, 1]
                for row in range(columns.row_from[cell], columns.row_from[cell + 1]):
                    filled = _tell(columns, row, told[t], subject, begin, filled, instances, began, seen)
                    if filled < 0:
                        return False
                t += 1
            instances.first[subject, scope] = begin
            instances.total[subject, scope] = filled - begin
            for i in range(begin, filled):
                # The beginning is known if somebody states it and nothing tells of the relation before.
                instances.first_day[i] = began[i] if began[i] <= seen[i] and began[i] < _NEVER else 0
    return True


@kernel
def _tell(columns, row, told, subject, begin, filled, instances, began, seen):
    """Add the instance that a statement tells of, unless it is there; -1 if there is no room."""
    rows = columns.rows
    a = rows[row, PARTY + told[2]]
    b = rows[row, PARTY + told[3]] if told[3] >= 0 else -1
    c = rows[row, PARTY + told[4]] if told[4] >= 0 else -1
    if a != subject or (told[3] >= 0 and b < 0 and not told[5] & 2) or (told[4] >= 0 and c < 0 and not told[5] & 4):
        return filled
    key = rows[row, FROM] if told[6] else -1
    found = -1
    for i in range(begin, filled):
        if instances.party[i, 1] == b and instances.party[i, 2] == c and instances.key[i] == key:
            found = i
    if found < 0:
        if filled >= instances.key.shape[0]:
            return -1
        found = filled
        instances.party[found, 0] = a
        instances.party[found, 1] = b
        instances.party[found, 2] = c
        instances.key[found] = key
        filled += 1
    disputer = rows[row, DISPUTER]
    by_a_person = disputer >= 0 and disputer != rows[row, SOURCE] and columns.party[disputer, IS_PERSON]
    if told[7] == 0 and disputer != DOUBTED and not by_a_person:
        began[found] = min(began[found], rows[row, FROM])  # what a person disputes proves no beginning
    # A period touches the relation on some day of it, so only its last day tells that it existed by then.
    seen[found] = min(seen[found], rows[row, UNTIL] - 1 if told[7] == 1 else rows[row, FROM])
    return filled
