"""Why: a walk through a norm's tree on a day, without the branches that cannot matter."""

from __future__ import annotations

from dataclasses import replace

from kyosei.norms.compiler import CompiledNorm
from kyosei.terms.expressions import Node
from kyosei.terms.text import Text
from kyosei.timelines.days import FIRST_DAY
from kyosei.timelines.program import Op, Value
from kyosei.timelines.truth import NO, YES, causes_of
from kyosei.verdicts.check import Examined, judge
from kyosei.verdicts.choice_prose import chosen_from
from kyosei.verdicts.nodes import Cell, Nodes, bears
from kyosei.verdicts.operator_prose import operator_text, opposite
from kyosei.verdicts.piece_prose import field_of, options_of, piece_text, shared_unit
from kyosei.verdicts.proof import Evidence, Proof, ProofNode
from kyosei.verdicts.prose import SIXTIETHS, amount, unit_of
from kyosei.verdicts.state_prose import NO_SAID, YES_SAID
from kyosei.verdicts.testimony import testimony
from kyosei.verdicts.verdict import Verdict

__all__ = ["explain"]

_TRUTHS = {
    YES: YES_SAID,
    NO: NO_SAID,
}
_OWN_UNIT = (Op.MULTIPLY, Op.COUNT, Op.COUNT_WITHIN, Op.RUNNING_COUNT, Op.DAYS_WITHIN, Op.AGE)
"""Numbers that are counted in another unit than the pieces below them."""
_OPEN_TEXT = Text("未確定", "まだ わかりません", "open")


def explain(examined: Examined, norm: CompiledNorm, instance: int, on: int) -> Proof:
    """The proof of a verdict. A duty's trigger is shown on the day it arose, its performance as of the day asked."""
    verdict = judge(examined, norm, instance, on, obligations=norm.latest.kind == "duty")
    version = norm.version_on(on)
    declared = version.norm if version is not None else norm.latest
    nodes = examined.nodes(norm, instance)
    pieces: list[tuple[str, ProofNode]] = []
    if version is not None:
        walker = _Walker(nodes, examined)
        for name, tree in version.pieces.items():
            day = on
            if name == "arises" and verdict.arose >= 0:
                day = _trigger_day(nodes, tree, verdict.arose, on)
            elif name == "performed":
                day = _performance_day(nodes, tree, verdict, on)
            pieces.append((name, walker.walk(tree, day)))
    return Proof(verdict, examined.loaded.law.version, declared.title, declared.says, tuple(pieces))


def _trigger_day(nodes: Nodes, tree: Node, arose: int, on: int) -> int:
    """The day on which the trigger of an obligation shows: the event is dated the day itself or the day before."""
    for day in (arose, arose + 1):
        if nodes.cell(tree, day).tv != NO:
            return day
    return min(arose, on)


def _performance_day(nodes: Nodes, tree: Node, verdict: Verdict, on: int) -> int:
    """The day on which the obligation that decides was performed, or last may have been; else the day asked about.

    What performed an earlier obligation does not show here as the performance of this one.
    """
    for obligation in verdict.obligations or ():
        if (obligation.arose, obligation.due) == (verdict.arose, verdict.due) and 0 <= obligation.performed <= on:
            return obligation.performed
    maybe = [c for c in nodes.cells(tree) if c.is_open and c.from_day <= on and c.until_day > verdict.arose]
    return min(maybe[-1].until_day - 1, on) if maybe else on


