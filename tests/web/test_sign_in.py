"""Signing in at a provider: a real one, in a process of its own; nobody is let in whom the operator has not bound."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import socket
import subprocess
import sys
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
import sqlalchemy as sa
import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from playwright.sync_api import Browser

from kyosei.access.accounts import Account, Accounts, Subject
from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import Role
from kyosei.cli.law_source import LawSource
from kyosei.cli.main import main
from kyosei.errors import InputError, QuestionError
from kyosei.journal.database import URL
from kyosei.journal.envelope import SigningKey
from kyosei.web.application import make_application
from kyosei.web.audit import PublicLog
from kyosei.web.pages import PAGES
from kyosei.web.pages.page import PERSONS
from kyosei.web.pages.sign_in_again.page import AFTER
from kyosei.web.portal import Portal
from kyosei.web.security.attempts import attempt_of, new_attempt
from kyosei.web.security.origin import Origin
from kyosei.web.security.pace import Pace
from kyosei.web.security.provider import Provider, ProviderError, ProviderSettings
from kyosei.web.security.sessions import new_token
from kyosei.wiring import compile_japan, legal_sources, open_law, open_law_with_drafts, purposes_of_japan
from tests.access.setting import NOW, PSEUDONYM, Setting, noon, purposes
from tests.docs.guides import blocks_of
from tests.journal.conftest import server
from tests.journal.server import Server
from tests.web.client import OWN, Client
from tests.web.conftest import Served, free_port
from tests.web.pressing import pressed

__all__ = ["server"]

SOURCE = LawSource(open_law, compile_japan, purposes_of_japan, legal_sources, open_law_with_drafts)
CLIENT, SECRET = "kyosei", "between-the-two-of-us"
NOON_SECONDS = noon(NOW) // 1_000_000
HOA, CLERK = "hoa@id.example", "clerk-4711"
BACK = "/sign-in/back"


@dataclass
class Place:
    """A portal, its provider, its accounts and the operator's key."""

    address: str
    issuer: str
    accounts: Accounts
    root: SigningKey
    engine: sa.Engine
    setting: Setting
    portal: Portal

    def client(self) -> Client:
        return Client(self.address)

    def at_provider(self, method: str, address: str, fields: dict[str, str] | None = None) -> str:
        """Where the provider leads a browser."""
        parts = urlsplit(address)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
        sent = {"content-type": "application/x-www-form-urlencoded"}
        connection.request(method, f"{parts.path}?{parts.query}", urlencode(fields or {}), sent)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.headers.get("location", "")

    def begun(self, client: Client, path: str = "/sign-in/begin", subject: str = HOA) -> str:
        """Up to the address at which the provider leads back, with its answer."""
        answer = client.get(path)
        assert answer.status == 303
        back = self.at_provider("POST", answer.headers["location"], {"sub": subject})
        assert back.startswith(f"http://{self.address}{BACK}?"), back
        return back.removeprefix(f"http://{self.address}")

    def signed_in(self, subject: str = HOA, path: str = "/sign-in/begin") -> Client:
        client = self.client()
        assert client.get(self.begun(client, path, subject)).status == 303
        return client

    def setting_log(self) -> str:
        """Who has looked at Hoa's records."""
        return " ".join(str(dict(one)) for one in self.setting.log("person:hoa"))

    def make_older(self, seconds: int) -> None:
        """Whoever is signed in has proved it so much earlier."""
        with self.engine.begin() as connection:
            connection.execute(
                sa.text("UPDATE sessions SET authenticated_at = authenticated_at - :less"),
                {"less": seconds * 1_000_000},
            )


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    port, ahead = free_port(), NOON_SECONDS - int(time.time())
    command = [sys.executable, "-m", "tests.web.provider", str(port), CLIENT, SECRET, str(ahead)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait(30)
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture(scope="module")
def place(server: Server, issuer: str) -> Iterator[Place]:
    ahead = (NOON_SECONDS - int(time.time())) * 1_000_000

    def clock() -> int:
        return time.time_ns() // 1_000 + ahead

    with server.fresh() as engine, socket.create_server(("127.0.0.1", 0)) as listening:
        setting = Setting.on(engine)
        setting.submit({"type": "party", "id": "authority:isa", "party": "organisation", "roles": []})
        root = SigningKey.generate()
        accounts = Accounts(engine, root.public)
        address = f"127.0.0.1:{listening.getsockname()[1]}"
        path = ReadPath(engine, purposes(), Policies.shipped(), clock, PSEUDONYM)
        portal = Portal(
            engine, path, purposes(), open_law(), Origin.read(f"http://{address}"), clock, None, None, None,
            lambda: False, {}, PublicLog(Path("nowhere"), ""), open_law, None,
            Provider(ProviderSettings(issuer, CLIENT, SECRET), clock), accounts,
            Pace(1_200, 1_000, time.monotonic),
        )  # fmt: skip
        accounts.bind(Subject(issuer, HOA), Account("person:hoa", Role.PERSON, person="person:hoa"), root, 1)
        accounts.bind(Subject(issuer, CLERK), Account("staff:4711", Role.OFFICER, "authority:isa"), root, 2)
        served = uvicorn.Server(uvicorn.Config(make_application(portal), log_level="critical", lifespan="off"))
        thread = threading.Thread(target=served.run, args=([listening],), daemon=True)
        thread.start()
        while not served.started:
            time.sleep(0.05)
        yield Place(address, issuer, accounts, root, engine, setting, portal)
        served.should_exit = True
        thread.join(10)


def is_signed_in(client: Client) -> bool:
    return client.get("/api/v1/cases").status == 200


def test_who_has_an_account_is_signed_in_with_a_new_session(place: Place) -> None:
    client = place.client()
    client.get("/sign-in")
    planted = client.cookies["kyosei"]
    answer = client.get(place.begun(client))
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert is_signed_in(client)
    assert not is_signed_in(Client(place.address, {"kyosei": planted}))


def test_the_provider_learns_nothing_but_that_somebody_signs_in(place: Place) -> None:
    """PKCE, nonce and state are there; no page, no record and no name is."""
    address = place.client().get("/sign-in/begin").headers["location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert set(asked) == {
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method",
    }  # fmt: skip
    assert (asked["scope"], asked["code_challenge_method"]) == ("openid", "S256")
    assert asked["redirect_uri"] == f"http://{place.address}{BACK}"


def test_whom_nobody_has_bound_is_nobody_and_reads_what_to_tell_the_operator(place: Place) -> None:
    client = place.client()
    answer = client.get(place.begun(client, subject="<b>stranger</b>"))
    assert answer.status == 403
    assert "&lt;b&gt;stranger&lt;/b&gt;" in answer.text
    assert not is_signed_in(client)


def test_an_account_that_the_operator_did_not_sign_lets_nobody_in(place: Place) -> None:
    """Who can write to the database makes nobody anybody: neither by another key, nor by another's envelope."""
    hoas = Subject(place.issuer, HOA)
    forged = Accounts(place.engine, SigningKey.generate().public)
    forged.bind(Subject(place.issuer, "forger"), Account("person:minh", Role.PERSON, person="person:minh"),
                SigningKey.generate(), 3)  # fmt: skip
    with place.engine.begin() as connection:
        copied = sa.text(
            "INSERT INTO accounts SELECT :thief, envelope, bound_at FROM accounts WHERE subject_digest = :hoa"
        )
        connection.execute(copied, {"thief": Subject(place.issuer, "thief").digest, "hoa": hoas.digest})
    for subject in ("forger", "thief"):
        client = place.client()
        assert client.get(place.begun(client, subject=subject)).status == 403
        assert place.accounts.end(Subject(place.issuer, subject))


def test_an_account_that_ends_signs_out(place: Place) -> None:
    subject, minh = Subject(place.issuer, "minh"), Account("person:minh", Role.PERSON, person="person:minh")
    place.accounts.bind(subject, minh, place.root, 5)
    with pytest.raises(InputError, match="has an account already"):
        place.accounts.bind(subject, minh, place.root, 6)
    client = place.signed_in("minh")
    assert [one.account for one in place.accounts.all()].count(minh) == 1
    assert place.accounts.end(subject)
    assert not is_signed_in(client)
    assert client.get(place.begun(client, subject="minh")).status == 403
    assert not place.accounts.end(subject)


def test_another_browser_cannot_end_an_attempt_and_no_answer_works_twice(place: Place) -> None:
    client, other = place.client(), place.client()
    back = place.begun(client)
    other.get("/sign-in")
    assert other.get(back).status == 400
    assert not is_signed_in(other)
    assert place.client().get(back).status == 400
    assert client.get(back).status == 303
    assert client.get(back).status == 400
    copy = place.client()
    copy.cookies.update(client.cookies)
    assert copy.get(place.begun(client).replace("code=", "code=x")).status == 400


@pytest.mark.parametrize(
    "changed",
    ["state=none", "error=access_denied", "iss=http%3A%2F%2Fevil.example", "iss=", "code=", "code=guessed"],
)
def test_an_answer_that_is_not_right_signs_nobody_in(place: Place, changed: str) -> None:
    client = place.client()
    back = place.begun(client)
    path, _, query = back.partition("?")
    name, _, value = changed.partition("=")
    asked = {key: values[0] for key, values in parse_qs(query).items()} | {name: value.replace("%3A%2F%2F", "://")}
    answer = client.get(f"{path}?{urlencode({key: one for key, one in asked.items() if one})}")
    assert answer.status == 400
    assert not is_signed_in(client)


@pytest.mark.parametrize("asked", ["//evil.example", "https://evil.example", "\\evil.example", "/stay", "show/../x"])
def test_no_address_that_is_brought_along_is_followed(place: Place, asked: str) -> None:
    client = place.client()
    answer = client.get(place.begun(client, f"/sign-in/begin?for={quote(asked)}&next={quote(asked)}"))
    assert answer.headers["location"] == "/"


def test_for_an_act_that_weighs_one_proves_again_who_one_is(place: Place) -> None:
    clerk = place.signed_in(CLERK)
    path = "/disputes-to-answer/nothing"
    assert clerk.get(path).status == 404
    place.make_older(16 * 60)
    answer = clerk.get(path)
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in/again?for=resolve")
    page = clerk.get("/sign-in/again?for=resolve&lang=en").text
    assert 'href="/sign-in?for=resolve"' in page
    assert 'href="/sign-in/begin?for=resolve"' in clerk.get("/sign-in?for=resolve").text
    asked = parse_qs(urlsplit(clerk.get("/sign-in/begin?for=resolve").headers["location"]).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])
    before = clerk.cookies["kyosei"]
    answer = clerk.get(place.begun(clerk, "/sign-in/begin?for=resolve", CLERK))
    assert answer.headers["location"] == "/disputes-to-answer"
    assert clerk.get(path).status == 404
    assert not is_signed_in(Client(place.address, {"kyosei": before}))


