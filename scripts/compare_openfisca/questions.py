"""What both are asked, over which grid of lives, and which reasons can part them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Literal

from kyosei.law.jp.tables.health_premium import ASSOCIATION_RATES
from kyosei.law.jp.tables.social_insurance import HEALTH_STANDARD_REMUNERATION, PENSION_STANDARD_REMUNERATION
from scripts.compare_openfisca.lives import Life, years_before
from scripts.compare_openfisca.reasons import (
    AMOUNTS_OF_CARE,
    BONUSES,
    COVERAGE,
    EMPLOYMENT_INSURANCE,
    HEALTH_AMOUNTS,
    HEALTH_COVERAGE,
    NATIONAL,
    PENSION_AMOUNTS,
    Reason,
)

__all__ = ["QUESTIONS", "Question"]

Answer = Literal["insured", "withheld_next_month", "withheld_from_bonus", "listed"]


@dataclass(frozen=True, slots=True)
class Question:
    """`variables`: OpenFisca's, added up. `norm`: ours. `answer`: how the two are compared (see comparing.py)."""

    id: str
    title: str
    variables: tuple[str, ...]
    norm: str
    answer: Answer
    lives: tuple[Life, ...]
    reasons: tuple[Reason, ...] = ()


_SIZES_CHANGE = (
    date(2022, 10, 1),
    date(2024, 10, 1),
    date(2027, 10, 1),
    date(2029, 10, 1),
    date(2032, 10, 1),
    date(2035, 10, 1),
)
_DAYS = (
    date(2017, 10, 1), date(2026, 9, 30), date(2026, 10, 1),
    *(day - timedelta(days=before) for day in _SIZES_CHANGE for before in (1, 0)),
)  # fmt: skip
_BORN = date(1996, 5, 20)
"""Of whoever's age does not matter: below forty on every day asked about."""
_EDGES = {18: -1, 19: 0, 30: 0, 69: 0, 70: 1, 74: 0, 75: 0}
"""Ages asked about, and how many days after the day asked about the birthday is."""


def _workers(*ages: int) -> tuple[Life, ...]:
    """Hours, pay, size and student over every day; then every age, and households of higher pay."""
    thirty = tuple(
        Life(day, _BORN, pay, hours, size, student=student)
        for day, hours, pay, size, student in product(
            _DAYS,
            (19, 20, 29, 30, 40),
            (87_999, 88_000, 200_000),
            (1, 10, 20, 35, 50, 51, 100, 500, 501),
            (False, True),
        )
        if hours < 30 or (size == 51 and not student) or (size == 501 and hours == 30)
    )
    aged = tuple(
        Life(day, years_before(day, age, days=_EDGES[age]), pay, hours)
        for day, age, pay, hours in product(_DAYS, ages, (88_000, 200_000), (19, 20, 40))
    )
    shared = tuple(
        replace(life, of_higher_pay=True)
        for life in thirty
        if life.insured_workers == 501 and not life.student and life.pay_yen < 100_000
    )
    return (*thirty, *aged, *shared)


_PENSION_MONTHS = (date(2017, 9, 30), date(2020, 8, 31), date(2020, 9, 30), date(2026, 11, 30), date(2027, 8, 31),
                   date(2027, 9, 30), date(2028, 9, 30), date(2029, 9, 30))  # fmt: skip
_HEALTH_MONTHS = (
    date(2024, 3, 31),
    date(2025, 2, 28),
    date(2025, 3, 31),
    date(2026, 2, 28),
    date(2026, 3, 31),
    date(2026, 4, 30),
)
_STANDARDS = tuple(standard for _, standard in PENSION_STANDARD_REMUNERATION[-1].grades)
_BETWEEN = (
    88_001,
    92_999,
    93_000,
    100_999,
    101_000,
    249_999,
    250_000,
    251_300,
    634_999,
    635_000,
    664_999,
    665_000,
    1_000_000,
)
_READ_IN_2025 = ("02", "03", "07", "13", "15", "27", "29")
"""Of the rates of 2025 only those of some prefectures were read in a list; of the others ours says open(law)."""


def _known(day: date, prefecture: str) -> bool:
    return not date(2025, 3, 1) <= day < date(2026, 3, 1) or prefecture in _READ_IN_2025


