"""Some entries as they lie in the store, with the register behind their keys, for whoever takes a verdict elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import sqlalchemy as sa

from kyosei.errors import JournalError
from kyosei.facts.statements import Case
from kyosei.journal.entries import Institution, KeyRegistration, KeyRevocation
from kyosei.journal.stored import Stored, checked
from kyosei.journal.tables import entries

__all__ = ["excerpt_of", "with_register"]


def excerpt_of(
    connection: sa.Connection, case: Case, links: Collection[str] = (), *, register: bool = True
) -> list[Stored]:  # fmt: skip
    """The entries that a case was read from, and, with `register`, all that it had about who signed them; in order.

    links: the ids of entries about links, by which the persons of the case are one.

    Of a party that was erased, the entry without its payload. JournalError if an entry is not what was committed to, or
    is not there.
    """
    lines = (case.statements, case.coverages, case.withdrawals, case.disputes, case.resolutions)
    ids = {line.id for group in lines for line in group} | set(links)
    found = {one.sequence: one for one in _stored(connection, _among({*ids, *case.parties}))}
    lost = ids - {one.id for one in found.values()}
    if lost:
        raise JournalError(f"the store has no entry {min(lost)}, which its tables name; `kyosei journal rebuild` them")
    if not register:
        return [found[sequence] for sequence in sorted(found)]
    return with_register(connection, found.values())


def with_register(connection: sa.Connection, stored: Iterable[Stored]) -> list[Stored]:
    """These entries, and before them all that the register had about who signed them; in order."""
    found = {one.sequence: one for one in stored}
    signers = {one.institution for one in found.values()}
    before = entries.c.sequence <= max(found, default=-1)
    for one in _stored(connection, _IS_OF_THE_REGISTER & before):
        if isinstance(one.entry, Institution | KeyRegistration | KeyRevocation) and one.entry.institution in signers:
            found[one.sequence] = one
    return [found[sequence] for sequence in sorted(found)]


# Written out and not given as parameters, so that the index of these types is used.
_IS_OF_THE_REGISTER: Final = entries.c.type.in_(
    [sa.literal_column(f"'{type_}'") for type_ in ("institution", "key", "key_revocation")]
)


def _stored(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Stored]:
    return [checked(row) for row in connection.execute(sa.select(entries).where(condition))]


def _among(ids: Collection[str]) -> sa.ColumnElement[bool]:
    return entries.c.id == sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
