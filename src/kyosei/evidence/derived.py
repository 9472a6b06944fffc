"""Statements of the employment itself, derived from every record that presupposes it (facts.employment)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kyosei.evidence.paid_jobs import LONG_AGO, PAYMENTS, Job, jobs_by_payments
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.statements import Coverage, FieldValue, Statement
from kyosei.timelines.days import NEVER, legal_day

__all__ = ["DERIVED_FROM", "derive_coverages", "derive_statements", "with_procedures"]

_KIND = EmploymentRelation.facts.name
_ENROLMENTS = ("pension.enrolment", "employment_insurance.enrolment")

DERIVED_FROM: Mapping[tuple[str, str | None], tuple[tuple[str, str | None], ...]] = MappingProxyType(
    {
        (_KIND, None): (
            ("work.contract", None),
            ("work.termination", None),
            ("work.foreign_worker_notice", "event"),
            ("work.foreign_worker_notice", "event_on"),
            *((kind, None) for kind in (*_ENROLMENTS, *PAYMENTS)),
        ),
        ("residence.decision", "procedure"): (
            ("residence.decision", "application"),
            ("residence.application", "procedure"),
        ),
    }
)
"""What the functions here look at to derive a kind, or a field of one: (kind, field); no field: that the fact holds."""


def derive_statements(statements: Iterable[Statement], disputers: Mapping[str, str]) -> Iterator[Statement]:
    """One statement of the employment for each contract, enrolment, notice of hiring, wage credit or salary report.

    A contract ends with a termination by the same source, a notice of hiring with one of leaving. The end of an
    enrolment is not the end of the job: it only stops saying that the job exists. Where the end itself is disputed
    (`disputers`: by line), the job goes on as a statement that rests on the disputed line. Others can tell that a job
    exists, not that it goes on: a notice of hiring says nothing beyond the employer's contract, and an enrolment that
    nobody has ended says nothing against an end that the employer has reported.
    """
    lines = [s for s in statements if s.about.get("person") and s.about.get("employer")]
    ended: dict[tuple[str, str, str], list[Statement]] = {}
    left: dict[tuple[str, str, str], list[Statement]] = {}
    for s in lines:
        if s.kind == "work.termination":
            ended.setdefault(_parties(s), []).append(s)
        elif s.kind == "work.foreign_worker_notice" and s.data.get("event") == "left":
            left.setdefault(_parties(s), []).append(s)
    closed = _contract_ends(lines, disputers)
    for s in lines:
        if s.kind == "work.contract":
            yield from _until_its_end(replace(s, kind=_KIND, data={}), ended.get(_parties(s), ()), disputers)
        elif s.kind in _ENROLMENTS:
            # An old instant, so that the end of the period reports no end of the job.
            until = _first_end(s, closed, reported=True)
            yield replace(s, kind=_KIND, data={}, stated_at=LONG_AGO, until_day=min(s.until_day, until))
        elif s.kind == "work.foreign_worker_notice" and s.data.get("event") == "hired":
            hired = replace(s, kind=_KIND, data={}, from_day=_event_day(s), until_day=NEVER)
            hired = replace(hired, until_day=_first_end(hired, closed, reported=False))
            yield from _until_its_end(hired, left.get(_parties(s), ()), disputers)
    reported = {job: [day for day, told in ends if told] for job, ends in closed.items()}
    yield from jobs_by_payments(lines, disputers, reported)


def _contract_ends(lines: Iterable[Statement], disputers: Mapping[str, str]) -> dict[Job, list[tuple[int, bool]]]:
    """For each person and employer, the days from which the employer's contracts hold no longer, and if that was reported.

    Where one contract follows on another, as where terms are told month by month, the job goes on.
    """
    own = [s for s in lines if s.source == s.about["employer"] and s.id not in disputers]
    contracts: dict[Job, list[Statement]] = {}
    for s in own:
        if s.kind == "work.contract":
            contracts.setdefault(_job(s), []).append(s)
    found: dict[Job, list[tuple[int, bool]]] = {}
    for s in own:
        ends = found.setdefault(_job(s), [])
        if s.kind == "work.termination":
            ends.append((_event_day(s) + 1, True))
        elif s.kind == "work.contract" and not _goes_on(s, contracts[_job(s)]):
            ends.append((s.until_day, legal_day(s.stated_at) >= s.until_day - 1))
    return found


def _goes_on(contract: Statement, all_: Iterable[Statement]) -> bool:
    """Whether it has no end, or another one holds on the day on which it does no longer."""
    end = contract.until_day
    return end >= NEVER or any(other.from_day <= end < other.until_day for other in all_)


def _job(statement: Statement) -> Job:
    return statement.about["person"], statement.about["employer"]


def _first_end(statement: Statement, closed: Mapping[Job, list[tuple[int, bool]]], *, reported: bool) -> int:
    """The first day after the statement's beginning on which the employer's contract had ended."""
    ends = closed.get(_job(statement), ())
    return min((day for day, told in ends if day > statement.from_day and (told or not reported)), default=NEVER)


def derive_coverages(coverages: Iterable[Coverage]) -> Iterator[Coverage]:
    """What the employer covers of its contracts, it covers of its employments. No other silence denies a job."""
    for c in coverages:
        if c.kind == "work.contract":
            yield replace(c, kind=_KIND)


def with_procedures(statements: Iterable[Statement], every: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each decision with the procedure of the application that it names, looked up among `every`.

    The refusal of one application ends no other one: a norm must see what was refused.
    """
    procedures: dict[object, FieldValue] = {
        s.id: s.data["procedure"] for s in every if s.kind == "residence.application" and "procedure" in s.data
    }
    for s in statements:
        found = procedures.get(s.data.get("application")) if s.kind == "residence.decision" else None
        yield s if found is None or "procedure" in s.data else replace(s, data={**s.data, "procedure": found})


def _parties(statement: Statement) -> tuple[str, str, str]:
    return statement.source, statement.about["person"], statement.about["employer"]


def _event_day(statement: Statement) -> int:
    day = statement.data.get("event_on", statement.from_day)
    return day if isinstance(day, int) else statement.from_day


def _until_its_end(job: Statement, ends: Iterable[Statement], disputers: Mapping[str, str]) -> Iterator[Statement]:
    """The employment up to and including the first day on which it ended, and beyond if that end is disputed."""
    later = [(_event_day(end), end.id, end) for end in ends if job.from_day <= _event_day(end)]
    day, _, end = min(later, default=(NEVER, "", job))
    if day + 1 >= job.until_day:
        yield job
    elif end.id in disputers:
        yield replace(job, until_day=day + 1)
        yield replace(job, id=end.id, from_day=day + 1)
    else:
        yield replace(job, until_day=day + 1, stated_at=max(job.stated_at, end.stated_at))
