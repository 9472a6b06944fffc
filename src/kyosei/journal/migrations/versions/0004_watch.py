"""What the watch derives from the journal and the passing of days, the cases that follow, and acts on cases."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# `watch_progress` says up to where everything below was derived; it changes only in the transactions that derive it.
# `watch_pending`: who is to be evaluated as known at a moment that progress has passed. Days count from 1900-01-01.
WATCH = """
CREATE TABLE watch_progress (
    id smallint PRIMARY KEY CHECK (id = 1),
    position bigint NOT NULL,
    day integer NOT NULL,
    known bigint NOT NULL,
    law text NOT NULL
);
CREATE TABLE watch_pending (
    subject text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL,
    known bigint NOT NULL
);
CREATE TABLE watch_subjects (
    subject text COLLATE "C" PRIMARY KEY,
    wake_on integer NOT NULL,
    position bigint NOT NULL,
    known bigint NOT NULL,
    law text NOT NULL
);
CREATE INDEX watch_subjects_wake_on ON watch_subjects (wake_on);
CREATE TABLE watch_reads (
    subject text COLLATE "C" NOT NULL,
    party text COLLATE "C" NOT NULL,
    PRIMARY KEY (subject, party)
);
CREATE INDEX watch_reads_party ON watch_reads (party);
CREATE TABLE watch_sources (
    source text COLLATE "C" PRIMARY KEY,
    sign_day integer NOT NULL
);
CREATE INDEX watch_sources_sign_day ON watch_sources (sign_day);
CREATE TABLE verdicts (
    subject text COLLATE "C" NOT NULL,
    norm text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    instance integer NOT NULL,
    state smallint NOT NULL,
    causes smallint NOT NULL,
    arose integer NOT NULL,
    due integer NOT NULL,
    uncertain boolean NOT NULL,
    own_word boolean NOT NULL,
    since integer NOT NULL,
    settled boolean NOT NULL,
    neared boolean NOT NULL,
    next_on integer NOT NULL,
    segments bytea NOT NULL,
    law text NOT NULL,
    position bigint NOT NULL,
    known bigint NOT NULL,
    PRIMARY KEY (subject, norm, about, instance)
);
CREATE INDEX verdicts_norm ON verdicts (norm, state);
CREATE TABLE transitions (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    subject text COLLATE "C" NOT NULL,
    norm text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    instance integer NOT NULL,
    sort text NOT NULL CHECK (sort IN ('changed', 'nearing', 'settled', 'corrected')),
    before smallint NOT NULL,
    state smallint NOT NULL,
    causes smallint NOT NULL,
    arose integer NOT NULL,
    due integer NOT NULL,
    uncertain boolean NOT NULL,
    own_word boolean NOT NULL,
    since integer NOT NULL,
    settled boolean NOT NULL,
    corrected_from integer,
    corrected_until integer,
    needs jsonb,
    day integer NOT NULL,
    position bigint NOT NULL,
    known bigint NOT NULL,
    law text NOT NULL
);
CREATE INDEX transitions_subject ON transitions (subject, number);
GRANT SELECT, INSERT, UPDATE, DELETE ON watch_progress, watch_pending, watch_subjects, watch_reads, watch_sources,
    verdicts, transitions TO kyosei_application;
CREATE INDEX coverages_source ON coverages (source, kind);
"""

ACTS = """
CREATE TABLE case_acts (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    "case" text COLLATE "C" NOT NULL,
    act text NOT NULL,
    reason text NOT NULL,
    source text NOT NULL,
    route text,
    event text,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX case_acts_case ON case_acts ("case", sequence);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON case_acts TO kyosei_application;
"""

CASES = """
CREATE TABLE cases_progress (
    id smallint PRIMARY KEY CHECK (id = 1),
    transition bigint NOT NULL,
    position bigint NOT NULL
);
CREATE TABLE cases (
    id text COLLATE "C" PRIMARY KEY,
    subject text COLLATE "C" NOT NULL,
    cure text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    state text NOT NULL,
    document jsonb NOT NULL
);
CREATE INDEX cases_subject ON cases (subject);
CREATE INDEX cases_owner ON cases (owner, state);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases_progress, cases TO kyosei_application;
"""

# Who waits for new entries is told when they are published, with the transaction that lets everybody see them.
TOLD = """
CREATE FUNCTION tell_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kyosei_published', NEW.size::text);
    RETURN NULL;
END $$;
CREATE TRIGGER publications_told AFTER INSERT ON publications FOR EACH ROW EXECUTE FUNCTION tell_published();
"""


def upgrade() -> None:
    """Adds all of them."""
    for block in (WATCH, ACTS, CASES, TOLD):
        op.execute(block)
