"""How many looks there were: whole months, never of few, and no organisation by its name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, append_entry, next_place
from kyosei.signals.looks import Looks, looks_by_month


def look(engine: sa.Engine, person: int, day: str, who: str = "authority:isa", role: str = "officer", decision: str = "permitted",
         purpose: str = "immigration.notices") -> None:  # fmt: skip
    at = int(datetime.fromisoformat(f"{day}T03:00:00").replace(tzinfo=UTC).timestamp() * 1_000_000)
    subject = f"person:n{person}"
    with engine.begin() as connection:
        place = next_place(connection, subject)
        append_entry(connection, AccessEntry(
            subject, place.number, at, "read", decision, "", "human", "staff:a", role, who, purpose, None, None, None, at,
            (), "jp@0", "0",
        ), place)  # fmt: skip


def told(engine: sa.Engine, today: str) -> list[Looks]:
    with engine.connect() as connection:
        return looks_by_month(connection, date.fromisoformat(today))


def test_a_month_is_told_when_it_is_over_and_of_ten_persons_at_least(database: sa.Engine) -> None:
    for person in range(12):
        look(database, person, "2026-10-05")
    look(database, 1, "2026-10-31", decision="refused")
    for person in range(9):
        look(database, person, "2026-10-06", who="municipality:hamamatsu", purpose="tax.resident-tax")
        look(database, person, "2026-11-06")
    month = date(2026, 10, 1)
    assert told(database, "2026-10-31") == []
    expected = [
        Looks(month, "immigration.notices", "authority:isa", 13, None, 10),
        Looks(month, "tax.resident-tax", "municipality:hamamatsu", None, None, None),
    ]
    assert told(database, "2026-11-01") == told(database, "2026-11-30") == expected
    november = Looks(date(2026, 11, 1), "immigration.notices", "authority:isa", None, None, None)
    assert told(database, "2026-12-01") == [november, *expected]
    assert told(database, "2028-01-01") == []


def test_organisations_stand_together_by_their_role(database: sa.Engine) -> None:
    for person in range(14):
        look(
            database, person, "2026-10-05", who=f"org:shop{person % 2}", role="employer", purpose="employer.own-duties"
        )
    assert told(database, "2026-11-01") == [Looks(date(2026, 10, 1), "employer.own-duties", "employer", 14, 0, 15)]
