"""Sealed dossiers out of the journal: the entries of one, for the read path; and of others what names nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from kyosei.journal.entries import Decision, DecisionAct, ReviewOutcome
from kyosei.journal.stored import Stored, checked
from kyosei.journal.tables import decisions, entries
from kyosei.timelines.days import day_from_date

__all__ = [
    "Asked", "Opened", "Reviewed", "Stage", "bases_of", "dossier_entries", "erased_among", "is_told", "like_rows",
    "open_review_of", "open_reviews", "outcomes_of_all", "reasons_in", "reasons_of", "resting_on", "reviewed_dossiers",
    "reviews_opened", "seal_of", "sealed_addresses", "seals_by", "stage_of_dossier", "stages_of", "subject_of_dossier",
    "told_about",
]  # fmt: skip

Row = sa.Row[Any]  # Any: the columns of a row have different types


def dossier_entries(connection: sa.Connection, address: str) -> list[Stored]:
    """The seal of a dossier and every act since, as they were signed, in order; none if it is not sealed.

    JournalError if one is not what was committed to.
    """
    d, e = decisions.c, entries.c
    asked = (
        sa.select(entries).join(decisions, e.sequence == d.sequence).where(d.dossier == address).order_by(e.sequence)
    )
    return [checked(row) for row in connection.execute(asked)]


def subject_of_dossier(connection: sa.Connection, address: str) -> str | None:
    """Whom a sealed dossier is about: at whom somebody may ask to look. Not to be shown by itself."""
    d = decisions.c
    asked = sa.select(d.person).where(d.dossier == address, d.act == DecisionAct.SEAL.value)
    found = connection.scalar(asked)
    return None if found is None else str(found)


def told_about(connection: sa.Connection, persons: Collection[str]) -> Sequence[Row]:
    """The dossiers about these persons of which they were told, the newest first.

    Columns: dossier, application, procedure, result, told_at (microseconds).
    """
    return connection.execute(_TOLD, {"persons": sorted(persons)}).all()


def sealed_addresses(connection: sa.Connection, office: str | None = None) -> Iterator[str]:
    """Of every sealed dossier, or those of an office, the oldest first."""
    d = decisions.c
    asked = sa.select(d.dossier).where(d.act == DecisionAct.SEAL.value).order_by(d.sequence)
    yield from connection.scalars(asked if office is None else asked.where(d.source == office))


def like_rows(connection: sa.Connection, same_facts: str, position: int, application: str) -> Sequence[Row]:
    """Address and outcome of the dossiers of other applications that were sealed before a position with the same facts: of each
    outcome and length the newest few, the oldest of them first.
    """
    return connection.execute(
        _LIKE, {"same": same_facts, "position": position, "application": application, "most": _LIKE_MOST}
    ).all()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a sealed dossier of an office came. reopened: a review annulled or corrected it, so that it is decided anew.

    reason: of whoever sent it back, or so ended its review, "" if nobody did.
    """

    dossier: str
    application: str
    person: str
    procedure: str
    author: str
    adverse: bool
    concurred: bool
    returned: bool
    told: bool
    reopened: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A review of an office's dossier that has not ended. by_person: the person asked for it, or who acts for them, else the
    office opened it, for these rulings. words: what was said with it. at: when. took_part: who sealed the dossier or concurred
    in it, and so does not review it. Whom it is about is not to be shown.
    """

    dossier: str
    application: str
    person: str
    procedure: str
    result: str
    by_person: bool
    words: str
    rulings: tuple[str, ...]
    at: int
    took_part: frozenset[str]


def open_reviews(connection: sa.Connection, office: str) -> list[Asked]:
    """The reviews that an office has not ended, the oldest first."""
    return [_asked(row) for row in connection.execute(_OPEN_REVIEWS, {"office": office, "dossier": None})]


def open_review_of(connection: sa.Connection, office: str, dossier: str) -> Asked | None:
    """The review of a dossier of an office that has not ended; None if there is none."""
    row = connection.execute(_OPEN_REVIEWS, {"office": office, "dossier": dossier}).one_or_none()
    return None if row is None else _asked(row)


def _asked(row: Row) -> Asked:
    return Asked(
        row.dossier, row.application, row.person, row.procedure, row.result, row.by_person, row.reason,
        tuple(row.rulings), row.recorded_at, frozenset(row.took_part),
    )  # fmt: skip


def stages_of(connection: sa.Connection, office: str, applications: Collection[str]) -> dict[str, Stage]:
    """How far the newest dossier about each of these applications came at an office. Whom they are about is not to be shown."""
    asked = {"office": office, "applications": sorted(applications), "dossier": ""}
    return {row.application: Stage(**row._mapping) for row in connection.execute(_STAGES, asked)}


def stage_of_dossier(connection: sa.Connection, office: str, dossier: str) -> Stage | None:
    """How far a dossier of an office came; None if it sealed none with this address. As `stages_of`."""
    row = connection.execute(_STAGES, {"office": office, "applications": [], "dossier": dossier}).one_or_none()
    return None if row is None else Stage(**row._mapping)


def reasons_in(connection: sa.Connection, office: str, dossiers: Collection[str]) -> dict[str, list[str]]:
    """The reasons that an office gave in these dossiers, as text; of those of another office none."""
    rows = connection.execute(_REASONS, {"office": office, "dossiers": sorted(dossiers)})
    return {row.dossier: [one["text"] for one in row.reasons] for row in rows}


def reasons_of(connection: sa.Connection, office: str, besides: str, most: int) -> Sequence[Row]:
    """The last dossiers of an office about other applications, with the text of their reasons: to compare, and not to show."""
    return connection.execute(_NEAR, {"office": office, "application": besides, "most": most}).all()


def seals_by(connection: sa.Connection, office: str) -> Sequence[Row]:
    """When an office's officers were shown dossiers and sealed them, in order, without whom they are about."""
    return connection.execute(_SEALS, {"office": office}).all()


