"""The public log for several processes over one store: each holds its folder only while it adds and publishes.

Who writes has the writers' lock of the store (`locks.Lock.WRITERS`), so they never meet at the folder. What one added and could
not publish is forgotten here and added again by the next writer, out of the store, as after a crash.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import SupportsBytes

from kyosei.journal.clock import PublishedTree
from kyosei.log import Log
from kyosei.log import SigningKey as LogKey

__all__ = ["SharedLog"]


class SharedLog:
    """A `PublicLog` in a folder. LogError while somebody holds the folder without the writers' lock."""

    def __init__(self, directory: Path, key: LogKey) -> None:
        self._directory = directory
        self._key = key
        self._held: Log | None = None

    @property
    def size(self) -> int:
        """How many leaves are published. A writer begins with this: what was left unpublished before is forgotten."""
        self._let_go()
        with self._opened() as log:
            return log.size

    def extend(self, first: int, leaves: Sequence[bytes]) -> None:
        """Adds leaves, and holds the folder until they are published."""
        if self._held is None:
            self._held = self._opened()
        self._held.extend(first, leaves)

    def publish(self, time: datetime) -> PublishedTree:
        """Makes all leaves durable and public, and lets go of the folder."""
        log = self._opened() if self._held is None else self._held
        self._held = log
        try:
            return log.publish(time)
        finally:
            self._let_go()

    def proof(self, index: int, extra: bytes = b"") -> SupportsBytes:
        """That a published leaf is in the tree."""
        with self._opened() as log:
            return log.proof(index, extra)

    def _opened(self) -> Log:
        return Log(self._directory, self._key)

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
