"""The catalogue of notices for the law as it is, and a fresh database for each test."""

from __future__ import annotations

import pytest

from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.wiring import current_law, notice_guidance
from tests.journal.conftest import database, folder, server

__all__ = ["catalogue", "database", "folder", "server"]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """What notices can say about the law of Japan."""
    return catalogue_of(current_law(), read_guidance(notice_guidance()))
