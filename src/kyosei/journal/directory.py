"""A data directory: the keys, the public log, and the embedded database of one journal.

keys/root.jwk      the operator's root key, which signs the register of institutions
keys/log           the key that signs the log's checkpoints; `keys/log.public` is what others verify with
keys/pseudonyms    the secrets of pseudonyms, one in each line: the last makes new ones, a line with - was destroyed
keys/parties/      keys of institutions, for development and tests: in production each institution keeps its own
log/               the public log: serve it as files
postgres/          the embedded database, unless KYOSEI_DATABASE_URL names another
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, InputError, StoreError
from kyosei.journal.clock import Clock
from kyosei.journal.database import Database, open_database
from kyosei.journal.envelope import SigningKey, VerifyingKey
from kyosei.journal.journal import Journal
from kyosei.journal.registry import ROOT
from kyosei.journal.shared_log import SharedLog
from kyosei.log import KeyKind, Log, read_signing_key
from kyosei.log import SigningKey as LogKey
from kyosei.timelines.days import instant_from_microseconds

__all__ = [
    "DataDirectory", "Registration", "initialise", "open_journal", "pseudonym_secrets", "read_key_file", "register",
    "register_key", "registration_entries", "shared_journal", "signing_key", "write_new_key",
]  # fmt: skip


_SECRET_BYTES: Final = 32
_DESTROYED: Final = "-"


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """Where things lie."""

    path: Path

    @property
    def log(self) -> Path:
        return self.path / "log"

    @property
    def root_key(self) -> Path:
        return self.path / "keys" / "root.jwk"

    @property
    def log_key(self) -> Path:
        return self.path / "keys" / "log"

    @property
    def log_public(self) -> Path:
        return self.path / "keys" / "log.public"

    @property
    def pseudonyms(self) -> Path:
        return self.path / "keys" / "pseudonyms"

    def party_key(self, party: str) -> Path:
        return self.path / "keys" / "parties" / f"{party.replace(':', '_').replace('/', '_')}.jwk"


@dataclass(frozen=True, slots=True)
class Registration:
    """What an institution is registered for (`entries.Institution`); `human`: whose key it is, None for a program's."""

    party: str
    human: str | None = None
    speaks_for: Sequence[str] = ()
    kinds: Sequence[str] | None = None
    about: Sequence[str] | None = None
    entry_types: Sequence[str] = ()
    declares_roles: Sequence[str] = ()


def initialise(path: Path, origin: str) -> DataDirectory:
    """Makes a data directory with a root key and a log key. StoreError if it has keys already."""
    directory = DataDirectory(path)
    if directory.root_key.exists():
        raise StoreError(f"{path} is a data directory already; name a new one")
    log_key = LogKey.new(origin, KeyKind.LOG)
    try:
        path.mkdir(parents=True, exist_ok=True)
        _write_secret(directory.log_key, log_key.secret_text() + "\n")
        directory.log_public.write_text(f"{log_key.verifier}\n", encoding="utf-8")
        _write_secret(directory.pseudonyms, secrets.token_hex(_SECRET_BYTES) + "\n")
        _write_secret(directory.root_key, SigningKey.generate().to_jwk() + "\n")
    except OSError as error:
        raise StoreError(f"{path} cannot be made a data directory: {error.strerror}; name another") from error
    return directory


@contextmanager
def open_journal(path: Path, environment: Mapping[str, str], clock: Clock) -> Iterator[tuple[Journal, Database]]:
    """The journal of a data directory, with its database; both are closed with the block."""
    directory = DataDirectory(path)
    root = read_key_file(directory.root_key)
    with ExitStack() as opened:
        database = opened.enter_context(open_database(environment, path))
        log = opened.enter_context(Log(directory.log, read_signing_key(_read_secret(directory.log_key))))
        yield Journal(database.engine, log, root.public, clock), database


