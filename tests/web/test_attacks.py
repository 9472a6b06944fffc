"""What somebody might try against every page and every form: each new one is tried, too, and must be written down here."""

from __future__ import annotations

import asyncio
import base64
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from kyosei.web.institution.payroll import FILE_BYTES_MOST
from kyosei.web.pages import PAGES
from kyosei.web.pages.company_import.page import _unpacked
from kyosei.web.pages.page import Page
from kyosei.web.security import guards
from kyosei.web.security.guards import BodyGuard
from kyosei.web.security.pace import Pace
from kyosei.web.security.patience import Impatient
from tests.depth import same_examples
from tests.web.client import OWN, Client
from tests.web.conftest import Served
from tests.web.test_authorisation import ALL, EMPLOYERS_ONLY, NOBODYS, PAGES_SHOWN, PERSONS_ONLY, ROLES
from tests.web.test_sign_in import Place, issuer, place, server

__all__ = ["issuer", "place", "server"]

FORMS = [page for page in PAGES if page.take is not None]
LINE_END = "%0D%0Ax-injected:%20yes"


def filled(page: Page, value: str = "nothing") -> str:
    """An address of a page."""
    return re.sub(r"\{\w+\}", value, page.path)


@pytest.fixture(scope="module")
def clients(served: Served) -> dict[str, Client]:
    return {
        role: Client(served.address) if as_ is None else Client(served.address).sign_in(as_)
        for role, as_ in ROLES.items()
    }


def may_use(page: Page, role: str) -> bool:
    return not page.roles or role in {one.value for one in page.roles}


@pytest.mark.parametrize("page", FORMS, ids=lambda page: page.id)
def test_no_form_is_taken_that_is_not_of_the_session(clients: dict[str, Client], page: Page) -> None:
    """Neither without its token, nor with another's, nor from another site; and whoever may not use it is told nothing."""
    stranger = clients["nobody"].form_token("/check")

    def attack(role: str) -> None:
        client = clients[role]
        own = client.form_token("/components" if role == "nobody" else "/notices")
        refused = 403 if may_use(page, role) else 303 if role == "nobody" else 404
        for fields, header in (
            ({}, {}), ({"form_token": ""}, {}), ({"form_token": "0" * 64}, {}),
            ({"form_token": stranger if role != "nobody" else "1" * 64}, {}),
            ({"form_token": own}, {"origin": "https://evil.example"}), ({"form_token": own}, {"sec_fetch_site": "cross-site"}),
            ({"form_token": own}, {"content_type": "text/plain"}),
        ):  # fmt: skip
            assert client.post(filled(page), fields, **header).status == refused, (role, fields, header)
        assert client.get("/notices").status == (303 if role == "nobody" else 200), "the session goes on"

    each(attack)


def each(does: Callable[[str], None]) -> None:
    """Does something as each role, side by side: some forms take a second, that their time may tell nothing."""
    with ThreadPoolExecutor(len(ROLES)) as roles:
        for done in [roles.submit(does, role) for role in ROLES]:
            done.result()


ENDS = {"/sign-out": dict.fromkeys(ROLES, 303), "/leave": dict.fromkeys(ROLES, 303)}
"""Forms that end the session."""
EMPTY: dict[str, dict[str, int]] = {
    **ENDS,
    "/sign-in": dict.fromkeys(ROLES, 404),  # as nobody who is listed
    "/calendar": NOBODYS,
    "/what-if": PERSONS_ONLY,
    "/leaving-safely": PERSONS_ONLY,
    "/records/{record}/dispute": NOBODYS,  # there is no such record
    "/applications/{application}": NOBODYS,
    "/apply": NOBODYS,  # it names no step
    "/decisions/{address}": NOBODYS,
    "/hidden-address": NOBODYS,  # it says neither that nor from whom
    "/workbench": {**NOBODYS, "officer": 303},  # takes the next one
    "/workbench/{application}": NOBODYS,
    "/workbench/{application}/write/{part}": NOBODYS,
    "/workbench/{application}/check": NOBODYS,
    "/workbench/{application}/ask/{gap}": NOBODYS,
    "/workbench/{application}/request": NOBODYS,
    "/sealed/{address}": NOBODYS,
    "/reviews/{address}": NOBODYS,
    "/show": NOBODYS,  # it has no key
    "/show/revoke": NOBODYS,
    "/company/import": EMPLOYERS_ONLY,
    "/duties/{case}": NOBODYS,
    "/owed/{case}": NOBODYS,
    "/disputes-to-answer/{dispute}": NOBODYS,
    "/check": ALL,
    "/check/record": dict.fromkeys(ROLES, 404),
}
"""What each role is answered to a form with nothing in it but its token, about what there is not."""


