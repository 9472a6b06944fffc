"""Applying over the API: a person's own session files, adds and takes back; no program, nobody else, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.web.client import OWN, Answer, Client
from tests.web.conftest import Served, serving
from tests.web.test_api import assertion

KEY = "0123456789abcdef"
RENEWAL = {"procedure": "renewal", "agree": True, "language": "en", "words": "My contract\ngoes on.", "key": KEY}


@pytest.fixture(scope="module")
def office() -> Iterator[Served]:
    """A town of its own: what is filed here changes verdicts."""
    with serving() as found:
        yield found


def sent(client: Client, path: str, body: Mapping[str, Any], **headers: str) -> Answer:
    given = {"content_type": "application/json", **headers}
    return client.ask("POST", f"/api/v1/persons/{path}", json.dumps(body).encode(), **given)


def test_a_person_files_adds_and_takes_back(office: Served) -> None:
    duc = Client(office.address).sign_in("person=person:duc")
    ahead = duc.get("/api/v1/persons/person:duc/applications/outlook?procedure=renewal").json
    assert (ahead["office"], ahead["pending"]) == ("authority:isa", None)
    assert "authority:isa" in ahead["filing"]["agreed"]["sources"]
    first = sent(duc, "person:duc/filings", RENEWAL)
    assert first.status == 200, first.text
    again = sent(duc, "person:duc/filings", RENEWAL)
    assert (again.status, again.json["id"]) == (200, first.json["id"])
    assert (first.json["stage"], first.json["by"]) == ("received", "person:duc")
    assert first.json["done"][0]["words"] == "My contract goes on."
    other = sent(duc, "person:duc/filings", {**RENEWAL, "key": KEY + "x"})
    assert (other.status, other.json["type"]) == (400, "urn:kyosei:problem:question")
    listed = duc.get(f"/api/v1/persons/person:duc/applications?{OWN}").json
    assert listed["total"] == 1

    acts = f"person:duc/applications/{first.json['id']}/acts"
    file = {"sha256": "ab" * 32, "bytes": 9, "name": "letter.pdf", "media_type": "application/pdf", "translation": True}
    added = sent(duc, acts, {"act": "add", "file": file, "key": KEY})
    assert added.status == 200, added.text
    assert added.json["done"][-1]["document"]["attached"]["sha256"] == "ab" * 32
    assert sent(duc, acts, {"act": "add", "file": file, "key": KEY}).json == added.json
    assert sent(duc, acts, {"act": "add", "key": KEY + "y"}).status == 400, "it says nothing"
    assert sent(duc, acts, {"act": "answer", "request": "none", "words": "x", "key": KEY}).status == 400
    assert sent(duc, acts, {"act": "withdraw", "key": KEY}).json["stage"] == "withdrawn"
    assert sent(duc, acts, {"act": "add", "words": "more", "key": KEY + "z"}).status == 400, "it has ended"


def test_nobody_applies_for_somebody_else_and_no_page_elsewhere_does(office: Served) -> None:
    lihua, zaw = (Client(office.address).sign_in(f"person=person:{one}") for one in ("lihua", "zaw"))
    for client, headers in (
        (zaw, {}),
        (Client(office.address), {"authorization": f"Bearer {assertion(office, 'authority:isa')}"}),
        (lihua, {"sec_fetch_site": "cross-site"}),
    ):
        answer = sent(client, "person:lihua/filings", RENEWAL, **headers)
        assert (answer.status, answer.json["type"]) == (403, "urn:kyosei:problem:access-refused")
    assert sent(Client(office.address), "person:lihua/filings", RENEWAL).status == 401
    unasked = sent(lihua, "person:lihua/filings", RENEWAL | {"agree": False})
    assert unasked.status == 422
    assert sent(lihua, "person:lihua/filings", RENEWAL, content_type="text/plain").status == 422, "no form can send it"
    family = sent(lihua, "person:lihua/filings", RENEWAL | {"family": ["person:zaw"]})
    assert (family.status, "guardian" in family.json["detail"]) == (400, True)
    assert lihua.get(f"/api/v1/persons/person:lihua/applications?{OWN}").json["total"] == 0
    filed = sent(lihua, "person:lihua/filings", RENEWAL)
    elsewhere = f"person:zaw/applications/{filed.json['id']}/acts"
    assert sent(zaw, elsewhere, {"act": "withdraw", "key": KEY}).status == 404
