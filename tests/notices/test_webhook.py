"""Webhooks as a real receiver gets them: verified by the standard's own library, read by the CloudEvents SDK, and guarded."""

from __future__ import annotations

import datetime as clock
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest
import sqlalchemy as sa
import standardwebhooks.webhooks
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from kyosei.errors import QuestionError, UnsafeAddressError
from kyosei.journal.notice_tables import webhooks
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import Failed, HandedOver, Outcome, Refused
from kyosei.notices.channels.endpoints import register_endpoint, remove_endpoint, rotate_secret, secrets_at
from kyosei.notices.channels.guard import Guard
from kyosei.notices.channels.signing import endpoint_secret, shown_secret, signature_header
from kyosei.notices.channels.webhook import EVENT_TYPE, WebhookChannel
from kyosei.notices.outbox.delivering import deliver
from kyosei.notices.outbox.posting import delivery_key, post
from kyosei.notices.outbox.receipts import delivered_on
from tests.notices.asked import DAY, NOON, SECOND, asked
from tests.notices.parcels import parcel_of

KEY = bytes(range(32))
HERE = (ip_network("127.0.0.0/8"),)


@dataclass
class Receiver:
    """A system that keeps what it gets, and answers with the next status; 200 once they are used up."""

    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                status, headers = receiver.answers.pop(0) if receiver.answers else (200, {})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


@contextmanager
def receiving(receiver: Receiver, context: ssl.SSLContext | None = None) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), receiver.handler())
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def channel(*numbers: int, guard: Guard | None = None, context: ssl.SSLContext | None = None) -> WebhookChannel:
    secrets = tuple(endpoint_secret(KEY, "org:sakura", number) for number in numbers or (1,))
    return WebhookChannel(lambda party, now: secrets, guard or Guard(permitted=HERE), context)


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's clock stands at noon of the day that the tests speak of."""

    class AtNoon(clock.datetime):
        @classmethod
        def now(cls, tz: clock.tzinfo | None = None) -> AtNoon:
            return cls.fromtimestamp(NOON / SECOND, tz)

    monkeypatch.setattr(standardwebhooks.webhooks, "datetime", AtNoon)


@pytest.mark.usefixtures("at_noon")
def test_the_standards_library_verifies_it_and_the_sdk_reads_it(catalogue: Catalogue) -> None:
    receiver = Receiver()
    with receiving(receiver) as port:
        parcel = parcel_of(catalogue, asked(), address=f"http://127.0.0.1:{port}/hooks?a=1")
        assert channel().hand_over(parcel, NOON) == HandedOver(True, "answered 200")
    ((path, headers, body),) = receiver.got
    assert path == "/hooks?a=1"
    secret = shown_secret(endpoint_secret(KEY, "org:sakura", 1))
    assert Webhook(secret).verify(body, headers)["id"] == headers["webhook-id"] == parcel.key
    event = from_http_event(HTTPMessage(headers, body))
    assert event.get_type() == EVENT_TYPE
    assert event.get_id() == parcel.key
    assert event.get_data() == {"notices": [asked().key]}
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body.replace(b"kyosei", b"kyosej", 1), headers)


def test_an_event_tells_a_key_and_nothing_else(catalogue: Catalogue) -> None:
    receiver = Receiver()
    with receiving(receiver) as port:
        channel().hand_over(parcel_of(catalogue, asked(), address=f"http://127.0.0.1:{port}"), NOON)
    body = receiver.got[0][2].decode()
    for said in ("hoa", "sakura", "pension", "Nguy", "2026-11-17"):
        assert said not in body


@pytest.mark.usefixtures("at_noon")
def test_while_secrets_are_exchanged_both_verify(catalogue: Catalogue) -> None:
    receiver = Receiver()
    with receiving(receiver) as port:
        channel(2, 1).hand_over(parcel_of(catalogue, asked(), address=f"http://127.0.0.1:{port}/"), NOON)
    _, headers, body = receiver.got[0]
    for number in (1, 2):
        Webhook(shown_secret(endpoint_secret(KEY, "org:sakura", number))).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(shown_secret(endpoint_secret(KEY, "org:sakura", 3))).verify(body, headers)


