"""Resident tax as it is levied on a life: by the month through the employer, or by the quarter from the person.

Whoever earned a full-time wage last year owes it from June on. An employer that had the person in April withholds it and pays
it over by the 10th of the following month (Local Tax Act arts 321-4, 321-5); everybody else pays four instalments (art. 320).
Told are those whose day is long enough past for the municipality to have told of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Instalment, Job, Life
from kyosei.world.town import Town

__all__ = ["TOLD_AFTER_DAYS", "instalments_of"]

TOLD_AFTER_DAYS = 30
"""The municipality has told of an instalment, paid or not, so many days after it was due."""

_SHARE_OF_WAGE = 20


def instalments_of(town: Town, life: Life) -> list[Instalment]:
    """This fiscal year's instalments, all paid by their day; none of whom owes nothing."""
    known = town.known_day
    year = known.year if known.month >= 6 else known.year - 1
    job = next((job for job in life.jobs if job.wage_yen_per_month is not None and job.until is None), None)
    if job is None or job.wage_yen_per_month is None or life.left_on is not None or life.landed >= date(year - 1, 7, 1):
        return []
    chance = Chance(town.seed, "tax", life.number)
    withheld = job.from_day < date(year, 4, 1)
    dues = list(_monthly(year) if withheld else _quarterly(year))
    tax_yen = job.wage_yen_per_month * 12 // _SHARE_OF_WAGE
    return [
        Instalment(number, year, due, tax_yen // len(dues) // 100 * 100, _collector(job, withheld=withheld),
                   due - timedelta(chance.whole(0, 5)))
        for number, due in enumerate(dues, start=1) if due <= known - timedelta(TOLD_AFTER_DAYS)
    ]  # fmt: skip


def _collector(job: Job, *, withheld: bool) -> str | None:
    return job.employer if withheld else None


def _monthly(year: int) -> Iterator[date]:
    """Of June, due on 10 July, and so on to that of May."""
    yield from (date(year, month, 10) for month in range(7, 13))
    yield from (date(year + 1, month, 10) for month in range(1, 7))


def _quarterly(year: int) -> Iterator[date]:
    yield from (date(year, 6, 30), date(year, 8, 31), date(year, 10, 31), date(year + 1, 1, 31))
