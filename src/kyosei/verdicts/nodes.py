"""Looking at single nodes of a kept evaluation: their values on a day, for explanations and needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kyosei.evidence.batch import Batch
from kyosei.norms.compiler import CompiledLaw, CompiledVersion
from kyosei.norms.declare import is_office
from kyosei.terms.expressions import Node
from kyosei.timelines.arena import DAY, TV, Arena
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import Op, State, Value
from kyosei.timelines.truth import NO, OPEN, YES
from kyosei.verdicts.evaluate import Evaluation
from kyosei.verdicts.verdict import Attribution

__all__ = ["Cell", "Nodes", "bears"]


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

    def cells(self, node: Node, from_day: int = 0, until_day: int = NEVER) -> list[Cell]:
        """The timeline of a node, as far as it touches these days."""
        track = self._track(node)
        first = int(track[:, DAY].searchsorted(from_day, "right")) - 1
        end = int(track[:, DAY].searchsorted(until_day, "left"))
        rows: list[list[int]] = track[first : end + 1].tolist()
        ends = [*(row[0] for row in rows[1:]), NEVER]
        return [Cell(day, stop, lo, hi, tv) for (day, lo, hi, tv), stop in zip(rows, ends, strict=True)][: end - first]

    def cell(self, node: Node, day: int) -> Cell:
        """The value of a node on a day."""
        return self.cells(node, day, day + 1)[0]

    def truth(self, node: Node, day: int) -> int:
        """The truth of a node on a day, without a cell around it."""
        track = self._track(node)
        return int(track[track[:, DAY].searchsorted(day, "right") - 1, TV])

    def last(self, node: Node, until_day: int) -> int:
        """The last day up to one on which a node surely holds; nought if there is none."""
        days = [cell for cell in self.cells(node, 0, until_day + 1) if cell.tv & OPEN == YES]
        return min(days[-1].until_day - 1, until_day) if days else 0

    def unsettled(self, node: Node, from_day: int, until_day: int) -> tuple[int, int] | None:
        """From the first to after the last of these days on which a node is not settled; None if it is settled on all."""
        track = self._track(node)
        first = int(track[:, DAY].searchsorted(from_day, "right")) - 1
        rows = track[first : track[:, DAY].searchsorted(until_day, "left")].tolist()
        if node.value is Value.TRUTH:
            places = [place for place, (_, _, _, tv) in enumerate(rows) if tv & OPEN == OPEN]
        elif node.value is Value.CHOICE:
            places = [place for place, (_, _, _, causes) in enumerate(rows) if causes]
        else:
            places = [place for place, (_, lo, hi, _) in enumerate(rows) if lo < hi]
        if not places:
            return None
        following = places[-1] + 1
        return max(rows[places[0]][0], from_day), rows[following][0] if following < len(rows) else until_day

    def _track(self, node: Node) -> Arena:
        """The segments of a node."""
        own = self.instance if not node.scope.is_root else 0
        slot = int(self.evaluation.slot_of[self.law.index[id(node)]]) + own
        start, length = self.evaluation.slots[slot].tolist()
        return self.evaluation.arena[start : start + length]

    def parties(self) -> tuple[int, int, int]:
        """The parties of the instance as numbers."""
        row = self.batch.instances.party[self.row]
        return int(row[0]), int(row[1]), int(row[2])

    def bearer(self, node: Node) -> str | None:
        """Who bears the norm that a node refers to; None if nobody does, or no party of this instance."""
        role = None if node.label is None else node.label.bearer
        if role is None or is_office(role):
            return role
        party = self.parties()[node.scope.parties.index(role)]
        return self.batch.parties[party] if party >= 0 else None

    def attribution(self, version: CompiledVersion, day: int) -> tuple[Attribution, ...]:
        """Whose duty stands behind a NO or OPEN: the bearers of the norms that it refers to and that are not met."""
        found: dict[tuple[str, str], bool] = {}
        seen: set[tuple[int, int, bool]] = set()
        for name, node in version.pieces.items():
            if not name.startswith("figure:") and self._refers(node):
                self._attribute(node, day, True, found, seen)
        return tuple(Attribution(party, norm, failed) for (party, norm), failed in found.items())

    def _refers(self, node: Node) -> bool:
        """Whether a node refers to another norm, or rests on one that does."""
        return self.law.index[id(node)] in self.law.referring

    def _attribute(
        self, node: Node, day: int, now: bool, found: dict[tuple[str, str], bool], seen: set[tuple[int, int, bool]],
    ) -> None:  # fmt: skip
        """`node`: one that refers. `now`: what is above rests on this day alone, so that what bears on it is known. `seen`: the
        instances' nodes that were looked at; equal pieces are one node, and stand in many places.
        """
        key = (self.row, id(node), now)
        if key in seen:
            return
        seen.add(key)
        if node.label is not None and node.label.norm is not None and node.label.bearer is not None:
            tv = self.truth(node, day)
            kept, failed = (YES, NO) if node.parameters[0] & 1 << State.MET else (NO, YES)
            if tv != kept:
                bearer = self.bearer(node)
                if bearer is not None:
                    duty = bearer, node.label.norm
                    found[duty] = found.get(duty, False) or tv == failed
            return
        if node.op in (Op.COUNT, Op.TOTAL):
            return
        sifted = now and node.op in (Op.AND, Op.OR, Op.ANY_OF, Op.EVERY)
        whole = self.truth(node, day) if sifted else OPEN
        for nodes, part in self._parts(node):
            if not sifted or bears(node.op, whole, nodes.truth(part, day)):
                nodes._attribute(part, day, now and (sifted or node.op is Op.NOT), found, seen)

    def _parts(self, node: Node) -> Iterator[tuple[Nodes, Node]]:
        """What a node rests on and refers, of a relation for each of its instances."""
        if node.op not in (Op.ANY_OF, Op.EVERY):
            yield from ((self, argument) for argument in node.arguments if self._refers(argument))
            return
        inner = node.arguments[0]
        if self._refers(inner):
            scope = self.law.scopes.index(inner.scope)
            for instance in range(int(self.evaluation.counts[0, scope])):
                yield self.at_instance(scope, instance), inner


def bears(op: Op, whole: int, part: int) -> bool:
    """Whether a part bears on an `all`, `any`, `every` or `any of`: the NOs of an all that is NO, the YESes of an any that is
    YES, what is open of what is open, and else every part. Truths of one day.
    """
    if whole & OPEN == OPEN:
        return part & OPEN == OPEN
    if (op in (Op.AND, Op.EVERY)) == (whole == NO):
        return part == whole
    return True
