"""The API: documented answers, stable problems, assertions of institutions, and conditional requests."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import jsonschema
import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from kyosei.journal.directory import DataDirectory
from tests.web.client import OWN, Client
from tests.web.conftest import Served
from tests.web.noon import NOON

SITA = "/api/v1/persons/person:sita"
STAY_OF_DUC = "purpose=immigration.examination&basis=326CO0000000319/59-2/1&case=case-1"


def assertion(
    served: Served, party: str, claims: Mapping[str, Any] | None = None, type_: str = "kyosei-access+jwt"
) -> str:
    """An assertion with the key of an institution of the trial; `claims` replace the right ones."""
    key = OKPKey.import_key(json.loads(DataDirectory(served.data).party_key(party).read_text()))
    role = "employer" if party.startswith("org:") else "officer"
    right = {
        "iss": party, "sub": f"software:{party}", "aud": f"http://{served.address}", "role": role,
        "iat": NOON // 1_000_000, "exp": NOON // 1_000_000 + 300,
    }  # fmt: skip
    header = {"alg": "Ed25519", "kid": key.thumbprint(), "typ": type_}
    return jwt.encode(header, {**right, **(claims or {})}, key, algorithms=["Ed25519"])


def called(served: Served, path: str, token: str) -> Any:  # Any: an answer
    return Client(served.address).get(f"/api/v1{path}", authorization=f"Bearer {token}")


@pytest.fixture(scope="module")
def document(served: Served) -> Any:  # Any: JSON
    return Client(served.address).get("/api/v1/openapi.json").json


def test_the_document_names_every_status_and_every_problem(document: Any) -> None:
    assert document["openapi"].startswith("3.1")
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert "200" in operation["responses"], path
            assert "422" in operation["responses"], path
            for status, response in operation["responses"].items():
                if status >= "400":
                    assert list(response["content"]) == ["application/problem+json"], (path, status)


@pytest.mark.parametrize(
    ("path", "operation"),
    [
        (f"{SITA}/verdicts?{OWN}", "/persons/{person}/verdicts"),
        (f"{SITA}/verdicts?{OWN}&on=2026-12-31&norm=jp.immigration.lawful-stay", "/persons/{person}/verdicts"),
        (f"{SITA}/verdicts/jp.immigration.lawful-stay/proof?{OWN}", "/persons/{person}/verdicts/{norm}/proof"),
        (f"{SITA}/records?{OWN}&limit=5", "/persons/{person}/records"),
        (f"{SITA}/accesses?{OWN}", "/persons/{person}/accesses"),
        ("/api/v1/cases", "/cases"),
        ("/api/v1/purposes", "/purposes"),
        ("/api/v1/health", "/health"),
        ("/api/v1/ready", "/ready"),
    ],
)
def test_what_is_answered_is_what_the_document_says(sita: Client, document: Any, path: str, operation: str) -> None:
    answer = sita.get(path)
    assert answer.status == 200, answer.text
    schema = document["paths"][operation]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    wide = {**schema, "additionalProperties": True}  # new keys may be added to an answer
    jsonschema.Draft202012Validator(wide).validate(answer.json)


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/nothing", 404, "not-found"),
        ("/persons/person:sita/verdicts", 422, "invalid-request"),
        (f"/persons/person:sita/verdicts?{OWN}&limit=0", 422, "invalid-request"),
        (f"/persons/person:sita/verdicts?{OWN}&on=tomorrow", 400, "question"),
        (f"/persons/person:sita/verdicts?{OWN}&norm=jp.no.such", 400, "question"),
        (f"/persons/person:sita/verdicts?{OWN}&known=2026-11-20", 400, "question"),
        (f"/persons/person:sita/verdicts?{OWN}&consent=c-1", 400, "question"),
        ("/persons/person:sita/verdicts?purpose=none.such&basis=415AC0000000057/76/1", 403, "access-refused"),
        ("/persons/person:sita/verdicts?purpose=own.records", 403, "access-refused"),
        (f"/persons/org:minami-bank/verdicts?{OWN}", 403, "access-refused"),
        (f"/persons/person:sita/verdicts/jp.immigration.lawful-stay/proof?{OWN}&instance=7", 404, "not-found"),
        ("/cases/no-such-case", 404, "not-found"),
    ],
)
def test_each_mistake_is_a_problem_of_a_stable_type(sita: Client, path: str, status: int, type_: str) -> None:
    answer = sita.get(f"/api/v1{path}")
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json["type"] == f"urn:kyosei:problem:{type_}"
    assert answer.json["status"] == status


def test_who_is_not_signed_in_is_told_how(visitor: Callable[[], Client]) -> None:
    answer = visitor().get(f"{SITA}/verdicts?{OWN}")
    assert (answer.status, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_another_person_is_refused_and_does_not_learn_who_there_is(sita: Client) -> None:
    """No IDOR: whether the other is on record or not, the answer is the same."""
    there = sita.get(f"/api/v1/persons/person:duc/verdicts?{OWN}")
    not_there = sita.get(f"/api/v1/persons/person:nobody-here/verdicts?{OWN}")
    assert there.status == not_there.status == 403
    assert there.body == not_there.body


def test_an_office_reads_for_its_purpose_and_the_person_sees_it(served: Served, visitor: Callable[[], Client]) -> None:
    duc = visitor().sign_in("person=person:duc")
    answer = called(served, f"/persons/person:duc/verdicts?{STAY_OF_DUC}", assertion(served, "authority:isa"))
    assert answer.status == 200, answer.text
    assert {"jp.immigration.lawful-stay"} <= {one["norm"] for one in answer.json["verdicts"]}
    assert all(not one["norm"].startswith("jp.pension") for one in answer.json["verdicts"])
    page = duc.get("/looks?lang=en").text
    assert "Immigration Services Agency" in page
    assert "Examining an application about the stay" in page
    assert "software" in page


def test_an_employer_reads_about_its_own_workers_only(served: Served) -> None:
    token = assertion(served, "org:hamakaze")
    purpose = "purpose=employer.own-duties&basis=329AC0000000115/27"
    duc = called(served, f"/persons/person:duc/verdicts?{purpose}", token)
    sita = called(served, f"/persons/person:sita/verdicts?{purpose}", token)
    assert duc.status == 200, duc.text
    assert {one["bearer"] for one in duc.json["verdicts"] if one["bearer"]} == {"org:hamakaze"}
    assert sita.status == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "http://127.0.0.1:1"},
        {"iss": "authority:pension-service"},
        {"sub": "staff:sato"},
        {"role": "bank"},
        {"role": "person"},
        {"exp": NOON // 1_000_000 + 301},
        {"iat": NOON // 1_000_000 - 400, "exp": NOON // 1_000_000 - 100},
        {"iat": NOON // 1_000_000 + 60, "exp": NOON // 1_000_000 + 120},
        {"exp": "soon"},
        {"nbf": NOON // 1_000_000 + 60},
        {"aud": ["http://127.0.0.1:1", "http://127.0.0.1:2"]},
        {"aud": []},
        {"jti": ""},
        {"jti": 7},
        {"jti": "x" * 201},
    ],
    ids=",".join,
)
def test_an_assertion_that_is_not_right_is_nobodys(served: Served, claims: dict[str, Any]) -> None:
    token = assertion(served, "authority:isa", claims)
    assert called(served, f"/persons/person:duc/verdicts?{STAY_OF_DUC}", token).status == 401


def test_an_assertion_for_several_readers_and_not_before_now_is_good(served: Served) -> None:
    claims = {"aud": ["https://other.example", f"http://{served.address}"], "nbf": NOON // 1_000_000}
    token = assertion(served, "authority:isa", claims)
    assert [called(served, "/cases", token).status for _ in range(2)] == [200, 200]


def test_an_assertion_that_names_itself_works_once(served: Served) -> None:
    """Whoever reads it on its way, in a log or from a proxy, cannot send it again; nor can another use its name up."""
    once = assertion(served, "authority:isa", {"jti": "one"})
    same_name = assertion(served, "authority:isa", {"jti": "one", "exp": NOON // 1_000_000 + 200})
    of_another = assertion(served, "org:hamakaze", {"jti": "one"})
    forged = f"{once.rpartition('.')[0]}.{'A' * 86}"
    assert [called(served, "/cases", token).status for token in (forged, once, once, same_name, of_another, of_another)] == [
        401, 200, 401, 401, 200, 401,
    ]  # fmt: skip


def test_a_signed_entry_is_no_assertion(served: Served) -> None:
    token = assertion(served, "authority:isa", type_="kyosei-entry+jws")
    assert called(served, f"/persons/person:duc/verdicts?{STAY_OF_DUC}", token).status == 401


def test_a_forged_or_garbled_assertion_is_nobodys(served: Served) -> None:
    good = assertion(served, "authority:isa")
    head, body, _ = good.split(".")
    stranger = OKPKey.generate_key("Ed25519")
    unknown = jwt.encode({"alg": "Ed25519", "kid": stranger.thumbprint()}, {"iss": "authority:isa"}, stranger,
                         algorithms=["Ed25519"])  # fmt: skip
    for token in (f"{head}.{body}.", f"{head}.{body}.{'A' * 86}", unknown, "a.b.c", "", "x" * 5_000, "é"):
        assert called(served, "/cases", token.encode().decode("latin-1")).status == 401


def test_who_has_an_answer_already_is_told_so_and_the_look_is_on_record(sita: Client) -> None:
    first = sita.get(f"{SITA}/verdicts?{OWN}")
    again = sita.get(f"{SITA}/verdicts?{OWN}", if_none_match=first.headers["etag"])
    third = sita.get(f"{SITA}/verdicts?{OWN}", if_none_match='W/"other"')
    assert (first.status, again.status, third.status) == (200, 304, 200)
    assert again.body == b""
    assert third.json["entry"] == first.json["entry"] + 2


def test_pages_of_a_list_make_up_the_whole(sita: Client) -> None:
    whole = sita.get(f"{SITA}/verdicts?{OWN}&limit=200").json
    found: list[Any] = []
    offset: int | None = 0
    while offset is not None:
        page = sita.get(f"{SITA}/verdicts?{OWN}&limit=25&offset={offset}").json
        found += page["verdicts"]
        offset = page["next_offset"]
    assert found == whole["verdicts"]
    assert len(found) == whole["total"]


def test_an_owner_sees_its_cases_without_what_is_not_its_to_see(served: Served) -> None:
    answer = called(served, "/cases", assertion(served, "org:hamakaze"))
    assert answer.status == 200
    assert answer.json["cases"]
    for case in answer.json["cases"]:
        assert case["owner"] == "org:hamakaze"
        assert not {"hushed", "route", "informed", "paused", "looked"} & case.keys()
    other = called(served, f"/cases/{answer.json['cases'][0]['id']}", assertion(served, "org:yamabuki-hotel"))
    assert other.status == 404