@pytest.mark.parametrize("page", FORMS, ids=lambda page: page.id)
def test_an_empty_form_does_what_is_written_down(served: Served, clients: dict[str, Client], page: Page) -> None:
    found: dict[str, int] = {}

    def send(role: str) -> None:
        client, as_ = clients[role], ROLES[role]
        if page.path in ENDS:
            client = Client(served.address) if as_ is None else Client(served.address).sign_in(as_)
        token = client.form_token("/check" if role == "nobody" else "/notices")
        found[role] = client.post(filled(page), {"form_token": token}).status

    each(send)
    assert page.path in EMPTY, f"write down who may send the form of {page.path}"
    assert found == EMPTY[page.path]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_no_address_and_no_field_becomes_a_header(clients: dict[str, Client], page: Page) -> None:
    asked = "&".join(
        f"{name}={LINE_END}" for name in ("lang", "for", "page", "person", "last", "norm", "state", "code", "on")
    )
    for client in clients.values():
        for path in (f"{filled(page)}?{asked}", filled(page, f"x{LINE_END}"), filled(page, LINE_END)):
            answer = client.get(path)
            assert answer.status in (200, 303, 400, 403, 404, 405), path
            assert "x-injected" not in answer.headers
            assert all("x-injected" not in cookie for cookie in answer.cookies)


@pytest.mark.parametrize("path", PAGES_SHOWN)
def test_no_page_of_anybody_is_kept_by_a_browser_or_on_the_way(clients: dict[str, Client], path: str) -> None:
    for role, client in clients.items():
        assert client.get(path).headers["cache-control"] == "no-store", role


def test_what_one_person_has_is_not_taken_for_anothers(served: Served) -> None:
    """A cache on the way may not mix two persons up, and who has one answer is not told that they have another's."""
    sita = Client(served.address).sign_in("person=person:sita")
    duc = Client(served.address).sign_in("person=person:duc")
    first = sita.get(f"/api/v1/persons/person:sita/verdicts?{OWN}")
    other = duc.get(f"/api/v1/persons/person:duc/verdicts?{OWN}", if_none_match=first.headers["etag"])
    assert (other.status, first.headers["vary"]) == (200, "authorization, cookie")
    assert duc.get(f"/api/v1/persons/person:sita/verdicts?{OWN}", if_none_match="*").status == 403


def steps(place: Place, client: Client, path: str) -> list[str]:
    """What the database is asked while a question is answered."""
    found: list[str] = []

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        found.append(statement)

    sa.event.listen(place.engine, "before_cursor_execute", note)
    try:
        assert client.get(path).status == 403
    finally:
        sa.event.remove(place.engine, "before_cursor_execute", note)
    return found


@pytest.mark.parametrize("asked", ["verdicts", "records", "accesses", "verdicts/jp.immigration.lawful-stay/proof"])
def test_whether_somebody_is_on_record_does_not_show_in_how_long_a_refusal_takes(place: Place, asked: str) -> None:
    """The same steps in the same order, whether there is such a person or not: no time can tell them apart."""
    hoa = place.signed_in()
    there, not_there = (
        steps(place, hoa, f"/api/v1/persons/{one}/{asked}?{OWN}") for one in ("person:minh", "person:nobody")
    )
    assert there == not_there != []


@pytest.mark.parametrize("length", [1_000, 60_000])
def test_a_small_form_that_becomes_a_large_file_is_cut_off(clients: dict[str, Client], length: int) -> None:
    bomb = zlib.compress(b"\0" * (length * 1_000), 9)
    packed = base64.urlsafe_b64encode(bomb).decode()
    unpacked = _unpacked(packed)
    assert unpacked is not None
    assert len(unpacked) <= FILE_BYTES_MOST + 1
    client = clients["employer"]
    began = time.monotonic()
    answer = client.post("/company/import", {"form_token": client.form_token("/company"), "packed": packed})
    assert answer.status in (200, 413)
    assert time.monotonic() - began < 10


