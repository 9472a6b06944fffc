"""Was the worker paid what was promised: what the office was told, what was signed and what was paid, side by side?

A month's pay is compared with the agreed monthly wage, and where fewer hours were paid for than a month has, in
proportion: yen times minutes on both sides, so that nothing is rounded. Pay for overtime, holidays and nights and
bonuses come on top of the monthly wage and do not fill it up.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.immigration import DeclaredConditions
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract, WorkPay
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Hours, Number, Yen, apply
from kyosei.terms.language import Rounding, all_of, any_one, item, pay_for, rate, yen, yen_per_hour
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["NORMS", "contract_as_applied", "paid_as_agreed", "wages_by_the_hour_in_full", "wages_in_full"]

_IN_FORCE = since_day(1947, 9, 1)
_READ_ON = date(2026, 11, 21)
_SIXTY = rate([(date(1900, 1, 1), 60, 1)], rounding=Rounding.DOWN)


def paid_as_agreed(job: Employment, agreed: Number[Yen]) -> Cond:
    """The pay of the month reaches an agreed monthly wage, in proportion where fewer hours were paid for."""
    ordinary = _ordinary_pay(job)
    scheduled = WorkContract.at(job).scheduled_hours_per_month
    return item(
        "24(1)",
        Text("賃金の全額の支払", "やくそくの お金を ぜんぶ はらいました", "the agreed wage was paid in full"),
        any_one(
            ordinary >= agreed,
            _for_hours(ordinary, scheduled) >= _for_hours(agreed, WorkPay.at(job).hours_paid),
        ),
        LABOUR_STANDARDS_ACT.article(24, 1),
    )


def _ordinary_pay(job: Employment) -> Number[Yen]:
    """The pay without what comes on top of the monthly wage."""
    pay = WorkPay.at(job)
    extra = pay.allowances
    return pay.gross_yen - extra.of("overtime") - extra.of("holiday_work") - extra.of("night_work") - extra.of("bonus")


def _for_hours(amount: Number[Yen], worked: Number[Hours]) -> Number[Yen]:
    """Yen times minutes: only to be compared with another such product."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (amount, worked)))


def _lawful_deductions(job: Employment) -> Cond:
    """Nothing is taken off for support, and other things only by a written agreement with the staff."""
    taken = WorkPay.at(job).deductions
    nothing = yen(0, EMPLOYMENT)
    agreed = taken.of("rent") + taken.of("meals") + taken.of("utilities") + taken.of("union")
    return all_of(
        item(
            None,
            Text("支援費用の控除がない", "支援の お金を ひいて いません", "nothing is deducted for support"),
            taken.of("support_cost") <= nothing,
        ),
        item(
            "24(1)",
            Text(
                "労使協定のない控除がない",
                "ひいて いる お金は、会社の 人たちとの やくそくが あります",
                "deductions for rent, meals, utilities and dues rest on a written agreement",
            ),
            any_one(agreed <= nothing, EmployerProfile.at(employer=job.employer).deduction_agreement),
            LABOUR_STANDARDS_ACT.article(24, 1),
            proviso=True,
        ),
    )


@limit(
    LABOUR_STANDARDS_ACT.article(15, 1),
    LABOUR_STANDARDS_ACT.article(24, 1),
    id="jp.labour.contract-as-applied",
    title=Text(
        "申告・契約・支払の一致",
        "入管に 言った お金、けいやくの お金、もらった お金が おなじ",
        "Told, signed and paid agree",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def contract_as_applied(job: Employment) -> Limit:
    """The wage signed is no lower than the one the immigration office was told, and the pay no lower than the one signed."""
    contract, declared = WorkContract.at(job), DeclaredConditions.at(job)
    return Limit(
        applies=all_of(employed(job), contract.holds(), declared.holds()),
        respected=all_of(
            item(
                "15(1)",
                Text(
                    "契約の賃金が申告以上",
                    "けいやくの お金は 入管に 言った お金 より 高いか 同じ",
                    "the signed wage is at least the declared one",
                ),
                contract.wage_yen_per_month >= declared.wage_yen_per_month,
                LABOUR_STANDARDS_ACT.article(15, 1),
            ),
            paid_as_agreed(job, contract.wage_yen_per_month),
        ),
        figures={
            "told_yen": declared.wage_yen_per_month,
            "signed_yen": contract.wage_yen_per_month,
            "paid_yen": WorkPay.at(job).gross_yen,
        },
    )


@limit(
    LABOUR_STANDARDS_ACT.article(24, 1),
    id="jp.labour.wages-in-full",
    title=Text(
        "賃金の全額払い（月給）",
        "会社は やくそくの お金を ぜんぶ はらいます（月給）",
        "Wages are paid in full (monthly pay)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def wages_in_full(job: Employment) -> Limit:
    """The employer pays the agreed monthly wage in full and deducts only what a law or a written agreement allows.

    The shortfall is against the whole pay: where overtime alone fills it up, or a deduction breaks the rule, it is none.
    """
    agreed, pay = WorkContract.at(job).wage_yen_per_month, WorkPay.at(job)
    return Limit(
        applies=all_of(employed(job), agreed > yen(0, EMPLOYMENT)),
        respected=all_of(paid_as_agreed(job, agreed), _lawful_deductions(job)),
        figures={
            "agreed_yen": agreed,
            "paid_yen": pay.gross_yen,
            "shortfall_yen": agreed - pay.gross_yen,
            "support_cost_yen": pay.deductions.of("support_cost"),
        },
    )


@limit(
    LABOUR_STANDARDS_ACT.article(24, 1),
    id="jp.labour.wages-in-full-by-the-hour",
    title=Text(
        "賃金の全額払い（時給）",
        "会社は やくそくの お金を ぜんぶ はらいます（時給）",
        "Wages are paid in full (hourly pay)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def wages_by_the_hour_in_full(job: Employment) -> Limit:
    """The employer pays the agreed hourly wage for every hour paid for and deducts only what a law or agreement allows."""
    agreed, pay = WorkContract.at(job).wage_yen_per_hour, WorkPay.at(job)
    return Limit(
        applies=all_of(employed(job), agreed > yen_per_hour(0, EMPLOYMENT)),
        respected=all_of(
            item(
                "24(1)",
                Text("賃金の全額の支払", "やくそくの お金を ぜんぶ はらいました", "the agreed wage was paid in full"),
                pay.gross_yen.times(_SIXTY) >= pay_for(pay.hours_paid, agreed),
                LABOUR_STANDARDS_ACT.article(24, 1),
            ),
            _lawful_deductions(job),
        ),
        figures={"paid_yen": pay.gross_yen, "support_cost_yen": pay.deductions.of("support_cost")},
    )


NORMS = (contract_as_applied, wages_in_full, wages_by_the_hour_in_full)
