"""Whom a support organisation supports today, and when it last spoke with each. Each person who is shown sees that look.

Whom it supports is what is on record of today: on the day on which an engagement ends the person is not on the page any more, and
the read path refuses the organisation (S15).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.errors import AccessRefusedError
from kyosei.facts.vocabulary.support import SupportEngagement, SupportInterview
from kyosei.journal.entered import persons_with
from kyosei.web.institution.looking import organisation_of, purposes_for, request_for
from kyosei.web.pages.page import Page
from kyosei.web.parties import called
from kyosei.web.visit import Shown, Visit

__all__ = ["SUPPORTED"]

_MOST: Final = 100
_INTERVIEW: Final = SupportInterview.facts.name


@dataclass(frozen=True, slots=True)
class Supported:
    """Somebody who is supported; spoke: the day of the last interview with them, -1 where none is on record."""

    name: str
    spoke: int


@dataclass(frozen=True, slots=True)
class SupportedShown:
    """persons: those with whom nobody has spoken for longest first. more: whether there are more than are shown."""

    persons: Sequence[Supported]
    more: bool


def _show(visit: Visit) -> Shown:
    organisation, portal = organisation_of(visit), visit.portal
    with portal.engine.connect() as connection:
        engaged = persons_with(
            connection, SupportEngagement.facts.name, "supporter", organisation, visit.now, visit.today
        )
    found = {person: spoke for person in engaged[:_MOST] if (spoke := _spoke(visit, person)) is not None}
    with portal.engine.connect() as connection:
        names = called(connection, found, visit.language)
    rows = sorted(found.items(), key=lambda one: (one[1], one[0]))
    return Shown(SupportedShown([Supported(names[id_], spoke) for id_, spoke in rows], len(engaged) > _MOST))


def _spoke(visit: Visit, person: str) -> int | None:
    """The last day on which the organisation spoke with somebody, -1: none is on record; None if it may not look at them."""
    for purpose in purposes_for(visit.portal, visit.signed_in, ()):
        if _INTERVIEW not in visit.portal.purposes.readable[purpose.id].kinds:
            continue
        request = request_for(visit, purpose, person, None)
        if request is None:
            continue
        try:
            shown = visit.portal.path.read(request)
        except AccessRefusedError:
            continue
        organisation = organisation_of(visit)
        days = [
            one.from_day for one in shown.case.statements
            if one.kind == _INTERVIEW and one.source == organisation and one.from_day <= visit.today
            and one.data.get("with") != "supervisor"
        ]  # fmt: skip
        return max(days, default=-1)
    return None


SUPPORTED: Final = Page(
    "supported", "/supported", frozenset((Role.SUPPORTER,)), SupportedShown, _show, in_menu=True
)  # fmt: skip
