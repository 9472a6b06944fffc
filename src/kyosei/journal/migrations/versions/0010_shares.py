"""What a person shows a checker: shares with the digest of their code, the looks by it, and how many wrong codes were tried."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SHARES = """
CREATE TABLE shares (
    id text COLLATE "C" PRIMARY KEY,
    code_digest bytea NOT NULL UNIQUE CHECK (octet_length(code_digest) = 32),
    person text COLLATE "C" NOT NULL,
    profile text NOT NULL,
    verifier text NOT NULL,
    names text NOT NULL,
    consent text COLLATE "C" NOT NULL,
    made_at bigint NOT NULL,
    ends_at bigint NOT NULL CHECK (ends_at > made_at),
    revoked_at bigint,
    claim bytea,
    claimed_until bigint,
    tries integer NOT NULL DEFAULT 0,
    used_at bigint
);
CREATE INDEX shares_of_person ON shares (person, made_at);
GRANT SELECT, INSERT, UPDATE ON shares TO kyosei_application;

CREATE TABLE share_looks (
    share text COLLATE "C" PRIMARY KEY REFERENCES shares (id),
    subject text COLLATE "C" NOT NULL,
    entry bigint NOT NULL,
    looked_at bigint NOT NULL,
    name text NOT NULL,
    answer text NOT NULL,
    UNIQUE (subject, entry)
);
GRANT SELECT, INSERT ON share_looks TO kyosei_application;

CREATE TABLE wrong_codes (
    minute bigint PRIMARY KEY,
    tried integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON wrong_codes TO kyosei_application;
"""


def upgrade() -> None:
    """Adds them."""
    op.execute(SHARES)
