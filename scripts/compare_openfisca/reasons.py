"""Why the two may differ about a life: said beforehand from the life alone, never from the answers, each with its article."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kyosei.law.jp.tables.health_premium import ASSOCIATION_RATES, ASSOCIATION_RATES_FROM, CARE_RATE, CHILD_SUPPORT_RATE
from kyosei.law.jp.tables.social_insurance import (
    HEALTH_STANDARD_REMUNERATION,
    NATIONAL_PENSION_PREMIUM,
    PENSION_STANDARD_REMUNERATION,
    SHORT_TIME_EMPLOYER_SIZE,
    RemunerationGrades,
)
from scripts.compare_openfisca.lives import Life, standard_on, years_before

__all__ = [
    "AMOUNTS_OF_CARE",
    "BONUSES",
    "COVERAGE",
    "EMPLOYMENT_INSURANCE",
    "HEALTH_AMOUNTS",
    "HEALTH_COVERAGE",
    "NATIONAL",
    "PENSION_AMOUNTS",
    "Reason",
]

_WAGE_ASKED_YEN = 88_000
_WAGE_ASKED_UNTIL = date(2026, 10, 1)
_THEIR_TOP_PENSION_GRADE = 650_000
_THEIR_NATIONAL_CONTRIBUTION = 17_510
_THEIR_HEALTH_RATE = 10_000
_THEIR_CARE_RATE = 1_600
_THEIR_LEAST_AGE = 19


@dataclass(frozen=True, slots=True)
class Reason:
    """What OpenFisca does, by which provision Kyosei does otherwise, and to which lives it can make a difference."""

    id: str
    says: str
    provision: str
    touches: Callable[[Life], bool]


def _reached(life: Life, years: int) -> date:
    """The day on which that age is reached by the Act on reckoning ages: the one before the birthday, 28 February without one."""
    year = life.born.year + years
    leapless = life.born.month == 2 and life.born.day == 29 and not isleap(year)
    return (date(year, 3, 1) if leapless else life.born.replace(year=year)) - timedelta(days=1)


def _age(life: Life, years: int) -> bool:
    return _reached(life, years) <= life.day


def _three_quarters(life: Life) -> bool:
    return life.hours_per_week >= 30


def _wage_below(life: Life) -> bool:
    return life.pay_yen < _WAGE_ASKED_YEN


def _too_small(life: Life) -> bool:
    size = next(row.value for row in reversed(SHORT_TIME_EMPLOYER_SIZE.values) if row.from_day <= life.day)
    return size is not None and life.insured_workers <= size


_SHORT_TIME = (
    Reason(
        "ordinary-hours",
        "Everybody is asked for 88,000 yen a month, full-time workers too. The Act asks only those below three quarters of "
        "the ordinary hours.",
        "Employees' Pension Act art. 12 item 5; Health Insurance Act art. 3 (1) item 9",
        lambda life: _three_quarters(life) and _wage_below(life),
    ),
    Reason(
        "wage-test-ended",
        "Short-time workers are still asked for 88,000 yen a month, which ended on 30 September 2026.",
        "Cabinet Order 275 of 2026; Act 74 of 2025",
        lambda life: not _three_quarters(life) and _wage_below(life) and life.day >= _WAGE_ASKED_UNTIL,
    ),
    Reason(
        "size-of-the-employer",
        "Twenty hours a week are enough at an employer of any size. The Act asks for more than 500, 100, 50, 35, 20 and 10 "
        "ordinary insured workers in turn; any size is enough only from October 2035.",
        "Act 62 of 2012 suppl. arts. 17 (12), 46 (12); Act 74 of 2025",
        lambda life: not _three_quarters(life) and _too_small(life),
    ),
    Reason(
        "students",
        "Day students below three quarters of the ordinary hours count as insured.",
        "Employees' Pension Act art. 12 item 5 ハ; Regulations art. 9-6",
        lambda life: life.student and not _three_quarters(life),
    ),
    Reason(
        "nineteen",
        "Nobody below nineteen is insured. The Acts know no least age.",
        "Employees' Pension Act art. 9; Health Insurance Act art. 3 (1)",
        lambda life: not life.born <= years_before(life.day, _THEIR_LEAST_AGE),
    ),
    Reason(
        "dependants",
        "Who lives with somebody of higher pay and has less than 1,300,000 yen a year is taken for a dependant before it is "
        "asked whether the own job insures. The Act asks in the other order: a worker who is insured is nobody's dependant.",
        "Health Insurance Act art. 3 (1), (7)",
        lambda life: life.of_higher_pay,
    ),
)
COVERAGE = (
    *_SHORT_TIME,
    Reason(
        "seventy",
        "There is no upper age. The employees' pension ends at seventy, on the day before the birthday.",
        "Employees' Pension Act arts. 9, 14 item 5; Act 50 of 1902",
        lambda life: _age(life, 70),
    ),
)
HEALTH_COVERAGE = (
    *_SHORT_TIME,
    Reason(
        "seventy-five",
        "There is no upper age. Who is seventy-five has the medical system of the old and leaves health insurance.",
        "Health Insurance Act art. 3 (1) item 7",
        lambda life: _age(life, 75),
    ),
)


def _no_grade(life: Life, grades: tuple[RemunerationGrades, ...], top_yen: int) -> bool:
    """The pay, kept within OpenFisca's lowest and highest grade, is not the standard amount of the day."""
    lowest = grades[0].grades[0][1]
    return standard_on(grades, life.day, life.pay_yen) != min(max(life.pay_yen, lowest), top_yen)


