"""Does a person with the comprehensive permission keep to its hours, and only while enrolled?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Employment, Person
from kyosei.facts.vocabulary.labour import ForeignWorkerNotice, WorkHours
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.permitted_work import (
    assists_at_own_university,
    comprehensive_permission,
    enrolled_anywhere,
    in_long_vacation,
    is_student,
)
from kyosei.law.jp.residence import LIMITED_IN_WORK, keeps_status
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Hours, Number
from kyosei.terms.language import all_of, any_one, dated, days, hours, item, never, reconciled, total, total_within
from kyosei.terms.text import Text

__all__ = ["NORMS", "part_time_hours"]

_NEVER_PERMITTED = ("specified-skilled-worker", "technical-intern-training")  # practice
_MAY_BE_PERMITTED = tuple(slug for slug in LIMITED_IN_WORK if slug not in _NEVER_PERMITTED)
_ENCODED_SINCE = date(2012, 7, 9)
_HOURS_A_WEEK = dated(PERSON, Hours, [(_ENCODED_SINCE, 28 * 60)])
_HOURS_A_VACATION_DAY = dated(PERSON, Hours, [(_ENCODED_SINCE, 8 * 60)])


def _worked(person: Person, last_days: int, except_on: Cond) -> Number[Hours]:
    """Hours with all employers in the last days: what employers say; what others exclude is a conflict.

    Employers are all known only where the labour office has told of all; work on one's own account is not in it. What an
    assistant at the own university does there is no paid work in the sense of the Act, once that is on record.
    """
    job = Employment()
    hours_of = WorkHours.at(job)
    window = days(last_days, PERSON)
    left_out = any_one(except_on, told(assists_at_own_university(job)))
    one_job: Number[Hours] = reconciled(
        total_within(hours_of.quantity("hours"), last=window, except_on=left_out),
        total_within(hours_of.quantity_of_others("hours"), last=window, except_on=left_out),
    )
    return total(one_job, closed_by=ForeignWorkerNotice.at(person).covered())


@limit(
    IMMIGRATION_RULES.article(19, 5, "1"),
    IMMIGRATION_ACT.article(19, 2),
    IMMIGRATION_RULES.article("19-3", None, "3"),
    id="jp.immigration.part-time-hours",
    title=Text(
        "資格外活動の時間（週28時間以内）",
        "アルバイトは 週28時間まで",
        "Part-time work of at most 28 hours a week",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def part_time_hours(person: Person) -> Limit:
    """With the comprehensive permission one works at most 28 hours a week, all employers together; a student at most
    eight hours a day while the school is in a long vacation, and only while enrolled. The text says "a week"; that it
    is any seven consecutive days is how the office counts (practice). Days of a long vacation stay out of that sum,
    and so does assisting at the own university. Monthly or yearly figures say nothing about a week.
    """
    student = is_student(person)
    vacation = student & in_long_vacation(person)
    week = _worked(person, 7, vacation)
    day = _worked(person, 1, never(PERSON))
    return Limit(
        applies=comprehensive_permission(person) & keeps_status(person, _MAY_BE_PERMITTED),
        respected=all_of(
            item(
                None,
                Text("週28時間以内", "7日で 28時間まで", "at most 28 hours in any seven days"),
                week <= _HOURS_A_WEEK,
                IMMIGRATION_RULES.article(19, 5, "1"),
            ),
            item(
                None,
                Text(
                    "長期休業期間は1日8時間以内",
                    "長い 休みの 間は 1日 8時間まで",
                    "at most eight hours a day in a long vacation",
                ),
                vacation.implies(day <= _HOURS_A_VACATION_DAY),
                IMMIGRATION_RULES.article(19, 5, "1"),
            ),
            item(
                None,
                Text("教育機関に在籍している間", "学校に いる 間だけ", "only while enrolled"),
                (student & (day > hours(0, PERSON))).implies(enrolled_anywhere(person)),
                IMMIGRATION_RULES.article(19, 5, "1"),
            ),
        ),
        figures={"hours_in_seven_days": week, "hours_on_the_day": day},
    )


NORMS = (part_time_hours,)
