"""One request as observers see it: the template of its route, and never its address, its query, a header, a body or an id."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["ANYWHERE", "Observing", "Seen"]

ANYWHERE: Final = "/{path:path}"
"""The route of addresses that lead nowhere."""

_METHODS: Final = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"))
"""Whoever calls may invent others."""
_NONE: Final = "none"
"""The route of what leads nowhere, or was refused before any route was looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """route: as it is written in the code, such as /records/{record}. began: nanoseconds since 1970."""

    method: str
    route: str
    status: int
    began: int
    seconds: float


class Observing:
    """Tells observers of each request when it is answered. It stands before everything else."""

    def __init__(self, app: ASGIApp, observers: Sequence[Callable[[Seen], None]]) -> None:
        self._app = app
        self._observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, at, status = time.perf_counter(), time.time_ns(), 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else _NONE
            seen = Seen(method, _route_of(scope), status, at, time.perf_counter() - began)
            for observer in self._observers:
                observer(seen)


def _route_of(scope: Scope) -> str:
    """The template; below a mounted application with the place where it is mounted, which the code says too."""
    route = scope.get("route")
    template = getattr(route, "path", None)
    if not isinstance(template, str) or isinstance(route, Mount) or template == ANYWHERE:
        return _NONE
    return f"{scope.get('root_path', '')}{template}"
