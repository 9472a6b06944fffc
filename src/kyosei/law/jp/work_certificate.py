"""May somebody have certified which work the stay allows, and must an employer's offer not depend on it?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.residence import holds_status
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.text import Text

__all__ = ["NORMS", "certificate_of_work"]


@right(
    IMMIGRATION_ACT.article("19-2", 1),
    IMMIGRATION_ACT.article("19-2", 2),
    id="jp.immigration.work-certificate",
    title=Text(
        "就労資格証明書の交付の申請（不提示による不利益取扱いの禁止）",
        "どんな 仕事が できるか、入管に 書いて もらえます（会社は ぜったいに 必要だと 言えません）",
        "Have the work that the stay allows certified; nobody may be worse off for not showing it",
    ),
    holder="person",
    in_force=since_day(2012, 7, 9),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def certificate_of_work(person: Person) -> Right:
    """A foreigner who stays in Japan may ask for a certificate of the work that he or she may do, for instance after changing
    employers and before the next renewal. It is voluntary: where the permitted work is clear otherwise, no employer may
    treat anybody worse for not showing one.
    """
    return Right(
        applies=holds_status(person),
        exercisable=holds_status(person),
        how=Text(
            "地方出入国在留管理局に就労資格証明書の交付を申請する（手数料が要る）",
            "入管に 申請します。お金が いります。",
            "By an application to the regional immigration office; a fee is due",
        ),
        against="authority:isa",
        lost=Text("在留期間の満了とともに失われる", "在留期限までです。", "With the end of the stay"),
    )


NORMS = (certificate_of_work,)
