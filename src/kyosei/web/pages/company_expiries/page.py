"""Until when those who work here may stay: the day on the card and the last day of the stay, and nothing else about anybody.

The stay can go on beyond the card (the special period): then the day that counts is the later one, and the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.evidence.known import standing
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary.immigration import ResidenceApplication, ResidenceStatus
from kyosei.verdicts.check import judge
from kyosei.verdicts.turns import is_day
from kyosei.web.institution.workers import Worker, workers_on
from kyosei.web.pages.company.page import EMPLOYERS
from kyosei.web.pages.page import Page
from kyosei.web.visit import Shown, Visit

__all__ = ["COMPANY_EXPIRIES"]

_NORM: Final = "jp.immigration.lawful-stay"


@dataclass(frozen=True, slots=True)
class Expiry:
    """card_day: the last day on the card; stay_day: of the stay as far as it is seen now; -1 without one. is_confirmed: whether
    the stay is lawful today by what is shown. goes_beyond_card: as an application was made by its day. days_left: until the last
    day of the stay.
    """

    name: str
    is_confirmed: bool
    card_day: int
    stay_day: int
    goes_beyond_card: bool
    days_left: int


@dataclass(frozen=True, slots=True)
class CompanyExpiriesShown:
    """rows: the earliest last day first, and who has none, or of whom it is not confirmed, after these."""

    today: int
    rows: Sequence[Expiry]
    not_now: int
    more: bool


def _show(visit: Visit) -> Shown:
    found, today = workers_on(visit, visit.today), visit.today
    rows = [_expiry(one, today) for one in found.shown if one.is_employed(today)]
    rows.sort(key=lambda one: (not one.is_confirmed, one.stay_day < 0, one.stay_day))
    return Shown(CompanyExpiriesShown(today, rows, found.not_now, found.more))


def _expiry(worker: Worker, today: int) -> Expiry:
    norm, examined = worker.visit.portal.norms[_NORM], worker.examined
    if examined is None or not examined.instances(norm):
        return Expiry(worker.name, False, -1, -1, False, -1)
    stay = judge(examined, norm, 0, today)
    if stay.state != "met":
        return Expiry(worker.name, False, -1, -1, False, -1)
    told = [one for one in standing(worker.case, worker.known).statements if one.from_day <= today]
    stay_day, card_day = stay.until - 1 if is_day(stay.until) else -1, _card_day(told, today)
    applied = any(one.kind == ResidenceApplication.facts.name and one.from_day <= card_day for one in told)
    beyond = applied and card_day < today <= stay_day
    return Expiry(worker.name, True, card_day, stay_day, beyond, stay_day - today if stay_day >= 0 else -1)


def _card_day(told: Sequence[Statement], today: int) -> int:
    """The last day of the status of today, or of the last one before."""
    held = [one for one in told if one.kind == ResidenceStatus.facts.name]
    last = max(held, key=lambda one: (min(one.until_day, today + 1), one.from_day), default=None)
    return last.until_day - 1 if last is not None and is_day(last.until_day) else -1


COMPANY_EXPIRIES: Final = Page(
    "company_expiries", "/company/expiries", EMPLOYERS, CompanyExpiriesShown, _show, in_menu=True
)  # fmt: skip
