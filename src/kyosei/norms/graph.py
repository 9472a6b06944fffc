"""What hangs together in the law: where the failure of a norm counts, what excuses it, and which rights stand beside it.

An edge leads from a norm that may fail to one that shows it or helps, and names the nodes of the program on which it stands.
Nothing is written by hand: when a norm changes, its edges do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.contents import Contents, contents_of
from kyosei.norms.declare import Norm
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Label
from kyosei.timelines.program import State

__all__ = ["Edge", "Graph", "Way", "claimant_of", "graph_of", "system_of"]


class Way(StrEnum):
    """How one norm hangs on another."""

    REFERS = "refers"
    """The state of the first is a condition of the second."""
    EXCUSES = "excuses"
    """A failure of the first turns a failure of the second into a question for an official."""
    CONTAINS = "contains"
    """The second asks for the very condition by which the first is kept."""
    RECORD = "record"
    """The second is shown by a record that also shows whether the first is kept."""
    RIGHT = "right"
    """The second is a right, in the same system and about the same relation, of the party that the first protects; or of
    its bearer, if it protects nobody else."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From `source` to `target`. `nodes`: the places, in the program, of the target's own nodes on which it stands.

    `states`: of the source, that the target asks for. `kinds`: of the records that both read. `item`, `provision`: the
    numbered piece of the target that holds an excuse; both None where no such piece does, so that it rests on our reading.
    """

    source: str
    target: str
    way: Way
    nodes: tuple[int, ...]
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    item: str | None = None
    provision: Provision | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """All edges of a law, in the order of its norms, and the exceptions of each norm."""

    edges: tuple[Edge, ...]
    provisos: Mapping[str, tuple[Label, ...]]

    def leading_from(self, norm: str, *ways: Way) -> tuple[Edge, ...]:
        """The edges of some ways that begin at a norm."""
        return tuple(edge for edge in self.edges if edge.source == norm and edge.way in ways)


def system_of(norm_id: str) -> str:
    """The system that the second part of a norm's id names."""
    return norm_id.split(".")[1]


def claimant_of(norm: Norm) -> str | None:
    """The role that may ask for what a duty or limit demands; None if it is owed to the office alone."""
    return norm.protects if norm.protects != norm.bearer else None


@lru_cache(maxsize=2)  # of the law as it is, and of one that it is compared with
def graph_of(law: CompiledLaw) -> Graph:
    """The graph of a law: the same law makes the same graph."""
    contents = contents_of(law)
    edges = [
        edge
        for source in law.norms
        for target in law.norms
        if source.id != target.id
        for edge in _edges(source, contents[source.id], target, contents[target.id])
    ]
    return Graph(tuple(edges), {norm.id: tuple(contents[norm.id].provisos) for norm in law.norms})


def _edges(source: CompiledNorm, failing: Contents, target: CompiledNorm, showing: Contents) -> Iterator[Edge]:
    reference = showing.references.get(source.id)
    if reference is not None:
        states = tuple(state.name.lower() for state in State if reference.states >> state & 1)
        way = Way.EXCUSES if reference.excuse else Way.REFERS
        yield Edge(
            source.id, target.id, way, _sorted(reference.places), states,
            item=reference.item, provision=reference.provision,
        )  # fmt: skip
    kept_by = {place for number in failing.verdicts for place in showing.conditions.get(number, ())}
    if kept_by:
        yield Edge(source.id, target.id, Way.CONTAINS, _sorted(kept_by))
    if source.latest.bearer is not None:
        yield from _by_record(source.id, failing, target.id, showing)
        if target.latest.kind == "right":
            yield from _by_right(source, failing, target, showing)


def _by_record(source: str, failing: Contents, target: str, showing: Contents) -> Iterator[Edge]:
    shared = failing.shown_by.keys() & showing.shown_by.keys()
    if shared:
        places = {place for record in shared for place in showing.shown_by[record]}
        yield Edge(source, target, Way.RECORD, _sorted(places), kinds=tuple(sorted({record[0] for record in shared})))


def _by_right(source: CompiledNorm, failing: Contents, target: CompiledNorm, showing: Contents) -> Iterator[Edge]:
    norm, right = source.latest, target.latest
    if right.protects != (norm.protects or norm.bearer) or right.scope != norm.scope:
        return
    if system_of(source.id) != system_of(target.id):
        return
    common = failing.conditions.keys() & showing.conditions.keys()
    places = {place for number in common for place in showing.conditions[number]}
    if places:
        yield Edge(source.id, target.id, Way.RIGHT, _sorted(places))


def _sorted(places: set[int]) -> tuple[int, ...]:
    return tuple(sorted(places))
