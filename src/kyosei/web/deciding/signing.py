"""An officer's own signature under what is done about a decision: here in a trial, else brought from where the key is (P08)."""

from __future__ import annotations

from kyosei.decisions.sealing import Line
from kyosei.errors import EntryRefusedError
from kyosei.journal.envelope import open_envelope
from kyosei.web.institution.sending import NOT_SIGNED
from kyosei.web.visit import Visit

__all__ = ["signed_by_officer", "signs_as_officer"]

_SAME = (
    "type",
    "act",
    "dossier",
    "author",
    "source",
    "person",
    "application",
    "reason",
    "language",
    "outcome",
    "office",
    "by",
    "words",
    "due",
)
"""What of an entry that is brought must be as it was prepared; the address stands for the dossier in it."""
_WITH_DOCUMENT = "application"
"""Of such entries the document must be the same, too."""


def signs_as_officer(visit: Visit) -> bool:
    """Whether the portal holds the officer's key: only in a trial."""
    return visit.portal.intake is not None and visit.portal.intake.signs_for(visit.signed_in.actor)


def signed_by_officer(visit: Visit, line: Line) -> str | None:
    """Enters a line, brought signed in the form or else signed here with the officer's key; None, or why it was not taken."""
    intake, brought = visit.portal.intake, visit.form.get("signed", "").strip().encode()
    if intake is None:
        return NOT_SIGNED
    try:
        if brought:
            content = open_envelope(brought).content
            same = (*_SAME, "document") if line["type"] == _WITH_DOCUMENT else _SAME
            if any(content.get(name) != line.get(name) for name in same):
                return "what was brought is not what was prepared here; sign that, or begin again"
            intake.take(brought)
        elif intake.signs_for(visit.signed_in.actor):
            intake.enter(visit.signed_in.actor, line)
        else:
            return NOT_SIGNED
    except EntryRefusedError as error:
        return error.message
    return None
