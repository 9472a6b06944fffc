"""Assertions that were used: one that names itself (`jti`, RFC 7519) works once, in whichever process it arrives."""

from __future__ import annotations

import hashlib
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.journal.clock import Clock
from kyosei.journal.envelope import canonical
from kyosei.journal.session_tables import used_assertions

__all__ = ["UsedAssertions"]

_LETTERS_MAX: Final = 200


class UsedAssertions:
    """Those of a database, until they would be over in any case."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def is_new(self, institution: str, id_: object, ends_at: int) -> bool:
        """Whether an institution uses it for the first time; from now on it is used. ends_at: microseconds."""
        if not isinstance(id_, str) or not 0 < len(id_) <= _LETTERS_MAX:
            return False
        digest = hashlib.sha256(canonical({"iss": institution, "jti": id_})).digest()
        taken = insert(used_assertions).values(digest=digest, ends_at=ends_at).on_conflict_do_nothing()
        with self._engine.begin() as connection:
            connection.execute(sa.delete(used_assertions).where(used_assertions.c.ends_at <= self._clock()))
            return connection.execute(taken.returning(used_assertions.c.digest)).one_or_none() is not None
