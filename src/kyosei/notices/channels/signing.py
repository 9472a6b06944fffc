"""Secrets and signatures of webhooks (Standard Webhooks specification 1.0, symmetric signatures v1).

The secret of an endpoint is derived from one key that lies in a file of its own (decision 57): nothing in the database signs.
A new number makes a new secret; until the old one ends, both sign.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

__all__ = ["endpoint_secret", "shown_secret", "signature_header"]


def endpoint_secret(key: bytes, party: str, number: int) -> bytes:
    """The secret of a party's endpoint, 32 bytes, of the number that its rotation has reached. ValueError for a short key."""
    if len(key) < 32:
        raise ValueError("the key for webhooks has 32 bytes or more")
    return hmac.digest(key, f"kyosei webhook {number} {party}".encode(), hashlib.sha256)


def shown_secret(secret: bytes) -> str:
    """A secret as its owner configures it."""
    return "whsec_" + base64.b64encode(secret).decode()


def signature_header(secrets: tuple[bytes, ...], id_: str, timestamp: int, body: bytes) -> str:
    """The header `webhook-signature`: one signature for each secret, the newest first. timestamp: seconds since 1970."""
    signed = f"{id_}.{timestamp}.".encode() + body
    macs = (hmac.digest(secret, signed, hashlib.sha256) for secret in secrets)
    return " ".join(f"v1,{base64.b64encode(mac).decode()}" for mac in macs)
