"""What an employer owes when somebody leaves: each filing with its day and where it goes, before anything is entered.

Nothing is entered by looking: the end of the employment is only supposed, and what follows from it is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.alerts.advice import PARTS, notice_of
from kyosei.cases.leaving import Owed, owed_on_leaving
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.notices.message import Section
from kyosei.terms.citations import Provision
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.turns import is_day
from kyosei.web.institution.forms import read_day_written
from kyosei.web.institution.looking import organisation_of
from kyosei.web.institution.workers import Worker, workers_on
from kyosei.web.pages.company.page import EMPLOYERS
from kyosei.web.pages.page import Page
from kyosei.web.visit import Shown, Visit

__all__ = ["COMPANY_LEAVING"]

_FURTHEST: Final = 366
"""As many days from today on a last day may be: law and records do not reach further."""


@dataclass(frozen=True, slots=True)
class Filing:
    """due: -1 without a day. sections: what the notice of its norm says."""

    norm: str
    due: int
    provision: Provision
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class CompanyLeavingShown:
    """persons: id and name of those who work here, to choose from. name: of whom was chosen, empty without one. last_day: -1
    without one. not_a_day: what was written is none, or too far off. owed: surely; open: where the records do not tell.
    """

    persons: Sequence[tuple[str, str]]
    name: str
    chosen: str
    last_day: int
    not_a_day: bool
    owed: Sequence[Filing]
    open: Sequence[Filing]
    not_now: int
    more: bool


def _show(visit: Visit) -> Shown:
    chosen, written = visit.query.get("person", ""), visit.query.get("last", "")
    found = workers_on(visit, visit.today, [chosen] if chosen else ())
    persons = [(one.person, one.name) for one in found.shown if one.is_employed(visit.today)]
    worker = next((one for one in found.shown if chosen and one.is_employed(visit.today)), None)
    read = read_day_written(written)
    last_day = -1 if read is None else day_from_date(read)
    if not written and worker is not None:
        last_day = _end_of_contract(worker)
    wrong = bool(written) and not 0 <= last_day - visit.today <= _FURTHEST
    if worker is None or wrong or last_day < visit.today:
        name, day = "" if worker is None else worker.name, visit.today if last_day < 0 or wrong else last_day
        return Shown(CompanyLeavingShown(persons, name, chosen, day, wrong, (), (), found.not_now, found.more))
    owner = organisation_of(visit)
    all_owed = owed_on_leaving(visit.portal.loaded, worker.case, worker.person, owner, last_day, worker.known)
    owed = [_filing(visit, one) for one in all_owed if one.is_settled]
    unsettled = [_filing(visit, one) for one in all_owed if not one.is_settled]
    return Shown(
        CompanyLeavingShown(persons, worker.name, chosen, last_day, False, owed, unsettled, found.not_now, found.more)
    )


def _end_of_contract(worker: Worker) -> int:
    """The last day of the contract that is on record; today where it has no end."""
    kind, owner, today = WorkContract.facts.name, organisation_of(worker.visit), worker.visit.today
    ends = [
        one.until_day - 1 for one in worker.case.statements
        if one.kind == kind and one.source == owner and one.from_day <= today < one.until_day and is_day(one.until_day)
    ]  # fmt: skip
    return min(ends, default=today)


def _filing(visit: Visit, one: Owed) -> Filing:
    verdict, due = one.verdict, one.due if one.due >= 0 and is_day(one.due) else -1
    notice = notice_of(
        visit.portal.catalogue, verdict.norm, organisation_of(visit), verdict.about, "due", visit.today, visit.language,
        due if due >= 0 else None,
    )  # fmt: skip
    sections = () if notice is None else tuple(section for section in notice.sections if section.part in PARTS)
    return Filing(verdict.norm, due, verdict.provisions[0], sections)


COMPANY_LEAVING: Final = Page(
    "company_leaving", "/company/leaving", EMPLOYERS, CompanyLeavingShown, _show, in_menu=True
)  # fmt: skip
