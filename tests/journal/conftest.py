"""One embedded server for a session of tests, and a fresh database for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.journal.database import migrate
from kyosei.journal.embedded import EmbeddedServer
from tests.cli.processes import at_database
from tests.journal.server import Server, temporary_folder


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server with a template database of the newest schema."""
    with temporary_folder() as folder, EmbeddedServer(folder) as embedded:
        found = Server(embedded)
        found.create("template_of_tests")
        owner = found.engine("template_of_tests", "postgres")
        migrate(owner)
        owner.dispose()
        yield found


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder that the server's own user can reach."""
    with temporary_folder() as found:
        yield found


@pytest.fixture
def addressed(database: sa.Engine) -> Iterator[None]:
    """The commands of a test use its fresh database."""
    with at_database(database.url.render_as_string()):
        yield


@pytest.fixture
def database(server: Server) -> Iterator[sa.Engine]:
    """The application's engine of a fresh database."""
    with server.fresh() as engine:
        yield engine
