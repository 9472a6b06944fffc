"""Fills the tables of a journal by SQL, in the shape that projections have, to measure reading with many rows.

Nothing here is signed, logged or verified: only reading is measured on it. What is made is like what comes in over years:

- The rows about one person lie far apart, as they arrive in the order of time and not of persons.
- Persons differ: the one with the most has thousands of statements, half of them have fewer than thirty-six.
- Of twenty statements one corrects another, of fifty one is withdrawn, of five hundred one is disputed.
- Monthly pay by employers of fifty persons, statements of two offices, and one line about each employer.
- Two coverages a person, and a hundred thousand signs of life of each office.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

__all__ = ["EACH", "fill", "instant_after", "person_of"]

EACH: Final = 40
"""Statements a person, on average."""

_BEGIN: Final = 1_500_000_000_000_000
_STEP: Final = 30_000_000
"""Microseconds from one row to the next: ten million rows are nine and a half years."""


def fill(engine: sa.Engine, rows: int) -> int:
    """Brings `statements` to so many rows, and the other tables with it; how many were there before.

    In one transaction: secondary indexes are dropped, and made again over everything. Persons are `rows` / 40; a directory
    that is filled further keeps the persons that it had, and gets more.
    """
    owner = sa.create_engine(engine.url.set(username="postgres"))
    with owner.begin() as connection:
        found = int(connection.scalar(sa.text("SELECT count(*) FROM statements WHERE id LIKE 'n-%'")) or 0)
        if found >= rows:
            return found
        connection.execute(sa.text("SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '1GB'"))
        indexes = connection.execute(sa.text(_INDEXES)).all()
        for name, _ in indexes:
            connection.execute(sa.text(f"DROP INDEX {name}"))
        values = {
            "first": found, "last": rows - 1, "people": max(rows // EACH, 1), "began": _BEGIN,
            "step": _STEP,
        }  # fmt: skip
        for statement in (_STATEMENTS, _EMPLOYERS, _PARTIES, _COVERAGES, _WITHDRAWALS, _DISPUTES, _SIGNS):
            connection.execute(sa.text(_MADE + statement), values)
        for _, definition in indexes:
            connection.execute(sa.text(definition))
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("VACUUM ANALYZE"))
    owner.dispose()
    return found


def instant_after(share: float, rows: int) -> int:
    """The instant by which so large a share of the rows was recorded."""
    return _BEGIN + int(_STEP * rows * share)


def person_of(number: int) -> str:
    """The person with a number; 0 has the most statements."""
    return f"person:n-{number}"


_INDEXES: Final = """
    SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'statements' AND indexname NOT LIKE '%_pkey'
"""

# `about` is the number by which the row's person is drawn: a correction is about the person of what it corrects. A uniform
# number to the power 1.5 gives few persons much and most little.
_MADE: Final = """
    WITH made AS (
        SELECT n, about, person, person / 50 AS employer, :began + CAST(:step AS bigint) * n AS at, n % 20 AS twentieth
        FROM (
            SELECT n, about,
                CAST(floor(:people * power(
                    (hashint8extended(about, 7) & 4503599627370495) / 4503599627370496.0::float8, 1.5
                )) AS bigint) AS person
            FROM (
                SELECT n, n - CASE WHEN n % 20 = 7 THEN 7 ELSE 0 END AS about
                FROM generate_series(CAST(:first AS bigint), CAST(:last AS bigint)) AS n
            ) AS numbered
        ) AS drawn
    )
