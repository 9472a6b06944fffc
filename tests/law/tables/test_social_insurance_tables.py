"""The dated thresholds of social insurance: order, the day before and the day of each change, and grades."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kyosei.law.jp.tables.health_premium import ASSOCIATION_RATES
from kyosei.law.jp.tables.social_insurance import (
    HEALTH_STANDARD_REMUNERATION,
    PENSION_STANDARD_REMUNERATION,
    TABLES,
)

NOTHING_KNOWN = -1


def value_on(name: str, day: date) -> int | None:
    reached = [entry.value for entry in dict(TABLES)[name].values if entry.from_day <= day]
    return reached[-1] if reached else NOTHING_KNOWN


def test_days_rise_and_neighbours_differ_in_every_table() -> None:
    for name, table in TABLES:
        for earlier, later in pairwise(table.values):
            assert earlier.from_day < later.from_day, name
            assert earlier.value != later.value, name


@pytest.mark.parametrize(
    ("name", "day", "before", "value"),
    [
        ("short_time_hours", date(2016, 10, 1), NOTHING_KNOWN, 20),
        ("short_time_wage", date(2016, 10, 1), NOTHING_KNOWN, 88_000),
        ("short_time_wage", date(2026, 10, 1), 88_000, None),
        ("short_time_term", date(2022, 10, 1), 12, None),
        ("short_time_employer_size", date(2022, 10, 1), 500, 100),
        ("short_time_employer_size", date(2024, 10, 1), 100, 50),
        ("short_time_employer_size", date(2027, 10, 1), 50, 35),
        ("short_time_employer_size", date(2029, 10, 1), 35, 20),
        ("short_time_employer_size", date(2032, 10, 1), 20, 10),
        ("short_time_employer_size", date(2035, 10, 1), 10, None),
        ("employment_insurance_hours", date(2028, 10, 1), 20, 10),
        ("pension_premium_rate", date(2017, 9, 1), 18_182, 18_300),
        ("national_pension_premium", date(2026, 4, 1), 17_510, 17_920),
    ],
)
def test_a_value_changes_on_its_day(name: str, day: date, before: int | None, value: int | None) -> None:
    assert value_on(name, day - timedelta(days=1)) == before
    assert value_on(name, day) == value


def test_only_the_premium_that_is_not_yet_certain_is_uncertain() -> None:
    uncertain = [
        (name, entry.from_day) for name, table in TABLES for entry in table.values if entry.status == "uncertain"
    ]
    assert uncertain == [("national_pension_premium", date(2027, 4, 1))]


def test_grades_rise_and_each_reform_only_adds_one_at_the_top() -> None:
    for remuneration in PENSION_STANDARD_REMUNERATION:
        for (from_yen, standard), (next_from, next_standard) in pairwise(remuneration.grades):
            assert from_yen < next_from <= next_standard
            assert standard < next_from
    for earlier, later in pairwise(PENSION_STANDARD_REMUNERATION):
        assert earlier.from_day < later.from_day
        assert later.grades[:-1] == earlier.grades
    assert [remuneration.grades[-1][1] for remuneration in PENSION_STANDARD_REMUNERATION] == [
        620_000,
        650_000,
        680_000,
        710_000,
        750_000,
    ]


@pytest.mark.parametrize(
    ("pay", "standard"),
    [(50_000, 88_000), (92_999, 88_000), (93_000, 98_000), (249_999, 240_000), (250_000, 260_000), (900_000, 650_000)],
)
def test_pay_falls_into_the_grade_that_begins_at_or_below_it(pay: int, standard: int) -> None:
    grades = PENSION_STANDARD_REMUNERATION[1].grades
    assert [amount for from_yen, amount in grades if from_yen <= pay][-1] == standard


def test_health_rates_are_listed_for_every_prefecture_within_the_bounds_of_the_act() -> None:
    assert [code for code, _ in ASSOCIATION_RATES] == [f"{number:02d}" for number in range(1, 48)]
    for code, columns in ASSOCIATION_RATES:
        assert all(3_000 <= parts <= 13_000 for parts, _ in columns), code  # art. 160 (1)
        assert [read for _, read in columns][::2] == [True, True], code


def test_health_rates_rise_and_fall_as_often_as_was_published() -> None:
    moves = [[columns[1][0] - columns[0][0], columns[2][0] - columns[1][0]] for _, columns in ASSOCIATION_RATES]

    assert [sum(first > 0 for first, _ in moves), sum(first < 0 for first, _ in moves)] == [28, 18]
    assert [sum(second < 0 for _, second in moves), sum(second == 0 for _, second in moves)] == [40, 7]
    assert sum(columns[1][0] > 10_000 for _, columns in ASSOCIATION_RATES) == 22


def test_health_insurance_has_fifty_grades_and_those_of_the_pension_among_them() -> None:
    grades = HEALTH_STANDARD_REMUNERATION[0].grades
    assert len(grades) == 50
    assert (grades[0], grades[-1]) == ((0, 58_000), (1_355_000, 1_390_000))
    for (from_yen, standard), (next_from, next_standard) in pairwise(grades):
        assert from_yen < standard < next_from < next_standard
    assert set(PENSION_STANDARD_REMUNERATION[-1].grades[1:]) < set(grades)
