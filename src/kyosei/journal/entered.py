"""What institutions have entered, told without what it says: receipts, publications, keys, and the disputes that wait for them.

Nothing of this names whom an entry is about, so no look is needed to see it; what an entry says is read through the read path, so
too what a person says to a source in a dispute (`said_in_dispute`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.journal.reading import is_declared
from kyosei.journal.registry import PORTAL
from kyosei.journal.tables import (
    FOREVER,
    coverages,
    disputes,
    entries,
    institution_keys,
    publications,
    resolutions,
    statements,
    withdrawals,
)

__all__ = [
    "Disputed", "Entered", "Key", "Published", "Said", "Waiting", "dispute_with_id", "disputes_to_answer", "entered_among",
    "entered_by", "keys_of", "newest_entered", "newest_published", "organisation_is_declared", "persons_with",
    "portal_is_declared", "said_in_dispute", "workers_told_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entered:
    """That an institution entered something: its id and type, its place in the log, and when it came (microseconds)."""

    id: str
    type: str
    sequence: int
    at: int
    key_id: str


@dataclass(frozen=True, slots=True)
class Published:
    """That so many entries were published, at an instant."""

    size: int
    at: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dispute about a record of a source: of which kind the record is, when the dispute came, and whether it is settled.

    subject: under whom the record is filed, for the look that shows it; never shown by itself.
    """

    id: str
    target: str
    kind: str
    subject: str
    at: int
    settled: bool


@dataclass(frozen=True, slots=True)
class Disputed:
    """Whose record a dispute is about (source; None: it is about a link), whether it is settled, and whether its source has put
    another record in the place of the disputed one or has taken it back.
    """

    source: str | None
    settled: bool
    mended: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What was said in a dispute: why, to the source; and how the dispute ended, None while it waits, with the reasons.

    replaced: whether the source has put another record in the place of the disputed one.
    """

    reason: str
    outcome: str | None
    answer: str
    replaced: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an institution; instants in microseconds. valid_until, revoked_at: None: not."""

    id: str
    actor: str
    valid_from: int
    valid_until: int | None
    revoked_at: int | None


def entered_by(connection: sa.Connection, institution: str, id_: str) -> Entered | None:
    """What an institution entered under an id; None if it entered nothing under it."""
    e = entries.c
    row = connection.execute(_ENTERED.where(e.institution == institution, e.id == id_)).one_or_none()
    return None if row is None else Entered(row.id, row.type, row.sequence, row.recorded_at, row.key_id)


def entered_among(connection: sa.Connection, ids: Collection[str]) -> frozenset[str]:
    """Those of these ids under which there is an entry."""
    return frozenset(connection.scalars(sa.select(entries.c.id).where(entries.c.id.in_(ids))))


def newest_entered(connection: sa.Connection, institution: str, count: int) -> list[Entered]:
    """What it entered last, the newest first; without parties, as their ids name somebody."""
    e = entries.c
    asked = _ENTERED.where(e.institution == institution, e.type != "party").order_by(e.sequence.desc()).limit(count)
    return [Entered(row.id, row.type, row.sequence, row.recorded_at, row.key_id) for row in connection.execute(asked)]


def newest_published(connection: sa.Connection, count: int) -> list[Published]:
    """The last publications of the log, the newest first."""
    p = publications.c
    asked = sa.select(p.size, p.published_at).order_by(p.size.desc()).limit(count)
    return [Published(row.size, row.published_at) for row in connection.execute(asked)]


def disputes_to_answer(connection: sa.Connection, source: str) -> list[Waiting]:
    """The disputes about statements of a source that were not taken back, those that wait first, the oldest first."""
    d, s = disputes.c, statements.c
    ended = sa.exists().where(resolutions.c.target == d.id)
    taken_back = sa.exists().where(withdrawals.c.target == d.id)
    asked = (
        sa.select(d.id, d.target, s.kind, s.subject, d.recorded_from, ended.label("settled"))
        .join_from(disputes, statements, s.id == d.target)
        .where(s.source == source, s.revival == 0, ~taken_back)
        .order_by(ended, d.sequence)
    )
    return [
        Waiting(row.id, row.target, row.kind, row.subject, row.recorded_from, row.settled)
        for row in connection.execute(asked)
    ]


