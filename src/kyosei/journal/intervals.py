"""When a statement stands: from its recording until it is withdrawn, without the times in which it is replaced.

As known at an instant, a statement stands if it was recorded by then, not withdrawn by then, and no statement that
replaces it was recorded and not withdrawn by then (DESIGN.md §1). Withdrawing a replacement so begins a new interval.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from kyosei.journal.copying import copy_rows, json_text
from kyosei.journal.tables import FOREVER, statements, withdrawals

__all__ = ["Interval", "close_intervals", "intervals_of"]

Interval = tuple[int, int]
"""[from, until) in microseconds of our clock."""


def intervals_of(life: Interval, replaced: Iterable[Interval]) -> list[Interval]:
    """The life of a statement, from recording to withdrawal, without the lives of those that replace it.

    Never none: a statement that never stood has one empty interval at its recording.
    """
    found: list[Interval] = []
    begin, end = life
    for from_, until in sorted(replaced):
        if from_ >= end:
            break
        if from_ > begin:
            found.append((begin, from_))
        begin = max(begin, until)
    if begin < end:
        found.append((begin, end))
    return found or [(life[0], life[0])]


def close_intervals(connection: sa.Connection, ids: Collection[str]) -> None:
    """Writes the intervals of these statements anew, from the replacements and withdrawals on record."""
    if not ids:
        return
    first = statements.c.revival == 0
    kept = connection.execute(sa.select(statements).where(statements.c.id == sa.any_(_array(ids)), first)).all()
    columns = (statements.c.id, statements.c.replaces, statements.c.recorded_at)
    replacing = connection.execute(
        sa.select(*columns).where(statements.c.replaces == sa.any_(_array(ids)), first)
    ).all()
    ends = _withdrawn(connection, {row.id for row in (*kept, *replacing)})
    lives: dict[str, list[Interval]] = defaultdict(list)
    for row in replacing:
        lives[row.replaces].append((row.recorded_at, ends.get(row.id, FOREVER)))
    connection.execute(sa.delete(statements).where(statements.c.id == sa.any_(_array(ids))))
    rows = []
    for row in kept:
        found = intervals_of((row.recorded_at, ends.get(row.id, FOREVER)), lives[row.id])
        for revival, (from_, until) in enumerate(found):
            changed = {
                "revival": revival, "recorded_from": from_, "recorded_until": until,
                "about": json_text(row.about), "data": json_text(row.data),
            }  # fmt: skip
            rows.append([changed.get(name, value) for name, value in row._mapping.items()])
    copy_rows(connection, statements, rows)


def _withdrawn(connection: sa.Connection, ids: Collection[str]) -> dict[str, int]:
    """When each was withdrawn first."""
    found = connection.execute(
        sa.select(withdrawals.c.target, sa.func.min(withdrawals.c.recorded_at))
        .where(withdrawals.c.target == sa.any_(_array(ids)))
        .group_by(withdrawals.c.target)
    )
    return {row[0]: row[1] for row in found}


def _array(ids: Collection[str]) -> sa.ColumnElement[list[str]]:
    return sa.literal(list(ids), sa.ARRAY(sa.Text))
