"""Hours worked (勤怠), by day where freee gave the days, else by pay period.

The year and month asked are those of the payment; what was worked when stands in `start_date` and `end_date`, or
in each day's own record. A total of zero is not stated: it is also what freee sends where nobody keeps the hours.
`overtime_hours` stays open, as the vocabulary does not say which of freee's overtimes it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kyosei.connectors.api_answers.located import DAY, Located, japanese_day
from kyosei.connectors.connector import Line
from kyosei.connectors.freee_hr.answers import Answer, Endpoint
from kyosei.connectors.freee_hr.records import Who
from kyosei.connectors.lines import interval_line

__all__ = ["hours_lines", "hours_of_minutes"]

MINUTES_MAX = 60 * 24 * 366


def hours_lines(connector: str, answer: Answer) -> Iterator[Line]:
    """`work.hours` of one employee's summary; nothing if the answer is about something else."""
    if answer.endpoint is not Endpoint.HOURS:
        return
    who = Who(answer.numbers["company_id"], answer.numbers["employee_id"])
    from_day, end = answer.response.member("start_date").day(), answer.response.member("end_date")
    if end.day() < from_day:
        raise end.refusal(f"is {end.day()}, before start_date {from_day}; ask freee again")
    until_day = end.day() + timedelta(days=1)
    total = answer.response.optional("total_work_mins")
    total_minutes = None if total is None else total.integer(0, MINUTES_MAX)
    today = japanese_day(answer.retrieved_at)
    days = worked_days(answer.response.optional("work_records"), from_day, until_day)
    if days:
        # A day without clock times may be a day off or one not yet entered. Only where the days that have times
        # already make up the whole total is it a day on which nothing was worked.
        complete = total_minutes == sum(minutes or 0 for minutes in days.values())
        for day, minutes in sorted(days.items()):
            if day < today and (minutes is not None or complete):
                yield hours_line(connector, who, day, day + timedelta(days=1), minutes or 0, answer.retrieved_at)
    elif total_minutes and until_day <= today:
        # While the period is still running, its total so far is not the total of the period.
        yield hours_line(connector, who, from_day, until_day, total_minutes, answer.retrieved_at)


def hours_line(connector: str, who: Who, from_day: date, until_day: date, minutes: int, stated_at: datetime) -> Line:
    """The employer's statement of what was worked in [from_day, until_day)."""
    about = {"person": who.person, "employer": who.employer}
    fields = {"hours": hours_of_minutes(minutes)}
    return interval_line(connector, "work.hours", who.employer, about, from_day, until_day, fields, stated_at)


def hours_of_minutes(minutes: int) -> float:
    """Hours with at most two decimals, from which the nearest minute is always `minutes` again."""
    return minutes // 60 if minutes % 60 == 0 else round(minutes / 60, 2)


def worked_days(records: Located | None, from_day: date, until_day: date) -> dict[date, int | None]:
    """Minutes worked on each day listed, by its clock times; None where it has none."""
    days: dict[date, int | None] = {}
    for record in () if records is None else records.items():
        place = record.member("date")
        day = place.day() if DAY.fullmatch(place.text()) else japanese_day(place.instant())
        if day in days:
            raise place.refusal(f"is {day} a second time; ask freee again")
        if not from_day <= day < until_day:
            raise place.refusal(f"is {day}, outside start_date and end_date; ask freee again")
        days[day] = clocked_minutes(record)
    return days


def clocked_minutes(record: Located) -> int | None:
    """Minutes between coming and going, less the breaks; None without clock times."""
    present = record.optional("work_record_segments")
    spans = [span_minutes(place) for place in present.items()] if present is not None else []
    if not spans:
        return None
    breaks = record.optional("break_records")
    minutes = sum(spans) - sum(span_minutes(place) for place in breaks.items()) if breaks is not None else sum(spans)
    if not 0 <= minutes <= 60 * 24 * 2:
        raise record.refusal(f"adds up to {minutes} minutes of work; correct the clock times in freee and ask again")
    return minutes


def span_minutes(place: Located) -> int:
    """Whole minutes from one clock time to the next."""
    came, left = place.member("clock_in_at"), place.member("clock_out_at")
    if left.instant() < came.instant():
        raise left.refusal(f"is {left.value}, before clock_in_at {came.value}; correct the times in freee, ask again")
    return int((left.instant() - came.instant()).total_seconds()) // 60