PENSION_AMOUNTS = (
    Reason(
        "pension-grades",
        "The rate is taken of the pay itself between the lowest and the highest grade; the Act takes it of the standard "
        "amount of the grade. The highest grade is always 650,000 yen, which it has been from September 2020 to August 2027.",
        "Employees' Pension Act arts. 20 (1), 81; Cabinet Order 246 of 2020 art. 1; Act 74 of 2025",
        lambda life: _no_grade(life, PENSION_STANDARD_REMUNERATION, _THEIR_TOP_PENSION_GRADE),
    ),
)


def _health_rate(life: Life) -> int:
    """Per 100,000, with the child support rate."""
    column = max(number for number, day in enumerate(ASSOCIATION_RATES_FROM) if day <= life.day)
    support = next(parts for day, parts in reversed(CHILD_SUPPORT_RATE) if day <= life.day)
    return dict(ASSOCIATION_RATES)[life.prefecture][column][0] + support


HEALTH_AMOUNTS = (
    Reason(
        "health-rate",
        "The rate is ten per cent in every prefecture and year, without the child support rate that is added from April 2026.",
        "Health Insurance Act arts. 160 (1), 156 (1)",
        lambda life: _health_rate(life) != _THEIR_HEALTH_RATE,
    ),
    Reason(
        "health-grades",
        "The rate is taken of the pay itself between the lowest and the highest grade, not of the standard amount.",
        "Health Insurance Act arts. 40 (1), 156 (1)",
        lambda life: _no_grade(life, HEALTH_STANDARD_REMUNERATION, 1_390_000),
    ),
)


def _care_rate(life: Life) -> int:
    return next(parts for day, parts in reversed(CARE_RATE) if day <= life.day)


def _birthday_tomorrow(life: Life) -> bool:
    return life.day in (_reached(life, 40), _reached(life, 65))


AMOUNTS_OF_CARE = (
    *HEALTH_AMOUNTS,
    Reason(
        "care-rate",
        "The rate is 1.6 per cent since 2015; it is set anew every year.",
        "Health Insurance Act art. 160 (16); Long-Term Care Insurance Act art. 9 (ii)",
        lambda life: _care_rate(life) != _THEIR_CARE_RATE and _age(life, 40) and not _age(life, 65),
    ),
    Reason(
        "care-age",
        "An age is reached on the birthday. By law it is reached at the end of the day before, so whoever has the birthday on "
        "the first of a month bears the care premium one month earlier, and is rid of it one month earlier.",
        "Act 50 of 1902; Civil Code art. 143; Health Insurance Act art. 156 (2)",
        _birthday_tomorrow,
    ),
)
BONUSES = (
    Reason(
        "full-thousands",
        "The rate is taken of the whole bonus; the Act leaves out what is less than a thousand yen.",
        "Employees' Pension Act art. 24-4 (1)",
        lambda life: life.bonus_yen % 1_000 != 0 and life.bonus_yen < 1_500_000,
    ),
)
EMPLOYMENT_INSURANCE = (
    Reason(
        "seasonal-industries",
        "The worker's share is that of ordinary businesses in every industry. Farming, forestry, fishing, construction and "
        "sake brewing have a higher one, so an employer there may withhold more.",
        "Labour Insurance Premiums Act arts. 12 (4), 31 (1)",
        lambda life: life.industry == "construction",
    ),
)
NATIONAL = (
    Reason(
        "national-contribution",
        "The contribution is 17,510 yen a month since 2015, the amount of fiscal year 2025; it changes every April.",
        "National Pension Act art. 87 (3)",
        lambda life: _national(life) != _THEIR_NATIONAL_CONTRIBUTION,
    ),
)


def _national(life: Life) -> int | None:
    return next(row.value for row in reversed(NATIONAL_PENSION_PREMIUM.values) if row.from_day <= life.day)
