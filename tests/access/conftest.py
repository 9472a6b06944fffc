"""A setting of its own, in a fresh database, for each test; the server is the one of the journal's tests."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from tests.access.setting import Setting
from tests.journal.conftest import addressed, database, folder, server

__all__ = ["addressed", "database", "folder", "server", "setting"]


@pytest.fixture
def setting(database: sa.Engine) -> Setting:
    """Offices, organisations and persons with a journal and a read path."""
    return Setting.on(database)
