"""Who asks for permanent residence, and which relief from the ordinary requirements is on record for the person.

Relief rests on what the applicant has to bring forward and show: a registered marriage or descent, a recognition, points
that were counted. It is in play from the day on which somebody who can settle it has told of it (law.jp.on_record).
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.immigration import Recognition, ResidenceStatus
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import (
    continued_stay,
    holds_status,
    new_status,
    special_period,
    unsettled_stay,
)
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import any_one, dated, heads, item, since
from kyosei.terms.text import Text

__all__ = [
    "child_of_national_or_permanent",
    "family_of_national_or_permanent",
    "from_day_on",
    "kept",
    "may_ask",
    "protected",
    "relieved_of_livelihood",
    "resides",
    "spouse_of_national_or_permanent",
]

_NATIONAL_OR_PERMANENT = ("national", "permanent_resident", "special_permanent_resident")
_LONG_AGO = date(1900, 1, 1)
_OTHERS = tuple(status.slug for status in STATUSES if status.slug != "permanent-resident")


def from_day_on(first: date) -> Cond:
    """A change of the guideline is in effect."""
    return dated(PERSON, Heads, [(_LONG_AGO, 0), (first, 1)]) >= heads(1, PERSON)


def may_ask(person: Person) -> Cond:
    """Stays with another status: art. 22 (1) is for whoever wants to change to permanent residence."""
    return item(
        "22(1)",
        Text("永住者以外の在留資格で在留", "永住者では ない 在留資格が あります", "stays with another status"),
        ResidenceStatus.at(person).status.is_in(_OTHERS),
        IMMIGRATION_ACT.article(22, 1),
    )


def resides(person: Person) -> Cond:
    """In Japan with a status, or while an application filed in time is pending; re-entry permits do not interrupt it."""
    return item(
        None,
        Text("本邦に在留", "日本に すんで います", "resides in Japan"),
        any_one(holds_status(person), special_period(person), unsettled_stay(person).unsettled_in_law()),
        IMMIGRATION_ACT.article(20, 6),
    )


def kept(person: Person, held: Cond) -> Cond:
    """What was true of the stay is true while it goes on past its expiry."""
    return any_one(held, continued_stay(person) & since(held, reset=new_status(person)))


def _relative(person: Person, relation: str) -> Cond:
    return told(
        FamilyRelation.at(person)
        .where(FamilyRelation.relation.is_(relation), FamilyRelation.other_is.is_in(_NATIONAL_OR_PERMANENT))
        .holds()
    )


def spouse_of_national_or_permanent(person: Person) -> Cond:
    """Married to a national, a permanent resident or a special permanent resident."""
    return item(
        None,
        Text(
            "日本人・永住者等の配偶者", "日本人や 永住者の おっと・つま", "spouse of a national or permanent resident"
        ),
        _relative(person, "spouse"),
        IMMIGRATION_ACT.article(22, 2),
    )


def child_of_national_or_permanent(person: Person) -> Cond:
    """A child of a national, a permanent resident or a special permanent resident."""
    return item(
        None,
        Text("日本人・永住者等の子", "日本人や 永住者の 子ども", "child of a national or permanent resident"),
        _relative(person, "parent"),
        IMMIGRATION_ACT.article(22, 2),
    )


def family_of_national_or_permanent(person: Person) -> Cond:
    """Spouse or child: neither conduct nor livelihood is asked (art. 22 (2) proviso)."""
    return item(
        "22(2)但書",
        Text(
            "日本人・永住者等の配偶者又は子",
            "日本人や 永住者の 家族（おっと・つま・子ども）",
            "spouse or child of a national or permanent resident",
        ),
        any_one(spouse_of_national_or_permanent(person), child_of_national_or_permanent(person)),
        IMMIGRATION_ACT.article(22, 2),
        proviso=True,
    )


def protected(person: Person) -> Cond:
    """Recognised as a refugee or as in need of complementary protection."""
    recognised = Recognition.recognised_as.is_in(("refugee", "complementary_protection"))
    return item(
        None,
        Text("難民・補完的保護対象者の認定", "難民などの 認定を うけた", "recognised as in need of protection"),
        told(Recognition.at(person).where(recognised).holds()),
        IMMIGRATION_ACT.article("61-2-14"),
    )


def relieved_of_livelihood(person: Person) -> Cond:
    """Not asked for a livelihood: the recognised, and since 2024-06-10 those resettled on an organisation's recommendation."""
    resettled = told(Recognition.at(person).where(Recognition.recognised_as.is_("resettled")).holds())
    return item(
        None,
        Text("難民等・第三国定住難民", "難民などの 人", "recognised or resettled refugees"),
        any_one(protected(person), resettled & from_day_on(date(2024, 6, 10))),
        IMMIGRATION_ACT.article("61-2-14"),
        proviso=True,
    )
