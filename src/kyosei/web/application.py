"""The application: pages and API behind the guards. A page's route runs in a thread, as evaluating takes a while."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import parse_qsl

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ExceptionHandler

from kyosei.errors import AccessRefusedError
from kyosei.web.api.application import make_api
from kyosei.web.api.entries import ENTRIES_BYTES_MAX
from kyosei.web.api.problems import problem_of_http
from kyosei.web.languages import chosen_tongue, tongue_named
from kyosei.web.multipart import Upload, read_multipart
from kyosei.web.observing.seen import ANYWHERE, Observing, Seen
from kyosei.web.pages import MENU, PAGES, PROBLEM
from kyosei.web.pages.leave.page import WEATHER
from kyosei.web.pages.page import Page
from kyosei.web.pages.problem.page import Problem, ProblemShown
from kyosei.web.pages.sign_in_again.page import again_address
from kyosei.web.portal import Portal
from kyosei.web.rendering import rendered, style_sheet
from kyosei.web.security.guards import BodyGuard, HeaderGuard, HostGuard
from kyosei.web.security.sessions import is_form_token, is_token, new_token, session_cookie_name
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["make_application"]

_LOG: Final = logging.getLogger("kyosei.web")
_LANGUAGE_COOKIE: Final = "kyosei-language"
_API: Final = "/api/v1"
_LONGER: Final = {f"{_API}/entries": ENTRIES_BYTES_MAX}
_YEAR: Final = 31_536_000
_FIELDS_MOST: Final = 300
_Sent = tuple[Mapping[str, str], Mapping[str, Upload]]
_NOTHING: Final[_Sent] = ({}, {})


def make_application(portal: Portal, observers: Sequence[Callable[[Seen], None]] = ()) -> Starlette:
    """The portal with its API, as an ASGI application. observers: are told of each request."""
    guards = [
        Middleware(Observing, observers=observers),
        Middleware(HeaderGuard, origin=portal.origin, elsewhere=[WEATHER]),
        Middleware(HostGuard, origin=portal.origin),
        Middleware(BodyGuard, longer={page.path: page.body_most for page in PAGES} | _LONGER),
    ]
    pages = _Pages(portal)
    routes = [Route(page.path, pages.route(page), methods=_methods(page)) for page in PAGES]
    routes.append(Route(style_sheet().path, _style))
    routes.append(Route(ANYWHERE, pages.missing, methods=["GET", "POST"]))
    handlers: dict[Any, ExceptionHandler] = {HTTPException: _refused}
    return Starlette(routes=[Mount(_API, make_api(portal)), *routes], middleware=guards, exception_handlers=handlers)


def _methods(page: Page) -> list[str]:
    return [method for method, route in (("GET", page.show), ("POST", page.take)) if route is not None]


async def _refused(request: Request, error: Exception) -> Response:
    """What no route takes, such as an address with a line end in it, or a method that a page does not have."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(_API):
        return problem_of_http(error)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)


async def _style(request: Request) -> Response:
    return Response(
        style_sheet().content, media_type="text/css", headers={"cache-control": f"public, max-age={_YEAR}, immutable"}
    )


