"""The embedded server of the journal's tests."""

from __future__ import annotations

from tests.journal.conftest import database, folder, server

__all__ = ["database", "folder", "server"]
