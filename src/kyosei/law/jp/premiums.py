"""Was the work beyond the ordinary hours, on holidays and at night paid with the premium of the law?

What the slip pays under each name is compared with the hours of the ledger at the ordinary wage of an hour: the hourly
wage itself, or of a monthly one what it comes to over the scheduled hours of a month. Yen times minutes on both sides,
so that nothing is rounded to the worker's loss. Wage claims of before 2023-11 are prescribed by now (arts. 115, 143 (3)),
so the norms begin on the day since which the fifty per cent beyond sixty hours hold for every employer (2023-04-01,
knowledge). A paid day off in place of that part (art. 37 (3)) is not told by any record; it shows as missing pay.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract, WorkPay
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT, LABOUR_STANDARDS_RULES, OVERTIME_PREMIUM_ORDER
from kyosei.law.jp.wage_ledger import exempt_from_hours, overtime
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Hours, Number, Yen, apply
from kyosei.terms.language import (
    Rounding,
    all_of,
    any_one,
    dated,
    excused_by,
    hours,
    item,
    pay_for,
    rate,
    yen,
    yen_per_hour,
)
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["NORMS"]

_SINCE = date(2023, 4, 1)
_OVERTIME = rate([(_SINCE, 125, 100)], rounding=Rounding.DOWN)
_PREMIUM_ALONE = rate([(_SINCE, 25, 100)], rounding=Rounding.DOWN)
_BEYOND_SIXTY = rate([(_SINCE, 25, 100)], rounding=Rounding.DOWN)
_HOLIDAY = rate([(_SINCE, 135, 100)], rounding=Rounding.DOWN)
_NIGHT = rate([(_SINCE, 25, 100)], rounding=Rounding.DOWN)
_SIXTY_HOURS = dated(EMPLOYMENT, Hours, [(_SINCE, 60 * 60)])

Enough = Callable[[Number[Yen], Number[Hours]], Cond]
"""Whether an amount is at least the ordinary wage for so many hours."""

_premiums = partial(
    limit,
    LABOUR_STANDARDS_ACT.article(37, 1),
    LABOUR_STANDARDS_ACT.article(37, 4),
    LABOUR_STANDARDS_RULES.article(19, 1),
    LABOUR_STANDARDS_RULES.article(21),
    OVERTIME_PREMIUM_ORDER.article("main"),
    bearer="employer",
    protects="person",
    in_force=since_day(2023, 4, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
"""What the norms for hourly and monthly wages have in common."""


def _product(amount: Number[Yen], worked: Number[Hours]) -> Number[Yen]:
    """Yen times minutes: only to be compared with another such product."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (amount, worked)))


def _with_overtime_premium(job: Employment) -> tuple[Number[Hours], Number[Hours]]:
    """The overtime as so many ordinary hours: with a quarter on top, and with another one beyond sixty hours."""
    longer = overtime(job)
    return longer.times(_OVERTIME), longer.times(_OVERTIME) + (longer - _SIXTY_HOURS).times(_BEYOND_SIXTY)


def _overtime_paid(job: Employment, enough: Enough) -> Cond:
    paid = WorkPay.at(job).allowances.of("overtime")
    with_quarter, with_half = _with_overtime_premium(job)
    return item(
        "37(1)",
        Text("時間外労働の割増賃金", "残業の お金（25％ 多い）", "overtime with a premium of a quarter, beyond 60 hours a half"),
        all_of(enough(paid, with_quarter), any_one(overtime(job) <= _SIXTY_HOURS, enough(paid, with_half))),
        LABOUR_STANDARDS_ACT.article(37, 1),
    )  # fmt: skip


def _holidays_paid(job: Employment, enough: Enough) -> Cond:
    pay = WorkPay.at(job)
    return item(
        "37(1)",
        Text("休日労働の割増賃金", "休みの 日の しごとの お金（35％ 多い）", "work on holidays with 35 per cent more"),
        enough(pay.allowances.of("holiday_work"), pay.holiday_hours.times(_HOLIDAY)),
        LABOUR_STANDARDS_ACT.article(37, 1),
    )


