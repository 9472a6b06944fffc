"""The table of the portal's sessions as SQLAlchemy sees it; a migration makes it. Instants are microseconds."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kyosei.journal.tables import METADATA

__all__ = ["sessions"]

sessions: Final = sa.Table(
    "sessions", METADATA,
    sa.Column("token_digest", sa.LargeBinary, primary_key=True),
    sa.Column("actor", sa.Text(collation="C"), nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text(collation="C")),
    sa.Column("person", sa.Text(collation="C")),
    sa.Column("begun_at", sa.BigInteger, nullable=False),
    sa.Column("seen_at", sa.BigInteger, nullable=False),
    sa.Column("ends_at", sa.BigInteger, nullable=False),
)  # fmt: skip
