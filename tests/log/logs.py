"""Logs to test with: keys that are always the same, entries by number, a witness in this process, and a failing disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kyosei.log import KeyKind, Log, Policy, SigningKey, TrustedWitness, VerifierKey, Witness, commitment
from kyosei.log.disk import Disk
from kyosei.log.witness import Answer, Submission

ORIGIN = "log.example.jp/2026"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SECONDS = int(NOW.timestamp())


def key(name: str, kind: KeyKind = KeyKind.LOG) -> SigningKey:
    """The key of that name."""
    return SigningKey(name, kind, Ed25519PrivateKey.from_private_bytes(sha256(name.encode()).digest()))


LOG_KEY = key(ORIGIN)
WITNESS_KEY = key("witness.example.jp/w", KeyKind.WITNESS)
ALONE = Policy.of([LOG_KEY.verifier])
WITNESSED = Policy.of([LOG_KEY.verifier], [TrustedWitness(WITNESS_KEY.verifier)])


def entry(index: int) -> bytes:
    """The bytes of an entry."""
    return f"entry {index}".encode()


def salt(index: int) -> bytes:
    """The salt of an entry: for tests the same each time."""
    return sha256(f"salt {index}".encode()).digest()


@cache
def leaf(index: int) -> bytes:
    """What the log holds of an entry."""
    return commitment(salt(index), entry(index))


def leaves(begin: int, end: int) -> list[bytes]:
    """The leaves of the entries from `begin` up to `end`."""
    return [leaf(index) for index in range(begin, end)]


class NearWitness:
    """A witness in this process, asked as one over the network is. What it was asked can be read."""

    def __init__(self, witness: Witness, seconds: int = SECONDS) -> None:
        self.witness = witness
        self.seconds = seconds
        self.asked: list[Submission] = []

    @property
    def key(self) -> VerifierKey:
        """Its key."""
        return self.witness.key.verifier

    def add(self, submission: Submission) -> Answer:
        """Its answer."""
        self.asked.append(submission)
        return self.witness.add(bytes(submission), self.seconds)


@contextmanager
def near_witness(folder: Path, signing: SigningKey = WITNESS_KEY, disk: Disk | None = None) -> Iterator[NearWitness]:
    """A witness of the log, with its memory in a folder."""
    witness = Witness(folder, signing, [LOG_KEY.verifier], disk)
    try:
        yield NearWitness(witness)
    finally:
        witness.close()


def grow(folder: Path, sizes: Sequence[int], disk: Disk | None = None) -> None:
    """A log published at each of these sizes, without witnesses. Starts from wherever the log is."""
    with Log(folder, LOG_KEY, disk=disk) as log:
        for size in sizes:
            log.extend(log.size, leaves(log.size, size))
            log.publish(NOW)


def grow_witnessed(folder: Path, memory: Path, sizes: Sequence[int], disk: Disk | None = None) -> None:
    """The same with one witness, which has to cosign."""
    with near_witness(memory, disk=disk) as witness, Log(folder, LOG_KEY, WITNESSED, [witness], disk) as log:
        for size in sizes:
            log.extend(log.size, leaves(log.size, size))
            log.publish(NOW)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
