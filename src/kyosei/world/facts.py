"""What is truly not so of a life although nobody failed: who is not insured by the facts, where somebody may not work.

A norm that says "not insured" of a worker with eighteen hours accuses nobody; but if it said so of a worker with forty, it
would be wrong. So the truth lists these facts too, worked out from the life by rules of its own, never by the law pack.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kyosei.world.events import Job, Life
from kyosei.world.failures.story import Breach
from kyosei.world.town import BANK

__all__ = ["not_insured_with", "true_facts", "unpaid_tax"]

_BESIDE = ("student", "dependent")
_SHORTEST_INSURED_HOURS = 20
_NORMALLY = {
    "renewal": ("jp.immigration.decide-renewal", 1),
    "change": ("jp.immigration.decide-change", 2),
    "permanent": ("jp.immigration.decide-permanent-residence", 6),
}
"""How long the office says that each procedure normally takes, in months."""
_REGISTERED = "jp.finance.registered-stay-current"
_SCHOOLING = "jp.education.right-to-schooling"
_START = "jp.work.may-start-here"


def true_facts(life: Life) -> Iterator[Breach]:
    """Each with the norm that would say so, and the days on which it would be right."""
    if life.left_on is not None and life.stay.until is not None:
        # Who has left has no leave to stay any more: so the norm says, and whether somebody is here it does not ask.
        yield Breach("jp.immigration.lawful-stay", {"person": life.person}, life.stay.until)
    yield from _newcomer_without_work(life)
    yield from _bank_behind(life)
    for relative in life.relatives:
        if relative.at_school_from is not None:  # the right to be enrolled is for whoever is not
            yield Breach(_SCHOOLING, {"person": relative.id}, relative.at_school_from)
    yield from _slow_answers(life)
    yield from unpaid_tax(life.person, life)
    for job in life.jobs:
        about = {"person": life.person, "employer": job.employer}
        yield from _not_insured(life, job, about)
        for from_day, until in _joined(_may_not_start(life, job)):
            yield Breach(_START, about, from_day, until)


def unpaid_tax(person: str, life: Life) -> Iterator[Breach]:
    """Every instalment of a life that was not paid by its day, of whoever its lines are put under."""
    for one in life.instalments:
        if one.paid_on is None:
            norm = "jp.tax.resident-tax-" + ("ordinary" if one.collector is None else "special")
            about = {"person": person} | ({} if one.collector is None else {"collector": one.collector})
            yield Breach(norm, about, one.due + timedelta(1))


def _bank_behind(life: Life) -> Iterator[Breach]:
    """The days on which somebody stays on although the date that the bank has is past: nobody told it of the application.

    A town without households has no bank that could be asked.
    """
    for place, stay in enumerate(life.stays):
        goes_on = any(filing.procedure in ("renewal", "change") and filing.filed_on < stay.until
                      for filing in life.filings if stay.until is not None)  # fmt: skip
        following = life.stays[place + 1].from_day if place + 1 < len(life.stays) else None
        if goes_on and stay.until is not None and (following is None or stay.until < following):
            yield Breach(_REGISTERED, {"person": life.person, "bank": BANK}, stay.until, following)


def _slow_answers(life: Life) -> Iterator[Breach]:
    """The days on which the office takes longer for an application than it says to take normally."""
    for filing in life.filings:
        norm, months = _NORMALLY[filing.procedure]
        over = _after_months(filing.filed_on, months)
        if filing.decided_on is None or over < filing.decided_on:
            yield Breach(norm, {"person": life.person}, over, filing.decided_on)


def _after_months(day: date, months: int) -> date:
    """The first day after so many months that begin on the day after (Civil Code 140, 143 (2))."""
    first = day + timedelta(1)
    count = first.month - 1 + months
    year, month = first.year + count // 12, count % 12 + 1
    return date(year, month, 1) + timedelta(min(first.day - 1, monthrange(year, month)[1]))


def _newcomer_without_work(life: Life) -> Iterator[Breach]:
    """The days of the first six months on which somebody does not work: to a bank no resident yet.

    The day of landing is not counted. The six months end with the day before the one that has the number of the first day
    counted, or with the month where it has no such day (Civil Code 140, 143 (2)).
    """
    ends = _after_months(life.landed, 6)
    ends = min(ends, life.left_on or ends)
    free = life.landed
    for job in sorted(life.jobs, key=lambda job: job.from_day):
        if free < min(job.from_day, ends):
            yield Breach("jp.finance.resident-for-exchange", {"person": life.person}, free, min(job.from_day, ends))
        free = max(free, job.until or ends)
    if free < ends:
        yield Breach("jp.finance.resident-for-exchange", {"person": life.person}, free, ends)


def _joined(periods: Iterable[tuple[date, date | None]]) -> list[tuple[date, date | None]]:
    """Periods in order, those that meet as one."""
    found: list[tuple[date, date | None]] = []
    for from_day, until in periods:
        if found and found[-1][1] is not None and from_day <= found[-1][1]:
            found[-1] = (found[-1][0], until)
        else:
            found.append((from_day, until))
    return found


def not_insured_with(person: str, life: Life) -> Iterator[Breach]:
    """The same of somebody under whose id lines of this life were put by mistake: eighteen hours insure nobody."""
    for job in life.jobs:
        yield from _not_insured(life, job, {"person": person, "employer": job.employer})


def _not_insured(life: Life, job: Job, about: dict[str, str]) -> Iterator[Breach]:
    short = job.hours_per_week < _SHORTEST_INSURED_HOURS
    sole_proprietor = job.employer.startswith("org:p")
    if short:
        yield Breach("jp.employment-insurance.insured", about, job.from_day)
    if short or sole_proprietor:
        yield Breach("jp.health.insured", about, job.from_day)
    if short or sole_proprietor or life.certificate_of is not None:
        yield Breach("jp.pension.insured", about, job.from_day)
    elif job.pension_received is None:
        yield Breach("jp.pension.enrolled", about, job.from_day)


def _may_not_start(life: Life, job: Job) -> Iterator[tuple[date, date | None]]:
    """The days on which the stay allows no work with this employer: by its status, its organisation, or its end."""
    for place, stay in enumerate(life.stays):
        following = life.stays[place + 1].from_day if place + 1 < len(life.stays) else None
        if stay.designated is not None and stay.designated != job.employer:
            yield stay.from_day, following
        if stay.status in _BESIDE and all(one.from_day > stay.from_day for one in life.permissions):
            yield stay.from_day, following
    ends = life.stay.until
    if ends is not None and not any(filing.procedure in ("renewal", "change") and filing.outcome is None
                                    for filing in life.filings):  # fmt: skip
        yield ends, None
