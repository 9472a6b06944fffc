"""Rulings about the alerts of norms: silenced, defective, restored."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ACTS = """
CREATE TABLE norm_acts (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    norm text COLLATE "C" NOT NULL,
    act text NOT NULL,
    laws text[] NOT NULL,
    from_day integer NOT NULL,
    until_day integer NOT NULL,
    reason text NOT NULL,
    author text,
    source text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON norm_acts TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(ACTS)
