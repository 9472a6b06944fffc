"""Until when can the card that brings a granted application into effect still be taken?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceDecision
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.residence import holds_status, new_status, special_period
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import any_one, item, since
from kyosei.terms.text import Text

__all__ = ["NORMS", "granted_and_waiting", "take_the_card"]

_BRINGS_A_CARD = ("renewal", "change", "permanent")


def granted_and_waiting(person: Person) -> Cond:
    """An application that brings a new card was granted, and the card has not been handed over."""
    decision = ResidenceDecision.at(person)
    granted = decision.where(
        ResidenceDecision.outcome.is_("granted"), ResidenceDecision.procedure.is_in(_BRINGS_A_CARD)
    ).happened()
    return item(
        "20(5)",
        Text("許可されたが、カードは未交付", "許可された。カードは まだ", "granted, but the card is not handed over"),
        since(granted & ~new_status(person), reset=new_status(person)),
        IMMIGRATION_ACT.article(20, 5),
    )


@right(
    IMMIGRATION_ACT.article(20, 5),
    IMMIGRATION_ACT.article(21, 4),
    IMMIGRATION_ACT.article(22, 4),
    IMMIGRATION_ACT.article(20, 6),
    IMMIGRATION_ACT.article(23, 2),
    id="jp.immigration.take-the-card",
    title=Text(
        "許可に係る在留カードの受領（在留できる間に）",
        "入管から 知らせが 来たら、在留できる 間に カードを もらう",
        "Take the card of a granted application while the stay lasts",
    ),
    holder="person",
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def take_the_card(person: Person) -> Right:
    """A renewal, a change or permanent residence that was granted takes effect when the card is handed over, and not before.
    The card can be taken while the stay lasts: with a renewal or a change until the end of the special period, with
    permanent residence alone only until the old stay expires. Being abroad stops no clock.
    """
    return Right(
        applies=granted_and_waiting(person),
        exercisable=any_one(holds_status(person), special_period(person)),
        how=Text(
            "通知書、旅券、在留カードを持って地方出入国在留管理局で受け取る（手数料が要る）",
            "入管に 行って もらいます。はがき、パスポート、今の カードを 持って 行きます。お金が いります。",
            "At the regional immigration office, with the postcard, the passport and the old card; a fee is due",
        ),
        against="authority:isa",
        lost=Text(
            "在留期間の満了（特例期間があるときはその終了）とともに失われる",
            "在留できる 期間が 終わると、もらえません。",
            "With the end of the stay, or of the special period where there is one",
        ),
    )


NORMS = (take_the_card,)