def test_what_gives_something_away_weighs_and_what_takes_it_back_does_not(place: Place) -> None:
    hoa = place.signed_in()
    token = hoa.form_token("/stay")
    place.make_older(31 * 60)
    assert hoa.get("/show").status == 404  # nothing can be entered here, so there are no shares
    assert hoa.post("/show", {"form_token": token}).headers["location"] == "/sign-in/again?for=show"
    assert hoa.post("/show/revoke", {"form_token": token, "share": "x"}).status == 404


FOR_ANOTHER = {Role.HELPER: "helper", Role.GUARDIAN: "guardian", Role.REPRESENTATIVE: "representative"}


@pytest.mark.parametrize("role", FOR_ANOTHER)
def test_who_acts_for_another_sees_their_pages_by_a_mandate_alone(place: Place, role: Role) -> None:
    """The account says as whom one asks; whether a mandate stands, each look decides, and the person sees who looked."""
    for person in ("person:hoa", "person:minh"):
        subject = Subject(place.issuer, f"{role} of {person}")
        place.accounts.bind(subject, Account("person:bui", role, person=person), place.root, 7)
    source = "person:hoa" if role is Role.HELPER else "authority:court"
    mandate = place.setting.mandate(as_=FOR_ANOTHER[role], source=source)
    bui = place.signed_in(f"{role} of person:hoa")
    everything = [
        page.path for page in PAGES if page.roles == PERSONS and page.show is not None and "{" not in page.path
    ]
    own = [path for path in everything if path != "/apply"]  # nothing can be entered here, so there is nothing to file
    assert {"/stay", "/tasks", "/records", "/looks"} <= set(own)
    assert {path: bui.get(path).status for path in own} == dict.fromkeys(own, 200)
    assert bui.get("/show").status == 404
    assert bui.get(f"/api/v1/persons/person:minh/verdicts?{OWN}").status == 403
    assert bui.get("/notices").status == 200
    without = place.signed_in(f"{role} of person:minh")
    refused = [*own, "/notices"]
    assert {path: without.get(path).status for path in refused} == dict.fromkeys(refused, 403)
    assert "person:bui" in place.setting_log()
    place.make_older(16 * 60)
    assert bui.get("/records/none/dispute").headers["location"] == "/sign-in/again?for=dispute"
    place.setting.end(mandate, source)
    assert bui.get("/stay").status == 403


