"""A fifth of the lump-sum withdrawal payment was withheld as tax: can it be had back?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.social_insurance import PensionLumpSum
from kyosei.law.jp.laws import GENERAL_TAX_ACT, INCOME_TAX_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import MonthRounding, Months, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_FIVE_YEARS = Months(60, rounding=MonthRounding.CIVIL_CODE_143)


@right(
    INCOME_TAX_ACT.article(171),
    INCOME_TAX_ACT.article(173, 1),
    GENERAL_TAX_ACT.article(74, 1),
    GENERAL_TAX_ACT.article(117, 1),
    id="jp.tax.right-to-lump-sum-refund",
    title=Text(
        "脱退一時金から源泉徴収された所得税の還付を受ける権利",
        "年金の 一時金から 引かれた 税金（20.42％）を 返して もらえます",
        "The right to have back the tax withheld from the lump-sum withdrawal payment",
    ),
    holder="person",
    in_force=since_day(1995, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:tax-office",
)
def right_to_lump_sum_refund(person: Person) -> Right:
    """The payment is a retirement income of somebody who no longer lives in Japan: 20.42 per cent of it is withheld. Whoever
    chooses to be taxed on it as a resident would be files a return through an agent in Japan and, after the deduction for
    retirement, mostly gets all of it back.

    The claim is prescribed five years after it could first be made (art. 74 of the general Act), here counted from the day of
    the payment, so the last day shown is the true one or earlier. Only what was withheld from the payment of the employees'
    pension is meant: none is withheld from that of the National Pension. The articles of the Income Tax Act, and that the
    payment exists since April 1995, are knowledge.
    """
    paid = item(
        "171",
        Text(
            "脱退一時金が支給されてから5年以内",
            "一時金を もらって 5年までです",
            "the payment was made within five years",
        ),
        within(_FIVE_YEARS, after=told(PensionLumpSum.at(person).happened())),
        INCOME_TAX_ACT.article(171),
    )
    return Right(
        applies=paid,
        exercisable=paid,
        how=Text(
            "出国前に（または後で）日本にいる納税管理人を税務署に届け、支給決定通知書の原本を添えて還付申告する（退職所得の選択課税）",
            "日本に いる 人に 税務署へ 行って もらいます（納税管理人）。お金の 知らせの 紙（はがき）を とって おいて ください。",
            "Name a tax agent in Japan to the tax office, who files the return with the original notice of the payment",
        ),
        against="authority:tax-office",
        lost=Text(
            "請求できる日から5年で時効",
            "5年 たつと 返して もらえません。",
            "Five years after it could first be claimed",
        ),
    )


NORMS = (right_to_lump_sum_refund,)
