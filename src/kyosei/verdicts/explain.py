"""Why: a walk through a norm's tree on a day, without the branches that cannot matter."""

from __future__ import annotations

from kyosei.norms.compiler import CompiledNorm
from kyosei.terms.expressions import Node
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value
from kyosei.timelines.truth import NO, YES, causes_of
from kyosei.verdicts.check import Examined, judge
from kyosei.verdicts.nodes import Cell, Nodes
from kyosei.verdicts.proof import Evidence, Proof, ProofNode
from kyosei.verdicts.prose import amount, kind_of, operator_text, question_text, unit_of
from kyosei.verdicts.testimony import testimony

__all__ = ["explain"]

_TRUTHS = {
    YES: Text("はい", "はい", "yes"),
    NO: Text("いいえ", "いいえ", "no"),
}
_OPEN_TEXT = Text("未確定", "まだ わかりません", "open")


def explain(examined: Examined, norm: CompiledNorm, instance: int, on: int) -> Proof:
    """The proof of a verdict. A duty's trigger is shown on the day it arose, its performance as of the day asked."""
    verdict = judge(examined, norm, instance, on, obligations=norm.latest.kind == "duty")
    version = norm.version_on(on)
    declared = version.norm if version is not None else norm.latest
    nodes = Nodes(examined.loaded.law, examined.projected, examined.batch, examined.row_of(norm, instance), instance)
    pieces: list[tuple[str, ProofNode]] = []
    if version is not None:
        walker = _Walker(nodes, examined)
        for name, tree in version.pieces.items():
            day = on
            if name == "arises" and verdict.arose >= 0:
                day = _trigger_day(nodes, tree, verdict.arose, on)
            pieces.append((name, walker.walk(tree, day, name == "performed")))
    return Proof(verdict, examined.loaded.law.version, declared.title, declared.says, tuple(pieces))


def _trigger_day(nodes: Nodes, tree: Node, arose: int, on: int) -> int:
    """The day on which the trigger of an obligation shows: the event is dated the day itself or the day before."""
    for day in (arose, arose + 1):
        if nodes.cell(tree, day).tv != NO:
            return day
    return min(arose, on)


