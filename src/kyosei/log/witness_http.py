"""The witness on the network: the server that others ask, and the client with which a log asks."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import urlsplit

from kyosei.errors import InputError, LogError
from kyosei.log.keys import VerifierKey
from kyosei.log.policy import Policy
from kyosei.log.witness import Answer, Submission, Witness

__all__ = ["RemoteWitness", "WitnessServer", "remote_witnesses"]

_BODY_BYTES_MAX: Final = 1_048_576
_SECONDS_MAX: Final = 30.0


class WitnessServer(ThreadingHTTPServer):
    """Serves `POST /add-checkpoint` and `GET /<hash of the origin>/checkpoint` at (host, port); port 0 takes a free one.

    `clock` gives seconds since 1970 in UTC. Speak to it through a proxy where TLS is needed.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], witness: Witness, clock: Callable[[], float]) -> None:
        super().__init__(address, _Handler)
        self.witness = witness
        self.clock = clock

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


class _Handler(BaseHTTPRequestHandler):
    """One connection, kept open between requests."""

    protocol_version = "HTTP/1.1"
    server_version = "kyosei-witness"
    timeout = _SECONDS_MAX
    server: WitnessServer

    def do_POST(self) -> None:  # the name is http.server's
        """add-checkpoint."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal() and int(length) <= _BODY_BYTES_MAX):
            self.close_connection = True
            self._answer(Answer(400, f"a Content-Length of at most {_BODY_BYTES_MAX} bytes is needed\n"))
            return
        body = self.rfile.read(int(length))
        if self.path == "/add-checkpoint":
            self._answer(self.server.witness.add(body, int(self.server.clock())))
        else:
            self._answer(Answer(404, "there is only /add-checkpoint to post to\n"))

    def do_GET(self) -> None:  # the name is http.server's
        """The last checkpoint cosigned of one log."""
        content = None
        parts = self.path.split("/")
        if len(parts) == 3 and parts[2] == "checkpoint":
            content = self.server.witness.latest(parts[1])
        if content is None:
            self._answer(Answer(404, "no checkpoint of such a log was cosigned here\n"))
        else:
            self._answer(Answer(200, content.decode()))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: libraries do not print, and a proxy in front keeps its own record."""

    def _answer(self, answer: Answer) -> None:
        body = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class RemoteWitness:
    """A witness that is asked at its submission prefix, such as https://witness.example.jp/w."""

    def __init__(self, key: VerifierKey, url: str, seconds_max: float = 5.0) -> None:
        """InputError unless the address is one of http or https."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise InputError(f"{url!r} is no address of a witness: it begins with https:// or http:// and a host")
        self.key = key
        self._parts = parts
        self._seconds_max = seconds_max

    def add(self, submission: Submission) -> Answer:
        """What the witness answers. LogError where none comes in time, or nothing that is HTTP."""
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(str(self._parts.hostname), self._parts.port, timeout=self._seconds_max)
        path = f"{self._parts.path.rstrip('/')}/add-checkpoint"
        try:
            connection.request("POST", path, bytes(submission), {"Content-Type": "text/plain; charset=utf-8"})
            response = connection.getresponse()
            body = response.read(_BODY_BYTES_MAX).decode("utf-8", "replace")
            return Answer(response.status, body, response.headers.get("Content-Type", ""))
        except (OSError, http.client.HTTPException) as error:
            raise LogError(f"{self.key.name} at {self._parts.netloc} does not answer: {error}") from error
        finally:
            connection.close()


def remote_witnesses(policy: Policy) -> list[RemoteWitness]:
    """The witnesses of a policy that have an address."""
    return [RemoteWitness(witness.key, witness.url) for witness in policy.witnesses if witness.url is not None]
