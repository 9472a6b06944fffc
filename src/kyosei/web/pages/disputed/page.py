"""What became of a dispute: its receipt, where it stands, and what is frozen until it is settled (P15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Dispute, Resolution, Statement
from kyosei.verdicts.verdict import Verdict
from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["DISPUTED"]


@dataclass(frozen=True, slots=True)
class DisputedShown:
    """resolution: None while its source has not answered. frozen: the answers that are open because of it."""

    case: Case
    dispute: Dispute
    record: Statement
    resolution: Resolution | None
    frozen: Sequence[Verdict]


def _show(visit: Visit) -> Shown | NotHere:
    case = visit.portal.path.read(visit.signed_in.own_request()).case
    dispute = next((one for one in case.disputes if one.id == visit.arguments["dispute"]), None)
    if dispute is None or dispute.by != visit.signed_in.person:
        return NotHere()
    record = next((one for one in case.statements if one.id == dispute.target), None)
    if record is None:
        return NotHere()
    resolution = next((one for one in case.resolutions if one.target == dispute.id), None)
    own = look_at_own(visit)
    readers = set(visit.portal.readers.get(record.kind, ()))
    frozen = [one for one in own.verdicts if "disputed" in one.causes and one.norm in readers]
    return Shown(DisputedShown(own.case, dispute, record, resolution, frozen))


DISPUTED: Final = Page("disputed", "/disputes/{dispute}", PERSONS, DisputedShown, _show)
