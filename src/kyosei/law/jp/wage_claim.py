"""May wages that were not paid still be claimed, and until when?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import MonthRounding, Months, dated, heads, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_THREE_YEARS = Months(36, rounding=MonthRounding.CIVIL_CODE_143)
_LONGER_SINCE = date(2020, 4, 1)


def _unpaid(job: Employment) -> Cond:
    """On the days of the wage period: its pay was told to be unpaid on or after its payday, and not told to be paid since."""
    pay = WorkPay.at(job)
    three_years = dated(EMPLOYMENT, Heads, [(date(1900, 1, 1), 0), (_LONGER_SINCE, 1)]) >= heads(1, EMPLOYMENT)
    unpaid = told(pay.holds() & (pay.unpaid_as_of >= pay.due_on))
    return unpaid & ~told(pay.paid_on >= pay.due_on) & three_years


@right(
    LABOUR_STANDARDS_ACT.article(115),
    LABOUR_STANDARDS_ACT.article(24, 2),
    id="jp.labour.right-to-unpaid-wages",
    title=Text(
        "未払賃金を請求する権利（3年）",
        "もらって いない 給料は 3年まで もらえます",
        "The right to wages that were not paid, for three years",
    ),
    holder="person",
    in_force=since_day(2020, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_unpaid_wages(job: Employment) -> Right:
    """Wages that were due on or after 1 April 2020 can be claimed for five years, for now three (art. 143 (3), knowledge), also
    after leaving and whatever the status of residence.

    The time runs from the payday. The record shows only the wage period, so it is counted here from its last day, which is
    seldom after the payday: the true last day is this one or later. A demand, a lawsuit or what the employer admits stops the
    time (Civil Code arts. 147 to 152); no record tells of that.
    """
    claim = item(
        "115",
        Text(
            "未払いの賃金がある（3年以内）",
            "もらって いない 給料が あります",
            "wages of the last three years are unpaid",
        ),
        within(_THREE_YEARS, after=_unpaid(job)),
        LABOUR_STANDARDS_ACT.article(115),
    )
    return Right(
        applies=claim,
        exercisable=claim,
        how=Text(
            "会社に書面（内容証明郵便など）で請求する。労働基準監督署への申告、支払督促・少額訴訟・労働審判もできる",
            "会社に 紙で 言います。労働基準監督署や 裁判所にも 言えます。",
            "Demand it from the employer in writing; the labour standards office and the courts can be turned to as well",
        ),
        against="authority:labour-office",
        lost=Text(
            "支払日から3年（当分の間）で時効。請求や裁判で時効の完成は猶予される",
            "給料日から 3年で もらえなく なります。早く 言って ください。",
            "Three years after the payday, unless the claim was raised before",
        ),
    )


NORMS = (right_to_unpaid_wages,)
