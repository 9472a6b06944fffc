"""Is the student enrolled and attending, and has the school told the immigration office of whoever left?

Whether low attendance was reported is another norm (`attendance_report`). A language school also reports whoever left it by the
end of the next month (notice standard for Japanese language schools, item 38): no record tells of that report, so only the
notice of article 19-17 is asked for here. That below 80 per cent it counsels the student, and below 70 is struck off the list,
is knowledge and no norm.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.fields import Percent
from kyosei.facts.scopes import STUDY, Person, Study
from kyosei.facts.vocabulary.education import StudyAttendance, StudyEnrolment
from kyosei.facts.vocabulary.immigration import AffiliationNotice
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES, LANDING_CRITERIA
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, requirement, since_day, status
from kyosei.norms.forms import Duty, Requirement, Status, at_once
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_of, dated, ends, item, shifted
from kyosei.terms.text import Text

__all__ = ["NORMS", "attendance_at_least_half", "attending", "report_left"]

_READ_ON = date(2026, 11, 21)
_HALF = dated(STUDY, Percent, [(date(1990, 6, 1), 5000)])


def _student(person: Person) -> Cond:
    """Stays as a student, or waits for the next stay after one as a student."""
    return item(
        None,
        Text("在留資格「留学」", "在留資格は 留学です", "status Student"),
        keeps_status(person, ("student",)),
        IMMIGRATION_ACT.article("app:別表第一"),
    )


def _enrolled(study: Study) -> Cond:
    """Enrolled at the school and not on leave, as far as a leave is on record."""
    enrolment = StudyEnrolment.at(study)
    return enrolment.holds().unless(told(enrolment.where(StudyEnrolment.on_leave).holds()))


@requirement(
    IMMIGRATION_ACT.article("22-4", 1, "5"),
    IMMIGRATION_ACT.article("22-4", 1, "6"),
    id="jp.education.attending",
    title=Text(
        "留学の活動（在学）",
        "留学の 人は 学校に 入って います",
        "A student is enrolled at a school",
    ),
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    authority="authority:isa",
)
def attending(person: Person) -> Requirement:
    """Who stays as a student is enrolled at a school and not on leave.

    Without it the stay does not end: it can be revoked after three months without study, or at once where the person
    does something else instead, and not where there is a good reason. That is for the office to judge.
    """
    return Requirement(
        applies=_student(person),
        met=any_of(_enrolled(Study()), closed_by=StudyEnrolment.at(Person()).covered()),
    )


@status(
    LANDING_CRITERIA.article("main"),
    id="jp.education.attendance-at-least-half",
    title=Text(
        "月の出席率5割以上（未満なら学校が翌月末までに入管庁へ報告）",
        "1か月の 出席が 半分 以上（少ない ときは 学校が 入管に 言います）",
        "Attendance of at least half (below it the school reports by the end of the next month)",
    ),
    in_force=since_day(2017, 8, 1),
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
)
def attendance_at_least_half(study: Study) -> Status:
    """A Japanese language school reports students whose attendance in a month was below half, by the end of the next month,
    with the employer where they work part-time (notice standard for Japanese language schools, item 39).
    """
    course = StudyEnrolment.at(study).course.is_in(("language_recognised", "language_other"))
    rate = StudyAttendance.at(study).rate
    return Status(
        applies=all_of(_enrolled(study), course, _student(study.person)), holds=rate >= _HALF, figures={"rate": rate}
    )


@duty(
    IMMIGRATION_ACT.article("19-17"),
    IMMIGRATION_RULES.article("19-16", 2),
    id="jp.education.school-notice-left",
    title=Text(
        "学校による受入れ終了の届出（努力義務、14日以内）",
        "学校は 学生が やめた ことを 入管に 言います（14日以内）",
        "The school tells the immigration office that a student left (effort, within 14 days)",
    ),
    bearer="school",
    protects="person",
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    authority="authority:isa",
)
def report_left(study: Study) -> Duty:
    """A school endeavours to tell the immigration office of the end of a student's enrolment and its reason.

    The Regulations ask for it within fourteen days, but the Act only asks the school to endeavour: no day makes it a
    breach, so the notice is due without a date. The student's own notice under art. 19-16 is another norm.
    """
    left = shifted(ends(StudyEnrolment.at(study).holds()), days_later=-1)
    received = AffiliationNotice.at(organisation=study.school, person=study.student).where(
        AffiliationNotice.event.is_("ended")
    )
    return Duty(
        arises=all_of(left, _student(study.person)),
        performed=received.happened(key="event_on"),
        due=at_once(),
        matched_by_day=True,
    )


NORMS = (attending, attendance_at_least_half, report_left)
