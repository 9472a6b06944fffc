"""A provider of OpenID Connect as a process of its own: `python -m tests.web.provider PORT CLIENT_ID CLIENT_SECRET SECONDS`.

It insists on what a client owes it: the same address to come back to, PKCE with S256, the client's secret, and a code that works
once. SECONDS: what it adds to the clock. Who signs in says so in a form, as in any demonstration.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import sys
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


@dataclass
class Known:
    """What the provider knows: its one client, its key, when each subject last proved who they are, and what each code is for."""

    issuer: str
    client: str
    secret: str
    ahead: int
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"use": "sig", "kid": "one"}))
    proven: dict[str, int] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def now(self) -> int:
        return int(time.time()) + self.ahead


class Handler(BaseHTTPRequestHandler):
    """Its pages and endpoints."""

    known: Known

    def do_GET(self) -> None:
        path, asked = self._asked()
        issuer = self.known.issuer
        match path:
            case "/.well-known/openid-configuration":
                self._json({
                    "issuer": issuer, "authorization_endpoint": f"{issuer}/authorize", "token_endpoint": f"{issuer}/token",
                    "jwks_uri": f"{issuer}/keys", "end_session_endpoint": f"{issuer}/end", "response_types_supported": ["code"],
                    "code_challenge_methods_supported": ["S256"], "authorization_response_iss_parameter_supported": True,
                })  # fmt: skip
            case "/keys":
                self._json({"keys": [self.known.key.as_dict(private=False)]})
            case "/authorize":
                self._page("Who are you?", "/authorize", asked)
            case "/end":
                good = asked.get("client_id") == self.known.client and asked.get("post_logout_redirect_uri", "")
                self.known.proven.clear()
                self._go(str(good)) if good else self._json({"error": "invalid_request"}, 400)
            case _:
                self._json({"error": "not here"}, 404)

    def do_POST(self) -> None:
        path, asked = self._asked()
        body = self.rfile.read(int(self.headers.get("content-length", "0"))).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        if path == "/authorize":
            self._authorise({**asked, **sent})
        elif path == "/token":
            self._token(sent)
        else:
            self._json({"error": "not here"}, 404)

    def _authorise(self, asked: dict[str, str]) -> None:
        """Signs in, unless the subject has lately and the client does not ask anew."""
        known = self.known
        good = asked.get("client_id") == known.client and asked.get("code_challenge_method") == "S256"
        if not good or asked.get("response_type") != "code" or "openid" not in asked.get("scope", "").split():
            self._json({"error": "invalid_request"}, 400)
            return
        subject = asked["sub"]
        if asked.get("prompt") == "login" or "max_age" in asked or subject not in known.proven:
            known.proven[subject] = known.now()
        code = secrets.token_urlsafe(16)
        known.codes[code] = asked
        answer = {"code": code, "state": asked.get("state", ""), "iss": known.issuer}
        self._go(f"{asked['redirect_uri']}?{urlencode(answer)}")

    def _token(self, sent: dict[str, str]) -> None:
        known = self.known
        written = base64.b64encode(f"{known.client}:{known.secret}".encode()).decode()
        if self.headers.get("authorization") != f"Basic {written}":
            self._json({"error": "invalid_client"}, 401)
            return
        asked = known.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["redirect_uri"] != sent.get("redirect_uri") or asked["code_challenge"] != challenge:
            self._json({"error": "invalid_grant"}, 400)
            return
        claims = {
            "iss": known.issuer, "sub": asked["sub"], "aud": known.client, "nonce": asked.get("nonce"),
            "iat": known.now(), "exp": known.now() + 300, "auth_time": known.proven[asked["sub"]],
        }  # fmt: skip
        id_token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, known.key)
        self._json(
            {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 60, "id_token": id_token}
        )

    def _asked(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        return parts.path, dict(parse_qsl(parts.query))

    def _page(self, title: str, action: str, asked: dict[str, str]) -> None:
        form = f'<form method="post" action="{action}?{urlencode(asked)}"><input name="sub"><button>Sign in</button></form>'
        self._send(200, "text/html", f"<!DOCTYPE html><title>{title}</title><h1>{title}</h1>{form}".encode())

    def _json(self, document: dict[str, Any], status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(document).encode())

    def _go(self, address: str) -> None:
        self.send_response(302)
        self.send_header("location", address)
        self.send_header("content-length", "0")
        self.end_headers()

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", media_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def main(port: str, client: str, secret: str, ahead: str) -> None:
    """See the module's docstring."""
    Handler.known = Known(f"http://127.0.0.1:{port}", client, secret, int(ahead))
    server = ThreadingHTTPServer(("127.0.0.1", int(port)), Handler)
    print("ready", flush=True)  # noqa: T201  # who started this process waits for it
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
