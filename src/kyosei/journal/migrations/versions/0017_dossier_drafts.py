"""Drafts of dossiers, as officers save them; and acts of a second officer who sends a sealed one back."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

DRAFTS = """
CREATE TABLE dossier_drafts (
    office text COLLATE "C" NOT NULL,
    application text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    officer text COLLATE "C" NOT NULL,
    document jsonb NOT NULL,
    revision bigint NOT NULL,
    saved_at bigint NOT NULL,
    PRIMARY KEY (office, application)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON dossier_drafts TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(DRAFTS)
