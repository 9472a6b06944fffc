"""Heads of the access log in the journal: taken, entered like anything else that is said, and verified.

An entry of type `access_head` is signed, stored, and in the public log as a commitment of 32 bytes like every other. It
names no person and no look. Once it is published, nobody can drop, change or reorder a look that it covers, nor put one
among them, without the store contradicting the log. Looks after the newest head have only their own chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.errors import JournalError
from kyosei.journal.admission import Receipt
from kyosei.journal.entries import AccessHead
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.locks import Lock, hold
from kyosei.journal.looks import ComputedHead, computed_heads, note_ends, verify_looks
from kyosei.journal.stored import checked
from kyosei.journal.tables import access_log, entries
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["VerifiedLooks", "compare_newest", "count_looks", "heads_on_record", "seal", "verify_access_log"]

# The type is written out, so that the index of that type is used.
_HEADS: Final = (
    sa.select(entries).where(entries.c.type == sa.literal_column("'access_head'")).order_by(entries.c.sequence)
)


@dataclass(frozen=True, slots=True)
class VerifiedLooks:
    """How many looks there are, how many of them the heads cover, and how many heads."""

    looks: int
    covered: int
    heads: int


def seal(journal: Journal, key: SigningKey, source: str, now: int) -> list[Receipt]:
    """Takes a head over every look that no head covers, and enters it; none if there is no such look.

    key, source: whose word it is; the operator's root, or an institution registered for entries of type access_head. now: in
    microseconds. A head that was taken before and not entered, because that was interrupted, is entered first.
    """
    with _alone(journal.engine) as connection:
        receipts = _enter(journal, connection, key, source, now)
        if note_ends(connection, _following(connection)):
            connection.commit()
            receipts += _enter(journal, connection, key, source, now)
        return receipts


def verify_access_log(connection: sa.Connection, heads: Sequence[AccessHead]) -> VerifiedLooks:
    """Checks every look, and that each head on record is that of the access log as it is. `heads`: of verified entries.

    JournalError names the first that is not right. A head that was taken and not entered yet is passed over.
    """
    looks = verify_looks(connection)
    computed = computed_heads(connection)
    for place, head in enumerate(heads):
        if head.number != place + 1:
            raise JournalError(f"head {place + 1} of the access log is missing: restore the store from a backup")
        _compare(head, *computed[place : place + 1])
    return VerifiedLooks(looks, heads[-1].looks if heads else 0, len(heads))


def compare_newest(connection: sa.Connection) -> AccessHead | None:
    """The newest head on record, if the access log agrees with it; None if there is none. JournalError if not.

    Quick: it takes the hashes of the looks as they stand. `verify_access_log` computes them.
    """
    row = connection.execute(_HEADS.order_by(None).order_by(entries.c.sequence.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    newest = _head(checked(row).entry)
    _compare(newest, *computed_heads(connection, newest.number, newest.number))
    return newest


def heads_on_record(connection: sa.Connection) -> list[AccessHead]:
    """Every head that was entered, in order. JournalError if an entry is not what was committed to."""
    return [_head(checked(row).entry) for row in connection.execute(_HEADS)]


def count_looks(connection: sa.Connection) -> int:
    """How many looks there are."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(access_log)) or 0)


def _enter(journal: Journal, connection: sa.Connection, key: SigningKey, source: str, now: int) -> list[Receipt]:
    """Enters the heads that were taken and are not on record."""
    receipts = []
    waiting = computed_heads(connection, _following(connection))
    connection.rollback()
    for head in waiting:
        line = {
            "type": "access_head", "id": f"access-head:{head.number}", "number": head.number, "looks": head.looks,
            "root": head.root.hex(), "source": source, "stated_at": instant_from_microseconds(now).isoformat(),
        }  # fmt: skip
        receipts.append(journal.submit_one(key.sign(line)))
    return receipts


def _following(connection: sa.Connection) -> int:
    """The number of the next head to be entered."""
    return 1 + int(connection.scalar(sa.select(sa.func.count()).select_from(_HEADS.order_by(None).subquery())) or 0)


def _head(entry: object) -> AccessHead:
    assert isinstance(entry, AccessHead)
    return entry


def _compare(head: AccessHead, computed: ComputedHead | None = None) -> None:
    if computed != ComputedHead(head.number, head.looks, head.root):
        raise JournalError(
            f"the access log is not the one of which head {head.number} was published: looks that it covers, up to"
            f" {head.looks}, were dropped, changed or reordered; restore the store from a backup"
        )


@contextmanager
def _alone(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection while nobody else takes a head."""
    with engine.connect() as connection, hold(connection, Lock.HEADS):
        yield connection
