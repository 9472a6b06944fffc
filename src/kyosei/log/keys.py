"""Keys that sign notes: Ed25519 for logs (type 0x01) and for the cosignatures of witnesses (type 0x04).

C2SP signed-note v1.0.0 and tlog-cosignature v1.0.1. A verifier key is written `name+id+base64(type, public key)`, a
signing key, as the Go module x/mod/sumdb/note writes it, `PRIVATE+KEY+name+id+base64(type, seed)`. The id is the first
four bytes of the hash of name, newline, type and public key.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kyosei.errors import InputError, NoteError

__all__ = [
    "KeyKind",
    "SigningKey",
    "VerifierKey",
    "decode_base64",
    "encode_base64",
    "read_signing_key",
    "read_verifier_key",
]

_PRIVATE: Final = "PRIVATE+KEY+"
_KEY_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64


class KeyKind(IntEnum):
    """The signature types of C2SP signed-note that Kyosei uses."""

    LOG = 0x01
    WITNESS = 0x04


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under a name; a log's name is the origin of its checkpoints."""

    name: str
    kind: KeyKind
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each of its signatures."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encode_base64(bytes([self.kind]) + self.public)}"

    def is_signature(self, signature: bytes, message: bytes) -> bool:
        """Whether the 64 bytes are this key's Ed25519 signature of the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return len(signature) == _SIGNATURE_BYTES


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key under a name; its text is secret, and so it has no readable form of its own."""

    name: str
    kind: KeyKind
    private: Ed25519PrivateKey

    @classmethod
    def new(cls, name: str, kind: KeyKind) -> SigningKey:
        """A new random key. InputError where the name cannot stand in a note."""
        return cls(_checked_name(name), kind, Ed25519PrivateKey.generate())

    @property
    def verifier(self) -> VerifierKey:
        """The public key."""
        return VerifierKey(self.name, self.kind, self.private.public_key().public_bytes_raw())

    def secret_text(self) -> str:
        """The key as text, to be kept in a file that only its owner can read."""
        seed = encode_base64(bytes([self.kind]) + self.private.private_bytes_raw())
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{seed}"

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature (RFC 8032)."""
        return self.private.sign(message)


def read_verifier_key(text: str) -> VerifierKey:
    """A verifier key from its text. InputError saying what is wrong with it."""
    name, key_id, kind, public = _parts(text.strip(), "a verifier key")
    key = VerifierKey(name, kind, public)
    if key.key_id.hex() != key_id:
        raise InputError(
            f"verifier key {text.strip()!r}: its id should be {key.key_id.hex()}; copy the key again, whole"
        )
    return key


def read_signing_key(text: str) -> SigningKey:
    """A signing key from its text. InputError that does not repeat the text."""
    if not text.startswith(_PRIVATE):
        raise InputError(f"a signing key begins with {_PRIVATE}; make one with `kyosei log key`")
    name, key_id, kind, seed = _parts(text.strip().removeprefix(_PRIVATE), "a signing key")
    key = SigningKey(name, kind, Ed25519PrivateKey.from_private_bytes(seed))
    if key.verifier.key_id.hex() != key_id:
        raise InputError(f"the signing key of {name} has an id that is not its own; take it from its backup, whole")
    return key


def encode_base64(content: bytes) -> str:
    """Base 64 of RFC 4648 §4."""
    return base64.b64encode(content).decode("ascii")


def decode_base64(text: str) -> bytes:
    """The bytes; NoteError for anything but the one text that encodes them, so that no bit can be changed unseen."""
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise NoteError(f"{text[:100]!r} is not base 64") from error
    if encode_base64(content) != text:
        raise NoteError(f"{text[:100]!r} is not written as base 64 encodes its bytes")
    return content


def _parts(text: str, what: str) -> tuple[str, str, KeyKind, bytes]:
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise InputError(f"{what} is written name+id+key, with two plus signs before the key")
    name, key_id, encoded = parts
    try:
        content = decode_base64(encoded)
    except NoteError as error:
        raise InputError(f"{what} of {name!r}: what follows the second plus sign is not base 64") from error
    kinds = {int(kind): kind for kind in KeyKind}
    if len(content) != 1 + _KEY_BYTES or content[0] not in kinds:
        raise InputError(f"{what} of {name!r} is of no known type; Ed25519 of type 1 (log) or 4 (witness) is")
    return _checked_name(name), key_id, kinds[content[0]], content[1:]


def _checked_name(name: str) -> str:
    if not name or "+" in name or not name.isprintable() or any(letter.isspace() for letter in name):
        raise InputError(
            f"{name!r} cannot be the name of a key: write one such as log.example.jp/2026, without spaces or +"
        )
    return name
