"""Is the worker insured at two employers at once, and was the Pension Service told?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Employment, Person
from kyosei.facts.vocabulary.social_insurance import PensionMultipleEmploymentNotice
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYEES_PENSION_RULES, HEALTH_INSURANCE_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_contributions import every_job_is_told
from kyosei.law.jp.pension_notice import enrolled_in_employees_pension
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import begins, count, heads, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "report_two_employers"]


@duty(
    EMPLOYEES_PENSION_RULES.article(1, 2),
    EMPLOYEES_PENSION_RULES.article(2, 1),
    HEALTH_INSURANCE_RULES.article(2, 1),
    id="jp.pension.report-two-employers",
    title=Text(
        "所属選択・二以上事業所勤務の届出（10日以内）",
        "2つ 以上の 会社の 年金に 入ったら、10日以内に 年金事務所に 届けます",
        "Tell the Pension Service within ten days of being insured at two employers",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 22),
    layer="ministerial_ordinance",
    authority="authority:pension-service",
)
def report_two_employers(person: Person) -> Duty:
    """Who is insured under the employees' pension at two employers at once tells the Pension Service within ten days.

    The person chooses the pension office, and the health insurer if there are two; premiums are then shared out by what
    each employer pays. Two establishments of one employer are not told apart here. Asked only where the Service has both
    enrolments on record: a second employer that filed nothing is that employer's failure, not the person's. That this has
    been asked since the day the Regulations came into force is knowledge.
    """
    job = Employment()
    both = count(employed(job) & enrolled_in_employees_pension(job), closed_by=every_job_is_told())
    two = item(
        "1(1), 2(1)",
        Text(
            "同時に二以上の事業所で被保険者である",
            "同じ ときに 2つ 以上の 会社の 年金に 入って います",
            "insured at two or more employers at once",
        ),
        told(both >= heads(2, PERSON)),
        EMPLOYEES_PENSION_RULES.article(2, 1),
    )
    return Duty(
        arises=begins(two),
        performed=PensionMultipleEmploymentNotice.at(person).happened(key="since_on"),
        due=days_after(10, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (report_two_employers,)