def outcomes_of_all(connection: sa.Connection) -> Iterator[Row]:
    """Of every sealed dossier, the oldest first: procedure, status asked for, person, filed, result, period, findings, key of the
    facts, office, and when it was sealed. For figures over all of them, and not to be shown by themselves.
    """
    yield from connection.execution_options(yield_per=1000).execute(_OUTCOMES)


def bases_of(connection: sa.Connection) -> Sequence[Row]:
    """Of every sealed dossier the address, its law, its day, and the norms of its verdicts, the oldest first."""
    return connection.execute(_BASES).all()


def erased_among(connection: sa.Connection, ids: Collection[str]) -> bool:
    """Whether one of these entries was erased."""
    e = entries.c
    among = e.id == sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
    return connection.scalar(sa.select(sa.exists().where(among, e.envelope.is_(None)))) is True


def seal_of(stored: Sequence[Stored]) -> Decision | None:
    """The seal among the entries of a dossier."""
    first = stored[0].entry if stored else None
    return first if isinstance(first, Decision) and first.act is DecisionAct.SEAL else None


def is_told(stored: Sequence[Stored]) -> bool:
    """Whether the person was told."""
    return any(isinstance(one.entry, Decision) and one.entry.act is DecisionAct.NOTIFY for one in stored)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A sealed dossier and its reviews, for the office and for counts: opened_for: for what the office opened one by itself.

    outcome: of the last review that ended. norms, sources: of its requirements, and whose records are in it.
    """

    dossier: str
    office: str
    told: bool
    opened_for: frozenset[str]
    outcome: ReviewOutcome | None
    norms: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A review that an office opened by itself, for what, and what tells its person why. person: to tell them alone."""

    id: str
    because: tuple[str, ...]
    person: str
    law: str
    day: int
    findings: Sequence[Mapping[str, Any]]  # Any: JSON
    facts: Sequence[Mapping[str, Any]]  # Any: JSON


def reviewed_dossiers(connection: sa.Connection) -> list[Reviewed]:
    """Every sealed dossier with its reviews, the oldest first, without whom it is about."""
    return [
        Reviewed(
            row.dossier, row.office, row.told, frozenset(row.opened_for),
            None if row.outcome is None else ReviewOutcome(row.outcome), tuple(row.norms), tuple(row.sources),
        )
        for row in connection.execute(_REVIEWED)
    ]  # fmt: skip


