"""What stands before every page: hosts, bodies, headers, forms, sessions, and what is never told."""

from __future__ import annotations

import socket
from collections.abc import Callable
from http.cookies import SimpleCookie

import pytest

from kyosei.errors import QuestionError
from kyosei.web.security.origin import Origin
from tests.web.client import OWN, Client
from tests.web.conftest import Served


def test_every_answer_keeps_the_browser_narrow(visitor: Callable[[], Client]) -> None:
    for path in ("/sign-in", "/nothing", "/api/v1/health", "/stay"):
        headers = visitor().get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] in ("no-store", "private, no-cache")
        assert "server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1", "127.0.0.1:80@evil.example"])
def test_requests_for_another_host_are_refused(visitor: Callable[[], Client], host: str) -> None:
    assert visitor().get("/sign-in", host=host).status == 421


def test_a_body_that_is_too_long_is_refused(visitor: Callable[[], Client]) -> None:
    assert visitor().ask("POST", "/sign-in", b"x" * 70_000).status == 413


def test_a_chunked_body_that_is_too_long_is_refused(served: Served) -> None:
    host, _, port = served.address.partition(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        connection.sendall(
            f"POST /sign-in HTTP/1.1\r\nHost: {served.address}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        )
        for _ in range(70):
            connection.sendall(b"400\r\n" + b"x" * 1_024 + b"\r\n")
        assert b" 413 " in connection.recv(100)


def test_a_form_needs_the_session_it_was_made_for(visitor: Callable[[], Client]) -> None:
    one, other = visitor(), visitor()
    token = one.form_token()
    other.form_token()
    for fields in ({"as": "person=person:sita"}, {"as": "person=person:sita", "form_token": token}):
        assert other.post("/sign-in", fields).status == 403
    assert other.get("/stay").headers["location"] == "/sign-in"
    assert one.post("/sign-in", {"as": "person=person:sita", "form_token": token}).status == 303


@pytest.mark.parametrize(
    "header", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}]
)
def test_a_form_from_another_site_is_refused(sita: Client, header: dict[str, str]) -> None:
    token = sita.form_token("/stay")
    assert sita.post("/sign-out", {"form_token": token}, **header).status == 403
    assert sita.get("/stay").status == 200


def test_signing_in_begins_a_new_session(visitor: Callable[[], Client]) -> None:
    client = visitor()
    token = client.form_token()
    before = client.cookies["kyosei"]
    client.post("/sign-in", {"as": "person=person:sita", "form_token": token})
    assert client.cookies["kyosei"] != before
    assert Client(client.address, {"kyosei": before}).get("/stay").status == 303


def test_signing_out_ends_every_copy_of_a_session(sita: Client) -> None:
    copy = Client(sita.address, dict(sita.cookies))
    answer = sita.post("/sign-out", {"form_token": sita.form_token("/stay")})
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in")
    assert "cookies" in answer.headers["clear-site-data"]
    assert copy.get("/stay").headers["location"] == "/sign-in"


def test_leaving_quickly_signs_out_and_goes_to_one_fixed_place(sita: Client) -> None:
    answer = sita.post("/leave?next=https://evil.example", {"form_token": sita.form_token("/stay")})
    assert (answer.status, answer.headers["location"]) == (303, "https://www.jma.go.jp/")
    assert sita.get("/stay").status == 303


def test_a_cookie_is_for_us_alone_and_not_for_scripts(visitor: Callable[[], Client]) -> None:
    for written in visitor().get("/sign-in?lang=en").cookies:
        for morsel in SimpleCookie(written).values():
            assert morsel["httponly"]
            assert morsel["samesite"].lower() == "lax"
            assert morsel["path"] == "/"
            assert not morsel["domain"]


@pytest.mark.parametrize("written", ["en%0d%0aset-cookie:%20a=b", "../../etc", "%3Cscript%3E", "ja-easy%00"])
def test_a_language_that_is_none_changes_nothing(visitor: Callable[[], Client], written: str) -> None:
    answer = visitor().get(f"/sign-in?lang={written}", accept_language="ja")
    assert answer.status == 200
    assert all("a=b" not in cookie for cookie in answer.cookies)
    assert '<html lang="ja">' in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("path", ["//evil.example", "/%2F%2Fevil.example", "/\\evil.example", "/stay/..;/x"])
def test_no_address_leads_elsewhere(visitor: Callable[[], Client], path: str) -> None:
    answer = visitor().get(path)
    assert "evil" not in answer.headers.get("location", "")


@pytest.mark.parametrize("text", ["{{7777*7777}}", "<b>x</b>", "${7777*7777}", "'\"><svg onload=x>"])
def test_what_is_asked_for_is_never_run_or_said_back(sita: Client, text: str) -> None:
    from urllib.parse import quote

    for path in (f"/records/{quote(text, safe='')}", f"/why/{quote(text, safe='')}", f"/looks?page={quote(text)}"):
        answer = sita.get(path)
        assert answer.status in (200, 404)
        assert "60481729" not in answer.text
        assert text not in answer.text


def test_a_record_of_another_person_looks_like_none(sita: Client) -> None:
    """Sita's and Duc's records lie side by side in one database."""
    other = sita.get("/records/duc-stay")
    none = sita.get("/records/there-is-no-such-record")
    assert (other.status, none.status) == (404, 404)
    assert other.text.replace("duc-stay", "") == none.text.replace("there-is-no-such-record", "")


@pytest.mark.parametrize(
    "path", ["/stay", "/tasks", "/life", "/records", "/looks", "/notices", "/owed", "/company", "/why/x"]
)
def test_nobody_sees_a_page_of_somebody_without_signing_in(visitor: Callable[[], Client], path: str) -> None:
    answer = visitor().get(path)
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in")


def test_methods_that_a_page_does_not_have_are_refused(sita: Client) -> None:
    assert sita.ask("DELETE", "/stay").status == 405
    assert sita.get("/sign-out").status == 404
    assert sita.get("/stay").status == 200


def test_answers_of_a_person_are_kept_nowhere(sita: Client) -> None:
    assert sita.get("/stay").headers["cache-control"] == "no-store"
    assert sita.get(f"/api/v1/persons/person:sita/verdicts?{OWN}").headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    "written", ["http://kyosei.example", "kyosei.example", "https://kyosei.example/path", "ftp://127.0.0.1", ""]
)
def test_an_origin_that_is_not_safe_is_refused(written: str) -> None:
    with pytest.raises(QuestionError, match="--origin"):
        Origin.read(written)


def test_over_tls_a_cookie_is_bound_to_the_host() -> None:
    from kyosei.web.security.sessions import session_cookie_name

    assert session_cookie_name(Origin.read("https://kyosei.example")) == "__Host-kyosei"
    assert not Origin.read("https://kyosei.example").serves("127.0.0.1:8080")
