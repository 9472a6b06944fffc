"""Assertions of institutions that name themselves and were used: digests, for as long as they would be good."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

USED = """
CREATE TABLE used_assertions (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    ends_at bigint NOT NULL
);
CREATE INDEX used_assertions_end ON used_assertions (ends_at);
GRANT SELECT, INSERT, DELETE ON used_assertions TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(USED)