def test_every_page_with_an_act_that_weighs_has_a_place_to_go_on() -> None:
    assert {page.id for page in PAGES if page.grave is not None} == set(AFTER)
    assert set(AFTER.values()) <= {page.path for page in PAGES if page.show is not None}


def test_signing_out_leads_out_of_the_provider_too(place: Place) -> None:
    hoa = place.signed_in()
    answer = hoa.post("/sign-out", {"form_token": hoa.form_token("/stay")})
    assert (answer.status, answer.headers["location"]) == (303, "/signed-out")
    assert not is_signed_in(hoa)
    way = hoa.get("/signed-out").headers["refresh"].removeprefix("0;url=")
    assert place.at_provider("GET", way) == f"http://{place.address}/sign-in"


def test_a_browser_signs_in_and_out_without_scripts(place: Place, browser: Browser) -> None:
    """The policy of contents, the cookie's rules and the way out of the provider hold in a browser as they do here."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"http://{place.address}/sign-in?lang=en")
    pressed(page.get_by_role("link", name="Sign in", exact=True))
    assert page.url.startswith(f"{place.issuer}/authorize?")
    page.fill("input[name=sub]", "nobody in particular")
    pressed(page.get_by_role("button"))
    assert page.inner_text("h1") == "You are not signed in"
    pressed(page.get_by_role("link", name="Sign in again"))
    pressed(page.get_by_role("link", name="Sign in", exact=True))
    page.fill("input[name=sub]", HOA)
    pressed(page.get_by_role("button"))
    assert page.url == f"http://{place.address}/stay"
    page.get_by_text("Menu").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"http://{place.address}/sign-in")
    page.goto(f"http://{place.address}/stay")
    assert page.url == f"http://{place.address}/sign-in"
    context.close()


class Written(Provider):
    """A provider whose tokens are written here."""

    document: dict[str, Any]
    id_token: str

    def _fetched(self, address: str) -> dict[str, Any]:
        found: dict[str, Any] = self.document["keys" if address.endswith("/keys") else "published"]
        return found

    def _token(self, attempt: object, code: str, back: str) -> dict[str, Any]:
        return {"id_token": self.id_token, "access_token": "x"}


KEY = RSAKey.generate_key(2048, {"kid": "one"})
ISSUER = "https://id.example"
ATTEMPT = new_attempt("t" * 43, 1_000_000, "")
RIGHT = {
    "iss": ISSUER, "sub": "somebody", "aud": CLIENT, "nonce": ATTEMPT.nonce, "iat": 1_000_001, "exp": 1_000_300,
    "auth_time": 999_000,
}  # fmt: skip


def written(id_token: str, **published: object) -> Written:
    provider = Written(ProviderSettings(ISSUER, CLIENT, SECRET), lambda: 1_000_010 * 1_000_000)
    said = {"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys", **published}
    provider.document = {"published": said, "keys": {"keys": [KEY.as_dict(private=False)]}}
    provider.id_token = id_token
    return provider


def signed(claims: dict[str, Any], key: RSAKey = KEY, **header: str) -> str:
    left = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "one", **header}, left, key)


def test_an_id_token_that_is_right_says_who_and_when() -> None:
    proven = written(signed(RIGHT)).proven(ATTEMPT, {"code": "c"}, "")
    assert (proven.subject, proven.at) == (Subject(ISSUER, "somebody"), 999_000 * 1_000_000)
    assert written(signed({**RIGHT, "auth_time": None})).proven(ATTEMPT, {"code": "c"}, "").at == 0
    tomorrow = written(signed({**RIGHT, "auth_time": 2_000_000})).proven(ATTEMPT, {"code": "c"}, "")
    assert tomorrow.at == 1_000_010 * 1_000_000


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://id.example/"}, {"iss": None}, {"aud": "another"}, {"aud": None}, {"aud": [CLIENT, "another"]},
        {"azp": "another"}, {"nonce": "another"}, {"nonce": None}, {"exp": 999_970}, {"exp": None}, {"iat": 1_000_100},
        {"iat": None}, {"nbf": 1_000_100}, {"sub": None}, {"sub": ""}, {"sub": "x" * 256}, {"auth_time": "then"},
        {"at_hash": "another"},
    ],
    ids=str,
)  # fmt: skip
def test_an_id_token_that_is_not_right_proves_nobody(claims: dict[str, Any]) -> None:
    with pytest.raises(ProviderError):
        written(signed({**RIGHT, **claims})).proven(ATTEMPT, {"code": "c"}, "")


def encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def test_an_id_token_that_the_provider_did_not_sign_proves_nobody() -> None:
    head, body, signature = signed(RIGHT).split(".")
    symmetric = encoded(b'{"alg":"HS256","kid":"one"}')
    published = hmac.new(KEY.as_pem(private=False), f"{symmetric}.{body}".encode(), hashlib.sha256).digest()
    none = ".".join((encoded(b'{"alg":"none"}'), body, ""))
    for token in (
        signed(RIGHT, RSAKey.generate_key(2048)), signed(RIGHT, kid="another"), f"{head}.{body}.", none,
        f"{symmetric}.{body}.{encoded(published)}",
        jwt.encode({"alg": "HS256"}, RIGHT, OctKey.import_key(SECRET * 2), algorithms=["HS256"]), "", "a.b.c",
        f"{head}.{body}x.{signature}",
    ):  # fmt: skip
        with pytest.raises(ProviderError):
            written(token).proven(ATTEMPT, {"code": "c"}, "")


def test_keys_that_the_provider_has_changed_are_read_again() -> None:
    new = RSAKey.generate_key(2048, {"kid": "two"})
    now = [1_000_010]
    provider = written(signed(RIGHT))
    provider._clock = lambda: now[0] * 1_000_000
    provider.proven(ATTEMPT, {"code": "c"}, "")
    provider.document["keys"] = {"keys": [new.as_dict(private=False)]}
    provider.id_token = signed({**RIGHT}, new, kid="two")
    with pytest.raises(ProviderError):
        provider.proven(ATTEMPT, {"code": "c"}, "")  # not more than once a minute, whoever asks
    now[0] += 61
    assert provider.proven(ATTEMPT, {"code": "c"}, "").subject.id == "somebody"


def test_a_provider_that_does_not_ask_anew_proves_nothing_for_an_act_that_weighs() -> None:
    grave = new_attempt("t" * 43, 1_000_000, "resolve")
    for auth_time in (999_000, None):
        token = signed({**RIGHT, "nonce": grave.nonce, "auth_time": auth_time})
        with pytest.raises(ProviderError, match="did not ask anew"):
            written(token).proven(grave, {"code": "c"}, "")
    right = signed({**RIGHT, "nonce": grave.nonce, "auth_time": 1_000_005})
    assert written(right).proven(grave, {"code": "c"}, "").at == 1_000_005 * 1_000_000


@pytest.mark.parametrize(
    "published",
    [
        {"issuer": "https://evil.example"}, {"issuer": None}, {"jwks_uri": "http://id.example/keys"}, {"jwks_uri": None},
        {"jwks_uri": 7}, {"authorization_response_iss_parameter_supported": True},
    ],
    ids=str,
)  # fmt: skip
def test_what_a_provider_publishes_must_be_its_own_and_safe(published: dict[str, object]) -> None:
    with pytest.raises(ProviderError):
        written(signed(RIGHT), **published).proven(ATTEMPT, {"code": "c"}, "")


def test_an_attempt_is_of_one_browser_and_ends() -> None:
    one, other = new_token(), new_token()
    attempt = new_attempt(one, 1_000, "show")
    assert attempt_of(one, attempt.state, 1_600) == attempt
    assert attempt_of(one, attempt.state, 1_601) is None
    assert attempt_of(one, attempt.state, 999) is None
    assert attempt_of(other, attempt.state, 1_000) is None
    assert attempt_of(one, attempt.state.replace(".show.", ".."), 1_000) is None
    assert new_attempt(one, 1_000, "show").nonce != attempt.nonce
    assert attempt.verifier not in attempt.state + attempt.nonce


@pytest.mark.parametrize(
    ("actor", "role", "organisation", "person"),
    [
        ("person:a", Role.PERSON, None, "person:b"), ("person:a", Role.PERSON, "org:b", "person:a"),
        ("staff:a", Role.PERSON, None, "person:a"), ("person:a", Role.OFFICER, "authority:isa", None),
        ("staff:a", Role.OFFICER, "org:b", None), ("staff:a", Role.EMPLOYER, "authority:isa", None),
        ("staff:a", Role.EMPLOYER, "org:b", "person:c"), ("person:a", Role.HELPER, None, "person:a"),
        ("software:a", Role.EMPLOYER, "org:b", None), ("staff:a", Role.OPERATOR, "org:operator", None),
        ("staff:a", Role.CHECKER, "org:b", None),
    ],
)  # fmt: skip
def test_an_account_whose_parts_do_not_fit_is_none(
    actor: str, role: Role, organisation: str | None, person: str | None
) -> None:
    with pytest.raises(QuestionError):
        Account(actor, role, organisation, person)


def test_nobody_is_bound_who_is_not_on_record(place: Place) -> None:
    for account in (
        Account("person:nobody", Role.PERSON, person="person:nobody"), Account("staff:a", Role.EMPLOYER, "org:unheard-of"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=r"on record|not declared"):
            place.accounts.bind(Subject(place.issuer, "new"), account, place.root, 9)


@pytest.mark.parametrize(
    "issuer", ["http://id.example", "id.example", "https://", "ftp://127.0.0.1", "https://a?b=c", ""]
)
def test_a_provider_that_cannot_be_reached_safely_is_refused(issuer: str) -> None:
    with pytest.raises(QuestionError, match="--issuer"):
        ProviderSettings(issuer, CLIENT, None)


def test_a_provider_that_is_silent_holds_up_nobody_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for it has a thread that others' pages need."""
    for name, seconds in (("_SECONDS_MAX", 0.5), ("_WAIT_SECONDS", 0.1)):
        monkeypatch.setattr(f"kyosei.web.security.provider.{name}", seconds)
    now = [1_000]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"
        silent = Provider(ProviderSettings(issuer, CLIENT, None), lambda: now[0] * 1_000_000)

        listening.settimeout(0.05)

        def ask(_: object) -> None:
            with pytest.raises(ProviderError):
                silent.way_in(ATTEMPT, "")

        def asked() -> int:
            """How often the provider was asked since."""
            count = 0
            with suppress(TimeoutError):
                while True:
                    listening.accept()[0].close()
                    count += 1
            return count

        with ThreadPoolExecutor(8) as many:
            list(many.map(ask, range(8)))
        assert asked() == 1
        ask(0)
        assert asked() == 0
        now[0] += 20
        ask(0)
        assert asked() == 1


