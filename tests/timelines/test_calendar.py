"""The calendar of the law: tables that a lawyer can check, and every day of three centuries."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.calendar import (
    add_months,
    civil_from_day,
    day_from_civil,
    end_of_period_months,
    is_working_day,
    next_working_day,
)
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.timelines.program import Op, Value
from tests.timelines.naive_calendar import is_open_day, next_open_day, period_ends, same_day_of_month
from tests.timelines.running import HOLIDAYS, on, one, run_program

DAYS = st.integers(day_from_date(date(1900, 2, 1)), day_from_date(date(2199, 12, 31)))


def test_every_day_of_three_centuries_has_its_date() -> None:
    first, last = date(1900, 1, 1), date(2200, 12, 31)
    for number in range((last - first).days + 1):
        when = first + timedelta(days=number)
        assert civil_from_day(number) == (when.year, when.month, when.day)
        assert day_from_civil(when.year, when.month, when.day) == number


PERIODS = [
    # event, months, last day of the period (Civil Code arts. 140, 141, 143)
    ("2024-01-15", 1, "2024-02-15"),  # first day 16 January, ends on the day before 16 February
    ("2024-01-29", 1, "2024-02-29"),  # first day 30 January; February has no 30th: the end of the month
    ("2024-01-30", 1, "2024-02-29"),  # first day 31 January
    ("2023-01-28", 1, "2023-02-28"),  # first day 29 January; no 29 February 2023
    ("2023-01-27", 1, "2023-02-27"),  # first day 28 January, ends on the day before 28 February
    ("2023-01-30", 1, "2023-02-28"),
    ("2023-01-31", 1, "2023-02-28"),  # first day 1 February, ends on the day before 1 March
    ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-28", 1, "2024-03-28"),  # first day 29 February, ends on the day before 29 March
    ("2024-02-29", 1, "2024-03-31"),  # first day 1 March, ends on the day before 1 April
    ("2023-02-28", 1, "2023-03-31"),  # first day 1 March
    ("2024-03-31", 1, "2024-04-30"),  # first of a month to its end
    ("2024-04-30", 1, "2024-05-31"),
    ("2024-03-30", 1, "2024-04-30"),  # first day 31 March; April has no 31st
    ("2023-12-31", 2, "2024-02-29"),
    ("2023-12-30", 2, "2024-02-29"),  # first day 31 December
    ("2023-08-31", 6, "2024-02-29"),
    ("2024-02-28", 12, "2025-02-28"),  # first day 29 February; 2025 has none
    ("2024-02-28", 48, "2028-02-28"),  # but 2028 has
    ("2023-06-30", 12, "2024-06-30"),
    ("2023-11-21", 3, "2024-02-21"),
]


@pytest.mark.parametrize(("event", "months", "last"), PERIODS)
def test_a_period_by_months_ends_as_the_civil_code_says(event: str, months: int, last: str) -> None:
    found = end_of_period_months(day_from_date(date.fromisoformat(event)), months)
    assert date_from_day(int(found)).isoformat() == last


SAME_DAYS = [
    ("2024-01-31", 1, "2024-02-29"),
    ("2023-01-31", 1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", -12, "2023-02-28"),
    ("2024-03-31", -1, "2024-02-29"),
    ("2024-12-15", 1, "2025-01-15"),
    ("2024-01-15", -1, "2023-12-15"),
    ("2024-05-31", 0, "2024-05-31"),
]


@pytest.mark.parametrize(("day", "months", "moved"), SAME_DAYS)
def test_the_same_day_of_another_month_is_clipped_to_its_end(day: str, months: int, moved: str) -> None:
    found = add_months(day_from_date(date.fromisoformat(day)), months)
    assert date_from_day(int(found)).isoformat() == moved


@given(DAYS, st.integers(0, 130))
def test_months_agree_with_the_calendar_of_python(day: int, months: int) -> None:
    assert end_of_period_months(day, months) == period_ends(day, months)
    assert add_months(day, months) == same_day_of_month(day, months)


@given(DAYS, st.integers(1, 60))
def test_a_later_event_never_ends_a_period_earlier(day: int, months: int) -> None:
    assert end_of_period_months(day, months) <= end_of_period_months(day + 1, months)


AGES = [
    # born, day, completed years (Act on Calculation of Ages: a year is complete when the day before the birthday ends)
    ("2000-04-01", "2006-03-30", 5),
    ("2000-04-01", "2006-03-31", 6),  # enters school in April 2006 with the elder year
    ("2000-04-02", "2006-03-31", 5),
    ("2000-04-02", "2006-04-01", 6),
    ("2004-02-29", "2005-02-27", 0),
    ("2004-02-29", "2005-02-28", 1),  # 2005 has no 29 February: complete at the end of the month
    ("2004-02-29", "2008-02-27", 3),
    ("2004-02-29", "2008-02-28", 4),
    ("2004-02-29", "2024-02-27", 19),
    ("2004-02-29", "2024-02-28", 20),
    ("2004-03-01", "2024-02-28", 19),
    ("2004-03-01", "2024-02-29", 20),
    ("2006-01-01", "2023-12-31", 18),
    ("2006-01-01", "2023-12-30", 17),
    ("2006-01-31", "2024-01-30", 18),
    ("2006-01-31", "2024-01-29", 17),
    ("1955-05-05", "2020-05-04", 65),
    ("1955-05-05", "2020-05-03", 64),
    ("1890-07-07", "1900-01-01", 9),  # born before the first day
    ("2024-04-30", "2024-04-01", 0),  # not yet born
]


@pytest.mark.parametrize(("born", "day", "years"), AGES)
def test_an_age_is_complete_on_the_day_before_the_birthday(born: str, day: str, years: int) -> None:
    birth = (date.fromisoformat(born) - date(1900, 1, 1)).days
    timeline = run_program(one(Op.AGE, Value.NUMBER, of=[Value.NUMBER]), ((0, birth, birth, 0),))
    assert on(timeline, day_from_date(date.fromisoformat(day))) == (years, years, 0)


CLOSED_DAYS = [
    # day, whether organs are open, the next day on which they are
    ("2024-01-04", True, "2024-01-04"),  # the first day of work
    ("2024-01-03", False, "2024-01-04"),
    ("2023-12-29", False, "2024-01-04"),
    ("2023-12-28", True, "2023-12-28"),
    ("2024-01-06", False, "2024-01-09"),  # Saturday, Sunday, Coming of Age Day
    ("2024-02-10", False, "2024-02-13"),  # Saturday, National Foundation Day on Sunday, its substitute on Monday
    ("2024-02-23", False, "2024-02-26"),  # Friday, the Emperor's Birthday
    ("2024-02-29", True, "2024-02-29"),
    ("2024-03-20", False, "2024-03-21"),
    ("2024-05-03", False, "2024-05-07"),  # three holidays, one of them a Sunday with a substitute
    ("2024-04-29", False, "2024-04-30"),
]


@pytest.mark.parametrize(("day", "works", "following"), CLOSED_DAYS)
def test_organs_are_closed_on_weekends_holidays_and_at_the_turn_of_the_year(
    day: str, works: bool, following: str
) -> None:
    number = day_from_date(date.fromisoformat(day))
    assert is_working_day(number, HOLIDAYS) == works
    assert date_from_day(int(next_working_day(number, HOLIDAYS))).isoformat() == following


@given(DAYS, st.sets(DAYS, max_size=5))
def test_working_days_agree_with_the_calendar_of_python(day: int, holidays: set[int]) -> None:
    table = np.array(sorted(holidays), np.int32)
    assert is_working_day(day, table) == is_open_day(day, holidays)
    assert next_working_day(day, table) == next_open_day(day, holidays)
