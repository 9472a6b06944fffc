"""Inquiries to public offices: who can be asked, by what provision, and what an office that is asked is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.access.requests import ByLaw, Role
from kyosei.decisions.dossier import Gap
from kyosei.errors import AccessRefusedError
from kyosei.journal.applied import inquiries_to
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.timelines.days import legal_day
from kyosei.web.institution.looking import organisation_of
from kyosei.web.parties import called
from kyosei.web.visit import Visit

__all__ = ["INQUIRY", "Inquiry", "inquiries_of", "inquiry_of", "is_asked_of_offices"]

Row = sa.Row[Any]  # Any: the columns of a row have different types

INQUIRY: Final = IMMIGRATION_ACT.article("59-2", 3)
"""The office may ask public offices to report what is necessary for the examination."""
_PURPOSE: Final = "immigration.inquiry"
_PUBLIC: Final = ("authority:", "municipality:")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What another office asks the visitor's: of which kind, in which words, since which day. person, name: "" where no look
    shows whose application it is.
    """

    id: str
    person: str
    kind: str
    words: str
    asker: str
    name: str
    day: int


def is_asked_of_offices(gap: Gap, office: str) -> bool:
    """Whether another public office owes a record: nobody else can be asked, so that no employer learns of an application."""
    return gap.owner.startswith(_PUBLIC) and gap.owner != office


def inquiries_of(visit: Visit) -> Sequence[Inquiry]:
    """What the visitor's office is asked about applicants, the oldest first; each of them sees this look."""
    return _shown(visit, _asked(visit))


def inquiry_of(visit: Visit, id_: str) -> Inquiry | None:
    """One of them; None if it is none of the visitor's office, or answered."""
    return next(iter(_shown(visit, [row for row in _asked(visit) if row.id == id_])), None)


def _asked(visit: Visit) -> Sequence[Row]:
    if visit.signed_in.role is not Role.OFFICER:
        return ()
    with visit.portal.engine.connect() as connection:
        return inquiries_to(connection, organisation_of(visit), visit.now)


def _shown(visit: Visit, rows: Sequence[Row]) -> list[Inquiry]:
    shown = {row.person for row in rows if _may_see(visit, row.person, row.id)}
    with visit.portal.engine.connect() as connection:
        names = called(connection, shown | {row.source for row in rows}, visit.language)
    return [
        Inquiry(
            row.id, row.person if row.person in shown else "", row.kind, row.words, names[row.source],
            names.get(row.person, ""), legal_day(row.recorded_at),
        )
        for row in rows
    ]  # fmt: skip


def _may_see(visit: Visit, person: str, inquiry: str) -> bool:
    request = visit.signed_in.request(person, _PURPOSE, ByLaw(INQUIRY), inquiry)
    try:
        visit.portal.path.show_cases(request)
    except AccessRefusedError:
        return False
    return True
