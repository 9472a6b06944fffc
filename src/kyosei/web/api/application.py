"""The API as an application of its own: its routes listed by hand, each with what it answers and its problems."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI
from fastapi.responses import Response

from kyosei.access.schemas import access_schemas
from kyosei.sharing.schema import record_schema
from kyosei.verdicts.schemas import Schema, output_schemas
from kyosei.web.api.applying import applying_schemas, do_about_application, file_application, read_outlook
from kyosei.web.api.checks import check_code
from kyosei.web.api.entries import entries_schema, take_entries
from kyosei.web.api.log import checkpoint_schema, proof_schema, read_checkpoint, read_log_proof
from kyosei.web.api.organisations import read_case, read_cases
from kyosei.web.api.persons import (
    changes_schema,
    difference_schema,
    read_accesses,
    read_applications,
    read_changes,
    read_difference,
    read_proof,
    read_records,
    read_verdicts,
)
from kyosei.web.api.problems import Problem, add_handlers, responses_of
from kyosei.web.api.service import read_health, read_purposes, read_readiness
from kyosei.web.portal import Portal

__all__ = ["ROUTES", "ApiRoute", "make_api"]

_DESCRIPTION: Final = """
Each look at a person's records states a purpose and its legal basis, is decided by policy, returns what the purpose may see, and
leaves an entry that the person sees. `304` leaves one, too.

Whoever is signed in to the portal calls with that session. A program calls with `Authorization: Bearer` and a JWT that is signed
(EdDSA, `alg` Ed25519, `typ` kyosei-access+jwt, `kid` the key's id) with a key that the journal has registered for its
institution: `iss` the institution, `sub` the key's actor, `aud` this origin, `role`, `iat`, and `exp` at most 300 seconds later.
With a `jti` it works once, so that who reads it on its way cannot send it again.

Institutions send what they say as entries that they have signed themselves (`POST /entries`), for which only such an assertion
is good, and no session. The id of an entry is its idempotency key: whoever got no answer sends the same bytes again and gets the
same receipt.

A check of a code (`POST /checks`) needs neither: the code is what permits it, once. Its answer is the record that
`kyosei record verify` verifies, byte for byte.

Each caller may ask 300 times at once and 1,200 times a minute; else `429` says in `Retry-After` when they may again.

A list comes in pages. `next` is the query, behind the same path, that asks for the page after it: as known when the first one was
asked for, or on from its last row, so that the pages make up one list whatever comes in between.

An answer with an `ETag` is asked for again with `If-None-Match`: `304` says that it is the same.

Problems are those of RFC 9457; their `type` is stable.
"""


@dataclass(frozen=True, slots=True)
class ApiRoute:
    """One operation: its path, what answers it, the name of its schema, its problems, and its method."""

    path: str
    answer: Callable[..., Response | Awaitable[Response]]
    schema: str
    problems: tuple[Problem, ...] = ()
    method: str = "GET"


_OF_CALLERS: Final = (Problem.NOT_SIGNED_IN, Problem.TOO_MANY)
_ABOUT_PERSONS: Final = (*_OF_CALLERS, Problem.ACCESS_REFUSED, Problem.QUESTION, Problem.NOT_FOUND)

_OF_BODIES: Final = (Problem.QUESTION, Problem.TOO_LONG, Problem.TOO_SLOW)

_OF_APPLICANTS: Final = (*_ABOUT_PERSONS, Problem.NOT_READY)
_APPLYING: Final = (*_OF_APPLICANTS, Problem.TOO_LONG, Problem.TOO_SLOW)

ROUTES: Final = (
    ApiRoute("/health", read_health, "status"),
    ApiRoute("/ready", read_readiness, "status", (Problem.NOT_READY,)),
    ApiRoute("/purposes", read_purposes, "person-purposes"),
    ApiRoute("/persons/{person}/verdicts", read_verdicts, "check", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/verdicts/{norm}/proof", read_proof, "explain", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/records", read_records, "person-read", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/accesses", read_accesses, "accesses", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/applications", read_applications, "applications", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/applications/outlook", read_outlook, "application-outlook", _OF_APPLICANTS),
    ApiRoute("/persons/{person}/filings", file_application, "application-shown", _APPLYING, "POST"),
    ApiRoute(
        "/persons/{person}/applications/{application}/acts",
        do_about_application,
        "application-shown",
        _APPLYING,
        "POST",
    ),
    ApiRoute("/persons/{person}/changes", read_changes, "changes", _ABOUT_PERSONS),
    ApiRoute("/persons/{person}/difference", read_difference, "difference", _ABOUT_PERSONS),
    ApiRoute("/cases", read_cases, "cases", _OF_CALLERS),
    ApiRoute("/cases/{case}", read_case, "case", (*_OF_CALLERS, Problem.NOT_FOUND)),
    ApiRoute("/entries", take_entries, "entries", (*_OF_CALLERS, *_OF_BODIES, Problem.NOT_READY), "POST"),
    ApiRoute("/log/checkpoint", read_checkpoint, "log-checkpoint", (Problem.NOT_FOUND,)),
    ApiRoute("/log/entries/{number}/proof", read_log_proof, "log-proof", (Problem.NOT_FOUND,)),
    ApiRoute("/checks", check_code, "check-record", (*_OF_BODIES, Problem.CANNOT_CONFIRM), "POST"),
)
"""All of them."""


def make_api(portal: Portal) -> FastAPI:
    """The API over a portal. It has a document, and no page that would load anything from elsewhere."""
    api = FastAPI(
        title="Kyosei", version="1", description=_DESCRIPTION, docs_url=None, redoc_url=None,
        openapi_url="/openapi.json",
    )  # fmt: skip
    api.state.portal = portal
    schemas = _schemas()
    for route in ROUTES:
        shown = {"description": "The answer", "content": {"application/json": {"schema": schemas[route.schema]}}}
        responses: dict[int | str, dict[str, Any]] = {200: shown}
        if route.method == "GET":
            responses[304] = {"description": "The caller has it already"}
        api.add_api_route(
            route.path, route.answer, methods=[route.method], response_class=Response, operation_id=route.answer.__name__,
            responses=responses | responses_of(*route.problems),
        )  # fmt: skip
    add_handlers(api)
    return api


def _schemas() -> dict[str, Schema]:
    """By name: those that the commands publish, and the few that only the API has."""
    anything: Schema = {"type": "object"}
    listed: Schema = {
        "type": "object",
        "properties": {
            "cases": {"type": "array", "items": anything}, "total": {"type": "integer"}, "offset": {"type": "integer"},
            "next_offset": {"type": ["integer", "null"]}, "next": {"type": ["string", "null"]},
        },
        "required": ["cases", "total", "offset", "next_offset", "next"],
    }  # fmt: skip
    applied: Schema = {**listed, "properties": {**listed["properties"], "applications": listed["properties"]["cases"]}}
    del applied["properties"]["cases"]
    applied["required"] = ["applications", "total", "offset", "next_offset", "next"]
    status: Schema = {"type": "object", "properties": {"status": {"type": "string"}}, "required": ["status"]}
    accesses = access_schemas()["person-show"]["properties"]["accesses"]
    return {
        **output_schemas(), **access_schemas(), "accesses": accesses, "case": anything, "cases": listed,
        "applications": applied, "status": status, "changes": changes_schema(), "difference": difference_schema(),
        "entries": entries_schema(), **applying_schemas(),
        "log-checkpoint": checkpoint_schema(),
        "log-proof": proof_schema(), "check-record": record_schema(),
    }  # fmt: skip
