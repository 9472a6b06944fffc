"""Lives that are only supposed: a case as it would be if a job ended, began or had other hours, if the person moved away or left
school, or if a marriage ended.

Nothing of it is entered anywhere. What somebody supposes is told as its source would tell it, and nothing is added beside it:
no pay, no filing, no other party's answer. So what nobody could know yet stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from kyosei.cases.leaving import with_leaving
from kyosei.cases.what_if import ID
from kyosei.facts.statements import Case, Coverage, FieldValue, Name, PartyRecord, Statement
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.timelines.days import NEVER

__all__ = [
    "NEW_EMPLOYER",
    "NEW_MUNICIPALITY",
    "Change",
    "JobBegins",
    "JobEnds",
    "MarriageEnds",
    "Moves",
    "OtherHours",
    "SchoolEnds",
    "jobs_on",
    "supposed",
    "with_enrolments_ended",
]

NEW_EMPLOYER: Final = f"org:{ID}"
"""The employer of a job that is only supposed."""
NEW_MUNICIPALITY: Final = f"municipality:{ID}"
_JOB: Final = WorkContract.facts.name
_HOME: Final = HomeRegistration.facts.name
_SCHOOL: Final = StudyEnrolment.facts.name
_COUNTED_ANEW: Final = (
    "scheduled_hours_per_month", "scheduled_wage_yen_per_month", "wage_yen_per_month", "days_per_month", "days_per_week",
)  # fmt: skip
"""What of a contract would be others with other hours; it is unknown unless somebody says it."""


@dataclass(frozen=True, slots=True)
class JobEnds:
    """initiative: on whose, as the employer tells it; None: not told. no_other_until: until when no other job there follows."""

    employer: str
    last_day: int
    initiative: str | None
    no_other_until: int


@dataclass(frozen=True, slots=True)
class JobBegins:
    """A job with a new employer. same_work: at whose job the same work is done already; None: the work is not known.

    hours: minutes a week. wage: yen a month. names: what the new employer is called.
    """

    first_day: int
    hours: int | None
    wage: int | None
    same_work: str | None
    names: Sequence[Name]


@dataclass(frozen=True, slots=True)
class OtherHours:
    """The same job with other hours. hours: minutes a week; wage: yen a month; days: of work a month."""

    employer: str
    first_day: int
    hours: int
    wage: int | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Moves:
    """To another municipality, in which the person is registered from that day on."""

    first_day: int
    names: Sequence[Name]


_FOR_GOOD: Final = 50 * 366


@dataclass(frozen=True, slots=True)
class SchoolEnds:
    """Every enrolment that goes on ends with the day before, and no other at these schools follows."""

    first_day: int


@dataclass(frozen=True, slots=True)
class MarriageEnds:
    """A divorce on a day. marriage: the record of the marriage, by whose office it is told."""

    on: int
    marriage: Statement


Change = JobEnds | JobBegins | OtherHours | Moves | SchoolEnds | MarriageEnds

_ENROLMENTS: Final = {
    "jp.pension.insured": "pension.enrolment", "jp.health.insured": "health.enrolment",
    "jp.employment-insurance.insured": "employment_insurance.enrolment",
}  # fmt: skip
"""By which record an insurer has somebody of whom a norm says that they are insured."""


def supposed(case: Case, person: str, changes: Sequence[Change], known: int) -> Case:
    """The case with all of these, told at the instant known (microseconds)."""
    for change in changes:
        match change:
            case JobEnds():
                case = with_leaving(
                    case, person, change.employer, change.last_day, known,
                    initiative=change.initiative, no_other_until=change.no_other_until,
                )  # fmt: skip
            case JobBegins():
                case = _with_job(case, person, change, known)
            case OtherHours():
                case = _with_hours(case, person, change, known)
            case Moves():
                case = _moved(case, person, change, known)
            case SchoolEnds():
                case = _ended(case, person, _SCHOOL, change.first_day, known)
            case MarriageEnds():
                case = _divorced(case, change, known)
            case _:
                assert_never(change)
    return case


def with_enrolments_ended(case: Case, person: str, ended: Mapping[tuple[str, str], int], known: int) -> Case:
    """The case in which insurers end what no longer is, and have no other. ended: the first day without insurance, by norm and
    employer. Else an enrolment that nobody could have ended yet would hide what the person then has to tell.
    """
    until = {(_ENROLMENTS[norm], employer): day for (norm, employer), day in ended.items() if norm in _ENROLMENTS}
    kept: list[Statement] = []
    over: list[Coverage] = []
    for one in case.statements:
        day = until.get((one.kind, one.about.get("employer", "")), NEVER)
        if one.about.get("person") == person and one.from_day < day < one.until_day:
            over.append(
                Coverage(f"{ID}-{one.id}", one.kind, one.source, one.about, day, day + _FOR_GOOD, known, known)
            )  # fmt: skip
            one = replace(one, until_day=day)  # noqa: PLW2901  # the same line, cut
        kept.append(one)
    return replace(case, statements=tuple(kept), coverages=(*case.coverages, *over))


def jobs_on(case: Case, standing: Sequence[Statement], person: str, day: int) -> list[Statement]:
    """The contracts of a person that go on on a day, as their employers tell, one for each employer: the latest."""
    found: dict[str, Statement] = {}
    for one in standing:
        employer = one.about.get("employer", "")
        told = one.kind == _JOB and one.about.get("person") == person and one.source == employer
        if not told or employer not in case.parties or not one.from_day <= day < one.until_day:
            continue
        if employer not in found or found[employer].from_day < one.from_day:
            found[employer] = one
    return list(found.values())


def _with_job(case: Case, person: str, change: JobBegins, known: int) -> Case:
    data: dict[str, FieldValue] = {}
    if change.hours is not None:
        data["hours_per_week"] = change.hours
    if change.wage is not None:
        data["wage_yen_per_month"] = change.wage
    if change.same_work is not None:
        before = [
            one for one in case.statements
            if one.kind == _JOB and one.source == change.same_work and one.about.get("person") == person
        ]  # fmt: skip
        for one in before:
            if "duties" in one.data:
                data["duties"] = one.data["duties"]
    about = {"person": person, "employer": NEW_EMPLOYER}
    told = Statement(f"{ID}-job", _JOB, NEW_EMPLOYER, about, change.first_day, NEVER, data, known, known)
    return _named(replace(case, statements=(*case.statements, told)), NEW_EMPLOYER, change.names, ("employer",))


def _with_hours(case: Case, person: str, change: OtherHours, known: int) -> Case:
    """The contract of the day ends with the day before, and one with other hours follows on it."""
    day = change.first_day
    found: list[Statement] = []
    for one in case.statements:
        if one.kind == _JOB and one.source == change.employer and one.about.get("person") == person and (
            one.from_day < day < one.until_day
        ):  # fmt: skip
            data = {name: value for name, value in one.data.items() if name not in _COUNTED_ANEW}
            data["hours_per_week"] = change.hours
            if change.wage is not None:
                data["wage_yen_per_month"] = change.wage
            if change.days is not None:
                data["days_per_month"] = change.days
            found.append(replace(one, until_day=day))
            found.append(
                replace(one, id=f"{ID}-{one.id}", from_day=day, data=data, stated_at=known, recorded_at=known,
                        replaces=None, carried_by=None)
            )  # fmt: skip
        else:
            found.append(one)
    return replace(case, statements=tuple(found))


def _moved(case: Case, person: str, change: Moves, known: int) -> Case:
    case = _ended(case, person, _HOME, change.first_day, known)
    about = {"person": person, "municipality": NEW_MUNICIPALITY}
    told = Statement(f"{ID}-home", _HOME, NEW_MUNICIPALITY, about, change.first_day, NEVER, {}, known, known)
    return _named(replace(case, statements=(*case.statements, told)), NEW_MUNICIPALITY, change.names, ())


def _divorced(case: Case, change: MarriageEnds, known: int) -> Case:
    data = {"event": "divorce"} | {key: value for key, value in change.marriage.data.items() if key == "other_is"}
    told = replace(
        change.marriage, id=f"{ID}-divorce", from_day=change.on, until_day=change.on + 1, data=data, stated_at=known,
        recorded_at=known, replaces=None, carried_by=None,
    )  # fmt: skip
    return replace(case, statements=(*case.statements, told))


def _ended(case: Case, person: str, kind: str, day: int, known: int) -> Case:
    """The records of a kind that go on before a day end with it, and their sources have no other from then on."""
    ends = [
        one for one in case.statements
        if one.kind == kind and one.about.get("person") == person and one.from_day < day < one.until_day
    ]  # fmt: skip
    over = tuple(
        Coverage(f"{ID}-{one.id}", kind, one.source, one.about, day, day + _FOR_GOOD, known, known) for one in ends
    )
    kept = tuple(replace(one, until_day=day) if one in ends else one for one in case.statements)
    return replace(case, statements=kept, coverages=(*case.coverages, *over))


def _named(case: Case, party: str, names: Sequence[Name], roles: tuple[str, ...]) -> Case:
    record = PartyRecord(party, is_person=False, names=tuple(names), roles=roles)
    return replace(case, parties={**case.parties, party: record})
