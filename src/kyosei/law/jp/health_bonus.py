"""Did the employer withhold no more health insurance premium from a bonus than the worker's half of it?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkBonus
from kyosei.law.jp.health_deductions import halves_of, of_care_age, rate_was_read, with_the_association
from kyosei.law.jp.laws import HEALTH_INSURANCE_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Number, Yen
from kyosei.terms.language import Rounding, all_of, any_one, dated, each_month, item, rate, yen
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_FROM = date(2024, 4, 1)
_THOUSANDS = rate([(_FROM, 1, 1000)], rounding=Rounding.DOWN)
_OF_THOUSANDS = rate([(_FROM, 1000, 1)], rounding=Rounding.DOWN)
_MOST_A_YEAR = dated(EMPLOYMENT, Yen, [(_FROM, 5_730_000)])
"""Of a fiscal year, April to March."""


def _no_more_than(withheld: Number[Yen], base: Number[Yen], job: Employment, *, care: bool) -> Cond:
    return any_one(*(withheld <= way for way in halves_of(base, job, care=care)))


def _within(withheld: Number[Yen], base: Number[Yen], job: Employment) -> Cond:
    """Without the care premium, or with it for whoever is of that age when the month ends."""
    at_the_end_of_the_month = each_month(of_care_age(job), from_months_ago=0, to_months_ago=0)
    return any_one(
        _no_more_than(withheld, base, job, care=False),
        _no_more_than(withheld, base, job, care=True) & at_the_end_of_the_month,
    )


@limit(
    HEALTH_INSURANCE_ACT.article(167, 2),
    HEALTH_INSURANCE_ACT.article(45, 1),
    HEALTH_INSURANCE_ACT.article(156, 1),
    HEALTH_INSURANCE_ACT.article(161, 1),
    id="jp.health.bonus-deduction-limit",
    title=Text(
        "賞与からの健康保険料・介護保険料の控除は本人負担分以内（協会けんぽ）",
        "会社が ボーナスから 引いて いい 健康保険は 決まって います",
        "No more than the worker's half of the health premium may be withheld from a bonus",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2024, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def health_bonus_deduction_limit(job: Employment) -> Limit:
    """From a bonus the employer may withhold the worker's half of its premium: of the full thousands of yen, by the rates of the
    month of payment, and within a fiscal year of 5,730,000 yen at most. What earlier bonuses of the year left of that top is
    not reckoned here: each is compared by itself, so too much may pass, but nothing lawful is called too much.

    Of the association's insured only. Where the rate of the year is known but was not read in a list, too much is open(law).
    """
    bonus = WorkBonus.at(job)
    withheld = bonus.health_deducted_yen
    thousands = bonus.gross_yen.times(_THOUSANDS).times(_OF_THOUSANDS)
    return Limit(
        applies=all_of(told(bonus.happened()), with_the_association(job), withheld >= yen(1, EMPLOYMENT)),
        respected=any_one(
            all_of(
                item(
                    "167(2)",
                    Text(
                        "標準賞与額の本人負担分以内",
                        "ボーナスの 健康保険の 半分までです",
                        "no more than half for the bonus",
                    ),
                    _within(withheld, thousands, job),
                    HEALTH_INSURANCE_ACT.article(167, 2),
                ),
                item(
                    "45(1)",
                    Text("年度573万円分以内", "1年に 573万円の 分までです", "no more than half for 5,730,000 yen"),
                    _within(withheld, _MOST_A_YEAR, job),
                    HEALTH_INSURANCE_ACT.article(45, 1),
                ),
            ),
            item(
                "160(1)",
                Text(
                    "その年度の料率は未確認",
                    "その 年の 計算は まだ たしかめて いません",
                    "the rate of the year was not read in a list",
                ),
                (~rate_was_read(job, months_ago=0)).unsettled_in_law(),
                HEALTH_INSURANCE_ACT.article(160, 1),
            ),
        ),
        figures={
            "allowed_yen": halves_of(thousands, job, care=False)[0],
            "allowed_with_care_yen": halves_of(thousands, job, care=True)[0],
            "deducted_yen": withheld,
        },
    )


NORMS = (health_bonus_deduction_limit,)
