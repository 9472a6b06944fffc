"""The advisory locks of the store: who must be alone to go on, each under a number of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum, unique

import sqlalchemy as sa

__all__ = ["Lock", "hold", "hold_to_the_end"]


@unique
class Lock(IntEnum):
    """Of whom there is one at a time. Two with one number would wait for each other without need."""

    WRITERS = 5_471_386_219_004
    """Who gives out places in the journal."""
    HEADS = 5_471_386_219_005
    """Who takes heads of the access log: two at a time would take the same one."""
    CASES = 5_471_386_219_006
    """Who brings the cases up to date."""
    WATCH = 5_471_386_219_007
    """Who keeps the verdicts."""


@contextmanager
def hold(connection: sa.Connection, lock: Lock) -> Iterator[None]:
    """As long as this lasts, nobody else has the lock; no transaction may be open. It ends with the connection, too."""
    connection.execute(sa.select(sa.func.pg_advisory_lock(lock)))
    connection.commit()
    try:
        yield
    finally:
        connection.rollback()
        connection.execute(sa.select(sa.func.pg_advisory_unlock(lock)))
        connection.commit()


def hold_to_the_end(connection: sa.Connection, lock: Lock) -> None:
    """Nobody else has the lock until the open transaction ends."""
    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))
