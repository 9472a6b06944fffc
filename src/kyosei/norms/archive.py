"""A compiled law as text and back, so that a past verdict can be replayed under the law of its time.

The text holds the program, the questions and the labelled trees; the functions that once made them are not needed. It is
canonical JSON, and its address is checked when it is read again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kyosei.errors import LawError
from kyosei.norms.compiler import CompiledLaw, CompiledNorm, CompiledVersion, address_of, referring_in
from kyosei.norms.declare import Force, Norm, Reads
from kyosei.norms.forms import Body, Due, Duty, Limit, Requirement, Right, Status
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond, Label, Node, Number
from kyosei.terms.questions import Form, Question, Test, TestKind
from kyosei.terms.scopes import Scope, Told
from kyosei.terms.text import Text
from kyosei.timelines.program import Deadline, HolidayRule, Instruction, Op, Program, Table, Value

__all__ = ["restore_law", "write_law"]

Document = Any  # a JSON value


def write_law(law: CompiledLaw) -> str:
    """The law as canonical JSON."""
    trees = _Trees(law)
    norms = [
        {
            "id": norm.id, "output": norm.output, "node": norm.node, "figures": dict(norm.figures),
            "versions": [
                {
                    "norm": _norm_out(version.norm, law.scopes), "state": version.state, "refers": version.refers,
                    "pieces": [[name, trees.place(tree)] for name, tree in version.pieces.items()],
                }
                for version in norm.versions
            ],
        }
        for norm in law.norms
    ]  # fmt: skip
    document = {
        "name": law.name,
        "address": law.address,
        "scopes": [
            [s.name, s.root, s.parties, s.key, [[t.kind, t.roles] for t in s.told_by], s.exists_from_first]
            for s in law.scopes
        ],
        "questions": [
            [q.kind, q.form, q.bound, [[t.field, t.kind, t.operand, t.wanted] for t in q.tests], q.value, q.second,
             q.at_key, q.bearer, q.burden] for q in law.questions
        ],
        "tables": [table.rows for table in law.program.tables],
        "instructions": [[i.op, i.arguments, i.parameters, i.scope, i.value] for i in law.program.instructions],
        "outputs": law.program.outputs,
        "trees": trees.rows,
        "norms": norms,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class _Trees:
    """Tree nodes as rows: instruction, arguments, parameters, scope, label; a node that is used twice stands once."""

    def __init__(self, law: CompiledLaw) -> None:
        self.law = law
        self.rows: list[list[Document]] = []
        self.places: dict[int, int] = {}

    def place(self, node: Node) -> int:
        """The row of a node, its arguments first."""
        if id(node) not in self.places:
            arguments = [self.place(argument) for argument in node.arguments]
            row = [self.law.index[id(node)], arguments, node.parameters, self.law.scopes.index(node.scope),
                   _label_out(node.label)]  # fmt: skip
            self.places[id(node)] = len(self.rows)
            self.rows.append(row)
        return self.places[id(node)]


def _label_out(label: Label | None) -> Document:
    if label is None:
        return None
    return [[label.text.ja, label.text.easy, label.text.en], _provision_out(label.provision), label.number,
            label.proviso, label.norm, label.bearer]  # fmt: skip


def _provision_out(provision: Provision | None) -> Document:
    return None if provision is None else [provision.law, provision.article, provision.paragraph, provision.item]


def _norm_out(norm: Norm, scopes: tuple[Scope, ...]) -> Document:
    body: dict[str, Document] = {}
    if isinstance(norm.body, Duty):
        due = norm.body.due
        body = {"due": [due.form, due.n, due.m, due.on_holiday], "matched_by_day": norm.body.matched_by_day}
    elif isinstance(norm.body, Right):
        how, lost = norm.body.how, norm.body.lost
        body = {"how": [how.ja, how.easy, how.en], "against": norm.body.against, "lost": [lost.ja, lost.easy, lost.en]}
    return {
        "kind": norm.kind, "title": [norm.title.ja, norm.title.easy, norm.title.en],
        "provisions": [_provision_out(p) for p in norm.provisions], "scope": scopes.index(norm.scope),
        "bearer": norm.bearer, "protects": norm.protects, "force": [norm.force.from_day, norm.force.until_day, norm.force.is_new],
        "verified_on": norm.verified_on, "review_on": norm.review_on, "layer": norm.layer,
        "authority": norm.authority, "reads": [[r.attribute, _provision_out(r.provision)] for r in norm.reads],
        "says": norm.says, "body": body, "goal": norm.goal,
    }  # fmt: skip


def restore_law(text: str) -> CompiledLaw:
    """The law that `write_law` wrote. LawError if the text is not what its address says."""
    try:
        document: Document = json.loads(text)
        scopes = tuple(
            Scope(name, root, tuple(parties), key, tuple(Told(k, tuple(roles)) for k, roles in told), first)
            for name, root, parties, key, told, first in document["scopes"]
        )
        questions = tuple(_question_in(row) for row in document["questions"])
        program = Program(
            tuple(
                Instruction(Op(op), tuple(arguments), tuple(parameters), scope, Value(value))
                for op, arguments, parameters, scope, value in document["instructions"]
            ),
            tuple(Table(tuple(tuple(row) for row in rows)) for rows in document["tables"]),
            len(questions),
            tuple(document["outputs"]),
        )
        address = address_of(program, questions, scopes)
        if address != document["address"]:
            raise LawError(f"the archived law says it is {document['address'][:16]} but is {address[:16]}")
        nodes, index = _nodes_in(document["trees"], program, questions, scopes)
        norms = tuple(_norm_in(row, nodes, scopes) for row in document["norms"])
    except (LookupError, TypeError, ValueError) as error:
        raise LawError(f"this is not an archived law: {error}") from error
    return CompiledLaw(document["name"], address, program, questions, norms, index, scopes, referring_in(program))


def _question_in(row: Document) -> Question:
    kind, form, bound, tests, value, second, at_key, bearer, burden = row
    return Question(
        kind, Form(form), tuple(bound), tuple(Test(f, TestKind(k), operand, wanted) for f, k, operand, wanted in tests),
        value, second, at_key, bearer, burden,
    )  # fmt: skip


def _provision_in(row: Document) -> Provision | None:
    return None if row is None else Provision(*row)


def _nodes_in(
    rows: Document, program: Program, questions: tuple[Question, ...], scopes: tuple[Scope, ...]
) -> tuple[list[Node], dict[int, int]]:
    nodes: list[Node] = []
    index: dict[int, int] = {}
    equal: dict[tuple[object, ...], Node] = {}  # before 2026-11-22 a law had a row for each place where a piece stands
    for place, arguments, parameters, scope, label in rows:
        said = None
        if label is not None:
            text, provision, number, proviso, norm, bearer = label
            said = Label(Text(*text), _provision_in(provision), number, proviso, norm, bearer)
        below = tuple(nodes[a] for a in arguments)
        key = (place, *map(id, below), said)
        if key not in equal:
            instruction = program.instructions[place]
            question = questions[instruction.parameters[0]] if instruction.op is Op.LEAF else None
            equal[key] = Node(
                instruction.op, below, tuple(parameters), scopes[scope], instruction.value, None, question, said
            )
            index[id(equal[key])] = place
        nodes.append(equal[key])
    return nodes, index


def _norm_in(row: Document, nodes: list[Node], scopes: tuple[Scope, ...]) -> CompiledNorm:
    versions = []
    for version in row["versions"]:
        pieces = {name: nodes[place] for name, place in version["pieces"]}
        norm = _declared_in(row["id"], version["norm"], pieces, scopes)
        versions.append(CompiledVersion(norm, pieces, version["state"], version["refers"]))
    scope = row["versions"][-1]["norm"]["scope"]
    return CompiledNorm(row["id"], tuple(versions), scope, row["output"], row["node"], row["figures"])


def _declared_in(norm_id: str, row: Document, pieces: Mapping[str, Node], scopes: tuple[Scope, ...]) -> Norm:
    provisions = tuple(provision for p in row["provisions"] if (provision := _provision_in(p)) is not None)
    reads = tuple(Reads(attribute, p) for attribute, raw in row["reads"] if (p := _provision_in(raw)) is not None)
    return Norm(
        norm_id, row["kind"], Text(*row["title"]), provisions, scopes[row["scope"]], row["bearer"], row["protects"],
        Force(*row["force"]), row["verified_on"], row["review_on"], row["layer"], row["authority"], reads, row["says"],
        _body_in(row["kind"], row["body"], pieces), row.get("goal"),  # laws of before 2026-11-22 have no goals
    )  # fmt: skip


def _body_in(kind: str, row: Document, pieces: Mapping[str, Node]) -> Body:
    figures: dict[str, Number[Any]] = {  # Any: figures have any unit
        name.removeprefix("figure:"): Number(node) for name, node in pieces.items() if name.startswith("figure:")
    }
    first = {name: Cond(node) for name, node in pieces.items() if not name.startswith("figure:") and name != "due"}
    if kind == "duty":
        form, n, m, on_holiday = row["due"]
        day: Number[Any] | None = Number(pieces["due"]) if "due" in pieces else None  # Any: a day
        due = Due(Deadline(form), n, m, HolidayRule(on_holiday), day)
        return Duty(first["arises"], first["performed"], due, row["matched_by_day"])
    if kind == "limit":
        return Limit(first["applies"], first["respected"], figures)
    if kind == "requirement":
        return Requirement(first["applies"], first["met"], figures)
    if kind == "status":
        return Status(first["applies"], first["holds"], figures)
    return Right(first["applies"], first["exercisable"], Text(*row["how"]), row["against"], Text(*row["lost"]), figures)
