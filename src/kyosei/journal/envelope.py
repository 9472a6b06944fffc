"""The envelope of an entry: a compact JWS (RFC 7515) with Ed25519 (RFC 8037, 9864) over canonical JSON (RFC 8785)."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import rfc8785
from joserfc import jws
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import OKPKey

from kyosei.errors import EntryRefusedError, Refusal

__all__ = [
    "ENVELOPE_BYTES_MAX",
    "Envelope",
    "SigningKey",
    "VerifyingKey",
    "canonical",
    "digest_of",
    "open_envelope",
]

ENVELOPE_BYTES_MAX: Final = 98_304
"""A line of a case file has at most 65,536 bytes; base64url makes four of three."""

_ALGORITHM: Final = "Ed25519"
_TYPE: Final = "kyosei-entry+jws"
_REGISTRY: Final = jws.JWSRegistry(algorithms=[_ALGORITHM])
_HEADER: Final = frozenset({"alg", "kid", "typ"})


class VerifyingKey:
    """A public Ed25519 key; `id` is its thumbprint (RFC 7638), `text` its 32 bytes in base64url."""

    def __init__(self, text: str) -> None:
        """ValueError if the text is no Ed25519 public key."""
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        if len(raw) != 32 or _unpadded(raw) != text:
            raise ValueError("an Ed25519 public key has 32 bytes: 43 characters of base64url")
        self._key = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": text})
        self.text = text
        self.id = self._key.thumbprint()

    def verify(self, envelope: Envelope) -> None:
        """EntryRefusedError if the envelope was not signed with this key."""
        try:
            good = jws.validate_compact(envelope.signed, self._key, registry=_REGISTRY)
        except (JoseError, BadSignatureError, ValueError) as error:
            raise EntryRefusedError(Refusal.BAD_SIGNATURE, f"the signature cannot be verified: {error}") from error
        if not good:
            raise EntryRefusedError(
                Refusal.BAD_SIGNATURE,
                "the signature is not that of the key it names; sign the exact bytes that are sent",
            )


class SigningKey:
    """A private Ed25519 key."""

    def __init__(self, key: OKPKey) -> None:
        self._key = key
        self.public = VerifyingKey(str(key.as_dict(private=False)["x"]))
        self._header = {"alg": _ALGORITHM, "kid": self.public.id, "typ": _TYPE}

    @classmethod
    def generate(cls) -> SigningKey:
        """A new key, from the system's randomness."""
        return cls(OKPKey.generate_key("Ed25519"))

    @classmethod
    def from_jwk(cls, text: str) -> SigningKey:
        """A key as JWK in JSON (RFC 8037). ValueError if it is none, or has no private part."""
        try:
            key = OKPKey.import_key(json.loads(text))
        except JoseError as error:
            raise ValueError(str(error)) from error
        if key.curve_name != "Ed25519" or not key.is_private:
            raise ValueError("it is no private Ed25519 key")
        return cls(key)

    def to_jwk(self) -> str:
        """The private key as JWK in JSON: keep it secret."""
        return json.dumps(self._key.as_dict(private=True))

    def sign(self, content: Mapping[str, object]) -> bytes:
        """The envelope over the canonical JSON of what is said."""
        return jws.serialize_compact(self._header, canonical(content), self._key, registry=_REGISTRY).encode("ascii")


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope taken apart; its signature is not verified yet."""

    received: bytes
    key_id: str
    payload: bytes
    content: Mapping[str, object]
    signed: jws.CompactSignature

    @property
    def id(self) -> str | None:
        """The id that the entry gives itself."""
        id_ = self.content.get("id")
        return id_ if isinstance(id_, str) else None

    @property
    def type(self) -> str:
        """The type that the entry gives itself."""
        return str(self.content.get("type"))


def open_envelope(received: bytes) -> Envelope:
    """Takes an envelope apart. EntryRefusedError if it is none, or its payload is not canonical JSON."""
    if len(received) > ENVELOPE_BYTES_MAX:
        raise _malformed(f"it has {len(received)} bytes; an entry has at most {ENVELOPE_BYTES_MAX}")
    try:
        signed = jws.extract_compact(received, None, _REGISTRY)
        header = signed.headers()
        _REGISTRY.check_header(header)
    except (JoseError, ValueError, RecursionError) as error:
        raise _malformed(f"it is no compact JWS: {error}") from error
    if set(header) != _HEADER or header["alg"] != _ALGORITHM or header["typ"] != _TYPE:
        raise _malformed(f'its header must be {{"alg":"{_ALGORITHM}","kid":…,"typ":"{_TYPE}"}} and nothing else')
    if any(_unpadded(_decoded(part)) != part for part in received.decode("ascii").split(".")):
        raise _malformed("its base64url is not the one that its bytes have; leave out padding and spare bits")
    content = _canonical_object(signed.payload)
    return Envelope(received, str(header["kid"]), signed.payload, content, signed)


def canonical(content: Mapping[str, object]) -> bytes:
    """Canonical JSON (RFC 8785). ValueError for what it cannot hold, such as integers from 2^53 on."""
    value: Any = content  # Any: rfc8785 types JSON values recursively, the content is checked by it
    return rfc8785.dumps(value)


def digest_of(envelope: bytes) -> bytes:
    """SHA-256 of the bytes received, by which the same entry is known again."""
    return hashlib.sha256(envelope).digest()


def _canonical_object(payload: bytes) -> Mapping[str, object]:
    try:
        content = json.loads(payload)
        good = isinstance(content, dict) and canonical(content) == payload
    except (ValueError, RecursionError) as error:
        raise EntryRefusedError(
            Refusal.NOT_CANONICAL, f"the payload is no canonical JSON (RFC 8785): {error}"
        ) from error
    if not good:
        raise EntryRefusedError(
            Refusal.NOT_CANONICAL,
            "the payload is not one object in canonical JSON (RFC 8785); write it so before signing",
        )
    assert isinstance(content, dict)
    return content


def _malformed(message: str) -> EntryRefusedError:
    return EntryRefusedError(Refusal.MALFORMED_ENVELOPE, message)


def _decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _unpadded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
