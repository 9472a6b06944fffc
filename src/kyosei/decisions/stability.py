"""Does compliance lead to stability? Of those who met what they owed: how many were granted, for how long, and how soon.

A figure about the system: it names nobody, no office and no officer, and says nothing of one decision. Counts under ten are
not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Any

import sqlalchemy as sa

from kyosei.decisions.dossier import WITHOUT_A_STAY
from kyosei.journal.decided import outcomes_of_all
from kyosei.timelines.days import day_from_date, legal_day

__all__ = ["Group", "Stability", "met_what_they_owed", "stability_of"]

_WELL = ("met", "late", "not_applicable")


@dataclass(frozen=True, slots=True)
class Group:
    """Some applications: how many, how many of them were granted, and how many of these for the longest period of the status or
    without end. median_days: from filing to the seal.
    """

    cases: int
    granted: int
    longest: int
    median_days: int | None


@dataclass(frozen=True, slots=True)
class Stability:
    """One procedure and status asked for. met: those who met what they owed, whatever others failed to do; others: the rest."""

    procedure: str
    status: str
    met: Group
    others: Group


def met_what_they_owed(person: str, findings: Iterable[Mapping[str, Any]]) -> bool:  # Any: JSON
    """Whether every requirement is met, waits for the office's judgement alone, or fails by what others did or left undone.

    What is open because a record is missing shows neither the one nor the other; such a person is among the rest.
    """
    return all(_is_well(person, one) for one in findings)


def _is_well(person: str, finding: Mapping[str, Any]) -> bool:
    if finding["state"] in _WELL or list(finding["causes"]) == ["judgement"]:
        return True
    behind = [one["party"] for one in finding["attribution"] if one["failed"]]
    return bool(behind) and person not in behind


def stability_of(connection: sa.Connection, longest: Callable[[int], Mapping[str, str]]) -> tuple[Stability, ...]:
    """Over all sealed dossiers, by procedure and status. longest: on a day, the longest period of each status."""
    held: dict[tuple[str, str], dict[bool, list[tuple[bool, bool, int]]]] = {}
    for row in outcomes_of_all(connection):
        if row.procedure in WITHOUT_A_STAY:
            continue
        granted = row.result == "granted"
        without_end = row.procedure == "permanent"
        sealed = legal_day(row.recorded_at)
        days = sealed - day_from_date(date.fromisoformat(row.filed))
        is_longest = granted and (
            without_end or (row.period is not None and row.period == longest(sealed).get(row.status))
        )
        of_place = held.setdefault((row.procedure, row.status), {True: [], False: []})
        of_place[met_what_they_owed(row.person, row.findings)].append((granted, is_longest, days))
    return tuple(
        Stability(procedure, status, _group(groups[True]), _group(groups[False]))
        for (procedure, status), groups in sorted(held.items())
    )


def _group(cases: list[tuple[bool, bool, int]]) -> Group:
    days = [took for _, _, took in cases]
    return Group(
        len(cases), sum(granted for granted, _, _ in cases), sum(longest for _, longest, _ in cases),
        median_low(days) if days else None,
    )  # fmt: skip
