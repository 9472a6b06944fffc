"""What an organisation owes: its own duties by the day by which they are to be cured, and the questions that it has to answer.

It sees of each case what its owner may see (P15), and never how many persons have what; what is particular to a person it
asks for on the read path, for a purpose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kyosei.cases.book import case_documents
from kyosei.cases.case import CaseState, Sort, owners_part
from kyosei.cases.words import STATES
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.parties import called
from kyosei.web.visit import Shown, Visit

__all__ = ["OWED"]


@dataclass(frozen=True, slots=True)
class Owed:
    """A case as its owner sees it. kind: of what is asked; due: by when it is to be cured, -1 before a notice arrived."""

    id: str
    norms: Sequence[str]
    kind: str | None
    about: Sequence[tuple[str, str]]
    state: Text
    due: int


@dataclass(frozen=True, slots=True)
class OwedShown:
    """tasks: of the organisation alone; questions: what it alone can say."""

    organisation: str
    today: int
    tasks: Sequence[Owed]
    questions: Sequence[Owed]


def _show(visit: Visit) -> Shown:
    organisation = visit.signed_in.organisation
    assert organisation is not None, "whoever works for an organisation has one"
    with visit.portal.engine.connect() as connection:
        found = [owners_part(one) for one in case_documents(connection, owner=organisation)]
        parties = {party for one in found for party in one["about"].values()} | {organisation}
        names = called(connection, parties, visit.language)
    by_sort: dict[str, list[Owed]] = {Sort.TASK: [], Sort.QUESTION: []}
    for one in found:
        by_sort[one["sort"]].append(_owed(one, names, organisation))
    shown = OwedShown(names[organisation], visit.today, _by_day(by_sort[Sort.TASK]), _by_day(by_sort[Sort.QUESTION]))
    return Shown(shown)


def _owed(document: Mapping[str, Any], names: Mapping[str, str], organisation: str) -> Owed:  # Any: JSON
    about = [(role, names[id_]) for role, id_ in document["about"].items() if id_ != organisation]
    due = document["due_on"]
    need = document["need"]
    return Owed(
        document["id"], document["norms"], None if need is None else need["kind"], about,
        STATES[CaseState(document["state"])], -1 if due is None else day_from_date(date.fromisoformat(due)),
    )  # fmt: skip


def _by_day(owed: Sequence[Owed]) -> Sequence[Owed]:
    return sorted(owed, key=lambda one: (one.due < 0, one.due, one.norms))


OWED: Final = Page("owed", "/owed", ORGANISATIONS, OwedShown, _show, in_menu=True)
