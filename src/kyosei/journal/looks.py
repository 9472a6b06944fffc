"""The access log as chains of hashes, one a person, and the heads over all of them.

A look hashes to SHA-256 over its canonical JSON (RFC 8785) with the hash of the look before it at the same person. So the
last look of a person stands for all of them. A **head** is taken now and then: it covers the looks of every person up to
one of them (the rows of `access_ends`), and its root is that of the RFC 6962 tree whose leaves are the hashes of these last
looks, in the order of the persons' ids. Persons without a look since the head before have no leaf in it: theirs are
covered by an earlier one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

import sqlalchemy as sa

from kyosei.errors import JournalError
from kyosei.journal.envelope import canonical
from kyosei.journal.tables import FOREVER, access_ends, access_log
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes

__all__ = ["BEFORE_THE_FIRST", "ComputedHead", "computed_heads", "look_digest", "note_ends", "verify_looks"]

BEFORE_THE_FIRST: Final = bytes(32)
"""What stands for the hash before a person's first look."""

_ROWS: Final = 1_000


@dataclass(frozen=True, slots=True)
class ComputedHead:
    """What a head comes to by the access log as it is now; `looks`: how many it covers together with all before it."""

    number: int
    looks: int
    root: bytes


def look_digest(content: Mapping[str, object], previous: bytes) -> bytes:
    """The hash of a look: of all its columns but the two hashes, and of the hash before it."""
    return hashlib.sha256(canonical({**content, "previous": previous.hex()})).digest()


def verify_looks(connection: sa.Connection, subject: str | None = None) -> int:
    """Checks the chain of a person's looks, or of everybody's; how many looks there are.

    JournalError names the first that is not right.
    """
    log = access_log.c
    asked = sa.select(access_log).order_by(log.subject, log.number)
    if subject is not None:
        asked = asked.where(log.subject == subject)
    person, previous = "", BEFORE_THE_FIRST  # no person has the empty id
    count = number = 0
    with connection.execute(asked.execution_options(yield_per=_ROWS)) as rows:
        for row in rows:
            if row.subject != person:
                person, number, previous = row.subject, 0, BEFORE_THE_FIRST
            count, number = count + 1, number + 1
            if row.number != number:
                raise _wrong(person, number, "is missing")
            content = {name: value for name, value in row._mapping.items() if name not in ("previous", "digest")}
            digest = look_digest(content, previous)
            if bytes(row.previous) != previous or bytes(row.digest) != digest:
                raise _wrong(person, number, "was changed")
            previous = digest
    return count


def note_ends(connection: sa.Connection, head: int) -> int:
    """Notes for a new head how far each person's looks have come; of how many persons there are new ones."""
    return connection.execute(_NOTE_ENDS, {"head": head}).rowcount


def computed_heads(connection: sa.Connection, first: int = 1, last: int = FOREVER) -> list[ComputedHead]:
    """The heads from one number to another, in order. JournalError if a look that one of them covers is not there.

    The hashes are taken as they stand in the table: that they are those of their looks, `verify_looks` says.
    """
    looks = int(connection.scalar(_COVERED, {"first": first}) or 0)
    found = []
    with connection.execute(_ENDS, {"first": first, "last": last}, execution_options={"yield_per": _ROWS}) as rows:
        for number, ends in groupby(rows, attrgetter("head")):
            tree = Frontier()
            for end in ends:
                if end.digest is None:
                    raise _wrong(end.subject, end.number, f"is missing, and head {number} covers it")
                tree.extend(leaf_hashes([bytes(end.digest)]))
                looks += end.number - end.before
            found.append(ComputedHead(number, looks, tree.root()))
    return found


_NOTE_ENDS: Final = sa.text(f"""
    INSERT INTO {access_ends.name} (subject, head, number)
    SELECT looks.subject, :head, looks.number
    FROM (SELECT subject, max(number) AS number FROM {access_log.name} GROUP BY subject) AS looks
    LEFT JOIN (SELECT subject, max(number) AS number FROM {access_ends.name} GROUP BY subject) AS ends USING (subject)
    WHERE looks.number > coalesce(ends.number, 0)
""")
_COVERED: Final = sa.text(f"""
    SELECT sum(number) FROM (
        SELECT max(number) AS number FROM {access_ends.name} WHERE head < :first GROUP BY subject
    ) AS ends
""")
_ENDS: Final = sa.text(f"""
    SELECT ends.head, ends.subject, ends.number, looks.digest, coalesce((
        SELECT max(earlier.number) FROM {access_ends.name} AS earlier
        WHERE earlier.subject = ends.subject AND earlier.head < ends.head
    ), 0) AS before
    FROM {access_ends.name} AS ends
    LEFT JOIN {access_log.name} AS looks ON looks.subject = ends.subject AND looks.number = ends.number
    WHERE ends.head BETWEEN :first AND :last
    ORDER BY ends.head, ends.subject
""")


def _wrong(subject: str, number: int, what: str) -> JournalError:
    return JournalError(f"access entry {number} about {subject} {what}: restore the store from a backup")
