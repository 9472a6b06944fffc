"""May a person employed for skill development (育成就労) move to another employer, from 2027-04-01?

Read in the Ordinance (507M60000110004, arts 25 to 27), of which no text is at hand to check it against, and in reports of the
Act. How long the restriction is, each field sets between one and two years; of four fields the length is known from reports.
What is asked of the new employer (arts 27 and 28: its standing, its shares of movers, the costs) no record tells yet.

The status of residence itself is not listed: the text of its row, of its periods and of the notices it asks for was not read
(decision 101). Until it is, who stays by it is known here by the accredited plan alone, and no norm that goes by the status asks
anything of that person. Read the text and list it before 2027-04-01.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import EmployerFinding
from kyosei.facts.vocabulary.support import TrainingPlan
from kyosei.law.jp.laws import ESD_ORDINANCE
from kyosei.law.jp.minimum_wage import minimum_wage
from kyosei.law.jp.on_record import on_record, spoken_of, told
from kyosei.law.jp.prohibitions import keeps_papers
from kyosei.norms.declare import newly_since, requirement, right
from kyosei.norms.forms import Requirement, Right
from kyosei.norms.references import breached
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    all_of,
    always,
    any_one,
    excused_by,
    item,
    shifted,
    within,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "move_at_own_wish", "move_when_unavoidable"]

_ONE_YEAR_FIELDS = ("accommodation", "railway", "logistics-warehouse")
_TWO_YEAR_FIELDS = ("nursing-care",)
_IN_FORCE, _READ_ON = newly_since(2027, 4, 1), date(2026, 11, 22)
_AGAIN = date(2028, 10, 1)
"""Half a year after anybody can have moved at the own wish; the four lengths are to be read again before that."""


def _trained_for(job: Employment, months: int) -> Cond:
    """So many months have passed since the plan here began; its first day counts (Civil Code art. 140, proviso)."""
    day_before = shifted(TrainingPlan.at(job).starts(), days_later=-1)
    return ~within(Months(months, rounding=MonthRounding.CIVIL_CODE_143), after=day_before)


def _restriction_over(job: Employment) -> Cond:
    """Never before one year, always after two; in between as the field or the plan says, else the law leaves it open."""
    plan = TrainingPlan.at(job)
    one_year = any_one(plan.field.is_in(_ONE_YEAR_FIELDS), told(plan.one_year_only))
    unknown = (~plan.field.is_in(_TWO_YEAR_FIELDS)).unsettled_in_law()
    return item(
        "26",
        Text("転籍制限期間の経過", "かわれない 期間が 終わった", "the period of restriction is over"),
        any_one(_trained_for(job, 24), all_of(_trained_for(job, 12), any_one(one_year, unknown))),
        ESD_ORDINANCE.article(26),
    )


@requirement(
    ESD_ORDINANCE.article(26),
    ESD_ORDINANCE.article(27),
    id="jp.esd.move-at-own-wish",
    title=Text(
        "本人の希望による転籍の要件（育成就労）",
        "自分の 気持ちで 会社を かわる ルール（育成就労）",
        "Moving to another employer at one's own wish (employment for skill development)",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_AGAIN,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def move_at_own_wish(job: Employment) -> Requirement:
    """Who is employed for skill development may move at the own wish, within the field, after the period of restriction of the
    field (one to two years; one year where the plan says so), with the skill and the Japanese that the field asks for. The
    tests, and the new employer, are for the office to see.
    """
    level = Text("技能・日本語の水準", "技能と 日本語", "skill and Japanese as the field asks for")
    return Requirement(
        applies=TrainingPlan.at(job).holds(),
        met=all_of(
            _restriction_over(job),
            item("27", level, always(EMPLOYMENT).waits_for_judgement(), ESD_ORDINANCE.article(27)),
        ),
    )


@right(
    ESD_ORDINANCE.article(25),
    id="jp.esd.move-when-unavoidable",
    title=Text(
        "やむを得ない事情による転籍（育成就労）",
        "会社に 問題が あったら、すぐに かわれます（育成就労）",
        "Moving to another employer at once for unavoidable reasons (employment for skill development)",
    ),
    holder="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    review_on=_AGAIN,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def move_when_unavoidable(job: Employment) -> Right:
    """Where the employer breaks the law or the contract gravely, uses violence, or can no longer train, the person may move at
    once: no period and no test is asked for. Whether it is so, the office judges; read here are findings of offices, pay
    below the minimum and papers kept.
    """
    plan = TrainingPlan.at(job)
    found = on_record(EmployerFinding.at(employer=job.employer).happened())
    kept = keeps_papers(job)
    trouble = any_one(found, breached(minimum_wage), all_of(spoken_of(kept), kept))
    return Right(
        applies=plan.holds(),
        exercisable=item(
            "25",
            Text("やむを得ない事情", "会社の 問題", "unavoidable reasons"),
            ~excused_by(~trouble, trouble),
            ESD_ORDINANCE.article(25),
        ),
        how=Text(
            "監理支援機関又は外国人育成就労機構に申し出る（費用は要らない）",
            "監理支援機関か 外国人育成就労機構に 言います。お金は いりません。会社の ゆるしも いりません。",
            "Tell the supervising support organisation or the Organization for Employment for Skill Development; free of "
            "charge, and without the employer's consent",
        ),
        against="authority:isa",
        lost=Text(
            "育成就労の終了とともに失われる", "育成就労が 終わると、なくなります。", "With the end of the training"
        ),
    )


NORMS = (move_at_own_wish, move_when_unavoidable)
