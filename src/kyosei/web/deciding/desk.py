"""The desk of an officer: an application that waits at their office, its draft, and one look that assembles and checks it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import kyosei
from kyosei.access.purposes import load_purposes, purposes_within
from kyosei.access.requests import ByLaw, Request
from kyosei.applications.application import applications_of
from kyosei.applications.queue import Waiting, pending
from kyosei.decisions.checks.examining import Examining
from kyosei.decisions.checks.listed import checked
from kyosei.decisions.dossier import Checked, Dossier, Submission
from kyosei.decisions.drafting import Office, Read, draft, look, look_again
from kyosei.decisions.drafts import Draft, Drafts
from kyosei.decisions.redrafting import taken_over
from kyosei.decisions.sealed import Sealed, neighbours_of, sealed_dossier
from kyosei.decisions.shape import Day
from kyosei.errors import QuestionError
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.decided import Stage, stages_of
from kyosei.journal.entries import ApplicationActKind
from kyosei.norms.procedures import Procedure
from kyosei.timelines.days import legal_day
from kyosei.web.institution.looking import organisation_of
from kyosei.web.parties import called
from kyosei.web.visit import Visit

__all__ = ["Desk", "Working", "applicant_called", "begin_again", "begin_draft", "decides_here", "desk_of", "drafts_of",
           "office_of", "office_under", "request_about", "working_on"]  # fmt: skip


_SAID: Final = (ApplicationActKind.FILE, ApplicationActKind.ADD, ApplicationActKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Desk:
    """An application at the visitor's office: what waits, and how far its newest dossier came, if one is sealed.

    draft: None if nobody has taken it up.
    """

    waiting: Waiting
    procedure: Procedure
    stage: Stage | None
    draft: Draft | None

    @property
    def application(self) -> str:
        """The id of the office's own record of it, by which dossiers are drafted."""
        assert self.waiting.statement is not None, "only what was received comes to a desk"
        return self.waiting.statement

    def is_of(self, visit: Visit) -> bool:
        """Whether the draft is the visitor's own."""
        return self.draft is not None and self.draft.officer == visit.signed_in.actor


@dataclass(frozen=True, slots=True)
class Working:
    """A draft with the look that assembled it again, and what every check of the process comes to now.

    is_stale: what is assembled now, at the same instant and position, is another: something was erased, or the law changed.
    """

    desk: Desk
    draft: Draft
    read: Read
    checks: tuple[Checked, ...]
    is_stale: bool

    @property
    def dossier(self) -> Dossier:
        return self.draft.dossier


def decides_here(visit: Visit) -> bool:
    """Whether the visitor's office decides about applications."""
    office = organisation_of(visit)
    purposes = visit.portal.purposes.by_id
    return any(office in purposes[one.purpose].audience for one in visit.portal.procedures if one.purpose in purposes)


def drafts_of(visit: Visit) -> Drafts:
    """The drafts of the visitor's office."""
    return Drafts(visit.portal.engine, organisation_of(visit), visit.portal.clock)


def office_of(visit: Visit) -> Office:
    """What the visitor's office decides with, under the law as it is now."""
    portal = visit.portal
    return Office(portal.engine, portal.path, portal.loaded, portal.procedures)


def office_under(visit: Visit, version: str | None) -> Office:
    """As `office_of`, under the law of a version. QuestionError if that is not at hand."""
    portal = visit.portal
    if version is None or version == portal.loaded.law.version:
        return office_of(visit)
    loaded = portal.law_of(version)
    within = purposes_within(tuple(portal.purposes.by_id.values()), loaded.law)
    path = portal.path.under(load_purposes(within, loaded.law, KINDS))
    return Office(portal.engine, path, loaded, portal.procedures)


def desk_of(visit: Visit, application: str) -> Desk | None:
    """The application with this id; None if none waits at the visitor's office, or no dossier is made of its procedure."""
    if not decides_here(visit):
        return None
    with visit.portal.engine.connect() as connection:
        found = pending(connection, organisation_of(visit), visit.now, visit.portal.procedures)
        waiting = next((one for one in found if one.statement == application), None)
        if waiting is None:
            return None
        stage = stages_of(connection, organisation_of(visit), [application]).get(application)
    procedure = next((one for one in visit.portal.procedures if one.id == waiting.procedure), None)
    return None if procedure is None else Desk(waiting, procedure, stage, drafts_of(visit).of(application))


