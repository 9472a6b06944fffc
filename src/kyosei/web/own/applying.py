"""What the pages about a person's applications share: the office that is asked, and what is entered for the person."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from kyosei.applications.acting import LETTERS, Line, Prepared, file_line, receive_lines, together
from kyosei.applications.application import Application, Done, Turn, applications_of, turns, unanswered
from kyosei.applications.filing import Attached
from kyosei.decisions.drafting import Office
from kyosei.decisions.shape import read_record
from kyosei.errors import EntryRefusedError, QuestionError, Refusal
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary.options import STATUSES
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import word_said
from kyosei.web.visit import Visit

__all__ = [
    "FILE_MOST", "WORDS_MOST", "attached_in", "attached_to", "enter_once", "filed",
    "office_of", "own_application", "procedure_said", "status_options", "status_said",
    "turns_of", "words_in",
]  # fmt: skip

WORDS_MOST: Final = 2_000
FILE_MOST: Final = 2 * 1024 * 1024
_NAME_MOST: Final = 200


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


def attached_in(visit: Visit) -> Attached | None:
    """The file that came with a form, by its digest; None if none did, or it is empty."""
    upload = visit.uploads.get("file")
    if upload is None or not upload.content:
        return None
    digest = hashlib.sha256(upload.content).hexdigest()
    name = "".join(letter for letter in upload.name if letter.isprintable())[:_NAME_MOST]
    return Attached(
        digest, len(upload.content), name, "application/octet-stream", visit.form.get("translation") == "yes"
    )


def attached_to(done: Done) -> Attached | None:
    """The file that somebody named with an act; None if they named none."""
    written = (done.document or {}).get("attached")
    try:
        return None if written is None else read_record(Attached, written, "what is attached")
    except QuestionError:
        return None


def turns_of(application: Application, case: Case) -> Sequence[Turn]:
    """Whose turn it is, by what is on record now."""
    open_questions = unanswered(application.filing, case, application.person, application.filed_at)
    return turns(application, open_questions)


def filed(visit: Visit, prepared: Sequence[Prepared], key: str, words: str) -> str:
    """Files these together as the persons' word, and where the portal may sign for the office, with the receipts: all or none.

    The id of the first. EntryRefusedError says why it was not taken; what was filed before is not filed again.
    """
    entering, intake = visit.portal.entering, visit.portal.intake
    assert entering is not None, "the page is not there without it"
    several = together(prepared, f"group-{key[:24].translate(LETTERS)}") if len(prepared) > 1 else prepared
    lines = [file_line(one, visit.signed_in.actor, visit.now, key, words) for one in several]
    envelopes = [entering.signed(line) for line in lines]
    for one, line in zip(several, lines, strict=True):
        if intake is not None and intake.signs_for(one.office):
            by = f"software:{one.office}"
            received = receive_lines(str(line["id"]), one.person, one.filing, one.office, by, visit.now)
            envelopes += intake.signed(one.office, received)
    entering.enter_whole(envelopes)
    return str(lines[0]["id"])


def enter_once(visit: Visit, line: Line) -> None:
    """Enters what the person does, once however often its form is sent. EntryRefusedError says why it was not taken."""
    assert visit.portal.entering is not None, "the page is not there without it"
    try:
        visit.portal.entering.enter(line)
    except EntryRefusedError as error:
        if error.refusal is not Refusal.REPLAY_WITH_OTHER_BYTES:
            raise
