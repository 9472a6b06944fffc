"""What the pages let nobody enter and the journal cannot know: the same guards for entries that come over the API.

The journal knows what an entry says of other entries. That a case is one's own, that every check of a process passed before a
refusal is sealed, that nobody is asked for what a source has answered: this is known above it, and holds here as on the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kyosei.access.requests import ByLaw, Request, Role
from kyosei.applications.acting import request_line
from kyosei.applications.application import applications_of
from kyosei.applications.filing import Asked
from kyosei.applications.queue import pending
from kyosei.cases.acts import ActKind
from kyosei.cases.book import case_document
from kyosei.cases.case import CaseState
from kyosei.decisions.document import dossier_from
from kyosei.decisions.drafting import Office
from kyosei.decisions.letter.composing import LANGUAGES
from kyosei.decisions.sealing import examine_dossier, seal_line
from kyosei.errors import AccessRefusedError, EntryRefusedError, InputError, QuestionError
from kyosei.facts.individual_number import refuse_individual_numbers
from kyosei.facts.statements import Resolution
from kyosei.journal.entered import dispute_with_id
from kyosei.journal.entries import ApplicationAct, ApplicationActKind, CaseAct, Decision, DecisionAct, Entry
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import Envelope
from kyosei.journal.registry import registered_key
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.timelines.days import legal_day
from kyosei.web.entering import Intake
from kyosei.web.portal import Portal
from kyosei.web.visitor import Visitor

__all__ = ["GUARDED", "Guard", "Stopped", "brought_for_another", "stopped", "stopped_for_another"]

GUARDED: Final = ("case_act", "application", "decision", "resolution")
"""The types of entries that have a guard of their own."""
_OF_OWNER: Final = (ActKind.ACKNOWLEDGE, ActKind.ANSWER)
_OF_OFFICIALS: Final = (ActKind.LOOK, ActKind.ESCALATE, ActKind.MISTAKEN, ActKind.UPHOLD)


class Guard(StrEnum):
    """Why something is not entered; stable, beside the refusals of the journal."""

    ANOTHERS = "anothers"
    """Another institution's entry: it brings it itself."""
    NOT_YOUR_CASE = "not-your-case"
    NOT_YOUR_DISPUTE = "not-your-dispute"
    NOT_YOUR_APPLICATION = "not-your-application"
    NOT_NOW = "not-now"
    """What has to come before it is not there."""
    TOO_MANY = "too-many"
    """Each that is looked at above the journal counts as a question."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """detail: what is the matter, and what to do. id: of the entry, where it gives itself one."""

    guard: Guard
    detail: str
    id: str | None = None


def brought_for_another(portal: Portal, caller: Visitor, envelopes: Iterable[Envelope]) -> frozenset[str]:
    """The keys of these entries that are another institution's than the caller's; one that nobody has the journal refuses."""
    found, now = set[str](), portal.clock()
    with portal.engine.connect() as connection:
        for key_id in {one.key_id for one in envelopes}:
            with suppress(EntryRefusedError):
                if registered_key(connection, key_id, now).institution != caller.organisation:
                    found.add(key_id)
    return frozenset(found)


def stopped_for_another(caller: Visitor, envelope: Envelope) -> Stopped:
    """That an entry is another institution's."""
    words = f"it is not signed with a key of {caller.organisation}; whoever signed it sends it with an assertion of their own"
    return Stopped(Guard.ANOTHERS, words, envelope.id)


def stopped(portal: Portal, intake: Intake, caller: Visitor, envelope: Envelope) -> Stopped | EntryRefusedError | None:
    """Why an entry of the caller's institution is not entered; None: the journal decides.

    What is about somebody else's case or dispute is stopped before the journal says whether there is one. Everything else it has
    looked at first, so that nothing is read for an entry that it refuses.
    """
    entry = _read(portal, envelope)
    if entry is None:
        return None
    if not isinstance(entry, CaseAct | Resolution):
        (refused,) = intake.refusals([envelope.received])
        if refused is not None:
            return refused
    try:
        found = _GUARDS[envelope.type](portal, caller, entry)
    except QuestionError as error:
        found = Stopped(Guard.NOT_NOW, str(error))
    except AccessRefusedError as error:
        found = Stopped(Guard.NOT_NOW, f"what it rests on cannot be read for this: {error.message}")
    return None if found is None else replace(found, id=envelope.id)


def _read(portal: Portal, envelope: Envelope) -> Entry | None:
    """What its key really signed; None: it is refused for what it is, by the journal."""
    try:
        refuse_individual_numbers(envelope.content, "entry")
        with portal.engine.connect() as connection:
            registered_key(connection, envelope.key_id, portal.clock()).key.verify(envelope)
        return read_entry(parsed_line(envelope.payload))
    except InputError:
        return None


