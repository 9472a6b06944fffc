"""Where may somebody with the comprehensive permission work, and which work at the own university needs none?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkAssignment
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.permitted_work import (
    assists_at_own_university,
    assists_teaching_or_research,
    comprehensive_permission,
    is_student,
)
from kyosei.law.jp.residence import LIMITED_IN_WORK, keeps_status
from kyosei.norms.declare import limit, since_day, status
from kyosei.norms.forms import Limit, Status
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, any_one, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "assistant_needs_no_permission", "no_entertainment_premises", "none_employed_on_such_premises"]

_READ_ON = date(2026, 11, 21)
_limit = partial(limit, in_force=since_day(2012, 7, 9), verified_on=_READ_ON, authority="authority:isa")


def _in_play(job: Employment) -> Cond:
    """Work is really done, by somebody whose status is limited and who has the comprehensive permission."""
    return all_of(
        WorkAssignment.at(job).holds(),
        comprehensive_permission(job.person),
        keeps_status(job.person, LIMITED_IN_WORK),
    )


def _on_premises(job: Employment) -> Cond:
    return item(
        "19(5)(i)",
        Text("風俗営業等の営業所での就労", "風俗の 店で 働く", "work on entertainment premises"),
        WorkAssignment.at(job).where(WorkAssignment.entertainment_premises).holds(),
        IMMIGRATION_RULES.article(19, 5, "1"),
    )


@_limit(
    IMMIGRATION_RULES.article(19, 5, "1"),
    IMMIGRATION_ACT.article(19, 2),
    id="jp.immigration.no-entertainment-premises",
    title=Text(
        "風俗営業等に従事しないこと（包括許可）",
        "アルバイトの 許可では、風俗の 店で 働けません（そうじや 皿洗いも だめ）",
        "No part-time work on entertainment premises, whatever the task",
    ),
    bearer="person",
    protects=None,
    layer="ministerial_ordinance",
)
def no_entertainment_premises(job: Employment) -> Limit:
    """The comprehensive permission does not reach work on the premises of entertainment and sex-related businesses, be it in
    the kitchen or with a broom, nor for their delivery, video or telephone forms. Whoever was brought there by traffickers
    is not deported for it (Act art. 24 (iv) (a)).
    """
    return Limit(applies=_in_play(job), respected=~_on_premises(job))


@_limit(
    IMMIGRATION_ACT.article("73-2", 1, "1"),
    IMMIGRATION_ACT.article("73-2", 2),
    IMMIGRATION_RULES.article(19, 5, "1"),
    id="jp.immigration.none-employed-on-entertainment-premises",
    title=Text(
        "包括許可の者を風俗営業等に従事させないこと",
        "会社は アルバイトの 許可の 人を 風俗の 店で 働かせない",
        "The employer puts nobody with the comprehensive permission on entertainment premises",
    ),
    bearer="employer",
    protects="person",
)
def none_employed_on_such_premises(job: Employment) -> Limit:
    """An employer lets nobody who has only the comprehensive permission work on such premises. Whether it was negligent not
    to know what the permission says is a matter of judgement.
    """
    placed = _on_premises(job)
    return Limit(
        applies=_in_play(job),
        respected=any_one(
            ~placed,
            item(
                "73-2(2)",
                Text("過失の有無", "会社が 気をつけて いたか", "whether the employer was negligent"),
                placed.waits_for_judgement(),
                IMMIGRATION_ACT.article("73-2", 2),
            ),
        ),
    )


@status(
    IMMIGRATION_RULES.article("19-3", None, "3"),
    IMMIGRATION_ACT.article(19, 1, "1"),
    id="jp.immigration.assistant-needs-no-permission",
    title=Text(
        "在籍する大学との契約による教育・研究の補助（許可不要）",
        "自分の 大学の 手伝い（TA・RA）は、許可が いりません",
        "Assistants at their own university need no permission",
    ),
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def assistant_needs_no_permission(job: Employment) -> Status:
    """What a university pays its own student for helping with teaching or research is no remuneration in the sense of the
    Act: no permission is needed, and the hours are not among the twenty-eight. It is so at the own university only, and
    not for those who mainly learn Japanese there. Only of work that the employer has told to be such help is it asked.
    """
    helps = told(assists_teaching_or_research(job))
    return Status(applies=all_of(is_student(job.person), employed(job), helps), holds=assists_at_own_university(job))


NORMS = (no_entertainment_premises, none_employed_on_such_premises, assistant_needs_no_permission)
