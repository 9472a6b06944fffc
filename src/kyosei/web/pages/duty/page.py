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
from kyosei.cases.book import case_documents
from kyosei.cases.case import Happening
from kyosei.cases.curing import Cure
from kyosei.cases.showing import Document
from kyosei.cases.words import ACTS, HAPPENINGS
from kyosei.notices.message import Message
from kyosei.terms.text import Text
from kyosei.timelines.days import microseconds_from_instant
from kyosei.web.owned.acting import ACTS_OF_OWNER, enter_said, read_said
from kyosei.web.owned.curing import curing_of
from kyosei.web.owned.duties import Duty, day_in, duty_in, law_due, names_in
from kyosei.web.owned.looking import look_at_cases
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
    """asked: of a question, the first and the last day that it is about; -1 where there is none. notices: what the notices of
    its norms say. has_filing: whether a filing can be had. can_say: whether the owner's word can be entered here. said: what was
    just said. refused: whether it was not taken, or a day was missing. key: makes it one entry, however often it is sent.
    """

    organisation: str
    duty: Duty
    names: Mapping[str, str]
    asked: tuple[int, int]
    notices: Sequence[Message]
    cures: Sequence[Cure]
    has_filing: bool
    history: Sequence[Row]
    can_say: bool
    said: str
    refused: bool
    key: str


def own_case(visit: Visit) -> Document | None:
    """The case that the address names, as it is kept, if it is one of the visitor's organisation and was told to it."""
    with visit.portal.engine.connect() as connection:
        own = case_documents(connection, owner=visit.signed_in.organisation or "", closed=True)
    return next((one for one in own if one["id"] == visit.arguments["case"]), None)


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


def _show(visit: Visit) -> Shown | NotHere:
    said = visit.query.get("said", "")
    return _shown(visit, said if said in ACTS_OF_OWNER else "", False)


def _shown(visit: Visit, said: str, refused: bool) -> Shown | NotHere:
    document, owner = own_case(visit), visit.signed_in.organisation
    if document is None or owner is None:
        return NotHere()
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, [part], owner, visit)
    curing, need = curing_of(visit, part), part.get("need")
    asked = (-1, -1) if need is None else (day_in(need["from"]), day_in(need["until"]))
    can_say = visit.portal.entering_for(owner) is not None and part["state"] not in ("cured", "mistaken", "withdrawn")
    return Shown(DutyShown(
        names[owner], duty_in(part, names, owner, visit.today), names, asked, notices_of(visit, part, owner),
        curing.cures, bool(curing.fileable), [_row(one) for one in part.get("history", ())], can_say, said, refused, new_token(),
    ))  # fmt: skip


def _take(visit: Visit) -> Shown | Go | NotHere:
    document, owner = own_case(visit), visit.signed_in.organisation
    said = read_said(visit.form)
    entering = None if owner is None else visit.portal.entering_for(owner)
    if document is None or owner is None or entering is None or said is None:
        return NotHere()
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    proofs = [proof for cure in curing_of(visit, part).cures for proof in cure.proofs] if said.act == "done" else []
    if not enter_said(entering, owner, document["id"], said, proofs, visit.now):
        return _shown(visit, said.act, True)
    return Go(f"/owed/{document['id']}?said={said.act}")


def _row(row: Mapping[str, Any]) -> Row:  # Any: JSON
    what = row["what"]
    words = ACTS[ActKind(what)] if what in tuple(ActKind) else HAPPENINGS[Happening(what)]
    return Row(microseconds_from_instant(datetime.fromisoformat(row["at"])), words, row["reason"])


DUTY: Final = Page("duty", "/owed/{case}", ORGANISATIONS, DutyShown, _show, _take)