def dispute_with_id(connection: sa.Connection, id_: str) -> Disputed | None:
    """Where a dispute stands; None if there is none with this id, or it was taken back."""
    d, s, c = disputes.c, statements.alias("said").c, coverages.alias("covered").c
    later = statements.alias("later")
    mended = sa.or_(
        sa.exists().where(later.c.replaces == d.target), sa.exists().where(withdrawals.c.target == d.target)
    )
    taken_back = sa.exists().where(withdrawals.c.target == d.id)
    said = sa.select(s.source).where(s.id == d.target).limit(1).scalar_subquery()
    covered = sa.select(c.source).where(c.id == d.target).limit(1).scalar_subquery()
    asked = sa.select(
        sa.func.coalesce(said, covered).label("source"), sa.exists().where(resolutions.c.target == d.id).label("settled"),
        mended.label("mended"),
    ).where(d.id == id_, ~taken_back)  # fmt: skip
    row = connection.execute(asked.limit(1)).one_or_none()
    return None if row is None else Disputed(row.source, row.settled, row.mended)


def said_in_dispute(connection: sa.Connection, source: str, dispute: str) -> Said | None:
    """What was said in a dispute about a record of this source, to whom it is said; None if there is none. For the read path."""
    d, s, r = disputes.c, statements.c, resolutions.c
    later = statements.alias()
    replaced = sa.exists().where(later.c.replaces == d.target, later.c.source == source)
    asked = (
        sa.select(d.reason, r.outcome, r.reason.label("answer"), replaced.label("replaced"))
        .select_from(disputes.join(statements, s.id == d.target).outerjoin(resolutions, r.target == d.id))
        .where(d.id == dispute, s.source == source, s.revival == 0)
        .limit(1)
    )
    row = connection.execute(asked).one_or_none()
    return None if row is None else Said(row.reason, row.outcome, row.answer or "", row.replaced)


def persons_with(
    connection: sa.Connection, kind: str, role: str, organisation: str, known: int, day: int, source: str | None = None
) -> list[str]:  # fmt: skip
    """The persons of whom statements of a kind that stand tell on a day that an organisation has this role: at whom it may ask to
    look. source: only statements of this one. Nothing of it is shown before the read path has permitted that.
    """
    s = statements.c
    asked = sa.select(s.subject).where(
        s.kind == kind, s.about[role].astext == organisation, s.from_day <= day, s.until_day > day,
        s.recorded_from <= known, s.recorded_until > known, s.subject.like("person:%"),
    ).distinct().order_by(s.subject)  # fmt: skip
    return list(connection.scalars(asked if source is None else asked.where(s.source == source)))


def workers_told_of(connection: sa.Connection, employer: str, known: int) -> list[str]:
    """The persons with whom an employer itself says that it has or had a contract of work: at whom it may ask to look.

    Nothing of it is shown before the read path has permitted that.
    """
    s = statements.c
    asked = sa.select(s.subject).where(
        s.kind == "work.contract", s.source == employer, s.about["employer"].astext == employer, s.recorded_from <= known,
        s.recorded_until > known, s.subject.like("person:%"),
    ).distinct().order_by(s.subject)  # fmt: skip
    return list(connection.scalars(asked))


def organisation_is_declared(connection: sa.Connection, party: str) -> bool:
    """Whether an organisation is on record; of persons this says no, as who is on record is read by a look."""
    return not party.startswith("person:") and is_declared(connection, party)


def portal_is_declared(connection: sa.Connection) -> bool:
    """Whether the portal is on record as a party."""
    return is_declared(connection, PORTAL)


def keys_of(connection: sa.Connection, institution: str) -> list[Key]:
    """The keys that the register has for an institution, the newest first."""
    k = institution_keys.c
    asked = sa.select(institution_keys).where(k.institution == institution).order_by(k.sequence.desc())
    return [
        Key(
            row.key_id, row.actor, row.valid_from, None if row.valid_until == FOREVER else row.valid_until, row.revoked_at
        )
        for row in connection.execute(asked)
    ]  # fmt: skip


_ENTERED: Final = sa.select(entries.c.id, entries.c.type, entries.c.sequence, entries.c.recorded_at, entries.c.key_id)
