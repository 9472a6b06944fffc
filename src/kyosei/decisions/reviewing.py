"""Reviews a sealed dossier: as known then it must be the same; as known now, what is another, record by record and norm by norm.

What follows from a difference the office decides, in a dossier of its own. Which dossiers rest on a version of a norm that was
found defective is told by their addresses (P17).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.access.requests import Request
from kyosei.cases.book import rulings_until
from kyosei.cases.grounds import Ground
from kyosei.cases.rulings import Ruling, Rulings
from kyosei.decisions.acts import Replayed
from kyosei.decisions.assembling import listed_otherwise
from kyosei.decisions.dossier import Assembled, Dossier
from kyosei.decisions.drafting import Office, Read, look_now
from kyosei.decisions.replaying import replay
from kyosei.decisions.shown import Another, Defective, Review
from kyosei.errors import QuestionError
from kyosei.journal.decided import bases_of
from kyosei.journal.entries import NormActKind
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.expressions import Node
from kyosei.timelines.days import day_from_date

__all__ = ["Reviewing", "defective_dossiers", "norms_behind", "review", "reviewed", "rulings_behind"]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A review with what its looks assembled. then: as known then, None if it cannot be assembled any more; now: as known now,
    under the law of the dossier; present: as known now, under the law as it is now.
    """

    review: Review
    then: Read | None
    now: Read
    present: Read


def review(office_under: Callable[[str | None], Office], request: Request, dossier: Dossier) -> Review:
    """Reviews a dossier, in three looks. office_under: an office under a law version, None: as it is now."""
    return reviewed(office_under, request, dossier).review


def reviewed(office_under: Callable[[str | None], Office], request: Request, dossier: Dossier) -> Reviewing:
    """As `review`, with what was assembled."""
    as_of = dossier.assembled.as_of
    came = replay(office_under, request, dossier)
    if came.came_to is Replayed.LAW_NOT_HERE:
        raise QuestionError(
            f"the law {as_of.law} is not at hand; a dossier is reviewed under the law of its time first"
        )
    office, present = office_under(as_of.law), office_under(None)
    read = look_now(office, request, dossier.assembled, as_listed=True)
    law = present.loaded.law.version
    is_present = law == as_of.law and not listed_otherwise(read.procedure, dossier.assembled)
    later = read if is_present else look_now(present, request, dossier.assembled)
    now = read.assembled
    with office.engine.connect() as connection:
        standing = _standing(connection, now.as_of.position)
    held = _held_by(standing, office.loaded.law, dossier.assembled, as_of.day)
    found = Review(
        came.came_to, came.parts, *_records(dossier.assembled, now), tuple(_others(dossier.assembled, now)),
        as_of.law, law, tuple(_others(now, later.assembled)), held,
    )  # fmt: skip
    return Reviewing(found, came.read, read, later)


def defective_dossiers(
    connection: sa.Connection, law_of: Callable[[str], CompiledLaw], position: int
) -> Iterator[Defective]:
    """Every sealed dossier whose proofs hold a version that is ruled defective, the oldest first; of whom it is not read.

    law_of: a law by its version, or QuestionError; of a dossier under a law that is not at hand nothing is told.
    """
    standing = _standing(connection, position)
    for row in bases_of(connection) if standing else ():
        try:
            law = law_of(row.law)
        except QuestionError:
            continue
        day = day_from_date(row.day)
        held = _rulings_held(standing, law, row.norms, day)
        if held:
            yield Defective(row.dossier, held)


def rulings_behind(connection: sa.Connection, law: CompiledLaw, assembled: Assembled) -> list[Ruling]:
    """The rulings that stand now by which a version of a norm in the proofs is defective: what an officer has to know."""
    standing = _standing(connection, sys.maxsize)
    held = set(_held_by(standing, law, assembled, assembled.as_of.day))
    return [one for one in standing if one.id in held]


def norms_behind(law: CompiledLaw, norm: str, day: int) -> frozenset[str]:
    """A norm and every norm that its version of a day refers to, however far down."""
    compiled = next((one for one in law.norms if one.id == norm), None)
    version = None if compiled is None else compiled.version_on(day)
    found, seen = {norm}, set[int]()
    stack = [] if version is None else list(version.pieces.values())
    while stack:
        node: Node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.label is not None and node.label.norm is not None:
            found.add(node.label.norm)
        stack.extend(node.arguments)
    return frozenset(found)


def _standing(connection: sa.Connection, position: int) -> list[Ruling]:
    rulings = Rulings()
    for one in rulings_until(connection, position):
        rulings.take(one)
    return [one for one in rulings.standing if one.act is NormActKind.DEFECTIVE]


def _held_by(standing: list[Ruling], law: CompiledLaw, assembled: Assembled, day: int) -> tuple[str, ...]:
    return _rulings_held(standing, law, [one.norm for one in assembled.findings], day) if standing else ()


def _rulings_held(standing: Iterable[Ruling], law: CompiledLaw, norms: Iterable[str], day: int) -> tuple[str, ...]:
    behind = {id_ for norm in dict.fromkeys(norms) for id_ in norms_behind(law, norm, day)}
    grounds = [Ground(id_, law.version, day, day) for id_ in sorted(behind)]
    return tuple(one.id for one in standing if any(ground.holds(one, day) for ground in grounds))


def _records(then: Assembled, now: Assembled) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The ids of records that came, that went, and that are disputed since."""
    before, after = {one.id: one for one in then.facts}, {one.id: one for one in now.facts}
    disputed = (id_ for id_, one in after.items() if one.disputed and id_ in before and not before[id_].disputed)
    return (
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(disputed)),
    )


def _others(then: Assembled, now: Assembled) -> Iterator[Another]:
    before = {(one.norm, one.instance): one.state for one in then.findings}
    after = {(one.norm, one.instance): one.state for one in now.findings}
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Another(key[0], before.get(key), after.get(key), key[1])