"""
_STATEMENTS: Final = """
    INSERT INTO statements
    SELECT 100000000 + n, 0, 'n-' || n, source, kind, source, 'person:n-' || person, NULL,
        CASE WHEN kind = 'residence.status' THEN NULL ELSE 'org:n-' || employer END,
        CASE WHEN kind = 'residence.status' THEN jsonb_build_object('person', 'person:n-' || person)
            ELSE jsonb_build_object('person', 'person:n-' || person, 'employer', 'org:n-' || employer) END,
        42000 + CAST(n % 4000 AS integer), 42030 + CAST(n % 4000 AS integer),
        CASE kind WHEN 'work.pay' THEN jsonb_build_object('gross_yen', 200000 + n % 100000, 'deducted_pension_yen', 18300)
            WHEN 'pension.enrolment' THEN jsonb_build_object('scheme', 'employees')
            ELSE jsonb_build_object('status', 'engineer-humanities-international', 'granted_period', 'P5Y') END,
        at - 3600000000, at, at,
        CASE WHEN twentieth = 0 THEN at + CAST(:step AS bigint) * 7
            WHEN n % 50 = 11 THEN at + 86400000000 ELSE 9223372036854775807 END,
        CASE WHEN twentieth = 7 THEN 'n-' || about END, NULL
    FROM (
        SELECT *, CASE kind WHEN 'work.pay' THEN 'org:n-' || employer
            WHEN 'pension.enrolment' THEN 'authority:pension-service' ELSE 'authority:isa' END AS source
        FROM (
            SELECT *, CASE WHEN about % 10 < 7 THEN 'work.pay' WHEN about % 10 < 9 THEN 'pension.enrolment'
                ELSE 'residence.status' END AS kind
            FROM made
        ) AS kinds
    ) AS sources
"""
_EMPLOYERS: Final = """
    INSERT INTO statements
    SELECT 50000000 + e, 0, 'e-' || e, 'org:n-' || e, 'employer.profile', 'org:n-' || e, 'org:n-' || e, NULL, NULL,
        jsonb_build_object('employer', 'org:n-' || e), 40000, 2147483647, jsonb_build_object('legal_form', 'corporation'),
        :began, :began, :began, 9223372036854775807, NULL, NULL
    FROM generate_series(0, :people / 50) AS e ON CONFLICT DO NOTHING
"""
_PARTIES: Final = """
    INSERT INTO parties
    SELECT 'person:n-' || p, 200000000 + p, 'authority:isa', true, '[["Latn", "NGUYEN THI HOA"]]'::jsonb, '{}'::text[], 35000,
        :began
    FROM generate_series(0, CAST(:people AS bigint)) AS p
    UNION ALL
    SELECT 'org:n-' || e, 300000000 + e, 'org:n-' || e, false, '[]'::jsonb, '{employer}'::text[], NULL, :began
    FROM generate_series(0, CAST(:people / 50 AS bigint)) AS e
    ON CONFLICT DO NOTHING
"""
_COVERAGES: Final = """
    INSERT INTO coverages
    SELECT 400000000 + 2 * p + k, 'c-' || p || '-' || k, source, kind, source, 'person:n-' || p,
        jsonb_build_object('person', 'person:n-' || p), 40000, 2147483647, NULL, :began, :began, 9223372036854775807
    FROM generate_series(0, CAST(:people AS bigint)) AS p, (VALUES
        (0, 'residence.status', 'authority:isa'), (1, 'pension.enrolment', 'authority:pension-service')
    ) AS office (k, kind, source) ON CONFLICT DO NOTHING
"""
_WITHDRAWALS: Final = """
    INSERT INTO withdrawals
    SELECT 600000000 + n, 'w-' || n, 'n-' || n, 'authority:isa', at + 86400000000, at + 86400000000
    FROM made WHERE n % 50 = 11
"""
_DISPUTES: Final = """
    INSERT INTO disputes
    SELECT 700000000 + n, 'd-' || n, 'n-' || n, 'person:n-' || person, 'it is wrong', at + 86400000000, at + 86400000000,
        CASE WHEN n % 1000 = 13 THEN 9223372036854775807 ELSE at + 864000000000 END
    FROM made WHERE n % 500 = 13
"""
_SIGNS: Final = """
    INSERT INTO signs
    SELECT source, :began + 3000000000 * s, :began + 3000000000 * s
    FROM generate_series(0, 100000) AS s, (VALUES ('authority:isa'), ('authority:pension-service')) AS office (source)
    UNION ALL
    SELECT 'org:n-' || e, :began + 2592000000000 * m, :began + 2592000000000 * m
    FROM generate_series(0, :people / 50) AS e, generate_series(0, 11) AS m
    ON CONFLICT DO NOTHING
"""
