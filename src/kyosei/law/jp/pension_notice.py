"""Has the employer reported the worker to the pension office and the health insurer, and in time?

Not asked here, because no record tells: the notice of a name in Roman letters that the resident register does not have
(Employees' Pension Insurance Regulations art. 15 (4)), and the notice of dependants, which the worker gives through the
employer within five days (Health Insurance Regulations art. 38).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.social_insurance import (
    HealthAcquisitionNotice,
    HealthLossNotice,
    PensionAcquisitionNotice,
    PensionEnrolment,
    PensionLossNotice,
)
from kyosei.law.jp.insured import insured_by_employees_pension, insured_by_health_insurance
from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYEES_PENSION_RULES,
    HEALTH_INSURANCE_ACT,
    HEALTH_INSURANCE_RULES,
)
from kyosei.norms.declare import duty, requirement, since_day
from kyosei.norms.forms import Counting, Due, Duty, Requirement, days_after
from kyosei.norms.references import breached
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one, begins, excused_by, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = [
    "NORMS",
    "enrolled_in_employees_pension",
    "report_acquisition",
    "report_health_acquisition",
    "report_health_loss",
    "report_loss",
]


_notice = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    layer="ministerial_ordinance",
    authority="authority:pension-service",
)
"""What the four notices have in common."""


def _five_days_after_entry() -> Due:
    """Within five days of the fact, whose own day is not counted; a period toward the State, so it moves."""
    return days_after(5, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)


def _five_days_from_loss() -> Due:
    """Within five days from the day of loss, which begins at midnight and so is counted (Civil Code art. 140)."""
    return days_after(5, counting=Counting.FROM_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)


@_notice(
    EMPLOYEES_PENSION_RULES.article(15, 1),
    EMPLOYEES_PENSION_ACT.article(27),
    id="jp.pension.report-acquisition",
    title=Text(
        "厚生年金の資格取得届（5日以内）",
        "会社は 新しい 社員を 年金事務所に 届けます（5日以内）",
        "Report a newly insured worker to the Pension Service within five days",
    ),
)
def report_acquisition(job: Employment) -> Duty:
    """The employer files the acquisition notice with the Pension Service within five days of the worker becoming insured."""
    return Duty(
        arises=begins(insured_by_employees_pension(job)),
        performed=PensionAcquisitionNotice.at(job).happened(key="acquired_on"),
        due=_five_days_after_entry(),
        matched_by_day=True,
    )


@_notice(
    HEALTH_INSURANCE_RULES.article(24, 1),
    HEALTH_INSURANCE_ACT.article(48),
    id="jp.health.report-acquisition",
    title=Text(
        "健康保険の資格取得届（5日以内）",
        "会社は 新しい 社員を 健康保険に 届けます（5日以内）",
        "Report a newly insured worker to the health insurer within five days",
    ),
)
def report_health_acquisition(job: Employment) -> Duty:
    """The employer files the acquisition notice with the insurer within five days of the worker becoming insured."""
    return Duty(
        arises=begins(insured_by_health_insurance(job)),
        performed=HealthAcquisitionNotice.at(job).happened(key="acquired_on"),
        due=_five_days_after_entry(),
        matched_by_day=True,
    )


@_notice(
    EMPLOYEES_PENSION_RULES.article(22, 1),
    EMPLOYEES_PENSION_ACT.article(27),
    EMPLOYEES_PENSION_ACT.article(14),
    id="jp.pension.report-loss",
    title=Text(
        "厚生年金の資格喪失届（5日以内）",
        "会社は やめた 社員を 年金事務所に 届けます（5日以内）",
        "Report to the Pension Service within five days that a worker is no longer insured",
    ),
)
def report_loss(job: Employment) -> Duty:
    """The employer files the loss notice with the Pension Service within five days from the day of loss.

    The insured status is lost on the day after leaving (art. 14), so the obligation is dated that day.
    """
    return Duty(
        arises=begins(~insured_by_employees_pension(job)),
        performed=PensionLossNotice.at(job).happened(key="lost_on"),
        due=_five_days_from_loss(),
        matched_by_day=True,
    )


@_notice(
    HEALTH_INSURANCE_RULES.article(29, 1),
    HEALTH_INSURANCE_ACT.article(48),
    HEALTH_INSURANCE_ACT.article(36),
    id="jp.health.report-loss",
    title=Text(
        "健康保険の資格喪失届（5日以内）",
        "会社は やめた 社員を 健康保険に 届けます（5日以内）",
        "Report to the health insurer within five days that a worker is no longer insured",
    ),
)
def report_health_loss(job: Employment) -> Duty:
    """The employer files the loss notice with the insurer within five days from the day of loss."""
    return Duty(
        arises=begins(~insured_by_health_insurance(job)),
        performed=HealthLossNotice.at(job).happened(key="lost_on"),
        due=_five_days_from_loss(),
        matched_by_day=True,
    )


def enrolled_in_employees_pension(job: Employment) -> Cond:
    """The Pension Service has the worker as insured with this employer."""
    record = PensionEnrolment.at(person=job.worker, employer=job.employer)
    return item(
        None,
        Text(
            "年金事務所の記録で厚生年金に加入している",
            "年金事務所の 記録に、会社の 年金が あります",
            "enrolled in the employees' pension by the Service's record",
        ),
        record.where(PensionEnrolment.scheme.is_("employees")).holds(),
        EMPLOYEES_PENSION_ACT.article(18, 1),
    )


@requirement(
    EMPLOYEES_PENSION_ACT.article(18, 1),
    EMPLOYEES_PENSION_ACT.article(18, 2),
    id="jp.pension.enrolled",
    title=Text(
        "厚生年金の加入が記録されている",
        "会社の 年金に 入って いる 記録が あります",
        "The insured status under the employees' pension is on record",
    ),
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def enrolled(job: Employment) -> Requirement:
    """Whoever is insured by the facts is so on the Service's record.

    The record follows the employer's notice, the worker's request or the Service's own act (art. 18 (2)), so a gap in it is
    never the worker's: as long as the employer's notice is overdue it is that employer's, otherwise it is between the
    notice and the entry. It waits for judgement.
    """
    recorded = enrolled_in_employees_pension(job)
    return Requirement(
        applies=insured_by_employees_pension(job),
        met=excused_by(recorded, any_one(breached(report_acquisition), ~recorded)),
    )


NORMS = (report_acquisition, report_health_acquisition, report_loss, report_health_loss, enrolled)
