"""What would settle an open verdict: which line, from which source, about whom, for which days."""

from __future__ import annotations

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.kinds import Anyone, Authority, Kind, TheParty
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import kind_named
from kyosei.norms.compiler import CompiledNorm, CompiledVersion
from kyosei.terms.expressions import Node
from kyosei.terms.questions import Form, Question
from kyosei.terms.scopes import Scope
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import Op
from kyosei.timelines.truth import JUDGEMENT, LAW
from kyosei.verdicts.nodes import Nodes
from kyosei.verdicts.verdict import Need, Needs, Segment

__all__ = ["needs_of"]

_MOST = 12
Found = Needs | Need | None
About = tuple[tuple[str, str], ...]


def needs_of(
    nodes: Nodes, case: Case, norm: CompiledNorm, version: CompiledVersion | None, segment: Segment, on: int
) -> Found:
    """The and/or tree of what would settle an open verdict."""
    if version is None:
        return _asking(norm.latest.authority, nodes, norm, on)
    seeker = _Seeker(nodes, case, norm, version, on)
    pieces = version.pieces
    if norm.latest.kind == "duty":
        if segment.uncertain or segment.arose < 0:
            return seeker.seek(pieces["arises"], True, max(segment.arose, 0), on + 2) or seeker.ask()
        parts = [seeker.seek(pieces["performed"], True, max(segment.arose, 0), on + 1)]
        if "due" in pieces:
            parts.append(seeker.seek(pieces["due"], True, segment.from_day, segment.from_day + 1))
        return _join(True, parts) or seeker.ask()
    name = "applies" if segment.uncertain else next(n for n in pieces if n != "applies" and not n.startswith("figure:"))
    return seeker.seek(pieces[name], True, on, on + 1) or seeker.ask()


def _asking(authority: str, nodes: Nodes, norm: CompiledNorm, on: int) -> Need:
    row = nodes.parties()
    about = tuple(
        (role, nodes.batch.parties[row[place]])
        for place, role in enumerate(norm.latest.scope.parties)
        if row[place] >= 0
    )
    return Need("assessment.factor", authority, about, on, on + 1)


def _join(every: bool, parts: list[Found]) -> Found:
    """Several as one; one alone is itself; equal ones stand once."""
    flat: dict[Needs | Need, None] = {}
    for part in parts:
        if part is not None:
            flat.update(dict.fromkeys(part.parts if isinstance(part, Needs) and part.every == every else (part,)))
    kept = tuple(flat)[:_MOST]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Needs(every, kept)


