"""Did the employer withhold from the pay no more for health insurance than the law allows, and only from the insured?

The amounts are those of the health insurance association, whose rates are published by prefecture. What a health
insurance society may charge is in that society's own rules and is not judged here.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add

from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkPay
from kyosei.facts.vocabulary.social_insurance import HealthEnrolment
from kyosei.law.jp.health_confirmation import enrolled_in_health_insurance
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import HEALTH_INSURANCE_ACT
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.health_premium import (
    ASSOCIATION_RATES,
    ASSOCIATION_RATES_FROM,
    CARE_RATE,
    CHILD_SUPPORT_RATE,
)
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Heads, Number, Share, Yen, apply
from kyosei.terms.language import (
    Rounding,
    age,
    any_one,
    dated,
    each_month,
    heads,
    item,
    looked_up,
    rate,
    share_of,
    shifted,
    years,
    yen,
)
from kyosei.terms.text import Text
from kyosei.timelines.program import Op, Value

__all__ = ["NORMS", "halves_of", "of_care_age", "rate_was_read", "with_the_association"]

_HALF = rate([(date(2024, 3, 1), 1, 200_000)], rounding=Rounding.HALF_DOWN)
"""Half of a hundred thousand shares; when withheld from pay, up to fifty sen are dropped and more are rounded up."""
_CARE = dated(EMPLOYMENT, Share, CARE_RATE)
_CHILD_SUPPORT = dated(EMPLOYMENT, Share, CHILD_SUPPORT_RATE)


def _a_month_ago(number: Number[Yen]) -> Number[Yen]:
    return Number(apply(Op.SHIFT_MONTHS, Value.NUMBER, (number,), (1,)))


def _rate(job: Employment) -> Number[Share]:
    """The association's rate in the prefecture of the establishment, for the month in which the day lies."""
    return looked_up(
        EmployerProfile.at(employer=job.employer).prefecture,
        Share,
        [
            (code, [(day, parts) for day, (parts, _) in zip(ASSOCIATION_RATES_FROM, columns, strict=True)])
            for code, columns in ASSOCIATION_RATES
        ],
    )


def rate_was_read(job: Employment, *, months_ago: int) -> Cond:
    """The rate of that month stands in a list that was read, not only known."""
    read: Number[Heads] = looked_up(
        EmployerProfile.at(employer=job.employer).prefecture,
        Heads,
        [
            (code, [(day, int(read)) for day, (_, read) in zip(ASSOCIATION_RATES_FROM, columns, strict=True)])
            for code, columns in ASSOCIATION_RATES
        ],
    )
    return each_month(read >= heads(1, EMPLOYMENT), from_months_ago=months_ago, to_months_ago=months_ago)


def _standard(job: Employment) -> Number[Yen]:
    record = HealthEnrolment.at(person=job.worker, employer=job.employer)
    return record.where(HealthEnrolment.scheme.is_("association")).standard_remuneration_yen


def halves_of(standard: Number[Yen], job: Employment, *, care: bool) -> tuple[Number[Yen], Number[Yen]]:
    """The worker's half of what is due on the standard monthly remuneration or bonus, by the rates of the day's month: each part
    rounded by itself as slips show it, and all rounded at once.

    The Act knows one premium (art. 156 (1)), while the lists print its parts. The two ways differ by a yen at most; an
    employer that follows either withholds no more than it may.
    """
    basic = _rate(job)
    apart = share_of(standard, basic).times(_HALF) + share_of(standard, _CHILD_SUPPORT).times(_HALF)
    at_once = basic + _CHILD_SUPPORT
    if care:
        return apart + share_of(standard, _CARE).times(_HALF), share_of(standard, at_once + _CARE).times(_HALF)
    return apart, share_of(standard, at_once).times(_HALF)


def of_care_age(job: Employment) -> Cond:
    """Forty or older and below sixty-five; the end of the month decides (art. 156 (2))."""
    old = age(job.person.born)
    return (old >= years(40, PERSON)) & ~(old >= years(65, PERSON))


def _at_the_end_of(condition: Cond, *, months_ago: int) -> Cond:
    return each_month(condition, from_months_ago=months_ago, to_months_ago=months_ago)


def _no_more_than(withheld: Number[Yen], job: Employment, *, care: bool, months_ago: tuple[int, ...]) -> Cond:
    """No more than the halves of these months: the previous one is one month ago, this one none."""

    def of_these_months(half: Number[Yen]) -> Number[Yen]:
        return reduce(add, (_a_month_ago(half) if ago else half for ago in months_ago))

    return any_one(*(withheld <= of_these_months(half) for half in halves_of(_standard(job), job, care=care)))


def _within(withheld: Number[Yen], job: Employment, *, months_ago: tuple[int, ...]) -> Cond:
    ages = [_at_the_end_of(of_care_age(job), months_ago=ago) for ago in sorted(months_ago)]
    return any_one(
        _no_more_than(withheld, job, care=False, months_ago=months_ago),
        item(
            "156(1)(i)",
            Text(
                "40歳以上65歳未満は介護保険料を含む",
                "40さいから 64さいの 人は、介護保険の お金も 引かれます",
                "with the care premium, from forty to sixty-four",
            ),
            _no_more_than(withheld, job, care=True, months_ago=months_ago) & any_one(*ages),
            HEALTH_INSURANCE_ACT.article(156, 1, "1"),
        ),
    )


