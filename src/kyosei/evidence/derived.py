"""Statements of the employment itself, derived from every record that presupposes it (facts.employment)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.statements import Coverage, Statement
from kyosei.timelines.days import NEVER

__all__ = ["derive_coverages", "derive_statements"]

_KIND = EmploymentRelation.facts.name
_ENROLMENTS = ("pension.enrolment", "employment_insurance.enrolment")
_LONG_AGO = -(1 << 60)


def derive_statements(statements: Iterable[Statement]) -> Iterator[Statement]:
    """One statement of the employment for each contract, enrolment or notice of hiring.

    A contract ends with a termination by the same source. The end of an enrolment is not the end of the job: it only
    stops saying that the job exists.
    """
    lines = [s for s in statements if s.about.get("person") and s.about.get("employer")]
    ends: dict[tuple[str, str, str], list[Statement]] = {}
    left: dict[tuple[str, str, str], list[int]] = {}
    for s in lines:
        parties = (s.source, s.about["person"], s.about["employer"])
        if s.kind == "work.termination":
            ends.setdefault(parties, []).append(s)
        elif s.kind == "work.foreign_worker_notice" and s.data.get("event") == "left":
            left.setdefault(parties, []).append(_event_day(s))
    for s in lines:
        parties = (s.source, s.about["person"], s.about["employer"])
        if s.kind == "work.contract":
            yield _contract(s, ends.get(parties, ()))
        elif s.kind in _ENROLMENTS:
            yield _derived(s, s.from_day, s.until_day, stated_at=None)
        elif s.kind == "work.foreign_worker_notice" and s.data.get("event") == "hired":
            hired = _event_day(s)
            until = min((day + 1 for day in left.get(parties, ()) if day >= hired), default=NEVER)
            yield _derived(s, hired, until, stated_at=s.stated_at)


def derive_coverages(coverages: Iterable[Coverage]) -> Iterator[Coverage]:
    """What the employer covers of its contracts, it covers of its employments. No other silence denies a job."""
    for c in coverages:
        if c.kind == "work.contract":
            yield replace(c, kind=_KIND)


def _event_day(statement: Statement) -> int:
    day = statement.data.get("event_on", statement.from_day)
    return day if isinstance(day, int) else statement.from_day


def _contract(statement: Statement, terminations: Iterable[Statement]) -> Statement:
    end = min((t for t in terminations if t.from_day >= statement.from_day), key=lambda t: t.from_day, default=None)
    if end is None or end.from_day + 1 > statement.until_day:
        return replace(statement, kind=_KIND, data={})
    stated = max(statement.stated_at, end.stated_at)
    return replace(statement, kind=_KIND, data={}, until_day=end.from_day + 1, stated_at=stated)


def _derived(statement: Statement, from_day: int, until_day: int, stated_at: int | None) -> Statement:
    """`stated_at` None: an old instant, so that the end of the period reports no end of the job."""
    return replace(
        statement,
        kind=_KIND,
        data={},
        from_day=from_day,
        until_day=until_day,
        stated_at=_LONG_AGO if stated_at is None else stated_at,
    )
