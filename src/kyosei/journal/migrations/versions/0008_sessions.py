"""Sessions of the portal: who is signed in, until when. Of the token that proves it only a digest is kept."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SESSIONS = """
CREATE TABLE sessions (
    token_digest bytea PRIMARY KEY CHECK (octet_length(token_digest) = 32),
    actor text COLLATE "C" NOT NULL,
    role text NOT NULL,
    organisation text COLLATE "C",
    person text COLLATE "C",
    begun_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL
);
CREATE INDEX sessions_end ON sessions (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(SESSIONS)
