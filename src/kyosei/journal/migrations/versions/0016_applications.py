"""Applications: filed, received, added to, asked about, withdrawn; and reviews of what was decided."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

APPLICATIONS = """
CREATE TABLE application_acts (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    act text NOT NULL,
    application text COLLATE "C" NOT NULL,
    person text COLLATE "C",
    office text COLLATE "C",
    by text NOT NULL,
    words text NOT NULL,
    document jsonb,
    target text COLLATE "C",
    due_day integer,
    source text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX application_acts_by_application ON application_acts (application, sequence);
CREATE INDEX application_acts_by_person ON application_acts (person, sequence) WHERE act = 'file';
CREATE INDEX application_acts_by_office ON application_acts (office, sequence) WHERE act = 'file';
CREATE INDEX application_acts_by_target ON application_acts (target) WHERE target IS NOT NULL;
CREATE INDEX statements_applications ON statements (source, from_day) WHERE kind = 'residence.application';
CREATE INDEX decisions_by_application ON decisions (application) WHERE act = 'seal';
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON application_acts TO kyosei_application;
ALTER TABLE decisions ADD COLUMN outcome text;
ALTER TABLE decisions ADD COLUMN rulings text[] NOT NULL DEFAULT '{}';
ALTER TABLE decisions ALTER COLUMN rulings DROP DEFAULT;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(APPLICATIONS)
