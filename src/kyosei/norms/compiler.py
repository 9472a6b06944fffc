"""From norms to one flat program: equal pieces become one node, and the whole has one address made of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from kyosei.errors import LawError
from kyosei.norms.declare import Norm
from kyosei.norms.forms import Duty, Limit, Requirement, Right, Status
from kyosei.norms.sharing import Sharing
from kyosei.terms.expressions import Node
from kyosei.terms.questions import ANYBODY, Question
from kyosei.terms.scopes import Scope, deeper
from kyosei.timelines.days import FIRST_DAY, NEVER
from kyosei.timelines.program import OPERATORS_VERSION, Instruction, Op, Program, Table, Value
from kyosei.timelines.truth import NO

__all__ = ["CompiledLaw", "CompiledNorm", "CompiledVersion", "address_of", "compile_law", "referring_in"]


@dataclass(frozen=True, slots=True)
class CompiledVersion:
    """One version: its declared norm and the trees as compiled, piece by piece (`arises`, `applies`, …)."""

    norm: Norm
    pieces: Mapping[str, Node]
    state: int
    refers: bool
    """Whether it refers to other norms, so that a result may stand on another's duty."""


@dataclass(frozen=True, slots=True)
class CompiledNorm:
    """All versions of a norm, in order of days; `output`: the place of its state among the program's outputs.

    scope: the number of its scope in the law. figures: name of a figure to its place among the outputs (of the latest version).
    """

    id: str
    versions: tuple[CompiledVersion, ...]
    scope: int
    output: int
    node: int
    figures: Mapping[str, int]

    @property
    def latest(self) -> Norm:
        """The newest version."""
        return self.versions[-1].norm

    def version_on(self, day: int) -> CompiledVersion | None:
        """The version in force on a day."""
        for version in self.versions:
            if version.norm.force.from_day <= day < version.norm.force.until_day:
                return version
        return None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class CompiledLaw:
    """The program of a law pack. `index`: the instruction of every tree node, by identity; `questions`: one a leaf;
    `referring`: the instructions that refer to another norm, or rest on one that does.
    """

    name: str
    address: str
    program: Program
    questions: tuple[Question, ...]
    norms: tuple[CompiledNorm, ...]
    index: Mapping[int, int]
    scopes: tuple[Scope, ...]
    referring: frozenset[int]

    @property
    def version(self) -> str:
        """The law version that a verdict names."""
        return f"{self.name}@{self.address[:16]}"

    def __repr__(self) -> str:
        return f"<law {self.version}>"


def referring_in(program: Program) -> frozenset[int]:
    """The instructions of a program that refer to another norm, or rest on one that does."""
    found: set[int] = set()
    for place, instruction in enumerate(program.instructions):
        if instruction.op == Op.STATE_IS or not found.isdisjoint(instruction.arguments):
            found.add(place)
    return frozenset(found)


class _Builder:
    """Collects instructions; equal ones are found by their content."""

    def __init__(self, scopes: tuple[Scope, ...]) -> None:
        self.scopes = scopes
        self.scope_number = {scope: number for number, scope in enumerate(scopes)}
        self.instructions: list[Instruction] = []
        self.tables: list[Table] = []
        self.questions: list[Question] = []
        self.places: dict[object, int] = {}
        self.table_places: dict[Table, int] = {}
        self.index: dict[int, int] = {}
        self.norm_nodes: dict[str, int] = {}
        self.sharing = Sharing()

    def table(self, table: Table) -> int:
        """The number of a dated table."""
        if table not in self.table_places:
            self.table_places[table] = len(self.tables)
            self.tables.append(table)
        return self.table_places[table]

    def add(self, instruction: Instruction, question: Question | None = None) -> int:
        """The place of an instruction, new or known."""
        key = (instruction, question)
        if key in self.places:
            return self.places[key]
        if question is not None:
            instruction = replace(instruction, parameters=(len(self.questions),))
            self.questions.append(question)
        place = len(self.instructions)
        self.instructions.append(instruction)
        self.places[key] = place
        return place

    def node(self, node: Node) -> int:
        """The place of a tree node, its arguments first."""
        known = self.index.get(id(node))
        if known is not None:
            return known
        if node.scope not in self.scope_number:
            raise LawError(f"scope {node.scope.name} is not listed among the scopes of the law")
        arguments = tuple(self.node(argument) for argument in node.arguments)
        if node.op is Op.STATE_IS and node.label is not None and node.label.norm is not None:
            if node.label.norm not in self.norm_nodes:
                raise LawError(f"a norm refers to {node.label.norm}, which must be listed before it")
            arguments = (self.norm_nodes[node.label.norm],)
        parameters = node.parameters
        if node.table is not None:
            parameters = (self.table(node.table), *parameters)
        place = self.add(
            Instruction(node.op, arguments, parameters, self.scope_number[node.scope], node.value), node.question
        )
        self.index[id(node)] = place
        return place


