"""Dated thresholds and amounts of social and employment insurance, each with its provision and how sure it is.

`status` says for each value whether value and day were read in the law or an official notice (`verified`), are known
but were not read (`knowledge`), or rest on reports that may change (`uncertain`). A value holds from its day until the
day of the next one; None means that the requirement no longer exists. Before the first day nothing is known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kyosei.law.jp.laws import (
    EMPLOYEES_PENSION_ACT,
    EMPLOYMENT_INSURANCE_ACT,
    GRADES_ORDER_2020,
    HEALTH_INSURANCE_ACT,
    NATIONAL_PENSION_ACT,
    PENSION_REFORM_2012,
    PENSION_REFORM_2025,
    WAGE_TEST_ORDER_2026,
)
from kyosei.law.jp.tables.reading import READ_ON
from kyosei.terms.citations import Provision, Sureness

__all__ = [
    "EMPLOYMENT_INSURANCE_HOURS",
    "HEALTH_STANDARD_REMUNERATION",
    "NATIONAL_PENSION_PREMIUM",
    "PENSION_PREMIUM_RATE",
    "PENSION_STANDARD_REMUNERATION",
    "SHORT_TIME_EMPLOYER_SIZE",
    "SHORT_TIME_HOURS",
    "SHORT_TIME_TERM",
    "SHORT_TIME_WAGE",
    "TABLES",
    "DatedTable",
    "DatedValue",
    "RemunerationGrades",
]

Unit = Literal["hours_per_week", "yen_per_month", "insured_persons", "months", "per_100_000"]


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value from a day on, with the provision that sets it, by the numbering of the day on which it is read."""

    from_day: date
    value: int | None
    status: Sureness
    provision: Provision
    read_on: date = READ_ON


@dataclass(frozen=True, slots=True)
class DatedTable:
    """A parameter through time, in order of days."""

    title_ja: str
    unit: Unit
    values: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class RemunerationGrades:
    """The grades of standard monthly remuneration from a day on: (lowest monthly pay, standard amount), rising."""

    from_day: date
    grades: tuple[tuple[int, int], ...]
    status: Sureness
    provision: Provision


_PENSION_HOURS = EMPLOYEES_PENSION_ACT.article(12, 1, "5イ")
# Item 5 named イ hours, ロ term, ハ wage, ニ student until 2022-09-30, then イ hours, ロ wage, ハ student.
_PENSION_WAGE = EMPLOYEES_PENSION_ACT.article(12, 1, "5ロ")
_WAGE_TEST_ENDS = WAGE_TEST_ORDER_2026.article("main")  # Cabinet Order No. 275 of 2026 sets the day
_TERM_BEFORE_2022 = EMPLOYEES_PENSION_ACT.article(12, 1, "5ロ")
_TERM_SINCE_2022 = EMPLOYEES_PENSION_ACT.article(12, 1, "1ロ")
_SIZE_2012 = PENSION_REFORM_2012.article("suppl:17", 12)  # Health Insurance: art. 46(12), same numbers
_REFORM_2025 = PENSION_REFORM_2025.article("main")
_PREMIUM_RATE = EMPLOYEES_PENSION_ACT.article(81, 4)
_EMPLOYMENT_HOURS = EMPLOYMENT_INSURANCE_ACT.article(6, 1, "1")
_NATIONAL_PENSION = NATIONAL_PENSION_ACT.article(87, 3)
_GRADES = EMPLOYEES_PENSION_ACT.article(20, 1)
_GRADE_ORDER_2020 = GRADES_ORDER_2020.article(1)

SHORT_TIME_HOURS = DatedTable(
    "短時間労働者の週所定労働時間（以上）",
    "hours_per_week",
    (DatedValue(date(2016, 10, 1), 20, "verified", _PENSION_HOURS),),
)
"""A part-time worker below three quarters of full time is insured only from this many contractual hours a week."""

