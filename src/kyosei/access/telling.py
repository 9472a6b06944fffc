"""The statements from which a relation becomes known, where no kind that a purpose reads tells of it as early.

Norms speak about relations, such as an employment, and a relation has a beginning: the earliest record that tells of it
(terms.scopes.Told). Without that record an answer would call a norm not applicable where it is open. So the earliest one
goes along, without any of its fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kyosei.access.fields import Readable
from kyosei.evidence.known import Standing
from kyosei.facts.kinds import Span
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.scopes import Scope, Told

__all__ = ["earliest_telling"]

_KINDS: Final = {kind.facts.name: kind for kind in KINDS}
_WITHOUT_ALL_PARTIES: Final = ("support", "instalment")
"""Scopes of which an instance may lack its optional parties (evidence.instances)."""

_Instance = tuple[str | int | None, ...]


def earliest_telling(
    statements: Iterable[Statement], on_record: Standing, person: str, readable: Readable
) -> Iterator[Statement]:
    """Those standing statements of other kinds that first tell of a relation, or of its beginning; without fields."""
    lines = list(statements)
    given: set[str] = set()
    for scope in readable.scopes:
        told: dict[_Instance, list[Statement]] = {}
        for told_by in scope.told_by:
            for line in lines:
                if line.kind == told_by.kind and (instance := _instance(line, scope, told_by, person)) is not None:
                    told.setdefault(instance, []).append(line)
        for group in told.values():
            stated = [
                line
                for line in group
                if _KINDS[line.kind].facts.span is Span.STATE and not _is_in_doubt(line, on_record)
            ]
            for first in (min(group, key=_seen), min(stated, key=lambda line: line.from_day, default=None)):
                if first is not None and first.kind not in readable.kinds and first.id not in given:
                    given.add(first.id)
                    yield replace(first, data={}, replaces=None, carried_by=None)


def _instance(line: Statement, scope: Scope, told_by: Told, person: str) -> _Instance | None:
    """Which relation a statement tells of; None if it tells of none of the person's."""
    parties = tuple(line.about.get(role) for role in told_by.roles)
    if not parties or parties[0] != person:
        return None
    if None in parties and scope.name not in _WITHOUT_ALL_PARTIES:
        return None
    return (*parties, line.from_day if scope.key != "none" else None)


def _seen(line: Statement) -> int:
    """The day by which a statement tells that the relation exists: the last of a period, which touches it on some day."""
    return line.until_day - 1 if _KINDS[line.kind].facts.span is Span.PERIOD else line.from_day


def _is_in_doubt(line: Statement, on_record: Standing) -> bool:
    """Whether a statement proves no beginning: a person disputes it, or a wrong count puts it in doubt."""
    by = on_record.disputers.get(line.id)
    return line.id in on_record.doubted or (by is not None and by != line.source and by.startswith("person:"))
