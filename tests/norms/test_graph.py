"""What hangs together in the law: every edge stands on nodes of the trees, and no reference of a tree is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from kyosei.facts.scopes import SCOPES
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.archive import restore_law, write_law
from kyosei.norms.checks import nodes_of, sole_holders
from kyosei.norms.compiler import CompiledLaw, compile_law
from kyosei.norms.forms import Duty, Requirement
from kyosei.norms.graph import Edge, Graph, Way, claimant_of, graph_of, system_of
from kyosei.norms.references import breached
from kyosei.terms.expressions import Node
from kyosei.timelines.program import Op, State
from tests.cli.small_law import NORMS
from tests.law.compiled import compiled_japan

VERDICTS = {"performed", "respected", "met", "holds", "exercisable"}


@cache
def law() -> CompiledLaw:
    return compiled_japan()


@cache
def graph() -> Graph:
    return graph_of(law())


@cache
def trees(norm_id: str) -> tuple[tuple[str, Node], ...]:
    """The named trees of a norm as compiled, in all its versions."""
    norm = next(norm for norm in law().norms if norm.id == norm_id)
    return tuple((name, root) for version in norm.versions for name, root in version.pieces.items())


def below(root: Node) -> Iterator[Node]:
    """Every node of a tree, again wherever it stands again."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            stack.extend(node.arguments)


@cache
def nodes(norm_id: str) -> dict[int, list[Node]]:
    """The nodes of a norm by their place in the program."""
    found: dict[int, list[Node]] = {}
    for _, root in trees(norm_id):
        for node in below(root):
            found.setdefault(law().index[id(node)], []).append(node)
    return found


def said(node: Node, known: dict[int, str]) -> str:
    """What a node says, by other means than the graph: as a text, without whose duty it is asked for."""
    if id(node) not in known:
        question = node.question and replace(node.question, bearer=-1, burden=0)
        parameters = () if question else law().program.instructions[law().index[id(node)]].parameters
        other = node.label.norm if node.label else None
        inner = ",".join(str(hash(said(argument, known))) for argument in node.arguments)
        known[id(node)] = f"{node.op.name} {parameters} {node.scope} {question} {other} ({inner})"
    return known[id(node)]


def edges(way: Way) -> list[Edge]:
    found = [edge for edge in graph().edges if edge.way is way]
    assert found
    return found


def test_every_edge_stands_on_nodes_of_the_norm_that_it_leads_to() -> None:
    for edge in graph().edges:
        assert edge.nodes
        assert edge.source != edge.target
        assert set(edge.nodes) <= nodes(edge.target).keys()


def test_the_references_of_the_trees_are_the_edges_and_ask_for_the_same_states() -> None:
    declared = {
        (node.label.norm, norm.id)
        for norm in law().norms
        for version in norm.versions
        for node in nodes_of(version.norm)
        if node.label is not None and node.label.norm is not None
    }
    drawn = [*edges(Way.REFERS), *edges(Way.EXCUSES)]
    assert {(edge.source, edge.target) for edge in drawn} == declared
    assert len(drawn) == len(declared)
    for edge in drawn:
        asked = set()
        for place in edge.nodes:
            for node in nodes(edge.target)[place]:
                assert node.op is Op.STATE_IS
                assert node.label is not None
                assert node.label.norm == edge.source
                asked |= {state.name.lower() for state in State if node.parameters[0] >> state & 1}
        assert asked == set(edge.states)


def test_an_excuse_stands_below_an_excuse_of_the_tree_and_names_its_numbered_piece() -> None:
    for edge in edges(Way.EXCUSES):
        excuses = [
            node for _, root in trees(edge.target) for node in below(root)
            if node.op is Op.EXCUSED and any(law().index[id(inner)] in edge.nodes for inner in below(node.arguments[1]))
        ]  # fmt: skip
        assert excuses
        if edge.item is not None:
            numbered = [
                node for _, root in trees(edge.target) for node in below(root)
                if node.label is not None and node.label.number == edge.item
            ]  # fmt: skip
            assert any(excuse in list(below(node)) for node in numbered for excuse in excuses)


def test_what_contains_another_has_its_condition_word_for_word() -> None:
    known: dict[int, str] = {}
    for edge in edges(Way.CONTAINS):
        conditions = {said(root, known) for name, root in trees(edge.source) if name in VERDICTS}
        for place in edge.nodes:
            assert {said(node, known) for node in nodes(edge.target)[place]} <= conditions


def test_a_shared_record_is_asked_for_by_both() -> None:
    for edge in edges(Way.RECORD):
        there = {node.question.kind for p in edge.nodes for node in nodes(edge.target)[p] if node.question is not None}
        here = {node.question.kind for _, root in trees(edge.source) for node in below(root) if node.question}
        assert there == set(edge.kinds)
        assert there <= here


def test_a_right_beside_a_duty_is_that_of_whom_it_protects_or_of_its_bearer() -> None:
    norms = {norm.id: norm.latest for norm in law().norms}
    for edge in edges(Way.RIGHT):
        norm, right = norms[edge.source], norms[edge.target]
        assert right.kind == "right"
        assert right.protects == (norm.protects or norm.bearer)
        assert right.scope == norm.scope
        assert system_of(edge.source) == system_of(edge.target)


def test_an_unreported_worker_is_not_failed_by_it_and_may_ask_for_confirmation() -> None:
    found = graph().leading_from("jp.pension.report-acquisition", Way.EXCUSES, Way.RIGHT)
    assert {(edge.way, edge.target) for edge in found} == {
        (Way.EXCUSES, "jp.pension.enrolled"), (Way.EXCUSES, "jp.pr.pension"),
        (Way.EXCUSES, "jp.pr.permanent-residence"), (Way.EXCUSES, "jp.stay.tax-and-premiums"),
        (Way.EXCUSES, "jp.ssw.host-meets-standards"),
        (Way.RIGHT, "jp.pension.right-to-confirmation"), (Way.RIGHT, "jp.pension.right-to-restored-months"),
    }  # fmt: skip


def test_only_findings_of_labour_law_are_excused_by_the_item_that_speaks_of_labour_law() -> None:
    by_item = {edge.source for edge in edges(Way.EXCUSES) if edge.item == "6"}
    assert {system_of(source) for source in by_item} == {"labour"}
    insurance = [edge for edge in edges(Way.EXCUSES) if system_of(edge.source) in ("pension", "health")]
    assert insurance
    assert all(edge.item is None for edge in insurance)


def test_whoever_is_protected_by_another_may_ask_for_it() -> None:
    norms = {norm.id: norm.latest for norm in law().norms}
    assert claimant_of(norms["jp.pension.report-acquisition"]) == "person"
    assert claimant_of(norms["jp.immigration.notify-address"]) is None


def test_a_kept_law_has_the_same_graph() -> None:
    assert graph_of(restore_law(write_law(law()))) == graph()


@pytest.mark.parametrize("referring", [True, False])
def test_an_edge_comes_and_goes_with_the_reference(referring: bool) -> None:
    report, covered = (norm for norm in NORMS if norm.id in ("small.report", "small.covered"))
    assert isinstance(report.body, Duty)
    assert isinstance(covered.body, Requirement)
    met = ~breached(report) if referring else report.body.arises
    changed = (report, replace(covered, body=replace(covered.body, met=met)))
    found = graph_of(compile_law("small", changed, SCOPES, sole_holders(KINDS)))
    assert [(edge.source, edge.target) for edge in found.edges if edge.way is Way.REFERS] == (
        [("small.report", "small.covered")] if referring else []
    )
