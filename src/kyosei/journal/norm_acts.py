"""Rulings about the alerts of norms out of the journal, each with the actor of the key that signed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa

__all__ = ["norm_acts_until", "norms_ruled_on"]

Row = sa.Row[Any]  # Any: the columns of a row have different types

_ALL: Final = sa.text("""
    SELECT acts.*, keys.actor_kind, keys.actor
    FROM norm_acts AS acts
    JOIN entries ON entries.sequence = acts.sequence
    LEFT JOIN institution_keys AS keys ON keys.key_id = entries.key_id
    WHERE acts.sequence < :position
    ORDER BY acts.sequence
""")
_SINCE: Final = sa.text(
    "SELECT DISTINCT norm FROM norm_acts WHERE sequence >= :first AND sequence < :position ORDER BY norm"
)


def norm_acts_until(connection: sa.Connection, position: int) -> Sequence[Row]:
    """The rulings among the first entries of the journal, in order.

    The actor is None where the operator's root key signed, which is in no register.
    """
    return connection.execute(_ALL, {"position": position}).all()


def norms_ruled_on(connection: sa.Connection, first: int, position: int) -> list[str]:
    """The norms that entries from one place to another rule about."""
    return list(connection.scalars(_SINCE, {"first": first, "position": position}))
