"""Guards before every request: our host only, bodies of a known size and pace, and headers that keep a browser narrow."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kyosei.web.api.problems import Problem, problem_response
from kyosei.web.security.origin import Origin

__all__ = ["BODY_BYTES_MAX", "BodyGuard", "HeaderGuard", "HostGuard"]

BODY_BYTES_MAX: Final = 64 * 1024
"""Forms and questions are short."""
_BODY_SECONDS_MAX: Final = 20.0
"""In which a body must have arrived: who sends slowly holds nothing up."""
_LET_PASS_MAX: Final = 16 * 1024 * 1024
_LET_PASS_PAUSE_MAX: Final = 1.0
"""Of a body that is too long, such as a photograph, so much is read while it comes: its sender then sees why it was refused."""

_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self' {elsewhere}; "
    "frame-ancestors 'none'; base-uri 'none'"
)
"""No script at all, nothing inline, nothing from elsewhere. A browser lets a form be answered by leading elsewhere only where
that is said.
"""
_HEADERS: Final[tuple[tuple[str, str], ...]] = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
)
_CLOSING: Final = {"connection": "close"}
_YEAR: Final = 31_536_000


class HostGuard:
    """Answers 421 to requests for another host: nothing we write may be built from a name that somebody else chose."""

    def __init__(self, app: ASGIApp, origin: Origin) -> None:
        self._app = app
        self._origin = origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._origin.serves(Headers(scope=scope).get("host", "")):
            await PlainTextResponse("This server answers for another address.\n", 421, _CLOSING)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class BodyGuard:
    """Answers 413 to a body that is too long, and 408 to one that does not arrive in time. longer: how many bytes the paths may
    have that take more than others; a part in braces is any.
    """

    def __init__(self, app: ASGIApp, longer: Mapping[str, int]) -> None:
        self._app = app
        self._longer = [(compile_path(path)[0], most) for path, most in longer.items() if most > BODY_BYTES_MAX]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        most = max((most for path, most in self._longer if path.match(scope["path"])), default=BODY_BYTES_MAX)
        if not declared.isdigit() or int(declared) > most:
            if declared.isdigit() and int(declared) <= _LET_PASS_MAX:
                await _let_pass(receive)
            await _refuse(scope, receive, send, Problem.TOO_LONG)
            return
        try:
            body = await asyncio.wait_for(_body(receive, most), _BODY_SECONDS_MAX)
        except TimeoutError:
            await _refuse(scope, receive, send, Problem.TOO_SLOW)
            return
        if body is None:
            await _refuse(scope, receive, send, Problem.TOO_LONG)
            return
        await self._app(scope, _replayed(body, receive), send)


class HeaderGuard:
    """Adds what every answer says to the browser. What is not said to be kept is not kept. elsewhere: other origins to which
    forms of ours may lead.
    """

    def __init__(self, app: ASGIApp, origin: Origin, elsewhere: Sequence[str]) -> None:
        self._app = app
        self._headers = (("content-security-policy", _POLICY.format(elsewhere=" ".join(elsewhere))), *_HEADERS)
        if origin.is_secure:
            self._headers += (("strict-transport-security", f"max-age={_YEAR}; includeSubDomains"),)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers:
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, receive, sending)


async def _body(receive: Receive, most: int) -> bytes | None:
    """The whole body; None if it is too long."""
    found = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return bytes(found)
        found += message.get("body", b"")
        if len(found) > most:
            return None
        if not message.get("more_body", False):
            return bytes(found)


async def _let_pass(receive: Receive) -> None:
    """Reads a body as long as it comes, and keeps nothing of it: who still sends cannot read the answer."""

    async def read() -> None:
        more = True
        while more:
            message = await asyncio.wait_for(receive(), _LET_PASS_PAUSE_MAX)
            more = message["type"] == "http.request" and message.get("more_body", False)

    with suppress(TimeoutError):
        await asyncio.wait_for(read(), _BODY_SECONDS_MAX)


def _replayed(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


async def _refuse(scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
    """In the API as a problem, elsewhere as a line of text."""
    if scope["path"].startswith("/api/"):
        response = problem_response(problem, headers=_CLOSING)
    else:
        response = PlainTextResponse(f"{problem.title}.\n", problem.status, _CLOSING)
    await response(scope, receive, send)
