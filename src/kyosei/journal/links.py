"""What was entered about links between local persons, by an instant; what stands of it `facts.links` computes.

Nothing is kept here of which links hold: that follows from these entries alone, so that ending a link leaves no trace (P09).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.links import LinkEntry
from kyosei.journal import tables
from kyosei.journal.records import dispute_of, link_of, resolution_of, unlink_of, withdrawal_of

__all__ = ["link_entries"]


def link_entries(connection: sa.Connection, persons: Collection[str], known: int) -> list[LinkEntry]:
    """Every link of these local persons recorded by an instant (microseconds), and all that was said about it by then.

    Links that ended are among them. In the order of their sorts, each in the order in which it came.
    """
    found = connection.execute(_LINKS, {"ids": sorted(persons), "known": known})
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
    return connection.execute(_ABOUT[table.name], {"ids": sorted(targets), "known": known})


_IDS: Any = sa.any_(
    sa.bindparam("ids", type_=sa.ARRAY(sa.Text))
)  # Any: SQLAlchemy types it as a truth, it stands for a text
_KNOWN: Final = sa.bindparam("known", type_=sa.BigInteger)
_LINKS: Final = (
    sa.select(tables.links)
    .where(
        sa.or_(tables.links.c.first == _IDS, tables.links.c.second == _IDS), tables.links.c.recorded_at <= _KNOWN
    )
    .order_by(tables.links.c.sequence)
)  # fmt: skip
_ABOUT: Final = {
    table.name: sa.select(table).where(table.c.target == _IDS, recorded <= _KNOWN).order_by(table.c.sequence)
    for table, recorded in (
        (tables.unlinks, tables.unlinks.c.recorded_at),
        (tables.disputes, tables.disputes.c.recorded_from),
        (tables.resolutions, tables.resolutions.c.recorded_at),
        (tables.withdrawals, tables.withdrawals.c.recorded_at),
    )
}