@given(st.binary(min_size=1, max_size=64), st.integers(1, 2**31), st.text(max_size=200))
def test_signatures_are_those_of_the_standards_library(secret: bytes, seconds: int, body: str) -> None:
    theirs = Webhook(secret).sign("id", clock.datetime.fromtimestamp(seconds, clock.UTC), body)
    assert signature_header((secret,), "id", seconds, body.encode()) == theirs


@pytest.mark.parametrize(
    ("status", "headers", "outcome"),
    [
        (204, {}, HandedOver(True, "answered 204")),
        (302, {"Location": "http://127.0.0.1/"}, Failed("answered 302")),
        (400, {}, Failed("answered 400")),
        (410, {}, Refused("answered 410: the endpoint is gone", gone=True)),
        (429, {"Retry-After": "120"}, Failed("answered 429", 120)),
        (503, {"Retry-After": "Fri, 20 Nov 2026 00:00:00 GMT"}, Failed("answered 503")),
        (500, {}, Failed("answered 500")),
    ],
)
def test_what_a_receiver_answers_decides_and_no_redirect_is_followed(
    catalogue: Catalogue, status: int, headers: dict[str, str], outcome: Outcome
) -> None:
    receiver = Receiver([(status, headers)])
    with receiving(receiver) as port:
        parcel = parcel_of(catalogue, asked(), address=f"http://127.0.0.1:{port}/")
        assert channel().hand_over(parcel, NOON) == outcome
    assert len(receiver.got) == 1


def test_a_receiver_that_is_away_is_tried_again(catalogue: Catalogue) -> None:
    with receiving(Receiver()) as port:
        pass
    outcome = channel().hand_over(parcel_of(catalogue, asked(), address=f"http://127.0.0.1:{port}/"), NOON)
    assert isinstance(outcome, Failed)


INNER = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "192.0.2.1",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::",
    "2002:a00:1::1", "2001:0:a00:1::80ff:fffe", "2001:db8::1",
)  # fmt: skip
OUTER = ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e")


def fixed(*addresses: str) -> Guard:
    return Guard(lambda host, port: addresses)


@pytest.mark.parametrize("address", INNER)
def test_no_address_within_is_called_also_beside_one_without(address: str) -> None:
    for guard in (fixed(address), fixed(OUTER[0], address), fixed(address, OUTER[1])):
        with pytest.raises(UnsafeAddressError, match="not on the public internet"):
            guard.destination("https://hooks.example/")


@pytest.mark.parametrize("address", OUTER)
def test_public_addresses_are_called(address: str) -> None:
    destination = fixed(address).destination("https://hooks.example:8443/a/b?c=d")
    assert (destination.address, destination.host, destination.port) == (address, "hooks.example", 8443)
    assert destination.target == "/a/b?c=d"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://hooks.example/", "goes over https"),
        ("ftp://hooks.example/", "begins with https://"),
        ("https:///a", "names a host"),
        ("hooks.example", "begins with https://"),
        ("https://user:word@hooks.example/", "no user, password"),
        ("https://hooks.example/#a", "or fragment"),
        ("https://hooks.example:22/", "port 22 belongs to another service"),
        ("https://hooks.example:99999/", "this is no address"),
        ("https://hooks.example/a b", "no spaces"),
        ("https://hooks.example/あ", "is ASCII"),
        ("https://例え.example/", "is ASCII"),
        ("https://hooks.example/\x7f", "no spaces"),
        ("https://hooks.example/\r\nX: y", "no spaces"),
    ],
)
def test_what_is_no_address_of_a_webhook_is_refused(url: str, message: str) -> None:
    with pytest.raises(UnsafeAddressError, match=message):
        fixed(OUTER[0]).destination(url)