class _Walker:
    """Builds proof nodes. `so_far`: the piece asks whether something happened up to the day, not only on it."""

    def __init__(self, nodes: Nodes, examined: Examined) -> None:
        self.nodes = nodes
        self.examined = examined

    def walk(self, node: Node, day: int, so_far: bool = False) -> ProofNode:
        """A piece and what it rests on."""
        cell = self.nodes.cell(node, day)
        if so_far and cell.tv == NO:
            cell = self._performed(node, day)
        label = node.label
        text = label.text if label is not None else self._text(node)
        return ProofNode(
            text=text,
            value=self._value(node, cell),
            causes=causes_of(cell.tv) if node.value is not Value.TRUTH or cell.is_open else (),
            provision=label.provision if label is not None else None,
            number=label.number if label is not None else None,
            children=self._children(node, cell, day),
            evidence=self._evidence(node, day),
        )

    def _performed(self, node: Node, day: int) -> Cell:
        """The last day up to which an event was not excluded, or the day itself."""
        before = [c for c in self.nodes.cells(node) if c.from_day <= day and c.tv != NO]
        told = [c for c in before if c.tv == YES]
        return told[-1] if told else self.nodes.cell(node, day)

    def _text(self, node: Node) -> Text:
        if node.question is not None:
            return question_text(node.question)
        if node.op in (Op.AT_LEAST, Op.MORE_THAN, Op.IS_IN):
            return self._comparison(node)
        return operator_text(node.op)

    def _comparison(self, node: Node) -> Text:
        if node.op is Op.IS_IN:
            inner = self._text(node.arguments[0])
            options = self._options(node)
            shown = "・".join(options[:5]) + ("…" if len(options) > 5 else "")
            return Text(f"{inner.ja}が{shown}のいずれか" if len(options) > 1 else f"{inner.ja}が{shown}",
                        f"{inner.easy}は {shown}", f"{inner.en} is {shown}")  # fmt: skip
        sign = "≥" if node.op is Op.AT_LEAST else ">"
        unit = next((u for u in map(unit_of, node.arguments) if u), "")
        left, right = (self._side(argument, unit) for argument in node.arguments)
        return Text(f"{left.ja} {sign} {right.ja}", f"{left.easy} {sign} {right.easy}", f"{left.en} {sign} {right.en}")

    def _side(self, node: Node, unit: str) -> Text:
        if node.op is Op.CONST_NUMBER:
            ja, en = amount(node.parameters[0], node.parameters[1], unit)
            return Text(ja, ja, en)
        return node.label.text if node.label is not None else self._text(node)

    def _options(self, node: Node) -> list[str]:
        question = node.arguments[0].question
        if question is None or question.value is None:
            return ["?"]
        options = getattr(kind_of(question).fields[question.value], "options", ())
        mask = node.parameters[0]
        return (["none"] if mask & 1 else []) + [o for i, o in enumerate(options) if mask >> (i + 1) & 1]

    def _value(self, node: Node, cell: Cell) -> Text:
        if node.value is Value.TRUTH:
            return _TRUTHS.get(cell.tv, _OPEN_TEXT)
        if node.value is Value.NUMBER:
            ja, en = amount(cell.lo, cell.hi, unit_of(node))
            return Text(ja, ja, en)
        if node.value is Value.CHOICE and node.question is not None and node.question.value is not None:
            options = getattr(kind_of(node.question).fields[node.question.value], "options", ())
            possible = (["none"] if cell.lo & 1 else []) + [o for i, o in enumerate(options) if cell.lo >> (i + 1) & 1]
            shown = "・".join(possible) if len(possible) <= 3 else "?"
            return Text(shown, shown, shown)
        return Text("計算", "計算", "computed")

    def _children(self, node: Node, cell: Cell, day: int) -> tuple[ProofNode, ...]:
        """The pieces that matter: for a NO of `all` the NOs, for a YES of `any` the YESes, else what is open."""
        if not node.arguments or node.op in (Op.STATE_IS, Op.DUTY):
            return ()
        if node.op in (Op.ANY_OF, Op.EVERY, Op.COUNT, Op.TOTAL):
            return self._instances(node, cell, day)
        if node.op in (Op.AND, Op.OR):
            kept = [(a, self.nodes.cell(a, day)) for a in node.arguments]
            if cell.is_open:
                kept = [(a, c) for a, c in kept if c.is_open]
            elif (node.op is Op.AND) == (cell.tv == NO):
                kept = [(a, c) for a, c in kept if c.tv == cell.tv]
            found: list[ProofNode] = []
            for argument, _ in kept:
                child = self.walk(argument, day)
                same = argument.op is node.op and argument.label is None
                found.extend(child.children if same else (child,))
            return tuple(found)
        if node.op in (Op.AT_LEAST, Op.MORE_THAN):
            return tuple(self.walk(a, day) for a in node.arguments if a.op is not Op.CONST_NUMBER)
        if node.op in (Op.EVER, Op.SINCE, Op.THROUGHOUT, Op.SHIFT_DAYS, Op.ON_RECORD):
            return self._remembered(node, cell, day)
        if node.op is Op.BEGINS or node.op is Op.ENDS:
            return (self.walk(node.arguments[0], day if node.op is Op.BEGINS else max(day - 1, 0)),)
        return tuple(self.walk(a, day) for a in node.arguments if a.op not in (Op.CONST_NUMBER, Op.CONST_TRUTH))

    def _remembered(self, node: Node, cell: Cell, day: int) -> tuple[ProofNode, ...]:
        """What an operator with memory stands on: its piece on the last day that gave it this value."""
        piece = node.arguments[0]
        if node.op is Op.SHIFT_DAYS:
            return (self.walk(piece, max(day - node.parameters[0], 0)),)
        if cell.is_open:
            return tuple(self.walk(argument, day) for argument in node.arguments)
        gave = [c for c in self.nodes.cells(piece) if c.from_day <= day and c.tv == cell.tv]
        when = min(gave[-1].until_day - 1, day) if gave else day
        return (self.walk(piece, when),)

    def _instances(self, node: Node, cell: Cell, day: int) -> tuple[ProofNode, ...]:
        inner, closed = node.arguments
        scope = self.nodes.law.scopes.index(inner.scope)
        found: list[ProofNode] = []
        for instance in range(int(self.nodes.evaluation.counts[0, scope])):
            below = _Walker(self.nodes.at_instance(scope, instance), self.examined)
            value = below.nodes.cell(inner, day)
            if node.value is Value.TRUTH and not cell.is_open and value.tv != cell.tv:
                continue
            if node.value is Value.TRUTH and cell.is_open and not value.is_open:
                continue
            found.append(below.walk(inner, day))
        settled = node.value is Value.TRUTH and not cell.is_open and cell.tv == (YES if node.op is Op.ANY_OF else NO)
        if not settled:
            found.append(self.walk(closed, day))
        return tuple(found)

    def _evidence(self, node: Node, day: int) -> tuple[Evidence, ...]:
        if node.question is None:
            return ()
        row = self.nodes.batch.instances
        key = int(row.key[self.nodes.row])
        return testimony(self.nodes.batch, node.question, self.nodes.parties(), key, day)
