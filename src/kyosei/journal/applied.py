"""Applications out of the journal: the acts of a person's, for the read path; and what waits at an office, which names nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.journal.stored import Stored, checked
from kyosei.journal.tables import application_acts, entries

__all__ = [
    "Applied", "AskedOf", "CardWaiting", "Told", "application_entries", "applied_to", "asked_since", "cards_since",
    "decided_applications", "inquired_about", "inquiries_to", "newest_entry",
    "questions_to", "subject_of_application", "waiting_at",
]  # fmt: skip

Row = sa.Row[Any]  # Any: the columns of a row have different types


@dataclass(frozen=True, slots=True)
class Told:
    """What is on record of how an application ended. application: the office's statement that it has it.

    outcome: granted, refused or withdrawn. dossier: the one that the person was told of, if any. notified_on, delivered_on: day
    numbers, None: not. from_day: of the statement of the decision, None: there is none yet.
    """

    application: str
    outcome: str
    dossier: str | None
    notified_on: int | None
    delivered_on: int | None
    from_day: int | None


@dataclass(frozen=True, slots=True)
class Applied:
    """A person's applications: every act as it was signed, in order, and how those that were received ended."""

    entries: tuple[Stored, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What an office asked an applicant for, until a day; at: when (microseconds). is_over: it is answered, or withdrawn.

    Whom it names is to be told, and not to be shown.
    """

    id: str
    person: str
    due: int
    at: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class CardWaiting:
    """An application that was granted on a day, whose card is to be collected. lawful_until: as foreseen when it was filed, an
    ISO date, None: not known. is_over: the card was collected, or the application ended otherwise. As `AskedOf`.
    """

    application: str
    person: str
    granted_on: int
    lawful_until: str | None
    is_over: bool


def newest_entry(connection: sa.Connection) -> int:
    """The number of the newest entry, -1 before the first."""
    found = connection.scalar(sa.select(sa.func.max(entries.c.sequence)))
    return -1 if found is None else int(found)


def asked_since(connection: sa.Connection, after: int, until: int) -> list[AskedOf]:
    """The requests that entries in (after, until] made, answered, or ended with their application."""
    rows = connection.execute(_ASKED_SINCE, {"after": after, "until": until})
    return [AskedOf(row.id, row.person, row.due_day, row.recorded_at, row.is_over) for row in rows]


def cards_since(connection: sa.Connection, after: int, until: int, known: int) -> list[CardWaiting]:
    """The granted applications of which entries in (after, until] say something, as known at an instant."""
    asked = {"after": after, "until": until, "known": known}
    return [CardWaiting(**row._mapping) for row in connection.execute(_CARDS_SINCE, asked)]


def application_entries(connection: sa.Connection, persons: Collection[str], office: str | None = None) -> list[Stored]:
    """Every act on an application of these persons, in order; office: only on those that are filed there.

    JournalError if one is not what was committed to.
    """
    a, e = application_acts.c, entries.c
    filed = sa.select(a.application).where(a.act == "file", a.person.in_(sorted(persons)))
    if office is not None:
        filed = filed.where(a.office == office)
    asked = sa.select(entries).join(application_acts, e.sequence == a.sequence).where(a.application.in_(filed))
    return [checked(row) for row in connection.execute(asked.order_by(e.sequence))]


def applied_to(connection: sa.Connection, persons: Collection[str], known: int, office: str | None = None) -> Applied:
    """The applications of these persons as known at an instant (microseconds)."""
    stored = application_entries(connection, persons, office)
    return Applied(tuple(stored), tuple(decided_applications(connection, persons, known)))


def decided_applications(connection: sa.Connection, persons: Collection[str], known: int) -> list[Told]:
    """How applications of these persons ended, by the office's statement, and by the dossier that they were told of."""
    rows = connection.execute(_DECIDED, {"persons": sorted(persons), "known": known})
    return [
        Told(
            row.application, row.outcome, row.dossier, _day(row.notified_on), _day(row.delivered_on), row.from_day
        )
        for row in rows
    ]  # fmt: skip


def subject_of_application(connection: sa.Connection, application: str) -> str | None:
    """Whose application it is: at whom somebody may ask to look. Not to be shown by itself."""
    a = application_acts.c
    found = connection.scalar(sa.select(a.person).where(a.act == "file", a.application == application))
    return None if found is None else str(found)


def waiting_at(connection: sa.Connection, office: str, known: int) -> Sequence[Row]:
    """What an office has not ended, the oldest first: filed here and not withdrawn, or stated by the office alone.

    Columns: application, statement (one of them may be None), person, procedure, filed (day), received (day), filing (the
    document of the filing), asked (until when documents are asked for and not answered), outcome, granted_on (day), dossier.
    """
    return connection.execute(_WAITING, {"office": office, "known": known}).all()


def questions_to(connection: sa.Connection, owner: str, known: int) -> Sequence[Row]:
    """What applications that are not ended wait for from an institution: application, person, kind, filed (day), and the
    question as the filing has it; those that the owner has answered since are left out.
    """
    return connection.execute(_QUESTIONS, {"owner": owner, "known": known}).all()


def inquiries_to(connection: sa.Connection, owner: str, known: int) -> Sequence[Row]:
    """What an office asks another public office about applicants: id, person, kind, words, source and recorded_at of each inquiry
    that the owner has not answered by a record of the kind since, while the application lasts.
    """
    return connection.execute(_INQUIRIES, {"owner": owner, "known": known}).all()


def inquired_about(connection: sa.Connection, application: str) -> list[tuple[str, str, int]]:
    """Which offices were asked about an application: the office, the kind, and when; the application by its filing."""
    a = application_acts.c
    asked = sa.select(a.office, a.document["kind"].astext, a.recorded_at).where(
        a.application == application, a.act == "inquire"
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(asked.order_by(a.sequence))]


def _day(written: object) -> int | None:
    return written if isinstance(written, int) else None


_DECIDED: Final = sa.text("""
    WITH received AS (
        SELECT id FROM statements
        WHERE kind = 'residence.application' AND subject = ANY(:persons) AND recorded_from <= :known AND recorded_until > :known
    ), told AS (
        SELECT seal.application, seal.dossier, seal.document -> 'opinion' -> 'outcome' ->> 'result' AS outcome
        FROM decisions AS seal
        WHERE seal.act = 'seal' AND seal.application IN (SELECT id FROM received) AND EXISTS (
            SELECT FROM decisions AS told WHERE told.dossier = seal.dossier AND told.act = 'notify' AND told.recorded_at <= :known
        )
    ), stated AS (
        SELECT DISTINCT ON (data ->> 'application') data ->> 'application' AS application, data ->> 'outcome' AS outcome,
            data -> 'notified_on' AS notified_on, data -> 'delivered_on' AS delivered_on, from_day
        FROM statements
        WHERE kind = 'residence.decision' AND subject = ANY(:persons) AND recorded_from <= :known AND recorded_until > :known
            AND data ->> 'application' IN (SELECT id FROM received)
        ORDER BY data ->> 'application', sequence DESC
    )
    SELECT coalesce(stated.application, told.application) AS application, coalesce(stated.outcome, told.outcome) AS outcome,
        told.dossier, stated.notified_on, stated.delivered_on, stated.from_day
    FROM stated FULL JOIN told ON told.application = stated.application
    ORDER BY 1
""")

_OPEN_FILINGS: Final = """
    SELECT filed.application, filed.person, filed.document, filed.stated_at, receipt.target AS statement
    FROM application_acts AS filed
    LEFT JOIN application_acts AS receipt ON receipt.application = filed.application AND receipt.act = 'receive'
    WHERE filed.act = 'file' AND NOT EXISTS (
        SELECT FROM application_acts AS ended WHERE ended.application = filed.application AND ended.act = 'withdraw'
    )
"""
_ENDED: Final = """
    SELECT FROM statements AS ended
    WHERE ended.subject = stated.subject AND ended.recorded_from <= :known AND ended.recorded_until > :known AND (
        (ended.kind = 'residence.decision' AND ended.data ->> 'outcome' IN ('refused', 'withdrawn') AND (
            ended.data ->> 'application' = stated.id
            OR (ended.data ->> 'application' IS NULL AND ended.data ->> 'procedure' = stated.data ->> 'procedure'
                AND ended.from_day >= stated.from_day)
        ))
        OR (ended.kind = 'residence.decision' AND ended.data ->> 'application' = stated.id
            AND ended.data ->> 'delivered_on' IS NOT NULL)
        OR (ended.kind = 'residence.status' AND ended.from_day > stated.from_day
            AND stated.data ->> 'procedure' IN ('renewal', 'change', 'permanent', 'acquisition'))
        OR (ended.kind = 'residence.work_permission' AND ended.from_day >= stated.from_day
            AND stated.data ->> 'procedure' = 'work_permission')
    )
"""
_WAITING: Final = sa.text(f"""
    WITH filing AS ({_OPEN_FILINGS} AND filed.office = :office), stated AS (
        SELECT id, subject, from_day, data FROM statements
        WHERE kind = 'residence.application' AND source = :office AND recorded_from <= :known AND recorded_until > :known
            AND data ->> 'procedure' IN ('renewal', 'change', 'permanent', 'acquisition', 'work_permission')
    )
    SELECT filing.application, stated.id AS statement, coalesce(filing.person, stated.subject) AS person,
        coalesce(filing.document ->> 'procedure', stated.data ->> 'procedure') AS procedure,
        CAST(filing.document ->> 'day' AS date) AS filed, stated.from_day AS received, filing.document AS filing,
        (
            SELECT min(request.due_day) FROM application_acts AS request
            WHERE request.application = filing.application AND request.act = 'request' AND NOT EXISTS (
                SELECT FROM application_acts AS answer WHERE answer.act = 'answer' AND answer.target = request.id
            )
        ) AS asked,
        granted.from_day AS granted_on, coalesce(granted.outcome, dossier.outcome) AS outcome, dossier.dossier
    FROM filing FULL JOIN stated ON stated.id = filing.statement
    LEFT JOIN LATERAL (
        SELECT from_day, data ->> 'outcome' AS outcome FROM statements AS decision
        WHERE decision.kind = 'residence.decision' AND decision.subject = stated.subject
            AND decision.data ->> 'application' = stated.id AND decision.data ->> 'outcome' = 'granted'
            AND decision.recorded_from <= :known AND decision.recorded_until > :known
        ORDER BY decision.sequence DESC LIMIT 1
    ) AS granted ON true
    LEFT JOIN LATERAL (
        SELECT seal.dossier, seal.document -> 'opinion' -> 'outcome' ->> 'result' AS outcome FROM decisions AS seal
        WHERE seal.act = 'seal' AND seal.application = stated.id ORDER BY seal.sequence DESC LIMIT 1
    ) AS dossier ON true
    WHERE stated.id IS NULL OR NOT EXISTS ({_ENDED})
    ORDER BY coalesce(stated.from_day, 0), filing.stated_at, coalesce(filing.application, stated.id)
""")
_INQUIRIES: Final = sa.text(f"""
    WITH filing AS ({_OPEN_FILINGS})
    SELECT asked.id, filing.person, asked.document ->> 'kind' AS kind, asked.words, asked.source, asked.recorded_at
    FROM application_acts AS asked JOIN filing ON filing.application = asked.application
    WHERE asked.act = 'inquire' AND asked.office = :owner
        AND NOT EXISTS (
            SELECT FROM statements AS said
            WHERE said.subject = filing.person AND said.kind = asked.document ->> 'kind' AND said.source = :owner
                AND said.recorded_from > asked.recorded_at AND said.recorded_from <= :known
        )
        AND NOT EXISTS (
            SELECT FROM coverages AS said
            WHERE said.subject = filing.person AND said.kind = asked.document ->> 'kind' AND said.source = :owner
                AND said.recorded_from > asked.recorded_at AND said.recorded_from <= :known
        )
        AND NOT EXISTS (
            SELECT FROM statements AS stated WHERE stated.id = filing.statement AND EXISTS ({_ENDED})
        )
    ORDER BY asked.sequence
""")
_ASKED_SINCE: Final = sa.text("""
    SELECT request.id, filed.person, request.due_day, request.recorded_at, EXISTS (
        SELECT FROM application_acts AS ended
        WHERE ended.application = request.application AND ended.sequence <= :until
            AND (ended.act = 'withdraw' OR (ended.act = 'answer' AND ended.target = request.id))
    ) AS is_over
    FROM application_acts AS request
    JOIN application_acts AS filed ON filed.application = request.application AND filed.act = 'file'
    WHERE request.act = 'request' AND request.due_day IS NOT NULL AND request.sequence <= :until
        AND request.application IN (
            SELECT application FROM application_acts WHERE sequence > :after AND sequence <= :until
        )
    ORDER BY request.sequence
""")
_CARDS_SINCE: Final = sa.text(f"""
    WITH touched AS (
        SELECT DISTINCT subject FROM statements
        WHERE sequence > :after AND sequence <= :until
            AND kind IN ('residence.decision', 'residence.status', 'residence.work_permission')
    ), granted AS (
        SELECT DISTINCT ON (decision.data ->> 'application') decision.data ->> 'application' AS application, decision.from_day
        FROM statements AS decision JOIN touched ON touched.subject = decision.subject
        WHERE decision.kind = 'residence.decision' AND decision.data ->> 'outcome' = 'granted'
            AND decision.recorded_from <= :known AND decision.recorded_until > :known
        ORDER BY decision.data ->> 'application', decision.sequence DESC
    )
    SELECT stated.id AS application, stated.subject AS person, granted.from_day AS granted_on,
        filed.document -> 'meanwhile' ->> 'lawful_until' AS lawful_until, EXISTS ({_ENDED}) AS is_over
    FROM granted JOIN statements AS stated ON stated.id = granted.application AND stated.kind = 'residence.application'
    LEFT JOIN application_acts AS receipt ON receipt.target = stated.id AND receipt.act = 'receive'
    LEFT JOIN application_acts AS filed ON filed.application = receipt.application AND filed.act = 'file'
    WHERE stated.recorded_from <= :known AND stated.recorded_until > :known
        AND stated.data ->> 'procedure' IN ('renewal', 'change', 'permanent')
    ORDER BY stated.id
""")
_QUESTIONS: Final = sa.text(f"""
    WITH filing AS ({_OPEN_FILINGS})
    SELECT filing.application, filing.person, question ->> 'kind' AS kind, CAST(filing.document ->> 'day' AS date) AS filed,
        question
    FROM filing, jsonb_array_elements(filing.document -> 'questions') AS question
    WHERE question ->> 'owner' = :owner
        AND NOT EXISTS (
            SELECT FROM statements AS said
            WHERE said.subject = filing.person AND said.kind = question ->> 'kind' AND said.source = :owner
                AND said.recorded_from > filing.stated_at AND said.recorded_from <= :known
        )
        AND NOT EXISTS (
            SELECT FROM coverages AS said
            WHERE said.subject = filing.person AND said.kind = question ->> 'kind' AND said.source = :owner
                AND said.recorded_from > filing.stated_at AND said.recorded_from <= :known
        )
        AND NOT EXISTS (
            SELECT FROM statements AS stated WHERE stated.id = filing.statement AND EXISTS ({_ENDED})
        )
    ORDER BY filing.stated_at, filing.application, question ->> 'id'
""")