SHORT_TIME_WAGE = DatedTable(
    "短時間労働者の賃金月額（以上）",
    "yen_per_month",
    (
        DatedValue(date(2016, 10, 1), 88_000, "verified", _PENSION_WAGE, read_on=date(2026, 9, 30)),
        DatedValue(date(2026, 10, 1), None, "verified", _WAGE_TEST_ENDS),
    ),
)
"""In-contract pay a month, without bonus, overtime, commuting, family and attendance allowances.

After its end a worker whose employer holds a minimum-wage reduction permit (Minimum Wage Act art. 7) and who earns less
than 88,000 yen stays out unless the worker applies (特定減額特例対象者, Employees' Pension Act suppl. art. 4-6).
"""

SHORT_TIME_TERM = DatedTable(
    "短時間労働者の雇用見込み期間（以上）",
    "months",
    (
        DatedValue(date(2016, 10, 1), 12, "verified", _TERM_BEFORE_2022, read_on=date(2022, 9, 30)),
        DatedValue(date(2022, 10, 1), None, "verified", _TERM_SINCE_2022),
    ),
)
"""Expected months of employment from which a short-time worker was insured.

Since its end only the rule for everybody holds: a contract of two months or less that is not expected to go on.
That the year must be reached, not exceeded, is knowledge.
"""

SHORT_TIME_EMPLOYER_SIZE = DatedTable(
    "特定適用事業所の被保険者数（超）",
    "insured_persons",
    (
        DatedValue(date(2016, 10, 1), 500, "verified", _SIZE_2012),
        DatedValue(date(2022, 10, 1), 100, "verified", _SIZE_2012),
        DatedValue(date(2024, 10, 1), 50, "verified", _SIZE_2012),
        DatedValue(date(2027, 10, 1), 35, "verified", _REFORM_2025),
        DatedValue(date(2029, 10, 1), 20, "verified", _REFORM_2025),
        DatedValue(date(2032, 10, 1), 10, "verified", _REFORM_2025),
        DatedValue(date(2035, 10, 1), None, "verified", _REFORM_2025),
    ),
)
"""The short-time rule binds employers with more than this many ordinary insured persons over all establishments;
since its end, every employer.

State and local government: any size. Smaller employers: by agreement with half of the staff, since 2017-04-01.
"""

EMPLOYMENT_INSURANCE_HOURS = DatedTable(
    "雇用保険の週所定労働時間（以上）",
    "hours_per_week",
    (
        DatedValue(date(2010, 4, 1), 20, "knowledge", _EMPLOYMENT_HOURS),
        DatedValue(date(2028, 10, 1), 10, "verified", _EMPLOYMENT_HOURS),
    ),
)
"""Who works fewer contractual hours a week is outside employment insurance.

The 20 hours are verified in the Act as it stands, that they began on that day is knowledge.
"""

PENSION_PREMIUM_RATE = DatedTable(
    "厚生年金保険料率",
    "per_100_000",
    (
        DatedValue(date(2014, 9, 1), 17_474, "verified", _PREMIUM_RATE),
        DatedValue(date(2015, 9, 1), 17_828, "verified", _PREMIUM_RATE),
        DatedValue(date(2016, 9, 1), 18_182, "verified", _PREMIUM_RATE),
        DatedValue(date(2017, 9, 1), 18_300, "verified", _PREMIUM_RATE),
    ),
)
"""Whole rate, of which employer and worker bear half each (art. 82(1)); the day begins the month the premium is for."""

NATIONAL_PENSION_PREMIUM = DatedTable(
    "国民年金保険料（月額）",
    "yen_per_month",
    (
        DatedValue(date(2019, 4, 1), 16_410, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2020, 4, 1), 16_540, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2021, 4, 1), 16_610, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2022, 4, 1), 16_590, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2023, 4, 1), 16_520, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2024, 4, 1), 16_980, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2025, 4, 1), 17_510, "knowledge", _NATIONAL_PENSION),
        DatedValue(date(2026, 4, 1), 17_920, "verified", _NATIONAL_PENSION),
        DatedValue(date(2027, 4, 1), 18_290, "uncertain", _NATIONAL_PENSION),
    ),
)
"""By fiscal year; for the months from April of it. What follows March 2028 is not known here."""

