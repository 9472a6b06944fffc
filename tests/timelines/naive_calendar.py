"""The calendar of the law once more, with Python's own dates: for the naive interpreter, and to hold the kernels to it."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from kyosei.timelines.days import date_from_day, day_from_date

ONE_DAY = timedelta(days=1)


def days_in_month(year: int, month: int) -> int:
    """The length of a month."""
    return calendar.monthrange(year, month)[1]


@cache
def first_of(day: int, months_later: int) -> int:
    """The first day of the month so many months after that of a day."""
    when = date_from_day(day)
    index = when.year * 12 + when.month - 1 + months_later
    return day_from_date(date(index // 12, index % 12 + 1, 1))


def month_end(day: int, months_later: int) -> int:
    """The last day of the month so many months after that of a day."""
    return first_of(day, months_later + 1) - 1


@cache
def same_day_of_month(day: int, months_later: int) -> int:
    """The same day so many months later, or the last of that month if it has no such day."""
    wanted = first_of(day, months_later) + date_from_day(day).day - 1
    return min(wanted, month_end(day, months_later))


@cache
def period_ends(event: int, months: int) -> int:
    """Civil Code arts. 140, 143: begins on the day after the event; ends with the day before the corresponding day, or
    with the end of the last month if it has no corresponding day."""
    begins = date_from_day(event + 1)
    target = date_from_day(first_of(event + 1, months))
    if begins.day > days_in_month(target.year, target.month):
        return month_end(event + 1, months)
    return day_from_date(target.replace(day=begins.day) - ONE_DAY)


def year_completes(born: int, years: int) -> int:
    """The day on which so many years of age are complete, the day before the birthday; who is born on 29 February counts
    like the rest."""
    birthday = date_from_day(born)
    year = birthday.year + years
    if birthday.day > days_in_month(year, birthday.month):
        return day_from_date(date(year, birthday.month, days_in_month(year, birthday.month)))
    return day_from_date(birthday.replace(year=year) - ONE_DAY)


def age_on(born: int, day: int) -> int:
    """Completed years, of at most 129."""
    years = 0
    while years < 129 and year_completes(born, years + 1) <= day:
        years += 1
    return years


def is_open_day(day: int, holidays: Collection[int]) -> bool:
    """Whether administrative organs are open."""
    when = date_from_day(day)
    year_end = (when.month, when.day) >= (12, 29) or (when.month, when.day) <= (1, 3)
    return when.weekday() < 5 and not year_end and day not in holidays


def next_open_day(day: int, holidays: Collection[int]) -> int:
    """The day itself or the next one on which they are open."""
    while not is_open_day(day, holidays):
        day += 1
    return day