def _withheld(job: Employment) -> Number[Yen]:
    return WorkPay.at(job).health_deducted_yen


def _anything_withheld(job: Employment) -> Cond:
    return employed(job) & (_withheld(job) >= yen(1, EMPLOYMENT))


def with_the_association(job: Employment) -> Cond:
    record = HealthEnrolment.at(person=job.worker, employer=job.employer)
    return record.where(HealthEnrolment.scheme.is_("association")).holds()


def _not_told_apart(job: Employment) -> tuple[Cond, Cond]:
    """Why too much may not be too much: a bonus is in it, or the rate of the year was not read."""
    bonus = told(WorkPay.at(job).allowances.of("bonus") >= yen(1, EMPLOYMENT))
    return (
        item(
            "167(2)",
            Text(
                "賞与からの控除を含む",
                "ボーナスから 引いた 分も あります",
                "includes what was withheld from a bonus",
            ),
            bonus.unsettled_in_law(),
            HEALTH_INSURANCE_ACT.article(167, 2),
            proviso=True,
        ),
        item(
            "160(1)",
            Text(
                "その年度の料率は未確認",
                "その 年の 計算は まだ たしかめて いません",
                "the rate of the year was not read in a list",
            ),
            (~rate_was_read(job, months_ago=1)).unsettled_in_law(),
            HEALTH_INSURANCE_ACT.article(160, 1),
        ),
    )


@limit(
    HEALTH_INSURANCE_ACT.article(167, 1),
    HEALTH_INSURANCE_ACT.article(156, 1),
    HEALTH_INSURANCE_ACT.article(160, 1),
    HEALTH_INSURANCE_ACT.article(161, 1),
    id="jp.health.deduction-limit",
    title=Text(
        "健康保険料・介護保険料の控除は前月分のみ（協会けんぽ）",
        "会社が 給料から 引いて いい 健康保険は 前の 月の 分だけです",
        "Only the previous month's health insurance premium may be withheld from pay",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2024, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def health_deduction_limit(job: Employment) -> Limit:
    """From a month's pay the employer may withhold the worker's half of the previous month's premium, and nothing older.

    When the employment has ended, the half of the last month may be withheld as well. The premium is the health rate of
    the prefecture, from April 2026 with the child support rate, and the care rate from forty to sixty-four. What was not
    withheld in its time stays with the employer. A slip that names a bonus stays open, as its premium is not told apart;
    where the rate of the year is known but was not read in a list, too much is open(law). Older rates are not here.
    """
    withheld = _withheld(job)
    enrolled_before = _at_the_end_of(with_the_association(job), months_ago=1)
    stays_on = _at_the_end_of(shifted(employed(job), days_later=-1), months_ago=0)
    allowed = _a_month_ago(halves_of(_standard(job), job, care=False)[0])
    with_care = _a_month_ago(halves_of(_standard(job), job, care=True)[0])
    return Limit(
        applies=_anything_withheld(job) & any_one(with_the_association(job), enrolled_before),
        respected=any_one(
            item(
                "167(1)",
                Text("前月分の本人負担分以内", "前の 月の 分までです", "no more than the previous month's half"),
                _within(withheld, job, months_ago=(1,)) & enrolled_before,
                HEALTH_INSURANCE_ACT.article(167, 1),
            ),
            item(
                "167(1)",
                Text(
                    "退職した場合の前月分とその月分以内",
                    "やめた ときは、前の 月と その 月の 分までです",
                    "on leaving, no more than the halves of the previous and the last month",
                ),
                any_one(
                    _within(withheld, job, months_ago=(0,)),
                    _within(withheld, job, months_ago=(1, 0)) & enrolled_before,
                )
                & ~stays_on,
                HEALTH_INSURANCE_ACT.article(167, 1),
                proviso=True,
            ),
            *_not_told_apart(job),
        ),
        figures={"allowed_yen": allowed, "allowed_with_care_yen": with_care, "deducted_yen": withheld},
    )


@limit(
    HEALTH_INSURANCE_ACT.article(167, 1),
    HEALTH_INSURANCE_ACT.article(48),
    id="jp.health.withheld-without-enrolment",
    title=Text(
        "加入の届出なしに健康保険料を控除しない",
        "会社は、健康保険に 入れないで 給料から お金を 引くことが できません",
        "No health insurance premium is withheld from a worker who is not enrolled",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:pension-service",
)
def health_withheld_without_enrolment(job: Employment) -> Limit:
    """A premium is withheld only from somebody whom the employer has had enrolled, now or at the end of the month before.

    The worker whose slips show it is protected: the right to confirmation does not depend on the employer.
    """
    enrolled = enrolled_in_health_insurance(job)
    return Limit(
        applies=_anything_withheld(job),
        respected=any_one(enrolled, _at_the_end_of(enrolled, months_ago=1)),
        figures={"withheld_yen": _withheld(job)},
    )


NORMS = (health_deduction_limit, health_withheld_without_enrolment)
