"""What keeps a piece of a norm from being so on a day: the pieces below it, each with its provision, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Label, Node
from kyosei.terms.questions import Form
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, State, Value
from kyosei.timelines.truth import NO, OPEN, YES, causes_of
from kyosei.verdicts.nodes import Nodes
from kyosei.verdicts.piece_prose import piece_text
from kyosei.verdicts.prose import kind_of

__all__ = ["DutyState", "Place", "alternatives_of", "obstacles"]

DutyState = Literal["not_done", "late", "not_told"]
_SAYS_ITSELF = (Op.IS_IN, Op.AT_LEAST, Op.MORE_THAN)


@dataclass(frozen=True, slots=True)
class Place:
    """A piece that is not as wanted. tv: its truth, or that of the doubt about it; own: its truth. named: the item of the law
    that it is under.

    since: of a stretch of time that is not long enough, the day from which it has gone on; else -1.
    """

    node: Node
    nodes: Nodes
    wanted: bool
    tv: int
    own: int
    named: Label | None
    since: int = -1

    @property
    def is_open(self) -> bool:
        """Whether an answer or a judgement could still make it as wanted."""
        return self.tv & OPEN == OPEN

    @property
    def causes(self) -> tuple[str, ...]:
        """Why it is open."""
        return causes_of(self.tv) if self.is_open else ()

    @property
    def label(self) -> Label | None:
        """Its own label, or that of the item it is under."""
        return self.node.label or self.named

    @property
    def provision(self) -> Provision | None:
        """Where it stands in the law; of a stretch of time, where what must last stands."""
        below = self.node.arguments[0].label if self.is_time else None
        own = self.node.label or below
        found = own.provision if own is not None else None
        return found or (self.named.provision if self.named is not None else None)

    @property
    def number(self) -> str | None:
        """The item's number."""
        return None if self.label is None else self.label.number

    @property
    def norm(self) -> str | None:
        """The other norm whose result it is."""
        return None if self.node.label is None else self.node.label.norm

    @property
    def duty(self) -> DutyState | None:
        """How the duty stands that the other norm is; whether it was done, perhaps nobody has told."""
        if self.norm is None:
            return None
        if self.own & OPEN == OPEN:
            return "not_told"
        return "not_done" if self.node.parameters[0] >> State.BREACHED & 1 else "late"

    @property
    def bearer(self) -> str | None:
        """The party whose duty that other norm is."""
        return self.nodes.bearer(self.node)

    @property
    def key(self) -> int:
        """The month or day of the instance, or -1."""
        return int(self.nodes.batch.instances.key[self.nodes.row])

    @property
    def is_time(self) -> bool:
        """Whether it holds and only has not lasted long enough."""
        return self.node.op is Op.THROUGHOUT and self.node.label is None and self.since >= 0

    @property
    def is_plain(self) -> bool:
        """Whether it says less to a reader than the item of the law that it is under."""
        return self.node.label is None and not self.is_time

    @property
    def text(self) -> Text:
        """What is lacking, in words."""
        if self.node.label is not None:
            return self.node.label.text
        if self.is_time:
            what = self.node.arguments[0]
            if what.label is not None or _says_itself(what):
                said = piece_text(what) if what.label is None else what.label.text
                return _lasting(said, self.node)
        if self.named is not None:
            return self.named.text
        return _leaf_text(self.node)


def obstacles(nodes: Nodes, node: Node, wanted: bool, day: int) -> tuple[Place, ...]:
    """The pieces below a node because of which it is not as wanted on a day; none if it is."""
    found: dict[object, Place] = {}
    for place in _search(nodes, node, wanted, day, None):
        found.setdefault((place.text, place.provision, place.norm, place.bearer, place.key), place)
    return tuple(found.values())


def alternatives_of(node: Node) -> tuple[Node, ...]:
    """The branches of the first `any of` whose branches are items of the law, each of which alone would be enough."""
    if node.op is Op.OR:
        branches = tuple(_flat(node))
        if sum(branch.label is not None for branch in branches) > 1:
            return branches
    if node.op is Op.AND:
        return next(filter(None, map(alternatives_of, node.arguments)), ())
    return ()


def _flat(node: Node) -> Iterator[Node]:
    for argument in node.arguments:
        if argument.op is Op.OR and argument.label is None:
            yield from _flat(argument)
        else:
            yield argument


def _search(nodes: Nodes, node: Node, wanted: bool, day: int, named: Label | None) -> list[Place]:
    tv = nodes.cell(node, day).tv
    if tv == (YES if wanted else NO):
        return []
    here = Place(node, nodes, wanted, tv, tv, named)
    label = node.label
    if label is not None and label.norm is not None:
        return [here]
    found = _below(here, day, label or named)
    if label is None:
        return found or [here]
    if all(place.is_plain for place in found):
        return [here]
    return found


