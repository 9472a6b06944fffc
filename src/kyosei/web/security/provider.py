"""A provider of sign-in: OpenID Connect with the authorisation code and PKCE, against whatever its issuer publishes of itself.

Who somebody is, is taken from an ID token alone, and only if its signature, issuer, audience, times and nonce are right. No token
of the provider is kept, and nothing else is asked of it.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from kyosei.access.accounts import Subject
from kyosei.errors import QuestionError
from kyosei.journal.clock import Clock
from kyosei.web.security.attempts import Attempt

__all__ = ["Proven", "Provider", "ProviderError", "ProviderSettings"]

_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
"""Signatures under a key that the provider publishes: neither none, nor a secret that we share with it."""
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_SECONDS_MAX: Final = 5
"""For each of its answers."""
_HOUR: Final = 3_600
_MINUTE: Final = 60
_AWAY_SECONDS: Final = 20
"""So long a provider that did not answer is not asked again what it publishes: its silence may hold up nobody's pages."""
_WAIT_SECONDS: Final = 1.0
"""For others who ask it, too."""
_AT_ONCE: Final = 16
"""As many may be signing in at one instant."""
_CLOCKS_DIFFER_SECONDS: Final = 30
_ID_LETTERS_MAX: Final = 255
"""OpenID Connect Core, section 2: `sub`."""
Json = Mapping[str, Any]  # Any: JSON


class ProviderError(Exception):
    """Nobody was signed in; the message is for the log, and names nobody."""


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """client_secret: None for a client that has none. QuestionError for an issuer that is not reached safely."""

    issuer: str
    client_id: str
    client_secret: str | None

    def __post_init__(self) -> None:
        if not _is_safe(self.issuer) or urlsplit(self.issuer).query or urlsplit(self.issuer).fragment:
            raise QuestionError(f"--issuer {self.issuer!r} is no https:// address of a provider of sign-in")


@dataclass(frozen=True, slots=True)
class Proven:
    """Who proved to the provider who they are. at: when, in microseconds; 0 if it does not say."""

    subject: Subject
    at: int


