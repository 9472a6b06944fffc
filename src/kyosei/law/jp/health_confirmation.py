"""May the worker have the insured status in health insurance confirmed, although the employer has reported nothing?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.social_insurance import HealthEnrolment
from kyosei.law.jp.insured import insured_by_health_insurance
from kyosei.law.jp.laws import HEALTH_INSURANCE_ACT
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, ever, happened_so_far, item, month_ends_before
from kyosei.terms.text import Text

__all__ = ["NORMS", "enrolled_in_health_insurance"]

_MONTHS_UNTIL_UNCOLLECTED = 26
"""A month's premium falls due at the end of the next month; two years later the right to collect it is gone (art. 193)."""


def enrolled_in_health_insurance(job: Employment) -> Cond:
    """An insurer has the worker as insured with this employer."""
    record = HealthEnrolment.at(person=job.worker, employer=job.employer)
    return item(
        None,
        Text(
            "保険者の記録で健康保険に加入している",
            "健康保険の 記録に、会社の 保険が あります",
            "enrolled in health insurance by the insurer's record",
        ),
        record.where(HealthEnrolment.scheme.is_in(("association", "society"))).holds(),
        HEALTH_INSURANCE_ACT.article(39, 1),
    )


@right(
    HEALTH_INSURANCE_ACT.article(51, 1),
    HEALTH_INSURANCE_ACT.article(39, 1),
    HEALTH_INSURANCE_ACT.article(193, 1),
    id="jp.health.right-to-confirmation",
    title=Text(
        "健康保険の資格の確認を請求する権利",
        "会社の 健康保険に 入って いる ことを、自分で 言うことが できます",
        "The right to have one's status in health insurance confirmed",
    ),
    holder="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def right_to_health_confirmation(job: Employment) -> Right:
    """Whoever is or was insured may at any time ask to have it confirmed, whatever the employer does.

    What was paid for treatment without insurance can be claimed back for two years from each payment (art. 193). The
    figure counts months whose premium can no longer be collected: two years after the end of the following month.
    """
    missing = item(
        "51(1)",
        Text(
            "事実上は被保険者だが記録がない",
            "会社の 健康保険に 入る 人ですが、記録が ありません",
            "insured by the facts, but not on record",
        ),
        insured_by_health_insurance(job) & ~enrolled_in_health_insurance(job),
        HEALTH_INSURANCE_ACT.article(51, 1),
    )
    ever_missing = ever(missing, last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    uncollected = month_ends_before(missing, months=_MONTHS_UNTIL_UNCOLLECTED)
    return Right(
        applies=ever_missing,
        exercisable=ever_missing,
        how=Text(
            "年金事務所（健康保険組合の場合は組合）に請求する（無料。会社の同意は不要）",
            "年金事務所か 健康保険組合に 言います。お金は いりません。会社に 聞かなくても いいです。",
            "Ask a pension office, or the health insurance society; it is free, and the employer need not agree",
        ),
        against="authority:pension-service",
        lost=Text(
            "自費で払った医療費の払戻しは、支払いの翌日から2年で失われる",
            "自分で 払った 病院の お金は、2年 たつと 返して もらえません。",
            "What was paid for treatment can be claimed back for two years from the payment",
        ),
        figures={"months_past_collection": happened_so_far(uncollected)},
    )


NORMS = (right_to_health_confirmation,)
