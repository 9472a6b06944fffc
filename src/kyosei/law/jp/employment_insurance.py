"""Is the worker insured against unemployment by the facts, and has the employer reported it in time?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import EmployerProfile, ForeignWorkerNotice, WorkContract
from kyosei.law.jp.contract_term import ends_within_days, taken_on_for_a_short_term
from kyosei.law.jp.day_student import day_student
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES
from kyosei.law.jp.tables.social_insurance import EMPLOYMENT_INSURANCE_HOURS
from kyosei.norms.declare import duty, since_day, status
from kyosei.norms.forms import Duty, Status, day_of_following_month
from kyosei.terms.expressions import Cond, Hours
from kyosei.terms.language import all_of, begins, dated, heads, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "insured_by_employment_insurance", "report_acquisition"]

IN_FORCE = since_day(2010, 4, 1)
_LONG_AGO = date(1900, 1, 1)
"""Twenty hours were asked before 2010, too (knowledge), beside other conditions that are not modelled."""
STUDENT_COURSES = ("vocational", "university", "graduate", "high_school")
"""Schools of arts. 1, 124 and 134 (1) of the School Education Act; a language school is one only by its legal form."""


def insured_by_employment_insurance(job: Employment) -> Cond:
    """Employed for the hours of the Act and 31 days or more, no day student, no small farm of a sole proprietor."""
    contract = WorkContract.at(job)
    hours_by_day = [(v.from_day, (v.value or 0) * 60) for v in EMPLOYMENT_INSURANCE_HOURS.values]
    least = dated(EMPLOYMENT, Hours, [(_LONG_AGO, 20 * 60), *hours_by_day])
    return (
        all_of(
            employed(job),
            item(
                "6(1)",
                Text(
                    "週20時間以上（2028年10月から10時間以上）",
                    "1週間に 20時間 以上 はたらく（2028年10月から 10時間）",
                    "twenty hours a week or more (ten from October 2028)",
                ),
                contract.hours_per_week >= least,
                EMPLOYMENT_INSURANCE_ACT.article(6, None, "1"),
            ),
        )
        .unless(
            item(
                "6(2)",
                Text(
                    "31日以上の雇用見込みがない",
                    "31日より 短い しごとです",
                    "not expected to be employed for 31 days",
                ),
                taken_on_for_a_short_term(job, lambda last_day: ends_within_days(last_day, days=30)),
                EMPLOYMENT_INSURANCE_ACT.article(6, None, "2"),
                proviso=True,
            )
        )
        .unless(
            item(
                "6(4)",
                Text("昼間学生である", "昼の 学校の 学生です", "a day student"),
                day_student(job, listed=STUDENT_COURSES, unclear=("language_recognised", "language_other")),
                EMPLOYMENT_INSURANCE_RULES.article("3-2"),
                proviso=True,
            )
        )
        .unless(_small_farm(job))
    )


def _small_farm(job: Employment) -> Cond:
    """Farming, forestry or fishing by a sole proprietor with fewer than five: insured only on application."""
    profile = EmployerProfile.at(employer=job.employer)
    return item(
        "suppl. 2",
        Text(
            "個人経営の農林水産業で5人未満",
            "個人の 農業・林業・漁業で、5人より 少ないです",
            "a farm, forest or fishery of a sole proprietor with fewer than five",
        ),
        all_of(
            profile.legal_form.is_("sole_proprietor"),
            profile.industry.is_in(("agriculture", "forestry", "fisheries")),
            ~(profile.regular_staff >= heads(5, EMPLOYMENT)),
        ),
        EMPLOYMENT_INSURANCE_ACT.article(5, 1),
        proviso=True,
    )


@status(
    EMPLOYMENT_INSURANCE_ACT.article(4, 1),
    EMPLOYMENT_INSURANCE_ACT.article(6),
    id="jp.employment-insurance.insured",
    title=Text(
        "雇用保険の被保険者（事実による）", "雇用保険に 入る 人です", "Insured against unemployment by the facts"
    ),
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
def insured(job: Employment) -> Status:
    """Whoever is employed for the Act's weekly hours and at least 31 days, and is no day student, is insured."""
    return Status(applies=employed(job), holds=insured_by_employment_insurance(job))


@duty(
    EMPLOYMENT_INSURANCE_RULES.article(6, 1),
    EMPLOYMENT_INSURANCE_ACT.article(7),
    id="jp.employment-insurance.report-acquisition",
    title=Text(
        "雇用保険の資格取得届（翌月10日まで）",
        "会社は 新しい 社員を ハローワークに 届けます（つぎの 月の 10日まで）",
        "Report a newly insured worker to the labour office by the 10th of the following month",
    ),
    bearer="employer",
    protects="person",
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 21),
    layer="ministerial_ordinance",
    authority="authority:labour-office",
)
def report_acquisition(job: Employment) -> Duty:
    """The employer files the acquisition notice with the labour office by the 10th of the month after the worker's entry.

    For a foreign worker that notice is at the same time the notice of employment (Labour Measures Regulations art. 10),
    so its receipt is read from there; an enrolment without it tells no day of filing. The 10th is a date, not a period:
    it does not move, but offices accept the next working day.
    """
    return Duty(
        arises=begins(insured_by_employment_insurance(job)),
        performed=ForeignWorkerNotice.at(job)
        .where(ForeignWorkerNotice.event.is_("hired"))
        .happened(key="event_on"),
        due=day_of_following_month(10, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )  # fmt: skip


NORMS = (insured, report_acquisition)
