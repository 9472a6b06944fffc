"""Is the pay of every day worked at least the regional minimum wage of the place of work?

Base pay and the allowances that count are compared with the hours they pay for at the amount of the day: sixty times
the yen against minutes times yen an hour, so that nothing is rounded, and a pay period in which the amount changes is
met before the change and short after it. Not counted are bonuses, pay for overtime, holidays and nights, and attendance,
commuting and family allowances (Regulations arts. 1 and 2 and the decisions on the amounts); an item that we cannot
name waits for judgement if the verdict hangs on it. A dispatched worker's place is the client's (art. 13).

A permit to reduce the amount (art. 7) is weighed where somebody shows one: how far it reaches is for the labour office.

Not asked here: a higher industry minimum (art. 15). Domestic workers and households of relatives are outside the Act.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import MINIMUM_WAGE_ACT, MINIMUM_WAGE_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.minimum_wage import REGIONAL_MINIMUM_WAGE
from kyosei.norms.declare import limit, since_day, status
from kyosei.norms.forms import Limit, Status
from kyosei.terms.expressions import Cond, Hours, Number, Yen, YenPerHour
from kyosei.terms.language import (
    Rounding,
    all_of,
    any_one,
    excused_by,
    item,
    looked_up,
    pay_for,
    rate,
    yen,
    yen_per_hour,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "agreed_hourly_wage_stands", "minimum_wage", "minimum_wage_by_the_hour", "regional_minimum"]

_IN_FORCE = since_day(2019, 10, 6)
"""The Act is older, but no amount before the fiscal year 2019 is listed here."""
_READ_ON = date(2026, 11, 21)
_NEXT_AMOUNTS = date(2027, 9, 15)
_SIXTY = rate([(date(1900, 1, 1), 60, 1)], rounding=Rounding.DOWN)
_SIXTIETH = rate([(date(1900, 1, 1), 1, 60)], rounding=Rounding.UP)


def regional_minimum(job: Employment) -> Number[YenPerHour]:
    """The regional minimum wage at the place of work on the day worked."""
    return item(
        "9(1)",
        Text("地域別最低賃金", "この 県の いちばん 低い 時給", "regional minimum wage"),
        looked_up(
            WorkContract.at(job).workplace_prefecture,
            YenPerHour,
            [(code, [(day, amount) for day, amount, _ in series]) for code, series in REGIONAL_MINIMUM_WAGE],
        ),
        MINIMUM_WAGE_ACT.article(9, 1),
    )


def _enough(job: Employment, worked: Number[Hours]) -> Cond:
    """The pay of the period, spread over so many hours, reaches the amount of the day."""
    pay = WorkPay.at(job)
    needed = pay_for(worked, regional_minimum(job))
    counted = pay.base_yen + pay.allowances.of("position") + pay.allowances.of("housing")
    with_unnamed = counted + pay.allowances.of("other")
    return item(
        "4(3)",
        Text(
            "算入される賃金 ÷ 時間 ≧ 最低賃金",
            "1時間の お金が 最低賃金 より 高いか 同じ",
            "what counts of the pay, by the hour, is at least the minimum wage",
        ),
        any_one(
            _at_least(pay.base_yen, needed),
            all_of(
                _at_least(pay.gross_yen, needed),
                item(
                    None,
                    Text(
                        "種類の分からない手当があれば判断を待つ",
                        "なにの お金か わからない 手当は、役所が きめます",
                        "an allowance of unknown kind waits for judgement",
                    ),
                    excused_by(_at_least(counted, needed), _at_least(with_unnamed, needed)),
                ),
            ),
        ),
        MINIMUM_WAGE_ACT.article(4, 3),
    )


def _at_least(paid: Number[Yen], needed: Number[Yen]) -> Cond:
    """An amount reaches sixty times what was needed, which is what `pay_for` gives."""
    return paid.times(_SIXTY) >= needed


def _reduced_by_permit(job: Employment) -> Cond:
    """A permit to pay less is on record; the amount it allows is not."""
    return item(
        "7",
        Text("最低賃金の減額の特例の許可", "最低賃金 より 低くても よい 許可", "permit to reduce the minimum wage"),
        told(WorkContract.at(job).minimum_wage_reduction_permit).waits_for_judgement(),
        MINIMUM_WAGE_ACT.article(7),
    )


def _figures(job: Employment) -> dict[str, Number[Yen]]:
    """What the hours paid for had to earn, what was paid, and by how much all of it at least falls short (below zero: not)."""
    pay = WorkPay.at(job)
    needed = pay_for(pay.hours_paid, regional_minimum(job)).times(_SIXTIETH)
    return {"needed_yen": needed, "base_yen": pay.base_yen, "shortfall_yen": needed - pay.gross_yen}


@limit(
    MINIMUM_WAGE_ACT.article(4, 1),
    MINIMUM_WAGE_ACT.article(9, 1),
    MINIMUM_WAGE_RULES.article(1),
    MINIMUM_WAGE_RULES.article(2),
    id="jp.labour.minimum-wage",
    title=Text(
        "地域別最低賃金以上の賃金（月給）",
        "会社は 最低賃金 より 高いか 同じ お金を はらいます（月給）",
        "Pay at least the regional minimum wage (monthly pay)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_NEXT_AMOUNTS,
    authority="authority:labour-office",
)
def minimum_wage(job: Employment) -> Limit:
    """The employer pays a worker with a monthly wage at least the regional minimum wage for every hour of the month.

    A monthly wage is spread over the hours it paid for, or over the scheduled hours of a month.
    """
    contract = WorkContract.at(job)
    return Limit(
        applies=all_of(employed(job), contract.wage_yen_per_month > yen(0, EMPLOYMENT)),
        respected=any_one(
            _enough(job, WorkPay.at(job).hours_paid),
            _enough(job, contract.scheduled_hours_per_month),
            _reduced_by_permit(job),
        ),
        figures=_figures(job),
    )


@limit(
    MINIMUM_WAGE_ACT.article(4, 1),
    MINIMUM_WAGE_ACT.article(9, 1),
    MINIMUM_WAGE_RULES.article(1),
    MINIMUM_WAGE_RULES.article(2),
    id="jp.labour.minimum-wage-by-the-hour",
    title=Text(
        "地域別最低賃金以上の賃金（時給）",
        "会社は 最低賃金 より 高いか 同じ お金を はらいます（時給）",
        "Pay at least the regional minimum wage (hourly pay)",
    ),
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_NEXT_AMOUNTS,
    authority="authority:labour-office",
)
def minimum_wage_by_the_hour(job: Employment) -> Limit:
    """The employer pays a worker with an hourly wage at least the regional minimum wage for every hour paid for."""
    return Limit(
        applies=all_of(employed(job), WorkContract.at(job).wage_yen_per_hour > yen_per_hour(0, EMPLOYMENT)),
        respected=any_one(_enough(job, WorkPay.at(job).hours_paid), _reduced_by_permit(job)),
        figures=_figures(job),
    )


@status(
    MINIMUM_WAGE_ACT.article(4, 2),
    id="jp.labour.agreed-hourly-wage-stands",
    title=Text(
        "約定した時間給の効力（最低賃金未満の部分は無効）",
        "けいやくの 時給は 最低賃金 より 高いか 同じ ですか",
        "Does the agreed hourly wage stand, or does the minimum wage replace it?",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_NEXT_AMOUNTS,
    authority="authority:labour-office",
)
def agreed_hourly_wage_stands(job: Employment) -> Status:
    """An agreed hourly wage below the minimum is void so far, and the minimum wage takes its place."""
    agreed = WorkContract.at(job).wage_yen_per_hour
    return Status(
        applies=all_of(employed(job), agreed > yen_per_hour(0, EMPLOYMENT)),
        holds=any_one(agreed >= regional_minimum(job), _reduced_by_permit(job)),
        figures={"agreed_yen_per_hour": agreed, "minimum_yen_per_hour": regional_minimum(job)},
    )


NORMS = (minimum_wage, minimum_wage_by_the_hour, agreed_hourly_wage_stands)
