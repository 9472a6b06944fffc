"""The table of national holidays holds the days of the Act, and is what its script would write."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kyosei.law.jp.tables.holidays import (
    FIRST_KNOWN_HOLIDAY_YEAR,
    LAST_KNOWN_HOLIDAY_YEAR,
    LAST_PROCLAIMED_HOLIDAY_YEAR,
    NATIONAL_HOLIDAYS,
    NEW_YEAR_CLOSURE,
)
from scripts import make_holidays


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(1990, 11, 12), id="enthronement_of_1990"),
        pytest.param(date(2019, 5, 2), id="between_the_enthronement_and_constitution_day"),
        pytest.param(date(2020, 7, 24), id="sports_day_moved_for_the_games"),
        pytest.param(date(2026, 4, 29), id="showa_day"),
        pytest.param(date(2026, 5, 6), id="substitute_for_constitution_day_on_a_sunday"),
        pytest.param(date(2026, 9, 22), id="citizens_holiday_between_two_holidays"),
        pytest.param(date(2026, 11, 23), id="labour_thanksgiving_day"),
        pytest.param(date(2027, 3, 22), id="substitute_for_the_equinox"),
        pytest.param(date(2027, 1, 1), id="new_years_day"),
    ],
)
def test_a_national_holiday_is_listed(day: date) -> None:
    assert day in NATIONAL_HOLIDAYS


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 9, 24), id="day_after_the_equinox"),
        pytest.param(date(2020, 10, 12), id="sports_day_was_moved_away"),
        pytest.param(date(2019, 12, 23), id="birthday_of_the_emperor_who_had_abdicated"),
        pytest.param(date(2026, 12, 29), id="closed_by_another_act"),
        pytest.param(date(2027, 1, 2), id="closed_by_another_act_in_january"),
    ],
)
def test_a_day_that_is_no_national_holiday_is_not_listed(day: date) -> None:
    assert day not in NATIONAL_HOLIDAYS


def test_days_rise_and_fill_every_year() -> None:
    assert all(day < following for day, following in pairwise(NATIONAL_HOLIDAYS))
    years = range(FIRST_KNOWN_HOLIDAY_YEAR, LAST_KNOWN_HOLIDAY_YEAR + 1)
    counts = [sum(day.year == year for day in NATIONAL_HOLIDAYS) for year in years]
    assert min(counts) >= 14
    assert max(counts) <= 22
    assert sum(counts) == len(NATIONAL_HOLIDAYS)
    assert FIRST_KNOWN_HOLIDAY_YEAR < LAST_PROCLAIMED_HOLIDAY_YEAR <= LAST_KNOWN_HOLIDAY_YEAR


def test_a_holiday_on_a_sunday_is_followed_by_a_substitute() -> None:
    for day in NATIONAL_HOLIDAYS:
        if day.weekday() == 6:
            after = day + timedelta(days=1)
            assert after in NATIONAL_HOLIDAYS


def test_state_organs_close_for_six_days_around_new_year() -> None:
    first = date(2026, 12, 29)
    days = [first + timedelta(days=count) for count in range(6)]
    assert [(day.month, day.day) for day in days] == list(NEW_YEAR_CLOSURE)


def test_the_script_writes_the_table() -> None:
    """The version in the head may differ; the days may not."""
    written = [node for node in ast.walk(ast.parse(make_holidays.render())) if isinstance(node, ast.Tuple)]
    largest = max(written, key=lambda node: len(node.elts))
    assert [eval_date(node) for node in largest.elts] == list(NATIONAL_HOLIDAYS)


def eval_date(node: ast.expr) -> date:
    assert isinstance(node, ast.Call)
    year, month, day = (ast.literal_eval(argument) for argument in node.args)
    return date(year, month, day)
