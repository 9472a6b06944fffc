"""The answer about stay and work, made of what the norms say today and of the record that they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Statement
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.tables.statuses import ResidenceStatusFact, status_named
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text
from kyosei.verdicts.check import Examined
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import Evidence, ProofNode
from kyosei.verdicts.turns import is_coming, is_day, is_open_to_holder, needs_action
from kyosei.verdicts.verdict import Verdict
from kyosei.web.own.looking import Own

__all__ = ["Job", "Reason", "StayShown", "Work", "stay_shown"]

_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"
_TAKE_THE_CARD: Final = "jp.immigration.take-the-card"
_ABOUT_JOBS: Final = ("jp.immigration.work-within-status", "jp.immigration.part-time-hours")
_STATUS: Final = "residence.status"
_PERMISSION: Final = "residence.work_permission"


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of the provision that made the answer, and the records below it. provision: None where the one before has it."""

    text: Text
    provision: Provision | None
    records: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What the status permits. key: of its words; permission: beside it, its scope in words; provision: by what."""

    key: str
    status: Text | None
    permission: Text | None
    provision: Provision


@dataclass(frozen=True, slots=True)
class Job:
    """What the norms about work say today at one employer."""

    employer: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class StayShown:
    """case: names the parties. stay: the answer about the stay; None: no norm speaks of this person. last_day: of the stay as
    far as it is seen now, -1 without end. card_day: the last day of the period of stay on the card, -1 where it has none;
    goes_beyond_card: whether the stay goes on beyond it. card_by: the last day on which the card of a granted application can be
    taken, -1 where none waits: before it is handed over, the permission has no effect.
    """

    case: Case
    person: str
    today: int
    known: int
    number: int
    stay: Verdict | None
    last_day: int
    status: Text | None
    card_day: int
    goes_beyond_card: bool
    card_by: int
    reasons: Sequence[Reason]
    work: Work | None
    jobs: Sequence[Job]
    own_tasks: int
    others_tasks: int


def stay_shown(own: Own) -> StayShown:
    """What the page shows."""
    stay = next((one for one in own.verdicts if one.norm == _LAWFUL_STAY), None)
    held = _status_held(own)
    card_day = held.until_day - 1 if held is not None and is_day(held.until_day) else -1
    met = stay is not None and stay.state == "met"
    tasks = [one for one in own.verdicts if one.bearer is not None and (needs_action(one) or is_coming(one, own.day))]
    last_day = stay.until - 1 if stay is not None and met and is_day(stay.until) else -1
    waits = any(one.norm == _TAKE_THE_CARD and is_open_to_holder(one) for one in own.verdicts)
    mine = sum(1 for one in tasks if one.bearer == own.person)
    return StayShown(
        own.case, own.person, own.day, own.known, own.number, stay, last_day,
        _status_said(held), card_day, met and 0 <= card_day < own.day, last_day if waits else -1,
        tuple(_reasons(own, stay)), _work(own, held) if met else None, tuple(_jobs(own)), mine, len(tasks) - mine,
    )  # fmt: skip


def _status_held(own: Own) -> Statement | None:
    """The status of residence of today, or the last one before."""
    found = [one for one in own.standing.statements if one.kind == _STATUS and one.from_day <= own.day]
    return max(found, key=lambda one: (min(one.until_day, own.day + 1), one.from_day), default=None)


def _status_said(held: Statement | None) -> Text | None:
    slug = None if held is None else held.data.get("status")
    return word_said(f"{_STATUS}.status", slug) if isinstance(slug, str) else None


def _reasons(own: Own, stay: Verdict | None) -> Iterator[Reason]:
    """The pieces of the law that decide the answer, in the order of the provision."""
    examined: Examined | None = own.examined
    if stay is None or examined is None:
        return
    proof = explain(examined, own.visit.portal.norms[_LAWFUL_STAY], stay.instance, own.day)
    holds = next((node for name, node in proof.pieces if name == "holds"), None)
    if holds is not None:
        before: Provision | None = None
        for node in _cited(holds):
            yield Reason(node.text, None if node.provision == before else node.provision, tuple(_records(node)))
            before = node.provision


def _cited(node: ProofNode) -> Iterator[ProofNode]:
    """The pieces that name a provision, down to the ones that it is made of."""
    parts = [child for child in node.children if child.provision is not None]
    if parts or node.provision is not None:
        yield from parts or [node]
        return
    for child in node.children:
        yield from _cited(child)


def _records(node: ProofNode) -> Iterator[Evidence]:
    """The records that a piece stands on, each once."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        piece = waiting.pop()
        waiting += reversed(piece.children)
        for evidence in piece.evidence:
            if evidence.role == "statement" and evidence.id not in seen:
                seen.add(evidence.id)
                yield evidence


def _work(own: Own, held: Statement | None) -> Work | None:
    """What the status permits by art. 19 and the tables of the Act; None where the status is not told."""
    slug = None if held is None else held.data.get("status")
    if not isinstance(slug, str):
        return None
    fact: ResidenceStatusFact = status_named(slug)
    permission = _permission(own, own.day)
    key: str = "permitted" if fact.work == "none" and permission is not None else fact.work
    if key == "none" and held is not None and held.until_day <= own.day and _permission(own, held.until_day - 1):
        key = "unsettled"  # whether a permission goes on with the special period, the law does not say
    beside = key in ("permitted", "unsettled")
    return Work(key, _status_said(held), permission, IMMIGRATION_ACT.article(19, 2 if beside else 1))


def _permission(own: Own, day: int) -> Text | None:
    """The permission to work beside the status that stands on a day, in words."""
    for one in own.standing.statements:
        scope = one.data.get("scope")
        if one.kind == _PERMISSION and one.from_day <= day < one.until_day and isinstance(scope, str):
            return word_said(f"{_PERMISSION}.scope", scope)
    return None


def _jobs(own: Own) -> Iterator[Job]:
    for verdict in own.verdicts:
        if verdict.norm in _ABOUT_JOBS and "employer" in verdict.about:
            yield Job(verdict.about["employer"], verdict)
