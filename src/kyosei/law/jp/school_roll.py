"""Has the school told the immigration office whom it accepted, and who is on its roll on 1 May and 1 November?

Other organisations that accept somebody endeavour to tell the office as well (art. 19-17), unless they owe the notice of the
Labour Measures Act about an employed person: what is left are those without a contract of employment, of which no record
tells. That a school has to watch over attendance, work and learning is a criterion of the school (landing criteria, row on
students).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import STUDY, Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.immigration import AffiliationNotice
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.permitted_work import is_student
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, at_once
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import all_of, begins, dated, heads, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "report_accepted", "report_roll"]

_ROLL_YEARS = range(2012, 2051)
"""The days of the roll are listed; long before the list ends, the norm has come up for review."""
_of_the_school = partial(
    duty,
    IMMIGRATION_ACT.article("19-17"),
    IMMIGRATION_RULES.article("19-16", 2),
    IMMIGRATION_RULES.article("app:別表第三の四"),
    bearer="school",
    protects="person",
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
"""Duties of effort: the Regulations name fourteen days, but no day makes a breach of them."""


def _received(study: Study, event: str) -> Cond:
    notice = AffiliationNotice.at(organisation=study.school, person=study.student)
    return notice.where(AffiliationNotice.event.is_(event)).happened(key="event_on")


def _day_of_the_roll() -> Cond:
    """1 May and 1 November of every year."""
    rows = [(date(1900, 1, 1), 0)]
    for year in _ROLL_YEARS:
        for month in (5, 11):
            rows += [(date(year, month, 1), 1), (date(year, month, 2), 0)]
    return item(
        None,
        Text("5月1日・11月1日", "5月1日と 11月1日", "1 May and 1 November"),
        dated(STUDY, Heads, rows) >= heads(1, STUDY),
        IMMIGRATION_RULES.article("app:別表第三の四"),
    )


@_of_the_school(
    id="jp.education.school-notice-accepted",
    title=Text(
        "学校による受入れ開始の届出（努力義務、14日以内）",
        "学校は 学生が 入った ことを 入管に 言います（14日以内）",
        "The school tells the immigration office that it accepted a student (effort, within 14 days)",
    ),
)
def report_accepted(study: Study) -> Duty:
    """A school endeavours to tell the immigration office within fourteen days that it has accepted a student. The student's own
    notice on changing schools is another norm.
    """
    return Duty(
        arises=all_of(begins(StudyEnrolment.at(study).holds()), is_student(study.person)),
        performed=_received(study, "accepted"),
        due=at_once(),
        matched_by_day=True,
    )


@_of_the_school(
    id="jp.education.school-roll",
    title=Text(
        "5月1日・11月1日の在籍者の届出（努力義務、14日以内）",
        "学校は 5月1日と 11月1日に いる 学生を 入管に 言います（14日以内）",
        "The school tells the immigration office who is on its roll on 1 May and 1 November (effort, within 14 days)",
    ),
)
def report_roll(study: Study) -> Duty:
    """A school endeavours to tell the immigration office within fourteen days which students it has on 1 May and 1 November."""
    return Duty(
        arises=all_of(_day_of_the_roll(), StudyEnrolment.at(study).holds(), is_student(study.person)),
        performed=_received(study, "on_roll"),
        due=at_once(),
        matched_by_day=True,
    )


NORMS = (report_accepted, report_roll)
