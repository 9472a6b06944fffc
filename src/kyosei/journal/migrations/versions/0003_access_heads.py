"""How far the access log had come at each of its heads, and an index for entries that are looked for by their type."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A row for each person with looks that the head before did not cover: `number` is that of the last one it covers.
TABLE = """
CREATE TABLE access_ends (
    subject text COLLATE "C" NOT NULL,
    head bigint NOT NULL CHECK (head > 0),
    number bigint NOT NULL CHECK (number > 0),
    PRIMARY KEY (subject, head)
);
CREATE INDEX access_ends_head ON access_ends (head);
CREATE TRIGGER access_ends_update BEFORE UPDATE OR DELETE ON access_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_ends_truncate BEFORE TRUNCATE ON access_ends
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON access_ends TO kyosei_application;
"""

# These are few among very many; each has readers that want all of its type and nothing else.
INDEX = """
CREATE INDEX entries_register ON entries (sequence) WHERE type IN ('institution', 'key', 'key_revocation');
CREATE INDEX entries_access_head ON entries (sequence) WHERE type = 'access_head';
"""


def upgrade() -> None:
    """Adds both."""
    for block in (TABLE, INDEX):
        op.execute(block)