class _Seeker:
    """Walks a tree where it is open. `wanted`: whether we look for what makes the node YES (True) or NO.

    Equal pieces are one node and stand in many places, so `sought` keeps what was found.
    """

    def __init__(
        self, nodes: Nodes, case: Case, norm: CompiledNorm, version: CompiledVersion, on: int,
        sought: dict[tuple[int, int, bool, int, int], Found] | None = None,
    ) -> None:  # fmt: skip
        self.nodes = nodes
        self.case = case
        self.norm = norm
        self.version = version
        self.on = on
        self.sought = {} if sought is None else sought

    def ask(self) -> Need:
        """The official who alone can settle it."""
        return _asking(self.version.norm.authority, self.nodes, self.norm, self.on)

    def seek(self, node: Node, wanted: bool, from_day: int, until_day: int) -> Found:
        """The needs of a node over some days; None where it is settled."""
        if from_day >= until_day:
            return None
        key = (self.nodes.row, id(node), wanted, from_day, until_day)
        if key not in self.sought:
            self.sought[key] = self.look(node, wanted, from_day, until_day)
        return self.sought[key]

    def look(self, node: Node, wanted: bool, from_day: int, until_day: int) -> Found:
        """The needs of a node that was not looked at before."""
        unsettled = self.nodes.unsettled(node, from_day, until_day)
        if unsettled is None:
            return None
        begin, end = unsettled
        if node.question is not None:
            return self.leaf(node, node.question, begin, end)
        return self.inner(node, wanted, begin, end)

    def inner(self, node: Node, wanted: bool, begin: int, end: int) -> Found:
        """The needs of a node from those of its arguments."""
        op = node.op
        if op is Op.NOT:
            return self.seek(node.arguments[0], not wanted, begin, end)
        if op in (Op.AND, Op.OR):
            every = (op is Op.AND) == wanted
            return _join(every, [self.seek(argument, wanted, begin, end) for argument in node.arguments])
        if op is Op.DOUBT:
            below = self.seek(node.arguments[0], wanted, begin, end)
            return below if below is not None and not node.parameters[0] & (JUDGEMENT | LAW) else _join(
                True, [below, self.ask()]
            )  # fmt: skip
        if op is Op.EXCUSED:
            return _join(True, [self.seek(a, wanted, begin, end) for a in node.arguments] + [self.ask()])
        if op in (Op.ANY_OF, Op.EVERY, Op.COUNT, Op.TOTAL):
            return self.quantified(node, wanted, begin, end)
        reach = self.reach(node, begin)
        return _join(True, [self.seek(argument, wanted, reach, end) for argument in node.arguments])

    def reach(self, node: Node, begin: int) -> int:
        """The first day that an operator with memory looks back to."""
        op, p = node.op, node.parameters
        if op in (Op.EVER, Op.THROUGHOUT, Op.COUNT_WITHIN):
            return 0 if not p[1] else max(begin - (31 * p[1] if p[0] else p[1] - 1), 0)
        if op in (Op.DAYS_WITHIN, Op.TOTAL_WITHIN):
            return max(begin - p[0] + 1, 0)
        if op in (Op.BEGINS, Op.ENDS):
            return max(begin - 1, 0)
        if op is Op.SHIFT_DAYS:
            return max(begin - p[0], 0) if p[0] > 0 else begin
        if op is Op.SINCE:
            return self.nodes.last(node.arguments[1], begin)
        if op in (Op.CONTINUOUSLY, Op.EACH_MONTH, Op.MONTH_SAMPLE, Op.RUNNING_COUNT, Op.NEXT_WORKING_DAY,
                  Op.ON_RECORD, Op.HELD_IN_ALL):  # fmt: skip
            return 0
        return begin

    def quantified(self, node: Node, wanted: bool, begin: int, end: int) -> Found:
        """The needs of the instances that are open, and of what would close the relation."""
        inner, closed = node.arguments
        scope = self.nodes.law.scopes.index(inner.scope)
        parts: list[Found] = []
        for instance in range(int(self.nodes.evaluation.counts[0, scope])):
            nodes = self.nodes.at_instance(scope, instance)
            below = _Seeker(nodes, self.case, self.norm, self.version, self.on, self.sought)
            parts.append(below.seek(inner, wanted, begin, end))
        parts.append(self.seek(closed, True, begin, end))
        every = node.op in (Op.COUNT, Op.TOTAL) or (node.op is Op.EVERY) == wanted
        return _join(every, parts) or self.another(self.nodes.law.scopes[scope], begin, end)

    def another(self, relation: Scope, begin: int, end: int) -> Found:
        """The line that would tell of an instance of a relation, where nothing says that all are known."""
        told = relation.told_by[0]
        kind = kind_named(told.kind)
        about = ((told.roles[0], self.nodes.batch.parties[self.nodes.parties()[0]]),)
        sources = [
            f"authority:{holder.name}" if isinstance(holder, Authority) else f"unknown:{holder.role}"
            for holder in kind.facts.holders_of(None)
        ]
        return _join(False, [Need(told.kind, source, about, begin, end) for source in sources])

    def leaf(self, node: Node, question: Question, begin: int, end: int) -> Found:
        """One statement or coverage for each holder that could settle the question."""
        parties = self.nodes.parties()
        name = self.nodes.batch.parties
        if question.form is Form.BORN:
            return Need("person.particulars", name[parties[0]], (("person", name[parties[0]]),), 0, NEVER)
        kind = EmploymentRelation if question.kind == EmploymentRelation.facts.name else kind_named(question.kind)
        told = "work.contract" if kind is EmploymentRelation else question.kind
        bound = {
            role.name: parties[at]
            for role, at in zip(kind.facts.roles, question.bound, strict=True)
            if at >= 0 and parties[at] >= 0
        }
        about = tuple((role, name[party]) for role, party in bound.items())
        field = question.value.split(":")[0] if question.value is not None else None
        sources = self.told_by(question, kind, about, field)
        for holder in () if sources else kind.facts.holders_of(field):
            match holder:
                case Authority():
                    sources.append(f"authority:{holder.name}")
                case TheParty():
                    sources.append(name[bound[holder.role]] if holder.role in bound else f"unknown:{holder.role}")
                case Anyone():
                    sources.append(f"unknown:{holder.role}")
        if kind is EmploymentRelation:
            sources = sources[:1]
        return _join(False, [Need(told, source, about, begin, end) for source in sources])

    def told_by(self, question: Question, kind: type[Kind], about: About, field: str | None) -> list[str]:
        """Where any of several offices could answer: those that have told of this very instance, if there are any."""
        open_roles = {holder.role for holder in kind.facts.holders_of(field) if isinstance(holder, Anyone)}
        if not open_roles:
            return []
        batch = self.nodes.batch
        key = int(batch.instances.key[self.nodes.row])
        found: dict[str, None] = {}
        for s in batch.standing.statements:
            same = s.kind == question.kind and all(s.about.get(role) == party for role, party in about)
            if same and (not question.at_key or s.from_day == key):
                record = self.case.parties.get(s.source)
                if open_roles & set(record.roles if record is not None else (s.source.split(":", maxsplit=1)[0],)):
                    found[s.source] = None
        return list(found)
