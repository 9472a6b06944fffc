"""What would happen if: somebody changed the job, worked other hours or moved; the present and the changed life side by side.

What is asked is posted, evaluated and forgotten. What would not be permitted is said so; nothing is advised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.cases.supposed import jobs_on
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.verdicts import plan_words
from kyosei.verdicts.names import party_called
from kyosei.verdicts.outlook import Days
from kyosei.verdicts.plan import plan
from kyosei.verdicts.plan_prose import PlanProse
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.records import kind_title
from kyosei.web.own.supposing import Compared, compared
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.pages.what_if.asking import FIELDS, present_of, read_change
from kyosei.web.pages.what_if.lives import Lives, lives_of
from kyosei.web.speech import Speech
from kyosei.web.visit import Shown, Visit
from kyosei.web.words import say_beside

__all__ = ["WHAT_IF"]

_GOAL: Final = "permanent-residence"


@dataclass(frozen=True, slots=True)
class WhatIfShown:
    """offered: what can be supposed of what is on record. sort: what is; empty while nothing is chosen. inputs: its fields. form:
    what was written; wrong: the inputs to be written again. employers: id and name of those with a job today. day: the first of
    the changed life. found, lives: None while nothing is asked. way: what of permanent residence, and from when in the present
    and in the changed life.
    """

    case: Case
    offered: Sequence[str]
    sort: str
    inputs: Sequence[str]
    form: Mapping[str, str]
    wrong: frozenset[str]
    employers: Sequence[tuple[str, str]]
    day: int
    found: Compared | None
    lives: Lives | None
    way: Sequence[tuple[Text, str, str]]
    told: Callable[..., str]


def _shown(visit: Visit) -> Shown:
    own = look_at_own(visit)
    speech = Speech(visit.tongue, visit.portal.norms, own.case)
    jobs = jobs_on(own.case, own.standing.statements, own.person, own.day)
    employers = [(one.about["employer"], speech.party(one.about["employer"])) for one in jobs]
    present = present_of(own, [id_ for id_, _ in employers])
    sort = next((one for one in present.sorts if one == visit.form.get("sort")), None)
    written = {
        name: visit.form.get(name, "") for name in ("day", "leaves", "employer", "same_work", "hours", "wage", "days")
    }
    wrong: frozenset[str] = frozenset()
    found, lives, day = None, None, -1
    way: Sequence[tuple[Text, str, str]] = ()
    if sort is not None and visit.form.get("step") == "ask":
        read = read_change(sort, visit.form, present)
        wrong, day = read.wrong, read.day
        if read.changes and own.person in own.case.parties:
            found = compared(own, read.changes, day - 1)
        if found is not None:
            lives, way = lives_of(own, found, day), _way(own, found.case)
    chosen, inputs = ("", ()) if sort is None else (sort.value, FIELDS[sort])
    return Shown(WhatIfShown(
        own.case if found is None else found.case, present.sorts, chosen, inputs, written, wrong, employers, day, found, lives,
        way, say_beside("components/compared", visit.tongue),
    ))  # fmt: skip


def _way(own: Own, changed: Case) -> Sequence[tuple[Text, str, str]]:
    """From when the requirements of permanent residence would be met, by the records and if the stay is prolonged."""
    (was, before), (now, after) = _outlook(own, own.case), _outlook(own, changed)
    rows = (
        (plan_words.ALL_MET, before.met, after.met),
        (plan_words.BY_RECORDS, before.by_records, after.by_records),
        (plan_words.NOT_LACKING, before.not_lacking, after.not_lacking),
    )
    return [(title, was.stretch(one), now.stretch(other)) for title, one, other in rows]


def _outlook(own: Own, case: Case) -> tuple[PlanProse, Days]:
    visit, language = own.visit, own.visit.language
    found = plan(visit.portal.loaded, case, goal=_GOAL, about=own.person, on=own.day, known=own.known)
    prose = PlanProse(
        found, language, visit.portal.loaded.law,
        lambda party: party_called(party, case, language), lambda kind: kind_title(kind).said_in(language),
    )  # fmt: skip
    return prose, found.outlook.if_renewed or found.outlook.recorded


WHAT_IF: Final = Page("what_if", "/what-if", PERSONS, WhatIfShown, _shown, _shown, in_menu=True)
