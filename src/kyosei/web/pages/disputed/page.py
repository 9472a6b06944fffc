"""What became of a dispute: its receipt, where it stands, and what is frozen until it is settled (P15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Dispute, Resolution, Statement
from kyosei.facts.vocabulary.records import CorrectionRequest
from kyosei.timelines.days import legal_day
from kyosei.verdicts.verdict import Verdict
from kyosei.web.answering import answer_by
from kyosei.web.own.looking import look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["DISPUTED"]

_REQUEST: Final = CorrectionRequest.facts.name
_OFFICES: Final = ("authority:", "municipality:")


@dataclass(frozen=True, slots=True)
class DisputedShown:
    """resolution: None while its source has not answered. by: until when an office is to answer. extended: why it says that it
    needs longer, if it does. frozen: the answers that are open because of the dispute.
    """

    case: Case
    dispute: Dispute
    record: Statement
    resolution: Resolution | None
    by: int | None
    extended: str | None
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
    extended = _extended(case, dispute, record)
    by = answer_by(dispute.recorded_at, extended=extended is not None) if record.source.startswith(_OFFICES) else None
    return Shown(DisputedShown(own.case, dispute, record, resolution, by, extended, frozen))


def _extended(case: Case, dispute: Dispute, record: Statement) -> str | None:
    """Why the office says that it needs longer."""
    asked = legal_day(dispute.recorded_at)
    for one in case.statements:
        if (one.kind, one.source, one.from_day) == (_REQUEST, record.source, asked) and "extended" in one.data:
            return str(one.data.get("reasons", ""))
    return None


DISPUTED: Final = Page("disputed", "/disputes/{dispute}", PERSONS, DisputedShown, _show)
