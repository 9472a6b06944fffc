"""The list of a duty's obligations."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check
from kyosei.wiring import open_law
from tests.verdicts.lives import case_of, statement, stay

DUTY = "jp.immigration.notify-address"


def test_every_obligation_is_listed_however_many_there_are() -> None:
    """Somebody who moves every other day for twenty-four years: more obligations than the list has room for at first."""
    moved_on = [date(2001, 1, 1) + timedelta(days=2 * k) for k in range(4_400)]
    town = {"municipality": "municipality:m"}
    homes = [
        statement(
            "home.registration", "municipality:m", day.isoformat(), (day + timedelta(days=2)).isoformat(), about=town
        )
        for day in moved_on
    ]
    case = case_of([stay("2000-01-01", None), *homes])
    known = case.latest_recorded()
    assert known is not None
    on = day_from_date(date(2026, 1, 1))
    (verdict,) = check(open_law(), case, on=on, known=known, norms=[DUTY], obligations=True)
    assert verdict.obligations is not None
    arose = {obligation.arose for obligation in verdict.obligations}
    assert arose >= {day_from_date(day) for day in moved_on}
