"""The expression of a norm as a tree to read: each piece in words, what is said twice said once, and each table set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Node
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Table, Value
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.operator_prose import opposite
from kyosei.verdicts.piece_prose import field_of, options_of, piece_text, shared_unit
from kyosei.verdicts.prose import SIXTIETHS, amount, unit_of

__all__ = ["Branch", "Found", "Grower"]

_WITH_TABLE = (Op.DATED, Op.SCALE, Op.LOOKUP, Op.PIECEWISE)
_LISTED_MOST = 4
_COMPARISONS = (Op.AT_LEAST, Op.MORE_THAN)


@dataclass(frozen=True, slots=True)
class Branch:
    """A piece. `anchor`: its place on the page, empty for what is said again; `same_as`: the place where it was said in full.

    `choices`: all values of which it must be one, where the text names only the first; `parameter`: the table it reads;
    `figure`: what stands in that table, if it is one figure; `norm`: the norm whose result it is.
    """

    text: Text
    anchor: str
    same_as: str | None = None
    number: str | None = None
    provision: Provision | None = None
    proviso: bool = False
    choices: tuple[Text, ...] = ()
    parameter: str | None = None
    figure: tuple[str, str] | None = None
    norm: str | None = None
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A table of the law that a piece reads: the piece, what it is part of, and the unit of its numbers."""

    anchor: str
    node: Node
    table: Table
    within: Text
    unit: str


@dataclass(slots=True)
class Grower:
    """Grows the trees of one norm on one page."""

    law: CompiledLaw
    tables: dict[str, Found] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def grow(self, root: Node) -> Branch:
        """The tree below a condition or figure of the norm."""
        return self._grow(root, piece_text(root), "")

    def _grow(self, node: Node, within: Text, unit: str) -> Branch:
        label = node.label
        if node.op is Op.NOT and label is None:
            inner = self._grow(node.arguments[0], within, unit)
            return replace(inner, text=opposite(node.arguments[0], inner.text))
        if node.op is Op.SCALE and label is None and unit == SIXTIETHS:
            return self._grow(node.arguments[0], within, "")  # only a change of unit, from yen to sixtieths
        text = piece_text(node) if label is None else label.text
        anchor = f"p{self.law.index[id(node)]}"
        again = anchor in self.said
        self.said.add(anchor)
        if again and node.arguments:
            return Branch(text, "", same_as=anchor, number=label.number if label else None)
        around = text if label is not None else within
        return Branch(
            text, "" if again else anchor,
            number=label.number if label else None,
            provision=label.provision if label else None,
            proviso=bool(label and label.proviso),
            choices=self._choices(node),
            parameter=self._parameter(node, around, unit),
            figure=self._figure(node, unit),
            norm=label.norm if label else None,
            children=tuple(self._grow(below, around, inner) for below, inner in self._below(node, unit)),
        )  # fmt: skip

    def _below(self, node: Node, unit: str) -> Iterator[tuple[Node, str]]:
        """The pieces below, each with the unit of its numbers; what the text of the piece already says is left out."""
        own = ""
        if node.op in _COMPARISONS:
            own = shared_unit(node)
        elif node.value is Value.NUMBER:
            own = unit_of(node) or unit
        for argument in node.arguments:
            if argument.op in (Op.CONST_NUMBER, Op.CONST_TRUTH) or node.op is Op.STATE_IS:
                continue
            if argument.question is not None and node.op in (*_COMPARISONS, Op.IS_IN):
                continue
            if argument.op is node.op and node.op in (Op.AND, Op.OR) and argument.label is None:
                yield from self._below(argument, unit)
            else:
                yield argument, own

    def _choices(self, node: Node) -> tuple[Text, ...]:
        if node.op is not Op.IS_IN:
            return ()
        question = node.arguments[0].question
        options = options_of(question, node.parameters[-1])
        return tuple(word_said(field_of(question), option) for option in options) if len(options) > _LISTED_MOST else ()

    def _parameter(self, node: Node, within: Text, unit: str) -> str | None:
        if node.op not in _WITH_TABLE:
            return None
        number = self.law.program.instructions[self.law.index[id(node)]].parameters[0]
        anchor = f"t{number}"
        found = Found(anchor, node, self.law.program.tables[number], within, unit_of(node) or unit)
        self.tables.setdefault(anchor, found)
        return anchor

    def _figure(self, node: Node, unit: str) -> tuple[str, str] | None:
        if node.op is not Op.DATED:
            return None
        rows = self.law.program.tables[self.law.program.instructions[self.law.index[id(node)]].parameters[0]].rows
        return amount(rows[0][2], rows[0][2], unit_of(node) or unit) if len(rows) == 1 else None
