"""The tables of what persons show as SQLAlchemy sees them; a migration makes them. Instants are microseconds.

There is one look for each share at most: a code is used once.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kyosei.journal.tables import METADATA

__all__ = ["share_looks", "shares", "wrong_codes"]

shares: Final = sa.Table(
    "shares", METADATA,
    sa.Column("id", sa.Text(collation="C"), primary_key=True),
    sa.Column("code_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("person", sa.Text(collation="C"), nullable=False),
    sa.Column("profile", sa.Text, nullable=False),
    sa.Column("verifier", sa.Text, nullable=False),
    sa.Column("names", sa.Text, nullable=False),
    sa.Column("consent", sa.Text(collation="C"), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("ends_at", sa.BigInteger, nullable=False),
    sa.Column("revoked_at", sa.BigInteger),
    sa.Column("claim", sa.LargeBinary),
    sa.Column("claimed_until", sa.BigInteger),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("used_at", sa.BigInteger),
)  # fmt: skip

share_looks: Final = sa.Table(
    "share_looks", METADATA,
    sa.Column("share", sa.Text(collation="C"), sa.ForeignKey("shares.id"), primary_key=True),
    sa.Column("subject", sa.Text(collation="C"), nullable=False),
    sa.Column("entry", sa.BigInteger, nullable=False),
    sa.Column("looked_at", sa.BigInteger, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.UniqueConstraint("subject", "entry"),
)  # fmt: skip

wrong_codes: Final = sa.Table(
    "wrong_codes", METADATA,
    sa.Column("minute", sa.BigInteger, primary_key=True),
    sa.Column("tried", sa.Integer, nullable=False),
)  # fmt: skip
