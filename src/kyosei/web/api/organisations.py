"""What the API answers about an organisation's own cases: those it must act on, as far as their owner may see them (P15)."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from kyosei.cases.book import case_documents
from kyosei.cases.showing import Document
from kyosei.web.api.answers import LIMIT_MAX, answered, next_query, page_of
from kyosei.web.api.callers import caller_of, portal_of
from kyosei.web.api.problems import Problem, ProblemError
from kyosei.web.institution.cases import look_at_cases
from kyosei.web.visitor import Visitor

__all__ = ["read_case", "read_cases"]

Caller = Annotated[Visitor, Depends(caller_of)]


def read_cases(
    request: Request, caller: Caller, closed: Annotated[bool, Query(description="Also those that are over.")] = False,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0, limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_MAX,
    after: Annotated[str | None, Query(max_length=200, description="Only those whose ids come after this one.")] = None,
) -> Response:  # fmt: skip
    """The cases that the caller's organisation must act on. Each that is about a person is a look, which they see."""
    every = sorted(_own(request, caller, closed), key=lambda one: str(one["id"]))
    found = every if after is None else [one for one in every if one["id"] > after]
    these = found[offset : offset + limit]
    page = page_of(request, len(every), len(every) - len(found) + offset, limit)
    if page["next"] is not None:
        page["next"] = next_query(request, after=these[-1]["id"], offset=None)
    return answered(request, {"cases": look_at_cases(portal_of(request), caller, these), **page})


def read_case(request: Request, caller: Caller, case: str) -> Response:
    """One of them; of another's case it is not told that there is one."""
    found = next((one for one in _own(request, caller, closed=True) if one["id"] == case), None)
    if found is None:
        raise ProblemError(Problem.NOT_FOUND, "none of your cases has this id")
    return answered(request, look_at_cases(portal_of(request), caller, [found])[0])


def _own(request: Request, caller: Visitor, closed: bool) -> list[Document]:
    owner = caller.organisation or caller.person
    if owner is None:
        return []
    with portal_of(request).engine.connect() as connection:
        return case_documents(connection, owner=owner, closed=closed)
