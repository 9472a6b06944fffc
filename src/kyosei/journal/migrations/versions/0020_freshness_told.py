"""The months at whose beginning sources were told how fresh their records are."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0017"
branch_labels = None
depends_on = None

TOLD = """
CREATE TABLE freshness_told (month_day integer PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness_told TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(TOLD)
