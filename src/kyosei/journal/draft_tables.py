"""The table of drafts of dossiers as SQLAlchemy sees it; a migration makes it. A draft is no entry of the journal."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kyosei.journal.tables import METADATA

__all__ = ["dossier_drafts"]

dossier_drafts: Final = sa.Table(
    "dossier_drafts", METADATA,
    sa.Column("office", sa.Text(collation="C"), primary_key=True),
    sa.Column("application", sa.Text(collation="C"), primary_key=True),
    sa.Column("person", sa.Text(collation="C"), nullable=False),
    sa.Column("officer", sa.Text(collation="C"), nullable=False),
    sa.Column("document", JSONB, nullable=False),
    sa.Column("revision", sa.BigInteger, nullable=False),
    sa.Column("saved_at", sa.BigInteger, nullable=False),
)  # fmt: skip
