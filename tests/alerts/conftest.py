"""The server and databases of the journal's tests, the law of Japan ready to run, and what notices can say about it."""

from __future__ import annotations

from tests.notices.conftest import catalogue
from tests.watch.conftest import database, folder, law, server

__all__ = ["catalogue", "database", "folder", "law", "server"]