def _below(here: Place, day: int, named: Label | None) -> list[Place]:
    """The pieces under a place; empty if it is best named itself."""
    nodes, node, wanted = here.nodes, here.node, here.wanted
    match node.op:
        case Op.NOT:
            return _search(nodes, node.arguments[0], not wanted, day, named)
        case Op.AND | Op.OR:
            if (node.op is Op.AND) == wanted:
                return _each(nodes, node.arguments, wanted, day, named)
            return _either(here, day, named)
        case Op.DOUBT:
            below = _search(nodes, node.arguments[0], False, day, named)
            return [place if place.is_open else replace(place, tv=here.tv) for place in below]
        case Op.EXCUSED:
            return _each(nodes, node.arguments[:1], wanted, day, named)
        case Op.ANY_OF | Op.EVERY:
            return _instances(here, day, named)
        case Op.THROUGHOUT if wanted:
            return _lasted(here, day, named)
        case Op.SINCE if wanted:
            return _search(nodes, node.arguments[0], True, day, named)
        case _:
            return []


def _each(nodes: Nodes, arguments: tuple[Node, ...] | list[Node], wanted: bool, day: int,
          named: Label | None) -> list[Place]:  # fmt: skip
    return [place for argument in arguments for place in _search(nodes, argument, wanted, day, named)]


def _either(here: Place, day: int, named: Label | None) -> list[Place]:
    """Where any one piece would change it: those that are open. Of pieces that all hold and should not together, the duties
    of others among them; of pieces that are all lacking there is none to name before the others.
    """
    nodes, node, wanted = here.nodes, here.node, here.wanted
    if here.is_open:
        maybe = [argument for argument in node.arguments if nodes.cell(argument, day).tv & OPEN == OPEN]
        return _each(nodes, maybe, wanted, day, named)
    if wanted:
        return []
    found = _each(nodes, node.arguments, wanted, day, named)
    return [place for place in found if place.norm is not None] or found


def _instances(here: Place, day: int, named: Label | None) -> list[Place]:
    """The instances that stand in the way, and that perhaps not all of them are known."""
    nodes, node, wanted = here.nodes, here.node, here.wanted
    if (node.op is Op.ANY_OF) == wanted and not here.is_open:
        return []
    inner, closed = node.arguments
    scope = nodes.law.scopes.index(inner.scope)
    found: list[Place] = []
    for instance in range(int(nodes.evaluation.counts[0, scope])):
        below = nodes.at_instance(scope, instance)
        if here.is_open and (node.op is Op.ANY_OF) == wanted and below.cell(inner, day).tv & OPEN != OPEN:
            continue
        found.extend(_search(below, inner, wanted, day, named))
    if here.is_open:
        found.extend(_search(nodes, closed, True, day, named))
    return found


def _lasted(here: Place, day: int, named: Label | None) -> list[Place]:
    """Of a stretch of time: what does not hold now, or else since when it has."""
    inner = here.node.arguments[0]
    now = _search(here.nodes, inner, True, day, named)
    if now:
        return now
    cells = here.nodes.cells(inner)
    since = day
    for cell in reversed([cell for cell in cells if cell.from_day <= day]):
        if cell.tv != YES:
            break
        since = cell.from_day
    return [replace(here, named=named, since=since)]


def _says_itself(node: Node) -> bool:
    return node.question is not None or node.op in _SAYS_ITSELF


def _leaf_text(node: Node) -> Text:
    """The words of the first piece below that has any of its own."""
    while node.label is None and not _says_itself(node) and node.arguments:
        if node.arguments[0].value is not Value.TRUTH:
            break
        node = node.arguments[0]
    if node.question is not None and node.question.form is Form.COVERED:
        facts = kind_of(node.question).facts
        return Text(f"{facts.title_ja}の記録がすべて揃うこと", f"{facts.title_ja}の 記録が ぜんぶ あること",
                    f"all records of this sort: {facts.title_en}")  # fmt: skip
    return piece_text(node) if node.label is None else node.label.text


def _lasting(what: Text, window: Node) -> Text:
    """Something that must go on for so long."""
    by_months, size, *_ = window.parameters
    if not size:
        return Text(f"{what.ja}（当初から）", f"{what.easy}（はじめから ずっと）", f"{what.en}, from the beginning")
    if by_months and size % 12 == 0:
        years = size // 12
        return Text(f"{what.ja}（引き続き{years}年）", f"{what.easy}（つづけて {years}年）",
                    f"{what.en}, for {years} year{'' if years == 1 else 's'} without a break")  # fmt: skip
    unit_ja, unit_en = ("か月", "month") if by_months else ("日", "day")
    return Text(f"{what.ja}（引き続き{size}{unit_ja}）", f"{what.easy}（つづけて {size}{unit_ja}）",
                f"{what.en}, for {size} {unit_en}{'' if size == 1 else 's'} without a break")  # fmt: skip
