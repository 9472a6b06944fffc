"""The outbox of notices, the receipts, and how a party is reached."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

# The application may not change a notice or a receipt. A delivery is one notice on one channel; `slot` is when a digest leaves,
# `batch` names what it left with when it was first handed over, so that every further attempt hands over the same.
OUTBOX = """
CREATE TABLE notices (
    key text COLLATE "C" PRIMARY KEY,
    event text COLLATE "C" NOT NULL,
    recipient text COLLATE "C" NOT NULL,
    norm text COLLATE "C" NOT NULL,
    "case" text COLLATE "C",
    occasion text NOT NULL,
    has_deadline boolean NOT NULL,
    request jsonb NOT NULL,
    message jsonb NOT NULL,
    made_at bigint NOT NULL,
    UNIQUE (event, recipient)
);
CREATE INDEX notices_recipient ON notices (recipient, made_at);
CREATE INDEX notices_case ON notices ("case") WHERE "case" IS NOT NULL;
CREATE TABLE inbox (
    notice text COLLATE "C" PRIMARY KEY REFERENCES notices (key),
    recipient text COLLATE "C" NOT NULL,
    arrived_at bigint NOT NULL,
    read_at bigint
);
CREATE INDEX inbox_recipient ON inbox (recipient, arrived_at);
CREATE TABLE deliveries (
    key text COLLATE "C" PRIMARY KEY,
    notice text COLLATE "C" NOT NULL REFERENCES notices (key),
    recipient text COLLATE "C" NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'webhook', 'letter')),
    state text NOT NULL CHECK (state IN ('waiting', 'handed_over', 'delivered', 'given_up', 'cancelled')),
    attempts integer NOT NULL CHECK (attempts >= 0),
    not_before bigint NOT NULL,
    claimed_until bigint,
    slot bigint,
    batch text COLLATE "C",
    UNIQUE (notice, channel)
);
CREATE INDEX deliveries_waiting ON deliveries (not_before, key) WHERE state = 'waiting';
CREATE INDEX deliveries_slot ON deliveries (recipient, channel, slot) WHERE state = 'waiting' AND slot IS NOT NULL;
CREATE INDEX deliveries_batch ON deliveries (batch) WHERE batch IS NOT NULL;
CREATE TABLE receipts (
    delivery text COLLATE "C" NOT NULL REFERENCES deliveries (key),
    sort text NOT NULL CHECK (sort IN ('handed_over', 'delivered', 'read', 'returned', 'given_up', 'cancelled')),
    at bigint NOT NULL,
    detail text NOT NULL,
    PRIMARY KEY (delivery, sort)
);
GRANT SELECT, INSERT ON notices, receipts TO kyosei_application;
GRANT SELECT, INSERT, UPDATE ON inbox, deliveries TO kyosei_application;
"""

# Secrets of webhooks are derived from a key that is no part of the database; of a feed's address only a digest is kept.
REACHED = """
CREATE TABLE contacts (
    party text COLLATE "C" NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'letter')),
    address text NOT NULL,
    PRIMARY KEY (party, channel)
);
CREATE TABLE notice_preferences (
    party text COLLATE "C" PRIMARY KEY,
    quiet_from integer CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until integer CHECK (quiet_until BETWEEN 0 AND 1439),
    digest_at integer CHECK (digest_at BETWEEN 0 AND 1439),
    language text,
    CONSTRAINT notice_preferences_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);
CREATE TABLE snoozes (
    party text COLLATE "C" NOT NULL,
    "case" text COLLATE "C" NOT NULL,
    until_day integer NOT NULL,
    PRIMARY KEY (party, "case")
);
CREATE TABLE webhooks (
    party text COLLATE "C" PRIMARY KEY,
    url text NOT NULL,
    secret_number integer NOT NULL CHECK (secret_number > 0),
    previous_until bigint,
    disabled text
);
CREATE TABLE calendar_feeds (
    token_digest bytea PRIMARY KEY CHECK (octet_length(token_digest) = 32),
    party text COLLATE "C" NOT NULL,
    language text NOT NULL,
    made_at bigint NOT NULL,
    revoked_at bigint
);
CREATE TABLE calendar_entries (
    uid text COLLATE "C" PRIMARY KEY,
    party text COLLATE "C" NOT NULL,
    day integer NOT NULL,
    sequence integer NOT NULL CHECK (sequence >= 0),
    stamped_at bigint NOT NULL,
    cancelled boolean NOT NULL
);
CREATE INDEX calendar_entries_party ON calendar_entries (party, day);
GRANT SELECT, INSERT, UPDATE, DELETE ON contacts, notice_preferences, snoozes, webhooks TO kyosei_application;
GRANT SELECT, INSERT, UPDATE ON calendar_feeds, calendar_entries TO kyosei_application;
"""


def upgrade() -> None:
    """Adds all of them."""
    for block in (OUTBOX, REACHED):
        op.execute(block)
