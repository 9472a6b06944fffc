"""Who came under National Health Insurance and was entered late: can what was paid at the doctor's be had back?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.social_insurance import HealthNationalNotice
from kyosei.law.jp.laws import NATIONAL_HEALTH_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import MonthRounding, Months, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_TWO_YEARS = Months(24, rounding=MonthRounding.CIVIL_CODE_143)


@right(
    NATIONAL_HEALTH_ACT.article(54, 2),
    NATIONAL_HEALTH_ACT.article(7),
    NATIONAL_HEALTH_ACT.article(110, 1),
    id="jp.health.right-to-medical-expenses",
    title=Text(
        "加入手続前に払った医療費の払戻し（療養費）を請求する権利",
        "国民健康保険の 紙を 出す 前に 病院で 払った お金が、少し 返って きます",
        "The right to have medical expenses back that were paid before the entry was notified",
    ),
    holder="person",
    in_force=since_day(1961, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="unknown:municipality",
)
def right_to_medical_expenses(person: Person) -> Right:
    """One is insured from the first day of living in the municipality without another insurance (art. 7), not from the notice.
    So the premium is owed back to that day, and in return what was paid in full at the doctor's since then is given back in
    part, where that one could not show to be insured had an urgent or other unavoidable reason, which the municipality sees.

    The claim is prescribed two years after each payment (art. 110 (1)); as payments are not recorded, it is shown for two
    years from the notice of entry. Who is in arrears of a year and pays first may have to ask for special reimbursement instead.
    """
    entered = told(HealthNationalNotice.at(person).where(HealthNationalNotice.event.is_("entered")).happened())
    claim = item(
        "54(2)",
        Text(
            "国民健康保険に加入を届け出てから2年以内",
            "紙を 出してから 2年までです",
            "within two years of the notice of entry",
        ),
        within(_TWO_YEARS, after=entered),
        NATIONAL_HEALTH_ACT.article(54, 2),
    )
    return Right(
        applies=claim,
        exercisable=claim,
        how=Text(
            "市町村の国保窓口に、領収書と診療報酬明細書を添えて療養費を申請する（無料）",
            "市役所に、病院の 領収書を もって いきます。お金は いりません。",
            "Apply to the municipality with the receipts and the statement of treatment; it is free",
        ),
        against="unknown:municipality",
        lost=Text(
            "支払った日の翌日から2年で時効", "払ってから 2年で もらえなく なります。", "Two years after each payment"
        ),
    )


NORMS = (right_to_medical_expenses,)
