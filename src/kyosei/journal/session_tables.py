"""The tables of sessions, accounts and used assertions as SQLAlchemy sees them; migrations make them. Instants: microseconds."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kyosei.journal.tables import METADATA

__all__ = ["accounts", "sessions", "used_assertions"]

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
    sa.Column("authenticated_at", sa.BigInteger, nullable=False, server_default="0"),
)  # fmt: skip

accounts: Final = sa.Table(
    "accounts", METADATA,
    sa.Column("subject_digest", sa.LargeBinary, primary_key=True),
    sa.Column("envelope", sa.LargeBinary, nullable=False),
    sa.Column("bound_at", sa.BigInteger, nullable=False),
)  # fmt: skip

used_assertions: Final = sa.Table(
    "used_assertions", METADATA,
    sa.Column("digest", sa.LargeBinary, primary_key=True),
    sa.Column("ends_at", sa.BigInteger, nullable=False),
)  # fmt: skip
