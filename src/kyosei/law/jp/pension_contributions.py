"""Were the month's contributions to pension and health insurance paid in time, and whose were they to pay?

What arrears of National Health Insurance lead to (National Health Insurance Act art. 54-3), and the support for employers
that bear more than half for newly insured short-time workers from 2026-10-01, whose rules were not settled when this was
read, are not here.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Contribution, Employment, EstablishmentMonth, Person, Premium
from kyosei.facts.vocabulary.labour import ForeignWorkerNotice
from kyosei.facts.vocabulary.social_insurance import (
    HealthEnrolment,
    HealthPremium,
    PensionContribution,
    PensionEstablishmentPayment,
)
from kyosei.law.jp.insured import employed, insured_by_employees_pension, insured_by_health_insurance
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, NATIONAL_HEALTH_ACT, NATIONAL_PENSION_ACT
from kyosei.law.jp.on_record import on_record, recorded_day, told
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, by_day, end_of_following_month
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_of, any_one, each_month, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "category_2", "every_job_is_told", "insured_at_work", "national_contribution", "national_premium"]

FULLY_EXEMPTED = ("full", "statutory", "student", "postponed", "maternity", "childcare")


def every_job_is_told() -> Cond:
    """The labour office has told of every employment of the person."""
    return ForeignWorkerNotice.at(Person()).covered()


def category_2() -> Cond:
    """Insured under the employees' pension by the facts of some employment, or by the Service's record.

    That the Service carries the person as category 1 says what was filed, not who is insured: an employer that is not
    heard of may be the one who failed. So unless the labour office has told of every job, a job may be missing, and
    nobody is said to owe what an unknown employer may owe.
    """
    job = Employment()
    return item(
        "7(1)(ii)",
        Text("第2号被保険者である", "会社の 年金に 入る 人です", "category 2"),
        any_of(
            employed(job) & any_one(insured_by_employees_pension(job), enrolled_in_employees_pension(job)),
            closed_by=every_job_is_told(),
        ),
        NATIONAL_PENSION_ACT.article(7, 1, "2"),
        proviso=True,
    )


@duty(
    NATIONAL_PENSION_ACT.article(88, 1),
    NATIONAL_PENSION_ACT.article(91),
    NATIONAL_PENSION_ACT.article(7, 1, "1"),
    id="jp.pension.national-contribution",
    title=Text(
        "国民年金保険料の納付（翌月末まで）",
        "国民年金の お金を 払います（つぎの 月の おわりまで）",
        "Pay the National Pension contribution by the end of the following month",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(1961, 4, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def national_contribution(month: Contribution) -> Duty:
    """A person of category 1 pays each month's contribution by the end of the following month.

    The category at the end of the month counts for the whole month (art. 11-2). Whoever is insured under the employees'
    pension by the facts is of category 2, even while the employer has not reported it, and owes nothing here. A month
    that the Service has exempted in full is not owed. Payments are accepted on the next working day.
    """
    record = PensionContribution.at(month, at_key=True)
    billed = record.where(PensionContribution.scheme.is_("national_1"))
    exempted = item(
        None,
        Text("全額免除・猶予されている", "払わなくて いい 月です", "exempted in full or postponed"),
        on_record(record.where(PensionContribution.exempted.is_in(FULLY_EXEMPTED)).starts()),
        NATIONAL_PENSION_ACT.article(90),
        proviso=True,
    )
    at_the_end_of_the_month = each_month(category_2(), from_months_ago=0, to_months_ago=0)
    return Duty(
        arises=recorded_day(billed.starts(), record=record.starts()).unless(exempted).unless(at_the_end_of_the_month),
        performed=record.paid(),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


@duty(
    EMPLOYEES_PENSION_ACT.article(83, 1),
    EMPLOYEES_PENSION_ACT.article(82, 2),
    id="jp.pension.establishment-payment",
    title=Text(
        "厚生年金保険料の納付（事業主・翌月末まで）",
        "会社は 年金の お金を 払います（つぎの 月の おわりまで）",
        "The employer pays the employees' pension contributions by the end of the following month",
    ),
    bearer="employer",
    protects=None,
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def establishment_payment(month: EstablishmentMonth) -> Duty:
    """The employer pays both halves of every insured worker's contribution by the end of the following month."""
    record = PensionEstablishmentPayment.at(month, at_key=True)
    return Duty(
        arises=record.starts(),
        performed=record.paid(),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


def insured_at_work() -> Cond:
    """Insured under an employer's health insurance by the facts of some employment told of, or by its insurer's record."""
    job = Employment()
    record = HealthEnrolment.at(person=job.worker, employer=job.employer)
    enrolled = told(record.where(HealthEnrolment.scheme.is_in(("association", "society"))).holds())
    return item(
        "6(1)",
        Text(
            "健康保険の被保険者である", "会社の 健康保険に 入る 人です", "insured under an employer's health insurance"
        ),
        any_of(employed(job) & any_one(insured_by_health_insurance(job), enrolled), closed_by=every_job_is_told()),
        NATIONAL_HEALTH_ACT.article(6, None, "1"),
        proviso=True,
    )


@duty(
    NATIONAL_HEALTH_ACT.article(76, 1),
    NATIONAL_HEALTH_ACT.article(6, None, "1"),
    id="jp.health.national-premium",
    title=Text(
        "国民健康保険料（税）の納付（納期限まで）",
        "国民健康保険の お金を 払います（決まった 日まで）",
        "Pay the National Health Insurance premium by the day it is due",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(1961, 4, 1),
    verified_on=date(2026, 11, 21),
    authority="unknown:municipality",
)
def national_premium(instalment: Premium) -> Duty:
    """The household pays each instalment of National Health Insurance by the day that the municipality set.

    The head of the household owes it. Whoever is insured at work by the facts is outside National Health Insurance (art.
    6), whatever has been filed, and is not asked to pay twice.
    """
    record = HealthPremium.at(instalment, at_key=True)
    billed = record.where(HealthPremium.scheme.is_("national"))
    outside = each_month(insured_at_work(), from_months_ago=0, to_months_ago=0)
    return Duty(
        arises=recorded_day(billed.starts(), record=record.starts()).unless(outside),
        performed=record.paid(),
        due=by_day(record.due_on, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


NORMS = (national_contribution, establishment_payment, national_premium)
