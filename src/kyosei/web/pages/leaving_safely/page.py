"""Leaving a job safely: for a planned last day, what ends, what stays, what is due by when, who does it, and which rights begin.

The day is asked with a form that is posted, so that it stands in no address and no history of a browser. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.cases.supposed import JobEnds, jobs_on
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary.housing import HomeProvided
from kyosei.facts.vocabulary.labour import WorkTermination
from kyosei.facts.vocabulary.support import SupportEngagement
from kyosei.norms.forms import Right
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.turns import is_open_to_holder
from kyosei.web.institution.forms import read_day_written
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.supposing import FOR_GOOD, Compared, compared
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.speech import Speech
from kyosei.web.visit import Shown, Visit
from kyosei.web.words import say_beside

__all__ = ["LEAVING_SAFELY"]

_FURTHEST: Final = 366
"""As many days from today on a last day may be: law and records do not reach further."""
_HOUSING: Final = "jp.residence.right-to-housing-support"
_INITIATIVES: Final = ("worker", "employer", "agreement", "expiry")


@dataclass(frozen=True, slots=True)
class LeavingSafelyShown:
    """employers: id and name of those with a contract today. chosen, initiative, written: what was sent. wrong: the key of what
    is to be written again, empty without one. last_day: -1 while nothing is asked.

    found: the two lives; None while nothing is asked. homes: that the employer provides, by its own record. supporters: who
    support the person now. housing: how to get help to find a home, if the right to it stands.
    """

    case: Case
    employers: Sequence[tuple[str, str]]
    initiatives: Sequence[tuple[str, str]]
    chosen: str
    initiative: str
    written: str
    wrong: str
    last_day: int
    found: Compared | None
    homes: Sequence[Statement]
    supporters: Sequence[str]
    housing: Text | None
    told: Callable[..., str]


def _shown(visit: Visit) -> Shown:
    own = look_at_own(visit)
    jobs = jobs_on(own.case, own.standing.statements, own.person, own.day)
    speech = Speech(visit.tongue, visit.portal.norms, own.case)
    employers = [(one.about["employer"], speech.party(one.about["employer"])) for one in jobs]
    only = employers[0][0] if len(employers) == 1 else ""
    chosen, written = visit.form.get("employer", only), visit.form.get("last", "").strip()
    initiative = visit.form.get("initiative", "")
    day, wrong = _last_day(own, jobs, chosen, written)
    found = None
    if day >= 0 and not wrong:
        ends = JobEnds(chosen, day, initiative if initiative in _INITIATIVES else None, day + FOR_GOOD)
        found = compared(own, [ends], day)
    return Shown(LeavingSafelyShown(
        own.case if found is None else found.case, employers, _initiatives(visit), chosen, initiative, written, wrong,
        day, found, _homes(own, chosen), _supporters(own), _housing(own),
        say_beside("components/compared", visit.tongue),
    ))  # fmt: skip


def _last_day(own: Own, jobs: Sequence[Statement], chosen: str, written: str) -> tuple[int, str]:
    """The day that is asked about, -1 for none; and what of the form is to be written again."""
    if not own.visit.form:
        return -1, ""
    if chosen not in {one.about["employer"] for one in jobs}:
        return -1, "not_an_employer"
    read = read_day_written(written)
    day = -1 if read is None else day_from_date(read)
    return (day, "") if 0 <= day - own.day <= _FURTHEST else (-1, "not_a_day")


def _initiatives(visit: Visit) -> Sequence[tuple[str, str]]:
    field = f"{WorkTermination.facts.name}.initiative"
    return [(one, word_said(field, one).said_in(visit.language)) for one in _INITIATIVES]


def _standing(own: Own, kind: str) -> Sequence[Statement]:
    return [
        one for one in own.standing.statements
        if one.kind == kind and own.person in one.about.values() and one.from_day <= own.day < one.until_day
    ]  # fmt: skip


def _homes(own: Own, employer: str) -> Sequence[Statement]:
    found = _standing(own, HomeProvided.facts.name)
    return [one for one in found if one.about.get("employer") == employer and one.source == employer]


def _supporters(own: Own) -> Sequence[str]:
    found = (one.about.get("supporter") for one in _standing(own, SupportEngagement.facts.name))
    return list(dict.fromkeys(one for one in found if one is not None))


def _housing(own: Own) -> Text | None:
    """How to ask for help to find a home, where that right stands today."""
    for verdict in own.of_norm(own.visit.portal.norms[_HOUSING]):
        body = own.visit.portal.norms[_HOUSING].latest.body
        if isinstance(body, Right) and is_open_to_holder(verdict):
            return body.how
    return None


LEAVING_SAFELY: Final = Page(
    "leaving_safely", "/leaving-safely", PERSONS, LeavingSafelyShown, _shown, _shown
)  # fmt: skip
