"""May a foreigner who looks for a home ask the housing support bodies for help?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.law.jp.laws import HOUSING_SAFETY_NET_ACT, HOUSING_SAFETY_NET_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import holds_status
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import item
from kyosei.terms.text import Text

__all__ = ["NORMS"]


@right(
    HOUSING_SAFETY_NET_ACT.article(2, 1),
    HOUSING_SAFETY_NET_RULES.article(3, None, "1"),
    id="jp.residence.right-to-housing-support",
    title=Text(
        "住宅確保要配慮者としての入居支援",
        "家を さがす とき、手伝って もらえます",
        "Help to find a home, as one of those for whom it is hard",
    ),
    holder="person",
    in_force=since_day(2017, 10, 25),
    verified_on=date(2026, 11, 22),
    authority="unknown:municipality",
)
def right_to_housing_support(person: Person) -> Right:
    """Foreigners are among those for whose housing the Act has the State and municipalities provide: registered homes that do
    not refuse them, support bodies that help with the search, guarantees and visits, and since October 2025 certified
    guarantee companies and homes with support.

    No statute forbids a landlord to refuse a tenant because of the nationality; courts have awarded damages for it (Civil Code
    art. 709; knowledge). So nothing here is a landlord's breach. The texts were not at hand when this was written: both
    articles are from a reading of 2026-11-21. A status of residence shows that a foreigner is asking.
    """
    foreigner = item(
        "3(i)",
        Text("外国人である", "外国人です", "a foreigner by the status of residence"),
        told(holds_status(person)),
        HOUSING_SAFETY_NET_RULES.article(3, None, "1"),
    )
    return Right(
        applies=foreigner,
        exercisable=foreigner,
        how=Text(
            "市町村の住宅担当、居住支援協議会または居住支援法人に相談する（無料）。セーフティネット住宅を検索する",
            "市役所の 住宅の 係か、居住支援法人に 相談します。お金は いりません。",
            "Ask the municipality's housing office or a housing support body, free of charge; search the registered homes",
        ),
        against="unknown:municipality",
        lost=Text("期限はない", "いつでも 相談できます。", "Never"),
    )


NORMS = (right_to_housing_support,)
