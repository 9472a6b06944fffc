"""Acts on dossiers: sealed, concurred in, told, supplemented."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DECISIONS = """
CREATE TABLE decisions (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    act text NOT NULL,
    dossier text COLLATE "C" NOT NULL,
    person text COLLATE "C",
    application text COLLATE "C",
    is_adverse boolean,
    document jsonb,
    reason text NOT NULL,
    language text,
    author text NOT NULL,
    source text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX decisions_by_dossier ON decisions (dossier, sequence);
CREATE INDEX decisions_by_facts ON decisions ((document -> 'assembled' ->> 'same_facts'), sequence) WHERE act = 'seal';
CREATE INDEX decisions_by_person ON decisions (person, sequence) WHERE act = 'seal';
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON decisions TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(DECISIONS)
