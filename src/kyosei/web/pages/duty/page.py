"""How one duty of an organisation is cured: what, where, by when, on which provision, what shows it and what it would change.

What the owner says of it (that it was read, an answer, that it is done) becomes entries under the owner's key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from kyosei.alerts.advice import notice_of
from kyosei.cases.acts import ActKind
from kyosei.cases.case import CaseState, Happening, Sort
from kyosei.cases.curing import Cure
from kyosei.cases.showing import Document
from kyosei.cases.words import ACTS, HAPPENINGS
from kyosei.notices.message import Message
from kyosei.terms.text import Text
from kyosei.timelines.days import microseconds_from_instant
from kyosei.web.institution.acting import ACTS_OF_OWNER, enter_said, read_said
from kyosei.web.institution.cases import look_at_cases
from kyosei.web.institution.curing import curing_of
from kyosei.web.institution.duties import Duty, duty_in, law_due, names_in
from kyosei.web.institution.looking import organisation_of, own_case
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.security.sessions import new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["DUTY", "notices_of", "own_case"]


@dataclass(frozen=True, slots=True)
class Row:
    """Something that happened, at an instant (microseconds); reason: as whoever did it wrote it."""

    at: int
    what: Text
    reason: str


@dataclass(frozen=True, slots=True)
class DutyShown:
    """notices: what the notices of its norms say. has_filing, has_text: whether a filing can be had, or the draft of a report.
    can_say: whether the owner's word can be signed here. said: what was just said. refused: whether it was not taken, or a day
    was missing. key: makes it one entry, however often it is sent.
    """

    organisation: str
    duty: Duty
    names: Mapping[str, str]
    notices: Sequence[Message]
    cures: Sequence[Cure]
    has_filing: bool
    has_text: bool
    history: Sequence[Row]
    can_say: bool
    said: str
    refused: bool
    key: str


def notices_of(visit: Visit, document: Document, owner: str) -> list[Message]:
    """What the notices of a case say to its owner, one of each norm, as the case stands."""
    states = {one["norm"]: one["state"] for one in document.get("items", ())}
    dues = {norm: law_due(document, norm) for norm in states}
    found = (
        notice_of(
            visit.portal.catalogue, norm, owner, document["about"], states[norm], visit.today, visit.language,
            dues[norm] if dues[norm] >= 0 else None,
        )
        for norm in document["norms"] if norm in states and norm in visit.portal.norms
    )  # fmt: skip
    return [one for one in found if one is not None]


def _show(visit: Visit) -> Shown | Go | NotHere:
    said = visit.query.get("said", "")
    return _shown(visit, said if said in ACTS_OF_OWNER else "", False)


def _shown(visit: Visit, said: str, refused: bool) -> Shown | Go | NotHere:
    document, owner = own_case(visit, visit.arguments["case"]), organisation_of(visit)
    if document is None:
        return NotHere()
    if document["sort"] == Sort.QUESTION:
        return Go(f"/owed/{document['id']}")
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, [part], owner, visit)
    curing, intake = curing_of(visit, part), visit.portal.intake
    can_say = intake is not None and intake.signs_for(owner) and not CaseState(part["state"]).is_over
    return Shown(DutyShown(
        names[owner], duty_in(part, names, owner, visit.today), names, notices_of(visit, part, owner), curing.cures,
        bool(curing.fileable), bool(curing.writable), [_row(one) for one in part.get("history", ())], can_say, said, refused,
        new_token(),
    ))  # fmt: skip


def _take(visit: Visit) -> Shown | Go | NotHere:
    document, owner = own_case(visit, visit.arguments["case"]), organisation_of(visit)
    said, intake = read_said(visit.form), visit.portal.intake
    if document is None or said is None or intake is None or not intake.signs_for(owner):
        return NotHere()
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    proofs = [proof for cure in curing_of(visit, part).cures for proof in cure.proofs] if said.act == "done" else []
    if not enter_said(intake, owner, document["id"], said, proofs, visit.now):
        return _shown(visit, said.act, True)
    return Go(f"/duties/{document['id']}?said={said.act}")


def _row(row: Mapping[str, Any]) -> Row:  # Any: JSON
    what = row["what"]
    words = ACTS[ActKind(what)] if what in tuple(ActKind) else HAPPENINGS[Happening(what)]
    return Row(microseconds_from_instant(datetime.fromisoformat(row["at"])), words, row["reason"])


DUTY: Final = Page("duty", "/duties/{case}", ORGANISATIONS, DutyShown, _show, _take)
