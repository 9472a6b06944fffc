"""Every projection as bytes, to compare before and after a rebuild."""

from __future__ import annotations

import sqlalchemy as sa

from kyosei.journal.tables import PROJECTIONS

__all__ = ["dumped"]


def dumped(engine: sa.Engine) -> dict[str, bytes]:
    """The rows of each projection in the order of its key, as the database writes them."""
    found = {}
    with engine.connect() as connection:
        for table in PROJECTIONS:
            key = ", ".join(column.name for column in table.primary_key)
            rows = connection.execute(sa.text(f"SELECT t::text FROM {table.name} AS t ORDER BY {key}")).scalars()
            found[table.name] = "\n".join(rows).encode()
    return found
