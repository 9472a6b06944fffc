"""Attempts to sign in at a provider: made of the browser's own token, so that nothing is kept and no other browser can end one.

Whoever has the cookie can make `state`, `nonce` and the verifier of PKCE (RFC 7636) again; the provider sees two of them, and a
digest of the third. An attempt ends after ten minutes, and when signing in has changed the cookie.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Final

__all__ = ["Attempt", "attempt_of", "new_attempt"]

_SECONDS_MAX: Final = 600
_STATE: Final = re.compile(r"([0-9]{1,12})\.([A-Za-z0-9_-]{22})\.([a-z_]{0,40})\.([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Attempt:
    """began: seconds. grave: the page for whose act it must be a new sign-in; empty: for none."""

    began: int
    grave: str
    state: str
    nonce: str
    verifier: str


def new_attempt(token: str, now_seconds: int, grave: str) -> Attempt:
    """An attempt of the browser that has this token."""
    return _attempt(token, now_seconds, secrets.token_urlsafe(16), grave)


def attempt_of(token: str, state: str, now_seconds: int) -> Attempt | None:
    """The attempt that a provider names; None if it is not of this browser, or too old."""
    found = _STATE.fullmatch(state)
    if found is None:
        return None
    attempt = _attempt(token, int(found[1]), found[2], found[3])
    if not hmac.compare_digest(attempt.state, state) or not 0 <= now_seconds - attempt.began <= _SECONDS_MAX:
        return None
    return attempt


def _attempt(token: str, began: int, random: str, grave: str) -> Attempt:
    said = f"{began}.{random}.{grave}"
    return Attempt(
        began, grave, f"{said}.{_mac(token, 'state', said).hex()}", _mac(token, "nonce", said).hex(),
        urlsafe_b64encode(_mac(token, "verifier", said)).rstrip(b"=").decode(),
    )  # fmt: skip


def _mac(token: str, what: str, said: str) -> bytes:
    return hmac.new(token.encode(), f"{what} {said}".encode(), hashlib.sha256).digest()
