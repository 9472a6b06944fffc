"""What the pages about a person's applications share: the office that is asked, and what is entered for the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kyosei.applications.acting import Line, Prepared, file_line, receive_lines
from kyosei.applications.application import Application, Turn, applications_of, turns, unanswered
from kyosei.decisions.drafting import Office
from kyosei.errors import EntryRefusedError, Refusal
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary.options import STATUSES
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import word_said
from kyosei.web.visit import Visit

__all__ = [
    "WORDS_MOST", "enter_once", "filed", "office_of", "own_application", "procedure_said", "status_options", "status_said",
    "turns_of", "words_in",
]  # fmt: skip

WORDS_MOST: Final = 2_000


def office_of(visit: Visit) -> Office:
    """With what the portal looks ahead."""
    portal = visit.portal
    return Office(portal.engine, portal.path, portal.loaded, portal.procedures)


def procedure_said(procedure: str) -> Text:
    """What an application is called."""
    return word_said("residence.application.procedure", procedure)


def status_said(status: str) -> Text:
    """What a status of residence is called."""
    return word_said("residence.status.status", status)


def status_options() -> list[tuple[str, Text]]:
    """The statuses that a change can ask for."""
    return [(one, status_said(one)) for one in STATUSES if one != "permanent-resident"]


def own_application(visit: Visit) -> Application | None:
    """The person's application that the address names; one look. None: there is none, or it is another's."""
    found = applications_of(visit.portal.path, visit.signed_in.own_request())
    return next((one for one in found if one.id == visit.arguments["application"]), None)


def words_in(visit: Visit) -> str:
    """What somebody wrote, in lines as they wrote them, without what a record cannot hold."""
    lines = visit.form.get("words", "").replace("\r", "")[:WORDS_MOST].split("\n")
    seen = ("".join(letter for letter in line if letter.isprintable()).strip() for line in lines)
    return " ".join(filter(None, seen))


def turns_of(application: Application, case: Case) -> Sequence[Turn]:
    """Whose turn it is, by what is on record now."""
    open_questions = unanswered(application.filing, case, application.person, application.filed_at)
    return turns(application, open_questions)


def filed(visit: Visit, prepared: Prepared, key: str, words: str) -> str:
    """Files it as the person's word, and where the portal may sign for the office, its receipt with it: both or none.

    Its id. EntryRefusedError says why it was not taken; what was filed before is not filed again.
    """
    entering, intake = visit.portal.entering, visit.portal.intake
    assert entering is not None, "the page is not there without it"
    line = file_line(prepared, visit.signed_in.actor, visit.now, key, words)
    id_ = str(line["id"])
    envelopes = [entering.signed(line)]
    if intake is not None and intake.signs_for(prepared.office):
        by = f"software:{prepared.office}"
        received = receive_lines(id_, prepared.person, prepared.filing, prepared.office, by, visit.now)
        envelopes += intake.signed(prepared.office, received)
    entering.enter_whole(envelopes)
    return id_


def enter_once(visit: Visit, line: Line) -> None:
    """Enters what the person does, once however often its form is sent. EntryRefusedError says why it was not taken."""
    assert visit.portal.entering is not None, "the page is not there without it"
    try:
        visit.portal.entering.enter(line)
    except EntryRefusedError as error:
        if error.refusal is not Refusal.REPLAY_WITH_OTHER_BYTES:
            raise
