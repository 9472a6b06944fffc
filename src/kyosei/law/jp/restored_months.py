"""Contributions were withheld and nobody was enrolled: can the months be restored, even after two years?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, SPECIAL_PENSION_BENEFITS_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import WindowEdge, each_month, ever, item, yen
from kyosei.terms.text import Text

__all__ = ["NORMS"]


@right(
    SPECIAL_PENSION_BENEFITS_ACT.article(1, 1),
    EMPLOYEES_PENSION_ACT.article(75),
    EMPLOYEES_PENSION_ACT.article(92, 1),
    id="jp.pension.right-to-restored-months",
    title=Text(
        "保険料が控除された月を年金記録に回復する権利（厚生年金特例法）",
        "給料から 年金を 引かれたのに 記録が ない とき、記録を なおせます",
        "The right to have months restored for which contributions were withheld",
    ),
    holder="person",
    in_force=since_day(2007, 12, 19),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def right_to_restored_months(job: Employment) -> Right:
    """Months for which the employer withheld contributions, and of which the record has none, are put into the record and count
    for the pension, although the right to collect them has long been prescribed. The worker asks to have the record
    corrected and shows slips; the employer is asked to pay, named if it does not, and the State pays in its place.

    Not for somebody who knew, or should have known, that the employer had not filed. The Act's text was not at hand: its
    article, its day and the procedure are knowledge. A slip may be of the months for which the employer may still file; then
    the confirmation of the status (jp.pension.right-to-confirmation) is the shorter way.
    """
    enrolled = each_month(enrolled_in_employees_pension(job), from_months_ago=1, to_months_ago=1)
    pay = WorkPay.at(job)
    withheld = told(pay.holds() & (pay.pension_deducted_yen >= yen(1, EMPLOYMENT)))
    lost = item(
        "1(1)",
        Text(
            "保険料が控除されたが加入記録がない月がある",
            "給料から 引かれて、記録が ない 月が あります",
            "a month's contribution was withheld and nothing is on record",
        ),
        ever(withheld & ~enrolled, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
        SPECIAL_PENSION_BENEFITS_ACT.article(1, 1),
    )
    return Right(
        applies=lost,
        exercisable=lost,
        how=Text(
            "年金事務所に給与明細などを添えて年金記録の訂正を請求する（無料）",
            "年金事務所に、給料の 明細を もって いって、記録を なおして もらいます。お金は いりません。",
            "Ask a pension office to correct the record and show the pay slips; it is free",
        ),
        against="authority:pension-service",
        lost=Text(
            "期限はない。明細などの控除の証拠を失うと難しくなる",
            "いつでも 言えます。明細を なくさないで ください。",
            "Never; but without slips or other proof of what was withheld it is hard",
        ),
    )


NORMS = (right_to_restored_months,)
