"""Who is of category 1 and gives birth: which months of the National Pension are free?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.social_insurance import PensionEnrolment
from kyosei.law.jp.laws import NATIONAL_PENSION_ACT, NATIONAL_PENSION_RULES
from kyosei.law.jp.on_record import on_record, told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.language import MonthRounding, Months, item, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_TWO_YEARS = Months(24, rounding=MonthRounding.CIVIL_CODE_143)


@right(
    NATIONAL_PENSION_ACT.article("88-2"),
    NATIONAL_PENSION_RULES.article("73-7", 1),
    NATIONAL_PENSION_ACT.article(102, 4),
    id="jp.pension.right-to-maternity-exemption",
    title=Text(
        "産前産後期間の国民年金保険料免除を届け出る権利",
        "赤ちゃんを 産む 人は、4か月 国民年金を 払わなくて いいです",
        "The right to be freed from the National Pension around a birth",
    ),
    holder="person",
    in_force=since_day(2019, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def right_to_maternity_exemption(person: Person) -> Right:
    """Whoever is of category 1 and gives birth owes nothing for the month before, the month of the birth and two more (from
    three months before with twins), at any income; the months count in full. What was paid for them is given back.

    It may be told from six months before the day expected; the Act names no last day, but what was paid can be asked back for
    two years only. The child is known from the family relation, which both parents have: the right is the mother's, and
    no sex is read here. That it began in April 2019, for births since February of that year, is knowledge.
    """
    child = FamilyRelation.at(person).where(FamilyRelation.relation.is_("child")).starts()
    record = PensionEnrolment.at(person).where(PensionEnrolment.scheme.is_("national_1"))
    category_1 = on_record(record.holds())
    born = item(
        "88-2",
        Text("出産から2年以内", "赤ちゃんが 生まれて 2年までです", "a child was born within two years"),
        within(_TWO_YEARS, after=told(child)),
        NATIONAL_PENSION_ACT.article("88-2"),
    )
    return Right(
        applies=category_1 & born,
        exercisable=category_1 & born,
        how=Text(
            "産む人が市町村に届け出る（無料。所得の制限なし。出産予定日の6か月前から）",
            "お母さんが 市役所に 言います。お金は いりません。生まれる 6か月 前から 言えます。",
            "The mother tells the municipality, from six months before the birth on; it is free, at any income",
        ),
        against="unknown:municipality",
        lost=Text(
            "届出に期限はないが、納めた保険料の還付は2年で時効",
            "払った お金は 2年 たつと 返って きません。",
            "What was paid already is given back for two years only",
        ),
    )


NORMS = (right_to_maternity_exemption,)
