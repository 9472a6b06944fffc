"""For how long was the worker taken on: does the contract end so soon that the insurance leaves it out?"""

from __future__ import annotations

from collections.abc import Callable

from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.terms.expressions import Cond, LegalDay, Number
from kyosei.terms.language import begins, nearing, shifted, shifted_number, since

__all__ = ["ends_within_days", "ends_within_months", "expected_shorter", "taken_on_for_a_short_term"]

Short = Callable[[Number[LegalDay]], Cond]


def ends_within_months(last_day: Number[LegalDay], *, months: int) -> Cond:
    """A period from today to that last day is at most so many months (Civil Code art. 143; today is its first day)."""
    return shifted(nearing(shifted_number(last_day, days_later=-1), months=months), days_later=1)


def _shorter_than_months(last_day: Number[LegalDay], *, months: int) -> Cond:
    """A period from today to that last day is less than so many months."""
    return shifted(nearing(shifted_number(last_day, days_later=-2), months=months), days_later=2)


def ends_within_days(last_day: Number[LegalDay], *, days: int) -> Cond:
    """A period from today to that last day is at most so many days, today included."""
    ahead = days - 1
    return shifted(nearing(shifted_number(last_day, days_later=ahead), months=0), days_later=-ahead)


def taken_on_for_a_short_term(job: Employment, short: Short) -> Cond:
    """Within a first contract whose own term is short and which was not expected to be exceeded.

    The term is the contract's period: one recorded without an end has no term. Whether it is expected to be exceeded is
    what the employer says in `expected_until`; if a short contract says nothing about that, it is open. Once a further
    contract follows without a break, the term has been exceeded.
    """
    contract = WorkContract.at(job)
    holds = EmploymentRelation.at(job).holds()
    planned = short(contract.ends_on()) & short(contract.expected_until)
    return since(begins(holds) & planned, reset=contract.starts()) & holds


def expected_shorter(job: Employment, *, months: int) -> Cond:
    """When the present contract began, the employment was expected to last less than so many months."""
    contract = WorkContract.at(job)
    short = _shorter_than_months(contract.ends_on(), months=months) & _shorter_than_months(
        contract.expected_until, months=months
    )
    return since(contract.starts() & short, reset=contract.starts())
