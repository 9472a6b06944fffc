"""Signed notes (C2SP signed-note v1.0.0) and timestamped cosignatures on them (C2SP tlog-cosignature v1.0.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kyosei.errors import NoteError, SignatureError
from kyosei.log.keys import KeyKind, SigningKey, VerifierKey, decode_base64, encode_base64

__all__ = [
    "Note",
    "Signature",
    "Verified",
    "cosign_text",
    "read_note",
    "read_signatures",
    "sign_text",
    "signers_of",
]

_BYTES_MAX: Final = 1_000_000
_SIGNATURES_MAX: Final = 100
_SEPARATOR: Final = "\n\n"
_LINE: Final = "— "
_KEY_ID_BYTES: Final = 4
_TIME_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose, and the bytes after the key id (for a cosignature 8 of time, then 64)."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_LINE}{self.name} {encode_base64(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and its signatures in order; nothing is verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def __bytes__(self) -> bytes:
        return str(self).encode()


@dataclass(frozen=True, slots=True)
class Verified:
    """A key whose signature on a note is right; `time` is that of a cosignature, seconds since 1970 in UTC."""

    key: VerifierKey
    signature: Signature
    time: int | None


def read_note(content: bytes) -> Note:
    """The note that these bytes are; NoteError where they are none."""
    if len(content) > _BYTES_MAX:
        raise NoteError(f"a note of {len(content)} bytes is too long; up to {_BYTES_MAX} are read")
    try:
        whole = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoteError(f"byte {error.start} of the note is not UTF-8") from error
    if any(ord(letter) < 0x20 and letter != "\n" for letter in whole):
        raise NoteError("the note has a control character other than newline")
    text, separator, signed = whole.rpartition(_SEPARATOR)
    if not separator:
        raise NoteError("the note has no empty line between its text and its signatures")
    return Note(text + "\n", read_signatures(signed))


def read_signatures(written: str) -> tuple[Signature, ...]:
    """One or more signature lines, each with its newline; NoteError where there are none or one is malformed."""
    if not written.endswith("\n"):
        raise NoteError("a note has to end in a signature line with its newline")
    lines = written.removesuffix("\n").split("\n")
    if len(lines) > _SIGNATURES_MAX:
        raise NoteError(f"the note has {len(lines)} signatures; up to {_SIGNATURES_MAX} are read")
    return tuple(map(_signature, lines))


def sign_text(key: SigningKey, text: str) -> Signature:
    """A log's signature on a text."""
    if key.kind is not KeyKind.LOG:
        raise SignatureError(f"the key of {key.name} is a witness's: it makes cosignatures with a time, not signatures")
    return Signature(key.name, key.verifier.key_id, key.sign(text.encode()))


def cosign_text(key: SigningKey, text: str, time: int) -> Signature:
    """A witness's cosignature on a text at a time, in seconds since 1970 in UTC."""
    if key.kind is not KeyKind.WITNESS:
        raise SignatureError(f"the key of {key.name} is a log's: a witness needs one of its own type")
    if not 0 < time < 1 << 63:
        raise SignatureError(f"{time} cannot be the time of a cosignature")
    value = time.to_bytes(_TIME_BYTES, "big") + key.sign(_cosigned(text, time))
    return Signature(key.name, key.verifier.key_id, value)


def signers_of(note: Note, keys: Iterable[VerifierKey]) -> list[Verified]:
    """Which of these keys signed the note, in the order of the signatures; others' signatures are passed over.

    SignatureError where the signature of one of these keys is wrong: such a note is forged or damaged.
    """
    known = {(key.name, key.key_id): key for key in keys}
    return [
        _verified(key, note.text, signature)
        for signature in note.signatures
        if (key := known.get((signature.name, signature.key_id))) is not None
    ]


def _verified(key: VerifierKey, text: str, signature: Signature) -> Verified:
    time: int | None = None
    value, message = signature.value, text.encode()
    if key.kind is KeyKind.WITNESS:
        time = int.from_bytes(value[:_TIME_BYTES], "big")
        value, message = value[_TIME_BYTES:], _cosigned(text, time)
    if not key.is_signature(value, message):
        raise SignatureError(
            f"the signature of {key.name} (key {key.key_id.hex()}) is wrong: forged, or changed on the way"
        )
    return Verified(key, signature, time)


def _cosigned(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def _signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(_LINE).partition(" ")
    if not line.startswith(_LINE) or not space or not name or "+" in name or any(letter.isspace() for letter in name):
        raise NoteError(f"{line[:100]!r} is no signature line; one is written '— name base64'")
    value = decode_base64(encoded)
    if len(value) <= _KEY_ID_BYTES:
        raise NoteError(f"the signature of {name} is too short")
    return Signature(name, value[:_KEY_ID_BYTES], value[_KEY_ID_BYTES:])
