"""Until when can somebody who left Japan for a time come back without losing the status?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidencePresence
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.residence import holds_status, special_period
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import MonthRounding, Months, all_of, any_one, ends, item, shifted, since, within
from kyosei.terms.text import Text

__all__ = ["NORMS", "come_back"]


def _departed(person: Person) -> Cond:
    """The event, on the day of departure, of leaving with a special re-entry permission."""
    here = ResidencePresence.at(person).re_entry.is_("special")
    return shifted(ends(here), days_later=-1)


def _abroad(person: Person) -> Cond:
    present = ResidencePresence.at(person).holds()
    left = shifted(_departed(person), days_later=1)
    return item(
        "26-2(1)",
        Text(
            "みなし再入国許可により出国中", "日本の 外に います（また もどる）", "abroad with the intention to return"
        ),
        since(left, reset=ResidencePresence.at(person).starts()) & ~present,
        IMMIGRATION_ACT.article("26-2", 1),
    )


@right(
    IMMIGRATION_ACT.article("26-2", 2),
    IMMIGRATION_ACT.article("26-2", 1),
    IMMIGRATION_ACT.article("26-2", 3),
    IMMIGRATION_RULES.article("29-4", 1),
    id="jp.immigration.come-back",
    title=Text(
        "みなし再入国許可による再入国（出国から1年、在留期間内）",
        "日本を 出ても、1年までに もどれば、在留資格は そのままです",
        "Come back within a year of departure and within the stay (special re-entry)",
    ),
    holder="person",
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def come_back(person: Person) -> Right:
    """Who leaves Japan with passport and card, and says at the port that he or she will come back, may return within one
    year of departure, but not after the stay has expired; nobody abroad can have this prolonged. While a renewal or change
    is pending the stay includes the special period: who goes home must be back, and have taken the card, before that ends.
    Asylum seekers on designated activities, and those whose revocation is under way, need a permit before they leave.
    A permit (art. 26) has its own term, which no record here tells.
    """
    return Right(
        applies=_abroad(person),
        exercisable=all_of(
            item(
                "26-2(2)",
                Text("出国の日から1年以内", "日本を 出た 日から 1年まで", "within one year of departure"),
                within(Months(12, rounding=MonthRounding.CIVIL_CODE_143), after=_departed(person)),
                IMMIGRATION_ACT.article("26-2", 2),
            ),
            item(
                "26-2(2)",
                Text(
                    "在留期間（特例期間を含む）内", "在留できる 期間の 中", "within the stay, special period included"
                ),
                any_one(holds_status(person), special_period(person)),
                IMMIGRATION_ACT.article("26-2", 2),
            ),
        ),
        how=Text(
            "旅券と在留カードを持って空港・港で再入国の手続をする",
            "パスポートと 在留カードを 持って、空港で もどる 手続きを します。",
            "At the airport or port, with the passport and the residence card",
        ),
        against="authority:isa",
        lost=Text(
            "出国から1年か在留期間の満了の早い方を過ぎると、在留資格を失う",
            "1年か 在留期限を すぎると、在留資格が なくなります。",
            "One year after departure or with the end of the stay, whichever is first: the status is then lost",
        ),
    )


NORMS = (come_back,)