def _told(
    node: Node, norm: Scope, bearer: int, sole: frozenset[str], sign: int, seen: dict[tuple[int, int], Node]
) -> Node:
    """The tree with its leaves told whose duty it is and which answer burdens the bearer (sign of this node: YES does)."""
    known = seen.get((id(node), sign))
    if known is not None:
        return known
    question = node.question
    result = node
    if question is not None:
        there = bearer == 0 or node.scope == norm  # the subject is the first party of every scope
        if there and bearer in question.bound and question.kind not in sole:
            result = replace(node, question=replace(question, bearer=bearer, burden=sign))
    elif node.arguments:
        if node.op is Op.NOT:
            signs: tuple[int, ...] = (-sign,)
        elif node.op in (Op.AND, Op.OR, Op.EVER, Op.THROUGHOUT, Op.DOUBT, Op.SHIFT_DAYS, Op.SHIFT_MONTHS, Op.ANY_OF,
                         Op.EVERY, Op.CONTINUOUSLY, Op.HELD_IN_ALL, Op.EACH_MONTH, Op.MONTH_SAMPLE, Op.BEGINS,
                         Op.ON_RECORD):  # fmt: skip
            signs = (sign,) * len(node.arguments)
        else:
            signs = (0,) * len(node.arguments)
        arguments = tuple(_told(a, norm, bearer, sole, s, seen) for a, s in zip(node.arguments, signs, strict=True))
        if any(a is not b for a, b in zip(arguments, node.arguments, strict=True)):
            result = replace(node, arguments=arguments)
    seen[(id(node), sign)] = result
    return result


def _pieces(norm: Norm) -> dict[str, tuple[Node, int]]:
    """The conditions of a norm by name, each with the sign of what burdens the bearer."""
    body = norm.body
    pieces: dict[str, tuple[Node, int]]
    match body:
        case Duty():
            pieces = {"arises": (body.arises.node, 1), "performed": (body.performed.node, -1)}
            if body.due.day is not None:
                pieces["due"] = (body.due.day.node, 0)
            return pieces
        case Limit():
            pieces = {"applies": (body.applies.node, 1), "respected": (body.respected.node, -1)}
        case Requirement():
            pieces = {"applies": (body.applies.node, 0), "met": (body.met.node, 0)}
        case Status():
            pieces = {"applies": (body.applies.node, 0), "holds": (body.holds.node, 0)}
        case Right():
            pieces = {"applies": (body.applies.node, 0), "exercisable": (body.exercisable.node, 0)}
        case _:
            assert_never(body)
    for name, figure in body.figures.items():
        pieces[f"figure:{name}"] = (figure.node, 0)
    return pieces


def _refers(tree: Node) -> bool:
    stack, seen = [tree], set[int]()
    while stack:
        node = stack.pop()
        if node.op is Op.STATE_IS:
            return True
        if id(node) not in seen:
            seen.add(id(node))
            stack.extend(node.arguments)
    return False


