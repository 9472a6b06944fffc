"""The API: documented answers, stable problems, assertions of institutions, and conditional requests."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from kyosei.journal.directory import DataDirectory
from kyosei.journal.envelope import SigningKey
from kyosei.web.api.application import ROUTES
from tests.web.client import OWN, Answer, Client
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
        (f"{SITA}/difference?{OWN}&since=2026-09-01T00:00:00Z", "/persons/{person}/difference"),
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


GIVEN = {
    "/health": "/health",
    "/ready": "/ready",
    "/purposes": "/purposes",
    "/log/checkpoint": "/log/checkpoint",
    "/log/entries/{number}/proof": "/log/entries/0/proof",
    "/persons/{person}/verdicts": f"/persons/person:sita/verdicts?{OWN}",
    "/persons/{person}/verdicts/{norm}/proof": f"/persons/person:sita/verdicts/jp.immigration.lawful-stay/proof?{OWN}",
    "/persons/{person}/records": f"/persons/person:sita/records?{OWN}",
    "/persons/{person}/accesses": f"/persons/person:sita/accesses?{OWN}",
    "/persons/{person}/applications": f"/persons/person:sita/applications?{OWN}",
    "/persons/{person}/applications/outlook": "/persons/person:sita/applications/outlook?procedure=renewal",
    "/persons/{person}/changes": f"/persons/person:sita/changes?{OWN}",
    "/persons/{person}/difference": f"/persons/person:sita/difference?{OWN}&since=2026-09-01T00:00:00Z",
    "/cases": "/cases",
}  # fmt: skip
"""What reads, and how it is asked."""
_CHANGES_WITH_EACH_LOOK = ("/persons/{person}/accesses", "/persons/{person}/applications/outlook")


def test_everything_that_reads_is_given_again_by_its_etag(sita: Client, visitor: Callable[[], Client]) -> None:
    of_one_case = "/cases/{case}"
    assert {route.path for route in ROUTES if route.method == "GET"} == GIVEN.keys() | {of_one_case}
    employer = visitor().sign_in("employer=org:hamakaze")
    case = employer.get("/api/v1/cases").json["cases"][0]["id"]
    for route, path in (GIVEN | {of_one_case: f"/cases/{case}"}).items():
        client = employer if route.startswith("/cases") else sita
        first = client.get(f"/api/v1{path}")
        again = client.get(f"/api/v1{path}", if_none_match=first.headers["etag"])
        assert (first.status, again.status) == (200, 200 if route in _CHANGES_WITH_EACH_LOOK else 304), path
        assert again.status == 200 or again.body == b"", path


LISTS = {
    "verdicts": "verdicts",
    "records": "lines",
    "applications": "applications",
    "changes": "changes",
    "accesses": "usages",
}


@pytest.mark.parametrize("asked", [*LISTS, "cases"])
def test_pages_of_a_list_make_up_the_whole(visitor: Callable[[], Client], asked: str) -> None:
    """Though each question is a look, which the list of looks has, too."""
    of_cases = asked == "cases"
    client = visitor().sign_in("employer=org:hamakaze" if of_cases else "person=person:sita")
    path, member = ("/api/v1/cases", "cases") if of_cases else (f"{SITA}/{asked}", LISTS[asked])
    first = client.get(f"{path}?{OWN}&limit=200").json
    each = max(1, min(50, len(first[member]) // 3))
    pinned = f"&known={quote(first['usagePeriod']['until'])}" if asked == "accesses" else ""
    following: str | None = f"?{OWN}&limit={each}{pinned}"
    found: list[Any] = []
    while following is not None:
        page = client.get(f"{path}{following}").json
        assert len(page[member]) <= each
        assert page["total"] == first["total"]
        found += page[member]
        following = page["next"]
    assert found[: len(first[member])] == first[member]
    assert len(found) == first["total"]
    assert found or asked == "applications"


def test_a_page_of_looks_goes_on_where_the_one_before_ended(sita: Client) -> None:
    """Each question is a look itself, so that what was first before is not first then."""
    page = sita.get(f"{SITA}/accesses?{OWN}&limit=3").json
    newest = page["usages"]
    assert len(newest) == 3
    assert sita.get(f"{SITA}/accesses?{OWN}&limit=1").json["usages"] != newest[:1]
    following = sita.get(f"{SITA}/accesses{page['next']}").json["usages"]
    assert min(one["number"] for one in newest) - 1 == max(one["number"] for one in following)


def test_who_has_read_the_changes_goes_on_from_the_last(sita: Client) -> None:
    newest_first = sita.get(f"{SITA}/changes?{OWN}").json["changes"]
    told = [one["id"] for one in reversed(newest_first)]
    found, last = told[:2], told[1]
    while page := sita.get(f"{SITA}/changes?{OWN}&limit=7&after={last}").json["changes"]:
        found += [one["id"] for one in page]
        last = found[-1]
    assert found == told
    following = sita.get(f"{SITA}/changes?{OWN}&limit=7&after={told[1]}").json["next"]
    assert [one["id"] for one in sita.get(f"{SITA}/changes{following}").json["changes"]] == told[9:16]
    zaw = sita.get(f"{SITA}/changes?{OWN}&after=no-such-change")
    assert (zaw.status, zaw.json["type"]) == (400, "urn:kyosei:problem:question")


def test_changes_are_what_the_watch_told_and_for_the_person_alone(sita: Client, served: Served) -> None:
    changes = sita.get(f"{SITA}/changes?{OWN}").json["changes"]
    told = {(one["norm"], one["state"]) for one in changes if one["sort"] == "changed"}
    now = {(one["norm"], one["state"]) for one in sita.get(f"{SITA}/verdicts?{OWN}").json["verdicts"]}
    assert ("jp.immigration.lawful-stay", "met") in told & now
    assert all(one["about"].get("person", "person:sita") == "person:sita" for one in changes)
    answer = called(served, f"/persons/person:duc/changes?{STAY_OF_DUC}", assertion(served, "authority:isa"))
    assert answer.status == 403


def signed(served: Served, entry: Mapping[str, object], source: str | None = None) -> str:
    """An entry under the key of its source; source: another than that."""
    key = SigningKey.from_jwk(DataDirectory(served.data).party_key(str(entry["source"])).read_text())
    return key.sign({**entry, "source": source or entry["source"]}).decode()


def sent(served: Served, party: str, *entries: str) -> Answer:
    """What is answered to a program that sends these entries."""
    headers = {"content_type": "application/json", "authorization": f"Bearer {assertion(served, party)}"}
    return Client(served.address).ask("POST", "/api/v1/entries", json.dumps({"entries": entries}).encode(), **headers)


def test_what_is_sent_is_taken_once_and_is_in_the_log(served: Served) -> None:
    case = called(served, "/cases", assertion(served, "org:hamakaze")).json["cases"][0]["id"]
    act = {
        "type": "case_act", "id": "act-over-the-api", "case": case, "act": "acknowledge", "reason": "read",
        "source": "org:hamakaze", "stated_at": "2026-11-22T09:00:00+09:00",
    }  # fmt: skip
    entry, other = signed(served, act), signed(served, {**act, "reason": "read again"})
    in_place_of_another = signed(served, {**act, "id": "act-of-another"}, source="org:yamabuki-hotel")
    answer = sent(served, "org:hamakaze", entry, entry, other, in_place_of_another, "a.b.c")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    receipt, same, *refused = answer.json["entries"]
    assert receipt["taken"]
    assert receipt == same == sent(served, "org:hamakaze", entry).json["entries"][0]
    assert [one["taken"] for one in refused] == [False, False, False]
    assert [one["refusal"] for one in refused] == ["replay-with-other-bytes", "wrong-speaker", "malformed-envelope"]
    proof = Client(served.address).get(f"/api/v1/log/entries/{receipt['sequence']}/proof").json["proof"]
    commitment = hmac.new(bytes.fromhex(receipt["salt"]), entry.encode(), "sha256").hexdigest()
    assert receipt["commitment"] == commitment
    assert f"index {receipt['sequence']}" in proof
    assert Client(served.address).get("/api/v1/log/checkpoint").json["size"] > receipt["sequence"]


def test_a_session_sends_no_entries(sita: Client) -> None:
    answer = sita.ask("POST", "/api/v1/entries", b'{"entries": ["a.b.c"]}', content_type="application/json")
    assert (answer.status, answer.json["type"]) == (401, "urn:kyosei:problem:not-signed-in")


def test_an_owner_sees_its_cases_without_what_is_not_its_to_see(served: Served) -> None:
    answer = called(served, "/cases", assertion(served, "org:hamakaze"))
    assert answer.status == 200
    assert answer.json["cases"]
    for case in answer.json["cases"]:
        assert case["owner"] == "org:hamakaze"
        assert not {"hushed", "route", "informed", "paused", "looked"} & case.keys()
    other = called(served, f"/cases/{answer.json['cases'][0]['id']}", assertion(served, "org:yamabuki-hotel"))
    assert other.status == 404
