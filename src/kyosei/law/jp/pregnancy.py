"""Was a woman dismissed while pregnant or within a year of giving birth?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkAbsence
from kyosei.law.jp.dismissal import dismissed
from kyosei.law.jp.laws import EQUAL_OPPORTUNITY_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.language import MonthRounding, Months, all_of, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]


@limit(
    EQUAL_OPPORTUNITY_ACT.article(9, 4),
    EQUAL_OPPORTUNITY_ACT.article(9, 3),
    id="jp.labour.no-dismissal-for-pregnancy",
    title=Text(
        "妊娠中・出産後1年以内の解雇は無効（会社が別の理由を証明しない限り）",
        "赤ちゃんが できた ことや 産んだ ことを 理由に やめさせません",
        "A dismissal during pregnancy or within a year of the birth is void, unless the employer proves another reason",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2007, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def no_dismissal_for_pregnancy(job: Employment) -> Limit:
    """A dismissal during pregnancy or within a year after the birth is void; only an employer that proves that neither was the
    reason can uphold it. So where the record shows maternity leave in that time, it waits for a judgement: it never counts
    against the worker meanwhile.

    A pregnancy as such is recorded nowhere. Maternity leave is, of six weeks before the birth and eight after it. The year is
    counted from its last day, so for up to eight weeks too long: what lies there is left to whoever judges, too. The text
    of the Act was not at hand (knowledge).
    """
    on_leave = told(WorkAbsence.at(job).where(WorkAbsence.reason.is_("maternity")).holds())
    a_year = Months(12, rounding=MonthRounding.CIVIL_CODE_143)
    return Limit(
        applies=all_of(
            dismissed(job),
            item(
                "9(4)",
                Text(
                    "産前産後休業の記録があり、その後1年以内",
                    "赤ちゃんの ための 休みから 1年までです",
                    "on maternity leave, or within a year of it",
                ),
                within(a_year, after=on_leave),
                EQUAL_OPPORTUNITY_ACT.article(9, 4),
            ),
        ),
        respected=~dismissed(job).waits_for_judgement(),
    )


NORMS = (no_dismissal_for_pregnancy,)
