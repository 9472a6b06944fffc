"""Accounts: as whom a subject of a provider of sign-in acts; and when whoever is signed in last proved who they are."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ACCOUNTS = """
ALTER TABLE sessions ADD COLUMN authenticated_at bigint NOT NULL DEFAULT 0;
CREATE TABLE accounts (
    subject_digest bytea PRIMARY KEY CHECK (octet_length(subject_digest) = 32),
    envelope bytea NOT NULL,
    bound_at bigint NOT NULL
);
GRANT SELECT, INSERT, DELETE ON accounts TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(ACCOUNTS)
