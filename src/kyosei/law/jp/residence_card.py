"""Is the residence card renewed, reissued and returned in time, and who must carry it?"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.immigration import (
    CardLoss,
    CardReissueOrder,
    CardReturn,
    ParticularsChange,
    ResidenceApplication,
    ResidenceCard,
    ResidenceStatus,
)
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.organisation_notice import fourteen_days
from kyosei.law.jp.residence import resides_mid_to_long_term
from kyosei.norms.declare import between, duty, since_day, status
from kyosei.norms.forms import Duty, Status, by_day
from kyosei.terms.expressions import Cond
from kyosei.terms.language import age, all_of, any_one, begins, ends, item, nearing, shifted, years
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_CARDS_BEGAN = date(2012, 7, 9)
_NEW_CARDS = date(2026, 6, 14)
_of_the_holder = partial(
    duty,
    bearer="person",
    protects=None,
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    authority="authority:isa",
)
"""What the duties of whoever holds a card have in common."""
_renewal = partial(
    duty,
    IMMIGRATION_ACT.article("19-11", 1),
    IMMIGRATION_ACT.article("19-5", 1),
    id="jp.immigration.renew-card",
    title=Text(
        "在留カードの有効期間の更新申請（満了日まで）",
        "在留カードの 期限までに 新しい カードを 申請する",
        "Apply for a new card by the day on which the card expires",
    ),
    bearer="person",
    protects=None,
    verified_on=_READ_ON,
    authority="authority:isa",
)


def _applied(person: Person, procedure: str) -> Cond:
    return ResidenceApplication.at(person).where(ResidenceApplication.procedure.is_(procedure)).happened()


def _expires_before_the_stay(person: Person) -> Cond:
    """The card has a term of its own: a permanent resident's, a highly skilled professional (ii)'s, a child's older one."""
    return item(
        "19-11(1)",
        Text(
            "在留期間の満了日より前に有効期間が満了するカード",
            "カードの 期限が 在留期限より 早い",
            "the card expires before the stay does",
        ),
        ResidenceCard.at(person).ends_on() < ResidenceStatus.at(person).ends_on(),
        IMMIGRATION_ACT.article("19-11", 1),
    )


