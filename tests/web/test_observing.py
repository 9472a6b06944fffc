"""What whoever runs the portal sees of it holds nothing of anybody: no name, no id, no part of an address that is one's own."""

from __future__ import annotations

import io
import json
import logging
import re
import socket
from http.client import HTTPConnection

import pytest
import sqlalchemy as sa
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from kyosei.errors import QuestionError
from kyosei.web.api.application import ROUTES
from kyosei.web.observing.log import JsonLines
from kyosei.web.observing.metrics import Metrics, serve_metrics
from kyosei.web.observing.seen import Seen
from kyosei.web.observing.traces import Traces
from kyosei.web.pages import PAGES
from kyosei.web.rendering import style_sheet
from tests.web.client import OWN, Client
from tests.web.conftest import Served, free_port
from tests.web.test_authorisation import API_ANSWERS, PAGES_SHOWN, ROLES

TEMPLATES = {page.path for page in PAGES} | {f"/api/v1{route.path}" for route in ROUTES} | {
    "none", style_sheet().path, "/api/v1/openapi.json",
}  # fmt: skip
STRANGE = (
    "/PH%E1%BA%A0M/person:duc", "/records/%0Aperson:sita", "/api/v1/person:sita", "/stay?name=SHRESTHA", "/x" * 300,
    "/api/v1/persons/person:sita/nothing", "//person:sita", "/records/person:sita/dispute?x=person:duc",
    "/feeds/secret-of-an-address.ics", f"/api/v1/persons/person:sita/verdicts?{OWN}&limit=person:sita",
)  # fmt: skip


@pytest.fixture(scope="module")
def driven(served: Served) -> Served:
    """The portal after everybody has looked at everything, and some have asked oddly."""
    for as_ in ROLES.values():
        client = Client(served.address) if as_ is None else Client(served.address).sign_in(as_)
        for path in (*PAGES_SHOWN, *(f"/api/v1{one}" for one in API_ANSWERS), *STRANGE):
            client.get(
                path, user_agent="SHRESTHA SITA", referer="http://x/person:sita", traceparent="00-person:sita-x-01"
            )
        client.ask("PERSON-SITA", "/stay")
        client.post("/check", {"form_token": client.form_token("/check"), "code": "SHRESTHA", "name": "person:sita"})
        client.get("/stay", host="person.sita.example")
        client.ask("POST", "/sign-in", b"person:sita" * 10_000)
    return served


@pytest.fixture(scope="module")
def told(driven: Served) -> dict[str, str]:
    """What the log, the traces and the metrics say."""
    observed = driven.data.with_name("observed")
    written = {file.name: file.read_text(encoding="utf-8") for file in observed.iterdir()}
    return {**written, "metrics": fetched(driven.metrics)}


def ids_of(served: Served) -> set[str]:
    """Every id in the journal and of a case."""
    engine = sa.create_engine(served.data.with_name("database").read_text(encoding="utf-8"))
    asked = "SELECT id FROM parties UNION SELECT id FROM entries WHERE id IS NOT NULL UNION SELECT id FROM cases"
    with engine.connect() as connection:
        found = set(connection.scalars(sa.text(asked)))
    engine.dispose()
    return found


def persons_names(served: Served) -> set[str]:
    """The words of every person's name."""
    engine = sa.create_engine(served.data.with_name("database").read_text(encoding="utf-8"))
    with engine.connect() as connection:
        found = connection.scalars(sa.text("SELECT names::text FROM parties WHERE is_person")).all()
    engine.dispose()
    return {word for names in found for word in re.findall(r"[^\W\d_]{3,}", names)}


def test_no_line_no_metric_and_no_span_names_anybody(driven: Served, told: dict[str, str]) -> None:
    ids, names = {id_ for id_ in ids_of(driven) if len(id_) > 3}, persons_names(driven)
    assert {"person:sita", "org:hamakaze", "sita-stay", "duc-stay"} <= ids
    assert {"SHRESTHA", "SITA"} <= names
    for name, text in told.items():
        assert len(text) > 5_000, name
        assert [id_ for id_ in ids if id_ in text] == [], name
        assert names & set(re.findall(r"[^\W\d_]{3,}", text)) == set(), name
        for typed in ("nothing", "case-1", "sita", "duc", "secret", "example"):
            assert typed not in text.lower(), (name, typed)


