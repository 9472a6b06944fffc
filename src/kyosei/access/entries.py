"""Access entries: one for each look at a person's records, numbered for each person without gaps, and chained by hashes.

The chain (`kyosei.journal.looks`) shows a changed entry and a missing one. That the last ones were not cut off show the heads
of the access log that are in the public log (`kyosei.journal.access_heads`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.journal.looks import BEFORE_THE_FIRST, look_digest, verify_looks
from kyosei.journal.tables import access_log

__all__ = ["AccessEntry", "Place", "append_entry", "entries_about", "entries_permitted", "next_place", "verify_entries"]

_INSERT: Final = sa.insert(access_log)
_LAST: Final = (
    sa.select(access_log.c.number, access_log.c.digest, access_log.c.logtime)
    .where(access_log.c.subject == sa.bindparam("subject"))
    .order_by(access_log.c.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One look, permitted or refused. Instants in microseconds.

    reason: the policy that permitted it, or why it was refused (errors.AccessRefusal). basis: a provision as
    `LAW/ARTICLE/PARAGRAPH/ITEM`, `consent:ID`, or `consent-by-link:ID` for one that stands under another id of whoever
    this is. fields: what was shown. policies: the version of the policies.
    withheld_until: the first day on which the person may see it, by the provision `withheld_by`.
    """

    subject: str
    number: int
    logtime: int
    action: str
    decision: str
    reason: str
    actor_kind: str
    actor: str
    role: str
    organisation: str | None
    purpose: str | None
    basis: str | None
    on_behalf_of: str | None
    case: str | None
    known: int
    fields: tuple[str, ...]
    law: str
    policies: str
    withheld_until: int | None = None
    withheld_by: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next entry about a person goes: its number, the hash before it, and the instant that it is not before."""

    number: int
    previous: bytes
    logtime_min: int


def next_place(connection: sa.Connection, subject: str) -> Place:
    """The next place; the caller holds the lock on the person's entries."""
    last = connection.execute(_LAST, {"subject": subject}).one_or_none()
    if last is None:
        return Place(1, BEFORE_THE_FIRST, 0)
    return Place(last.number + 1, bytes(last.digest), last.logtime)


def append_entry(connection: sa.Connection, entry: AccessEntry, place: Place) -> None:
    """Writes an entry in the transaction of the look itself."""
    row = _content(entry)
    digest = look_digest(row, place.previous)
    connection.execute(_INSERT, {**row, "previous": place.previous, "digest": digest})


def entries_about(
    connection: sa.Connection, subjects: Collection[str], offset: int = 0, limit: int | None = None,
    which: Sequence[sa.ColumnElement[bool]] = (),
) -> list[AccessEntry]:  # fmt: skip
    """The entries about these persons, or those `which` they are, the newest first."""
    log = access_log.c
    newest = (log.logtime.desc(), log.subject, log.number.desc())
    asked = sa.select(access_log).where(log.subject.in_(subjects), *which).order_by(*newest).offset(offset).limit(limit)
    return [_entry(row._mapping) for row in connection.execute(asked)]


def entries_permitted(
    connection: sa.Connection, subjects: Collection[str], before: int, actions: Collection[str]
) -> list[AccessEntry]:  # fmt: skip
    """The permitted looks of these actions at these persons before an instant (microseconds), the oldest first."""
    log = access_log.c
    asked = sa.select(access_log).where(
        log.subject.in_(subjects), log.decision == "permitted", log.action.in_(actions), log.logtime < before
    )
    return [_entry(row._mapping) for row in connection.execute(asked.order_by(log.logtime, log.subject, log.number))]


def verify_entries(connection: sa.Connection, subject: str) -> int:
    """Checks the chain of a person's entries; how many there are. JournalError names the first that is not right."""
    return verify_looks(connection, subject)


def _entry(row: Mapping[Any, Any]) -> AccessEntry:  # Any: a row of the table, whose columns have different types
    values = {name: row[name] for name in AccessEntry.__slots__}
    return AccessEntry(**{**values, "fields": tuple(values["fields"])})


def _content(entry: AccessEntry) -> dict[str, Any]:  # Any: a column of the table each
    return {**asdict(entry), "fields": list(entry.fields)}
