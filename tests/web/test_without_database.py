"""Without a database the page for checkers comes up, and says what it says of any code; other pages say that it is our doing."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import uvicorn

from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.sharing.codes import new_code
from kyosei.web.application import make_application
from kyosei.web.audit import PublicLog
from kyosei.web.portal import Portal
from kyosei.web.security.origin import Origin
from kyosei.web.security.pace import Pace
from kyosei.web.security.sessions import new_token
from kyosei.wiring import open_law
from tests.access.setting import PSEUDONYM, purposes
from tests.web.client import Client
from tests.web.noon import NOON


@pytest.fixture(scope="module")
def away() -> Iterator[str]:
    """The address of a portal whose database does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"127.0.0.1:{listening.getsockname()[1]}"
        engine = sa.create_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
        path = ReadPath(engine, purposes(), Policies.shipped(), lambda: NOON, PSEUDONYM)
        portal = Portal(
            engine, path, purposes(), open_law(), Origin.read(f"http://{address}"), lambda: NOON, None, None, None,
            lambda: False, {}, PublicLog(Path("nowhere"), ""), open_law, None, None, None,
            Pace(60, 60, time.monotonic),
        )  # fmt: skip
        configuration = uvicorn.Config(make_application(portal), log_level="critical", lifespan="off")
        server = uvicorn.Server(configuration)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield address
        server.should_exit = True
        thread.join(10)


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize(
    ("language", "no_no"),
    [
        ("ja", "「いいえ」という意味ではありません"),
        ("ja-easy", "だめと いう ことでは ありません"),
        ("en", "This is not a no"),
    ],
)
def test_the_page_for_checkers_comes_up_and_never_reads_as_a_no(
    away: str, language: str, no_no: str, *, signed_in: bool
) -> None:
    """P13: of a code nothing is told but that nothing can be confirmed now."""
    client = Client(away, {"kyosei": new_token()} if signed_in else {})
    token = client.form_token(f"/check?lang={language}")
    answer = client.post("/check", {"form_token": token, "code": new_code(), "name": "田中"})
    assert answer.status == 200
    assert no_no in answer.text
    assert "0570-013904" in answer.text


def test_other_pages_say_that_it_is_our_doing(away: str) -> None:
    client = Client(away, {"kyosei": new_token()})
    assert "No record was lost" in client.get("/stay?lang=en").text
    assert client.get("/stay").status == 500
    assert client.get("/nowhere").status == 404
