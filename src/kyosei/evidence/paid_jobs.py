"""Employments that payments prove: wages that came into an account, and salaries reported to a municipality.

A bank or a municipality can tell that a job exists, never that it has ended (DESIGN.md §1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.statements import Statement

__all__ = ["LONG_AGO", "PAYMENTS", "Job", "jobs_by_payments"]

PAYMENTS = ("bank.wage_credit", "tax.salary_report")
"""The kinds from which the statements here are derived."""

Job = tuple[str, str]
"""A person and an employer."""

LONG_AGO = -(1 << 60)
"""The instant at which a derived statement counts as stated, so that the end of its period reports no end of the job."""

_KIND = EmploymentRelation.facts.name
_DAYS_TO_NEXT_PAY = 35
"""Wages are paid at least once a month on a fixed day (Labour Standards Act art. 24 (2)), which weekends may move."""
_DAYS_TO_LAST_PAY = 62
"""Within two paydays after a reported end a payment is the last pay, and contradicts nothing."""


def jobs_by_payments(
    statements: Iterable[Statement], disputers: Mapping[str, str], ends: Mapping[Job, list[int]]
) -> Iterator[Statement]:
    """Statements of the employment: on the day of a payment, and between two that are no more than a month apart.

    ends: for each job the first days after an end that the employer reported. A salary report speaks of its day alone.
    """
    credits: dict[tuple[str, Job], list[Statement]] = {}
    for s in statements:
        job = (s.about["person"], s.about["employer"])
        if s.kind == "tax.salary_report":
            yield replace(s, kind=_KIND, data={}, stated_at=LONG_AGO, until_day=s.from_day + 1)
        elif s.kind == "bank.wage_credit" and not any(
            end <= s.from_day <= end + _DAYS_TO_LAST_PAY for end in ends.get(job, ())
        ):
            credits.setdefault((s.source, job), []).append(s)
    for (_, job), paid in credits.items():
        yield from _while_paid(sorted(paid, key=lambda s: (s.from_day, s.id)), job, disputers, ends.get(job, ()))


def _while_paid(
    paid: list[Statement], job: Job, disputers: Mapping[str, str], ends: Iterable[int]
) -> Iterator[Statement]:
    """Each payment reaches to the next one that nobody but the employer disputes, if that came in time.

    Undisputed payments without a gap are one statement, with the id of the first.
    """
    relied_on = [s for s in paid if disputers.get(s.id, job[1]) == job[1]]
    following = {before.id: after.from_day for before, after in pairwise(relied_on)}
    runs: list[tuple[Statement, int]] = []
    for s in paid:
        until = following.get(s.id, s.from_day)
        until = until if until - s.from_day <= _DAYS_TO_NEXT_PAY else s.from_day
        until = max(min([until, *(end for end in ends if end > s.from_day)]), s.from_day + 1)
        if runs and s.from_day <= runs[-1][1] and disputers.keys().isdisjoint((runs[-1][0].id, s.id)):
            first, reached = runs[-1]
            runs[-1] = first, max(reached, until)
        else:
            runs.append((s, until))
    for first, until in runs:
        yield replace(first, kind=_KIND, data={}, stated_at=LONG_AGO, until_day=until)
