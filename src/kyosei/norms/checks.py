"""What a law pack must keep before it is compiled: disjoint versions, covering parameters, bearers, declared attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from kyosei.errors import LawError
from kyosei.facts.kinds import UNBOUND, Kind, TheParty
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Duty, Limit, Requirement, Right, Status
from kyosei.terms.expressions import Node
from kyosei.timelines.days import date_from_day
from kyosei.timelines.program import Op

__all__ = ["PROTECTED", "check_norms", "fields_read", "nodes_of", "sole_holders", "trees_of"]

PROTECTED = {
    ("person.particulars", "nationality"): "nationality",
    ("person.particulars", "sex"): "sex",
    ("person.particulars", "birthplace"): "birthplace",
    ("person.particulars", "languages"): "language",
    ("work.conditions_document", "language"): "language",
    ("support.plan", "language"): "language",
    ("support.action", "language"): "language",
}
"""Fields that a norm may read only if it declares the attribute with the article that makes it relevant (DESIGN.md §2)."""


def sole_holders(kinds: Sequence[type[Kind]]) -> dict[str, frozenset[str]]:
    """For each role, the kinds that only the party in that role can settle."""
    found: dict[str, set[str]] = {}
    for kind in kinds:
        holders = kind.facts.holders
        if len(holders) == 1 and isinstance(holders[0], TheParty):
            found.setdefault(holders[0].role, set()).add(kind.facts.name)
    return {role: frozenset(names) for role, names in found.items()}


def check_norms(norms: Sequence[Norm], kinds: Sequence[type[Kind]], *, drafts: bool = False) -> None:
    """LawError on the first norm that is not well formed. `drafts`: whether versions that are no law yet may be among them."""
    for norm in norms:
        if norm.layer == "draft" and not drafts:
            raise LawError(f"{norm.id} is a draft and no law; list it among the drafts, which only what-if compiles")
    known = {kind.facts.name: kind for kind in kinds}
    grouped: dict[str, list[Norm]] = {}
    for norm in norms:
        grouped.setdefault(norm.id, []).append(norm)
    for norm_id, versions in grouped.items():
        _check_versions(norm_id, versions)
        for norm in versions:
            _check_one(norm, known)


def _check_versions(norm_id: str, versions: list[Norm]) -> None:
    ordered = sorted(versions, key=lambda norm: norm.force.from_day)
    for before, after in pairwise(ordered):
        if before.force.until_day > after.force.from_day:
            raise LawError(
                f"{norm_id}: two versions are in force on {date_from_day(after.force.from_day)}; "
                "end the earlier one on the day the later one begins"
            )
        if (before.kind, before.scope, before.bearer) != (after.kind, after.scope, after.bearer):
            raise LawError(f"{norm_id}: versions differ in kind, scope or bearer; make them two norms")


def _check_one(norm: Norm, known: Mapping[str, type[Kind]]) -> None:
    if norm.scope == UNBOUND:
        raise LawError(f"{norm.id} speaks about nobody; give it the scope of the person, organisation or relation")
    if not norm.provisions:
        raise LawError(f"{norm.id}: cite the provision it rests on")
    if norm.force.from_day >= norm.force.until_day:
        raise LawError(f"{norm.id}: in force from {norm.force.from_day} until {norm.force.until_day} is no period")
    if norm.review_on < norm.verified_on:
        raise LawError(f"{norm.id}: the review date lies before the day it was verified")
    if norm.kind in ("duty", "limit") and norm.bearer is None:
        raise LawError(f"{norm.id}: a {norm.kind} has exactly one bearer")
    declared = {reads.attribute for reads in norm.reads}
    read = {PROTECTED[pair] for pair in fields_read(norm) if pair in PROTECTED}
    if read - declared:
        raise LawError(
            f"{norm.id} reads {', '.join(sorted(read - declared))} without declaring it; "
            "add reads=(Reads(…),) with the article that makes it relevant, or do not read it"
        )
    for node in nodes_of(norm):
        asked = node.question.kind if node.question is not None else ""
        if asked not in ("", "work.employment") and asked not in known:
            raise LawError(f"{norm.id} asks for {asked}, which the vocabulary does not have")
        if node.op is Op.DATED and node.table is not None:
            _check_parameter(norm, node)


def _check_parameter(norm: Norm, node: Node) -> None:
    """A parameter must have a value on the norm's first day in force, or the norm would be open(law) without saying so."""
    assert node.table is not None
    first = min(row[1] for row in node.table.rows)
    if first > norm.force.from_day:
        raise LawError(
            f"{norm.id}: a parameter begins on {date_from_day(first)}, after the norm came into force on "
            f"{date_from_day(norm.force.from_day)}; date the version by its parameters"
        )


def trees_of(norm: Norm) -> tuple[Node, ...]:
    """The expression trees of a norm."""
    body = norm.body
    match body:
        case Duty():
            last = () if body.due.day is None else (body.due.day.node,)
            return (body.arises.node, body.performed.node, *last)
        case Limit():
            roots = (body.applies.node, body.respected.node)
        case Requirement():
            roots = (body.applies.node, body.met.node)
        case Status():
            roots = (body.applies.node, body.holds.node)
        case Right():
            roots = (body.applies.node, body.exercisable.node)
        case _:
            assert_never(body)
    return (*roots, *(figure.node for figure in body.figures.values()))


def nodes_of(norm: Norm) -> Iterator[Node]:
    """Every node of a norm's trees, each once."""
    seen: set[int] = set()
    stack = list(trees_of(norm))
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            stack.extend(node.arguments)
            yield node


def fields_read(norm: Norm) -> Iterable[tuple[str, str]]:
    """(kind, field) of everything the norm reads."""
    found: set[tuple[str, str]] = set()
    for node in nodes_of(norm):
        question = node.question
        if question is None:
            continue
        for name in (question.value, question.second):
            if name is not None:
                found.add((question.kind, name.split(":")[0]))
        found.update((question.kind, test.field.split(":")[0]) for test in question.tests)
    return found
