"""What is true of organisations: what befell each, when, and how many people it had where on the known day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kyosei.world.organisations.causes import Cause, first_of_month, late_with_everybody
from kyosei.world.organisations.deeds import Course
from kyosei.world.records.ledger import Line
from kyosei.world.town import Town

__all__ = [
    "OFFICES_FILE",
    "ORGANISATIONS_FILE",
    "LateOffice",
    "OrganisationTruth",
    "late_offices",
    "office_line",
    "organisation_line",
    "read_late_offices",
    "read_organisations",
]

ORGANISATIONS_FILE, OFFICES_FILE = "organisations.jsonl", "offices.jsonl"


@dataclass(frozen=True, slots=True)
class OrganisationTruth:
    """staff: how many were on its roll at a time, on average. people: by prefecture, on the known day."""

    organisation: str
    role: str
    cause: Cause
    trouble_from: date | None
    trouble_until: date | None
    staff: float
    people: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LateOffice:
    """An office that was late with everybody in the month that begins on a day."""

    office: str
    month: date


def organisation_line(town: Town, course: Course, living: Mapping[str, int]) -> Line:
    """The line of an organisation. living: how many persons of the town it has, by prefecture."""
    fate, known = course.fate, town.known_day
    on_roll = Counter(one.prefecture for one in course.roll if one.is_there(known))
    first = first_of_month(known, -town.history_months)
    ends = fate.collapses_on or known
    days = sum(max((min(one.until or ends, ends) - max(one.from_day, first)).days, 0) for one in course.roll)
    return {
        "organisation": course.organisation.id, "role": course.organisation.role, "cause": fate.cause.value,
        "from": _day(fate.trouble_from), "until": _day(fate.trouble_until),
        "staff": round(days / max((min(ends, known) - first).days, 1), 1),
        "people": dict(sorted((on_roll + Counter(living)).items())),
    }  # fmt: skip


def late_offices(town: Town, offices: Iterable[str]) -> Iterator[LateOffice]:
    """The months of the history in which offices were late with everybody."""
    for office in offices:
        for number in range(town.history_months):
            month = first_of_month(town.known_day, number - town.history_months)
            if late_with_everybody(town, office, month):
                yield LateOffice(office, month)


def office_line(one: LateOffice) -> Line:
    """The line of a month of an office."""
    return {"office": one.office, "month": one.month.isoformat()}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def read_organisations(folder: Path) -> Iterator[OrganisationTruth]:
    """The truth of every organisation, from the folder of truth."""
    with (folder / ORGANISATIONS_FILE).open(encoding="utf-8") as file:
        for text in file:
            line = json.loads(text)
            from_day, until = (
                None if line[end] is None else date.fromisoformat(line[end]) for end in ("from", "until")
            )
            yield OrganisationTruth(
                line["organisation"], line["role"], Cause(line["cause"]), from_day, until, line["staff"], line["people"]
            )


def read_late_offices(folder: Path) -> Iterator[LateOffice]:
    """The months in which offices were late, from the folder of truth."""
    with (folder / OFFICES_FILE).open(encoding="utf-8") as file:
        for text in file:
            line = json.loads(text)
            yield LateOffice(line["office"], date.fromisoformat(line["month"]))
