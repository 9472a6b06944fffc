"""A few norms of Japan as a law of their own, and changes of it, each with the norms that read what it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from kyosei.evidence.questions import KindTable
from kyosei.norms.compiler import CompiledLaw, address_of
from kyosei.terms.scopes import Told
from kyosei.terms.text import Text
from kyosei.timelines.program import Instruction, Op, Table
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.watch.part import part_of

__all__ = [
    "Changed", "changes", "few_norms", "table_of", "with_amount", "with_holiday", "with_longer_term",
    "with_more_instances", "with_other_words", "with_slower", "without",
]  # fmt: skip

NORMS = (
    "jp.immigration.lawful-stay", "jp.immigration.apply-before-expiry", "jp.immigration.work-within-status",
    "jp.immigration.employ-within-status", "jp.immigration.notify-organisation-left", "jp.immigration.notify-school-left",
    "jp.immigration.notify-organisation-joined", "jp.immigration.notify-marriage-ended", "jp.immigration.notify-address",
    "jp.pension.insured", "jp.pension.report-acquisition", "jp.pension.report-loss", "jp.pension.enrolled",
    "jp.pension.establishment-payment", "jp.pension.national-contribution", "jp.pr.pension", "jp.health.report-acquisition",
    "jp.labour.foreign-worker-notice-hired", "jp.labour.foreign-worker-notice-left", "jp.labour.minimum-wage",
    "jp.labour.contract-as-applied", "jp.labour.wages-in-full", "jp.labour.wages-in-full-by-the-hour",
    "jp.labour.right-to-leave-at-once", "jp.education.school-notice-left", "jp.ssw.supporter-change",
)  # fmt: skip
"""Of persons, of organisations and of relations; some refer to others."""

_SWAPPED = {Op.AND: Op.OR, Op.OR: Op.AND, Op.AT_LEAST: Op.MORE_THAN, Op.MORE_THAN: Op.AT_LEAST}
_WITH_TABLE = (Op.SCALE, Op.DATED, Op.LOOKUP, Op.PIECEWISE)


@dataclass(frozen=True)
class Changed:
    """A law, and which norms read what is another in it than in the one before; a norm that came or went reads itself."""

    law: Loaded
    norms: frozenset[str]
    what: str


def few_norms(law: Loaded) -> Loaded:
    """The law of these norms alone."""
    return _addressed(part_of(law, NORMS))


def changes(law: Loaded) -> st.SearchStrategy[Changed]:
    """Other laws: a dated amount, a piece of one norm or of several, a norm more or fewer, a kind of statement."""
    instructions = law.law.program.instructions
    tables = sorted({one.parameters[0] for one in instructions if one.op is Op.DATED})
    may_change = (*_SWAPPED, Op.DUTY, Op.SHIFT_DAYS, Op.LEAF)
    on = {place: _norms_at(law.law, place) for place, one in enumerate(instructions) if one.op in may_change}
    pieces = [place for place, norms in on.items() if norms]
    shared = [place for place, norms in on.items() if len(norms) > 2]
    kinds = sorted({question.kind for question in law.law.questions if question.kind})
    return st.one_of(
        st.sampled_from(tables).map(lambda table: with_amount(law, table)),
        st.sampled_from(pieces).map(lambda place: _with_piece(law, place)),
        st.sampled_from(shared).map(lambda place: _with_piece(law, place)),
        st.sampled_from([norm.id for norm in law.law.norms]).map(lambda norm: without(law, norm)),
        st.sampled_from(kinds).map(lambda kind: with_slower(law, kind)),
    )


def with_longer_term(law: Loaded, norm: str) -> Changed:
    """A day more for whoever bears a duty."""
    version = next(one.versions[-1] for one in law.law.norms if one.id == norm)
    return _with_piece(law, version.state)


def with_slower(law: Loaded, name: str) -> Changed:
    """A kind whose sources take a week longer."""
    kinds = list(law.table.kinds)
    place = law.table.number[name]
    old = kinds[place]
    slower: dict[str, Any] = {"facts": replace(old.facts, lag_days=old.facts.lag_days + 7)}
    kinds[place] = type(old.__name__, (old,), slower)
    other = load(law.law, KindTable.of(kinds), law.holidays)
    return Changed(other, _reading(law.law, frozenset({name})), f"lag of {name}")


def with_holiday(law: Loaded, day: int) -> Changed:
    """One holiday more, which moves deadlines that move."""
    holidays = np.array(sorted({*law.holidays.tolist(), day}), np.int32)
    moves = lambda at, one: one.op is Op.NEXT_WORKING_DAY or (one.op is Op.DUTY and one.parameters[3] > 0)  # noqa: E731
    return Changed(load(law.law, law.table, holidays), _norms_on(law.law, moves), "a holiday")


def with_more_instances(law: Loaded, name: str, kind: str, roles: tuple[str, ...]) -> Changed:
    """A relation that becomes known from one more kind of statement."""
    scopes = tuple(
        replace(scope, told_by=(*scope.told_by, Told(kind, roles))) if scope.name == name else scope
        for scope in law.law.scopes
    )  # fmt: skip
    number = next(number for number, scope in enumerate(scopes) if scope.name == name)
    norms = _norms_on(law.law, lambda at, one: one.scope == number)
    return Changed(_loaded(law, replace(law.law, scopes=scopes)), norms, f"instances of {name}")


def with_other_words(law: Loaded) -> Changed:
    """Norms of another name and place in the law, which nobody's verdict reads."""
    norms = tuple(
        replace(norm, versions=tuple(
            replace(version, norm=replace(version.norm, title=Text("別", "別", "other"), says="other"))
            for version in norm.versions
        )) for norm in law.law.norms
    )  # fmt: skip
    program = replace(law.law.program, outputs=(*law.law.program.outputs, law.law.norms[0].node))
    return Changed(_loaded(law, replace(law.law, norms=norms, program=program)), frozenset(), "words")


