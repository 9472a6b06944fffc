"""May the worker have employment insurance confirmed, how much of it is already lost, and is the worker safe in asking?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkPay, WorkTermination
from kyosei.facts.vocabulary.social_insurance import (
    EmploymentInsuranceConfirmationRequest,
    EmploymentInsuranceEnrolment,
)
from kyosei.law.jp.employment_insurance import IN_FORCE, insured_by_employment_insurance
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES
from kyosei.law.jp.on_record import on_record
from kyosei.norms.declare import limit, right, since_day
from kyosei.norms.forms import Limit, Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, ever, happened_so_far, item, month_ends_before, shifted, yen
from kyosei.terms.text import Text

__all__ = ["NORMS", "enrolled_in_employment_insurance", "premium_withheld"]

_MONTHS_UNTIL_LOST = 25
"""On the first day of the 25th month after it, a month lies wholly before the day two years back."""


def enrolled_in_employment_insurance(job: Employment) -> Cond:
    """The labour office has the worker as insured with this employer."""
    return item(
        None,
        Text(
            "ハローワークの記録で雇用保険に加入している",
            "ハローワークの 記録に、雇用保険が あります",
            "enrolled in employment insurance by the office's record",
        ),
        EmploymentInsuranceEnrolment.at(job).holds(),
        EMPLOYMENT_INSURANCE_ACT.article(9, 1),
    )


def premium_withheld(job: Employment) -> Cond:
    """A pay slip shows that the worker's share was withheld from the pay."""
    return item(
        "22(5)(ii)",
        Text(
            "賃金から雇用保険料が控除されていた",
            "給料から 雇用保険の お金が 引かれて いました",
            "the premium was withheld from the pay",
        ),
        WorkPay.at(job).employment_insurance_deducted_yen >= yen(1, EMPLOYMENT),
        EMPLOYMENT_INSURANCE_ACT.article(22, 5, "2"),
    )


def _missing(job: Employment) -> Cond:
    return item(
        "8",
        Text(
            "事実上は被保険者だが記録がない",
            "雇用保険に 入る 人ですが、記録が ありません",
            "insured by the facts, but not on record",
        ),
        insured_by_employment_insurance(job) & ~enrolled_in_employment_insurance(job),
        EMPLOYMENT_INSURANCE_ACT.article(8),
    )


@right(
    EMPLOYMENT_INSURANCE_ACT.article(8),
    EMPLOYMENT_INSURANCE_ACT.article(9, 1),
    EMPLOYMENT_INSURANCE_ACT.article(14, 2, "2"),
    EMPLOYMENT_INSURANCE_ACT.article(22, 4),
    EMPLOYMENT_INSURANCE_ACT.article(22, 5),
    EMPLOYMENT_INSURANCE_RULES.article(8, 1),
    id="jp.employment-insurance.right-to-confirmation",
    title=Text(
        "雇用保険の資格の確認を請求する権利",
        "雇用保険に 入って いる ことを、自分で ハローワークに 言うことが できます",
        "The right to have one's status in employment insurance confirmed",
    ),
    holder="person",
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_employment_insurance_confirmation(job: Employment) -> Right:
    """Whoever is or was insured may at any time ask the labour office, in writing or by word, to confirm it.

    What lies before the day two years back from the day of confirmation does not count for the allowance. Where pay
    slips show that the premium was withheld earlier, the time since the oldest of them counts, unless the worker knew
    that no notice had been filed. That is a worker's own knowledge, and never presumed.
    """
    missing = _missing(job)
    ever_missing = ever(missing, last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    lost = month_ends_before(missing.unless(on_record(premium_withheld(job))), months=_MONTHS_UNTIL_LOST)
    return Right(
        applies=ever_missing,
        exercisable=ever_missing,
        how=Text(
            "事業所の所在地のハローワークに文書または口頭で請求する（無料。給与明細を持参。会社の同意は不要）",
            "会社の 近くの ハローワークに 言います。給料の 紙を もって いきます。お金は いりません。",
            "Ask the labour office of the workplace, in writing or by word, with the pay slips; it is free",
        ),
        against="authority:labour-office",
        lost=Text(
            "確認の日の2年前より前の期間は、控除を示す給与明細がなければ失われる",
            "2年より 前の 分は、引かれた ことが わかる 給料の 紙が ないと、なくなります。",
            "What is older than two years is lost, unless pay slips show that the premium was withheld",
        ),
        figures={"months_lost": happened_so_far(lost)},
    )


@limit(
    EMPLOYMENT_INSURANCE_ACT.article(73),
    EMPLOYMENT_INSURANCE_ACT.article(83, None, "2"),
    id="jp.employment-insurance.no-retaliation",
    title=Text(
        "確認の請求を理由とする不利益取扱いの禁止",
        "ハローワークに 聞いた ことを 理由に、会社は やめさせては いけません",
        "Nobody is dismissed for having asked for confirmation",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1975, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def no_retaliation(job: Employment) -> Limit:
    """The employer does not dismiss a worker, or treat a worker worse, for having asked for confirmation.

    In play once the worker asked and the employer ended the employment afterwards. For what reason it did so is a matter
    of judgement, so this is never certain from records alone. Other disadvantages leave no record here.
    """
    request = EmploymentInsuranceConfirmationRequest.at(job).happened()
    asked_before = shifted(on_record(request), days_later=1)
    dismissal = WorkTermination.at(job).where(WorkTermination.initiative.is_("employer")).happened()
    dismissed = on_record(dismissal & asked_before)
    return Limit(
        applies=dismissed,
        respected=item(
            "73",
            Text("請求を理由としない", "聞いた ことが 理由では ありません", "not because the worker asked"),
            dismissed.waits_for_judgement(),
            EMPLOYMENT_INSURANCE_ACT.article(73),
        ),
    )


NORMS = (right_to_employment_insurance_confirmation, no_retaliation)
