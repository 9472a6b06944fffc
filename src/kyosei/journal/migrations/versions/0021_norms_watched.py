"""What the verdicts of each norm rest on, so that a new law is evaluated only for whom and what it changes.

The kept prints of verdicts now say of which norm each is; all are made anew, as everybody is looked at once more.
"""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# watch_progress.reads: one print of `watch_norms`. waits_for: the norms for which they wait who are in `watch_pending`, where
# another law is why (empty: for all). takings: how often one was taken. watch_subjects.scopes: of which relations the subject
# has instances.
NORMS = """
CREATE TABLE watch_norms (norm text COLLATE "C" PRIMARY KEY, scope text NOT NULL, print text NOT NULL);
CREATE TABLE watch_relations (scope text COLLATE "C" PRIMARY KEY, print text NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON watch_norms, watch_relations TO kyosei_application;
ALTER TABLE watch_progress ADD COLUMN reads text NOT NULL DEFAULT '', ADD COLUMN waits_for text[],
    ADD COLUMN takings integer NOT NULL DEFAULT 0;
ALTER TABLE watch_progress ALTER COLUMN reads DROP DEFAULT, ALTER COLUMN takings DROP DEFAULT;
ALTER TABLE watch_subjects ADD COLUMN scopes text[];
UPDATE watch_subjects SET prints = '';
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(NORMS)
