"""How long a connection may take to say what it wants: who sends the head of a request slowly holds no place of others."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

__all__ = ["Impatient"]


class Impatient(H11Protocol):
    """uvicorn's protocol, but that it ends a connection on which no whole head of a request arrives in time. How long a body may
    take is `BodyGuard`'s.
    """

    seconds: ClassVar[float] = 15.0
    _ends: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Time runs from the beginning,"""
        super().connection_made(transport)
        self._look_at_the_time()

    def data_received(self, data: bytes) -> None:
        """not from the newest byte,"""
        super().data_received(data)
        self._look_at_the_time()

    def on_response_complete(self) -> None:
        """and anew for the next request."""
        super().on_response_complete()
        self._look_at_the_time()

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nothing to end any more."""
        super().connection_lost(exc)
        self._forget()

    def _look_at_the_time(self) -> None:
        if self._is_answering():
            self._forget()
        elif self._ends is None:
            self._ends = self.loop.call_later(self.seconds, self._end)

    def _is_answering(self) -> bool:
        cycle: object = self.cycle  # None before the first request
        return isinstance(cycle, RequestResponseCycle) and not cycle.response_complete

    def _end(self) -> None:
        if not self._is_answering():
            self.transport.close()

    def _forget(self) -> None:
        if self._ends is not None:
            self._ends.cancel()
            self._ends = None
