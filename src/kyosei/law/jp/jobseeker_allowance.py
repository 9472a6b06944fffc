"""Until when may somebody who lost a job claim the job seeker's allowance, and does the former employer certify?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.law.jp.employment_insurance import IN_FORCE, insured_by_employment_insurance
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, EMPLOYMENT_INSURANCE_RULES
from kyosei.norms.declare import right
from kyosei.norms.forms import Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import MonthRounding, Months, WindowEdge, ends, ever, item, shifted, within
from kyosei.terms.text import Text

__all__ = ["NORMS"]


def _left_insured_job(job: Employment) -> Cond:
    """The event, on the last day of the job, that an insured worker leaves."""
    return item(
        "4(2)",
        Text("被保険者が離職した日", "雇用保険が ある しごとを やめた 日", "the day on which an insured worker left"),
        shifted(ends(employed(job)), days_later=-1) & insured_by_employment_insurance(job),
        EMPLOYMENT_INSURANCE_ACT.article(4, 2),
    )


@right(
    EMPLOYMENT_INSURANCE_ACT.article(13, 1),
    EMPLOYMENT_INSURANCE_ACT.article(13, 2),
    EMPLOYMENT_INSURANCE_ACT.article(20, 1, "1"),
    EMPLOYMENT_INSURANCE_ACT.article(15, 2),
    id="jp.employment-insurance.right-to-allowance",
    title=Text(
        "基本手当（失業給付）を請求する権利",
        "しごとが なくなった とき、ハローワークに お金を 求める ことが できます",
        "The right to claim the job seeker's allowance",
    ),
    holder="person",
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_allowance(job: Employment) -> Right:
    """Whoever leaves an insured job, can and wants to work and seeks work may claim the allowance at the labour office.

    It asks for twelve insured months in the two years before leaving, or six in one year where the employer ended the
    job, or did not renew a contract against the worker's wish (art. 13): the office decides that, with periods at other
    employers. It is paid only for days of unemployment within a year from the day after leaving (art. 20 (1)); pregnancy,
    birth, child care or illness of thirty days or more lengthen the year if the worker tells the office.
    """
    left = _left_insured_job(job)
    a_year = Months(12, rounding=MonthRounding.CIVIL_CODE_143)
    in_time = item(
        "20(1)(i)",
        Text(
            "離職の翌日から1年以内",
            "やめた つぎの 日から 1年の あいだ",
            "within a year from the day after leaving",
        ),
        within(a_year, after=left) & ~employed(job),
        EMPLOYMENT_INSURANCE_ACT.article(20, 1, "1"),
    )
    return Right(
        applies=in_time,
        exercisable=in_time,
        how=Text(
            "失業している間に、住所地のハローワークに離職票を提出して求職を申し込む（無料）。離職票が届かないときはハローワークに相談できる",
            "しごとが ない とき、ハローワークに「離職票」を もって いって、しごとを さがすと 言います。"
            "お金は いりません。紙が 来ない ときも 行って ください。",
            "While you have no job, take the separation slip to the labour office of your address and register as seeking "
            "work; it is free. Go also if the slip has not come",
        ),
        against="authority:labour-office",
        lost=Text(
            "離職の翌日から1年を過ぎると、日数が残っていても支給されない",
            "1年を すぎると、もう もらえません。早く 行くほど いいです。",
            "After a year nothing is paid, even if days are left: go early",
        ),
    )


@right(
    EMPLOYMENT_INSURANCE_ACT.article(76, 3),
    EMPLOYMENT_INSURANCE_RULES.article(16),
    EMPLOYMENT_INSURANCE_RULES.article(17, 3),
    EMPLOYMENT_INSURANCE_ACT.article(83, None, "4"),
    id="jp.employment-insurance.right-to-certificate",
    title=Text(
        "離職証明書の交付を請求する権利",
        "やめた あと、会社に「離職証明書」を 求める ことが できます",
        "The right to the separation certificate",
    ),
    holder="person",
    in_force=IN_FORCE,
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_certificate(job: Employment) -> Right:
    """Whoever left an insured job may ask the former employer for the certificate that the claim needs; it may not refuse.

    Where the employer cannot be found, or for another good reason, the office issues the slip without it (Regulations
    art. 17 (3)). An employer that refuses is punishable (art. 83 (iv)). The Act sets no day for handing it over.
    """
    left = ever(_left_insured_job(job), last=None, counting=WindowEdge.EXCLUDING_THE_DAY)
    return Right(
        applies=left,
        exercisable=left,
        how=Text(
            "会社に求める（無料）。応じないときはハローワークに言う",
            "会社に 言います。お金は いりません。くれない ときは ハローワークに 言います。",
            "Ask the former employer, free of charge; if it refuses, tell the labour office",
        ),
        against="employer",
        lost=Text(
            "期限はないが、手当は離職の翌日から1年",
            "いつでも 言えますが、お金を もらえるのは 1年の あいだです。",
            "There is no time limit, but the allowance ends a year after leaving",
        ),
    )


NORMS = (right_to_allowance, right_to_certificate)
