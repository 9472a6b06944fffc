"""Was a status applied for in time for a child born in Japan, or after Japanese nationality was lost?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidenceBasis, ResidencePresence
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, days_after
from kyosei.terms.language import any_one, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "apply_for_acquisition"]

_WITHOUT_LANDING = ("birth_transitional", "nationality_loss_transitional")


@duty(
    IMMIGRATION_ACT.article("22-2", 2),
    IMMIGRATION_ACT.article("22-2", 1),
    IMMIGRATION_RULES.article(24, 1),
    id="jp.immigration.apply-for-acquisition",
    title=Text(
        "在留資格の取得の申請（30日以内）",
        "赤ちゃんが 生まれたら、30日以内に 入管に 申請する",
        "Apply for a status within thirty days of birth or of losing Japanese nationality",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def apply_for_acquisition(person: Person) -> Duty:
    """Who comes to stay without having landed, by birth or by losing Japanese nationality, may stay for sixty days without
    a status; whoever wants to stay longer applies within thirty days. The parents do it for a child. The application
    extends nothing: there is no special period after the sixty days. Who leaves Japan by then needs none.
    """
    began = ResidenceBasis.at(person).where(ResidenceBasis.basis.is_in(_WITHOUT_LANDING)).starts()
    applied = ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_("acquisition")).happened()
    return Duty(
        arises=item(
            "22-2(1)",
            Text("出生又は国籍離脱", "生まれた、または 日本の 国籍が なくなった", "birth, or loss of nationality"),
            began,
            IMMIGRATION_ACT.article("22-2", 1),
        ),
        performed=any_one(
            item(
                "22-2(2)",
                Text("取得の申請", "入管に 申請した", "applied for a status"),
                applied,
                IMMIGRATION_ACT.article("22-2", 2),
            ),
            item(None, Text("出国", "日本を 出た", "left Japan"), ~ResidencePresence.at(person).holds()),
        ),
        due=days_after(30, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
    )


NORMS = (apply_for_acquisition,)
