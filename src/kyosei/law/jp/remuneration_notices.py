"""Did the employer tell the Pension Service of pay and bonuses, and withhold no more from a bonus than the law allows?

A change of pay by two grades over three months is reported at once (Employees' Pension Insurance Regulations art. 19): that
names no day, so the limit on the standard remuneration on record (`standard_remuneration`) is where its absence shows.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkBonus
from kyosei.facts.vocabulary.social_insurance import PensionBonusNotice, PensionRemunerationNotice
from kyosei.law.jp.insured import insured_by_employees_pension
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, EMPLOYEES_PENSION_RULES, HEALTH_INSURANCE_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.law.jp.tables.social_insurance import PENSION_PREMIUM_RATE
from kyosei.norms.declare import duty, limit, since_day
from kyosei.norms.forms import Counting, Duty, Limit, by_calendar_day, days_after
from kyosei.terms.expressions import Cond, Heads, Yen
from kyosei.terms.language import Rounding, all_of, dated, heads, item, rate, shifted, yen
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "report_bonus", "report_remuneration"]

_notice = partial(
    duty, bearer="employer", protects="person", in_force=since_day(2003, 4, 1), verified_on=date(2026, 11, 22),
    layer="ministerial_ordinance", authority="authority:pension-service",
)  # fmt: skip
"""What the two notices have in common. July has been the month, and bonuses have counted, since April 2003 (knowledge)."""

_FIRST_OF_JULY = [
    row for year in range(2003, 2061) for row in ((date(year, 7, 1), 1), (date(year, 7, 2), 0))
]  # a calendar day as a parameter: it holds on that day alone
_FROM_END_OF_MAY = 31
"""Days from 31 May to 1 July: whoever became insured later is not asked for in that year (art. 21 (3))."""

_HALF = rate([(v.from_day, v.value or 0, 200_000) for v in PENSION_PREMIUM_RATE.values], rounding=Rounding.HALF_DOWN)
"""Half of the rate (per 100,000); when withheld, up to fifty sen are dropped and more are rounded up."""
_THOUSANDS = rate([(date(2003, 4, 1), 1, 1000)], rounding=Rounding.DOWN)
_OF_THOUSANDS = rate([(date(2003, 4, 1), 1000, 1)], rounding=Rounding.DOWN)
_MOST_A_MONTH = dated(EMPLOYMENT, Yen, [(date(2003, 4, 1), 1_500_000)])
"""Cabinet Order 246 of 2020 art. 2 left it so when it added a grade; that it began in April 2003 is knowledge."""


def _first_of_july() -> Cond:
    today = dated(EMPLOYMENT, Heads, [(date(1900, 1, 1), 0), *_FIRST_OF_JULY])
    return item(
        "21(1)",
        Text("7月1日", "7月1日", "1 July"),
        today >= heads(1, EMPLOYMENT),
        EMPLOYEES_PENSION_ACT.article(21, 1),
    )


@_notice(
    EMPLOYEES_PENSION_RULES.article(18, 1),
    HEALTH_INSURANCE_RULES.article(25, 1),
    EMPLOYEES_PENSION_ACT.article(21, 1),
    EMPLOYEES_PENSION_ACT.article(21, 3),
    id="jp.pension.report-remuneration",
    title=Text(
        "算定基礎届（毎年7月10日まで）",
        "会社は 毎年 7月10日までに、給料を 年金事務所に 届けます",
        "Report the monthly remuneration by 10 July each year",
    ),
)
def report_remuneration(job: Employment) -> Duty:
    """By 10 July the employer reports what each insured worker was paid from April to June; it counts from September.

    Not asked for whoever became insured in June or on 1 July. Nor for whoever has a new standard from July to September:
    that is reported by a notice of change, which is taken as well. The 10th is a date, not a period, so it stays, and
    offices accept the next working day. Where the health insurer is a society, it is told in the same way.
    """
    insured = insured_by_employees_pension(job)
    notice = PensionRemunerationNotice.at(job)
    return Duty(
        arises=all_of(_first_of_july(), insured, shifted(insured, days_later=_FROM_END_OF_MAY)),
        performed=notice.where(PensionRemunerationNotice.notice.is_in(("regular", "change"))).happened(),
        due=by_calendar_day(7, 10, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


@_notice(
    EMPLOYEES_PENSION_RULES.article("19-5", 1),
    HEALTH_INSURANCE_RULES.article(27, 1),
    EMPLOYEES_PENSION_ACT.article("24-4", 1),
    id="jp.pension.report-bonus",
    title=Text(
        "賞与支払届（5日以内）",
        "会社は ボーナスを はらったら、5日以内に 年金事務所に 届けます",
        "Report a bonus to the Pension Service within five days",
    ),
)
def report_bonus(job: Employment) -> Duty:
    """The employer reports each insured worker's bonus within five days of paying it; without it the bonus never counts
    for the pension.
    """
    return Duty(
        arises=told(WorkBonus.at(job).happened()) & insured_by_employees_pension(job),
        performed=PensionBonusNotice.at(job).happened(key="paid_on"),
        due=days_after(5, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        matched_by_day=True,
    )


@limit(
    EMPLOYEES_PENSION_ACT.article(84, 2),
    EMPLOYEES_PENSION_ACT.article("24-4", 1),
    EMPLOYEES_PENSION_ACT.article(82, 1),
    id="jp.pension.bonus-deduction-limit",
    title=Text(
        "賞与からの厚生年金保険料の控除は本人負担分以内",
        "会社が ボーナスから 引いて いい 年金は 決まって います",
        "No more than the worker's half may be withheld from a bonus",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2017, 9, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def bonus_deduction_limit(job: Employment) -> Limit:
    """From a bonus the employer may withhold the worker's half of its contribution: of the full thousands of yen, and of
    1,500,000 yen at most. Several bonuses of a month share that top; here each is compared by itself. The verdict stands on
    the day of payment.
    """
    bonus = WorkBonus.at(job)
    withheld = bonus.pension_deducted_yen
    allowed = bonus.gross_yen.times(_THOUSANDS).times(_OF_THOUSANDS).times(_HALF)
    return Limit(
        applies=bonus.happened() & enrolled_in_employees_pension(job) & (withheld >= yen(1, EMPLOYMENT)),
        respected=all_of(
            item(
                "84(2)",
                Text("標準賞与額の本人負担分以内", "ボーナスの 年金の 半分までです", "no more than half for the bonus"),
                withheld <= allowed,
                EMPLOYEES_PENSION_ACT.article(84, 2),
            ),
            item(
                "24-4(1)",
                Text("150万円分以内", "150万円の 分までです", "no more than half for 1,500,000 yen"),
                withheld <= _MOST_A_MONTH.times(_HALF),
                EMPLOYEES_PENSION_ACT.article("24-4", 1),
            ),
        ),
        figures={"allowed_yen": allowed, "deducted_yen": withheld},
    )


NORMS = (report_remuneration, report_bonus, bonus_deduction_limit)
