"""Did the employer withhold no more for employment insurance than the worker bears, and only from the insured?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkPay
from kyosei.law.jp.employment_insurance_confirmation import enrolled_in_employment_insurance, premium_withheld
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, INSURANCE_PREMIUMS_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.health_premium import EMPLOYMENT_INSURANCE_SHARE, EMPLOYMENT_INSURANCE_SHARE_SEASONAL
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Number, Yen
from kyosei.terms.language import Rounding, any_one, each_month, item, rate
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_SHARE = rate([(day, parts, 100_000) for day, parts in EMPLOYMENT_INSURANCE_SHARE], rounding=Rounding.HALF_DOWN)
_SHARE_SEASONAL = rate(
    [(day, parts, 100_000) for day, parts in EMPLOYMENT_INSURANCE_SHARE_SEASONAL], rounding=Rounding.HALF_DOWN
)
"""When withheld from pay, up to fifty sen are dropped and more are rounded up."""

_SEASONAL = ("agriculture", "forestry", "fisheries", "construction")
_PARTLY_SEASONAL = ("manufacturing",)
"""Sake brewing is a manufacture; the industry alone does not tell it apart."""


def _withheld(job: Employment) -> Number[Yen]:
    return WorkPay.at(job).employment_insurance_deducted_yen


@limit(
    INSURANCE_PREMIUMS_ACT.article(31, 1),
    INSURANCE_PREMIUMS_ACT.article(32, 1),
    INSURANCE_PREMIUMS_ACT.article(12, 4),
    id="jp.employment-insurance.deduction-limit",
    title=Text(
        "雇用保険料の控除は本人負担分以内",
        "会社が 給料から 引いて いい 雇用保険の お金は 決まって います",
        "No more than the worker's share of the employment insurance premium may be withheld from pay",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2025, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def employment_insurance_deduction_limit(job: Employment) -> Limit:
    """From each payment of wages the employer may withhold the worker's share of exactly these wages, and nothing older.

    The share is taken of everything paid for work, with allowances and commuting costs. Farming, forestry, fishing,
    construction and sake brewing have a higher one; whether a factory brews sake, or a farm is of those that the Minister
    exempts, no record here tells. The rate of the day on which the wage period closes counts, so on the days of a period
    that lie in the old year the old rate is asked.
    """
    pay = WorkPay.at(job)
    industry = EmployerProfile.at(employer=job.employer).industry
    share, seasonal = pay.gross_yen.times(_SHARE), pay.gross_yen.times(_SHARE_SEASONAL)
    within_seasonal = _withheld(job) <= seasonal
    return Limit(
        applies=employed(job) & premium_withheld(job) & enrolled_in_employment_insurance(job),
        respected=any_one(
            item(
                "31(1)",
                Text(
                    "賃金 × 一般の率以内", "給料 × ふつうの 率 までです", "no more than the general share of the wages"
                ),
                _withheld(job) <= share,
                INSURANCE_PREMIUMS_ACT.article(31, 1),
            ),
            item(
                "12(4)",
                Text(
                    "農林水産・建設・清酒製造の率以内",
                    "農業・林業・漁業・建設・お酒を つくる しごとの 率 までです",
                    "no more than the share in farming, forestry, fishing, construction and sake brewing",
                ),
                any_one(
                    industry.is_in(_SEASONAL) & within_seasonal,
                    told(industry.is_in(_PARTLY_SEASONAL) & within_seasonal).unsettled_in_law(),
                ),
                INSURANCE_PREMIUMS_ACT.article(12, 4, "1"),
            ),
        ),
        figures={"allowed_yen": share, "deducted_yen": _withheld(job), "excess_yen": _withheld(job) - share},
    )


@limit(
    INSURANCE_PREMIUMS_ACT.article(32, 1),
    EMPLOYMENT_INSURANCE_ACT.article(7),
    EMPLOYMENT_INSURANCE_ACT.article(22, 5),
    id="jp.employment-insurance.withheld-without-enrolment",
    title=Text(
        "加入の届出なしに雇用保険料を控除しない",
        "会社は、雇用保険に 入れないで 給料から お金を 引くことが できません",
        "No employment insurance premium is withheld from a worker who is not enrolled",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2010, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def employment_insurance_withheld_without_enrolment(job: Employment) -> Limit:
    """A premium is withheld only from somebody whom the employer has had enrolled, now or at the end of the month before.

    The worker whose slips show it is protected: with the slips, the time since the oldest of them counts even beyond two
    years (Employment Insurance Act art. 22 (5)).
    """
    enrolled = enrolled_in_employment_insurance(job)
    return Limit(
        applies=employed(job) & premium_withheld(job),
        respected=any_one(enrolled, each_month(enrolled, from_months_ago=1, to_months_ago=1)),
        figures={"withheld_yen": _withheld(job)},
    )


NORMS = (employment_insurance_deduction_limit, employment_insurance_withheld_without_enrolment)
