"""Drafts of dossiers, kept between the steps of an officer until they are sealed. A draft is no entry, and decides nothing.

An application has one draft at an office. Whoever saves over what somebody else saved meanwhile is told, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.decisions.document import document_of, dossier_from
from kyosei.decisions.dossier import Dossier
from kyosei.journal.clock import Clock
from kyosei.journal.draft_tables import dossier_drafts as table

__all__ = ["Draft", "Drafts", "Kept"]

_SEALED = sa.text("""
    DELETE FROM dossier_drafts AS draft USING decisions AS seal
    WHERE seal.act = 'seal' AND seal.source = draft.office AND seal.application = draft.application
        AND seal.recorded_at >= draft.saved_at
""")
"""What was sealed after it was saved; a process that ended between the seal and its draft leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class Kept:
    """That there is a draft: of which application, whose it is, and when it was saved (microseconds)."""

    application: str
    officer: str
    saved_at: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was saved; revision: how often. officer: whose it is now."""

    application: str
    person: str
    officer: str
    dossier: Dossier
    revision: int
    saved_at: int


class Drafts:
    """The drafts of one office."""

    def __init__(self, engine: sa.Engine, office: str, clock: Clock) -> None:
        self._engine = engine
        self._office = office
        self._clock = clock

    def kept(self) -> Sequence[Kept]:
        """Every draft, without what is in it and of whom it is."""
        with self._engine.begin() as connection:
            connection.execute(_SEALED)
            asked = sa.select(table.c.application, table.c.officer, table.c.saved_at).where(
                table.c.office == self._office
            )
            return [Kept(*row) for row in connection.execute(asked.order_by(table.c.application)).tuples()]

    def of(self, application: str) -> Draft | None:
        """The draft about an application; None if there is none."""
        with self._engine.begin() as connection:
            connection.execute(_SEALED)
            row = connection.execute(sa.select(table).where(*self._is(application))).one_or_none()
        if row is None:
            return None
        return Draft(
            row.application, row.person, row.officer, dossier_from(row.document), row.revision, row.saved_at
        )  # fmt: skip

    def begin(self, dossier: Dossier) -> bool:
        """Keeps a first draft; whether it was taken: somebody may have been faster."""
        filed = dossier.assembled.application
        added = insert(table).values(
            office=self._office, application=filed.id, person=filed.person, officer=dossier.opinion.authority.officer,
            document=document_of(dossier), revision=1, saved_at=self._clock(),
        ).on_conflict_do_nothing()  # fmt: skip
        with self._engine.begin() as connection:
            return connection.execute(added.returning(table.c.revision)).one_or_none() is not None

    def save(self, dossier: Dossier, revision: int) -> bool:
        """Keeps the next state of a draft that was read at a revision; False, and nothing is changed, if it was saved since."""
        filed = dossier.assembled.application
        changed = (
            sa.update(table)
            .where(*self._is(filed.id), table.c.revision == revision)
            .values(
                officer=dossier.opinion.authority.officer, document=document_of(dossier), revision=revision + 1,
                saved_at=self._clock(),
            )
        )  # fmt: skip
        with self._engine.begin() as connection:
            return connection.execute(changed.returning(table.c.revision)).one_or_none() is not None

    def remove(self, application: str) -> None:
        """Removes the draft about an application, which is sealed or is not decided here."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(table).where(*self._is(application)))

    def _is(self, application: str) -> tuple[sa.ColumnElement[bool], ...]:
        return table.c.office == self._office, table.c.application == application
