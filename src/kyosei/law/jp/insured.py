"""Who is insured under the employees' pension and health insurance by the facts, whether anybody has filed it or not?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract
from kyosei.facts.vocabulary.social_insurance import PensionCoverageCertificate
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, PENSION_REFORM_2012
from kyosei.law.jp.tables.social_insurance import SHORT_TIME_EMPLOYER_SIZE, SHORT_TIME_HOURS, SHORT_TIME_WAGE
from kyosei.terms.expressions import Cond, Heads, Hours, Yen
from kyosei.terms.language import age, all_of, any_one, dated, item, rate, years, Rounding
from kyosei.terms.text import Text

__all__ = ["employed", "insured_by_employees_pension"]

_THREE_QUARTERS = rate([(date(1900, 1, 1), 3, 4)], rounding=Rounding.UP)


def employed(job: Employment) -> Cond:
    """The employment exists, by the word of anyone who can settle it."""
    return item(None, Text("雇用されている", "はたらいています", "is employed"), EmploymentRelation.at(job).holds())


def insured_by_employees_pension(job: Employment) -> Cond:
    """Category 2 by the facts: a covered establishment, full time or within the short-time rule, below seventy."""
    profile = EmployerProfile.at(employer=job.employer)
    covered = item(
        "6(1)",
        Text("適用事業所", "年金の ルールが ある 会社", "covered establishment"),
        any_one(
            profile.covered_establishment,
            profile.legal_form.is_("corporation"),
        ),
        EMPLOYEES_PENSION_ACT.article(6, 1),
    )
    return all_of(employed(job), covered, ordinary_or_short_time(job))


def ordinary_or_short_time(job: Employment) -> Cond:
    """Not excluded by article 12 item 5."""
    profile = EmployerProfile.at(employer=job.employer)
    contract = WorkContract.at(job)
    ordinary = item(
        "12(5)",
        Text("通常の労働者の4分の3以上", "ふつうの 社員の 4分の3 以上 はたらく", "at least three quarters of an ordinary worker"),
        all_of(
            contract.hours_per_week >= profile.regular_hours_per_week.times(_THREE_QUARTERS),
            contract.days_per_month >= profile.regular_days_per_month.times(_THREE_QUARTERS),
        ),
        EMPLOYEES_PENSION_ACT.article(12, None, "5"),
    )
    return ordinary
