"""Is the worker a day student, whom the social insurances of short-time workers leave out?"""

from __future__ import annotations

from kyosei.facts.scopes import PERSON, Employment, Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.on_record import told
from kyosei.terms.expressions import Cond
from kyosei.terms.language import always, any_of, any_one

__all__ = ["day_student"]


def day_student(job: Employment, *, listed: tuple[str, ...], unclear: tuple[str, ...]) -> Cond:
    """Enrolled in a listed day course, as the school says; an employer that says "no day student" admits it.

    `unclear`: courses of which it depends on the school's legal form whether they are listed. No school can be asked for
    all schools, so without a word of the employer or a known school it stays open. An employer that took somebody on as
    regular staff has said as much. What the employer says for itself ("a day student") does not settle it. Who is on
    leave, as the school told, counts as no student. Who graduates and stays with the employer counts as none either:
    that is the employer's word, too. A school's word lasts as long as the enrolment of which it told: of whoever has left
    it, the employer's word counts again.
    """
    at_school = StudyEnrolment.at(person=job.worker)
    by_day = StudyEnrolment.mode.is_("day")
    enrolled = at_school.where(by_day, StudyEnrolment.course.is_in(listed)).holds()
    contract = WorkContract.at(job)
    not_known_to_employer = any_one(~contract.day_student, told(contract.employment_type.is_("regular")))
    doubtful = _by_a_schools_word(unclear).unsettled_in_law()
    on_leave = told(at_school.where(StudyEnrolment.on_leave).holds())
    student = any_one(enrolled & ~not_known_to_employer, _by_a_schools_word(listed), doubtful)
    return student.unless(on_leave)


def _by_a_schools_word(courses: tuple[str, ...]) -> Cond:
    """A school told that the person is in such a day course, and has told of no end."""
    there = StudyEnrolment.at(Study()).where(StudyEnrolment.mode.is_("day"), StudyEnrolment.course.is_in(courses))
    return any_of(told(there.holds()), closed_by=always(PERSON))
