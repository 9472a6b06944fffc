"""Locks under which looks at persons get their places in the access log, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Final

import sqlalchemy as sa

__all__ = ["locked"]

_LOOKS: Final = 5_471_386
"""The first half of the advisory locks under which entries about one person get their places."""

_BY_ITSELF: Final = "AUTOCOMMIT"
"""A lock is taken and let go by a statement that is no part of a transaction: two messages to the database less each time."""


@contextmanager
def locked(engine: sa.Engine, subjects: Collection[str]) -> Iterator[sa.Connection]:
    """A connection on which nobody else adds an entry about these persons; all that it reads is of one moment."""
    keys = {"looks": _LOOKS, "subjects": sorted(subjects)}
    with engine.connect().execution_options(isolation_level=_BY_ITSELF) as connection:
        # Taken before the transaction that reads, or that would not see the entries of those it waited for.
        connection.execute(_LOCK, keys)
        connection.commit()
        try:
            yield connection.execution_options(isolation_level="REPEATABLE READ")
        finally:
            connection.rollback()
            connection.execution_options(isolation_level=_BY_ITSELF).execute(_UNLOCK, keys)
            connection.commit()


# In the order of the keys, whoever asks: so that no two looks wait for each other.
_KEYS: Final = """
    FROM (SELECT DISTINCT hashtext(id) AS key FROM unnest(CAST(:subjects AS text[])) AS asked (id) ORDER BY 1) AS keys
"""
_LOCK: Final = sa.text(f"SELECT pg_advisory_lock(:looks, key) {_KEYS}")
_UNLOCK: Final = sa.text(f"SELECT pg_advisory_unlock(:looks, key) {_KEYS}")
