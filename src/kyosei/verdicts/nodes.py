"""Looking at single nodes of a kept evaluation: their values on a day, for explanations and needs."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.evidence.batch import Batch
from kyosei.norms.compiler import CompiledLaw, CompiledVersion
from kyosei.terms.expressions import Node
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import Op
from kyosei.timelines.truth import NO, OPEN
from kyosei.verdicts.evaluate import Evaluation
from kyosei.verdicts.verdict import Attribution

__all__ = ["Cell", "Nodes"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a node on a stretch of days."""

    from_day: int
    until_day: int
    lo: int
    hi: int
    tv: int

    @property
    def is_open(self) -> bool:
        """Whether a truth is open."""
        return self.tv & OPEN == OPEN


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of one instance of one norm. `row`: the instance in the batch; `instance`: its number in its scope."""

    law: CompiledLaw
    evaluation: Evaluation
    batch: Batch
    row: int
    instance: int

    def at_instance(self, scope_number: int, instance: int) -> Nodes:
        """The same for another instance, of a relation that a quantifier goes down to."""
        subject = int(self.batch.instances.party[self.row][0])
        row = int(self.batch.instances.first[subject, scope_number]) + instance
        return Nodes(self.law, self.evaluation, self.batch, row, instance)

    def cells(self, node: Node) -> list[Cell]:
        """The whole timeline of a node."""
        place = self.law.index[id(node)]
        own = self.instance if not node.scope.is_root else 0
        slot = int(self.evaluation.slot_of[place]) + own
        start, length = self.evaluation.slots[slot].tolist()
        rows: list[list[int]] = self.evaluation.arena[start : start + length].tolist()
        ends = [*(row[0] for row in rows[1:]), NEVER]
        return [Cell(day, end, lo, hi, tv) for (day, lo, hi, tv), end in zip(rows, ends, strict=True)]

    def cell(self, node: Node, day: int) -> Cell:
        """The value of a node on a day."""
        for cell in self.cells(node):
            if cell.from_day <= day < cell.until_day:
                return cell
        return self.cells(node)[-1]

    def parties(self) -> tuple[int, int, int]:
        """The parties of the instance as numbers."""
        row = self.batch.instances.party[self.row]
        return int(row[0]), int(row[1]), int(row[2])

    def attribution(self, version: CompiledVersion, day: int) -> tuple[Attribution, ...]:
        """Whose duty stands behind a NO or OPEN: the bearers of the norms that it refers to and that are not met."""
        found: dict[Attribution, None] = {}
        for name, node in version.pieces.items():
            if not name.startswith("figure:"):
                self._attribute(node, day, found)
        return tuple(found)

    def _attribute(self, node: Node, day: int, found: dict[Attribution, None]) -> None:
        if node.label is not None and node.label.norm is not None and node.label.bearer is not None:
            tv = self.cell(node, day).tv
            if tv != NO:
                roles = node.scope.parties
                party = self.parties()[roles.index(node.label.bearer)]
                if party >= 0:
                    found[Attribution(self.batch.parties[party], node.label.norm)] = None
            return
        if node.op in (Op.COUNT, Op.TOTAL):
            return
        if node.op in (Op.ANY_OF, Op.EVERY):
            inner = node.arguments[0]
            scope = self.law.scopes.index(inner.scope)
            for instance in range(int(self.evaluation.counts[0, scope])):
                self.at_instance(scope, instance)._attribute(inner, day, found)
            return
        for argument in node.arguments:
            self._attribute(argument, day, found)
