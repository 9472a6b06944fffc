"""One person out of the journal: what it holds under every local id that links join, as known at an instant.

In the journal each local id is declared by the institution that knows somebody by it; nothing else says whose id it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kyosei.facts.links import LinkEntry, standing_links
from kyosei.facts.statements import Case
from kyosei.identity.person_case import case_of_person
from kyosei.identity.persons import LinkedPerson, Notice, join, linked, notices
from kyosei.journal.links import link_entries
from kyosei.journal.reading import read_case_of
from kyosei.journal.tables import parties

__all__ = ["JoinedCase", "joined_case", "linked_person", "notices_to"]


@dataclass(frozen=True, slots=True)
class JoinedCase:
    """The case of a person, evaluated at the instant of its reading only; in it they are called `person`.

    local_ids: under which records are in it, those behind a disputed link included. notices: of the open disputes of
    links in it, two for each; one goes to each of the local persons whom the link joins, and names the other to neither.
    """

    person: str
    case: Case
    local_ids: tuple[str, ...]
    notices: tuple[Notice, ...]


def joined_case(connection: sa.Connection, local_id: str, known: int) -> JoinedCase:
    """The case of whoever has a local id, as known at an instant (microseconds).

    The connection must see one state of the journal throughout (REPEATABLE READ) if others write meanwhile. Records about
    others whom the case names, such as relatives, are not read; that several ids of theirs are one person's is.
    """
    entries = _closure(connection, {local_id}, known)
    standing = standing_links(entries.values(), known)
    local_ids = tuple(sorted({local_id, *(local for link in standing.links.values() for local in link.pair)}))
    case = read_case_of(connection, local_ids, known)
    named = {id_ for id_, party in case.parties.items() if party.is_person}
    entries |= _closure(connection, named - set(local_ids), known)
    institution_of = _institutions(connection, {*named, *local_ids}, known)
    return JoinedCase(
        join(local_ids, standing).person_of[local_id],
        case_of_person(case, entries.values(), institution_of, local_id, known),
        local_ids,
        notices(standing),
    )


def linked_person(connection: sa.Connection, local_id: str, known: int) -> LinkedPerson:
    """Whose local id it is as far as links tell, as known at an instant; the connection as for `joined_case`."""
    return linked(standing_links(_closure(connection, {local_id}, known).values(), known), local_id)


def notices_to(connection: sa.Connection, local_id: str, known: int) -> tuple[Notice, ...]:
    """What must be told to whoever has a local id: that a link of theirs is disputed, as known at an instant (P10)."""
    standing = standing_links(link_entries(connection, {local_id}, known), known)
    return tuple(notice for notice in notices(standing) if notice.to == local_id)


def _closure(connection: sa.Connection, local_ids: Collection[str], known: int) -> dict[str, LinkEntry]:
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


def _institutions(connection: sa.Connection, local_ids: Collection[str], known: int) -> Mapping[str, str]:
    """The institution that declared each local id."""
    asked = sa.any_(sa.literal(sorted(local_ids), sa.ARRAY(sa.Text)))
    columns: Any = parties.c  # Any: SQLAlchemy types a comparison with ANY of a list as one with a truth
    rows = connection.execute(
        sa.select(columns.id, columns.institution).where(columns.id == asked, columns.recorded_at <= known)
    )
    return {row.id: row.institution for row in rows}
