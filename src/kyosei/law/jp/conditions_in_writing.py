"""Has the employer told the worker in writing what the working conditions are?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import ConditionsDocument
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import begins, ends, item, since
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "tell_conditions_in_writing"]


@duty(
    LABOUR_STANDARDS_ACT.article(15, 1),
    id="jp.labour.conditions-in-writing",
    title=Text(
        "労働条件の書面による明示",
        "会社は 働く 条件を 紙に 書いて わたします",
        "Tell the worker the working conditions in writing",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1947, 9, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
def tell_conditions_in_writing(job: Employment) -> Duty:
    """On concluding the contract the employer tells the worker in writing about wages, hours and other conditions.

    Records say when the job began, not when the contract was concluded; so the first day of the job is the last in time.
    """
    handed_over = item(
        "15(1)",
        Text("労働条件通知書の交付", "働く 条件の 紙を もらった", "the written conditions were handed over"),
        ConditionsDocument.at(job).happened(),
        LABOUR_STANDARDS_ACT.article(15, 1),
    )
    return Duty(
        arises=begins(employed(job)),
        performed=since(handed_over, reset=ends(employed(job))),
        due=days_after(0, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.STAYS),
    )


NORMS = (tell_conditions_in_writing,)
