"""An erasure also destroys what was shown by a share (`kyosei.journal.projections`)."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lets the application do so."""
    op.execute("GRANT UPDATE ON share_looks TO kyosei_application")
