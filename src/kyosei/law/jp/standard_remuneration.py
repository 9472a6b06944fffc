"""Is the standard remuneration on record that of the agreed wage, by the table of grades?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.facts.vocabulary.social_insurance import PensionEnrolment
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.social_insurance import PENSION_STANDARD_REMUNERATION
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Yen
from kyosei.terms.language import all_of, any_one, brackets, item, read_off, yen
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_GRADES = brackets([(table.from_day, table.grades) for table in PENSION_STANDARD_REMUNERATION])
"""Monthly pay from a grade's first amount on counts as its standard amount (art. 20 (1))."""


@limit(
    EMPLOYEES_PENSION_ACT.article(20, 1),
    EMPLOYEES_PENSION_ACT.article(21, 1),
    EMPLOYEES_PENSION_ACT.article(22, 1),
    EMPLOYEES_PENSION_ACT.article(23, 1),
    EMPLOYEES_PENSION_ACT.article(27),
    id="jp.pension.standard-remuneration",
    title=Text(
        "標準報酬月額が契約の月給に見合うこと",
        "年金の 記録の 給料（標準報酬月額）が、本当の 給料より 低く ありません",
        "The standard remuneration on record is not below the grade of the agreed wage",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2016, 10, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def standard_remuneration(job: Employment) -> Limit:
    """What the employer reports decides the standard remuneration, and with it contribution and pension. The agreed monthly wage
    is the least that is paid, as allowances and overtime come on top; so a standard below its grade speaks for a report that
    was too low.

    It does not prove one: a rise changes the standard only from the fourth month and only by two grades, the yearly decision
    only from September, and days without pay lower it. So the Pension Service judges, and the person is never worse off for it.
    """
    record = PensionEnrolment.at(person=job.worker, employer=job.employer)
    standard = record.where(PensionEnrolment.scheme.is_("employees")).standard_remuneration_yen
    wage = WorkContract.at(job).wage_yen_per_month
    grade = read_off(wage, Yen, _GRADES)
    as_high = item(
        "20(1)",
        Text(
            "契約の月給の等級以上",
            "けいやくの 給料の 等級より 低く ない",
            "no lower than the grade of the agreed monthly wage",
        ),
        standard >= grade,
        EMPLOYEES_PENSION_ACT.article(20, 1),
    )
    return Limit(
        applies=all_of(employed(job), told(standard >= yen(1, EMPLOYMENT)), told(wage >= yen(1, EMPLOYMENT))),
        respected=any_one(as_high, (~as_high).waits_for_judgement()),
        figures={"standard_yen": standard, "grade_of_the_wage_yen": grade},
    )


NORMS = (standard_remuneration,)