def test_a_provider_that_is_away_lets_nobody_in_and_holds_nobody() -> None:
    away = Provider(ProviderSettings(f"http://127.0.0.1:{free_port()}", CLIENT, None), lambda: 0)
    assert away.way_out("http://127.0.0.1/sign-in") is None
    with pytest.raises(ProviderError):
        away.way_in(ATTEMPT, "")
    with pytest.raises(ProviderError):
        away.proven(ATTEMPT, {"code": "c"}, "")


def test_the_operator_binds_and_ends_accounts_by_command(
    served: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address = served.data.with_name("database").read_text(encoding="utf-8")
    for name, value in {URL: address, "KYOSEI_DATA": str(served.data), "KYOSEI_OIDC_ISSUER": ISSUER}.items():
        monkeypatch.setenv(name, value)

    def kyosei(*arguments: str) -> tuple[int, str]:
        status = main(["account", *arguments], SOURCE)
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    assert kyosei("list") == (0, "nobody has an account\n")
    assert kyosei("bind", "--subject", "s-1", "--as", "person=person:sita") == (
        0, "person:sita can sign in as person=person:sita\n"
    )  # fmt: skip
    assert kyosei("bind", "--subject", "c-1", "--as", "employer=org:hamakaze", "--actor", "staff:sato")[0] == 0
    status, listed = kyosei("list")
    assert (status, listed.count("\n")) == (0, 2)
    assert "staff:sato as employer of org:hamakaze" in listed
    assert "s-1" not in listed
    for wrong, said in (
        (("--as", "person=person:sita"), "has an account already"), (("--as", "king=person:sita"), "is no role"),
        (("--as", "employer=org:hamakaze"), "cannot sign in as employer"), (("--as", "operator=org:x"), "nobody signs in as"),
    ):  # fmt: skip
        status, answer = kyosei("bind", "--subject", "s-1", *wrong)
        assert status == 2
        assert said in answer
    assert kyosei("end", "--subject", "s-1")[0] == kyosei("end", "--subject", "c-1")[0] == 0
    assert kyosei("end", "--subject", "s-1")[0] == 2
    assert kyosei("list") == (0, "nobody has an account\n")


COMMANDS = [
    line for block in blocks_of("let-people-sign-in.md").values() for line in block.text.splitlines() if line.strip()
]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_guides_commands_are_there_with_their_options(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    program, *words = line.split()
    names = list(itertools.takewhile(lambda word: not word.startswith("--"), words))
    assert program == "kyosei"
    assert main([*names, "--help"], SOURCE) == 0
    said = capsys.readouterr().out
    assert [word for word in words if word.startswith("--") and f"{word} " not in said] == []
