"""Opens the read path of a data directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kyosei.access.policy import Policies
from kyosei.access.purposes import Purposes
from kyosei.access.reading import ReadPath
from kyosei.identity.pseudonyms import PseudonymKeys, pseudonym
from kyosei.journal.clock import Clock
from kyosei.journal.database import Database, open_database
from kyosei.journal.directory import pseudonym_secrets

__all__ = ["open_read_path", "read_path_of"]


@contextmanager
def open_read_path(path: Path, environment: Mapping[str, str], purposes: Purposes, clock: Clock) -> Iterator[ReadPath]:
    """The read path of a data directory; its database is closed with the block."""
    with open_database(environment, path) as database:
        yield read_path_of(path, database, purposes, clock)


def read_path_of(path: Path, database: Database, purposes: Purposes, clock: Clock) -> ReadPath:
    """The read path of a data directory whose database is open."""
    secrets = pseudonym_secrets(path)
    keys = PseudonymKeys(max(secrets), secrets)
    return ReadPath(database.engine, purposes, Policies.shipped(), clock, partial(pseudonym, keys))
