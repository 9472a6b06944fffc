"""What stands in the trees of a norm: conditions by what they say, records it is shown by, other norms whose state it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Label, Node
from kyosei.terms.questions import Form, Question, Test
from kyosei.timelines.program import Op

__all__ = ["Contents", "Record", "Reference", "contents_of"]

Record = tuple[str, tuple[int, ...], tuple[Test, ...], str | None]
"""A kind about the same parties under the same tests; of a number, a choice or a quantity also the field."""
_IN_PLAY = ("arises", "applies", "due")
_RELATION = "work.employment"
"""That a job exists is asked nearly everywhere, and says nothing about the norm that asks."""


@dataclass(slots=True)
class Reference:
    """A norm reads the state of another. `states`: the bits of those asked for; `excuse`: it stands where a breach excuses;
    `item` and `provision`: of the named piece in which the excuse stands, None where no piece with a number holds it.
    """

    places: set[int]
    states: int
    excuse: bool
    item: str | None
    provision: Provision | None


@dataclass(slots=True)
class Contents:
    """Of one norm, in all its versions; places are those of the program, conditions are numbered by what they say.

    `verdicts`: the conditions by which it is kept; `conditions`: every piece; `shown_by`: the records that show whether it
    is kept and do not already decide whether it is in play; `provisos`: its exceptions.
    """

    verdicts: set[int] = field(default_factory=set)
    conditions: dict[int, set[int]] = field(default_factory=dict)
    shown_by: dict[Record, set[int]] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    provisos: dict[Label, int] = field(default_factory=dict)


def contents_of(law: CompiledLaw) -> Mapping[str, Contents]:
    """Of every norm of a law, by its id."""
    numbers = _Numbers(law)
    return {norm.id: _read(norm, law, numbers) for norm in law.norms}


def _read(norm: CompiledNorm, law: CompiledLaw, numbers: _Numbers) -> Contents:
    found = Contents()
    in_play: set[Record] = set()
    for version in norm.versions:
        for name, root in version.pieces.items():
            shows = name not in _IN_PLAY
            if shows and root.arguments and not name.startswith("figure:"):
                found.verdicts.add(numbers.of(root))
            for node, excused, named in _walk(root):
                place = law.index[id(node)]
                found.conditions.setdefault(numbers.of(node), set()).add(place)
                record = _record(node.question)
                if record is not None and shows:
                    found.shown_by.setdefault(record, set()).add(place)
                elif record is not None:
                    in_play.add(record)
                if node.label is not None and node.label.proviso:
                    found.provisos.setdefault(node.label, place)
                if node.label is not None and node.label.norm is not None:
                    _refer(found, node, node.label.norm, place, excused, named)
    if norm.latest.kind != "right":  # what brings a right into play is what it is about
        found.shown_by = {record: places for record, places in found.shown_by.items() if record not in in_play}
    return found


def _refer(found: Contents, node: Node, other: str, place: int, excused: bool, named: Label | None) -> None:
    known = found.references.setdefault(other, Reference(set(), 0, False, None, None))
    known.places.add(place)
    known.states |= node.parameters[0]
    known.excuse = known.excuse or excused
    if excused and named is not None:
        known.item, known.provision = named.number, named.provision


def _record(question: Question | None) -> Record | None:
    if question is None or question.form is Form.BORN or question.kind == _RELATION:
        return None
    value = question.value if question.form in (Form.NUMBER, Form.CHOICE, Form.QUANTITY) else None
    return question.kind, question.bound, question.tests, value


def _walk(root: Node) -> Iterator[tuple[Node, bool, Label | None]]:
    """Each node of a tree, whether it stands where a breach excuses, and the numbered piece around that excuse."""
    stack: list[tuple[Node, bool, Label | None]] = [(root, False, None)]
    seen: set[tuple[int, bool]] = set()
    while stack:
        node, excused, named = stack.pop()
        if (id(node), excused) in seen:
            continue
        seen.add((id(node), excused))
        yield node, excused, named
        if not excused and node.label is not None and node.label.number is not None:
            named = node.label
        for place, argument in enumerate(node.arguments):
            stack.append((argument, excused or (node.op is Op.EXCUSED and place == 1), named))


class _Numbers:
    """Gives the same number to what says the same, whoever bears the norm in which it stands."""

    def __init__(self, law: CompiledLaw) -> None:
        self.law = law
        self.known: dict[int, int] = {}
        self.numbers: dict[object, int] = {}

    def of(self, node: Node) -> int:
        """The number of a node."""
        number = self.known.get(id(node))
        if number is None:
            inner = tuple(self.of(argument) for argument in node.arguments)
            number = self.known[id(node)] = self.numbers.setdefault(self._said(node, inner), len(self.numbers))
        return number

    def _said(self, node: Node, inner: tuple[int, ...]) -> object:
        question = node.question
        if question is not None:  # without whose duty it is asked for
            return (question.kind, question.form, question.bound, question.tests, question.value, question.second,
                    question.at_key)  # fmt: skip
        instruction = self.law.program.instructions[self.law.index[id(node)]]
        other = None if node.label is None else node.label.norm
        return node.op, inner, instruction.parameters, node.scope, other