def applicant_called(visit: Visit, person: str) -> str:
    """An applicant by name and id, on a page that is a look at them."""
    with visit.portal.engine.connect() as connection:
        return f"{called(connection, [person], visit.language)[person]} ({person})"


def request_about(visit: Visit, procedure: Procedure, person: str, application: str) -> Request:
    """A look at the applicant for the purpose of the procedure."""
    purpose = visit.portal.purposes.by_id[procedure.purpose]
    basis = next((one for one in purpose.bases if one.is_in_force(visit.today)), None)
    given = None if basis is None else ByLaw(basis.provision)
    return visit.signed_in.request(person, purpose.id, given, application)


def begin_draft(visit: Visit, desk: Desk) -> bool:
    """Takes an application up, in one look; one that a second officer sent back, or a review opened again, with what stood in
    it, in a look more.
    """
    fresh = _fresh(visit, desk)
    if desk.stage is not None and (desk.stage.returned or desk.stage.reopened):
        fresh = taken_over(sealed_of(visit, desk.stage, desk.procedure).dossier, fresh)
    return drafts_of(visit).begin(fresh)


def begin_again(visit: Visit, desk: Desk, written: Draft) -> bool:
    """Assembles a draft again on what is known now, with what is written in it; it is the visitor's from then on."""
    return drafts_of(visit).save(taken_over(written.dossier, _fresh(visit, desk)), written.revision)


def sealed_of(visit: Visit, stage: Stage, procedure: Procedure) -> Sealed:
    """The newest dossier about an application, one look."""
    request = request_about(visit, procedure, stage.person, stage.application)
    return sealed_dossier(visit.portal.path, request, stage.dossier)


def working_on(visit: Visit, desk: Desk) -> Working | None:
    """The draft as it stands, read again and checked; None if there is none."""
    draft = desk.draft
    if draft is None:
        return None
    office, dossier = office_of(visit), draft.dossier
    request = request_about(visit, desk.procedure, draft.person, draft.application)
    is_other_law = dossier.assembled.as_of.law != office.loaded.law.version
    try:
        read = (
            look(office, request, draft.application) if is_other_law else look_again(office, request, dossier.assembled)
        )
    except QuestionError:
        return None
    is_stale = is_other_law or read.assembled != dossier.assembled
    shown = replace(dossier, assembled=read.assembled)
    with visit.portal.engine.connect() as connection:
        near = neighbours_of(connection, organisation_of(visit), draft.application)
    found = checked(Examining(shown, read.procedure, visit.now, read.evaluator, near))
    return Working(desk, draft, read, found, is_stale)


def _fresh(visit: Visit, desk: Desk) -> Dossier:
    """A draft as of now, with what the applicant has said so far still to be answered."""
    request = request_about(visit, desk.procedure, desk.waiting.person, desk.application)
    read = look(office_of(visit), request, desk.application)
    begun = draft(read, organisation_of(visit), visit.signed_in.actor, f"kyosei {kyosei.__version__}", visit.now)
    return replace(begun, opinion=replace(begun.opinion, submissions=_said_by_the_applicant(visit, desk, request)))


def _said_by_the_applicant(visit: Visit, desk: Desk, request: Request) -> tuple[Submission, ...]:
    """The applicant's own words with the application and since, each a point to answer; a look of its own."""
    if desk.waiting.application is None:
        return ()
    filed = applications_of(visit.portal.path, request)
    acts = [
        act
        for one in filed
        if one.id == desk.waiting.application
        for act in one.done
        if act.words.strip() and act.act in _SAID
    ]
    return tuple(
        Submission(f"submission-{place}", " ".join(act.words.split()), act.by, Day(legal_day(act.at)), "", ())
        for place, act in enumerate(acts, 1)
    )