def _nights_paid(job: Employment, enough: Enough) -> Cond:
    pay = WorkPay.at(job)
    return item(
        "37(4)",
        Text("深夜労働の割増賃金", "夜の しごとの お金（25％ 多い）", "a quarter more for the hours from ten to five"),
        enough(pay.allowances.of("night_work"), pay.night_hours.times(_NIGHT)),
        LABOUR_STANDARDS_ACT.article(37, 4),
    )


def _by_the_month(job: Employment) -> Enough:
    """The monthly wage over the scheduled hours: base pay and what is paid each month for the work itself.

    Family, commuting and housing allowances and bonuses stay out (Regulations art. 21); an allowance of unknown kind waits
    for judgement.
    """
    pay, scheduled = WorkPay.at(job), WorkContract.at(job).scheduled_hours_per_month
    counted = pay.base_yen + pay.allowances.of("position") + pay.allowances.of("attendance")
    with_unnamed = counted + pay.allowances.of("other")

    def enough(paid: Number[Yen], worked: Number[Hours]) -> Cond:
        surely = _product(paid, scheduled) >= _product(with_unnamed, worked)
        perhaps = _product(paid, scheduled) >= _product(counted, worked)
        return excused_by(surely, perhaps)

    return enough


def _by_the_hour(job: Employment) -> Enough:
    wage = WorkContract.at(job).wage_yen_per_hour
    return lambda paid, worked: _product(paid, hours(1, EMPLOYMENT)) >= pay_for(worked, wage)


@_premiums(
    id="jp.labour.premiums",
    title=Text(
        "割増賃金（時間外・休日・深夜、月給）",
        "残業・休みの 日・夜の しごとの お金（月給）",
        "Premiums for overtime, holidays and nights (monthly pay)",
    ),
)
def premiums(job: Employment) -> Limit:
    """Overtime is paid with a quarter more, beyond sixty hours a month with half, work on a statutory holiday with 35 per
    cent, and each hour between ten at night and five in the morning with a further quarter. Who is exempt from the rules
    about hours still gets the premium for nights.
    """
    enough = _by_the_month(job)
    longer = any_one(exempt_from_hours(job), all_of(_overtime_paid(job, enough), _holidays_paid(job, enough)))
    return Limit(
        applies=all_of(employed(job), WorkContract.at(job).wage_yen_per_month > yen(0, EMPLOYMENT)),
        respected=all_of(longer, _nights_paid(job, enough)),
        figures={"overtime_hours": overtime(job), "overtime_pay_yen": WorkPay.at(job).allowances.of("overtime")},
    )


def _premium_beside_the_base(job: Employment) -> Cond:
    """The ordinary part of overtime may stand in the base pay, and only the premium under its own name."""
    pay = WorkPay.at(job)
    together = pay.base_yen + pay.allowances.of("overtime")
    return _by_the_hour(job)(together, pay.hours_paid + overtime(job).times(_PREMIUM_ALONE))


@_premiums(
    id="jp.labour.premiums-by-the-hour",
    title=Text(
        "割増賃金（時間外・休日・深夜、時給）",
        "残業・休みの 日・夜の しごとの お金（時給）",
        "Premiums for overtime, holidays and nights (hourly pay)",
    ),
)
def premiums_by_the_hour(job: Employment) -> Limit:
    """The same of an hourly wage. Where the slip has the ordinary wage of overtime in the base pay and only the premium
    under its own name, the two together may be enough: that is for the labour office to see.
    """
    enough = _by_the_hour(job)
    overtime_paid = any_one(_overtime_paid(job, enough), _premium_beside_the_base(job).waits_for_judgement())
    longer = any_one(exempt_from_hours(job), all_of(overtime_paid, _holidays_paid(job, enough)))
    return Limit(
        applies=all_of(employed(job), WorkContract.at(job).wage_yen_per_hour > yen_per_hour(0, EMPLOYMENT)),
        respected=all_of(longer, _nights_paid(job, enough)),
        figures={"overtime_hours": overtime(job), "overtime_pay_yen": WorkPay.at(job).allowances.of("overtime")},
    )


NORMS = (premiums, premiums_by_the_hour)