def test_who_asks_too_often_waits_and_nobody_else_does(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    pace = Pace(60, 3, lambda: now[0])
    monkeypatch.setitem(place.portal.__dict__, "pace", pace)
    hoa, clerk = place.signed_in(), place.signed_in("clerk-4711")
    assert [hoa.get("/api/v1/cases").status for _ in range(4)] == [200, 200, 200, 429]
    answer = hoa.get("/api/v1/cases")
    assert (answer.json["type"], answer.headers["retry-after"]) == ("urn:kyosei:problem:too-many", "1")
    assert clerk.get("/api/v1/cases").status == 200
    assert hoa.get("/api/v1/health").status == 200
    assert hoa.get("/notices").status == 200
    now[0] = 1.0
    assert [hoa.get("/api/v1/cases").status for _ in range(2)] == [200, 429]


@same_examples(100)
@given(
    st.integers(1, 600), st.integers(1, 20),
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 30).map(lambda one: one / 4)), max_size=60),
)  # fmt: skip
def test_nobody_asks_more_often_than_the_pace(a_minute: int, at_once: int, asked: list[tuple[str, float]]) -> None:
    """In any stretch of time; and who waits as long as they are told may ask then."""
    now = [0.0]
    pace = Pace(a_minute, at_once, lambda: now[0])
    taken: dict[str, list[float]] = {"a": [], "b": []}
    for caller, after in asked:
        now[0] += after
        if pace.wait(caller) == 0:
            taken[caller].append(now[0])
    for times in taken.values():
        for first, begun in enumerate(times):
            for last, ended in enumerate(times[first:], 1):
                assert last <= at_once + (ended - begun) * a_minute / 60 + 1e-6
    while (seconds := pace.wait("a")) == 0:
        pass
    now[0] += seconds
    assert pace.wait("a") == 0


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("taken")(scope, receive, send)


def answered(scope: Scope, receive: Receive) -> int:
    """The status with which a guard answers."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def guarded() -> None:
        await BodyGuard(nothing, {})(scope, receive, send)

    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may have a loop in this thread
        apart.submit(asyncio.run, guarded()).result()
    return int(sent[0]["status"])


def test_a_body_that_comes_in_drops_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many bytes have come: what counts is that all of them come in time."""
    monkeypatch.setattr(guards, "_BODY_SECONDS_MAX", 0.2)

    async def drops() -> Message:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"x", "more_body": True}

    for path in ("/sign-in", "/api/v1/checks"):
        scope = {"type": "http", "method": "POST", "path": path, "headers": [(b"content-length", b"1000")]}
        assert answered(scope, drops) == 408


@pytest.mark.parametrize("declared", [b"-1", b"1e3", b"0x10", b" 7", b"7, 7", "٣".encode(), b"9" * 40])
def test_a_length_that_is_none_is_refused(declared: bytes) -> None:
    async def never() -> Message:
        raise AssertionError("nothing is read")

    scope = {"type": "http", "method": "POST", "path": "/sign-in", "headers": [(b"content-length", declared)]}
    assert answered(scope, never) == 413


@pytest.fixture(scope="module")
def impatient() -> Iterator[int]:
    """The port of a server that gives the head of a request half a second."""

    class Sooner(Impatient):
        seconds = 0.5

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(
            uvicorn.Config(nothing, http=Sooner, log_config=None, log_level="critical", lifespan="off")
        )
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(10)


def is_ended(connection: socket.socket, within: float) -> bool:
    connection.settimeout(within)
    try:
        return connection.recv(1_000) == b""
    except TimeoutError:
        return False


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n"])
def test_who_says_slowly_what_they_want_holds_no_place(impatient: int, begun: bytes) -> None:
    with socket.create_connection(("127.0.0.1", impatient), 5) as connection:
        connection.sendall(begun)
        for drop in (b"x", b":", b" "):
            time.sleep(0.1)
            connection.sendall(drop if begun else b"")
        assert is_ended(connection, 3)


def test_who_asks_in_time_is_answered_as_often_as_they_like(impatient: int) -> None:
    with socket.create_connection(("127.0.0.1", impatient), 5) as connection:
        for _ in range(4):
            time.sleep(0.3)
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = b""
            while not answer.endswith(b"taken"):
                answer += connection.recv(1_000)
        assert is_ended(connection, 3)
