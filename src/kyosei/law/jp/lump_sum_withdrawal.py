"""May somebody who left Japan claim the lump-sum withdrawal payment, until when, and which months does it destroy?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.immigration import ResidencePresence, ResidenceStatus
from kyosei.facts.vocabulary.social_insurance import PensionEnrolment, PensionLumpSum
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT
from kyosei.law.jp.on_record import on_record, told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond, Heads, Number
from kyosei.terms.language import (
    MonthRounding,
    Months,
    all_of,
    brackets,
    ends,
    happened_so_far,
    heads,
    item,
    month_ends_before,
    shifted,
    within,
)
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_CLASSES = brackets([(date(2021, 4, 1), tuple((months, months) for months in range(0, 61, 6)))])
"""The payment is reckoned by classes of six months up to sixty, since April 2021. Act 74 of 2025 raises this to ninety-six
from a day that no order has set yet, so it is not here."""


def _enrolled(person: Person) -> Cond:
    return PensionEnrolment.at(person).where(PensionEnrolment.scheme.is_("employees")).holds()


def _months(person: Person) -> Number[Heads]:
    """Months at whose end the Service's record has the person in the employees' pension (art. 19 (1))."""
    return happened_so_far(month_ends_before(told(_enrolled(person)), months=1))


def _paid_before(person: Person) -> Cond:
    return shifted(on_record(PensionLumpSum.at(person).happened()), days_later=1)


@right(
    EMPLOYEES_PENSION_ACT.article("suppl:29", 1),
    EMPLOYEES_PENSION_ACT.article(19, 1),
    id="jp.pension.right-to-lump-sum",
    title=Text(
        "脱退一時金を請求する権利（請求すると加入月が失われる）",
        "日本を 出たら 年金の 一時金を 求められます。でも、年金の 月が ぜんぶ なくなります",
        "The right to the lump-sum withdrawal payment, which destroys the months it is paid for",
    ),
    holder="person",
    in_force=since_day(2021, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def right_to_lump_sum(person: Person) -> Right:
    """A foreigner with six months or more who no longer lives in Japan may claim the payment within two years of leaving.

    All months so far are then forgotten, also those beyond the sixty that are paid for, and also for an agreement that would
    add them to a pension abroad; whoever may come back, or has years in a country with such an agreement, should ask first.
    Not with ten years, or once entitled to a disability benefit, of which no record here tells. A status of residence in the
    past shows that a foreigner is asking; who has become Japanese since cannot claim. The two years run from the last
    address in Japan; the departure is taken for it, so who moved out earlier has less time. After an earlier payment it is
    open which months are left. 20.42 per cent is withheld as tax. The text of the supplementary article was not at hand.
    """
    here = told(ResidencePresence.at(person).holds())
    left = shifted(ends(here), days_later=-1)
    stayed = on_record(ResidenceStatus.at(person).holds())
    two_years = Months(24, rounding=MonthRounding.CIVIL_CODE_143)
    months = _months(person)
    may_claim = all_of(
        item(
            "suppl. 29(1)",
            Text("日本国籍を有しない", "外国人です", "a foreigner by the status of residence"),
            stayed,
            EMPLOYEES_PENSION_ACT.article("suppl:29", 1),
        ),
        item(
            "suppl. 29(1)",
            Text("被保険者期間6月以上10年未満", "6か月 以上、10年より 少ない", "six months or more, below ten years"),
            (months >= heads(6, PERSON)) & ~(months >= heads(120, PERSON)),
            EMPLOYEES_PENSION_ACT.article("suppl:29", 1),
        ),
        item(
            "suppl. 29(1)(iii)",
            Text(
                "日本に住所を有しなくなってから2年以内",
                "日本の 住所が なくなって 2年までです",
                "within two years of having no address in Japan",
            ),
            within(two_years, after=left) & ~here,
            EMPLOYEES_PENSION_ACT.article("suppl:29", 1),
        ),
    ).unless(_paid_before(person).unsettled_in_law())
    return Right(
        applies=may_claim,
        exercisable=may_claim,
        how=Text(
            "帰国後に日本年金機構へ郵送等で請求する（無料）。請求の前に、通算協定と将来の年金への影響を確認する",
            "国に 帰ってから 日本年金機構に 手紙で 言います。お金は いりません。出す 前に 年金事務所に 聞いて ください。",
            "Send the claim to the Japan Pension Service from abroad, free of charge; first ask what it costs you later",
        ),
        against="authority:pension-service",
        lost=Text(
            "受け取ると、それまでの加入月はすべてなかったことになる。請求は住所がなくなってから2年まで",
            "もらうと、いままでの 年金の 月は ぜんぶ なくなります。2年 すぎると もらえません。",
            "Once paid, every month so far is gone; the claim itself ends two years after leaving",
        ),
        figures={"months_destroyed": months, "months_paid_for": months.bracket(_CLASSES)},
    )


NORMS = (right_to_lump_sum,)