def test_each_request_is_told_by_the_template_of_its_route(told: dict[str, str]) -> None:
    lines = [json.loads(line) for line in told["log"].splitlines()]
    requests = [line for line in lines if line["logger"] == "kyosei.web.requests"]
    assert {line["route"] for line in requests} <= TEMPLATES
    assert {line["route"] for line in requests} >= {
        "/records/{record}",
        "/api/v1/persons/{person}/verdicts",
        "/stay",
        "none",
    }
    assert {line["status"] for line in requests} >= {200, 303, 401, 403, 404, 405, 413, 421, 422}
    assert (
        {"none", "GET", "POST"}
        <= {line["method"] for line in requests}
        <= {"none", "GET", "POST", "HEAD", "DELETE", "PATCH", "PUT", "OPTIONS", "TRACE"}
    )
    assert set(requests[0]) == {"at", "level", "logger", "method", "route", "status", "ms"}
    labels = set(re.findall(r'^kyosei_requests_total\{.*route="([^"]+)"', told["metrics"], re.MULTILINE))
    assert labels == {line["route"] for line in requests}
    assert set(re.findall(r'"http.route": "([^"]+)"', told["traces"])) == labels


def test_the_portal_itself_shows_no_metrics(driven: Served) -> None:
    assert Client(driven.address).get("/metrics").status == 404


def test_what_went_wrong_is_told_without_its_message() -> None:
    """A database repeats what was to be stored; a program what was typed."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("kyosei.web.test_observing")
    log.addHandler(handler)
    try:
        try:
            raise ValueError("SHRESTHA SITA, person:sita")
        except ValueError as error:
            raise sa.exc.DataError("INSERT", {"name": "SITA"}, error) from error
    except sa.exc.DataError:
        log.exception("the page %s could not be made", "stay")
    finally:
        log.removeHandler(handler)
    line = json.loads(stream.getvalue())
    assert line["message"] == "the page stay could not be made"
    assert line["error"] == ["DataError", "ValueError"]
    assert any(place.startswith("test_observing.py:") for place in line["places"])
    assert "SITA" not in stream.getvalue()


def test_a_library_tells_no_values() -> None:
    record = logging.LogRecord("psycopg", logging.WARNING, "x", 1, "lost %s", ("person:sita",), None)
    assert json.loads(JsonLines().format(record))["message"] == "told by a library"


def test_a_span_has_a_route_a_method_and_a_status_and_no_context_of_a_stranger() -> None:
    kept = InMemorySpanExporter()
    traces = Traces(SimpleSpanProcessor(kept))
    traces.observe(Seen("GET", "/records/{record}", 500, 1_000, 0.5))
    traces.end()
    (span,) = kept.get_finished_spans()
    assert span.name == "GET /records/{record}"
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET", "http.route": "/records/{record}", "http.response.status_code": 500,
    }  # fmt: skip
    assert (span.start_time, span.end_time, span.parent) == (1_000, 500_001_000, None)
    assert dict(span.resource.attributes) == {"service.name": "kyosei"}


def test_metrics_are_for_this_machine_alone() -> None:
    metrics, port = Metrics(lambda: True), free_port()
    end = serve_metrics(metrics, port)
    try:
        metrics.observe(Seen("GET", "/stay", 200, 0, 0.03))
        text = fetched(port)
        with pytest.raises(QuestionError, match="--metrics-port"):
            serve_metrics(metrics, port)
    finally:
        end()
    assert 'kyosei_requests_total{method="GET",route="/stay",status="200"} 1.0' in text
    assert 'kyosei_request_seconds_bucket{le="0.05",route="/stay"} 1.0' in text
    assert "kyosei_worker_running 1.0" in text
    with socket.create_server(("0.0.0.0", port)):  # nobody listened for other machines, or here any more
        pass


def fetched(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.close()
    return text
