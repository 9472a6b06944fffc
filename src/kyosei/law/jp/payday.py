"""Was the wage paid by its day, and were days of closure on the employer's account paid for?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkAbsence, WorkPay
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.wage_ledger import months_ago
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Days, Number, Yen, apply
from kyosei.terms.language import (
    MonthRounding,
    Months,
    Rounding,
    all_of,
    any_one,
    days,
    excused_by,
    item,
    rate,
    within,
)
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["NORMS"]

_ACT = date(1947, 9, 1)
_SIXTY_PER_CENT = rate([(_ACT, 60, 100)], rounding=Rounding.DOWN)
_FEWEST, _MOST = 89, 92
"""The days of three months in a row, by which their wages are divided."""

_wages = partial(
    limit,
    bearer="employer",
    protects="person",
    in_force=since_day(1947, 9, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
"""What the two norms have in common."""


@_wages(
    LABOUR_STANDARDS_ACT.article(24, 2),
    id="jp.labour.wages-by-payday",
    title=Text("賃金の毎月一定期日払い", "会社は 給料日に 給料を はらいます", "Wages are paid by the payday"),
)
def paid_by_payday(job: Employment) -> Limit:
    """Wages are paid at least once a month on a fixed day. That day is agreed, and no act moves it when banks are closed: work
    rules say whether the day before or the day after counts, so the payday of the slip is the one of that month. Bonuses
    and what is paid for longer periods have no such day.
    """
    pay = WorkPay.at(job)
    return Limit(
        applies=all_of(employed(job), pay.holds()),
        respected=item(
            "24(2)",
            Text("支払期日までの支払", "給料日までに はらった", "paid by the payday"),
            all_of(pay.paid_on <= pay.due_on, ~told(pay.unpaid_as_of > pay.due_on)),
            LABOUR_STANDARDS_ACT.article(24, 2),
        ),
    )


def _in_three_months(job: Employment) -> Number[Yen]:
    """The wages of the three months before, without bonuses (art. 12 (4))."""
    pay = WorkPay.at(job)
    ordinary = pay.gross_yen - pay.allowances.of("bonus")
    return months_ago(ordinary, 1) + months_ago(ordinary, 2) + months_ago(ordinary, 3)


def _yen_days(amount: Number[Yen], counted: Number[Days]) -> Number[Yen]:
    """Yen times days: only to be compared with another such product."""
    return Number(apply(Op.MULTIPLY, Value.NUMBER, (amount, counted)))


def _enough(job: Employment, divisor: int) -> Cond:
    """The allowance is sixty per cent of the average wage, if three months had so many days."""
    pay = WorkPay.at(job)
    owed = _yen_days(_in_three_months(job).times(_SIXTY_PER_CENT), pay.closure_days)
    return _yen_days(pay.allowances.of("closure"), days(divisor, EMPLOYMENT)) >= owed


def _other_average(job: Employment) -> Cond:
    """Absences that article 12 (3) leaves out of the average, in the four months up to now."""
    left_out = ("work_injury", "maternity", "childcare")
    absent = told(WorkAbsence.at(job).where(WorkAbsence.reason.is_in(left_out)).holds())
    return within(Months(4, rounding=MonthRounding.CIVIL_CODE_143), after=absent)


@_wages(
    LABOUR_STANDARDS_ACT.article(26),
    LABOUR_STANDARDS_ACT.article(12, 1),
    id="jp.labour.closure-pay",
    title=Text(
        "休業手当（平均賃金の6割以上）",
        "会社の 理由で 休みの とき、会社は 60％ 以上の お金を はらいます",
        "Sixty per cent of the average wage for days of closure",
    ),
)
def closure_paid(job: Employment) -> Limit:
    """For days without work on the employer's account the worker gets at least sixty per cent of the average wage.

    The average is the pay of the three months before, divided by their days, of which there are 89 to 92: what would do for
    92 but not for 89 is left to the office, which counts them. So is a lower bound for hourly pay (art. 12 (1) item 1) and
    an average that leaves out absences (art. 12 (3)). A worker with less than three months at the employer stays open.
    """
    surely, perhaps = _enough(job, _FEWEST), _enough(job, _MOST)
    return Limit(
        applies=all_of(employed(job), WorkPay.at(job).closure_days > days(0, EMPLOYMENT)),
        respected=item(
            "26",
            Text("平均賃金の100分の60以上", "平均の 60％ 以上", "at least sixty per cent of the average wage"),
            any_one(excused_by(surely, perhaps), _other_average(job).waits_for_judgement()),
            LABOUR_STANDARDS_ACT.article(26),
        ),
        figures={"closure_days": WorkPay.at(job).closure_days, "paid_yen": WorkPay.at(job).allowances.of("closure")},
    )


NORMS = (paid_by_payday, closure_paid)
