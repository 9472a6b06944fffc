"""Problems (RFC 9457): every error of the API, each of a stable type that a program can rely on."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from enum import Enum
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from kyosei.errors import AccessRefusedError, QuestionError

__all__ = [
    "PROBLEM_SCHEMA",
    "Problem",
    "ProblemError",
    "add_handlers",
    "problem_of_http",
    "problem_response",
    "responses_of",
]

_LOG: Final = logging.getLogger("kyosei.web")
_MEDIA_TYPE: Final = "application/problem+json"

PROBLEM_SCHEMA: Final[dict[str, Any]] = {  # Any: JSON
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "refusal": {"type": "string"},
    },
    "required": ["type", "title", "status"],
}


class Problem(Enum):
    """Every type: its name, status and title. The names are part of the interface and never change."""

    NOT_SIGNED_IN = ("not-signed-in", 401, "Nobody is signed in")
    ACCESS_REFUSED = ("access-refused", 403, "This look is not permitted")
    NOT_FOUND = ("not-found", 404, "There is nothing here")
    CANNOT_CONFIRM = ("cannot-confirm", 409, "This cannot be confirmed now; it is not a no")
    METHOD_NOT_ALLOWED = ("method-not-allowed", 405, "This cannot be done here")
    QUESTION = ("question", 400, "What was asked cannot be answered")
    INVALID_REQUEST = ("invalid-request", 422, "The request is not well formed")
    TOO_LONG = ("too-long", 413, "What was sent is too long")
    TOO_SLOW = ("too-slow", 408, "What was to be sent did not arrive in time")
    TOO_MANY = ("too-many", 429, "Too many questions in a short time")
    NOT_READY = ("not-ready", 503, "Not everything is running yet")
    OUR_FAILURE = ("our-failure", 500, "Something went wrong on our side")

    @property
    def type(self) -> str:
        """As a URI."""
        return f"urn:kyosei:problem:{self.value[0]}"

    @property
    def status(self) -> int:
        """Of the response."""
        return self.value[1]

    @property
    def title(self) -> str:
        """In words, the same for each occurrence."""
        return self.value[2]


class ProblemError(Exception):
    """Ends a route with a problem; `detail` says what to do about this occurrence. retry_after: seconds."""

    def __init__(self, problem: Problem, detail: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(problem.title)
        self.headers = None if retry_after is None else {"retry-after": str(retry_after)}
        self.problem = problem
        self.detail = detail


def responses_of(*problems: Problem) -> dict[int | str, dict[str, Any]]:  # Any: parts of an OpenAPI document
    """What a route says in the OpenAPI document about its problems."""
    content = {_MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}
    always = (Problem.INVALID_REQUEST, Problem.OUR_FAILURE)
    return {one.status: {"description": one.title, "content": content} for one in (*problems, *always)}


def add_handlers(api: FastAPI) -> None:
    """Makes a problem of every error."""
    api.add_exception_handler(ProblemError, _of_problem)
    api.add_exception_handler(AccessRefusedError, _of_refusal)
    api.add_exception_handler(QuestionError, _of_question)
    api.add_exception_handler(RequestValidationError, _of_request)
    api.add_exception_handler(HTTPException, _of_http)
    api.add_exception_handler(Exception, _of_failure)


def problem_response(
    problem: Problem, detail: str | None = None, more: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    """A problem as a response."""
    document: dict[str, object] = {"type": problem.type, "title": problem.title, "status": problem.status}
    if detail is not None:
        document["detail"] = detail
    said = {"www-authenticate": "Bearer"} if problem is Problem.NOT_SIGNED_IN else {}
    return JSONResponse(document | dict(more or {}), problem.status, {**said, **(headers or {})}, _MEDIA_TYPE)


def problem_of_http(error: HTTPException) -> Response:
    """What the router or the parser of requests refuses."""
    match error.status_code:
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return problem_response(Problem.METHOD_NOT_ALLOWED, headers=error.headers)
        case HTTPStatus.NOT_FOUND:
            return problem_response(Problem.NOT_FOUND)
        case status if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            return problem_response(Problem.INVALID_REQUEST, "the body is no JSON in UTF-8")
        case _:
            return problem_response(Problem.OUR_FAILURE)


async def _of_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem_response(error.problem, error.detail, headers=error.headers)


async def _of_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, AccessRefusedError)
    return problem_response(Problem.ACCESS_REFUSED, error.message, {"refusal": error.refusal.value})


async def _of_question(request: Request, error: Exception) -> Response:
    return problem_response(Problem.QUESTION, str(error))


async def _of_request(request: Request, error: Exception) -> Response:
    """Which parameter, and what is the matter; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    found = "; ".join(f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors())
    return problem_response(Problem.INVALID_REQUEST, found)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem_of_http(error)


async def _of_failure(request: Request, error: Exception) -> Response:
    _LOG.error("the API could not answer", exc_info=error)
    return problem_response(Problem.OUR_FAILURE)
