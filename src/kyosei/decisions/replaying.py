"""Replays a sealed dossier: what it held of journal and law, assembled again as known then, under its law, bit for bit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.access.requests import Request
from kyosei.decisions.acts import Replayed
from kyosei.decisions.assembling import listed_otherwise
from kyosei.decisions.dossier import Dossier
from kyosei.decisions.drafting import Office, Read, look_again
from kyosei.decisions.shape import written
from kyosei.errors import QuestionError
from kyosei.journal.decided import erased_among
from kyosei.journal.envelope import canonical

__all__ = ["Replay", "replay"]


@dataclass(frozen=True, slots=True)
class Replay:
    """The outcome; parts: which parts of what is assembled are others; of one that is the same, which come from lists that are
    others by now. read: what was assembled again, if it could be.
    """

    came_to: Replayed
    parts: tuple[str, ...] = ()
    read: Read | None = None


def replay(office_under: Callable[[str], Office], request: Request, dossier: Dossier) -> Replay:
    """Assembles it again, in one look. office_under: an office under a law version, or QuestionError if that is not at hand."""
    try:
        office = office_under(dossier.assembled.as_of.law)
    except QuestionError:
        return Replay(Replayed.LAW_NOT_HERE)
    with office.engine.connect() as connection:
        gone = _is_erased(connection, dossier)
    try:
        read = look_again(office, request, dossier.assembled, as_listed=True)
    except QuestionError:
        if gone:
            return Replay(Replayed.ERASED)
        raise
    now, then = written(read.assembled), written(dossier.assembled)
    if canonical(now) == canonical(then):
        return Replay(Replayed.SAME, listed_otherwise(read.procedure, dossier.assembled), read)
    parts = tuple(name for name in sorted({*now, *then}) if now.get(name) != then.get(name))
    return Replay(Replayed.ERASED if gone else Replayed.DIFFERENT, parts, read)


def _is_erased(connection: sa.Connection, dossier: Dossier) -> bool:
    """Whether a record that it names, or the person, was erased."""
    filed = dossier.assembled.application
    return erased_among(connection, {filed.id, filed.person, *(one.id for one in dossier.assembled.facts)})
