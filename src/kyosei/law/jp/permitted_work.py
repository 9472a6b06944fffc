"""What may a person do beside the activity of the status, by a permission under article 19 (2)?"""

from __future__ import annotations

from kyosei.facts.scopes import PERSON, Employment, Person, Study
from kyosei.facts.vocabulary.education import LongVacation, StudyEnrolment
from kyosei.facts.vocabulary.immigration import OrganisationNotice, WorkPermission
from kyosei.facts.vocabulary.labour import WorkAssignment
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.residence import continued_stay, keeps_status, new_status
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_of, any_one, item, never, since
from kyosei.terms.text import Text

__all__ = [
    "assists_at_own_university",
    "assists_teaching_or_research",
    "comprehensive_permission",
    "enrolled_anywhere",
    "in_long_vacation",
    "is_student",
    "permission_may_go_on",
    "permitted_here",
]


def is_student(person: Person) -> Cond:
    """Stays as a student."""
    return item(
        None, Text("在留資格「留学」", "在留資格「留学」", "the status Student"), keeps_status(person, ("student",))
    )


def _schools_told(person: Person) -> Cond:
    """Every school of the student is known: the first one, since the status was granted, and that no other was joined.

    A student notifies schools joined or left (art. 19-16 (i)), but not the school for which the status was granted. So
    the office's notices close the list only once a roll has been told; and a notice of joining another school says that
    there is a roll more, which they do not hold.
    """
    on_a_roll = any_of(StudyEnrolment.at(Study()).holds(), closed_by=never(PERSON))
    joined = OrganisationNotice.at(person).where(OrganisationNotice.event.is_("joined")).happened()
    return all_of(since(on_a_roll, reset=new_status(person)), ~since(joined, reset=new_status(person)))


def enrolled_anywhere(person: Person) -> Cond:
    """On the roll of some school."""
    return item(
        None,
        Text("教育機関に在籍", "学校に います", "enrolled at a school"),
        any_of(StudyEnrolment.at(Study()).holds(), closed_by=_schools_told(person)),
        IMMIGRATION_RULES.article(19, 5, "1"),
    )


def in_long_vacation(person: Person) -> Cond:
    """A school where the person is enrolled has a long vacation by its own rules."""
    study = Study()
    vacation = StudyEnrolment.at(study).holds() & LongVacation.at(school=study.school).holds()
    return item(
        None,
        Text("学則で定める長期休業期間", "学校の 長い 休み", "long vacation laid down by the school's rules"),
        any_of(vacation, closed_by=_schools_told(person)),
        IMMIGRATION_RULES.article(19, 5, "1"),
    )


def comprehensive_permission(person: Person) -> Cond:
    """Permission for up to 28 hours a week with any employer (包括許可)."""
    return item(
        "19(5)(i)",
        Text("包括的な資格外活動許可", "アルバイトの 許可（週28時間）", "comprehensive permission for 28 hours a week"),
        WorkPermission.at(person).where(WorkPermission.scope.is_("comprehensive_28_hours")).holds(),
        IMMIGRATION_RULES.article(19, 5, "1"),
    )


def _individual_permission(job: Employment) -> Cond:
    individual = WorkPermission.scope.is_("individual")
    return item(
        "19(5)(iii)",
        Text("個別の資格外活動許可", "この 仕事の 許可", "permission for this work"),
        any_one(
            WorkPermission.at(job).where(individual).holds(),
            WorkPermission.at(job.person, absent=("employer",)).where(individual).holds(),
        ),
        IMMIGRATION_RULES.article(19, 5, "3"),
    )


def assists_teaching_or_research(job: Employment) -> Cond:
    """Helps with teaching or research, wherever."""
    return WorkAssignment.at(job).duties.has_any("teaching-assistance", "research-assistance")


def assists_at_own_university(job: Employment) -> Cond:
    """Helps with teaching or research at the university that the student attends, under a contract with it."""
    attends = StudyEnrolment.at(person=job.worker, school=job.employer)
    return item(
        "19-3(iii)",
        Text("在籍する大学との契約による補助", "自分の 大学の 手伝い", "an assistant at the own university"),
        all_of(
            assists_teaching_or_research(job),
            attends.where(StudyEnrolment.course.is_in(("university", "graduate"))).holds(),
        ),
        IMMIGRATION_RULES.article("19-3", None, "3"),
    )


def permitted_here(job: Employment) -> Cond:
    """A permission covers work at this employer; a student's comprehensive one only while enrolled."""
    person = job.person
    return any_one(
        all_of(comprehensive_permission(person), is_student(person).implies(enrolled_anywhere(person))),
        _individual_permission(job),
    )


def permission_may_go_on(job: Employment) -> Cond:
    """A permission that was held when the stay expired, while the stay goes on: no text says whether it goes on too."""
    person = job.person
    held = any_one(comprehensive_permission(person), _individual_permission(job))
    return item(
        None,
        Text("特例期間中の資格外活動許可", "申請の 結果を 待つ 間の 許可", "a permission in the special period"),
        all_of(
            continued_stay(person),
            since(held, reset=new_status(person)),
            is_student(person).implies(enrolled_anywhere(person)),
        ),
        IMMIGRATION_ACT.article(19, 2),
    )
