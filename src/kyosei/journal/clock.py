"""What the journal is given from outside: the clock, and the log that it publishes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, SupportsBytes

__all__ = ["Clock", "PublicLog", "PublishedTree"]

Clock = Callable[[], int]
"""The present instant, in microseconds since 1970-01-01 UTC."""


class PublishedTree(Protocol):
    """What a log published: its name, size and root, as the text of its checkpoint has them."""

    @property
    def text(self) -> str:
        """The text that was signed (C2SP tlog-checkpoint)."""
        ...


class PublicLog(Protocol):
    """An append-only log of leaves (RFC 6962). The leaf at index n is that of the entry with sequence n."""

    @property
    def size(self) -> int:
        """How many leaves it has."""
        ...

    def extend(self, first: int, leaves: Sequence[bytes]) -> None:
        """Adds leaves from index `first` on; those that it has already must be the same, and are not added again."""
        ...

    def publish(self, time: datetime) -> PublishedTree:
        """Makes all leaves durable and public."""
        ...

    def proof(self, index: int, extra: bytes = b"") -> SupportsBytes:
        """That a published leaf is in the tree: a file that can be verified offline (C2SP tlog-proof)."""
        ...
