"""Has the employer reported the end of employment insurance, with what the worker needs to claim the allowance?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import PERSON, Employment
from kyosei.facts.vocabulary.social_insurance import EmploymentInsuranceLossNotice
from kyosei.law.jp.employment_insurance import IN_FORCE, insured_by_employment_insurance
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES
from kyosei.norms.declare import duty
from kyosei.norms.forms import Counting, Due, Duty, days_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import age, all_of, begins, item, shifted, years
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "attach_certificate", "attach_certificate_from_59", "report_loss"]

_notice = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 22),
    layer="ministerial_ordinance",
    authority="authority:labour-office",
)
"""What the three duties have in common."""


def _ten_days() -> Due:
    """Within ten days, counted from the day after the loss; a period toward the State, so it moves."""
    return days_after(10, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)


def _lost(job: Employment) -> Cond:
    """The first day on which the worker is no longer insured: after leaving, the day after the last day of work."""
    return begins(~insured_by_employment_insurance(job))


def _lost_by_leaving(job: Employment, *, from_59: bool) -> Cond:
    """The insurance ends because the job did; the worker's age counts on the last day of the job."""
    old = item(
        "7(3)",
        Text("離職の日に59歳以上", "やめた 日に 59さい 以上", "59 or older on the day of leaving"),
        shifted(age(job.person.born) >= years(59, PERSON), days_later=1),
        EMPLOYMENT_INSURANCE_RULES.article(7, 3),
    )
    return all_of(_lost(job), ~employed(job), old if from_59 else ~old)


@_notice(
    EMPLOYMENT_INSURANCE_RULES.article(7, 1),
    EMPLOYMENT_INSURANCE_ACT.article(7),
    id="jp.employment-insurance.report-loss",
    title=Text(
        "雇用保険の資格喪失届（10日以内）",
        "会社は やめた 社員を ハローワークに 届けます（10日以内）",
        "Report to the labour office within ten days that a worker is no longer insured",
    ),
)
def report_loss(job: Employment) -> Duty:
    """The employer files the loss notice within ten days from the day after the one on which the worker ceased to be insured.

    The insurance ends with the day after the last day of the job, or when the agreed hours fall below the Act's.
    """
    return Duty(
        arises=_lost(job),
        performed=EmploymentInsuranceLossNotice.at(job).happened(key="lost_on"),
        due=_ten_days(),
        matched_by_day=True,
    )


@_notice(
    EMPLOYMENT_INSURANCE_RULES.article(7, 1),
    EMPLOYMENT_INSURANCE_RULES.article(7, 3),
    EMPLOYMENT_INSURANCE_RULES.article(17, 1),
    id="jp.employment-insurance.separation-certificate",
    title=Text(
        "離職証明書の提出（10日以内）",
        "会社は やめた 人の「離職票」の 書類を ハローワークに 出します（10日以内）",
        "File the separation certificate with the loss notice within ten days",
    ),
)
def attach_certificate(job: Employment) -> Duty:
    """When a worker leaves, the employer files the separation certificate with the loss notice, so that the office can issue
    the separation slip. It may be left out only where the worker does not want the slip.
    """
    notice = EmploymentInsuranceLossNotice.at(job)
    filed = notice.where(EmploymentInsuranceLossNotice.certificate.is_in(("attached", "declined")))
    return Duty(
        arises=_lost_by_leaving(job, from_59=False),
        performed=filed.happened(key="lost_on"),
        due=_ten_days(),
        matched_by_day=True,
    )


@_notice(
    EMPLOYMENT_INSURANCE_RULES.article(7, 1),
    EMPLOYMENT_INSURANCE_RULES.article(7, 3),
    EMPLOYMENT_INSURANCE_RULES.article(17, 1),
    id="jp.employment-insurance.separation-certificate-from-59",
    title=Text(
        "59歳以上の者の離職証明書の提出（10日以内）",
        "会社は やめた 59さい 以上の 人の「離職票」の 書類を ハローワークに 出します（10日以内）",
        "File the separation certificate of a worker of 59 or more within ten days",
    ),
)
def attach_certificate_from_59(job: Employment) -> Duty:
    """For a worker who is 59 or older on the day of leaving the certificate is always filed, whether wanted or not."""
    notice = EmploymentInsuranceLossNotice.at(job)
    filed = notice.where(EmploymentInsuranceLossNotice.certificate.is_("attached"))
    return Duty(
        arises=_lost_by_leaving(job, from_59=True),
        performed=filed.happened(key="lost_on"),
        due=_ten_days(),
        matched_by_day=True,
    )


NORMS = (report_loss, attach_certificate, attach_certificate_from_59)
