"""Who is insured under the employees' pension and health insurance by the facts, whether anybody has filed it or not?

The confirmation by the Pension Service (art. 18) only gives effect to a status that the facts have brought about since
the first day. Not modelled, for want of facts: day labourers, seasonal and temporary businesses (art. 12 items 1 イ to 4).
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import EMPLOYMENT, PERSON, Employment
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract
from kyosei.facts.vocabulary.social_insurance import PensionCoverageCertificate
from kyosei.law.jp.contract_term import ends_within_months, expected_shorter, taken_on_for_a_short_term
from kyosei.law.jp.day_student import day_student
from kyosei.law.jp.establishment import covered_establishment
from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYEES_PENSION_RULES,
    HEALTH_INSURANCE_ACT,
    PENSION_REFORM_2012,
    TOTALISATION_ACT,
)
from kyosei.law.jp.on_record import told
from kyosei.law.jp.tables.social_insurance import (
    SHORT_TIME_EMPLOYER_SIZE,
    SHORT_TIME_HOURS,
    SHORT_TIME_TERM,
    SHORT_TIME_WAGE,
    DatedTable,
)
from kyosei.norms.declare import since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond, Heads, Hours, Yen
from kyosei.terms.language import Rounding, age, all_of, any_one, dated, heads, item, pay_for, rate, shifted, years
from kyosei.terms.text import Text

__all__ = ["NORMS", "employed", "insured_by_employees_pension", "insured_by_health_insurance"]

STUDENT_COURSES = ("vocational", "university", "graduate", "high_school", "language_recognised")
"""Schools of EPI Regulations art. 9-6; recognised language schools since their Act (item 25-3)."""

_LONG_AGO = date(1900, 1, 1)
_MORE_THAN_ANY = 1_000_000_000
_THREE_QUARTERS = rate([(_LONG_AGO, 3, 4)], rounding=Rounding.UP)
_WEEKS_TO_MONTH = rate([(_LONG_AGO, 52, 12)], rounding=Rounding.DOWN)


def employed(job: Employment) -> Cond:
    """The employment exists, by the word of anyone who can settle it."""
    return item(None, Text("雇用されている", "はたらいています", "is employed"), EmploymentRelation.at(job).holds())


def insured_by_employees_pension(job: Employment) -> Cond:
    """Category 2 by the facts: employed at a covered establishment, below seventy, and under no exclusion."""
    young_enough = _below(70, age(job.person.born) >= years(70, PERSON), "9", EMPLOYEES_PENSION_ACT.article(9))
    return _insured(job, young_enough, elsewhere=_insured_abroad(job))


def insured_by_health_insurance(job: Employment) -> Cond:
    """The same for health insurance, up to seventy-five. Only some agreements cover health: a certificate opens it.

    The insurance of the elderly begins on the birthday itself (knowledge: its Act speaks of the time at which seventy-five is
    reached, not of the day), a day after the age is reached by the Act on Calculation of Ages.
    """
    birthday = shifted(age(job.person.born) >= years(75, PERSON), days_later=1)
    young_enough = _below(75, birthday, "3(1)(vii)", HEALTH_INSURANCE_ACT.article(3, 1, "7"))
    return _insured(job, young_enough, elsewhere=_insured_abroad(job).unsettled_in_law())


def _below(oldest: int, reached: Cond, number: str, provision: Provision) -> Cond:
    """Below the age at which the insurance ends."""
    said = Text(f"{oldest}歳未満", f"{oldest}さいより 若い", f"below the age of {oldest}")
    return item(number, said, ~reached, provision)


def _insured(job: Employment, young_enough: Cond, *, elsewhere: Cond) -> Cond:
    return (
        all_of(
            employed(job),
            covered_establishment(job),
            young_enough,
            ordinary_or_short_time(job),
        )
        .unless(two_months_or_less(job))
        .unless(elsewhere)
    )


def _insured_abroad(job: Employment) -> Cond:
    """A certificate of coverage under an agreement is on record.

    The exclusion stands and falls with a certificate that the institution of the other country issued and that worker or
    employer keeps and shows. So it is in play only where one has been told of (law.jp.on_record); one that an employer
    merely asserts leaves the question open until the Pension Service has seen it.
    """
    return item(
        None,
        Text(
            "社会保障協定の適用証明書がある",
            "ほかの 国の 年金に 入って いる 証明書が あります",
            "certificate of coverage abroad",
        ),
        told(PensionCoverageCertificate.at(job.person).holds()),
        TOTALISATION_ACT.article(24, 1),
        proviso=True,
    )


def two_months_or_less(job: Employment) -> Cond:
    """A first contract of two months or less that is not expected to be exceeded, until it is."""
    return item(
        "12(1)ロ",
        Text(
            "2か月以内の契約で、超える見込みがない",
            "2か月までの しごとで、その あとは つづきません",
            "a contract of two months or less, not expected to be exceeded",
        ),
        taken_on_for_a_short_term(job, lambda last_day: ends_within_months(last_day, months=2)),
        EMPLOYEES_PENSION_ACT.article(12, None, "1ロ"),
        proviso=True,
    )


def ordinary_or_short_time(job: Employment) -> Cond:
    """Not excluded by article 12 item 5: three quarters of an ordinary worker, or within the short-time rule."""
    profile = EmployerProfile.at(employer=job.employer)
    contract = WorkContract.at(job)
    ordinary = item(
        "12(5)",
        Text(
            "通常の労働者の4分の3以上",
            "ふつうの 社員の 4分の3 以上 はたらく",
            "at least three quarters of an ordinary worker",
        ),
        all_of(
            contract.hours_per_week >= profile.regular_hours_per_week.times(_THREE_QUARTERS),
            contract.days_per_month >= profile.regular_days_per_month.times(_THREE_QUARTERS),
        ),
        EMPLOYEES_PENSION_ACT.article(12, None, "5"),
    )
    return any_one(ordinary, short_time(job))


def _values(table: DatedTable, *, before: int, without: int, times: int = 1) -> list[tuple[date, int]]:
    """A dated table as a parameter: what held before it began, and what a requirement that has ended comes to."""
    rows = [(row.from_day, without if row.value is None else row.value * times) for row in table.values]
    return [(_LONG_AGO, before), *rows]


def short_time(job: Employment) -> Cond:
    """The short-time rule: hours, wage (until 2026-09-30), term (until 2022-09-30), no student, size of the employer."""
    profile = EmployerProfile.at(employer=job.employer)
    contract = WorkContract.at(job)
    least_hours = dated(EMPLOYMENT, Hours, _values(SHORT_TIME_HOURS, before=_MORE_THAN_ANY, without=0, times=60))
    size = dated(EMPLOYMENT, Heads, _values(SHORT_TIME_EMPLOYER_SIZE, before=_MORE_THAN_ANY, without=-1))
    any_size = heads(-1, EMPLOYMENT) >= size
    term_asked = dated(EMPLOYMENT, Heads, _values(SHORT_TIME_TERM, before=12, without=0)) >= heads(1, EMPLOYMENT)
    return item(
        "short-time",
        Text("短時間労働者の要件", "短い 時間 はたらく 人の ルール", "the short-time rule"),
        all_of(
            item(
                "12(5)イ",
                Text("週20時間以上", "1週間に 20時間 以上", "twenty hours a week or more"),
                contract.hours_per_week >= least_hours,
                EMPLOYEES_PENSION_ACT.article(12, None, "5イ"),
            ),
            _wage(job),
            item(
                None,
                Text(
                    "1年以上の雇用見込み（2022年9月まで）",
                    "1年 以上 はたらく 予定（2022年9月まで）",
                    "a year or more, until September 2022",
                ),
                any_one(~term_asked, ~expected_shorter(job, months=12)),
                EMPLOYEES_PENSION_ACT.article(12),
            ),
            item(
                "suppl. 17",
                Text(
                    "特定適用事業所",
                    "大きい 会社、または 会社と 社員が 決めた 会社",
                    "a specified covered establishment",
                ),
                any_one(any_size, profile.ordinary_insured_workers > size, profile.specified_covered),
                PENSION_REFORM_2012.article("suppl:17"),
            ),
        ).unless(
            item(
                "12(5)ハ",
                Text("学生である", "昼の 学校の 学生です", "a student"),
                day_student(job, listed=STUDENT_COURSES, unclear=("language_other",)),
                EMPLOYEES_PENSION_RULES.article("9-6", 1),
                proviso=True,
            )
        ),
        EMPLOYEES_PENSION_ACT.article(12, None, "5"),
    )


def _wage(job: Employment) -> Cond:
    """In-contract pay of 88,000 yen a month, asked until 2026-09-30.

    Of hourly pay a month is 52/12 weeks (practice). Since then only somebody with a minimum-wage reduction permit and
    less pay stays out, and only until the worker applies (suppl. art. 4-6): no fact tells that yet, so it is open(law).
    """
    contract = WorkContract.at(job)
    asked = dated(EMPLOYMENT, Yen, _values(SHORT_TIME_WAGE, before=88_000, without=0))
    asked_times_60 = dated(EMPLOYMENT, Yen, _values(SHORT_TIME_WAGE, before=88_000 * 60, without=0, times=60))
    once_asked = dated(EMPLOYMENT, Yen, [(_LONG_AGO, 88_000)])
    by_the_hour = pay_for(contract.hours_per_week, contract.wage_yen_per_hour).times(_WEEKS_TO_MONTH)
    enough = any_one(contract.scheduled_wage_yen_per_month >= asked, by_the_hour >= asked_times_60)
    reduced = told(contract.minimum_wage_reduction_permit) & ~(contract.scheduled_wage_yen_per_month >= once_asked)
    return item(
        "12(5)ロ",
        Text(
            "月額賃金8万8千円以上（2026年9月まで）",
            "1か月の 給料が 8万8千円 以上（2026年9月まで）",
            "88,000 yen a month, until September 2026",
        ),
        enough.unless(reduced.unsettled_in_law()),
        EMPLOYEES_PENSION_ACT.article(12, None, "5ロ"),
    )


@status(
    EMPLOYEES_PENSION_ACT.article(9),
    EMPLOYEES_PENSION_ACT.article(12, None, "5"),
    EMPLOYEES_PENSION_ACT.article(6, 1),
    id="jp.pension.insured",
    title=Text(
        "厚生年金保険の被保険者（事実による）",
        "会社の 年金に 入る 人です",
        "Insured under the employees' pension by the facts",
    ),
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def insured(job: Employment) -> Status:
    """Whoever is employed at a covered establishment, below seventy and under no exclusion, is insured from that day."""
    return Status(applies=employed(job), holds=insured_by_employees_pension(job))


@status(
    HEALTH_INSURANCE_ACT.article(3, 1),
    id="jp.health.insured",
    title=Text(
        "健康保険の被保険者（事実による）",
        "会社の 健康保険に 入る 人です",
        "Insured under health insurance by the facts",
    ),
    in_force=since_day(1954, 5, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:pension-service",
)
def insured_for_health(job: Employment) -> Status:
    """Whoever is employed at a covered establishment, under seventy-five and under no exclusion, has health insurance."""
    return Status(applies=employed(job), holds=insured_by_health_insurance(job))


NORMS = (insured, insured_for_health)
