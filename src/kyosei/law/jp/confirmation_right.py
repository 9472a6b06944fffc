"""May the worker have the insured status confirmed, and how many months of pension are already lost?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.social_insurance import PensionAcquisitionNotice, PensionConfirmationRequest
from kyosei.law.jp.insured import insured_by_employees_pension
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT
from kyosei.law.jp.on_record import on_record
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, ever, happened_so_far, item, month_ends_before, shifted
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_MONTHS_UNTIL_LOST = 26
"""A month's contribution falls due at the end of the next month; two years later the right to collect it is gone."""


def _missing_months(job: Employment) -> Cond:
    """Insured by the facts, while the Service's record does not have it."""
    return item(
        "31(1)",
        Text(
            "事実上は被保険者だが記録がない",
            "会社の 年金に 入る 人ですが、記録が ありません",
            "insured by the facts, but not on record",
        ),
        insured_by_employees_pension(job) & ~enrolled_in_employees_pension(job),
        EMPLOYEES_PENSION_ACT.article(31, 1),
    )


def _asked_before(job: Employment) -> Cond:
    """The employer's notice or the person's request was received on an earlier day.

    Only what is on record stops the clock: a request nobody told of is the person's own to tell, and months are said to
    be lost only where the Service, which would have received either, has answered that there is no enrolment.
    """
    received = PensionAcquisitionNotice.at(job).happened() | PensionConfirmationRequest.at(job).happened()
    return item(
        "75",
        Text("時効の前に届出か請求があった", "その 前に 届けるか 請求しました", "notice or request came before"),
        shifted(on_record(received), days_later=1),
        EMPLOYEES_PENSION_ACT.article(75),
        proviso=True,
    )


@right(
    EMPLOYEES_PENSION_ACT.article(31, 1),
    EMPLOYEES_PENSION_ACT.article(75),
    EMPLOYEES_PENSION_ACT.article(92, 1),
    EMPLOYEES_PENSION_ACT.article(18, 2),
    id="jp.pension.right-to-confirmation",
    title=Text(
        "厚生年金の資格の確認を請求する権利",
        "会社の 年金に 入って いる ことを、自分で 年金事務所に 言うことが できます",
        "The right to have one's status in the employees' pension confirmed",
    ),
    holder="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def right_to_confirmation(job: Employment) -> Right:
    """Whoever is or was insured may at any time ask the Pension Service to confirm it, whatever the employer does.

    Benefits are not paid for months whose contributions can no longer be collected: that right is gone two years after
    they could be called in. A month is lost on the first day of the 26th month after it. Notice or request before that
    day keeps the month (art. 75, proviso).
    """
    missing = _missing_months(job)
    ever_missing = ever(missing, last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    lost = month_ends_before(missing, months=_MONTHS_UNTIL_LOST).unless(_asked_before(job))
    return Right(
        applies=ever_missing,
        exercisable=ever_missing,
        how=Text(
            "年金事務所に書面または口頭で請求する（無料。会社の同意は不要）",
            "年金事務所に 言います。お金は いりません。会社に 聞かなくても いいです。",
            "Ask any pension office, free of charge; the employer need not agree",
        ),
        against="authority:pension-service",
        lost=Text(
            "月ごとに、その月の26か月後の初日に失われる",
            "2年と 2か月 たつと、その 月の 年金が なくなります。",
            "Month by month, on the first day of the 26th month after it",
        ),
        figures={"months_lost": happened_so_far(lost)},
    )


NORMS = (right_to_confirmation,)
