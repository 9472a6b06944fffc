"""What a checker is shown: one function makes it for the preview and for the view, and one document is what both render.

What is not confirmed is not told: neither why, nor what speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from kyosei.evidence.known import Standing, standing
from kyosei.facts.statements import Case, Name
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.sharing.profiles import Predicate, Profile
from kyosei.sharing.work import status_of, work_answer
from kyosei.terms.citations import Provision
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import Examined, examine, find_norm, judge
from kyosei.verdicts.diff import iso_instant
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import ProofNode
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import iso, provision_json

__all__ = ["Answer", "Said", "answer_document", "answer_of"]

_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"
_SPECIAL_PERIOD: Final = "20(6)"
"""The number of the piece of the norm about the special period."""
_SPECIAL_PERIOD_STANDS_IN: Final = (IMMIGRATION_ACT.article(21, 4), IMMIGRATION_ACT.article(20, 6))


@dataclass(frozen=True, slots=True)
class Said:
    """One predicate answered. key: the answer, `not_confirmed` where there is none. last_day: up to which, -1 where it has no end
    or is of the day alone. status: a status of residence that the answer speaks of.
    """

    predicate: Predicate
    key: str
    last_day: int = -1
    status: str | None = None
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is shown. names: of the person, as on record. day, known: about which day, as known when (microseconds)."""

    profile: Profile
    names: tuple[Name, ...]
    day: int
    known: int
    law: str
    said: tuple[Said, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether there is anything to show: without a lawful stay nothing else is said."""
        return self.said[0].key != "not_confirmed"


def answer_of(loaded: Loaded, profile: Profile, case: Case, person: str, names: Sequence[Name], known: int) -> Answer:
    """What a case shows for a profile on the legal day of the instant as of which it is known."""
    day = legal_day(known)
    return Answer(
        profile, tuple(names), day, known, loaded.law.version,
        tuple(_said(loaded, profile, case, person, known, day)),
    )  # fmt: skip


def _said(loaded: Loaded, profile: Profile, case: Case, person: str, known: int, day: int) -> Iterator[Said]:
    examined = None if person not in case.parties else next(iter(examine(loaded, case, known, [person])), None)
    stay = _stay(loaded, examined, day)
    on_record = standing(case, known)
    for predicate in profile.predicates:
        match predicate:
            case Predicate.LAWFUL_STAY:
                yield stay
            case Predicate.MAY_WORK if stay.key != "not_confirmed":
                yield _work(on_record, day)
            case Predicate.STUDENT if stay.key != "not_confirmed":
                yield _student(on_record, day)
            case Predicate.MAY_WORK | Predicate.STUDENT:
                yield Said(predicate, "not_confirmed")
            case _:
                assert_never(predicate)


def _stay(loaded: Loaded, examined: Examined | None, day: int) -> Said:
    norm = find_norm(loaded, _LAWFUL_STAY)
    if examined is None or examined.instances(norm) != 1:
        return Said(Predicate.LAWFUL_STAY, "not_confirmed")
    verdict = judge(examined, norm, 0, day)
    if verdict.state != "met":
        return Said(Predicate.LAWFUL_STAY, "not_confirmed")
    last_day = verdict.until - 1 if is_day(verdict.until) else -1
    pieces = dict(explain(examined, norm, 0, day).pieces)
    holding = [] if "holds" not in pieces else list(_holding(pieces["holds"]))
    if [node.number for node in holding] == [_SPECIAL_PERIOD]:
        return Said(Predicate.LAWFUL_STAY, "special_period", last_day, None, _SPECIAL_PERIOD_STANDS_IN)
    provisions = dict.fromkeys(node.provision for node in holding if node.provision is not None)
    return Said(Predicate.LAWFUL_STAY, "lawful", last_day, None, tuple(provisions))


def _holding(node: ProofNode) -> Iterator[ProofNode]:
    """The topmost pieces with a provision that hold."""
    if node.value.en != "yes":
        return
    if node.provision is not None:
        yield node
        return
    for child in node.children:
        yield from _holding(child)


def _work(on_record: Standing, day: int) -> Said:
    found = work_answer(on_record, day)
    if found is None:
        return Said(Predicate.MAY_WORK, "not_confirmed")
    return Said(Predicate.MAY_WORK, found.key, -1, found.status, (found.provision,))


def _student(on_record: Standing, day: int) -> Said:
    held = status_of(on_record, day)
    if held is None:
        return Said(Predicate.STUDENT, "not_confirmed")
    key = "student" if held.data["status"] == "student" else "another_status"
    return Said(Predicate.STUDENT, key, -1, None, (IMMIGRATION_ACT.article("2-2", 1),))


def answer_document(answer: Answer) -> dict[str, object]:
    """The answer as JSON: what the page, the API and the signed record have alike."""
    return {
        "profile": answer.profile.sort.value,
        "names": [{"script": one.script, "text": one.text} for one in answer.names],
        "on": iso(answer.day), "known": iso_instant(answer.known), "law": answer.law,
        "answers": [_said_document(one) for one in answer.said],
    }  # fmt: skip


def _said_document(said: Said) -> dict[str, object]:
    return {
        "predicate": said.predicate.value, "answer": said.key,
        "last_day": iso(said.last_day) if said.last_day >= 0 else None, "status": said.status,
        "provisions": [provision_json(one) for one in said.provisions],
    }  # fmt: skip
