"""The disputes about records of this office, those that wait first. It names nobody: whom one is about, its own page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.journal.entered import Waiting, disputes_to_answer
from kyosei.web.answering import answer_by
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Shown, Visit

__all__ = ["DISPUTES"]

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class DisputesShown:
    """disputes: some hundred at most, with the day by which each is to be answered."""

    disputes: Sequence[tuple[Waiting, int]]


def _show(visit: Visit) -> Shown:
    with visit.portal.engine.connect() as connection:
        found = disputes_to_answer(connection, organisation_of(visit))
    return Shown(DisputesShown([(one, answer_by(one.at)) for one in found[:_MOST]]))


DISPUTES: Final = Page(
    "disputes", "/disputes-to-answer", frozenset((Role.OFFICER,)), DisputesShown, _show, in_menu=True
)
"""An organisation is a party to disputes about its records: it cannot end them, and is not told that a person disputes (P15)."""
