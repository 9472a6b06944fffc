"""Sending what an institution says: signed here where the portal holds its key, else by itself and brought here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.envelope import canonical, open_envelope
from kyosei.web.institution.looking import organisation_of
from kyosei.web.visit import Visit

__all__ = ["NOT_SIGNED", "Line", "id_of", "may_sign", "sent", "sent_whole"]

Line = dict[str, object]

NOT_SIGNED: Final = "-"
"""In place of a reason: nothing signed was brought, and the portal may not sign."""
_SAME: Final = ("type", "id", "kind", "about", "source", "by", "case", "act", "target", "outcome")
"""What of an entry that is brought must be as it was prepared."""
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""


def id_of(what: str, *made_of: str) -> str:
    """The id of an entry: the same however often the same form is sent."""
    return f"{what}-{hashlib.sha256(' '.join(made_of).encode()).hexdigest()[:24].translate(_LETTERS)}"


def may_sign(visit: Visit) -> bool:
    """Whether the portal may sign for the visitor's institution."""
    return visit.portal.intake is not None and visit.portal.intake.signs_for(organisation_of(visit))


def sent(visit: Visit, lines: Sequence[Line]) -> str | None:
    """Sends these lines, as the form brings them signed or else signed here; None, or why they were not taken."""
    institution, intake = organisation_of(visit), visit.portal.intake
    assert intake is not None, "what cannot be taken is not asked for"
    brought = visit.form.get("signed", "").encode().split()
    try:
        if brought:
            if len(brought) != len(lines):
                raise _another(f"{len(brought)} entries were brought, and {len(lines)} were prepared here")
            for envelope, line in zip(brought, lines, strict=True):
                _check(envelope, line)
            for envelope in brought:
                intake.take(envelope)
        elif intake.signs_for(institution):
            for line in lines:
                intake.enter(institution, line)
        else:
            return NOT_SIGNED
    except EntryRefusedError as error:
        return error.message
    return None


def sent_whole(visit: Visit, lines: Sequence[Line]) -> list[str]:
    """Sends these lines, brought signed or else signed here, all of them or none; why they were not taken, empty if they were."""
    institution, intake = organisation_of(visit), visit.portal.intake
    assert intake is not None, "what cannot be taken is not asked for"
    envelopes = visit.form.get("signed", "").encode().split()
    if not envelopes and not intake.signs_for(institution):
        return [NOT_SIGNED]
    if not envelopes:
        envelopes = intake.signed(institution, lines)
    try:
        if [open_envelope(one).payload for one in envelopes] != [canonical(line) for line in lines]:
            raise _another("what was brought is not, line by line, what was prepared here")
    except EntryRefusedError as error:
        return [error.message]
    refused = intake.take_whole(envelopes)
    return [f"{place}: {one.message}" for place, one in enumerate(refused, start=1) if one is not None]


def _check(envelope: bytes, line: Line) -> None:
    """That what was brought is what was prepared. EntryRefusedError if it is another entry."""
    content = open_envelope(envelope).content
    for name in _SAME:
        if content.get(name) != line.get(name):
            raise _another(f"`{name}` is not that of the entry that was prepared here")


def _another(what: str) -> EntryRefusedError:
    return EntryRefusedError(Refusal.WRONG_TARGET, f"{what}; sign what was prepared, or begin again")