def _compile_version(builder: _Builder, norm: Norm, sole: Mapping[str, frozenset[str]]) -> CompiledVersion:
    if norm.scope not in builder.scope_number:
        raise LawError(f"{norm.id}: its scope {norm.scope.name} is not listed among the scopes of the law")
    bearer = norm.scope.parties.index(norm.bearer) if norm.bearer in norm.scope.parties else ANYBODY
    seen: dict[tuple[int, int], Node] = {}
    pieces: dict[str, Node] = {}
    for name, (node, sign) in _pieces(norm).items():
        if deeper(node.scope, norm.scope) != norm.scope:
            raise LawError(
                f"{norm.id}: {name} speaks of {node.scope.name}; go up to {norm.scope.name} with a quantifier"
            )
        silent = sole.get(norm.bearer or "", frozenset())
        told = _told(node, norm.scope, bearer, silent, sign, seen) if bearer != ANYBODY else node
        pieces[name] = builder.sharing.tree(told)
    scope = builder.scope_number[norm.scope]
    arguments = tuple(builder.node(node) for name, node in pieces.items() if not name.startswith("figure:"))
    for name, node in pieces.items():
        if name.startswith("figure:"):
            builder.node(node)
    if isinstance(norm.body, Duty):
        due = norm.body.due
        offset = -1 if norm.body.arises.node.op is Op.ENDS else 0
        parameters = (due.form, due.n, due.m, due.on_holiday, offset, int(norm.body.matched_by_day))
        state = builder.add(Instruction(Op.DUTY, arguments, parameters, scope, Value.STATE))
    else:
        state = builder.add(Instruction(Op.STATE, arguments, (), scope, Value.STATE))
    return CompiledVersion(norm, pieces, state, any(map(_refers, pieces.values())))


def _asks_nothing(builder: _Builder, scope: int) -> int:
    """The place of a state that never applies."""
    no = builder.add(Instruction(Op.CONST_TRUTH, (), (NO,), scope, Value.TRUTH))
    return builder.add(Instruction(Op.STATE, (no, no), (), scope, Value.STATE))


def compile_law(
    name: str, norms: Iterable[Norm], scopes: tuple[Scope, ...], sole_holders: Mapping[str, frozenset[str]]
) -> CompiledLaw:
    """One program for all norms. `sole_holders`: for each role, the kinds that nobody but that party can settle."""
    builder = _Builder(scopes)
    grouped: dict[str, list[Norm]] = {}
    for norm in norms:
        grouped.setdefault(norm.id, []).append(norm)
    compiled: list[CompiledNorm] = []
    outputs: list[int] = []
    for norm_id, versions in grouped.items():
        ordered = sorted(versions, key=lambda norm: norm.force.from_day)
        done = tuple(_compile_version(builder, norm, sole_holders) for norm in ordered)
        parameters = tuple(
            number for norm in ordered for number in (norm.force.from_day, norm.force.until_day, norm.review_on)
        )
        scope = builder.scope_number[ordered[-1].scope]
        states = tuple(version.state for version in done)
        if ordered[0].force.is_new:
            states = (_asks_nothing(builder, scope), *states)
            parameters = (FIRST_DAY, ordered[0].force.from_day, NEVER, *parameters)
        node = builder.add(Instruction(Op.VERSIONS, states, parameters, scope, Value.STATE))
        builder.norm_nodes[norm_id] = node
        output = len(outputs)
        outputs.append(node)
        figures: dict[str, int] = {}
        for piece, tree in done[-1].pieces.items():
            if piece.startswith("figure:"):
                figures[piece.removeprefix("figure:")] = len(outputs)
                outputs.append(builder.node(_lifted(tree, ordered[-1].scope)))
        compiled.append(CompiledNorm(norm_id, done, scope, output, node, figures))
    program = Program(tuple(builder.instructions), tuple(builder.tables), len(builder.questions), tuple(outputs))
    address = address_of(program, builder.questions, scopes)
    return CompiledLaw(
        name, address, program, tuple(builder.questions), tuple(compiled), builder.index, scopes, referring_in(program)
    )


def _lifted(tree: Node, scope: Scope) -> Node:
    """A figure in the norm's own scope, so that it has one timeline an instance."""
    if tree.scope == scope:
        return tree
    raise LawError(f"a figure must speak of {scope.name} itself, not of {tree.scope.name}")


def address_of(program: Program, questions: Sequence[Question], scopes: tuple[Scope, ...]) -> str:
    """The hash of the program as canonical JSON: operators' version, scopes, questions, tables, instructions."""
    content = {
        "operators": OPERATORS_VERSION,
        "scopes": [[s.name, s.root, s.parties, s.key, s.exists_from_first,
                    [[t.kind, t.roles] for t in s.told_by]] for s in scopes],
        "questions": [
            [q.kind, q.form, q.bound, [[t.field, t.kind, t.operand, t.wanted] for t in q.tests], q.value, q.second,
             q.at_key, q.bearer, q.burden] for q in questions
        ],
        "tables": [table.rows for table in program.tables],
        "instructions": [[i.op, i.arguments, i.parameters, i.scope, i.value] for i in program.instructions],
        "outputs": program.outputs,
    }  # fmt: skip
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
