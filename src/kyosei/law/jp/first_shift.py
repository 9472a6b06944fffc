"""May this person start working for this employer on the day?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.lawful_stay import NATIONALITY_MATTERS, needs_leave_to_stay
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.permitted_work import permission_may_go_on, permitted_here
from kyosei.law.jp.residence import UNLIMITED_IN_WORK, designated_here, holds_status, keeps_status, unsettled_stay
from kyosei.law.jp.scope_of_work import (
    bound_to_organisation,
    is_designated_activities,
    may_work_without_designation,
)
from kyosei.norms.declare import requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond, Hours
from kyosei.terms.language import all_of, any_one, dated, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "may_start_here"]

_PART_TIME_HOURS_A_WEEK = dated(EMPLOYMENT, Hours, [(date(2012, 7, 9), 28 * 60)])


def _by_status(job: Employment) -> Cond:
    """The status itself allows work at this organisation; whether the work fits its activity is judged elsewhere."""
    person = job.person
    return any_one(
        item(
            None,
            Text("就労制限のない在留資格", "どんな 仕事も できる 在留資格", "a status without limits on work"),
            keeps_status(person, UNLIMITED_IN_WORK),
            IMMIGRATION_ACT.article("2-2", 2),
        ),
        item(
            "19(1)(i)",
            Text("就労資格", "仕事の ための 在留資格", "a status for work"),
            may_work_without_designation(person),
            IMMIGRATION_ACT.article(19, 1, "1"),
        ),
        item(
            "20(1)",
            Text(
                "この機関を指定された在留資格",
                "この 会社が 決められている 在留資格",
                "a status designated for this organisation",
            ),
            all_of(bound_to_organisation(person) | is_designated_activities(person), designated_here(job)),
            IMMIGRATION_ACT.article(20, 1),
        ),
        item(
            None,
            Text("指定書の内容による", "指定書を 見ないと わからない", "as the paper of designation says"),
            is_designated_activities(person).waits_for_judgement(),
            IMMIGRATION_ACT.article(19, 1, "1"),
        ),
    )


def _by_permission(job: Employment) -> Cond:
    """A permission beside the status, for work that stays within its hours."""
    short = WorkContract.at(job).hours_per_week <= _PART_TIME_HOURS_A_WEEK
    allowed = permitted_here(job) | permission_may_go_on(job).unsettled_in_law()
    return item(
        "19(2)",
        Text("資格外活動許可", "アルバイトの 許可", "permission for other work"),
        all_of(allowed, short, ~bound_to_organisation(job.person)),
        IMMIGRATION_ACT.article(19, 2),
    )


@requirement(
    IMMIGRATION_ACT.article(19, 1),
    IMMIGRATION_ACT.article(20, 1),
    IMMIGRATION_ACT.article(20, 5),
    IMMIGRATION_RULES.article(19, 5),
    id="jp.work.may-start-here",
    title=Text("この会社で働き始めてよいか", "この 会社で 働いても いい", "May start working here"),
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
    reads=NATIONALITY_MATTERS,
)
def may_start_here(job: Employment) -> Requirement:
    """One may start with an employer on a day on which the stay is lawful and its status allows work there: a change of
    status, or of the designated organisation, takes effect only when the card is handed over. Work beside the status needs
    a permission, and for the comprehensive one a contract of at most 28 hours a week.
    """
    unsettled = unsettled_stay(job.person) & ~holds_status(job.person)
    return Requirement(
        applies=needs_leave_to_stay(job.person),
        met=(_by_status(job) | _by_permission(job)) & (~unsettled | unsettled.unsettled_in_law()),
    )


NORMS = (may_start_here,)
