"""A client without a browser: keeps cookies, sends forms as a page has them, and follows nothing by itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

__all__ = ["OWN", "Answer", "Client"]

OWN = "purpose=own.records&basis=415AC0000000057/76/1"
"""What everybody may say who asks for their own records."""

_FORM_TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


@dataclass(frozen=True)
class Answer:
    """A response."""

    status: int
    headers: dict[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:  # Any: JSON
        return json.loads(self.body)


@dataclass
class Client:
    """Visits the portal at host:port."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request; underscores in names of headers are hyphens."""
        host, _, port = self.address.partition(":")
        connection = HTTPConnection(host, int(port), timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies and "cookie" not in sent:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            set_cookies = tuple(value for name, value in response.getheaders() if name.lower() == "set-cookie")
            answer = Answer(response.status, found, response.read(), set_cookies)
        finally:
            connection.close()
        for written in answer.cookies:
            for name, morsel in SimpleCookie(written).items():
                self.cookies[name] = morsel.value
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        sent = {"content_type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urlencode(fields).encode(), **sent)

    def form_token(self, path: str = "/sign-in") -> str:
        """What the forms of a page carry."""
        found = _FORM_TOKEN.search(self.get(path).text)
        assert found is not None, f"{path} has no form"
        return found[1]

    def sign_in(self, as_: str) -> Client:
        """Signs in as somebody of the trial, such as person=person:sita."""
        answer = self.post("/sign-in", {"form_token": self.form_token(), "as": as_})
        assert answer.status == 303, answer.text
        return self
