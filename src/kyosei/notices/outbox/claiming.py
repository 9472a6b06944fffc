"""Taking from the outbox what is to leave now, so that no two workers take the same and none is lost with its worker.

A claim is a lease: it is committed before anything is handed over, and ends by itself. Whoever dies in between leaves a delivery
that another takes up under the same key. A digest is fixed when it is first claimed: every attempt hands over the same one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.journal.notice_tables import deliveries
from kyosei.notices.outbox.reach import preferences_of
from kyosei.notices.outbox.timing import after_quiet_hours

__all__ = ["Claim", "claim"]

LEASE: Final = 600 * 1_000_000
"""Ten minutes: longer than every attempt takes (the channels have their own limits)."""

_Row = sa.Row[Any]  # Any: rows of several types


@dataclass(frozen=True, slots=True)
class Claim:
    """Deliveries taken together, by key and notice; attempts: how often they were tried, this attempt included."""

    key: str
    channel: str
    recipient: str
    deliveries: tuple[str, ...]
    notices: tuple[str, ...]
    attempts: int


def claim(connection: sa.Connection, channels: Collection[str], now: int) -> Claim | None:
    """Takes what has waited longest; None if nothing is due. Commit before handing it over."""
    d = deliveries.c
    free = sa.and_(
        d.state == "waiting", d.channel.in_(sorted(channels)), d.not_before <= now,
        sa.or_(d.claimed_until.is_(None), d.claimed_until <= now),
    )  # fmt: skip
    passed: list[str] = []
    while True:
        asked = sa.select(deliveries).where(free, d.key.not_in(passed)).order_by(d.not_before, d.key).limit(1)
        first = connection.execute(asked.with_for_update(skip_locked=True)).one_or_none()
        if first is None:
            return None
        if _put_off_to_the_morning(connection, first, now):
            continue
        rows = _together(connection, first, free, now)
        if rows:
            break
        passed.append(first.key)
    keys = tuple(row.key for row in rows)
    name = first.batch or (keys[0] if len(keys) == 1 else _digest_of(keys))
    connection.execute(
        sa.update(deliveries)
        .where(d.key.in_(keys))
        .values(claimed_until=now + LEASE, attempts=d.attempts + 1, batch=name)
    )
    return Claim(name, first.channel, first.recipient, keys, tuple(row.notice for row in rows), first.attempts + 1)


def _together(connection: sa.Connection, first: _Row, free: sa.ColumnElement[bool], now: int) -> Sequence[_Row]:
    """What leaves with the first: its digest as it was fixed, or all that waits for the same one; nothing if another worker
    has a part of it.
    """
    d = deliveries.c
    if first.batch is not None:
        of_batch = sa.and_(d.batch == first.batch, d.state == "waiting")
        unclaimed = sa.or_(d.claimed_until.is_(None), d.claimed_until <= now)
        asked = sa.select(deliveries).where(of_batch, unclaimed).order_by(d.key).with_for_update(skip_locked=True)
        rows = connection.execute(asked).all()
        whole = connection.scalar(sa.select(sa.func.count()).select_from(deliveries).where(of_batch))
        return rows if len(rows) == whole else ()
    if first.slot is None:
        return [first]
    same = sa.and_(d.recipient == first.recipient, d.channel == first.channel, d.slot == first.slot, d.batch.is_(None))
    return connection.execute(
        sa.select(deliveries).where(same, free).order_by(d.key).with_for_update(skip_locked=True)
    ).all()


def _put_off_to_the_morning(connection: sa.Connection, first: _Row, now: int) -> bool:
    """Whether its reader is to be left in peace now: a worker may be late, and a snooze ends at midnight."""
    if first.channel != "email":
        return False
    leaves = after_quiet_hours(now, preferences_of(connection, first.recipient))
    if leaves > now:
        connection.execute(sa.update(deliveries).where(deliveries.c.key == first.key).values(not_before=leaves))
    return leaves > now


def _digest_of(keys: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(keys).encode()).hexdigest()[:32]
