"""The dates of a life: what the person has to do, what others have to do for them, what ends or begins, and what is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kyosei.facts.kinds import Span
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary import kind_named
from kyosei.timelines.days import NEVER, date_from_day, day_from_date
from kyosei.verdicts.turns import is_day
from kyosei.web.own.looking import Own
from kyosei.web.pages.rights.page import Held, rights_shown
from kyosei.web.pages.tasks.page import Task, tasks_shown

__all__ = ["Dated", "Dates", "Month", "What", "dates_of"]

_AHEAD_DAYS: Final = 2 * 366
_LAWFUL_STAY: Final = "jp.immigration.lawful-stay"


class What(StrEnum):
    """What a date is."""

    DUE = "due"
    COMING = "coming"
    STAY = "stay"
    ENDS = "ends"
    BEGINS = "begins"
    RIGHT_ENDS = "right_ends"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on a day. norm or record: what it is; party: whose turn it is, of a duty. lost: how much of a right then."""

    day: int
    what: What
    norm: str = ""
    record: Statement | None = None
    party: str = ""
    instance: int = 0
    lost: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month, named by its first day: what the person has to do, apart from it what others have to do, and what else is."""

    first: int
    mine: Sequence[Dated]
    theirs: Sequence[Dated]
    also: Sequence[Dated]


@dataclass(frozen=True, slots=True)
class Dates:
    """past_mine, past_theirs: the day of which is over. months: those to come in which anything is."""

    case: Case
    past_mine: Sequence[Dated]
    past_theirs: Sequence[Dated]
    months: Sequence[Month]


def dates_of(own: Own) -> Dates:
    """The dates of the two years to come, and the duties whose day is over."""
    tasks = tasks_shown(own)
    mine = list(_duties(tasks.mine))
    theirs = [one for _, found in tasks.theirs for one in _duties(found)]
    others = [*_stay(own), *_ends_and_begins(own), *_rights(own)]
    months: dict[int, tuple[list[Dated], list[Dated], list[Dated]]] = {}
    for place, found in enumerate((mine, theirs, others)):
        for one in sorted(found, key=lambda dated: (dated.day, dated.norm)):
            if own.day <= one.day < own.day + _AHEAD_DAYS:
                months.setdefault(_month_of(one.day), ([], [], []))[place].append(one)
    return Dates(
        own.case, [one for one in mine if one.day < own.day], [one for one in theirs if one.day < own.day],
        [Month(first, *months[first]) for first in sorted(months)],
    )  # fmt: skip


def _month_of(day: int) -> int:
    found = date_from_day(day)
    return day_from_date(date(found.year, found.month, 1))


def _duties(tasks: Iterable[Task]) -> Iterator[Dated]:
    """Duties with a day: by which they are to be done, or from which they ask for something."""
    for one in tasks:
        if one.due >= 0:
            what = What.COMING if one.state == "coming" else What.DUE
            verdict = one.verdict
            yield Dated(one.due, what, verdict.norm, None, verdict.bearer or "", verdict.instance)


def _stay(own: Own) -> Iterator[Dated]:
    """The last day of the lawful stay, as far as it is seen now."""
    for one in own.of_norm(own.visit.portal.norms[_LAWFUL_STAY]):
        if one.state == "met" and is_day(one.until):
            yield Dated(one.until - 1, What.STAY, one.norm, instance=one.instance)


def _ends_and_begins(own: Own) -> Iterator[Dated]:
    """Records about the person that end, or begin to hold, on a day to come; the last day of what ends."""
    for one in own.standing.statements:
        if own.person not in one.about.values() or kind_named(one.kind).facts.span is not Span.STATE:
            continue
        if one.from_day > own.day:
            yield Dated(one.from_day, What.BEGINS, record=one)
        if one.from_day <= own.day < one.until_day < NEVER:
            yield Dated(one.until_day - 1, What.ENDS, record=one)


def _rights(own: Own) -> Iterator[Dated]:
    """The last days of rights that can be used now, and the days on which a part of one is lost."""
    stays = {one.day for one in _stay(own)}
    held: Sequence[Held] = rights_shown(own).now
    for one in held:
        if one.last_day >= 0 and one.last_day not in stays:
            yield Dated(one.last_day, What.RIGHT_ENDS, one.verdict.norm, instance=one.verdict.instance)
        if one.loss is not None:
            yield Dated(
                one.loss.day, What.LOSS, one.verdict.norm, instance=one.verdict.instance, lost=one.loss.figures
            )  # fmt: skip
