"""A person with a lawful stay, who shows it, and a desk that checks codes, in a fresh database for each test."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from tests.access.setting import Setting
from tests.journal.conftest import database, folder, server
from tests.sharing.showing import Desk

__all__ = ["database", "desk", "folder", "server"]


@pytest.fixture
def desk(database: sa.Engine) -> Desk:
    """Hoa stays as an engineer until the end of March 2027."""
    desk = Desk(Setting.on(database))
    desk.stay("engineer-humanities-international", until="2027-04-01")
    return desk
