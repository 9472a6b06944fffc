"""Is there a ground on which a dependant's or, from 2027-04-01, a permanent resident's status could be revoked?

Warnings, never findings, as in `revocation`. The grounds for permanent residents come with Act No. 60 of 2024, whose text was
not at hand: they are read in reports of it, and in the draft of the guideline on them (August 2026), which says that illness,
loss of work, payment by instalments, and premiums that an employer withheld and did not pay are no intention not to pay.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.family import FamilyEvent
from kyosei.facts.vocabulary.immigration import Penalty, ResidenceStatus
from kyosei.facts.vocabulary.social_insurance import HealthPremium, PensionContribution
from kyosei.facts.vocabulary.tax import TaxInstalment
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.on_record import on_record
from kyosei.law.jp.pension_contributions import national_contribution, national_premium
from kyosei.law.jp.residence import keeps_status
from kyosei.law.jp.resident_tax import ordinary_collection
from kyosei.law.jp.revocation import unless_weighed
from kyosei.law.jp.spouse_notice import marriage_ended
from kyosei.norms.declare import newly_since, since_day, status
from kyosei.norms.forms import Status
from kyosei.norms.references import breached
from kyosei.terms.expressions import Cond
from kyosei.terms.language import MonthRounding, Months, any_of, any_one, item, since, within
from kyosei.terms.text import Text

__all__ = ["NORMS", "activity_as_dependant", "public_charges_of_permanent_residents"]

_DEPENDENT = ("dependent",)
_warning = partial(status, verified_on=date(2026, 11, 22), authority="authority:isa")


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "6"),
    id="jp.immigration.activity-as-dependant",
    title=Text(
        "家族滞在の活動の継続（3月以上行わないと取消しの対象になり得る）",
        "家族滞在の 人が 離婚して 3か月 たつと、入管が りゆうを 聞く ことが あります",
        "Life as a dependant goes on (three months without it may be asked about)",
    ),
    in_force=since_day(2012, 7, 9),
    review_on=date(2027, 3, 31),
)
def activity_as_dependant(person: Person) -> Status:
    """Who stays as the dependent spouse of a foreign resident and has not lived so for three whole months may be asked why: half
    the time that spouses of Japanese and of permanent residents have. Read here are divorce and the spouse's death; mourning,
    children, fleeing from violence and an application for another status can be good reasons. The remedy is to apply for a
    status of one's own while the stay runs.
    """
    ended = marriage_ended(person, dependants_too=True)
    married = FamilyEvent.at(person).where(FamilyEvent.event.is_("marriage")).happened()
    three_months = Months(3, rounding=MonthRounding.CIVIL_CODE_143)
    ground = item(
        "22-4(1)(vi)",
        Text("3月以上扶養を受ける配偶者でない", "3か月 夫や 妻では ない", "three months not as a dependent spouse"),
        since(ended, reset=married) & ~within(three_months, after=ended),
        IMMIGRATION_ACT.article("22-4", 1, "6"),
    )
    return Status(applies=keeps_status(person, _DEPENDENT), holds=unless_weighed(ground))


def _unpaid(person: Person) -> Cond:
    """Tax, pension contributions or health premiums that the person owes and that are unpaid now."""
    return item(
        "22-4(1)(viii)",
        Text("公租公課の未納", "税金や 保険の お金が まだ", "public charges unpaid"),
        any_one(
            any_of(breached(ordinary_collection), closed_by=TaxInstalment.at(person).covered()),
            any_of(breached(national_contribution), closed_by=PensionContribution.at(person).covered()),
            any_of(breached(national_premium), closed_by=HealthPremium.at(person).covered()),
        ),
        IMMIGRATION_ACT.article("22-4", 1, "8"),
    )


def _sentenced(person: Person) -> Cond:
    """Sentenced to imprisonment, suspended or not; whether for one of the listed offences, the office sees."""
    sentence = Penalty.at(person).where(Penalty.penalty.is_in(("imprisonment", "suspended"))).happened()
    return item(
        "22-4(1)(ix)",
        Text("拘禁刑", "刑務所に 入る 刑", "sentenced to imprisonment"),
        on_record(sentence),
        IMMIGRATION_ACT.article("22-4", 1, "9"),
    )


@_warning(
    IMMIGRATION_ACT.article("22-4", 1, "8"),
    IMMIGRATION_ACT.article("22-4", 1, "9"),
    id="jp.immigration.permanent-public-charges",
    title=Text(
        "永住者の公租公課等（令和9年4月1日から、故意に払わないと取消しの対象になり得る）",
        "永住の 人が 税金や 保険の お金を わざと 払わないと、入管が りゆうを 聞く ことが あります（2027年4月から）",
        "Public charges of a permanent resident (from 2027-04-01, leaving them unpaid on purpose may be asked about)",
    ),
    in_force=newly_since(2027, 4, 1),
)
def public_charges_of_permanent_residents(person: Person) -> Status:
    """From 2027-04-01 a permanent resident who on purpose leaves public charges unpaid, or is sentenced to imprisonment for
    certain offences, may be asked why. Being unable to pay is no intention. The remedy is to pay, or to agree on instalments
    or a relief with the office that collects; as a rule the status is changed to another one and not taken away.
    """
    permanent = ResidenceStatus.at(person).status.is_("permanent-resident")
    return Status(applies=permanent, holds=unless_weighed(any_one(_unpaid(person), _sentenced(person))))


NORMS = (activity_as_dependant, public_charges_of_permanent_residents)
