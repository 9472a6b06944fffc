"""Has the language school told the immigration office of a student who attended less than half of a month?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.fields import Percent
from kyosei.facts.scopes import STUDY, Study
from kyosei.facts.vocabulary.education import AttendanceReport, StudyAttendance, StudyEnrolment
from kyosei.law.jp.laws import LANDING_CRITERIA
from kyosei.law.jp.residence import keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, end_of_following_month
from kyosei.terms.language import all_of, dated, item, month_ends_before, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_HALF = dated(STUDY, Percent, [(date(1990, 6, 1), 5000)])


@duty(
    LANDING_CRITERIA.article("main"),
    id="jp.education.report-low-attendance",
    title=Text(
        "出席率5割未満の生徒の報告（翌月末まで）",
        "日本語学校は 1か月の 出席が 半分より 少ない 学生の ことを 入管に 言います（つぎの 月の おわりまで）",
        "Report a student who attended less than half of a month by the end of the next month",
    ),
    bearer="school",
    protects=None,
    in_force=since_day(2017, 8, 1),
    verified_on=date(2026, 11, 21),
    layer="guideline",
    authority="authority:isa",
)
def report_low_attendance(study: Study) -> Duty:
    """A Japanese language school reports a student whose attendance in a month was below half by the end of the next month,
    with the employer where the student works part-time (notice standard for Japanese language schools, item 39).

    "By the end of the month" is a day and no period: it does not move, but the office takes the report on the next working
    day. What the low attendance means for the stay is another question and for the office to judge.
    """
    enrolled = StudyEnrolment.at(study).holds()
    course = StudyEnrolment.at(study).course.is_in(("language_recognised", "language_other"))
    low = item(
        None,
        Text("1か月の出席率5割未満", "1か月の 出席が 半分より 少ない", "attendance below half in the month"),
        all_of(enrolled, course, keeps_status(study.person, ("student",)), StudyAttendance.at(study).rate < _HALF),
    )
    report = AttendanceReport.at(school=study.school, person=study.student)
    return Duty(
        arises=shifted(month_ends_before(low, months=1), days_later=-1),
        performed=report.happened(key="month_until"),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (report_low_attendance,)
