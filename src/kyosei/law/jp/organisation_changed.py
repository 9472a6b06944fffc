"""Has the person told the immigration office in time that the employer or school was renamed, moved or dissolved?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment, Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.immigration import OrganisationChange, OrganisationNotice
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.organisation_notice import OF_EMPLOYERS, OF_SCHOOLS, fourteen_days
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, item
from kyosei.terms.scopes import Party
from kyosei.terms.text import Text

__all__ = ["NORMS", "notify_organisation_changed", "notify_school_changed"]

_CHANGED_OR_LEFT = ("changed", "left")
"""That an organisation is dissolved is told as its end or as the person's leaving it."""


def _changed(organisation: Party) -> Cond:
    """The event that the organisation was renamed, moved or dissolved, as the registry has it."""
    return item(
        None,
        Text(
            "機関の名称・所在地の変更又は消滅",
            "会社や 学校の 名前か 場所が 変わった、または なくなった",
            "the organisation was renamed, moved or dissolved",
        ),
        OrganisationChange.at(organisation=organisation).happened(),
    )


def _told(person: Party, organisation: Party) -> Cond:
    notice = OrganisationNotice.at(person=person, organisation=organisation)
    return notice.where(OrganisationNotice.event.is_in(_CHANGED_OR_LEFT)).happened(key="event_on")


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "2"),
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-organisation-changed",
    title=Text(
        "所属機関の名称・所在地変更等の届出（14日以内）",
        "会社の 名前や 場所が 変わったら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that the employer was renamed, moved or dissolved",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_organisation_changed(job: Employment) -> Duty:
    """Whose status rests on work with an organisation notifies the office within fourteen days that it was renamed, moved
    or dissolved. The registry knows of the change, and the employer should tell the worker: nobody else may notify it.
    """
    return Duty(
        arises=all_of(
            _changed(job.employer), WorkContract.at(job).holds(), keeps_status(job.person, OF_EMPLOYERS)
        ),
        performed=_told(job.worker, job.employer),
        due=fourteen_days(),
        matched_by_day=True,
    )  # fmt: skip


@duty(
    IMMIGRATION_ACT.article("19-16", 1, "1"),
    IMMIGRATION_RULES.article("19-15", 2),
    id="jp.immigration.notify-school-changed",
    title=Text(
        "教育機関の名称・所在地変更等の届出（14日以内）",
        "学校の 名前や 場所が 変わったら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that the school was renamed, moved or dissolved",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notify_school_changed(study: Study) -> Duty:
    """A student or trainee notifies the office within fourteen days that the organisation was renamed, moved or dissolved."""
    return Duty(
        arises=all_of(
            _changed(study.school), StudyEnrolment.at(study).holds(), keeps_status(study.person, OF_SCHOOLS)
        ),
        performed=_told(study.student, study.school),
        due=fourteen_days(),
        matched_by_day=True,
    )  # fmt: skip


NORMS = (notify_organisation_changed, notify_school_changed)
