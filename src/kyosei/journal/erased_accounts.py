"""What an erasure of who a person is takes of signing in: their accounts, those of whoever acts for them, and open sessions."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.journal.envelope import open_envelope
from kyosei.journal.session_tables import accounts, sessions

__all__ = ["end_accounts_of"]


def end_accounts_of(connection: sa.Connection, persons: Collection[str]) -> None:
    """Nobody signs in any more as one of these persons, or for one of them."""
    rows = connection.execute(sa.select(accounts.c.subject_digest, accounts.c.envelope))
    ended = [row.subject_digest for row in rows if _names(bytes(row.envelope), persons)]
    if ended:
        connection.execute(sa.delete(accounts).where(accounts.c.subject_digest.in_(ended)))
    theirs = sessions.c.actor.in_(persons) | sessions.c.person.in_(persons)
    connection.execute(sa.delete(sessions).where(theirs))


def _names(envelope: bytes, persons: Collection[str]) -> bool:
    """Whether an account is that of one of these persons, or for one; what cannot be read is no account of anybody."""
    try:
        said = open_envelope(envelope).content
    except EntryRefusedError:
        return False
    return said.get("actor") in persons or said.get("person") in persons
