"""Waits for publications: PostgreSQL tells whoever listens, with the transaction that lets everybody see the entries."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import sqlalchemy as sa

__all__ = ["publications"]


def publications(engine: sa.Engine, longest_wait_seconds: float) -> Iterator[None]:
    """One at the beginning, one after every publication, and one whenever so long a wait has passed without any.

    What is published before the next one is asked for is told together. It never ends by itself.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        driver.execute("LISTEN kyosei_published")
        while True:
            yield
            for _ in driver.notifies(timeout=longest_wait_seconds, stop_after=1):
                pass
