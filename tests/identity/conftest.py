"""The embedded server of the journal's tests, for what identity reads from a journal."""

from __future__ import annotations

from tests.journal.conftest import server

__all__ = ["server"]
