"""Mandates, consents and deaths from the journal, as known at an instant, for `kyosei.facts.mandates`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.mandates import KINDS_READ, FamilyRecord
from kyosei.facts.statements import Statement
from kyosei.facts.vocabulary.family import Mandate
from kyosei.journal.records import statement_of
from kyosei.journal.tables import parties, statements

__all__ = ["read_family_record", "whose_mandates"]


def read_family_record(connection: sa.Connection, persons: Collection[str], known: int) -> FamilyRecord:
    """What stood as known at an instant (microseconds) about these persons, and about those who act for them."""
    found = _standing(connection, persons, known)
    acting = {one.about["holder"] for one in found if "holder" in one.about} - set(persons)
    found += _standing(connection, [id_ for id_ in acting if id_.startswith("person:")], known)
    disputed = connection.scalars(_DISPUTED, {"ids": [one.id for one in found], "known": known}) if found else ()
    born = {row.id: row.born for row in connection.execute(_BORN, {"ids": sorted({*persons, *acting})})}
    return FamilyRecord(tuple(found), frozenset(disputed), born)


def whose_mandates(connection: sa.Connection, holder: str, known: int) -> list[str]:
    """Who has a mandate on record, as known at an instant (microseconds), that names a person as its holder; it may not stand."""
    return list(connection.scalars(_MANDATED, {"holder": holder, "known": known}))


def _standing(connection: sa.Connection, persons: Collection[str], known: int) -> list[Statement]:
    return [statement_of(row) for row in connection.execute(_STANDING, {"ids": sorted(persons), "known": known})]


_IDS: Any = sa.any_(
    sa.bindparam("ids", type_=sa.ARRAY(sa.Text))
)  # Any: SQLAlchemy types it as a truth, it stands for a text
_KNOWN: Final = sa.bindparam("known", type_=sa.BigInteger)
_STANDING: Final = (
    sa.select(statements)
    .where(
        statements.c.subject == _IDS, statements.c.kind.in_(KINDS_READ), statements.c.recorded_from <= _KNOWN,
        statements.c.recorded_until > _KNOWN,
    )
    .order_by(statements.c.sequence)
)  # fmt: skip
_MANDATED: Final = (
    sa.select(statements.c.subject)
    .distinct()
    .where(
        statements.c.other == sa.bindparam("holder", type_=sa.Text), statements.c.kind == Mandate.facts.name,
        statements.c.subject != statements.c.other, statements.c.recorded_from <= _KNOWN, statements.c.recorded_until > _KNOWN,
    )
    .order_by(statements.c.subject)
)  # fmt: skip
_BORN: Final = sa.select(parties.c.id, parties.c.born).where(parties.c.id == _IDS, parties.c.born.is_not(None))

# A dispute goes on against what replaced the disputed line (evidence.known): the line's own and its ancestors' count.
_DISPUTED: Final = sa.text("""
    WITH RECURSIVE reached (line, target) AS (
        SELECT id COLLATE "C", id COLLATE "C" FROM unnest(CAST(:ids AS text[])) AS asked (id)
        UNION
        SELECT reached.line, s.replaces
        FROM reached JOIN statements AS s ON s.id = reached.target AND s.revival = 0
        WHERE s.replaces IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM withdrawals AS w WHERE w.target = s.id AND w.recorded_at <= :known)
    )
    SELECT DISTINCT reached.line
    FROM reached
    JOIN disputes AS d ON d.target = reached.target AND d.recorded_from <= :known AND d.recorded_until > :known
    JOIN statements AS line ON line.id = reached.line AND line.revival = 0
    WHERE d.by <> line.source
""")
