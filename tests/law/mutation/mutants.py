"""Every mutant of a law pack: a norm in which one number, date, set or operator is wrong.

A piece of the law that several norms have, such as who is insured, is one piece: its mutants belong to the first norm, in
the order of the pack, in whose trees it stands, and change it wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, assert_never

from kyosei.norms.checks import trees_of
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Duty, Limit, Requirement, Right, Status
from kyosei.terms.expressions import Cond, Node, Number
from kyosei.timelines.days import date_from_day
from kyosei.timelines.program import Op
from tests.law.mutation.bodies import changes_of_norm
from tests.law.mutation.changes import CONSTANTS, RULES, changes_of

__all__ = ["Mutant", "Pieces", "mutants_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """One change. place: where it lies in the norm's tree, as the numbers of the arguments that lead there.

    says: the version of the norm, if there are several, and the change. piece: the number of the changed piece (None: the
    norm itself changes); becomes: what it is changed into.
    """

    norm: str
    kind: str
    place: str
    says: str
    piece: int | str | None
    becomes: Node | Norm
    original: Norm

    @property
    def name(self) -> str:
        """What it is called in the list of mutants that change nothing."""
        return f"{self.place}: {self.says}"

    def __str__(self) -> str:
        return f"{self.norm} {self.name}"


@dataclass(slots=True)
class Pieces:
    """The trees of a pack with a number for each piece; equal pieces have one number, as in the compiled program."""

    norms: Sequence[Norm]
    number: dict[int, int] = field(default_factory=dict)
    seen: dict[object, int] = field(default_factory=dict)
    within: list[frozenset[int]] = field(default_factory=list)
    """For each piece, the pieces that it has, itself among them."""

    def __post_init__(self) -> None:
        for norm in self.norms:
            for tree in trees_of(norm):
                self.of(tree)

    def of(self, node: Node) -> int:
        """The number of a piece."""
        known = self.number.get(id(node))
        if known is not None:
            return known
        arguments = tuple(self.of(argument) for argument in node.arguments)
        referred = node.label.norm if node.op is Op.STATE_IS and node.label is not None else None
        content = (node.op, arguments, node.parameters, node.scope, node.table, node.question, referred)
        number = self.seen.setdefault(content, len(self.within))
        if number == len(self.within):
            self.within.append(frozenset({number}).union(*(self.within[argument] for argument in arguments)))
        self.number[id(node)] = number
        return number

    def has(self, norm: Norm, piece: int) -> bool:
        """Whether a piece stands in a norm's trees."""
        return any(piece in self.within[self.of(tree)] for tree in trees_of(norm))

    def changed(self, norm: Norm, mutant: Mutant) -> Norm:
        """The norm with the mutant's change, wherever it has the piece."""
        if mutant.piece is None or isinstance(mutant.piece, str):
            if norm is not mutant.original:
                return norm
            if isinstance(mutant.becomes, Norm):
                return mutant.becomes
            assert isinstance(mutant.piece, str)
            return _with_tree(norm, mutant.piece, mutant.becomes)
        assert isinstance(mutant.becomes, Node)
        result = norm
        for name, tree in _trees(norm):
            other = self._replaced(tree, mutant.piece, mutant.becomes, {})
            if other is not tree:
                result = _with_tree(result, name, other)
        return result

    def _replaced(self, node: Node, piece: int, becomes: Node, done: dict[int, Node]) -> Node:
        number = self.of(node)
        if number == piece:
            return becomes
        if piece not in self.within[number]:
            return node
        known = done.get(id(node))
        if known is None:
            known = replace(
                node, arguments=tuple(self._replaced(argument, piece, becomes, done) for argument in node.arguments)
            )
            done[id(node)] = known
        return known


def mutants_of(pieces: Pieces) -> Iterator[Mutant]:
    """Every mutant of a pack, in the order of its norms."""
    met: set[int] = set()
    ids = [norm.id for norm in pieces.norms]
    for norm in pieces.norms:
        version = f" ({date_from_day(norm.force.from_day)})" if ids.count(norm.id) > 1 else ""
        for change in changes_of_norm(norm):
            yield Mutant(norm.id, change.kind, f"norm{version}", change.says, None, change.becomes, norm)
        for name, tree in _trees(norm):
            if tree.op in CONSTANTS:  # changed in this norm alone: a lone constant is no piece that norms share
                for constant in RULES[tree.op](tree):
                    yield Mutant(
                        norm.id, constant.kind, f"{name}{version}", constant.says, name, constant.becomes, norm
                    )
                continue
            for place, node in _places(pieces, tree, f"{name}{version}", met):
                for changed in changes_of(node):
                    if changed.opens is not None and changed.opens < norm.force.from_day:
                        continue  # on that day the norm was not in force
                    yield Mutant(norm.id, changed.kind, place, changed.says, pieces.of(node), changed.becomes, norm)


def _places(pieces: Pieces, node: Node, place: str, met: set[int]) -> Iterator[tuple[str, Node]]:
    number = pieces.of(node)
    if number in met:
        return
    met.add(number)
    yield place, node
    for position, argument in enumerate(node.arguments):
        yield from _places(pieces, argument, f"{place}/{position}", met)


def _trees(norm: Norm) -> list[tuple[str, Node]]:
    """The trees of a norm with the names of its body's fields, in the order of `trees_of`."""
    body = norm.body
    names: tuple[str, ...]
    match body:
        case Duty():
            names = ("arises", "performed", "due")
        case Limit():
            names = ("applies", "respected", *body.figures)
        case Requirement():
            names = ("applies", "met", *body.figures)
        case Status():
            names = ("applies", "holds", *body.figures)
        case Right():
            names = ("applies", "exercisable", *body.figures)
        case _:
            assert_never(body)
    return list(zip(names, trees_of(norm), strict=False))  # most duties are not due by a day that is a tree


def _with_tree(norm: Norm, name: str, tree: Node) -> Norm:
    body = norm.body
    changed: Mapping[str, Any] = {name: Cond(tree)}  # Any: which field it is, `_trees` has said
    if isinstance(body, Duty):
        if name == "due":
            changed = {name: replace(body.due, day=Number(tree))}
    elif name in body.figures:
        changed = {"figures": {**body.figures, name: Number(tree)}}
    return replace(norm, body=replace(body, **changed))
