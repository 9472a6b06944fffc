"""What was entered about links between local persons, by an instant; what stands of it `facts.links` computes.

Nothing is kept here of which links hold: that follows from these entries alone, so that ending a link leaves no trace (P09).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from kyosei.facts.links import LinkEntry
from kyosei.journal import tables
from kyosei.journal.records import dispute_of, link_of, resolution_of, unlink_of, withdrawal_of

__all__ = ["link_entries"]


def link_entries(connection: sa.Connection, persons: Collection[str], known: int) -> list[LinkEntry]:
    """Every link of these local persons recorded by an instant (microseconds), and all that was said about it by then.

    Links that ended are among them. In the order of their sorts, each in the order in which it came.
    """
    columns = tables.links.c
    asked = _among(persons)
    found = connection.execute(
        sa.select(tables.links)
        .where(sa.or_(columns.first == asked, columns.second == asked), columns.recorded_at <= known)
        .order_by(columns.sequence)
    )
    links = [link_of(row) for row in found]
    ids = [link.id for link in links]
    unlinks = [unlink_of(row) for row in _about(connection, tables.unlinks, ids, known)]
    disputes = [dispute_of(row) for row in _about(connection, tables.disputes, ids, known)]
    resolutions = [
        resolution_of(row) for row in _about(connection, tables.resolutions, [d.id for d in disputes], known)
    ]
    said: list[LinkEntry] = [*links, *unlinks, *disputes, *resolutions]
    withdrawals = _about(connection, tables.withdrawals, [entry.id for entry in said], known)
    return [*said, *(withdrawal_of(row) for row in withdrawals)]


def _about(connection: sa.Connection, table: sa.Table, targets: Collection[str], known: int) -> Iterable[sa.Row[Any]]:
    """The rows with these targets; Any: the columns of a row have different types."""
    if not targets:
        return ()
    recorded = table.c.recorded_from if table is tables.disputes else table.c.recorded_at
    asked = sa.select(table).where(table.c.target == _among(targets), recorded <= known).order_by(table.c.sequence)
    return connection.execute(asked)


def _among(ids: Collection[str]) -> sa.ColumnElement[Any]:  # Any: SQLAlchemy types it as a truth, it stands for a text
    return sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