def _young(day: date, pay_yen: int, prefecture: str = "13") -> Life:
    return Life(day, _BORN, pay_yen, prefecture=prefecture)


def _health_lives() -> tuple[Life, ...]:
    everywhere = (
        _young(day, pay, code)
        for day, (code, _), pay in product(_HEALTH_MONTHS, ASSOCIATION_RATES, (98_000, 260_000, 500_000))
        if _known(day, code)
    )
    every_grade = (
        _young(day, standard, "30")
        for day in (date(2024, 3, 31), date(2026, 4, 30))
        for _, standard in HEALTH_STANDARD_REMUNERATION[0].grades[3:]
    )
    return (*everywhere, *every_grade, *(_young(date(2024, 3, 31), pay, "30") for pay in _BETWEEN))


def _care_lives() -> tuple[Life, ...]:
    """In Wakayama, which had ten per cent from March 2024: everything but care agrees there until February 2025."""
    return tuple(
        Life(day, years_before(day, age, days=days), pay, prefecture="30")
        for day, (age, days), pay in product(
            (date(2024, 3, 31), date(2025, 2, 28)),
            ((39, 0), (40, 2), (40, 1), (40, 0), (50, 0), (64, 0), (65, 2), (65, 1), (65, 0)),
            (98_000, 260_000, 1_390_000),
        )
    ) + tuple(
        Life(day, years_before(day, 50), 260_000, prefecture=prefecture)
        for day, prefecture in product(_HEALTH_MONTHS, ("13", "30"))
        if _known(day, prefecture)
    )


QUESTIONS = (
    Question(
        "pension-coverage", "Is the worker insured under the employees' pension?", ("社会保険料納付条件",), "jp.pension.insured",
        "insured", _workers(18, 19, 69, 70), COVERAGE,
    ),
    Question(
        "health-coverage", "Is the worker insured under health insurance?", ("社会保険料納付条件",), "jp.health.insured",
        "insured", _workers(18, 19, 74, 75), HEALTH_COVERAGE,
    ),
    Question(
        "pension-contribution", "How much pension contribution does the worker bear of a month's pay?", ("厚生年金保険料",),
        "jp.pension.deduction-limit", "withheld_next_month",
        tuple(_young(day, pay) for day in _PENSION_MONTHS for pay in (*_STANDARDS, *_BETWEEN)), PENSION_AMOUNTS,
    ),
    Question(
        "pension-of-bonus", "How much pension contribution does the worker bear of a bonus?", ("厚生年金保険料",),
        "jp.pension.bonus-deduction-limit", "withheld_from_bonus",
        tuple(
            replace(_young(day, 260_000), bonus_yen=bonus)
            for day in (date(2017, 9, 30), date(2026, 11, 30))
            for bonus in (1_000, 50_000, 50_999, 123_456, 300_000, 501_000, 1_499_000, 1_499_999, 1_500_000, 1_500_001, 3_000_000)
        ),
        BONUSES,
    ),
    Question(
        "health-premium", "How much health premium does a worker below forty bear of a month?", ("健康保険料", "介護保険料"),
        "jp.health.deduction-limit", "withheld_next_month", _health_lives(), HEALTH_AMOUNTS,
    ),
    Question(
        "care-premium", "How much health and care premium does a worker bear, by age?", ("健康保険料", "介護保険料"),
        "jp.health.deduction-limit", "withheld_next_month", _care_lives(), AMOUNTS_OF_CARE,
    ),
    Question(
        "employment-insurance", "How much employment insurance premium does the worker bear?", ("雇用保険料",),
        "jp.employment-insurance.deduction-limit", "withheld_next_month",
        tuple(
            _young(day, pay)
            for day in (date(2025, 3, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 11, 30))
            for pay in range(90_000, 700_000, 7_013)
        )
        + tuple(replace(_young(date(2026, 3, 31), pay), industry="construction") for pay in (90_000, 260_000)),
        EMPLOYMENT_INSURANCE,
    ),
    Question(
        "national-contribution", "How much is a month of the National Pension?", ("国民年金保険料",), "", "listed",
        tuple(_young(date(year, 4, 30), 0) for year in range(2019, 2028)), NATIONAL,
    ),
)  # fmt: skip
