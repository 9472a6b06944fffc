"""Cases that would tell surviving mutants apart: lives of the table asked about another day, or with one thing changed.

What a proposal expects is what the norm says as it stands. Whoever adds it to the table answers for it: read it against the
provision first, for a norm that is wrong proposes wrong cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kyosei.errors import KyoseiError
from kyosei.evidence.voting import Reading
from kyosei.norms.checks import nodes_of
from kyosei.terms.expressions import Node
from kyosei.timelines.days import FIRST_DAY, date_from_day
from kyosei.timelines.program import Op
from kyosei.verdicts.check import examine_one, judge
from kyosei.verdicts.evaluate import Loaded, asked_of, evaluate
from kyosei.verdicts.segments import Outline
from tests.law.case_tables import answered
from tests.law.mutation.changes import FAR_DAY
from tests.law.mutation.mutants import Mutant
from tests.law.mutation.trials import Life, Trials, life_of
from tests.law.mutation.variants import Sought, Variant, variants_of

__all__ = ["Proposal", "proposals_for"]

_ASKED = ("state", "causes", "due", "arose", "figures", "bearer", "applies", "since")
"""What a proposal may expect, what is said most plainly first."""
_FORECAST_DAYS = 4000
"""How long after the last line a proposal may ask."""

_PAIRS = 60
_EXAMPLES = 4

Track = list[list[int]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row for a case table, and the mutants that it notices."""

    row: Mapping[str, Any]  # Any: YAML
    notices: tuple[Mutant, ...]


@dataclass(slots=True)
class _Search:
    trials: Trials
    norm: str
    alive: list[Mutant]
    mutants: dict[Mutant, Loaded] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


def proposals_for(trials: Trials, norm: str, alive: Sequence[Mutant], *, variants_max: int) -> Iterator[Proposal]:
    """Rows that notice as many of these mutants of a norm as can be, after looking at so many variants of its lives."""
    unchanged = trials.compiled(norm)
    search = _Search(trials, norm, list(alive), {mutant: trials.compiled(norm, mutant) for mutant in alive})
    tried = 0
    for variant in _in_turn(trials, norm, alive):
        if not search.alive or tried == variants_max:
            return
        tried += 1
        try:
            life = life_of(variant.told(), unchanged)
        except (KyoseiError, ValueError):
            continue  # such a life cannot be told, or the relation is gone with the line
        yield from _of_life(search, variant, life, unchanged)


def _in_turn(trials: Trials, norm: str, alive: Sequence[Mutant]) -> Iterator[Variant]:
    """The lives of the norm, and those of others of its table about the same parties, each with its variants in turn."""
    versions = [version for version in trials.pieces.norms if version.id == norm]
    nodes = [node for version in versions for node in nodes_of(version)]
    sought = Sought(
        norm,
        frozenset[str]().union(*(_kinds(mutant) for mutant in alive)),
        frozenset(number for node in nodes for number in _numbers(node)),
        tuple(sorted({date_from_day(day) for node in nodes for day in _days(node)})),
        _fields(alive),
        _examples(trials),
        frozenset(mutant.says.rsplit("without ", 1)[-1] for mutant in alive if mutant.kind == "set"),
        _PAIRS,
    )
    own = [row for row in trials.rows if row.norm == norm]
    alike = {version.id for version in trials.pieces.norms if version.scope == versions[0].scope} - {norm}
    others = [row for row in trials.rows if row.table == own[0].table and row.norm in alike]
    for rows in (own, others):
        waiting = [variants_of(row, sought) for row in rows]
        while waiting:
            for variants in list(waiting):
                variant = next(variants, None)
                if variant is None:
                    waiting.remove(variants)
                else:
                    yield variant


def _nodes(mutant: Mutant) -> Iterator[Node]:
    """The nodes of a changed piece, or all of a changed norm."""
    if not isinstance(mutant.becomes, Node):
        yield from nodes_of(mutant.original)
        return
    pending = [mutant.becomes]
    while pending:
        node = pending.pop()
        pending.extend(node.arguments)
        yield node


def _kinds(mutant: Mutant) -> set[str]:
    """The kinds of the facts that a changed piece reads."""
    return {node.question.kind for node in _nodes(mutant) if node.question is not None}


def _fields(mutants: Sequence[Mutant]) -> Mapping[str, frozenset[str]]:
    """By kind, the fields that the changed pieces read."""
    found: dict[str, set[str]] = {}
    for mutant in mutants:
        for node in _nodes(mutant):
            if (question := node.question) is not None:
                names = {question.value, *(test.field for test in question.tests)} - {None}
                found.setdefault(question.kind, set()).update(str(name).split(":")[0] for name in names)
    return {kind: frozenset(names) for kind, names in found.items()}


def _examples(trials: Trials) -> Mapping[str, Sequence[tuple[date, Mapping[str, Any]]]]:  # Any: YAML
    """By kind, lines of the tables, with the day that their row asks about: the first few that tell different fields."""
    found: dict[str, dict[tuple[str, ...], tuple[date, Mapping[str, Any]]]] = {}
    for row in trials.rows:
        for line in row.given():
            if line.get("type", "statement") in ("statement", "coverage"):
                told = (str(line.get("type")), *sorted(line.get("data", {})))
                found.setdefault(str(line["kind"]), {}).setdefault(told, (row.row["on"], line))
    return {kind: list(lines.values())[:_EXAMPLES] for kind, lines in found.items()}


def _numbers(node: Node) -> Iterator[int]:
    if node.op is Op.CONST_NUMBER:
        yield node.parameters[0]
    elif node.op in (Op.DATED, Op.PIECEWISE) and node.table is not None and len(node.table.rows) <= 8:
        yield from (row[1] if node.op is Op.PIECEWISE else row[2] for row in node.table.rows)


