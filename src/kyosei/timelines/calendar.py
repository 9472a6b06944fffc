"""The calendar of the law in compiled form: months, ages and deadlines by the Civil Code arts. 138-143.

A period of n days or months after an event does not count the day of the event (art. 140) and ends with the end of its
last day (art. 141). A period by months ends on the day before the day that corresponds to its first day; if the last
month has no such day, with the end of that month (art. 143).
"""

from __future__ import annotations

from kyosei.timelines.arena import kernel

__all__ = [
    "add_months",
    "civil_from_day",
    "day_from_civil",
    "end_of_period_months",
    "first_of_month",
    "is_working_day",
    "month_index",
    "next_working_day",
]

_SHIFT = 25567  # days from 1900-01-01 to 1970-01-01, the epoch of the civil algorithms below


@kernel
def day_from_civil(year, month, day):
    """The day number of a proleptic Gregorian date."""
    y = year - 1 if month <= 2 else year
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
    return era * 146097 + doe - 719468 + _SHIFT


@kernel
def civil_from_day(number):
    """Year, month and day of a day number."""
    z = number - _SHIFT + 719468
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    day = doy - (153 * mp + 2) // 5 + 1
    month = mp + 3 if mp < 10 else mp - 9
    year = yoe + era * 400 + (1 if month <= 2 else 0)
    return year, month, day


@kernel
def month_index(number):
    """Months since year 0: consecutive months differ by one."""
    year, month, _ = civil_from_day(number)
    return year * 12 + month - 1


@kernel
def first_of_month(index):
    """The first day of the month with that index."""
    return day_from_civil(index // 12, index % 12 + 1, 1)


@kernel
def add_months(number, months):
    """The same day of the month n months later (or earlier), or the last day of that month if it has no such day."""
    year, month, day = civil_from_day(number)
    target = year * 12 + month - 1 + months
    first = first_of_month(target)
    last = first_of_month(target + 1) - 1
    return min(first + day - 1, last)


@kernel
def end_of_period_months(event, months):
    """The last day of a period of n months that begins on the day after the event (arts. 140, 143)."""
    year, month, day = civil_from_day(event + 1)
    target = year * 12 + month - 1 + months
    corresponding = first_of_month(target) + day - 1
    after_the_month = first_of_month(target + 1)
    return min(corresponding, after_the_month) - 1


@kernel
def is_working_day(number, holidays):
    """Whether administrative organs are open: no Saturday, Sunday, holiday, nor 12-29 to 01-03 (363AC0000000091 art. 1).

    `holidays`: int32, sorted day numbers of the national holidays.
    """
    weekday = number % 7  # 1900-01-01 was a Monday
    if weekday >= 5:
        return False
    _, month, day = civil_from_day(number)
    if (month == 12 and day >= 29) or (month == 1 and day <= 3):
        return False
    low, high = 0, holidays.shape[0]
    while low < high:
        middle = (low + high) // 2
        if holidays[middle] < number:
            low = middle + 1
        else:
            high = middle
    return not (low < holidays.shape[0] and holidays[low] == number)


@kernel
def next_working_day(number, holidays):
    """The day itself if organs are open, else the next day on which they are."""
    while not is_working_day(number, holidays):
        number += 1
    return number
