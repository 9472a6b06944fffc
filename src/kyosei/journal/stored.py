"""Entries as they lie in the store, and back: each is checked against its commitment whenever it is read again."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kyosei.errors import CaseFileError, EntryRefusedError, JournalError
from kyosei.journal.admission import Receipt
from kyosei.journal.entries import Entry, recorded
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import digest_of, open_envelope
from kyosei.journal.projections import Taken
from kyosei.journal.tables import entries
from kyosei.log import commitment

__all__ = ["Stored", "checked", "chunks_from", "taken_of"]


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of `entries`. `entry`, `envelope`, `salt` and `digest` are None once it is erased."""

    sequence: int
    id: str
    type: str
    institution: str
    key_id: str
    recorded_at: int
    sign: tuple[str, int] | None
    envelope: bytes | None
    salt: bytes | None
    digest: bytes | None
    commitment: bytes
    erases: str | None
    entry: Entry | None

    def row(self) -> Sequence[object]:
        """The values of the row, in the order of its columns."""
        source, stated_at = self.sign or (None, None)
        return (
            self.sequence, self.id, self.type, self.institution, self.key_id, self.recorded_at, source, stated_at,
            self.envelope, self.salt, self.digest, self.commitment, self.erases,
        )  # fmt: skip

    def receipt(self) -> Receipt:
        """What its sender gets."""
        assert self.salt is not None
        return Receipt(self.id, self.sequence, self.recorded_at, self.salt, self.commitment)


def chunks_from(connection: sa.Connection, first: int, rows: int) -> Iterator[list[Stored]]:
    """All entries from a place on, in order, some at a time. JournalError at the first that is not what it was."""
    while True:
        asked = sa.select(entries).where(entries.c.sequence >= first).order_by(entries.c.sequence).limit(rows)
        chunk = [checked(row) for row in connection.execute(asked)]
        if not chunk:
            return
        if chunk[0].sequence != first or chunk[-1].sequence != first + len(chunk) - 1:
            raise JournalError(f"an entry is missing at or after place {first}: restore the store from a backup")
        yield chunk
        first += len(chunk)


def taken_of(stored: Sequence[Stored]) -> list[Taken]:
    """The entries as projections take them."""
    return [
        Taken(one.sequence, one.id, one.type, one.institution, one.recorded_at, one.sign, one.entry) for one in stored
    ]


def checked(row: sa.Row[Any]) -> Stored:  # Any: the columns of a row have different types
    """The entry of a row, if it is the one that was committed to."""
    entry = None
    if row.envelope is not None:
        if not hmac.compare_digest(commitment(row.salt, row.envelope), row.commitment):
            raise _changed(row, "its bytes are not those that were committed to")
        if digest_of(row.envelope) != row.digest:
            raise _changed(row, "its digest is not that of its bytes")
        try:
            envelope = open_envelope(row.envelope)
            entry = recorded(read_entry(parsed_line(envelope.payload)), row.recorded_at)
        except (CaseFileError, EntryRefusedError) as error:
            raise _changed(row, f"it can no longer be read: {error.message}") from error
        if (entry.id, envelope.type, envelope.key_id) != (row.id, row.type, row.key_id):
            raise _changed(row, "its columns are not those of its bytes")
    sign = None if row.source is None else (row.source, row.stated_at)
    return Stored(
        row.sequence, row.id, row.type, row.institution, row.key_id, row.recorded_at, sign, row.envelope, row.salt,
        row.digest, row.commitment, row.erases, entry,
    )  # fmt: skip


def _changed(row: sa.Row[Any], what: str) -> JournalError:  # Any: as above
    return JournalError(f"entry {row.sequence} ({row.id}) was changed: {what}; restore the store from a backup")
