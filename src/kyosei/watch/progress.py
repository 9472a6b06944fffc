"""How far a watch has come, and what the verdicts that it keeps rest on: rows that say so, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.journal.copying import copy_rows
from kyosei.journal.watch_tables import watch_norms, watch_progress, watch_relations, watch_sources
from kyosei.watch.norm_prints import LawPrints, NormPrint

__all__ = ["Progress", "load_prints", "load_progress", "load_signs", "save_prints", "save_progress", "save_signs"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Up to where everything was derived: the first `position` entries, an instant (microseconds), a day, and under which law.

    reads: the print of all that the kept verdicts rest on. waits_for: the norms for which they wait who wait, where another law
    is why (empty: for all); None where lines or days are. takings: how often another law was taken. Before the first entry the
    day is -1.
    """

    position: int = 0
    known: int = 0
    day: int = -1
    law: str = ""
    reads: str = ""
    waits_for: frozenset[str] | None = None
    takings: int = 0


def load_progress(connection: sa.Connection) -> Progress:
    """How far it has come."""
    row = connection.execute(sa.select(watch_progress)).one_or_none()
    if row is None:
        return Progress()
    waits_for = None if row.waits_for is None else frozenset(row.waits_for)
    return Progress(row.position, row.known, row.day, row.law, row.reads, waits_for, row.takings)


def save_progress(connection: sa.Connection, progress: Progress) -> None:
    """Writes how far it has come."""
    waits_for = None if progress.waits_for is None else sorted(progress.waits_for)
    values = {
        "id": 1, "position": progress.position, "day": progress.day, "known": progress.known, "law": progress.law,
        "reads": progress.reads, "waits_for": waits_for, "takings": progress.takings,
    }  # fmt: skip
    statement = insert(watch_progress).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def load_prints(connection: sa.Connection) -> LawPrints:
    """What the kept verdicts rest on; empty where nothing is kept, or it was not written down when they were."""
    norms = {row.norm: NormPrint(row.scope, row.print) for row in connection.execute(sa.select(watch_norms))}
    return LawPrints(norms, {row.scope: row.print for row in connection.execute(sa.select(watch_relations))})


def save_prints(connection: sa.Connection, prints: LawPrints) -> None:
    """Writes on what the kept verdicts rest, in the place of what was written."""
    connection.execute(sa.delete(watch_norms))
    connection.execute(sa.delete(watch_relations))
    copy_rows(connection, watch_norms, ((norm, one.scope, one.print) for norm, one in sorted(prints.norms.items())))
    copy_rows(connection, watch_relations, sorted(prints.relations.items()))


def load_signs(connection: sa.Connection, sources: Collection[str]) -> dict[str, int]:
    """When these sources last showed life, a day; those that ever did."""
    s = watch_sources.c
    asked = sa.select(s.source, s.sign_day).where(s.source.in_(sources))
    return {row.source: row.sign_day for row in connection.execute(asked)}


def save_signs(connection: sa.Connection, signs: Mapping[str, int]) -> None:
    """Writes when sources last showed life."""
    if not signs:
        return
    statement = insert(watch_sources).values([{"source": s, "sign_day": day} for s, day in sorted(signs.items())])
    connection.execute(
        statement.on_conflict_do_update(index_elements=["source"], set_={"sign_day": statement.excluded.sign_day})
    )
