"""Has the person told the immigration office in time that a school or an employer was left or joined?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment, Person, Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.immigration import OrganisationNotice
from kyosei.facts.vocabulary.labour import ForeignWorkerNotice, WorkContract, WorkTermination
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.residence import keeps_status
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Due, Duty, days_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import MonthRounding, Months, any_of, any_one, begins, ends, item, shifted, since, within
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = [
    "NORMS",
    "OF_EMPLOYERS",
    "OF_SCHOOLS",
    "contract_ended",
    "fourteen_days",
    "notify_organisation_joined",
    "notify_organisation_left",
    "notify_school_joined",
    "notify_school_left",
]

OF_SCHOOLS = ("student", "trainee")
"""Item 1, as far as the organisation is a school or trains."""
OF_EMPLOYERS = tuple(
    status.slug
    for status in STATUSES
    if status.notification in ("activity", "contract", "activity_or_contract") and status.slug not in OF_SCHOOLS
)
"""Items 1 and 2, as far as the holder works with the organisation."""


def fourteen_days() -> Due:
    """Within fourteen days of the event, by a period toward a State organ."""
    return days_after(14, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)


def _within_half_a_year(notice: Cond) -> Cond:
    """A notice may come before the first day of work or study: the event of the law is the contract, signed earlier."""
    return within(Months(6, rounding=MonthRounding.CIVIL_CODE_143), after=notice)


def _had_another(relation: Cond, status: Cond, person: Person) -> Cond:
    """By the day before, one such relation had been there since the status was granted: this one is not the first."""
    known = OrganisationNotice.at(person).covered() & ForeignWorkerNotice.at(person).covered()
    under_the_status = any_of(relation, closed_by=known) & status
    return shifted(since(under_the_status, reset=begins(status)) & status, days_later=1)


def contract_ended(job: Employment) -> Cond:
    """The event, on the last day of the employment, that the contract ended."""
    return item(
        None,
        Text("契約の終了", "会社との 契約が 終わった", "the contract ended"),
        any_one(
            shifted(ends(WorkContract.at(job).holds()), days_later=-1),
            WorkTermination.at(job).happened(),
        ),
    )


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-school-left",
    title=Text(
        "教育機関からの離脱の届出（14日以内）",
        "学校を やめたら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that a school was left",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_school_left(study: Study) -> Duty:
    """A student or trainee who leaves the organisation, graduation included, notifies the office within fourteen days."""
    left = OrganisationNotice.at(person=study.student, organisation=study.school)
    last_day = shifted(ends(StudyEnrolment.at(study).holds()), days_later=-1)
    return Duty(
        arises=last_day & keeps_status(study.person, OF_SCHOOLS),
        performed=left.where(OrganisationNotice.event.is_("left")).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-school-joined",
    title=Text(
        "教育機関への移籍の届出（14日以内）",
        "学校が 変わったら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that another school was joined",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_school_joined(study: Study) -> Duty:
    """Who joins another school while a student notifies the office within fourteen days; the school for which the status
    was granted need not be notified.
    """
    joined = OrganisationNotice.at(person=study.student, organisation=study.school)
    enrolled = StudyEnrolment.at(study).holds()
    return Duty(
        arises=begins(enrolled) & _had_another(enrolled, keeps_status(study.person, OF_SCHOOLS), study.person),
        performed=_within_half_a_year(joined.where(OrganisationNotice.event.is_("joined")).happened()),
        due=fourteen_days(),
    )


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "2"),
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-organisation-left",
    title=Text(
        "契約機関との契約終了等の届出（14日以内）",
        "会社を やめたら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that an employer was left",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_organisation_left(job: Employment) -> Duty:
    """Whose status rests on work with an organisation notifies the office within fourteen days that the contract ended
    (item 2) or that the organisation was left (item 1).
    """
    left = OrganisationNotice.at(person=job.worker, organisation=job.employer)
    return Duty(
        arises=contract_ended(job) & keeps_status(job.person, OF_EMPLOYERS),
        performed=left.where(OrganisationNotice.event.is_("left")).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "2"),
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-organisation-joined",
    title=Text(
        "新たな契約の締結等の届出（14日以内）",
        "新しい 会社に 入ったら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that another employer was joined",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_organisation_joined(job: Employment) -> Duty:
    """Who concludes a new contract, or moves to another organisation, while holding such a status notifies the office
    within fourteen days. The records tell the first day of work, not that of the contract: the fourteen days are counted
    from the former, and an earlier notice counts. The employer with whom the status was granted need not be notified.
    """
    joined = OrganisationNotice.at(person=job.worker, organisation=job.employer)
    terms = WorkContract.at(job)
    full = terms.where(WorkContract.employment_type.is_in(("regular", "fixed_term", "dispatched"))).holds()
    return Duty(
        arises=begins(WorkContract.at(job).holds())
        & _had_another(full, keeps_status(job.person, OF_EMPLOYERS), job.person),
        performed=_within_half_a_year(joined.where(OrganisationNotice.event.is_("joined")).happened()),
        due=fourteen_days(),
    )


NORMS = (notify_school_left, notify_school_joined, notify_organisation_left, notify_organisation_joined)
