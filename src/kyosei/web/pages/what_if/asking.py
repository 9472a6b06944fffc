"""What the person supposes: the fields of each change, read back from the form, each mistake at its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from kyosei.cases.supposed import Change, JobBegins, JobEnds, MarriageEnds, Moves, OtherHours, SchoolEnds
from kyosei.facts.statements import Name, Statement
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.family import FamilyEvent
from kyosei.timelines.days import day_from_date
from kyosei.web.institution.forms import read_day_written
from kyosei.web.own.looking import Own
from kyosei.web.own.supposing import FOR_GOOD
from kyosei.web.terms.texts import NEW_EMPLOYER, NEW_MUNICIPALITY

__all__ = ["FIELDS", "Present", "Read", "Sort", "present_of", "read_change"]

_SCHOOL: Final = StudyEnrolment.facts.name
_FAMILY: Final = FamilyEvent.facts.name

_FURTHEST: Final = 366
_HOURS_MOST: Final = 100
_YEN_MOST: Final = 10_000_000
_DAYS_MOST: Final = 31
_NEW_EMPLOYER: Final = (Name("Latn", NEW_EMPLOYER.en), Name("Jpan", NEW_EMPLOYER.ja))
_NEW_MUNICIPALITY: Final = (Name("Latn", NEW_MUNICIPALITY.en), Name("Jpan", NEW_MUNICIPALITY.ja))


class Sort(StrEnum):
    """What is supposed."""

    NEW_JOB = "new_job"
    HOURS = "hours"
    MOVE = "move"
    SCHOOL = "school"
    MARRIAGE = "marriage"


FIELDS: Final[Mapping[Sort, Sequence[str]]] = {
    Sort.NEW_JOB: ("day", "leaves", "same_work", "hours", "wage"),
    Sort.HOURS: ("day", "employer", "hours", "wage", "days"),
    Sort.MOVE: ("day",),
    Sort.SCHOOL: ("day",),
    Sort.MARRIAGE: ("day",),
}
"""The inputs of each, in their order."""


@dataclass(frozen=True, slots=True)
class Read:
    """changes: empty while anything is wrong. day: the first of the changed life. wrong: the inputs to be written again."""

    changes: Sequence[Change]
    day: int
    wrong: frozenset[str]


@dataclass(frozen=True, slots=True)
class Present:
    """What of today can change: the employers at whom the person has a job, whether they are at a school, and their marriage."""

    today: int
    employers: Sequence[str]
    at_school: bool
    marriage: Statement | None

    @property
    def sorts(self) -> list[Sort]:
        """What can be supposed of it."""
        there = {
            Sort.HOURS: bool(self.employers),
            Sort.SCHOOL: self.at_school,
            Sort.MARRIAGE: self.marriage is not None,
        }
        return [one for one in Sort if there.get(one, True)]


def present_of(own: Own, employers: Sequence[str]) -> Present:
    """What is on record today."""
    mine = [one for one in own.standing.statements if one.about.get("person") == own.person]
    at_school = any(one.kind == _SCHOOL and one.from_day <= own.day < one.until_day for one in mine)
    family = sorted((one for one in mine if one.kind == _FAMILY), key=lambda one: one.from_day)
    last = family[-1] if family else None
    married = last if last is not None and last.data.get("event") == "marriage" else None
    return Present(own.day, employers, at_school, married)


def read_change(sort: Sort, form: Mapping[str, str], present: Present) -> Read:
    """What a form says of something that can be supposed."""
    today, employers = present.today, present.employers
    wrong: set[str] = set()
    day = _day(form.get("day", ""), today, wrong)
    changes: list[Change] = []
    match sort:
        case Sort.MOVE:
            changes = [Moves(day, _NEW_MUNICIPALITY)]
        case Sort.SCHOOL:
            changes = [SchoolEnds(day)]
        case Sort.MARRIAGE:
            changes = [MarriageEnds(day, present.marriage)] if present.marriage is not None else []
        case Sort.HOURS:
            hours = _hours(form.get("hours", ""), wrong, needed=True)
            employer = form.get("employer", employers[0] if len(employers) == 1 else "")
            if employer not in employers:
                wrong.add("employer")
            wage, days = _whole(form, "wage", _YEN_MOST, wrong), _whole(form, "days", _DAYS_MOST, wrong)
            changes = [OtherHours(employer, day, hours or 0, wage, days)]
        case Sort.NEW_JOB:
            leaves = form.get("leaves", "")
            if leaves and leaves not in employers:
                wrong.add("leaves")
            same = (leaves or next(iter(employers), None)) if form.get("same_work") == "yes" else None
            hours, wage = _hours(form.get("hours", ""), wrong, needed=False), _whole(form, "wage", _YEN_MOST, wrong)
            ends = [JobEnds(leaves, day - 1, "worker", day + FOR_GOOD)] if leaves else []
            changes = [*ends, JobBegins(day, hours, wage, same, _NEW_EMPLOYER)]
    return Read(() if wrong else changes, day, frozenset(wrong))


def _day(written: str, today: int, wrong: set[str]) -> int:
    read = read_day_written(written.strip())
    day = -1 if read is None else day_from_date(read)
    if not today < day <= today + _FURTHEST:
        wrong.add("day")
        return today + 1
    return day


def _hours(written: str, wrong: set[str], *, needed: bool) -> int | None:
    """Minutes a week."""
    if not written.strip() and not needed:
        return None
    try:
        hours = Decimal(written.strip())
    except InvalidOperation:
        hours = Decimal(0)
    if not hours.is_finite() or not 0 < hours <= _HOURS_MOST:
        wrong.add("hours")
        return None
    return int(hours * 60)


def _whole(form: Mapping[str, str], name: str, most: int, wrong: set[str]) -> int | None:
    """A whole number, None where nothing is written."""
    written = form.get(name, "").strip().replace(",", "")
    if not written:
        return None
    if not (written.isascii() and written.isdigit()) or not 0 < int(written[:12]) <= most:
        wrong.add(name)
        return None
    return int(written)
