"""Did the employer withhold from the pay no more pension contribution than the law allows, and only from the insured?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.facts.vocabulary.social_insurance import PensionEnrolment
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.law.jp.tables.social_insurance import PENSION_PREMIUM_RATE
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Number, Yen, apply
from kyosei.terms.language import Rounding, any_one, each_month, item, rate, shifted, yen
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["NORMS"]

_WORKERS_HALF = rate(
    [(v.from_day, v.value or 0, 200_000) for v in PENSION_PREMIUM_RATE.values], rounding=Rounding.HALF_DOWN
)
"""Half of the rate (per 100,000); when withheld from pay, up to fifty sen are dropped and more are rounded up."""


def _a_month_ago(number: Number[Yen]) -> Number[Yen]:
    return Number(apply(Op.SHIFT_MONTHS, Value.NUMBER, (number,), (1,)))


def _standard(job: Employment) -> Number[Yen]:
    record = PensionEnrolment.at(person=job.worker, employer=job.employer)
    return record.where(PensionEnrolment.scheme.is_("employees")).standard_remuneration_yen


def _withheld(job: Employment) -> Number[Yen]:
    return WorkPay.at(job).pension_deducted_yen


def _anything_withheld(job: Employment) -> Cond:
    return employed(job) & (_withheld(job) >= yen(1, EMPLOYMENT))


def _enrolled_in_the_previous_month(job: Employment) -> Cond:
    """Contributions are counted by months, and a month counts for whoever is insured at its end (art. 19 (1))."""
    return item(
        None,
        Text(
            "前月末に厚生年金の加入記録がある",
            "前の 月の おわりに、会社の 年金の 記録が あります",
            "enrolled at the end of the previous month",
        ),
        each_month(enrolled_in_employees_pension(job), from_months_ago=1, to_months_ago=1),
        EMPLOYEES_PENSION_ACT.article(19, 1),
    )


def _enrolled(job: Employment) -> Cond:
    """Now, or still in the month whose contribution the pay may be charged with."""
    return any_one(enrolled_in_employees_pension(job), _enrolled_in_the_previous_month(job))


@limit(
    EMPLOYEES_PENSION_ACT.article(84, 1),
    EMPLOYEES_PENSION_ACT.article(82, 2),
    id="jp.pension.deduction-limit",
    title=Text(
        "厚生年金保険料の控除は前月分のみ",
        "会社が 給料から 引いて いい 年金は 前の 月の 分だけです",
        "Only the previous month's pension contribution may be withheld from pay",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2014, 9, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def deduction_limit(job: Employment) -> Limit:
    """From a month's pay the employer may withhold the worker's half for the previous month, and nothing older.

    When the employment has ended, the half of the last month may be withheld as well. What was not withheld in its time
    stays with the employer, who owes both halves. What is withheld from a bonus (art. 84 (2)) is not told apart from
    the rest on every slip, so a slip that names a bonus stays open. The verdict stands on the days of the wage period.
    Art. 84 lets the employer withhold what an insured person bears; how much that is says a record. Where there is none,
    nothing may be withheld at all: that is jp.pension.withheld-without-enrolment, one failure and one alert.
    """
    withheld, standard = _withheld(job), _standard(job)
    allowed, of_this_month = _a_month_ago(standard).times(_WORKERS_HALF), standard.times(_WORKERS_HALF)
    insured_before = _enrolled_in_the_previous_month(job)
    stays_on = each_month(shifted(employed(job), days_later=-1), from_months_ago=0, to_months_ago=0)
    bonus = told(WorkPay.at(job).allowances.of("bonus") >= yen(1, EMPLOYMENT))
    return Limit(
        applies=_anything_withheld(job) & _enrolled(job),
        respected=any_one(
            item(
                "84(1)",
                Text("前月分の本人負担分以内", "前の 月の 分までです", "no more than the previous month's half"),
                (withheld <= allowed) & insured_before,
                EMPLOYEES_PENSION_ACT.article(84, 1),
            ),
            item(
                "84(1)",
                Text(
                    "退職した場合の前月分とその月分以内",
                    "やめた ときは、前の 月と その 月の 分までです",
                    "on leaving, no more than the halves of the previous and the last month",
                ),
                any_one(withheld <= of_this_month, (withheld <= allowed + of_this_month) & insured_before) & ~stays_on,
                EMPLOYEES_PENSION_ACT.article(84, 1),
                proviso=True,
            ),
            item(
                "84(2)",
                Text(
                    "賞与からの控除を含む",
                    "ボーナスから 引いた 分も あります",
                    "includes what was withheld from a bonus",
                ),
                bonus.unsettled_in_law(),
                EMPLOYEES_PENSION_ACT.article(84, 2),
                proviso=True,
            ),
        ),
        figures={"allowed_yen": allowed, "deducted_yen": withheld, "excess_yen": withheld - allowed},
    )


@limit(
    EMPLOYEES_PENSION_ACT.article(84, 1),
    EMPLOYEES_PENSION_ACT.article(27),
    id="jp.pension.withheld-without-enrolment",
    title=Text(
        "加入の届出なしに厚生年金保険料を控除しない",
        "会社は、年金に 入れないで 給料から 年金を 引くことが できません",
        "No pension contribution is withheld from a worker who is not enrolled",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def withheld_without_enrolment(job: Employment) -> Limit:
    """A contribution is withheld only from somebody whom the employer has had enrolled, now or in the month it is for.

    The worker whose slips show it is protected: the months withheld can be restored by the Act on special pension
    benefits of 2007 even after two years (knowledge; its text was not at hand).
    """
    return Limit(
        applies=_anything_withheld(job),
        respected=_enrolled(job),
        figures={"withheld_yen": _withheld(job)},
    )


NORMS = (deduction_limit, withheld_without_enrolment)
