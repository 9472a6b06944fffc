"""Has a language school told the immigration office in time of a student who left?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Study
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.immigration import AffiliationNotice
from kyosei.law.jp.laws import LANDING_CRITERIA
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, end_of_following_month
from kyosei.terms.language import all_of, ends, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_LANGUAGE = ("language_recognised", "language_other")


@duty(
    LANDING_CRITERIA.article("main"),
    id="jp.education.report-leavers",
    title=Text(
        "退学者等の報告（日本語教育機関、翌月末まで）",
        "日本語学校は やめた 学生の ことを 入管に 言います（つぎの 月の おわりまで）",
        "Report a student who left a language school by the end of the next month",
    ),
    bearer="school",
    protects=None,
    in_force=since_day(2017, 8, 1),
    verified_on=date(2026, 11, 23),
    layer="guideline",
    authority="authority:isa",
)
def report_leavers(study: Study) -> Duty:
    """A Japanese language school reports a student who left it by the end of the next month (notice standard for Japanese
    language schools, item 38). The notice of article 19-17 that says the same is taken for the report.

    "By the end of the month" is a day and no period: it does not move, but the office takes the report on the next working day.
    The student's own notice under art. 19-16 is another norm, and no failure of the school is the student's.
    """
    enrolment = StudyEnrolment.at(study)
    left = item(
        "38",
        Text("日本語教育機関からの離脱", "日本語学校を やめた", "a language school was left"),
        shifted(ends(enrolment.where(StudyEnrolment.course.is_in(_LANGUAGE)).holds()), days_later=-1),
    )
    received = AffiliationNotice.at(organisation=study.school, person=study.student).where(
        AffiliationNotice.event.is_("ended")
    )
    return Duty(
        arises=all_of(left, keeps_status(study.person, ("student",))),
        performed=received.happened(key="event_on"),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (report_leavers,)
