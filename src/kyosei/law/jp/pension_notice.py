"""Has the employer reported the worker to the pension office and the health insurer, and in time?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.social_insurance import HealthAcquisitionNotice, PensionAcquisitionNotice
from kyosei.law.jp.insured import insured_by_employees_pension
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, EMPLOYEES_PENSION_RULES, HEALTH_INSURANCE_RULES
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import begins
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "report_acquisition", "report_health_acquisition"]


@duty(
    EMPLOYEES_PENSION_RULES.article(15, 1),
    EMPLOYEES_PENSION_ACT.article(27),
    id="jp.pension.report-acquisition",
    title=Text(
        "厚生年金の資格取得届（5日以内）",
        "会社は 新しい 社員を 年金事務所に 届けます（5日以内）",
        "Report a newly insured worker to the Pension Service within five days",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    layer="ordinance",
    authority="authority:pension-service",
)
def report_acquisition(job: Employment) -> Duty:
    """The employer files the acquisition notice with the Pension Service within five days of the worker becoming insured."""
    return Duty(
        arises=begins(insured_by_employees_pension(job)),
        performed=PensionAcquisitionNotice.at(job).happened(key="acquired_on"),
        due=days_after(5, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        matched_by_day=True,
    )


@duty(
    HEALTH_INSURANCE_RULES.article(24, 1),
    id="jp.health.report-acquisition",
    title=Text(
        "健康保険の資格取得届（5日以内）",
        "会社は 新しい 社員を 健康保険に 届けます（5日以内）",
        "Report a newly insured worker to the health insurer within five days",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    layer="ordinance",
    authority="authority:pension-service",
)
def report_health_acquisition(job: Employment) -> Duty:
    """The employer files the acquisition notice with the insurer within five days of the worker becoming insured."""
    return Duty(
        arises=begins(insured_by_employees_pension(job)),
        performed=HealthAcquisitionNotice.at(job).happened(key="acquired_on"),
        due=days_after(5, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (report_acquisition, report_health_acquisition)
