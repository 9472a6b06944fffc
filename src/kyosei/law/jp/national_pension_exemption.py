"""Until when may a month of the National Pension be freed or put off, instead of staying unpaid?

The Pension Service decides on the application (arts. 90 to 90-3); nothing here anticipates that. Incomes are not compared
with the limits of the Cabinet Order, whose text was not at hand: the way to apply names them.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Contribution, Person
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.social_insurance import PensionContribution, PensionEnrolment
from kyosei.law.jp.insured import STUDENT_COURSES
from kyosei.law.jp.laws import CHILD_SUPPORT_REFORM_2024, NATIONAL_PENSION_ACT, NATIONAL_PENSION_RULES
from kyosei.law.jp.on_record import on_record, told
from kyosei.norms.declare import right, since_day
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    WindowEdge,
    all_of,
    ever,
    item,
    month_ends_before,
    shifted,
    within,
)
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_MONTHS_TO_APPLY = 26
"""A month falls due at the end of the next one; two years later the right to collect it is gone (art. 102 (4)), and with it
what could be freed. So the last day is the one before the 26th month begins: two years and one month back, in practice.
"""

_LOST = Text(
    "その月の26か月後の初日に申請できなくなる。未納のままの月は受給資格期間に入らない",
    "2年と 2か月 たつと、もう 言えません。払わない 月は 年金の 月に なりません。",
    "On the first day of the 26th month after it; a month left unpaid does not count for any pension",
)
_right = partial(right, holder="person", verified_on=date(2026, 11, 22), authority="authority:pension-service")
"""What the rights have in common."""


def _ever(condition: Cond) -> Cond:
    return ever(condition, last=None, counting=WindowEdge.INCLUDING_THE_DAY)


def _in_the_month(month: Contribution) -> Cond:
    """The days of the month itself, which the Service carries as one of category 1."""
    record = PensionContribution.at(month, at_key=True)
    return record.where(PensionContribution.scheme.is_("national_1")).holds()


def _unsettled(month: Contribution) -> Cond:
    """Neither paid nor freed, as far as the Service told: an application leaves paid months as they are."""
    record = PensionContribution.at(month, at_key=True)
    freed = PensionContribution.exempted.is_in(
        ("full", "three_quarters", "half", "quarter", "statutory", "student", "postponed", "maternity", "childcare")
    )
    return item(
        "90(1)",
        Text("納付も免除もされていない", "まだ 払って いない 月です", "neither paid nor freed"),
        ~on_record(record.paid()) & ~on_record(record.where(freed).starts()),
        NATIONAL_PENSION_ACT.article(90, 1),
    )


def _in_time(month: Contribution) -> Cond:
    return item(
        "102(4)",
        Text(
            "時効になっていない（2年1か月前の月まで）",
            "2年と 1か月 前の 月まで 言えます",
            "not barred by prescription: two years and one month back",
        ),
        ~_ever(month_ends_before(told(_in_the_month(month)), months=_MONTHS_TO_APPLY)),
        NATIONAL_PENSION_ACT.article(102, 4),
    )


def _student(month: Contribution) -> Cond:
    """At a listed school on some day of the month, as a school told; evening and correspondence courses count, too."""
    at_school = StudyEnrolment.at(month).where(StudyEnrolment.course.is_in(STUDENT_COURSES)).holds()
    return item(
        "90-3(1)",
        Text("その月に学生等である", "その 月に 学生です", "a student in the month"),
        on_record(_in_the_month(month) & told(at_school)),
        NATIONAL_PENSION_RULES.article("77-6"),
    )


@_right(
    NATIONAL_PENSION_ACT.article("90-3", 1),
    NATIONAL_PENSION_RULES.article("77-4", 1),
    NATIONAL_PENSION_RULES.article("77-6"),
    NATIONAL_PENSION_ACT.article(102, 4),
    id="jp.pension.right-to-student-deferral",
    title=Text(
        "学生納付特例を申請する権利",
        "学生は 国民年金を あとで 払うと 言うことが できます",
        "The right of students to put off the National Pension",
    ),
    in_force=since_day(2014, 4, 1),
)
def right_to_student_deferral(month: Contribution) -> Right:
    """A student of category 1 with little income may apply, for each school year, to pay the months later.

    The student's own income alone counts, of the year before (for January to March: the one before that). The month then
    counts for disability cover and for the years needed, not for the amount, unless paid within ten years (art. 94).
    Recognised language schools are on the list, other language schools are not unless they are vocational schools. That
    one may apply two years and one month back since April 2014 is knowledge.
    """
    open_month = all_of(_student(month), _unsettled(month), _in_time(month))
    return Right(
        applies=open_month,
        exercisable=open_month,
        how=Text(
            "市町村・年金事務所・学校の窓口またはマイナポータルで年度（4月から翌年3月）ごとに申請する（無料。所得128万円＋扶養親族等の額以下、"
            "失業等の特例あり）",
            "市役所か 年金事務所に、1年ごとに（4月から 3月）言います。お金は いりません。学生の 証明を もって いきます。",
            "Apply at the municipality, a pension office or online for each April to March; it is free (income up to 1,280,000 "
            "yen and more with dependants, or loss of a job)",
        ),
        against="authority:pension-service",
        lost=_LOST,
    )


@_right(
    NATIONAL_PENSION_ACT.article(90, 1),
    NATIONAL_PENSION_ACT.article("90-2", 1),
    NATIONAL_PENSION_RULES.article(77, 1),
    NATIONAL_PENSION_ACT.article(102, 4),
    id="jp.pension.right-to-exemption",
    title=Text(
        "国民年金保険料の免除を申請する権利",
        "お金が ない とき、国民年金を 払わない・少なく すると 言うことが できます",
        "The right to apply for exemption from the National Pension",
    ),
    in_force=since_day(2014, 4, 1),
)
def right_to_exemption(month: Contribution) -> Right:
    """Whoever is of category 1, no student, and has little income, lost a job or met a disaster may apply to be freed wholly
    or in part, for each July to June.

    The incomes of the head of the household and of the spouse count as well (art. 90 (1), proviso). A month freed in full
    still counts half for the pension. That one may apply two years and one month back since April 2014 is knowledge.
    """
    carried = on_record(_in_the_month(month))
    open_month = all_of(carried, _unsettled(month), _in_time(month)).unless(_student(month))
    return Right(
        applies=open_month,
        exercisable=open_month,
        how=Text(
            "市町村・年金事務所またはマイナポータルで年度（7月から翌年6月）ごとに申請する（無料。全額免除は所得（扶養親族等の数＋1）×35万円＋"
            "32万円以下、世帯主・配偶者も。失業等の特例あり）",
            "市役所か 年金事務所に、1年ごとに（7月から 6月）言います。お金は いりません。しごとが なくなった 人も 言えます。",
            "Apply at the municipality, a pension office or online for each July to June; it is free (in full up to 350,000 yen "
            "for you and each dependant plus 320,000 yen, for head of household and spouse too; or loss of a job)",
        ),
        against="authority:pension-service",
        lost=_LOST,
    )


@_right(
    CHILD_SUPPORT_REFORM_2024.article("main"),
    NATIONAL_PENSION_ACT.article(88, 1),
    id="jp.pension.right-to-childcare-exemption",
    title=Text(
        "育児期間の国民年金保険料免除を届け出る権利",
        "子どもが 1さいに なるまで、国民年金を 払わなくて いいです",
        "The right to be freed from the National Pension while caring for a child below one",
    ),
    in_force=since_day(2026, 10, 1),
)
def right_to_childcare_exemption(person: Person) -> Right:
    """From October 2026 whoever is of category 1 and cares for a child of the own is freed until the child is one.

    Of either parent, at any income; the months count in full (National Pension Act art. 88-3, added by Act 47 of 2024). The
    article was read of, not read: its text is newer than those at hand. The child is known from the family relation, whose
    first day for a child born here is its birth.
    """
    child = FamilyRelation.at(person).where(FamilyRelation.relation.is_("child")).starts()
    category_1 = PensionEnrolment.at(person).where(PensionEnrolment.scheme.is_("national_1")).holds()
    a_year = Months(12, rounding=MonthRounding.CIVIL_CODE_143)
    below_one = item(
        "88-3",
        Text("1歳未満の子を養育している", "1さいに ならない 子どもが います", "cares for a child below one"),
        told(within(a_year, after=shifted(child, days_later=-1))),
        NATIONAL_PENSION_ACT.article(88, 1),
    )
    return Right(
        applies=category_1 & below_one,
        exercisable=category_1 & below_one,
        how=Text(
            "市町村に届け出る（無料。所得の制限なし）",
            "市役所に 言います。お金は いりません。",
            "Tell the municipality; it is free, at any income",
        ),
        against="unknown:municipality",
        lost=Text(
            "免除されるのは子が1歳になるまでの月。届出の期限は未確認",
            "子どもが 1さいに なるまでの 月です。",
            "Only months until the child is one are freed; how far back one may tell was not read",
        ),
    )


NORMS = (right_to_student_deferral, right_to_exemption, right_to_childcare_exemption)