def _case_act(portal: Portal, caller: Visitor, entry: Entry) -> Stopped | None:
    """An owner answers its own cases, and an office acts on those that came to it; that there are others nobody learns."""
    assert isinstance(entry, CaseAct)
    if entry.act not in (*_OF_OWNER, *_OF_OFFICIALS):
        can = ", ".join((*_OF_OWNER, *_OF_OFFICIALS))
        return Stopped(Guard.NOT_NOW, f"`act` is none that an institution does over the API; there are {can}")
    try:
        with portal.engine.connect() as connection:
            case = case_document(connection, entry.case)
    except QuestionError:
        case = None
    is_own = case is not None and not case["hushed"] and caller.organisation == case["owner"]
    is_there = case is not None and not case["hushed"] and caller.organisation in case["offices"]
    if case is None or not (is_own if entry.act in _OF_OWNER else is_there):
        return Stopped(Guard.NOT_YOUR_CASE, "none of your cases has this id; GET /cases lists those that you act on")
    shown = case["shown_state"] if is_own else case["state"]
    if CaseState(shown).is_over:
        return Stopped(Guard.NOT_NOW, f"the case is over ({shown}); nothing is said about it any more")
    return None


def _resolution(portal: Portal, caller: Visitor, entry: Entry) -> Stopped | None:
    """An office ends disputes about its own records, and none as corrected before it corrected or withdrew the record."""
    assert isinstance(entry, Resolution)
    with portal.engine.connect() as connection:
        dispute = dispute_with_id(connection, entry.target)
    if dispute is not None and dispute.source is None:
        return None  # it is about a link: the journal knows who may end it
    if dispute is None or dispute.source != caller.organisation or caller.role is not Role.OFFICER:
        return Stopped(Guard.NOT_YOUR_DISPUTE, "no dispute that is yours to answer has this id")
    if dispute.settled:
        return Stopped(Guard.NOT_NOW, "the dispute is settled already")
    if entry.outcome == "corrected" and not dispute.mended:
        return Stopped(Guard.NOT_NOW, "the record stands as it was; correct or withdraw it first, or write `kept`")
    return None


def _application(portal: Portal, caller: Visitor, entry: Entry) -> Stopped | None:
    """A person is asked for nothing that a source has answered, or that an institution owes."""
    assert isinstance(entry, ApplicationAct)
    if entry.act is not ApplicationActKind.REQUEST:
        return None
    with portal.engine.connect() as connection:
        waiting = pending(connection, caller.organisation or "", portal.clock(), portal.procedures)
    found = next((one for one in waiting if one.application == entry.application), None)
    if found is None:
        return Stopped(Guard.NOT_YOUR_APPLICATION, "no application that waits at your office has this id")
    procedure = find_procedure(portal.procedures, found.procedure)
    request, now = (
        _request(portal, caller, procedure, found.person, found.statement or entry.application),
        portal.clock(),
    )
    filed = next(one for one in applications_of(portal.path, request) if one.id == entry.application)
    case = portal.path.evaluate(request).case
    document, due = entry.document, entry.due_day
    assert document is not None, "the journal has looked at that"
    assert due is not None, "the journal has looked at that"
    asked = Asked(document["what"], document.get("kind"))
    request_line(filed, case, asked, entry.words, due, entry.by, now, entry.id)
    return None


def _decision(portal: Portal, caller: Visitor, entry: Entry) -> Stopped | None:
    """A dossier is what the journal and the law give, its checks are what they come to, and a refusal passed all of them."""
    assert isinstance(entry, Decision)
    if entry.act is DecisionAct.NOTIFY and entry.language not in LANGUAGES:
        return Stopped(Guard.NOT_NOW, f"no letter is written in this `language`; there are {', '.join(LANGUAGES)}")
    if entry.act is not DecisionAct.SEAL:
        return None
    assert entry.document is not None
    assert entry.application is not None
    assert entry.person is not None
    with portal.engine.connect() as connection:
        waiting = pending(connection, caller.organisation or "", portal.clock(), portal.procedures)
    if all(one.statement != entry.application for one in waiting):
        return Stopped(Guard.NOT_YOUR_APPLICATION, "no application that waits at your office has this id")
    dossier = dossier_from(entry.document)
    filed, signs = dossier.assembled.application, dossier.opinion.authority
    if (filed.id, filed.person) != (entry.application, entry.person):
        return Stopped(Guard.NOT_NOW, "the dossier is about another application or person than the entry")
    if (signs.officer, signs.office) != (entry.author, entry.source):
        return Stopped(Guard.NOT_NOW, "the dossier is that of another officer; who decides, signs it")
    procedure = find_procedure(portal.procedures, filed.procedure)
    request = _request(portal, caller, procedure, filed.person, filed.id)
    now = portal.clock()
    examined = examine_dossier(_office(portal), request, dossier, now)
    seal_line(examined, now)
    if examined.dossier.checks != dossier.checks:
        return Stopped(Guard.NOT_NOW, "the checks come to something else now; take the entry from the workbench again")
    return None


def _office(portal: Portal) -> Office:
    return Office(portal.engine, portal.path, portal.loaded, portal.procedures)


def _request(portal: Portal, caller: Visitor, procedure: Procedure, person: str, application: str) -> Request:
    """A look at the applicant for the purpose of the procedure, by the provision that permits it today."""
    purpose, today = portal.purposes.by_id[procedure.purpose], legal_day(portal.clock())
    basis = next((one for one in purpose.bases if one.is_in_force(today)), None)
    return caller.request(person, purpose.id, None if basis is None else ByLaw(basis.provision), application)


_GUARDS: Final[dict[str, Callable[[Portal, Visitor, Entry], Stopped | None]]] = {
    "case_act": _case_act, "application": _application, "decision": _decision, "resolution": _resolution,
}  # fmt: skip
