"""The embedded server that tests share, with databases copied from a template."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from kyosei.journal.database import APPLICATION
from kyosei.journal.embedded import EmbeddedServer

__all__ = ["Server", "in_memory", "temporary_folder"]

SETTINGS: Final = (
    "fsync = off", "full_page_writes = off", "checkpoint_timeout = '1h'", "autovacuum = off", "jit = off",
)  # fmt: skip
"""Tests kill processes, and cut off no power; their databases are small and short-lived."""

_MEMORY: Final = Path("/dev/shm")
_ROOM: Final = 4 << 30


def in_memory() -> Path | None:
    """Where files are kept in memory, if there is room: to make a database there takes a tenth of the time."""
    there = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return _MEMORY if there and shutil.disk_usage(_MEMORY).free > _ROOM else None


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that goes away. Not pytest's: every run of it closes the folder above to other users, as the server's is."""
    with tempfile.TemporaryDirectory(prefix="kyosei-", dir=in_memory()) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


class Server:
    """Makes databases, and engines for them."""

    def __init__(self, embedded: EmbeddedServer) -> None:
        self._embedded = embedded
        self._numbers = itertools.count()
        for setting in SETTINGS:
            self._administer(f"ALTER SYSTEM SET {setting}")
        self._administer("SELECT pg_reload_conf()")

    def engine(self, database: str, user: str = APPLICATION) -> sa.Engine:
        return sa.create_engine(self.url(database, user))

    def url(self, database: str, user: str = APPLICATION) -> str:
        return self._embedded.url(user, database)

    def create(self, name: str, template: str = "template0") -> None:
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")

    @contextmanager
    def fresh(self) -> Iterator[sa.Engine]:
        """A new database of the newest schema, as the application sees it; dropped at the end."""
        name = f"test_{next(self._numbers)}"
        self.create(name, "template_of_tests")
        engine = self.engine(name)
        try:
            yield engine
        finally:
            engine.dispose()
            self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def _administer(self, statement: str) -> None:
        engine = self.engine("postgres", "postgres")
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text(statement))
        engine.dispose()
