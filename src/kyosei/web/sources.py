"""How every source keeps its duty to tell in time: computed for all of them at once, and again after an hour."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from kyosei.signals.document import signals_from
from kyosei.signals.freshness import Freshness
from kyosei.signals.from_journal import read_records

__all__ = ["Sources"]

_HOUR: Final = 3_600_000_000


class Sources:
    """Reads everybody's records as `kyosei signals` does, and keeps nothing but figures about sources."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._one = threading.Lock()
        self._known: tuple[int, Sequence[Freshness]] | None = None

    def as_of(self, now: int) -> tuple[int, Sequence[Freshness]]:
        """As of an instant (microseconds) within the last hour; which one, and the figures."""
        with self._one:
            if self._known is None or not self._known[0] <= now < self._known[0] + _HOUR:
                reading = self._engine.connect().execution_options(isolation_level="REPEATABLE READ")
                with reading as connection, connection.begin():
                    self._known = now, signals_from(read_records(connection, now)).freshness
            return self._known
