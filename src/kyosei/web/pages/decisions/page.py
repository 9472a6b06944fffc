"""The decisions about the person's applications of which they were told, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.norms.procedures import find_procedure
from kyosei.terms.text import Text
from kyosei.timelines.days import legal_day
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["DECISIONS"]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: its address, what was applied for, how it ended, and when the person was told."""

    address: str
    procedure: Text
    result: str
    day: int


@dataclass(frozen=True, slots=True)
class DecisionsShown:
    """decided: of which the person was told."""

    decided: Sequence[Decided]


def _show(visit: Visit) -> Shown:
    portal = visit.portal
    found = portal.path.dossiers(visit.signed_in.own_request())
    return Shown(
        DecisionsShown([
            Decided(
                one.dossier, find_procedure(portal.procedures, one.procedure).title, one.result, legal_day(one.told_at)
            )
            for one in found
        ])
    )  # fmt: skip


DECISIONS: Final = Page("decisions", "/decisions", PERSONS, DecisionsShown, _show, in_menu=True)
