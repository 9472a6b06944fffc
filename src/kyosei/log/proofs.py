"""Proofs to keep (C2SP tlog-proof@v1): one text file shows, offline, that an entry is in a cosigned log.

The specification leaves `extra` to the application and does not authenticate it. In a receipt of Kyosei it is the salt of
the entry's commitment, so that the receipt, the entry's own bytes and a policy are all that is needed to verify.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.errors import NoteError
from kyosei.log.checkpoints import Checkpoint, read_count
from kyosei.log.commitments import SALT_BYTES, commitment
from kyosei.log.keys import decode_base64, encode_base64
from kyosei.log.merkle import HASH_BYTES, check_inclusion, leaf_hash
from kyosei.log.notes import Verified
from kyosei.log.policy import Policy

__all__ = ["Proof", "Shown", "read_proof", "verify_proof", "verify_receipt"]

_HEAD: Final = "c2sp.org/tlog-proof@v1"
_HASHES_MAX: Final = 63


@dataclass(frozen=True, slots=True)
class Proof:
    """The inclusion of entry `index` in the tree of the checkpoint in `note`; nothing is verified yet."""

    index: int
    hashes: tuple[bytes, ...]
    note: bytes
    extra: bytes = b""

    def __bytes__(self) -> bytes:
        lines = [_HEAD]
        if self.extra:
            lines.append(f"extra {encode_base64(self.extra)}")
        lines += [f"index {self.index}", *map(encode_base64, self.hashes), "", ""]
        return "\n".join(lines).encode() + self.note


@dataclass(frozen=True, slots=True)
class Shown:
    """What a proof has shown: the entry's place, the checkpoint it is in, and which witnesses had cosigned when."""

    index: int
    checkpoint: Checkpoint
    cosigned: tuple[Verified, ...]


def read_proof(content: bytes) -> Proof:
    """The proof in a `.tlog-proof` file; NoteError where it is none."""
    head, separator, note = content.partition(b"\n\n")
    try:
        lines = head.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise NoteError(f"byte {error.start} of the proof is not UTF-8") from error
    if not separator or lines[0] != _HEAD:
        raise NoteError(f"a proof begins with the line {_HEAD} and has an empty line before its checkpoint")
    rest = lines[1:]
    extra = b""
    if rest and rest[0].startswith("extra "):
        extra = decode_base64(rest.pop(0).removeprefix("extra "))
    if not rest or not rest[0].startswith("index "):
        raise NoteError("the proof has no line 'index N' where it should be")
    index = read_count(rest.pop(0).removeprefix("index "), "the index of the proof")
    if len(rest) > _HASHES_MAX:
        raise NoteError(f"the proof has {len(rest)} hashes; no tree needs more than {_HASHES_MAX}")
    hashes = tuple(decode_base64(line) for line in rest)
    if any(len(found) != HASH_BYTES for found in hashes):
        raise NoteError(f"a hash of the proof has not {HASH_BYTES} bytes")
    return Proof(index, hashes, note, extra)


def verify_proof(proof: Proof, leaf: bytes, policy: Policy) -> Shown:
    """Shows that `leaf`, the bytes that stand in the log, is the entry of the proof in a log of the policy, cosigned.

    NoteError, SignatureError, QuorumError or ProofError otherwise.
    """
    opened = policy.open(proof.note)
    checkpoint = opened.checkpoint
    check_inclusion(leaf_hash(leaf), proof.index, checkpoint.size, proof.hashes, checkpoint.root)
    return Shown(proof.index, checkpoint, opened.cosignatures)


def verify_receipt(receipt: Proof, entry: bytes, policy: Policy) -> Shown:
    """Shows that these very bytes were entered: the receipt's salt commits to them, and the commitment is in the log."""
    if len(receipt.extra) != SALT_BYTES:
        raise NoteError(
            f"this is a proof without the entry's salt: a receipt has {SALT_BYTES} bytes of it in its line extra"
        )
    return verify_proof(receipt, commitment(receipt.extra, entry), policy)