def resting_on(connection: sa.Connection, source: str) -> list[str]:
    """The addresses of the sealed dossiers in whose proofs is a record of a source, the oldest first."""
    return list(connection.scalars(_RESTING, {"source": source}))


def reviews_opened(connection: sa.Connection) -> list[Opened]:
    """Every review that an office opened by itself, in order."""
    return [
        Opened(
            row.id, tuple(row.rulings), row.person, row.assembled["as_of"]["law"],
            day_from_date(date.fromisoformat(row.assembled["as_of"]["day"])), row.assembled["findings"], row.assembled["facts"],
        )
        for row in connection.execute(_OPENED)
    ]  # fmt: skip


_LIKE_MOST: Final = 10
"""Of each outcome. A dossier names those that it is like, and is one entry, which has a longest length."""
_LIKE: Final = sa.text("""
    SELECT dossier, result, period
    FROM (
        SELECT dossier, result, period, sequence,
            row_number() OVER (PARTITION BY result, period ORDER BY sequence DESC) AS place
        FROM (
            SELECT dossier, sequence, document -> 'opinion' -> 'outcome' ->> 'result' AS result,
                document -> 'opinion' -> 'outcome' ->> 'period' AS period
            FROM decisions
            WHERE document -> 'assembled' ->> 'same_facts' = :same AND act = 'seal' AND sequence < :position
                AND application <> :application AND NOT EXISTS (
                    SELECT FROM decisions AS sent
                    WHERE sent.dossier = decisions.dossier AND sent.act = 'return' AND sent.sequence < :position
                )
        ) AS alike
    ) AS placed
    WHERE place <= :most
    ORDER BY sequence
""")
_STAGES: Final = sa.text("""
    SELECT DISTINCT ON (seal.application) seal.dossier, seal.application, seal.person,
        seal.document -> 'assembled' -> 'application' ->> 'procedure' AS procedure, seal.author, seal.is_adverse AS adverse,
        EXISTS (SELECT FROM decisions AS did WHERE did.dossier = seal.dossier AND did.act = 'concur') AS concurred,
        sent.reason IS NOT NULL AS returned,
        EXISTS (SELECT FROM decisions AS did WHERE did.dossier = seal.dossier AND did.act = 'notify') AS told,
        ended.reason IS NOT NULL AS reopened, coalesce(sent.reason, ended.reason, '') AS reason
    FROM decisions AS seal LEFT JOIN decisions AS sent ON sent.dossier = seal.dossier AND sent.act = 'return'
    LEFT JOIN LATERAL (
        SELECT did.reason FROM decisions AS did
        WHERE did.dossier = seal.dossier AND did.outcome IN ('annuls', 'corrects')
        ORDER BY did.sequence DESC LIMIT 1
    ) AS ended ON true
    WHERE seal.act = 'seal' AND seal.source = :office
        AND (seal.application = ANY(:applications) OR seal.dossier = :dossier)
    ORDER BY seal.application, seal.sequence DESC
""")
_OPEN_REVIEWS: Final = sa.text("""
    SELECT seal.dossier, seal.application, seal.person,
        seal.document -> 'assembled' -> 'application' ->> 'procedure' AS procedure,
        seal.document -> 'opinion' -> 'outcome' ->> 'result' AS result,
        asked.source = seal.person AS by_person, asked.reason, asked.rulings, asked.recorded_at,
        ARRAY(
            SELECT did.author FROM decisions AS did WHERE did.dossier = seal.dossier AND did.act IN ('seal', 'concur')
        ) AS took_part
    FROM decisions AS asked JOIN decisions AS seal ON seal.dossier = asked.dossier AND seal.act = 'seal'
    WHERE asked.act = 'review' AND seal.source = :office
        AND (CAST(:dossier AS text) IS NULL OR seal.dossier = :dossier)
        AND NOT EXISTS (
            SELECT FROM decisions AS ended
            WHERE ended.dossier = asked.dossier AND ended.act = 'outcome' AND ended.sequence > asked.sequence
        )
    ORDER BY asked.sequence
""")
_REASONS: Final = sa.text("""
    SELECT dossier, document -> 'opinion' -> 'reasons' AS reasons FROM decisions
    WHERE act = 'seal' AND source = :office AND dossier = ANY(:dossiers)
""")
_TOLD: Final = sa.text("""
    SELECT seal.dossier, seal.application, seal.document -> 'assembled' -> 'application' ->> 'procedure' AS procedure,
        seal.document -> 'opinion' -> 'outcome' ->> 'result' AS result, told.recorded_at AS told_at
    FROM decisions AS seal JOIN decisions AS told ON told.dossier = seal.dossier AND told.act = 'notify'
    WHERE seal.act = 'seal' AND seal.person = ANY(:persons)
    ORDER BY told.sequence DESC
""")
_NEAR: Final = sa.text("""
    SELECT dossier, document -> 'assembled' ->> 'same_facts' AS same, document -> 'opinion' -> 'reasons' AS reasons
    FROM decisions
    WHERE source = :office AND act = 'seal' AND application <> :application
    ORDER BY sequence DESC LIMIT :most
""")
_BASES: Final = sa.text("""
    SELECT dossier, document -> 'assembled' -> 'as_of' ->> 'law' AS law,
        CAST(document -> 'assembled' -> 'as_of' ->> 'day' AS date) AS day,
        ARRAY(SELECT finding ->> 'norm' FROM jsonb_array_elements(document -> 'assembled' -> 'findings') AS finding) AS norms
    FROM decisions WHERE act = 'seal' ORDER BY sequence
""")
_OUTCOMES: Final = sa.text("""
    SELECT application ->> 'procedure' AS procedure, coalesce(application ->> 'for_status', '') AS status,
        application ->> 'person' AS person, application ->> 'filed' AS filed,
        document -> 'opinion' -> 'outcome' ->> 'result' AS result,
        document -> 'opinion' -> 'outcome' ->> 'period' AS period,
        document -> 'assembled' -> 'findings' AS findings, document -> 'assembled' ->> 'same_facts' AS same,
        source AS office, recorded_at
    FROM (
        SELECT sequence, source, recorded_at, document, document -> 'assembled' -> 'application' AS application
        FROM decisions WHERE act = 'seal'
    ) AS sealed
    ORDER BY sequence
""")
_SEALS: Final = sa.text("""
    SELECT author, recorded_at, document ->> 'shown_at' AS shown_at,
        document -> 'assembled' ->> 'same_facts' AS same, document -> 'opinion' -> 'reasons' AS reasons
    FROM decisions
    WHERE source = :office AND act = 'seal'
    ORDER BY sequence
""")
_REVIEWED: Final = sa.text("""
    SELECT seal.dossier, seal.source AS office,
        EXISTS (SELECT FROM decisions AS told WHERE told.dossier = seal.dossier AND told.act = 'notify') AS told,
        ARRAY(
            SELECT DISTINCT unnest(review.rulings) FROM decisions AS review
            WHERE review.dossier = seal.dossier AND review.act = 'review'
        ) AS opened_for,
        (
            SELECT ended.outcome FROM decisions AS ended WHERE ended.dossier = seal.dossier AND ended.act = 'outcome'
            ORDER BY ended.sequence DESC LIMIT 1
        ) AS outcome,
        ARRAY(
            SELECT DISTINCT finding ->> 'norm' FROM jsonb_array_elements(seal.document -> 'assembled' -> 'findings') AS finding
        ) AS norms,
        ARRAY(
            SELECT DISTINCT fact ->> 'source' FROM jsonb_array_elements(seal.document -> 'assembled' -> 'facts') AS fact
        ) AS sources
    FROM decisions AS seal WHERE seal.act = 'seal' ORDER BY seal.sequence
""")
_RESTING: Final = sa.text("""
    SELECT dossier FROM decisions WHERE act = 'seal' AND EXISTS (
        SELECT FROM jsonb_array_elements(document -> 'assembled' -> 'facts') AS fact WHERE fact ->> 'source' = :source
    ) ORDER BY sequence
""")
_OPENED: Final = sa.text("""
    SELECT review.id, review.rulings, seal.person, seal.document -> 'assembled' AS assembled
    FROM decisions AS review JOIN decisions AS seal ON seal.dossier = review.dossier AND seal.act = 'seal'
    WHERE review.act = 'review' AND cardinality(review.rulings) > 0
    ORDER BY review.sequence
""")
