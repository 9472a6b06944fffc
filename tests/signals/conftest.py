"""The server and databases of the journal's tests."""

from __future__ import annotations

from tests.journal.conftest import addressed, database, folder, server

__all__ = ["addressed", "database", "folder", "server"]
