"""Every record about the person, by system and kind; each leads to its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Statement
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.records import System, system_of_kind
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["RECORDS"]


@dataclass(frozen=True, slots=True)
class RecordsShown:
    """groups: the records of each system that has any, the newest first. disputed: the ids of those that are."""

    case: Case
    person: str
    groups: Sequence[tuple[System, Sequence[Statement]]]
    disputed: frozenset[str]
    number: int


def _groups(own: Own) -> Sequence[tuple[System, Sequence[Statement]]]:
    found: dict[System, list[Statement]] = {system: [] for system in System}
    for one in sorted(own.standing.statements, key=lambda record: -record.from_day):
        if own.person in one.about.values():
            found[system_of_kind(one.kind)].append(one)
    return tuple((system, records) for system, records in found.items() if records)


def _show(visit: Visit) -> Shown:
    own = look_at_own(visit)
    return Shown(RecordsShown(own.case, own.person, _groups(own), frozenset(own.standing.disputers), own.number))


RECORDS: Final = Page("records", "/records", PERSONS, RecordsShown, _show, in_menu=True)
