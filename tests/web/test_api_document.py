"""The API keeps to its own document: whatever is asked, well formed or not, it never fails and answers as it says there."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import given
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kyosei.web.api.application import ROUTES, ApiRoute
from tests.depth import same_examples
from tests.web.client import Client
from tests.web.conftest import Served
from tests.web.test_api import assertion

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip
PERMITTED: dict[str, dict[str, str | None]] = {
    "nobody": {},
    "person": {"person": "person:sita", "purpose": "own.records", "basis": "415AC0000000057/76/1", "consent": None},
    "officer": {
        "person": "person:duc", "purpose": "immigration.examination", "basis": "326CO0000000319/59-2/1", "case": "c-1",
        "consent": None,
    },
}  # fmt: skip
"""What each caller may ask: a question of which every part is made up would never get behind the first refusal."""
KNOWN: dict[str, list[str | None]] = {
    "norm": ["jp.immigration.lawful-stay"], "on": ["2026-11-21", None], "known": ["2026-11-20T18:00:00+09:00", None],
    "language": ["ja", "ja-easy", None], "instance": [None],
}  # fmt: skip
ODD = ["\x00", "person:\x00", "person:a\tb", "..%00", "あ", "x" * 150, "'", "{{7*7}}", "\r\nx: y"]
"""What programs trip over."""


def can_be_malformed(route: ApiRoute) -> bool:
    """Whether a question to it has any part but texts of its path."""
    parts = set(inspect.signature(route.answer).parameters) - {"request", "caller"}
    return any(f"{{{part}}}" not in route.path for part in parts)


ASKED = [
    (route, mode) for route in ROUTES for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or can_be_malformed(route)
]  # fmt: skip


@pytest.fixture(scope="module")
def document(served: Served) -> BaseSchema:
    load_all_checks()
    found: Any = Client(served.address).get("/api/v1/openapi.json").json
    schema: BaseSchema = schemathesis.openapi.from_dict(found)
    schema.config.update(base_url=f"http://{served.address}/api/v1")
    return schema


@pytest.fixture(scope="module")
def headers(served: Served) -> dict[str, dict[str, str]]:
    """Who calls: nobody, a person, and the program of an office."""
    person = Client(served.address).sign_in("person=person:sita")
    return {
        "nobody": {},
        "person": {"cookie": f"kyosei={person.cookies['kyosei']}"},
        "officer": {"authorization": f"Bearer {assertion(served, 'authority:isa')}"},
    }


@pytest.fixture(scope="module")
def session() -> requests.Session:
    found = requests.Session()
    found.trust_env = False
    return found


def mixed(case: Case[Any], caller: str, data: st.DataObject) -> Case[Any]:  # Any: of which schema
    """The same question, parts of which are permitted or exist, or are odd."""
    permitted = data.draw(st.booleans(), "permitted")
    known = PERMITTED[caller] if permitted else {}
    for name, values in KNOWN.items():
        if permitted and data.draw(st.booleans(), f"a known {name}"):
            known = {**known, name: data.draw(st.sampled_from(values), name)}
    if not permitted and data.draw(st.booleans(), "odd"):
        known = {data.draw(st.sampled_from(["person", "norm", "case", "basis", "on"])): data.draw(st.sampled_from(ODD))}
    for name, value in known.items():
        if name in case.path_parameters:
            case.path_parameters[name] = value
        elif value is not None and case.query:
            case.query[name] = value
        else:
            case.query.pop(name, None)
    return case


@pytest.mark.parametrize(
    ("route", "mode"), ASKED, ids=lambda one: one.value if isinstance(one, GenerationMode) else one.path
)
def test_every_question_is_answered_as_the_document_says(
    document: BaseSchema, session: requests.Session, headers: dict[str, dict[str, str]], route: ApiRoute,
    mode: GenerationMode,
) -> None:  # fmt: skip
    asked = document[route.path][route.method].as_strategy(generation_mode=mode)

    @same_examples(20)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        caller = data.draw(st.sampled_from(["person", "officer", "nobody"]), "caller")
        case = mixed(data.draw(asked), caller, data)
        answer = case.call(session=session, headers=headers[caller])
        case.validate_response(answer, checks=CHECKS)

    holds()


@pytest.mark.parametrize("path", ["/persons/a%0Ab/verdicts", "/persons/a/b", "/no%0Asuch", "/"])
def test_what_is_no_route_is_a_problem_too(visitor: Callable[[], Client], path: str) -> None:
    answer = visitor().get(f"/api/v1{path}")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_a_method_that_is_not_there_is_told_with_those_that_are(visitor: Callable[[], Client], route: ApiRoute) -> None:
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - {route.method}:
        answer = visitor().ask(method, f"/api/v1{route.path}")
        assert (answer.status, answer.headers["content-type"]) == (405, "application/problem+json"), method
        assert answer.headers["allow"] == route.method


@pytest.mark.parametrize("body", [b"\xff\xfe", b"{", b"[" * 5_000, b'{"code": 1e999}', b"null", b"x" * 70_000])
def test_a_body_that_is_none_is_a_problem(visitor: Callable[[], Client], body: bytes) -> None:
    answer = visitor().ask("POST", "/api/v1/checks", body, content_type="application/json")
    assert answer.status == (413 if len(body) > 65_536 else 422), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