def test_an_unsafe_address_is_given_up_and_an_unknown_host_tried_again(catalogue: Catalogue) -> None:
    def no_host(host: str, port: int) -> Sequence[str]:
        raise OSError("no such host")

    parcel = parcel_of(catalogue, asked(), address="https://hooks.example/")
    assert isinstance(channel(guard=fixed("10.0.0.1")).hand_over(parcel, NOON), Refused)
    assert isinstance(channel(guard=Guard(no_host)).hand_over(parcel, NOON), Failed)


def certificate(host: str, folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    begin = clock.datetime(2020, 1, 1, tzinfo=clock.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(begin).not_valid_after(begin.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize(("host", "taken"), [("hooks.example", True), ("other.example", False)])
def test_the_checked_address_is_the_one_that_is_called_and_its_certificate_that_of_the_name(
    catalogue: Catalogue, tmp_path: Path, host: str, taken: bool
) -> None:
    """The name resolves to the receiver at the first look and to nothing that answers at every later one."""
    file = certificate("hooks.example", tmp_path)
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(file))
    server.load_cert_chain(file)
    client.verify_flags &= ~ssl.VERIFY_X509_STRICT
    looks = ["127.0.0.1"]

    def once(name: str, port: int) -> Sequence[str]:
        return [looks.pop()]

    receiver = Receiver()
    with receiving(receiver, server) as port:
        parcel = parcel_of(catalogue, asked(), address=f"https://{host}:{port}/")
        outcome = channel(guard=Guard(once, HERE), context=client).hand_over(parcel, NOON)
    assert looks == []
    assert isinstance(outcome, HandedOver if taken else Failed)
    assert [headers["host"] for _, headers, _ in receiver.got] == ([f"{host}:{port}"] if taken else [])


@pytest.mark.usefixtures("at_noon")
def test_an_endpoint_from_registration_to_its_end(database: sa.Engine, catalogue: Catalogue) -> None:
    guard, receiver = Guard(permitted=HERE), Receiver([(500, {})])
    with receiving(receiver) as port, database.begin() as connection:
        url = f"http://127.0.0.1:{port}/"
        first = register_endpoint(connection, guard, KEY, "org:sakura", url)
        second = rotate_secret(connection, KEY, "org:sakura", NOON)
        post(connection, catalogue, asked(), NOON)
        connection.commit()

        def secrets_of(party: str, now: int) -> tuple[bytes, ...]:
            with database.connect() as other:
                return secrets_at(other, KEY, party, now)

        hooks = WebhookChannel(secrets_of, guard)
        for minutes in range(0, 3, 2):
            deliver(database, {"webhook": hooks}, lambda: NOON + minutes * 60 * SECOND)  # noqa: B023  # read at once
        assert len(receiver.got) == 2
        assert {headers["webhook-id"] for _, headers, _ in receiver.got} == {delivery_key(asked().key, "webhook")}
        for secret in (first, second):
            Webhook(secret).verify(receiver.got[1][2], receiver.got[1][1])
        receiver.answers.append((410, {}))
        with database.begin() as other:
            assert delivered_on(other, asked().key) == DAY
            post(other, catalogue, asked("event-2"), NOON)
        deliver(database, {"webhook": hooks}, lambda: NOON + 2 * 86_400 * SECOND)
        assert len(secrets_of("org:sakura", NOON + 2 * 86_400 * SECOND)) == 1  # the old secret signs no more
    with database.begin() as connection:
        assert connection.scalar(sa.select(webhooks.c.disabled)) == "answered 410: the endpoint is gone"
        remove_endpoint(connection, "org:sakura")
        again = register_endpoint(connection, fixed(OUTER[0]), KEY, "org:sakura", "https://hooks.example/")
        assert again not in (first, second)
        with pytest.raises(QuestionError, match="org:none has no webhook"):
            rotate_secret(connection, KEY, "org:none", NOON)