class Provider:
    """One provider, which knows us under one id. What it publishes is read when it is needed, and again after an hour."""

    def __init__(self, settings: ProviderSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._one = threading.Lock()
        self._few = threading.BoundedSemaphore(_AT_ONCE)
        self._away_since = -_AWAY_SECONDS
        self._read: tuple[int, Json] | None = None
        self._keys: tuple[int, KeySet] | None = None

    def way_in(self, attempt: Attempt, back: str) -> str:
        """Where a browser is sent to sign in; from there it comes to `back`. ProviderError if the provider does not answer."""
        asked: dict[str, str] = {"nonce": attempt.nonce, "code_verifier": attempt.verifier, "state": attempt.state}
        if attempt.grave:
            asked |= {"prompt": "login", "max_age": "0"}
        with self._session(back) as session:
            address, _ = session.create_authorization_url(self._address("authorization_endpoint"), **asked)
        return str(address)

    def proven(self, attempt: Attempt, query: Mapping[str, str], back: str) -> Proven:
        """Whom the provider's answer to an attempt proves. ProviderError if nobody."""
        if "error" in query or "code" not in query:
            raise ProviderError("the provider let nobody in")
        named = query.get("iss")  # RFC 9207
        must_name = self._says("authorization_response_iss_parameter_supported")
        if named != self._settings.issuer and (named is not None or must_name):
            raise ProviderError("the answer names another issuer")
        token = self._token(attempt, query["code"], back)
        return self._of_id_token(str(token.get("id_token")), str(token.get("access_token")), attempt)

    def way_out(self, back: str) -> str | None:
        """Where a browser is sent to sign out of the provider, too; None if it has no such place, or does not answer."""
        try:
            address = self._address("end_session_endpoint") if self._says("end_session_endpoint") else None
        except ProviderError:
            return None
        if address is None:
            return None
        asked = urlencode({"client_id": self._settings.client_id, "post_logout_redirect_uri": back})
        return f"{address}{'&' if '?' in address else '?'}{asked}"

    def _token(self, attempt: Attempt, code: str, back: str) -> Json:
        if not self._few.acquire(timeout=_WAIT_SECONDS):
            raise ProviderError("too many sign in at once")
        try:
            with self._session(back) as session:
                found: Json = session.fetch_token(
                    self._address("token_endpoint"), code=code, code_verifier=attempt.verifier, allow_redirects=False,
                )  # fmt: skip
        except (AuthlibBaseError, RequestException, ValueError) as error:
            raise ProviderError("the provider took the code for none") from error
        finally:
            self._few.release()
        return found

    def _of_id_token(self, written: str, access_token: str, attempt: Attempt) -> Proven:
        expected = {"iss": {"essential": True, "value": self._settings.issuer},
                    "aud": {"essential": True, "value": self._settings.client_id}}  # fmt: skip
        params = {"nonce": attempt.nonce, "client_id": self._settings.client_id, "access_token": access_token}
        try:
            token = self._decoded(written)
            claims = CodeIDToken(token.claims, token.header, expected, params)
            claims.validate(self._clock() // 1_000_000, _CLOCKS_DIFFER_SECONDS)
            subject, at = str(claims["sub"]), int(claims.get("auth_time", 0))
        except (JoseError, AuthlibBaseError, ValueError, TypeError, KeyError) as error:
            raise ProviderError(f"the ID token is not right: {type(error).__name__}") from error
        if not 0 < len(subject) <= _ID_LETTERS_MAX:
            raise ProviderError("the ID token names nobody")
        if attempt.grave and at < attempt.began - _CLOCKS_DIFFER_SECONDS:
            raise ProviderError("the provider did not ask anew who it is")
        return Proven(Subject(self._settings.issuer, subject), min(at * 1_000_000, self._clock()))

    def _decoded(self, written: str) -> jwt.Token:
        """Under the keys that are known; once more if they have changed since."""
        try:
            return jwt.decode(written, self._key_set(_HOUR), algorithms=list(_ALGORITHMS))
        except (JoseError, ValueError):
            return jwt.decode(written, self._key_set(_MINUTE), algorithms=list(_ALGORITHMS))

    def _key_set(self, seconds: int) -> KeySet:
        """The provider's keys, no older than that."""
        now = self._clock() // 1_000_000
        known = self._keys
        if known is None or not 0 <= now - known[0] < seconds:
            published = self._fetched(self._address("jwks_uri")).get("keys")
            keys = [one for one in published if _may_sign(one)] if isinstance(published, list) else []
            known = self._keys = now, KeySet.import_key_set({"keys": keys})
        return known[1]

    def _says(self, name: str) -> bool:
        return bool(self._published().get(name))

    def _address(self, name: str) -> str:
        address = self._published().get(name)
        if not isinstance(address, str) or not _is_safe(address):
            raise ProviderError(f"the provider publishes no safe {name}")
        return address

    def _published(self) -> Json:
        """What the provider says of itself (OpenID Connect Discovery)."""
        if (known := self._known()) is not None:
            return known
        if not self._one.acquire(timeout=_WAIT_SECONDS):
            raise ProviderError("the provider did not answer just now")
        try:
            return self._known() or self._read_anew()
        finally:
            self._one.release()

    def _known(self) -> Json | None:
        """What is known and not old. ProviderError if it did not answer a moment ago."""
        now = self._clock() // 1_000_000
        if self._read is not None and 0 <= now - self._read[0] < _HOUR:
            return self._read[1]
        if 0 <= now - self._away_since < _AWAY_SECONDS:
            raise ProviderError("the provider did not answer just now")
        return None

    def _read_anew(self) -> Json:
        now = self._clock() // 1_000_000
        try:
            found = self._fetched(f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration")
            if found.get("issuer") != self._settings.issuer:
                raise ProviderError("what is published there is of another issuer")
        except ProviderError:
            self._away_since = now
            raise
        self._read = now, found
        return found

    def _fetched(self, address: str) -> Json:
        try:
            with self._session() as session:
                answer = session.get(address, withhold_token=True, allow_redirects=False)
                found = answer.json() if answer.status_code == 200 else None
        except (RequestException, ValueError) as error:
            raise ProviderError("the provider does not answer") from error
        if not isinstance(found, dict):
            raise ProviderError("the provider does not answer as one does")
        return found

    def _session(self, back: str | None = None) -> Any:  # Any: Authlib ships no types
        settings = self._settings
        how = "client_secret_basic" if settings.client_secret else "none"
        methods = [] if self._read is None else self._read[1].get("token_endpoint_auth_methods_supported") or []
        if settings.client_secret and methods and how not in methods and "client_secret_post" in methods:
            how = "client_secret_post"
        session = OAuth2Session(
            settings.client_id, settings.client_secret, token_endpoint_auth_method=how, scope="openid", redirect_uri=back,
            code_challenge_method="S256", default_timeout=_SECONDS_MAX,
        )  # fmt: skip
        session.trust_env = False  # else a file in the home of the server could add a password
        return session


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )


def _may_sign(key: object) -> bool:
    return isinstance(key, dict) and key.get("kty") in ("RSA", "EC", "OKP") and key.get("use", "sig") == "sig"