def _days(node: Node) -> Iterator[int]:
    """The days on which the dated parameters of a short table change."""
    if node.table is not None and len(node.table.rows) <= 12:
        column = 0 if node.op is Op.PIECEWISE else 1
        yield from (row[column] for row in node.table.rows if FIRST_DAY < row[column] < FAR_DAY)


def _of_life(search: _Search, variant: Variant, life: Life, unchanged: Loaded) -> Iterator[Proposal]:
    """Proposals about one life: the days on which the most mutants answer otherwise, until no more do."""
    before = _tracks(unchanged, life)
    first = min(v.force.from_day for v in search.trials.pieces.norms if v.id == search.norm) - 1
    last = max(life.batch.known_day, life.on) + _FORECAST_DAYS
    apart: dict[Mutant, list[tuple[int, int]]] = {}
    for mutant in search.alive:
        days = [(max(a, first), min(b, last)) for a, b in _apart(before, _tracks(search.mutants[mutant], life))]
        if days := [(a, b) for a, b in days if a < b]:
            apart[mutant] = days
        elif "bearer" in mutant.kind:
            apart[mutant] = [(life.on, life.on + 1)]
    while apart:
        starts = {a for days in apart.values() for a, _ in days} | {life.on}
        day = max(starts, key=lambda day: (sum(_on(day, days) for days in apart.values()), day == life.on, day))
        told = [mutant for mutant, days in apart.items() if _on(day, days)]
        proposal = _proposal(search, variant, life, unchanged, day, told)
        for mutant in told:
            del apart[mutant]
        if proposal is not None:
            search.alive = [mutant for mutant in search.alive if mutant not in proposal.notices]
            yield proposal


def _on(day: int, days: Sequence[tuple[int, int]]) -> bool:
    return any(a <= day < b for a, b in days)


def _tracks(loaded: Loaded, life: Life) -> list[Track]:
    """The timelines of the norm and its figures, in the projected reading."""
    place = life.batch.number[life.subject]
    asked = asked_of(loaded, life.batch.number)
    outline = Outline.of(evaluate(loaded, life.batch, asked, Reading(life.batch.known_day, True), place, place + 1), 0)
    norm = next(norm for norm in loaded.law.norms if norm.id == life.row.norm)
    return [outline.rows(output, life.instance) for output in (norm.output, *norm.figures.values())]


def _apart(left: Sequence[Track], right: Sequence[Track]) -> Iterator[tuple[int, int]]:
    """The stretches of days on which two sets of timelines differ."""
    for one, other in zip(left, right, strict=True):
        days = sorted({row[0] for row in one} | {row[0] for row in other})
        mine = yours = 0
        for day, until in zip(days, [*days[1:], 1 << 30], strict=True):
            while mine + 1 < len(one) and one[mine + 1][0] <= day:
                mine += 1
            while yours + 1 < len(other) and other[yours + 1][0] <= day:
                yours += 1
            if one[mine][1:] != other[yours][1:]:
                yield day, until


def _proposal(
    search: _Search, variant: Variant, life: Life, unchanged: Loaded, day: int, told: Sequence[Mutant]
) -> Proposal | None:  # fmt: skip
    """A row that asks about a life on a day, with what the mutants would answer otherwise."""
    says = _answer(unchanged, life, day)
    differing: dict[Mutant, list[str]] = {}
    for mutant in told:
        other = _answer(search.mutants[mutant], life, day)
        differing[mutant] = [key for key in _ASKED if says.get(key) != other.get(key)]
    noticed = [mutant for mutant, keys in differing.items() if keys]
    if not noticed:
        return None
    wanted = {"state", *(keys[0] for mutant, keys in differing.items() if keys)}
    if says["state"] == "open":
        wanted.add("causes")
    if says.get("bearer") is not None:
        wanted.add("bearer")
    row: dict[str, Any] = {"case": _name(search, variant, life, day), "like": variant.row.name}  # Any: YAML
    if variant.norm != variant.row.norm:
        row["norm"] = variant.norm
    if variant.moved:
        row["moved"] = variant.moved
    if day != life.on:
        row["on"] = date_from_day(day)
    if variant.but:
        row["but"] = [dict(edit) for edit in variant.but]
    row["expect"] = {key: _dates(says.get(key)) for key in _ASKED if key in wanted}
    return Proposal(row, tuple(noticed))


def _answer(loaded: Loaded, life: Life, day: int) -> Mapping[str, object]:
    asked = asked_of(loaded, life.batch.number)
    examined = examine_one(loaded, life.case, life.batch, asked, life.subject)
    norm = next(norm for norm in loaded.law.norms if norm.id == life.row.norm)
    verdict = judge(examined, norm, life.instance, day)
    return answered(verdict)


def _dates(value: object) -> object:
    """A day as YAML writes it, without quotes."""
    if isinstance(value, str) and value[:4].isdigit():
        return date.fromisoformat(value)
    return value


def _name(search: _Search, variant: Variant, life: Life, day: int) -> str:
    parts = [variant.row.name, *([variant.says] if variant.says else [])]
    if variant.norm != variant.row.norm:
        parts.append(variant.norm.split(".")[-1].replace("-", "_"))
    versions = [version.force for version in search.trials.pieces.norms if version.id == search.norm]
    if day + 1 in [force.from_day for force in versions]:
        parts.append("the_day_before_it_began")
    elif day in [force.from_day for force in versions]:
        parts.append("the_day_it_began")
    elif day != life.on or not variant.says:
        parts.append(f"on_{date_from_day(day).isoformat().replace('-', '_')}")
    name = "_".join(parts)
    while name in search.names:
        name += "_too"
    search.names.add(name)
    return name
