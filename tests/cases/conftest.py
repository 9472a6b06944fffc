"""The server and databases of the journal's tests, and the law of Japan ready to run."""

from __future__ import annotations

from tests.notices.conftest import catalogue
from tests.watch.conftest import addressed, database, folder, law, server

__all__ = ["addressed", "catalogue", "database", "folder", "law", "server"]
