"""Every day from 1900 to 2100 as the day of an event or a birth: the calendar and the obligations against the naive form."""

from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np
import pytest

from kyosei.law.jp.tables.holidays import NATIONAL_HOLIDAYS
from kyosei.timelines.calendar import add_months, end_of_period_months, is_working_day, next_working_day
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.timelines.obligations import deadline
from kyosei.timelines.program import Deadline, HolidayRule, Op, Value
from kyosei.timelines.truth import NO, YES
from tests.timelines.naive_calendar import is_open_day, next_open_day, period_ends, same_day_of_month, year_completes
from tests.timelines.naive_duties import due_day, obligations_of, state_of
from tests.timelines.naive_values import CLOSED
from tests.timelines.running import Subject, Timeline, on, one, run_batch, run_program
from tests.timelines.worlds import plain

pytestmark = pytest.mark.soak

YEARS = range(1900, 2101)
DAYS = range(1, day_from_date(date(2101, 1, 1)))
HOLIDAYS = frozenset(day_from_date(day) for day in NATIONAL_HOLIDAYS)
HOLIDAY_TABLE = np.array(sorted(HOLIDAYS), np.int32)

DEADLINES = {
    "fourteen days": (Deadline.DAYS_AFTER, 14, 0),
    "ten days, the first counted": (Deadline.DAYS_COUNTING_THE_DAY, 10, 0),
    "one month": (Deadline.MONTHS_AFTER, 1, 0),
    "six months": (Deadline.MONTHS_AFTER, 6, 0),
    "end of the following month": (Deadline.END_OF_FOLLOWING_MONTH, 0, 0),
    "tenth of the following month": (Deadline.DAY_OF_FOLLOWING_MONTH, 10, 0),
    "end of March": (Deadline.CALENDAR_DAY, 3, 31),
}
WAYS = [pytest.param(*way, id=f"{way[0]}, {way[1].name.lower()}") for way in product(DEADLINES, HolidayRule)]


@pytest.mark.parametrize("months", [*range(25), 30, 36, 48, 60, 120, 240])
def test_a_period_by_months_ends_on_the_same_day_as_by_the_calendar_of_python(months: int) -> None:
    for day in DAYS:
        assert end_of_period_months(day, months) == period_ends(day, months), date_from_day(day)
        assert add_months(day, months) == same_day_of_month(day, months), date_from_day(day)


def test_organs_are_open_on_the_days_that_the_calendar_of_python_says() -> None:
    for day in DAYS:
        assert is_working_day(day, HOLIDAY_TABLE) == is_open_day(day, HOLIDAYS), date_from_day(day)
        assert next_working_day(day, HOLIDAY_TABLE) == next_open_day(day, HOLIDAYS), date_from_day(day)


def test_every_year_of_everybody_is_complete_on_the_day_before_the_birthday() -> None:
    program = one(Op.AGE, Value.NUMBER, of=[Value.NUMBER])
    for born in DAYS:
        ages = run_program(program, ((0, born, born, 0),))
        years = range(1, len(ages))
        assert [(row[0], row[1]) for row in ages] == [(0, 0), *((year_completes(born, year), year) for year in years)]
        assert len(ages) > 100


@pytest.mark.parametrize(("form", "rule"), WAYS)
def test_every_event_has_the_due_day_of_its_definition(form: str, rule: HolidayRule) -> None:
    parameters = (*DEADLINES[form], rule)
    for event in DAYS:
        found = deadline(event, *(int(parameter) for parameter in parameters), HOLIDAY_TABLE)
        assert found == due_day(event, parameters, HOLIDAYS), date_from_day(event)


@pytest.mark.parametrize(("form", "rule"), WAYS)
def test_an_obligation_of_any_day_goes_through_the_states_of_its_definition(form: str, rule: HolidayRule) -> None:
    """Performed on the last day, on the day after, at once or never, in turn; looked at on both sides of each change."""
    parameters = (*DEADLINES[form], rule, 0, 0)
    program = one(Op.DUTY, Value.STATE, *parameters, of=[Value.TRUTH, Value.TRUTH])
    for year in YEARS:
        events = range(max(day_from_date(date(year, 1, 1)), DAYS[0]), day_from_date(date(year + 1, 1, 1)))
        in_time = [int(due_day(event, parameters, CLOSED)[1]) for event in events]
        done = [(last, last + 1, event, None)[event % 4] for event, last in zip(events, in_time, strict=True)]
        subjects = [Subject((1,), ((_once(event),), (_once(day),))) for event, day in zip(events, done, strict=True)]
        for event, last, day, result in zip(events, in_time, done, run_batch(program, subjects), strict=True):
            performances = [] if day is None else [(day, YES, -1)]
            obligations = obligations_of([(event, True, 0)], performances, None, parameters, CLOSED, event.__eq__)
            for when in (event - 1, event, last, last + 1, last + 2):
                wanted = state_of(obligations, when, False)
                assert plain(Value.STATE, on(result[0][0], when)) == wanted, date_from_day(event)


def _once(day: int | None) -> Timeline:
    """So on one day, or never."""
    never = (0, 0, 0, NO)
    return (never,) if day is None else (never, (day, 0, 0, YES), (day + 1, 0, 0, NO))
