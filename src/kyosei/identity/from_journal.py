"""One person out of the journal: what it holds under every local id that links join, as known at an instant.

In the journal each local id is declared by the institution that knows somebody by it; nothing else says whose id it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.links import LinkEntry, standing_links
from kyosei.facts.statements import Case
from kyosei.identity.person_case import case_of_person
from kyosei.identity.reach import Reach, joining, reach_through, touches
from kyosei.journal.links import link_entries
from kyosei.journal.reading import read_case_of
from kyosei.journal.tables import parties

__all__ = ["JoinedCase", "institutions_of", "joined_case", "links_around", "reach_of"]


@dataclass(frozen=True, slots=True)
class JoinedCase:
    """The case of a person, evaluated at the instant of its reading only; in it they are called by `local_id`.

    local_ids: under which records are in it, those behind a disputed link included. held: the lines about all of these as
    they were stated, and the link entries (with those of others whom the lines name) that made one person's case of them.
    institution_of: who declared each local id.
    """

    local_id: str
    case: Case
    local_ids: tuple[str, ...]
    held: Case
    entries: tuple[LinkEntry, ...]
    institution_of: Mapping[str, str]


def reach_of(connection: sa.Connection, local_id: str, known: int) -> Reach:
    """Whom links join to whoever has a local id, as known at an instant (microseconds)."""
    return reach_through(local_id, known, links_around(connection, {local_id}, known).values())


def joined_case(connection: sa.Connection, reach: Reach) -> JoinedCase:
    """The case of the person of a reach, as known at its instant.

    The connection must see one state of the journal throughout (REPEATABLE READ) if others write meanwhile. Records about
    others whom the case names, such as relatives, are not read; that several ids of theirs are one person's is.
    """
    known, local_ids = reach.known, reach.local_ids
    held = read_case_of(connection, local_ids, known)
    named = {id_ for id_, party in held.parties.items() if party.is_person}
    theirs = links_around(connection, named - set(local_ids), known).values()
    others = (one for one in theirs if not touches(one, local_ids))
    entries = (*reach.entries, *joining(others, named.difference(local_ids), known))
    institution_of = institutions_of(connection, {*named, *local_ids}, known)
    case = case_of_person(held, entries, institution_of, reach.local_id, known)
    return JoinedCase(reach.local_id, case, local_ids, held, entries, institution_of)


def links_around(connection: sa.Connection, local_ids: Collection[str], known: int) -> dict[str, LinkEntry]:
    """All link entries, by id, of these local persons and of everybody whom standing links join to them, disputed or not."""
    found: dict[str, LinkEntry] = {}
    seen: set[str] = set()
    edge = set(local_ids)
    while edge:
        entries = link_entries(connection, edge, known)
        found |= {entry.id: entry for entry in entries}
        seen |= edge
        edge = {local for link in standing_links(entries, known).links.values() for local in link.pair} - seen
    return found


def institutions_of(connection: sa.Connection, local_ids: Collection[str], known: int) -> Mapping[str, str]:
    """The institution that declared each local id."""
    rows = connection.execute(_DECLARED, {"ids": sorted(local_ids), "known": known})
    return {row.id: row.institution for row in rows}


_COLUMNS: Any = parties.c  # Any: SQLAlchemy types a comparison with ANY of a list as one with a truth
_DECLARED: Final = sa.select(_COLUMNS.id, _COLUMNS.institution).where(
    _COLUMNS.id == sa.any_(sa.bindparam("ids", type_=sa.ARRAY(sa.Text))),
    _COLUMNS.recorded_at <= sa.bindparam("known", type_=sa.BigInteger),
)
