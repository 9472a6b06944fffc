"""The way to permanent residence. What others have to do for it stands apart from what the person does (P06)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.verdicts import plan_words as words
from kyosei.verdicts.names import party_called
from kyosei.verdicts.outlook import Days
from kyosei.verdicts.plan import plan
from kyosei.verdicts.plan_prose import PlanProse
from kyosei.verdicts.planned import Step
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.records import kind_title
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["WAY"]

_GOAL: Final = "permanent-residence"


def _is_judged(step: Step) -> bool:
    return step.verdict.causes == ("judgement",)


_GROUPS: Final[Sequence[tuple[str, str, Callable[[Step], bool]]]] = (
    ("not_yet", "plain", lambda step: step.verdict.state == "unmet"),
    ("unanswered", "open", lambda step: step.verdict.state == "open" and not _is_judged(step)),
    ("judged", "open", _is_judged),
    ("met", "fine", lambda step: step.verdict.state == "met"),
    ("not_asked_of_you", "plain", lambda step: step.verdict.state == "not_applicable"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements that stand in one way. tone: of the word for it."""

    stands: str
    tone: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class WayShown:
    """prose: says the plan; None: nothing is on record. days, renewed: what, and from when; `renewed` only on the assumption
    that the stay is prolonged, which `assumed` says.
    """

    case: Case
    prose: PlanProse | None
    today: int
    days: Sequence[tuple[Text, str]]
    assumed: str
    renewed: Sequence[tuple[Text, str]]
    groups: Sequence[Group]
    mine: Sequence[str]
    theirs: Sequence[tuple[str, Sequence[str]]]


def way_shown(own: Own) -> WayShown:
    """What the page shows."""
    if own.person not in own.case.parties:
        return WayShown(own.case, None, own.day, (), "", (), (), (), ())
    visit = own.visit
    language = visit.language
    found = plan(visit.portal.loaded, own.case, goal=_GOAL, about=own.person, on=own.day, known=own.known)
    prose = PlanProse(
        found, language, visit.portal.loaded.law,
        lambda party: party_called(party, own.case, language), lambda kind: kind_title(kind).said_in(language),
    )  # fmt: skip
    turns = prose.turns()
    outlook = found.outlook
    renewed = outlook.if_renewed if outlook.if_renewed != outlook.recorded else None
    groups = [Group(stands, tone, [one for one in found.steps if belongs(one)]) for stands, tone, belongs in _GROUPS]
    return WayShown(
        own.case, prose, own.day, _three(prose, prose.as_recorded()),
        prose.if_renewed() if renewed is not None else "", () if renewed is None else _three(prose, renewed),
        [group for group in groups if group.steps], [*turns.get(own.person, ()), *prose.timed()],
        [(party, things) for party, things in turns.items() if party != own.person],
    )  # fmt: skip


def _three(prose: PlanProse, days: Days) -> Sequence[tuple[Text, str]]:
    return (
        (words.ALL_MET, prose.stretch(days.met)),
        (words.BY_RECORDS, prose.stretch(days.by_records)),
        (words.NOT_LACKING, prose.stretch(days.not_lacking)),
    )


def _show(visit: Visit) -> Shown:
    return Shown(way_shown(look_at_own(visit)))


WAY: Final = Page("way", "/permanent-residence", PERSONS, WayShown, _show, in_menu=True)
