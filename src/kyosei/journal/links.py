"""Links between local identifiers of persons, as known at an instant; which of them hold is for `identity` to use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.journal import tables

__all__ = ["KnownLink", "links_at"]


@dataclass(frozen=True, slots=True)
class KnownLink:
    """A link that holds; `disputed` while somebody's dispute of it is open."""

    id: str
    persons: tuple[str, str]
    evidence: str
    author: str
    source: str
    stated_at: int
    recorded_at: int
    disputed: bool


def links_at(connection: sa.Connection, persons: Collection[str], known: int) -> list[KnownLink]:
    """The links of these persons that held as known at an instant, in the order in which they came."""
    links, disputes = tables.links.c, tables.disputes.c
    asked = sa.any_(sa.literal(sorted(persons), sa.ARRAY(sa.Text)))
    disputed = sa.exists().where(
        disputes.target == links.id, disputes.recorded_from <= known, disputes.recorded_until > known
    )
    found = connection.execute(
        sa.select(tables.links, disputed.label("disputed"))
        .where(sa.or_(links.first == asked, links.second == asked))
        .where(links.recorded_from <= known, links.recorded_until > known)
        .order_by(links.sequence)
    )
    return [
        KnownLink(
            row.id, (row.first, row.second), row.evidence, row.author, row.source, row.stated_at, row.recorded_from,
            row.disputed,
        )
        for row in found
    ]  # fmt: skip
