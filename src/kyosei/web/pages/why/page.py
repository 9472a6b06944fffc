"""Why a norm answers as it does about the person: the provision piece by piece, what would settle it, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.cases.texts import HAPPENED, TEXTS
from kyosei.facts.statements import Case
from kyosei.timelines.days import NEVER
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import Proof
from kyosei.verdicts.verdict import Need, Needs, Verdict
from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["WHY"]


@dataclass(frozen=True, slots=True)
class WhyShown:
    """others: further answers of the same norm, about other parties or months. has_text: whether a draft of the
    notice can be had.
    """

    case: Case
    person: str
    today: int
    verdict: Verdict
    proof: Proof
    needs: Sequence[Need]
    others: Sequence[Verdict]
    never: int
    has_text: bool


def _show(visit: Visit) -> Shown | NotHere:
    norm = visit.portal.norms.get(visit.arguments["norm"])
    if norm is None:
        return NotHere()
    own = look_at_own(visit)
    found = own.of_norm(norm)
    wanted = visit.query.get("instance", str(found[0].instance) if found else "")
    verdict = next((one for one in found if str(one.instance) == wanted), None)
    if verdict is None or own.examined is None:
        return NotHere()
    proof = explain(own.examined, norm, verdict.instance, own.day)
    others = [one for one in found if one is not verdict]
    has_text = norm.id in TEXTS and verdict.state in HAPPENED and verdict.bearer == own.person
    return Shown(
        WhyShown(own.case, own.person, own.day, verdict, proof, _leaves(verdict.needs), others, NEVER, has_text)
    )


def _leaves(needs: Needs | Need | None) -> tuple[Need, ...]:
    if needs is None:
        return ()
    return needs.leaves() if isinstance(needs, Needs) else (needs,)


WHY: Final = Page("why", "/why/{norm}", PERSONS, WhyShown, _show)