def shared_journal(path: Path, engine: sa.Engine, clock: Clock) -> Journal:
    """The journal of a data directory beside other processes that write to it over the same store."""
    directory = DataDirectory(path)
    root = read_key_file(directory.root_key)
    log = SharedLog(directory.log, read_signing_key(_read_secret(directory.log_key)))
    return Journal(engine, log, root.public, clock)


def register(journal: Journal, path: Path, registration: Registration, now: int) -> SigningKey:
    """Registers an institution under the root key, with a new key that is kept in the data directory."""
    key_file = DataDirectory(path).party_key(registration.party)
    if key_file.exists():
        raise InputError(f"{registration.party} has a key in {key_file} already; remove the file to give it a new one")
    key = SigningKey.generate()
    _write_secret(key_file, key.to_jwk() + "\n")
    try:
        register_key(journal, path, registration, key.public, now)
    except EntryRefusedError:
        key_file.unlink()
        raise
    return key


def register_key(journal: Journal, path: Path, registration: Registration, key: VerifyingKey, now: int) -> None:
    """Registers an institution under the root key of a data directory, with a key that it keeps itself."""
    root = read_key_file(DataDirectory(path).root_key)
    for entry in registration_entries(registration, key, now):
        journal.submit_one(root.sign(entry))


def registration_entries(
    registration: Registration, key: VerifyingKey, now: int
) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """What the root key signs to register an institution, and then its key."""
    party = registration.party
    at = instant_from_microseconds(now).isoformat()
    actor = {"kind": "software", "id": f"software:{party}"}
    if registration.human is not None:
        actor = {"kind": "human", "id": registration.human}
    institution = {
        "type": "institution", "id": f"institution:{party}:{now}", "institution": party,
        "speaks_for": list(registration.speaks_for), "entry_types": list(registration.entry_types),
        "declares_roles": list(registration.declares_roles),
        **{name: list(value) for name, value in (("kinds", registration.kinds), ("about", registration.about)) if value},
        "stated_at": at,
    }  # fmt: skip
    registered = {
        "type": "key", "id": f"key:{key.id}", "institution": party, "public_key": key.text,
        "actor": actor, "valid_from": at, "stated_at": at,
    }  # fmt: skip
    return institution, registered


def write_new_key(file: Path) -> VerifyingKey:
    """Makes a key in a new file that only its owner can read; its public part. StoreError if the file is there already."""
    key = SigningKey.generate()
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            opened.write(key.to_jwk() + "\n")
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {error.strerror}; name a new file") from error
    return key.public


def signing_key(path: Path, party: str) -> SigningKey:
    """The key of an institution in a data directory; that of the root for `org:operator`."""
    directory = DataDirectory(path)
    return read_key_file(directory.root_key if party == ROOT else directory.party_key(party))


def pseudonym_secrets(path: Path) -> dict[int, bytes]:
    """The secrets of the pseudonyms of a data directory, 32 bytes each, by their numbers. StoreError if there is none."""
    file = DataDirectory(path).pseudonyms
    lines = _read_secret(file).splitlines() or [""]
    try:
        found = {number: bytes.fromhex(line) for number, line in enumerate(lines, 1) if line.strip() != _DESTROYED}
    except ValueError as error:
        raise StoreError(f"{file} holds no secret in hexadecimal digits; restore it") from error
    if len(lines) not in found:
        raise StoreError(f"the last line of {file} holds no secret; add one")
    for number, secret in found.items():
        if len(secret) != _SECRET_BYTES:
            raise StoreError(f"secret {number} in {file} has {len(secret)} bytes, not {_SECRET_BYTES}; restore it")
    return found


def read_key_file(file: Path) -> SigningKey:
    """The signing key in a file. StoreError if there is none."""
    try:
        return SigningKey.from_jwk(_read_secret(file))
    except ValueError as error:
        raise StoreError(f"{file} is no signing key: {error}") from error


def _read_secret(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise StoreError(
            f"{file} cannot be read: {error.strerror}; `kyosei journal init` makes a data directory,"
            " `kyosei journal register` a key in it, `kyosei journal key` one elsewhere"
        ) from error


def _write_secret(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    file.write_text(text, encoding="utf-8")
