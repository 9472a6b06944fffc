"""The embedded server of the journal's tests, and the law."""

from __future__ import annotations

import pytest

from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law
from tests.journal.conftest import addressed, database, folder, server

__all__ = ["addressed", "database", "folder", "law", "server"]


@pytest.fixture(scope="session")
def law() -> Loaded:
    """The law of Japan, ready to run."""
    return open_law()
