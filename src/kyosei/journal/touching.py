"""Whose verdicts entries can change: for each entry, under whom its lines are filed, and which parties they name.

A case is read from what is filed under a person and under the organisations that the lines name (`reading`). So an entry
touches whoever it is filed under, and those who read what is filed under an organisation; who they are, the watch keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.case_file import parties_of
from kyosei.facts.statements import Coverage, Statement
from kyosei.journal import tables
from kyosei.journal.records import coverage_of, statement_of, subject_in

__all__ = ["NOBODY", "OpenCoverage", "PublishedEntry", "Touch", "open_coverages", "published_entries", "touches_of"]

NOBODY: Final = ""
"""Under this, coverages are filed that are about nobody in particular, and so about everybody."""

Row = sa.Row[Any]  # Any: the columns of a row have different types


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """What the watch needs of an entry; source, stated_at: whose sign of life it is, and when they stated it."""

    sequence: int
    id: str
    type: str
    recorded_at: int
    source: str | None
    stated_at: int | None


@dataclass(slots=True)
class Touch:
    """What an entry touches. filed: the parties under whom its lines lie. named: organisations that they name.

    everybody: what it changes cannot be told from what is left on record, or is said about all. links: it may join or part
    persons.
    """

    filed: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    everybody: bool = False
    links: bool = False

    def add(self, line: Statement | Coverage) -> None:
        """Adds whom a line is filed under and whom it names."""
        self.filed.add(subject_in(line.about))
        self.everybody = self.everybody or subject_in(line.about) == NOBODY
        if isinstance(line, Statement):
            self.filed.update(id_ for id_ in line.about.values() if id_.startswith("person:"))
        self.named.update(id_ for id_ in parties_of(line) if not id_.startswith("person:"))


@dataclass(frozen=True, slots=True)
class OpenCoverage:
    """A coverage that needs signs of life of its source: of which kind, under whom it is filed, and since when."""

    source: str
    kind: str
    filed: str
    recorded_at: int


def published_entries(connection: sa.Connection, first: int, most: int) -> list[PublishedEntry]:
    """Published entries from a place on, in order; at least one instant of them, and `most` if there are so many.

    What was recorded at one instant is never cut in two.
    """
    e = tables.entries.c
    size = sa.select(sa.func.coalesce(sa.func.max(tables.publications.c.size), 0)).scalar_subquery()
    columns = (e.sequence, e.id, e.type, e.recorded_at, e.source, e.stated_at)
    rows = connection.execute(
        sa.select(*columns).where(e.sequence >= first, e.sequence < size).order_by(e.sequence).limit(most)
    ).all()
    if len(rows) == most:
        last = rows[-1]
        together = sa.select(*columns).where(
            e.sequence > last.sequence, e.sequence < size, e.recorded_at == last.recorded_at
        )
        rows = [*rows, *connection.execute(together.order_by(e.sequence))]
    return [PublishedEntry(*row) for row in rows]


def touches_of(connection: sa.Connection, entries: Sequence[PublishedEntry]) -> dict[int, Touch]:
    """What each of these published entries touches, by its place; those that touch nobody are left out."""
    by_type: dict[str, list[PublishedEntry]] = defaultdict(list)
    for entry in entries:
        by_type[entry.type].append(entry)
    found: dict[int, Touch] = defaultdict(Touch)
    for entry in by_type.get("party", ()):
        found[entry.sequence].filed.add(entry.id)
    for entry in by_type.get("erasure", ()):
        found[entry.sequence].everybody = True
    for type_ in ("link", "unlink"):
        for entry in by_type.get(type_, ()):
            found[entry.sequence].links = True
    lines = [e for type_ in _LINES for e in by_type.get(type_, ())]
    answers = [e for type_ in ("withdrawal", "dispute", "resolution") for e in by_type.get(type_, ())]
    about = _about(connection, [*lines, *answers], found)
    linking = [e for e in entries if e.sequence in found and found[e.sequence].links]
    _add_linked(connection, linking, about, found)
    return dict(found)


_LINES: Final = ("statement", "coverage", "consent", "mandate", "assessment")


def _about(
    connection: sa.Connection, entries: Sequence[PublishedEntry], found: dict[int, Touch]
) -> dict[int, set[str]]:
    """Adds the lines that entries are, replace or answer; of each entry, all ids that were followed from it."""
    followed = {entry.sequence: {entry.id} for entry in entries}
    at = {entry.sequence: entry.recorded_at for entry in entries}
    edge = {entry.id for entry in entries}
    seen: set[str] = set()
    lines: dict[str, Statement | Coverage] = {}
    after: dict[str, set[str]] = defaultdict(set)
    links: set[str] = set()
    while edge:
        seen |= edge
        _load(connection, edge, lines, after, links)
        edge = {target for id_ in edge for target in after[id_]} - seen
    counted = _counted(connection, [line for line in lines.values() if isinstance(line, Statement)])
    for sequence, ids_ in followed.items():
        waiting = set(ids_)
        while waiting:
            id_ = waiting.pop()
            ids_.add(id_)
            waiting |= after[id_] - ids_
        for id_ in ids_:
            line = lines.get(id_)
            if line is not None:
                found[sequence].add(line)
                if isinstance(line, Statement):
                    _count(found[sequence], line, [c for c in counted if c.recorded_at <= at[sequence]])
            elif id_ in links:
                found[sequence].links = True
    return followed


def _load(
    connection: sa.Connection, ids: Collection[str], lines: dict[str, Statement | Coverage],
    after: dict[str, set[str]], links: set[str],
) -> None:  # fmt: skip
    """The lines with these ids; of answers, what they answer; of statements, what they replace."""
    s = tables.statements.c
    for row in connection.execute(sa.select(tables.statements).where(s.id == _any(ids), s.revival == 0)):
        lines[row.id] = statement_of(row)
        if row.replaces is not None:
            after[row.id].add(row.replaces)
    for row in connection.execute(sa.select(tables.coverages).where(tables.coverages.c.id == _any(ids))):
        lines[row.id] = coverage_of(row)
    left = set(ids) - lines.keys()
    if not left:
        return
    for table in (tables.withdrawals, tables.disputes, tables.resolutions, tables.unlinks):
        asked = sa.select(table.c.id, table.c.target).where(table.c.id == _any(left))
        for id_, target in connection.execute(asked):
            after[id_].add(target)
            if table is tables.unlinks:
                links.add(id_)
    links.update(connection.scalars(sa.select(tables.links.c.id).where(tables.links.c.id == _any(left))))


def _counted(connection: sa.Connection, lines: Iterable[Statement]) -> list[Coverage]:
    """The coverages with a count by the sources of these statements, of their kinds, about their parties or nobody."""
    of_lines = list(lines)
    if not of_lines:
        return []
    c = tables.coverages.c
    filed = {NOBODY, *(party for line in of_lines for party in line.about.values())}
    asked = sa.select(tables.coverages).where(
        c.subject == _any(filed), c.source == _any({line.source for line in of_lines}),
        c.kind == _any({line.kind for line in of_lines}), c["count"].is_not(None),
    )  # fmt: skip
    return [coverage_of(row) for row in connection.execute(asked)]


def _count(touch: Touch, line: Statement, counted: Iterable[Coverage]) -> None:
    """Adds the coverages whose count one more or less statement makes right or wrong."""
    for coverage in counted:
        if (
            (coverage.source, coverage.kind) == (line.source, line.kind)
            and line.from_day < coverage.until_day
            and line.until_day > coverage.from_day
            and all(line.about.get(role) == party for role, party in coverage.about.items())
        ):
            touch.add(coverage)


def _add_linked(
    connection: sa.Connection, linking: Sequence[PublishedEntry], about: Mapping[int, set[str]], found: dict[int, Touch]
) -> None:
    """Adds the two persons of every link that these entries make, end or answer."""
    of = {entry.sequence: {entry.id, *about.get(entry.sequence, ())} for entry in linking}
    ids = {id_ for ids_ in of.values() for id_ in ids_}
    if not ids:
        return
    ended = connection.execute(
        sa.select(tables.unlinks.c.id, tables.unlinks.c.target).where(tables.unlinks.c.id == _any(ids))
    )
    target = {row.id: row.target for row in ended}
    pairs = connection.execute(
        sa.select(tables.links.c.id, tables.links.c.first, tables.links.c.second).where(
            tables.links.c.id == _any({*ids, *target.values()})
        )
    )
    pair = {row.id: (row.first, row.second) for row in pairs}
    for sequence, ids_ in of.items():
        for id_ in ids_:
            found[sequence].filed.update(pair.get(target.get(id_, id_), ()))


def open_coverages(connection: sa.Connection, kinds: Mapping[str, Collection[str]], known: int) -> list[OpenCoverage]:
    """The coverages of these kinds, by source, that were recorded by an instant and need signs of life.

    Withdrawn ones are among them: whether they stand is for the evaluation to see.
    """
    pairs = [(source, kind) for source, of_source in kinds.items() for kind in of_source]
    if not pairs:
        return []
    values = {"sources": [source for source, _ in pairs], "kinds": [kind for _, kind in pairs], "known": known}
    return [OpenCoverage(*row) for row in connection.execute(_OPEN, values)]


# An end that had come when it was told needs no sign of life: the day of Japan on which it was told is the number of days
# from 1970 on, nine hours ahead, and 1970-01-01 is day 25567.
_OPEN: Final = sa.text("""
    SELECT DISTINCT source, kind, subject, recorded_from
    FROM unnest(CAST(:sources AS text[]), CAST(:kinds AS text[])) AS asked (asked_source, asked_kind)
    JOIN coverages ON source = asked_source AND kind = asked_kind
    WHERE recorded_from <= :known AND until_day > (stated_at + 32400000000) / 86400000000 + 25568
""")


def _any(ids: Collection[str]) -> sa.ColumnElement[Any]:  # Any: SQLAlchemy types it as a truth, it stands for a text
    return sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