# fmt: off
_GRADES_OF_THE_ACT: tuple[tuple[int, int], ...] = (
    (0, 88_000), (93_000, 98_000), (101_000, 104_000), (107_000, 110_000), (114_000, 118_000), (122_000, 126_000),
    (130_000, 134_000), (138_000, 142_000), (146_000, 150_000), (155_000, 160_000), (165_000, 170_000),
    (175_000, 180_000), (185_000, 190_000), (195_000, 200_000), (210_000, 220_000), (230_000, 240_000),
    (250_000, 260_000), (270_000, 280_000), (290_000, 300_000), (310_000, 320_000), (330_000, 340_000),
    (350_000, 360_000), (370_000, 380_000), (395_000, 410_000), (425_000, 440_000), (455_000, 470_000),
    (485_000, 500_000), (515_000, 530_000), (545_000, 560_000), (575_000, 590_000), (605_000, 620_000),
)
_HEALTH_GRADES: tuple[tuple[int, int], ...] = (
    (0, 58_000), (63_000, 68_000), (73_000, 78_000), (83_000, 88_000), *_GRADES_OF_THE_ACT[1:],
    (635_000, 650_000), (665_000, 680_000), (695_000, 710_000), (730_000, 750_000), (770_000, 790_000),
    (810_000, 830_000), (855_000, 880_000), (905_000, 930_000), (955_000, 980_000), (1_005_000, 1_030_000),
    (1_055_000, 1_090_000), (1_115_000, 1_150_000), (1_175_000, 1_210_000), (1_235_000, 1_270_000),
    (1_295_000, 1_330_000), (1_355_000, 1_390_000),
)
# fmt: on
_GRADES_2020 = (*_GRADES_OF_THE_ACT, (635_000, 650_000))
_GRADES_2027 = (*_GRADES_2020, (665_000, 680_000))
_GRADES_2028 = (*_GRADES_2027, (695_000, 710_000))
_GRADES_2029 = (*_GRADES_2028, (730_000, 750_000))

PENSION_STANDARD_REMUNERATION: tuple[RemunerationGrades, ...] = (
    RemunerationGrades(date(2016, 10, 1), _GRADES_OF_THE_ACT, "knowledge", _GRADES),
    RemunerationGrades(date(2020, 9, 1), _GRADES_2020, "verified", _GRADE_ORDER_2020),
    RemunerationGrades(date(2027, 9, 1), _GRADES_2027, "verified", _REFORM_2025),
    RemunerationGrades(date(2028, 9, 1), _GRADES_2028, "verified", _REFORM_2025),
    RemunerationGrades(date(2029, 9, 1), _GRADES_2029, "verified", _REFORM_2025),
)
"""Grades of the employees' pension (標準報酬月額): pay from a grade's first amount to the next counts as the second.

The grades of 2016 are those of the Act (verified); that the first of them began on that day is knowledge. The lower
bounds of 710,000 and 750,000 are taken from the same grades of health insurance (Health Insurance Act art. 40(1)).
"""

HEALTH_STANDARD_REMUNERATION: tuple[RemunerationGrades, ...] = (
    RemunerationGrades(date(2016, 4, 1), _HEALTH_GRADES, "knowledge", HEALTH_INSURANCE_ACT.article(40, 1)),
)
"""The fifty grades of health insurance; the amounts are verified in the Act, that they began in April 2016 is knowledge."""

TABLES: tuple[tuple[str, DatedTable], ...] = (
    ("short_time_hours", SHORT_TIME_HOURS),
    ("short_time_wage", SHORT_TIME_WAGE),
    ("short_time_term", SHORT_TIME_TERM),
    ("short_time_employer_size", SHORT_TIME_EMPLOYER_SIZE),
    ("employment_insurance_hours", EMPLOYMENT_INSURANCE_HOURS),
    ("pension_premium_rate", PENSION_PREMIUM_RATE),
    ("national_pension_premium", NATIONAL_PENSION_PREMIUM),
)
