"""Acts on cases out of the journal, each with the actor of the key that signed it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import sqlalchemy as sa

__all__ = ["acts_about", "cases_acted_on"]

Row = sa.Row[Any]  # Any: the columns of a row have different types

_ABOUT: Final = sa.text("""
    SELECT acts.sequence, acts.id, acts."case", acts.act, acts.reason, acts.route, acts.event, acts.source,
        acts.stated_at, acts.recorded_at,
        keys.actor_kind, keys.actor
    FROM case_acts AS acts
    JOIN entries ON entries.sequence = acts.sequence
    LEFT JOIN institution_keys AS keys ON keys.key_id = entries.key_id
    WHERE acts."case" >= :first AND acts."case" < :last AND acts.sequence < :position
    ORDER BY acts.sequence
""")
_SINCE: Final = sa.text(
    'SELECT DISTINCT "case" FROM case_acts WHERE sequence >= :first AND sequence < :position ORDER BY "case"'
)


def acts_about(connection: sa.Connection, prefix: str, position: int) -> Collection[Row]:
    """The acts on cases whose ids begin so, among the first entries of the journal, in order.

    The actor is None where the operator's root key signed, which is in no register.
    """
    return connection.execute(_ABOUT, {"first": prefix, "last": f"{prefix}~", "position": position}).all()


def cases_acted_on(connection: sa.Connection, first: int, position: int) -> list[str]:
    """The cases that entries from one place to another act on."""
    return list(connection.scalars(_SINCE, {"first": first, "position": position}))
