"""The journal, its publications, the projections, and what the application may do to each."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# `source` and `stated_at` are of sources that are no natural persons: that an office said something stays on record after
# what it said about somebody is erased, because other persons' verdicts rest on its being alive.
ENTRIES = """
CREATE TABLE entries (
    sequence bigint PRIMARY KEY CHECK (sequence >= 0),
    id text COLLATE "C" NOT NULL UNIQUE,
    type text NOT NULL,
    institution text NOT NULL,
    key_id text NOT NULL,
    recorded_at bigint NOT NULL,
    source text COLLATE "C",
    stated_at bigint,
    envelope bytea,
    salt bytea CHECK (octet_length(salt) = 32),
    digest bytea CHECK (octet_length(digest) = 32),
    commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
    erases text COLLATE "C",
    CONSTRAINT entries_whole_or_erased
        CHECK ((envelope IS NULL) = (salt IS NULL) AND (envelope IS NULL) = (digest IS NULL))
);
CREATE INDEX entries_erases ON entries (erases) WHERE erases IS NOT NULL;
CREATE TABLE publications (
    size bigint PRIMARY KEY CHECK (size > 0),
    published_at bigint NOT NULL,
    checkpoint text NOT NULL
);
"""

# Even the owner can only do to an entry what a recorded erasure asks for.
GUARDS = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: the journal is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION only_recorded_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.envelope IS NULL AND NEW.salt IS NULL AND NEW.digest IS NULL
        AND (NEW.sequence, NEW.id, NEW.type, NEW.institution, NEW.key_id, NEW.recorded_at, NEW.commitment)
          = (OLD.sequence, OLD.id, OLD.type, OLD.institution, OLD.key_id, OLD.recorded_at, OLD.commitment)
        AND (NEW.source, NEW.stated_at, NEW.erases) IS NOT DISTINCT FROM (OLD.source, OLD.stated_at, OLD.erases)
        AND EXISTS (SELECT FROM entries e WHERE e.erases = OLD.id AND e.type = 'erasure' AND e.sequence > OLD.sequence)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'UPDATE on entries is refused: the journal is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER entries_update BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION only_recorded_erasure();
CREATE TRIGGER entries_delete BEFORE DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entries_truncate BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publications_update BEFORE UPDATE OR DELETE ON publications
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publications_truncate BEFORE TRUNCATE ON publications
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION erase_entry(target text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    UPDATE entries SET envelope = NULL, salt = NULL, digest = NULL WHERE id = target AND envelope IS NOT NULL
$$;
REVOKE ALL ON FUNCTION erase_entry(text) FROM PUBLIC;
"""

# Instants are microseconds since 1970 in UTC, days count from 1900-01-01. Transaction intervals are half open; an open
# end is the largest bigint.
PROJECTIONS = """
CREATE TABLE parties (
    id text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL,
    institution text NOT NULL,
    is_person boolean NOT NULL,
    names jsonb NOT NULL,
    roles text[] NOT NULL,
    born integer,
    recorded_at bigint NOT NULL
);
CREATE TABLE statements (
    sequence bigint NOT NULL,
    revival smallint NOT NULL,
    id text COLLATE "C" NOT NULL,
    institution text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    subject text COLLATE "C" NOT NULL,
    other text COLLATE "C",
    organisation text COLLATE "C",
    about jsonb NOT NULL,
    from_day integer NOT NULL,
    until_day integer NOT NULL,
    data jsonb NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_from bigint NOT NULL,
    recorded_until bigint NOT NULL,
    replaces text COLLATE "C",
    carried_by text,
    PRIMARY KEY (sequence, revival)
);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_subject ON statements (subject, recorded_from);
CREATE INDEX statements_other ON statements (other) WHERE other IS NOT NULL;
CREATE INDEX statements_organisation ON statements (organisation, kind) WHERE organisation IS NOT NULL;
CREATE INDEX statements_replaces ON statements (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE coverages (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    institution text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    subject text COLLATE "C" NOT NULL,
    about jsonb NOT NULL,
    from_day integer NOT NULL,
    until_day integer NOT NULL,
    count integer,
    stated_at bigint NOT NULL,
    recorded_from bigint NOT NULL,
    recorded_until bigint NOT NULL
);
CREATE INDEX coverages_subject ON coverages (subject, recorded_from);
CREATE TABLE withdrawals (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    target text COLLATE "C" NOT NULL,
    source text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX withdrawals_target ON withdrawals (target);
CREATE TABLE disputes (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    target text COLLATE "C" NOT NULL,
    by text NOT NULL,
    reason text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_from bigint NOT NULL,
    recorded_until bigint NOT NULL
);
CREATE INDEX disputes_target ON disputes (target);
CREATE TABLE resolutions (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    target text COLLATE "C" NOT NULL,
    by text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX resolutions_target ON resolutions (target);
CREATE TABLE signs (
    source text COLLATE "C" NOT NULL,
    recorded_at bigint NOT NULL,
    stated_at bigint NOT NULL,
    PRIMARY KEY (source, recorded_at)
);
CREATE TABLE links (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    first text COLLATE "C" NOT NULL,
    second text COLLATE "C" NOT NULL,
    source text NOT NULL,
    decided_by text,
    evidence jsonb NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX links_first ON links (first);
CREATE INDEX links_second ON links (second);
CREATE TABLE unlinks (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    target text COLLATE "C" NOT NULL,
    source text NOT NULL,
    decided_by text NOT NULL,
    reason text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX unlinks_target ON unlinks (target);
CREATE TABLE access_entries (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    logtime bigint NOT NULL,
    actor text NOT NULL,
    actor_kind text NOT NULL,
    action text NOT NULL,
    purpose text NOT NULL,
    basis text NOT NULL,
    on_behalf_of text,
    "case" text,
    subject text COLLATE "C" NOT NULL,
    fields text[] NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX access_entries_subject ON access_entries (subject, logtime);
CREATE TABLE erasures (
    sequence bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    target text COLLATE "C" NOT NULL UNIQUE,
    basis text NOT NULL,
    reason text NOT NULL,
    author text NOT NULL,
    source text NOT NULL,
    stated_at bigint NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE TABLE institutions (
    id text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL,
    speaks_for text[] NOT NULL,
    kinds text[],
    about text[],
    entry_types text[] NOT NULL,
    declares_roles text[] NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE TABLE institution_keys (
    key_id text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL,
    institution text NOT NULL,
    public_key text NOT NULL,
    actor text NOT NULL,
    actor_kind text NOT NULL,
    valid_from bigint NOT NULL,
    valid_until bigint NOT NULL,
    revoked_at bigint
);
"""

PROJECTED = (
    "parties", "statements", "coverages", "withdrawals", "disputes", "resolutions", "signs", "links", "unlinks",
    "access_entries", "erasures", "institutions", "institution_keys",
)  # fmt: skip

APPLICATION = f"""
DO $$ BEGIN
    CREATE ROLE kyosei_application LOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT SELECT, INSERT ON entries, publications TO kyosei_application;
GRANT EXECUTE ON FUNCTION erase_entry(text) TO kyosei_application;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON {", ".join(PROJECTED)} TO kyosei_application;
GRANT SELECT ON alembic_version TO kyosei_application;
"""


def upgrade() -> None:
    """From nothing to the first schema."""
    for block in (ENTRIES, GUARDS, PROJECTIONS, APPLICATION):
        op.execute(block)
