"""What the wage ledger of a month says about hours, and for whom the rules about hours do not hold.

The ledger has hours of overtime, holiday and night work of every worker to whom the rules about hours apply, and need
not have them of others (Labour Standards Regulations art. 54 (1) item 6, (5)). An employer that records them has told
thereby that the rules apply, so an exemption is in play only where it is on record (decision 0082).
"""

from __future__ import annotations

from typing import TypeVar

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract, WorkPay
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT
from kyosei.law.jp.on_record import told
from kyosei.terms.expressions import Cond, Hours, Number, Unit, apply
from kyosei.terms.language import any_one, item
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["exempt_from_hours", "months_ago", "overtime", "overtime_and_holidays"]

U = TypeVar("U", bound=Unit)


def months_ago(number: Number[U], months: int) -> Number[U]:
    """What the number was so many months before."""
    return Number(apply(Op.SHIFT_MONTHS, Value.NUMBER, (number,), (months,)))


def overtime(job: Employment) -> Number[Hours]:
    """Hours beyond the statutory ones in the wage month."""
    return WorkPay.at(job).overtime_hours


def overtime_and_holidays(job: Employment) -> Number[Hours]:
    """The same with the work on statutory holidays."""
    return overtime(job) + WorkPay.at(job).holiday_hours


def exempt_from_hours(job: Employment) -> Cond:
    """Farming and fishing are exempt; who manages or supervises may be, which is for the labour office to judge."""
    industry = EmployerProfile.at(employer=job.employer).industry
    manages = WorkContract.at(job).duties.has_any("management", "supervision")
    return item(
        "41",
        Text("労働時間の規定の適用除外", "時間の ルールが ない しごと", "exempt from the rules about hours"),
        any_one(
            told(industry.is_in(("agriculture", "fisheries"))),
            told(manages).waits_for_judgement(),
        ),
        LABOUR_STANDARDS_ACT.article(41),
        proviso=True,
    )