class _Pages:
    """Gives requests to pages, and makes responses of what these answer."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._cookie = session_cookie_name(portal.origin)

    def route(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """The route of a page."""

        async def answer(request: Request) -> Response:
            began = time.monotonic()
            sent = await _sent(request) if request.method == "POST" else _NOTHING
            response = await run_in_threadpool(self._answer, page, request, sent)
            if request.method == "POST":
                await asyncio.sleep(began + page.seconds_least - time.monotonic())
            return response

        return answer

    async def missing(self, request: Request) -> Response:
        """Where no page is."""
        return await run_in_threadpool(self._missing, request)

    def _missing(self, request: Request) -> Response:
        try:
            visit = self._visit(request, _NOTHING)
        except SQLAlchemyError:
            visit = self._visit(request, _NOTHING, recognise=False)
        return self._response(request, PROBLEM, visit, _problem(Problem.MISSING))

    def _answer(self, page: Page, request: Request, sent: _Sent) -> Response:
        try:
            visit = self._visit(request, sent)
        except SQLAlchemyError:
            _LOG.exception("nobody could be recognised for the page %s", page.id)
            visit = self._visit(request, sent, recognise=False)
            if page.roles:
                return self._response(request, PROBLEM, visit, _problem(Problem.OURS))
        if page.roles and visit.visitor is None:
            return self._response(request, page, visit, Go("/sign-in"))
        if page.roles and visit.signed_in.role not in page.roles:
            return self._response(request, PROBLEM, visit, _problem(Problem.MISSING))
        if request.method == "POST" and not _is_our_form(request, self._portal, visit, self._cookie):
            return self._response(request, PROBLEM, visit, _problem(Problem.FORM))
        try:
            if page.grave is not None and page.grave(visit) and not visit.is_proven_lately:
                return self._response(request, page, visit, Go(again_address(page)))
            return self._routed(page, request, visit)
        except AccessRefusedError as error:
            _LOG.info("a look was refused: %s", error.refusal)
            return self._response(request, PROBLEM, visit, _problem(Problem.REFUSED))
        except Exception:  # noqa: BLE001  # the edge: whatever happens becomes a page that tells nothing
            _LOG.exception("the page %s could not be made", page.id)
            return self._response(request, PROBLEM, visit, _problem(Problem.OURS))

    def _routed(self, page: Page, request: Request, visit: Visit) -> Response:
        route = page.take if request.method == "POST" else page.show
        assert route is not None, "the methods of a page are those that it answers"
        answer = route(visit)
        if isinstance(answer, NotHere):
            return self._response(request, PROBLEM, visit, _problem(Problem.MISSING))
        if isinstance(answer, Given):
            return _file(answer)
        return self._response(request, page, visit, answer)

    def _visit(self, request: Request, sent: _Sent, *, recognise: bool = True) -> Visit:
        token = request.cookies.get(self._cookie, "")
        visitor = None
        if is_token(token):
            visitor = self._portal.sessions.visitor(token) if recognise else None
        else:
            token = new_token()
        asked = tongue_named(request.query_params.get("lang"))
        kept = tongue_named(request.cookies.get(_LANGUAGE_COOKIE))
        tongue = asked or kept or chosen_tongue(request.headers.get("accept-language", ""))
        return Visit(
            self._portal, visitor, tongue, self._portal.clock(), request.url.path, request.path_params,
            dict(request.query_params), sent[0], token, sent[1],
        )  # fmt: skip

    def _response(self, request: Request, page: Page, visit: Visit, answer: Shown | Go) -> Response:
        response: Response
        if isinstance(answer, Go):
            response = RedirectResponse(answer.to, status_code=303)
            token = answer.session
            if answer.ends:
                response.headers["clear-site-data"] = '"cache", "cookies", "storage"'
                response.delete_cookie(
                    self._cookie, secure=self._portal.origin.is_secure, httponly=True, samesite="lax"
                )
        else:
            response = HTMLResponse(rendered(page, visit, answer.content, MENU), answer.status)
            if answer.onwards is not None:
                response.headers["refresh"] = f"0;url={answer.onwards}"
            token = None if request.cookies.get(self._cookie) == visit.token else visit.token
        if token is not None:
            self._set(response, self._cookie, token, None)
        if "lang" in request.query_params:
            self._set(response, _LANGUAGE_COOKIE, visit.tongue.code, _YEAR)
        return response

    def _set(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self._portal.origin.is_secure, httponly=True, samesite="lax"
        )


def _file(given: Given) -> Response:
    """A file to keep: a browser does not show it, whatever is in it."""
    headers = {"content-disposition": f'attachment; filename="{given.name}"', "x-content-type-options": "nosniff"}
    return Response(given.content, media_type=given.media_type, headers=headers)


def _problem(problem: Problem) -> Shown:
    return Shown(ProblemShown(problem), problem.status)


async def _sent(request: Request) -> _Sent:
    """The fields of a form, the first value of each, and its files; what is no form has none."""
    written, body = request.headers.get("content-type", ""), await request.body()
    try:
        match written.partition(";")[0].strip().lower():
            case "application/x-www-form-urlencoded":
                pairs = parse_qsl(
                    body.decode(), keep_blank_values=True, strict_parsing=False, max_num_fields=_FIELDS_MOST
                )
                return dict(reversed(pairs)), {}
            case "multipart/form-data":
                return read_multipart(written, body)
            case _:
                return _NOTHING
    except ValueError:
        return _NOTHING


def _is_our_form(request: Request, portal: Portal, visit: Visit, cookie: str) -> bool:
    """Whether a form was sent from a page of ours, by the browser that has the session's cookie."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is not None and (not origin.startswith(f"{portal.origin.scheme}://") or not portal.origin.serves(
        origin.partition("://")[2]
    )):  # fmt: skip
        return False
    return request.cookies.get(cookie) == visit.token and is_form_token(visit.token, visit.form.get("form_token", ""))
