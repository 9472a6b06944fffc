"""Answers about days that had come which records made different, until whoever relied on them is told."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CORRECTIONS = """
CREATE TABLE corrections (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    norm text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    instance integer NOT NULL,
    corrected_from integer NOT NULL,
    corrected_until integer NOT NULL,
    by_law boolean NOT NULL,
    day integer NOT NULL,
    position bigint NOT NULL,
    known bigint NOT NULL,
    told boolean NOT NULL,
    UNIQUE (event, norm, about, instance)
);
CREATE INDEX corrections_untold ON corrections (number) WHERE NOT told;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON corrections TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(CORRECTIONS)
