"""Prints of the kept verdicts of each watched subject (`kyosei.watch.prints`); none yet, until the subject is next looked at."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds them."""
    op.execute("ALTER TABLE watch_subjects ADD COLUMN prints bytea NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE watch_subjects ALTER COLUMN prints DROP DEFAULT")