def _renew(person: Person, window: Cond) -> Duty:
    """Within the window before the card expires, a new one is applied for; a new card makes it needless."""
    card = ResidenceCard.at(person)
    return Duty(
        arises=begins(all_of(card.holds(), window, _expires_before_the_stay(person))),
        performed=any_one(
            item(
                "19-11(1)",
                Text("有効期間の更新の申請", "新しい カードを 申請した", "applied for a new card"),
                _applied(person, "card_renewal"),
                IMMIGRATION_ACT.article("19-11", 1),
            ),
            item(None, Text("新たなカードの交付", "新しい カードを もらった", "a new card was issued"), card.starts()),
        ),
        due=by_day(card.ends_on(), on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


@_renewal(in_force=between(_CARDS_BEGAN, _NEW_CARDS))
def renew_card_until_2026(person: Person) -> Duty:
    """A card with a term of its own is renewed by the day on which it expires, from two months before. The card of a child
    that expires with the sixteenth birthday (since 2023-11-01 the day before it) can be renewed from six months before.
    """
    ends_on = ResidenceCard.at(person).ends_on()
    child = ~(age(person.born) >= years(16, PERSON))
    return _renew(person, any_one(nearing(ends_on, months=2), nearing(ends_on, months=6) & child))


@_renewal(in_force=since_day(2026, 6, 14))
def renew_card(person: Person) -> Duty:
    """A card with a term of its own is renewed by the day on which it expires, from three months before. New cards of
    permanent residents and highly skilled professionals (ii) are valid until the tenth birthday after their issue, of
    permanent residents under eighteen until the fifth. Cards issued before 2026-06-14 keep the day printed on them.
    """
    return _renew(person, nearing(ResidenceCard.at(person).ends_on(), months=3))


@_of_the_holder(
    IMMIGRATION_ACT.article("19-12", 1),
    IMMIGRATION_RULES.article("19-11", 1),
    id="jp.immigration.reissue-lost-card",
    title=Text(
        "紛失等による在留カードの再交付申請（14日以内）",
        "在留カードを なくしたら 14日以内に 入管に 申請する",
        "Apply within fourteen days for a new card when it was lost",
    ),
)
def reissue_lost_card(person: Person) -> Duty:
    """Whoever lost the card, or had it stolen or destroyed, applies for another within fourteen days of finding out; who
    found out abroad, within fourteen days of the first landing after that. An employer or broker that holds the card back
    is no loss by the person: it is the holder of the card who may have it.
    """
    return Duty(
        arises=all_of(CardLoss.at(person).happened(), resides_mid_to_long_term(person)),
        performed=_applied(person, "card_reissue"),
        due=fourteen_days(),
    )


@_of_the_holder(
    IMMIGRATION_ACT.article("19-13", 3),
    IMMIGRATION_ACT.article("19-13", 2),
    id="jp.immigration.reissue-damaged-card",
    title=Text(
        "命令による在留カードの再交付申請（14日以内）",
        "入管から 言われたら、14日以内に カードの 交換を 申請する",
        "Apply within fourteen days for a new card when ordered to",
    ),
)
def reissue_damaged_card(person: Person) -> Duty:
    """Whoever the office orders to have a damaged card replaced applies for that within fourteen days of the order."""
    return Duty(
        arises=all_of(CardReissueOrder.at(person).happened(), resides_mid_to_long_term(person)),
        performed=_applied(person, "card_reissue"),
        due=fourteen_days(),
    )


@_of_the_holder(
    IMMIGRATION_ACT.article("19-10", 1),
    IMMIGRATION_ACT.article("19-4", 1, "1"),
    id="jp.immigration.notify-particulars",
    title=Text(
        "住居地以外の記載事項の変更届出（14日以内）",
        "名前や 国籍が 変わったら 14日以内に 入管に 知らせる",
        "Notify within fourteen days that the name or other particulars changed",
    ),
)
def notify_particulars(person: Person) -> Duty:
    """A resident with a card notifies the immigration office, not the municipality, within fourteen days that the name, the
    day of birth, the sex or the nationality changed. Which of them it was is not asked here.
    """
    return Duty(
        arises=all_of(ParticularsChange.at(person).happened(), resides_mid_to_long_term(person)),
        performed=_applied(person, "card_particulars"),
        due=fourteen_days(),
    )


@_of_the_holder(
    IMMIGRATION_ACT.article("19-15", 1),
    IMMIGRATION_ACT.article("19-14", 1, "1"),
    IMMIGRATION_ACT.article("19-14", 1, "2"),
    id="jp.immigration.return-card",
    title=Text(
        "失効した在留カードの返納（14日以内）",
        "使えなく なった 在留カードは 14日以内に 入管に 返す",
        "Return a card that is no longer valid within fourteen days",
    ),
)
def return_card(person: Person) -> Duty:
    """Who is no longer a resident with a card returns it within fourteen days. A new card ends no stay: the old one is
    exchanged at the counter. Who leaves Japan for good hands it over at the port at once, before the fourteen days begin
    to matter; after a death the family returns it, and no penalty stands behind that.
    """
    return Duty(
        arises=shifted(ends(resides_mid_to_long_term(person)), days_later=-1),
        performed=CardReturn.at(person).happened(),
        due=fourteen_days(),
    )


@status(
    IMMIGRATION_ACT.article(23, 2),
    IMMIGRATION_ACT.article(23, 5),
    IMMIGRATION_ACT.article(23, 3),
    id="jp.immigration.carries-card",
    title=Text(
        "在留カードの常時携帯の対象（16歳以上）",
        "16歳に なったら、在留カードを いつも 持って 歩く",
        "Bound to carry the residence card (sixteen and over)",
    ),
    in_force=since_day(2012, 7, 9),
    verified_on=_READ_ON,
    authority="authority:isa",
)
def carries_card(person: Person) -> Status:
    """A resident with a card carries it always and shows it when an inspector, a police officer or another official so
    empowered asks for it on duty, since 2026-06-14 also to have its chip read; the official shows a warrant card on
    request. Children under sixteen need not carry it. That somebody does not carry it, no record tells.
    """
    return Status(
        applies=resides_mid_to_long_term(person),
        holds=item(
            "23(5)",
            Text("16歳以上", "16歳 以上", "sixteen or over"),
            age(person.born) >= years(16, PERSON),
            IMMIGRATION_ACT.article(23, 5),
        ),
    )


NORMS = (
    renew_card_until_2026,
    renew_card,
    reissue_lost_card,
    reissue_damaged_card,
    notify_particulars,
    return_card,
    carries_card,
)
