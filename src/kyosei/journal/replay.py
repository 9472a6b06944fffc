"""Reading for a verdict that can be replayed: the case of persons at a position of the journal, as known at an instant.

Everything that evaluates from the journal reads here and nowhere else, so that who reads can be checked and recorded in
one place.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.journal.reading import Position, read_case_of, read_position
from kyosei.journal.tables import entries

__all__ = ["AsOf", "Moment", "moment_of", "read_as_of"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What fixes a reading: the first `position` entries of the journal, read as known at `read_at` (microseconds).

    known: as of which instant the verdict is given, `read_at` or later. `read_at` is None if nothing was on record.
    """

    read_at: int | None
    known: int | None
    position: Position


@dataclass(frozen=True, slots=True)
class AsOf:
    """A case with what fixes it: the first `position` entries of the journal, as known at `known` (microseconds).

    The same persons, position and instant always give the same case, whatever was entered since; only an erasure changes
    it. None for `known`: nothing was on record.
    """

    case: Case
    known: int | None
    position: Position


def read_as_of(
    connection: sa.Connection, persons: Collection[str], known: int | None = None, position: Position | None = None
) -> AsOf:
    """The case of these persons (ids). Without `known`: everything entered by then; without `position`: up to now.

    An instant after the last entry of the position adds nothing to what is known, but the verdict is given as of it.
    QuestionError for a position that the journal does not have.
    """
    moment = moment_of(connection, known, position)
    case = Case({}) if moment.read_at is None else read_case_of(connection, persons, moment.read_at)
    return AsOf(case, moment.known, moment.position)


def moment_of(connection: sa.Connection, known: int | None = None, position: Position | None = None) -> Moment:
    """At which instant to read for a position, an instant, or both; the rules and errors are those of `read_as_of`."""
    newest = read_position(connection)
    asked = newest if position is None else position
    if not 0 <= asked <= newest:
        raise QuestionError(f"the journal has no position {asked}; it has 0 to {newest}")
    last = _recorded_at(connection, asked - 1) if asked else None
    if last is None:
        return Moment(None, known, asked)
    if asked < newest and _recorded_at(connection, asked) == last:
        raise QuestionError(
            f"the entries around position {asked} were recorded together, at one instant; name a position before or"
            " after all of them"
        )
    return Moment(last if known is None else min(last, known), last if known is None else known, asked)


def _recorded_at(connection: sa.Connection, sequence: int) -> int | None:
    found = connection.scalar(sa.select(entries.c.recorded_at).where(entries.c.sequence == sequence))
    return None if found is None else int(str(found))
