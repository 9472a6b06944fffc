"""What the API says about itself: whether it lives, whether everything runs, the law and the purposes."""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import Request
from fastapi.responses import Response
from sqlalchemy.exc import SQLAlchemyError

from kyosei.access.documents import purposes_document
from kyosei.web.api.answers import answered
from kyosei.web.api.callers import portal_of
from kyosei.web.api.problems import Problem, ProblemError

__all__ = ["read_health", "read_purposes", "read_readiness"]


def read_health(request: Request) -> Response:
    """That the web server answers."""
    return answered(request, {"status": "alive"})


def read_readiness(request: Request) -> Response:
    """That the database answers and the worker runs; else 503, and which of them does not."""
    portal = portal_of(request)
    try:
        with portal.engine.connect() as connection:
            connection.execute(sa.text("SELECT 1"))
    except SQLAlchemyError as error:
        raise ProblemError(Problem.NOT_READY, "the database does not answer") from error
    if not portal.is_working():
        raise ProblemError(Problem.NOT_READY, "the worker does not run; verdicts, cases and notices wait")
    return answered(request, {"status": "ready", "law": portal.loaded.law.version})


def read_purposes(request: Request) -> Response:
    """Every declared purpose: who may have it, on what it rests, and which fields it reads."""
    portal = portal_of(request)
    return answered(request, {"law": portal.loaded.law.version, "purposes": purposes_document(portal.purposes)})
