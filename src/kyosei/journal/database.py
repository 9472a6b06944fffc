"""Opens the database: a server named by its address, or the embedded one under a data directory.

Two roles use it. The owner makes and changes the schema (`migrate`). The application reads, appends entries, and writes
projections; the database itself keeps it from changing or removing an entry (migrations/versions/0001_journal.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from kyosei.errors import StoreError
from kyosei.journal.embedded import EmbeddedServer

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["APPLICATION", "Database", "migrate", "newest_revision", "open_database", "revisions"]

APPLICATION: Final = "kyosei_application"
"""The role that the application has in the database."""

URL: Final = "KYOSEI_DATABASE_URL"
OWNER_URL: Final = "KYOSEI_DATABASE_OWNER_URL"
_NAME: Final = "kyosei"
_KEPT: Final = 10
"""Connections of a process that are kept; making one takes longer than most questions."""
_BESIDE: Final = 5
"""Those that it may have beside them for as long as they are needed."""


class Database:
    """An open database with a current schema; `engine` is the application's. Close it, or use it as a context manager."""

    def __init__(self, engine: sa.Engine, server: EmbeddedServer | None = None) -> None:
        self.engine = engine
        self._server = server

    def close(self) -> None:
        """Closes the connections, and stops the server if it is the embedded one."""
        self.engine.dispose()
        if self._server is not None:
            self._server.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(environment: Mapping[str, str], directory: Path | None) -> Database:
    """The database of KYOSEI_DATABASE_URL if that is set, else the embedded one under `directory`.

    The embedded one is brought to the newest schema. At an address it is, if KYOSEI_DATABASE_OWNER_URL names the owner's
    login; otherwise it must have the newest schema already. StoreError says what cannot be opened and what to do.
    """
    if address := environment.get(URL):
        owner = environment.get(OWNER_URL)
        if owner is not None:
            _migrate_at(_engine(owner))
        database = Database(_engine(address))
    elif directory is not None:
        database = _open_embedded(directory)
    else:
        raise StoreError(f"name a data directory, or the address of a PostgreSQL database in {URL}")
    try:
        _require_newest(database.engine)
    except BaseException:
        database.close()
        raise
    return database


def migrate(owner: sa.Engine, revision: str = "head") -> None:
    """Brings the schema up to a revision; the engine must have the owner's login."""
    from alembic import command

    with owner.begin() as connection:
        command.upgrade(_alembic(connection), revision)


def newest_revision() -> str:
    """The revision that this program reads and writes."""
    return revisions()[0]


def revisions() -> list[str]:
    """Every revision of the schema, the newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_alembic(None)).walk_revisions()]


def _open_embedded(directory: Path) -> Database:
    server = EmbeddedServer(directory)
    try:
        cluster = _engine(server.url("postgres", "postgres"))
        with cluster.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if connection.scalar(sa.text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": _NAME}) is None:
                connection.execute(sa.text(f"CREATE DATABASE {_NAME}"))
        cluster.dispose()
        _migrate_at(_engine(server.url("postgres", _NAME)))
        return Database(_engine(server.url(APPLICATION, _NAME)), server)
    except BaseException:
        server.stop()
        raise


def _migrate_at(owner: sa.Engine) -> None:
    try:
        migrate(owner)
    except DBAPIError as error:
        raise StoreError(f"the schema could not be brought up to date: {_first_line(error)}") from error
    finally:
        owner.dispose()


def _engine(address: str) -> sa.Engine:
    try:
        url = sa.make_url(address)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername != "postgresql+psycopg":
            raise StoreError(f"{URL} names a {url.drivername} database; Kyosei needs postgresql://…")
        # What was used last is used next: a connection that is kept has its statements planned.
        return sa.create_engine(url, pool_pre_ping=True, pool_size=_KEPT, max_overflow=_BESIDE, pool_use_lifo=True)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"{URL} is no address of a database; write postgresql://user@host/database") from error


def _require_newest(engine: sa.Engine) -> None:
    try:
        with engine.connect() as connection:
            found = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    except DBAPIError as error:
        raise StoreError(
            f"the database cannot be read: {_first_line(error)}; check {URL}, and set {OWNER_URL} to prepare the schema"
        ) from error
    if found != newest_revision():
        raise StoreError(
            f"the database has schema {found}, this program needs {newest_revision()}; set {OWNER_URL} to upgrade it,"
            " or use the program that belongs to it"
        )


def _alembic(connection: sa.Connection | None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("kyosei.journal") / "migrations"))
    config.attributes["connection"] = connection
    return config


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