def without(law: Loaded, norm: str) -> Changed:
    """Without a norm and those that refer to it."""
    node = next(one.node for one in law.law.norms if one.id == norm)
    gone = _norms_at(law.law, node)
    kept = [one.id for one in law.law.norms if one.id not in gone]
    return Changed(_addressed(part_of(law, kept)), frozenset(gone), f"without {norm}")


def _reading(law: CompiledLaw, kinds: frozenset[str]) -> frozenset[str]:
    """The norms that ask about one of these kinds."""
    asks = lambda at, one: one.op is Op.LEAF and law.questions[one.parameters[0]].kind in kinds  # noqa: E731
    return _norms_on(law, asks)


def table_of(law: Loaded, norm: str) -> int:
    """A table of amounts that no other norm reads."""
    tables = {one.parameters[0] for one in law.law.program.instructions if one.op in _WITH_TABLE}
    return next(table for table in sorted(tables) if _norms_with(law.law, table) == {norm})


def with_amount(law: Loaded, table: int) -> Changed:
    """One more of a dated amount: yen, hours or days."""
    rows = tuple((key, day, low + 1, high + 1) for key, day, low, high in law.law.program.tables[table].rows)
    tables = list(law.law.program.tables)
    tables[table] = Table(rows)
    norms = _norms_with(law.law, table)
    other = replace(law.law, program=replace(law.law.program, tables=tuple(tables)))
    return Changed(_loaded(law, other), norms, f"table {table}")


def _with_piece(law: Loaded, place: int) -> Changed:
    instructions = list(law.law.program.instructions)
    questions = list(law.law.questions)
    was = instructions[place]
    if was.op is Op.LEAF:
        number = was.parameters[0]
        questions[number] = replace(questions[number], burden=-questions[number].burden or 1)
    elif was.op in _SWAPPED:
        instructions[place] = replace(was, op=_SWAPPED[was.op])
    else:
        at = 1 if was.op is Op.DUTY else 0
        parameters = list(was.parameters)
        parameters[at] += 1
        instructions[place] = replace(was, parameters=tuple(parameters))
    program = replace(law.law.program, instructions=tuple(instructions))
    other = replace(law.law, program=program, questions=tuple(questions))
    norms = _norms_at(law.law, place)
    return Changed(_loaded(law, other), norms, f"{was.op.name} {place}")


def _norms_at(law: CompiledLaw, place: int) -> frozenset[str]:
    return _norms_on(law, lambda at, one: at == place)


def _norms_with(law: CompiledLaw, table: int) -> frozenset[str]:
    return _norms_on(law, lambda at, one: one.op in _WITH_TABLE and one.parameters[0] == table)


def _norms_on(law: CompiledLaw, chosen: Callable[[int, Instruction], bool]) -> frozenset[str]:
    """The norms whose verdicts stand on an instruction that is chosen."""
    found: list[bool] = []
    for place, one in enumerate(law.program.instructions):
        found.append(chosen(place, one) or any(found[argument] for argument in one.arguments))
    return frozenset(norm.id for norm in law.norms if found[norm.node])


def _addressed(law: Loaded) -> Loaded:
    return _loaded(law, law.law)


def _loaded(law: Loaded, other: CompiledLaw) -> Loaded:
    address = address_of(other.program, other.questions, other.scopes)
    return load(replace(other, address=address), law.table, law.holidays)
