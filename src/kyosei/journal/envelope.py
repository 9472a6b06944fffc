"""The envelope of an entry: a compact JWS (RFC 7515) with Ed25519 (RFC 8037, 9864) over canonical JSON (RFC 8785)."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from kyosei.errors import EntryRefusedError, Refusal

__all__ = [
    "DOCUMENT_BYTES_MAX",
    "ENVELOPE_BYTES_MAX",
    "Envelope",
    "SigningKey",
    "VerifyingKey",
    "canonical",
    "digest_of",
    "open_envelope",
]

DOCUMENT_BYTES_MAX: Final = 262_144
"""What an entry may have that holds a whole document, such as a dossier; any other is a line of a case file (65,536 bytes)."""
ENVELOPE_BYTES_MAX: Final = 360_448
"""base64url makes four bytes of three."""

_ALGORITHM: Final = "Ed25519"
_TYPE: Final = "kyosei-entry+jws"
_REGISTRY: Final = jws.JWSRegistry(algorithms=[_ALGORITHM])


class VerifyingKey:
    """A public Ed25519 key; `id` is its thumbprint (RFC 7638), `text` its 32 bytes in base64url."""

    def __init__(self, text: str) -> None:
        """ValueError if the text is no Ed25519 public key."""
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        if len(raw) != 32 or _unpadded(raw) != text:
            raise ValueError("an Ed25519 public key has 32 bytes: 43 characters of base64url")
        self._key = Ed25519PublicKey.from_public_bytes(raw)
        self.text = text
        self.id = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": text}).thumbprint()

    def verify(self, envelope: Envelope) -> None:
        """EntryRefusedError if the envelope was not signed with this key."""
        try:
            self._key.verify(envelope.signature, envelope.received.rpartition(b".")[0])
        except InvalidSignature as error:
            raise EntryRefusedError(
                Refusal.BAD_SIGNATURE,
                "the signature is not that of the key it names; sign the exact bytes that are sent",
            ) from error


class SigningKey:
    """A private Ed25519 key."""

    def __init__(self, key: OKPKey) -> None:
        self._key = key
        self.public = VerifyingKey(str(key.as_dict(private=False)["x"]))
        private = key.private_key
        assert isinstance(private, Ed25519PrivateKey), "the curve was looked at before"
        self._sign = private.sign
        header = {"alg": _ALGORITHM, "kid": self.public.id, "typ": _TYPE}
        self._header = jws.serialize_compact(header, b"", key, registry=_REGISTRY).partition(".")[0]

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
        signed = f"{self._header}.{_unpadded(canonical(content))}".encode("ascii")
        return b".".join((signed, _unpadded(self._sign(signed)).encode("ascii")))


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope taken apart; its signature is not verified yet."""

    received: bytes
    key_id: str
    payload: bytes
    content: Mapping[str, object]
    signature: bytes

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
    parts = received.split(b".")
    if len(parts) != 3:
        raise _malformed("it is no compact JWS: header, payload and signature in base64url, with a dot between them")
    try:
        payload, signature = _decoded(parts[1].decode("ascii")), _decoded(parts[2].decode("ascii"))
    except ValueError as error:
        raise _malformed(f"it is no compact JWS: {error}") from error
    key_id = (_key_known if len(parts[0]) < _HEADER_KEPT_MAX else _key_named)(parts[0])
    return Envelope(received, key_id, payload, _canonical_object(payload), signature)


def _key_named(header_part: bytes) -> str:
    """The key that the header of an envelope names. EntryRefusedError if it is no header of ours."""
    try:
        header = json.loads(_decoded(header_part.decode("ascii")))
    except (ValueError, RecursionError) as error:
        raise _malformed(f"it is no compact JWS: {error}") from error
    if not isinstance(header, dict) or header != {"alg": _ALGORITHM, "typ": _TYPE, "kid": header.get("kid")}:
        raise _malformed(f'its header must be {{"alg":"{_ALGORITHM}","kid":…,"typ":"{_TYPE}"}} and nothing else')
    if not isinstance(header["kid"], str):
        raise _malformed("`kid` in its header is no text; write the id of the key")
    return header["kid"]


_key_known = lru_cache(4096)(_key_named)  # who signs does so with few keys
_HEADER_KEPT_MAX: Final = 300


def canonical(content: Mapping[str, object]) -> bytes:
    """Canonical JSON (RFC 8785). ValueError for what it cannot hold, such as integers from 2^53 on."""
    value: Any = content  # Any: rfc8785 types JSON values recursively, the content is checked by it
    try:
        text = _ENCODER.encode(value)
        _PLAIN.decode(text)
        return rfc8785.dumps(value) if _BEYOND.search(text) else text.encode()
    except (ValueError, TypeError, RecursionError):
        return rfc8785.dumps(value)


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**53:
        raise ValueError("an integer from 2^53 on")
    return number


def _refused(text: str) -> object:
    raise ValueError(f"{text} is no whole number")


# Without fractions, large numbers and characters beyond U+FFFF, by which keys are sorted otherwise, these write the same.
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_PLAIN: Final = json.JSONDecoder(parse_float=_refused, parse_int=_whole, parse_constant=_refused)
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")


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
    """The bytes of base64url, of which there is one way to write them. ValueError if it is none; EntryRefusedError if another."""
    raw = urlsafe_b64decode(part + "=" * (-len(part) % 4))
    if _unpadded(raw) != part:
        raise _malformed("its base64url is not the one that its bytes have; leave out padding and spare bits")
    return raw


def _unpadded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
