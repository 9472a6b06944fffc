"""The access log: every look at a person's records through this installation, permitted or refused; append-only."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# `number` counts the looks at one person without gaps; `digest` chains them, so that none can be changed or left out
# without a trace. What software does never carries a human's id.
TABLE = """
CREATE TABLE access_log (
    subject text COLLATE "C" NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    logtime bigint NOT NULL,
    action text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('permitted', 'refused')),
    reason text NOT NULL,
    actor_kind text NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    organisation text,
    purpose text,
    basis text,
    on_behalf_of text,
    "case" text,
    known bigint NOT NULL,
    fields text[] NOT NULL,
    law text NOT NULL,
    policies text NOT NULL,
    withheld_until integer,
    withheld_by text,
    previous bytea NOT NULL CHECK (octet_length(previous) = 32),
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    PRIMARY KEY (subject, number),
    CONSTRAINT access_log_actor CHECK (
        (actor_kind = 'software' AND actor LIKE 'software:%')
        OR (actor_kind = 'human' AND (actor LIKE 'staff:%' OR actor LIKE 'person:%'))
    ),
    CONSTRAINT access_log_withheld CHECK ((withheld_until IS NULL) = (withheld_by IS NULL))
);
CREATE TRIGGER access_log_update BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_log_truncate BEFORE TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON access_log TO kyosei_application;
"""


def upgrade() -> None:
    """Adds the table."""
    op.execute(TABLE)