class _Walker:
    """Builds proof nodes."""

    def __init__(self, nodes: Nodes, examined: Examined) -> None:
        self.nodes = nodes
        self.examined = examined

    def walk(self, node: Node, day: int, *, unit: str = "", since: int = FIRST_DAY) -> ProofNode:
        """A piece and what it rests on. unit: of a number that has none of its own; since: see `testimony`."""
        cell = self.nodes.cell(node, day)
        label = node.label
        if node.op is Op.NOT and label is None:
            return self._denied(node, cell, day)
        if node.op is Op.SCALE and label is None and unit == SIXTIETHS:
            return self.walk(node.arguments[0], day)
        text = label.text if label is not None else piece_text(node)
        return ProofNode(
            text=text,
            value=self._value(node, cell, unit),
            causes=causes_of(cell.tv) if node.value is not Value.TRUTH or cell.is_open else (),
            provision=label.provision if label is not None else None,
            number=label.number if label is not None else None,
            children=_without_a_mere_all(self._children(node, cell, day, unit)),
            evidence=self._evidence(node, cell, day, since),
        )

    def _denied(self, node: Node, cell: Cell, day: int) -> ProofNode:
        """That a piece is not so, in one line with the piece."""
        piece = self.walk(node.arguments[0], day)
        text = opposite(node.arguments[0], piece.text)
        return replace(piece, text=text, value=self._value(node, cell, ""))

    def _value(self, node: Node, cell: Cell, unit: str) -> Text:
        if node.value is Value.TRUTH:
            return _TRUTHS.get(cell.tv, _OPEN_TEXT)
        if node.value is Value.NUMBER:
            ja, en = amount(cell.lo, cell.hi, unit_of(node) or unit)
            return Text(ja, ja, en)
        if node.value is Value.CHOICE and node.question is not None and node.question.value is not None:
            possible = options_of(node.question, cell.lo)
            if len(possible) > 3:
                return Text("不明", "わかりません", "not known")
            return chosen_from(field_of(node.question), possible)
        return Text("期間ごと", "期間ごと", "by period")

    def _children(self, node: Node, cell: Cell, day: int, unit: str) -> tuple[ProofNode, ...]:
        """The pieces that matter: for a NO of `all` the NOs, for a YES of `any` the YESes, else what is open."""
        if not node.arguments or node.op in (Op.STATE_IS, Op.DUTY):
            return ()
        if node.op in (Op.ANY_OF, Op.EVERY, Op.COUNT, Op.TOTAL):
            return self._instances(node, cell, day)
        if node.op in (Op.AND, Op.OR):
            found: list[ProofNode] = []
            for argument in node.arguments:
                if not bears(node.op, cell.tv, self.nodes.cell(argument, day).tv):
                    continue
                child = self.walk(argument, day)
                same = argument.op is node.op and argument.label is None
                found.extend(child.children if same else (child,))
            return tuple(found)
        if node.op in (Op.AT_LEAST, Op.MORE_THAN):
            shared = shared_unit(node)
            return tuple(self.walk(a, day, unit=shared) for a in node.arguments if a.op is not Op.CONST_NUMBER)
        if node.op in (Op.EVER, Op.SINCE, Op.THROUGHOUT, Op.SHIFT_DAYS, Op.ON_RECORD):
            return self._remembered(node, cell, day)
        if node.op is Op.BEGINS or node.op is Op.ENDS:
            return (self.walk(node.arguments[0], day if node.op is Op.BEGINS else max(day - 1, 0)),)
        since = day - node.parameters[0] + 1 if node.op is Op.TOTAL_WITHIN else FIRST_DAY
        own = "" if node.op in _OWN_UNIT else unit_of(node) or unit
        return tuple(
            self.walk(a, day, unit=own, since=since)
            for a in node.arguments
            if a.op not in (Op.CONST_NUMBER, Op.CONST_TRUTH)
        )

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

    def _evidence(self, node: Node, cell: Cell, day: int, since: int) -> tuple[Evidence, ...]:
        """Who spoke to a leaf. That something is so, its statements show; that nothing else is told adds nothing."""
        if node.question is None:
            return ()
        row = self.nodes.batch.instances
        key = int(row.key[self.nodes.row])
        found = testimony(self.nodes.batch, node.question, self.nodes.parties(), key, day, since)
        stated = tuple(line for line in found if line.role == "statement")
        return stated if stated and node.value is Value.TRUTH and cell.tv == YES else found


def _without_a_mere_all(children: tuple[ProofNode, ...]) -> tuple[ProofNode, ...]:
    """The pieces of an `all of` that is the only child and has nothing of its own to say."""
    if len(children) == 1 and children[0].text == operator_text(Op.AND):
        return children[0].children
    return children
