"""Was anything withheld from the pay for a month in which maternity or child care leave freed it from contributions?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.facts.vocabulary.social_insurance import PensionLeaveExemption
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT, HEALTH_INSURANCE_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond, Number, Yen
from kyosei.terms.language import each_month, item, yen
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_limit = partial(
    limit, bearer="employer", protects="person", in_force=since_day(2014, 4, 1), verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)  # fmt: skip
"""What the two limits have in common. Child care leave is older; maternity leave came in April 2014 (knowledge)."""


def _freed_month(job: Employment, provision: Provision) -> Cond:
    """The leave on record takes in the last day of the previous month.

    From the month in which it began to the month before the one in which the day after it lies: these are the months whose
    last day lies in the leave. A month that holds fourteen days of child care leave and not its own last day is freed, too
    (arts. 81-2 (1) (ii), 159 (1) (ii)); which days of it count no record tells, so this norm is silent about it.
    """
    return item(
        None,
        Text(
            "前月は休業により保険料が免除された月である",
            "前の 月は 休みで、保険の お金が いりません",
            "the previous month was freed from contributions",
        ),
        told(each_month(PensionLeaveExemption.at(job).holds(), from_months_ago=1, to_months_ago=1)),
        provision,
    )


def _nothing(withheld: Number[Yen]) -> Cond:
    return ~(withheld >= yen(1, EMPLOYMENT))


@_limit(
    EMPLOYEES_PENSION_ACT.article("81-2-2", 1),
    EMPLOYEES_PENSION_ACT.article("81-2", 1),
    EMPLOYEES_PENSION_ACT.article(84, 1),
    id="jp.pension.no-deduction-for-leave",
    title=Text(
        "産休・育休中の月の厚生年金保険料を控除しない",
        "赤ちゃんの ための 休みの 月は、会社は 給料から 年金を 引くことが できません",
        "No pension contribution is withheld for a month of maternity or child care leave",
    ),
)
def no_pension_deduction_for_leave(job: Employment) -> Limit:
    """Once the employer has applied, no contribution is collected for the months of maternity or child care leave, and so
    none may be withheld from the pay of the month after. The months count for the pension as if paid.
    """
    withheld = WorkPay.at(job).pension_deducted_yen
    return Limit(
        applies=employed(job) & _freed_month(job, EMPLOYEES_PENSION_ACT.article("81-2-2", 1)),
        respected=_nothing(withheld),
        figures={"withheld_yen": withheld},
    )


@_limit(
    HEALTH_INSURANCE_ACT.article("159-3"),
    HEALTH_INSURANCE_ACT.article(159, 1),
    HEALTH_INSURANCE_ACT.article(167, 1),
    id="jp.health.no-deduction-for-leave",
    title=Text(
        "産休・育休中の月の健康保険料を控除しない",
        "赤ちゃんの ための 休みの 月は、会社は 給料から 健康保険の お金を 引くことが できません",
        "No health insurance premium is withheld for a month of maternity or child care leave",
    ),
)
def no_health_deduction_for_leave(job: Employment) -> Limit:
    """Once the employer has applied, no health and care premium is collected for the months of the leave, and so none may be
    withheld from the pay of the month after.
    """
    withheld = WorkPay.at(job).health_deducted_yen
    return Limit(
        applies=employed(job) & _freed_month(job, HEALTH_INSURANCE_ACT.article("159-3")),
        respected=_nothing(withheld),
        figures={"withheld_yen": withheld},
    )


NORMS = (no_pension_deduction_for_leave, no_health_deduction_for_leave)
