"""Reading for evaluation: what is on record about persons, as known at an instant, as the case that their lines make.

The case gives the verdicts that the whole journal would give about these persons at that instant, and only then. It has
every line about them recorded by then, with what was replaced or withdrawn, and of everything else what their verdicts
rest on: the organisations that their lines name; when each source last showed life, as a heartbeat; and the `count` of a
coverage, lessened by what its source has stated about others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.case_file import implied_party, parties_of
from kyosei.facts.statements import (
    Case,
    Coverage,
    Dispute,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.facts.vocabulary import kind_named
from kyosei.journal.copying import json_text
from kyosei.journal.records import (
    coverage_of,
    dispute_of,
    party_of,
    resolution_of,
    statement_of,
    withdrawal_of,
)
from kyosei.journal.tables import (
    coverages,
    disputes,
    parties,
    publications,
    resolutions,
    statements,
    withdrawals,
)

__all__ = [
    "KnownCase", "Position", "is_declared", "known_case", "read_case_of", "read_position", "signs_known",
    "standing_statements",
]  # fmt: skip

Position = int
"""How many entries are published: what a verdict was computed from."""


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case, and the position of the journal at which it was read."""

    case: Case
    position: Position


Row = sa.Row[Any]  # Any: the columns of a row have different types


def known_case(engine: sa.Engine, persons: Collection[str], known: int) -> KnownCase:
    """The case of these persons as known at an instant, all of it from one state of the journal."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        return KnownCase(read_case_of(connection, persons, known), read_position(connection))


def read_position(connection: sa.Connection) -> Position:
    """The position of the journal; read in the transaction of the case, it is the position of the case."""
    return int(connection.scalar(sa.select(sa.func.coalesce(sa.func.max(publications.c.size), 0))) or 0)


def is_declared(connection: sa.Connection, party: str) -> bool:
    """Whether a party line with this id is on record."""
    return connection.scalar(sa.select(parties.c.id).where(parties.c.id == party)) is not None


def read_case_of(connection: sa.Connection, persons: Collection[str], known: int) -> Case:
    """The case of these persons (their ids) as known at an instant, in microseconds."""
    subjects, found = set(persons), _Found()
    new = set(persons)
    while new:
        found.add_filed_under(connection, new, known, others=new & set(persons))
        subjects |= new
        new = {id_ for id_ in found.named() if not id_.startswith("person:")} - subjects
    covering = [
        # What is held about somebody whose lines are all read is among these.
        coverage if coverage.about.get("person") in subjects else _lessened(connection, coverage, found, known)
        for coverage in found.coverages.values()
    ]
    lines: list[Statement | Coverage] = [*found.statements.values(), *covering]
    taken_back, disputing, resolving = _answers(connection, [line.id for line in lines], known)
    signs = signs_known(connection, {line.source for line in lines} | {d.by for d in disputing}, known)
    named = {id_ for line in (*lines, *taken_back, *disputing, *resolving, *signs) for id_ in parties_of(line)}
    return Case(
        _parties(connection, named | set(persons), known), tuple(found.statements.values()), tuple(covering), tuple(signs),
        tuple(taken_back), tuple(disputing), tuple(resolving),
    )  # fmt: skip


def standing_statements(connection: sa.Connection, persons: Collection[str], known: int) -> list[Statement]:
    """The statements about these persons that stand as known at an instant, in the order in which they came."""
    return [statement_of(row) for row in connection.execute(_STANDING, {"ids": sorted(persons), "known": known})]


class _Found:
    """Statements and coverages by their places in the journal."""

    def __init__(self) -> None:
        self.statements: dict[int, Statement] = {}
        self.coverages: dict[int, Coverage] = {}

    def add_filed_under(
        self, connection: sa.Connection, subjects: Collection[str], known: int, others: Collection[str]
    ) -> None:
        """Adds what is filed under these subjects, and what names the others as second persons."""
        filed = {"ids": sorted(subjects), "known": known}
        named = {**filed, "others": sorted(others)}
        for row in connection.execute(_FILED_OR_NAMING, named) if others else connection.execute(_FILED, filed):
            self.statements[row.sequence] = statement_of(row)
        # Coverages about nobody in particular are filed under the empty string.
        for row in connection.execute(_COVERING, {"ids": ["", *sorted(subjects)], "known": known}):
            self.coverages[row.sequence] = coverage_of(row)
        self.statements = dict(sorted(self.statements.items()))
        self.coverages = dict(sorted(self.coverages.items()))

    def named(self) -> set[str]:
        """Every party that the lines name."""
        lines: tuple[Statement | Coverage, ...] = (*self.statements.values(), *self.coverages.values())
        return {id_ for line in lines for id_ in parties_of(line)}


def _lessened(connection: sa.Connection, coverage: Coverage, found: _Found, known: int) -> Coverage:
    """The coverage, its count less what its source has stated in its scope about those whom this case leaves out."""
    if coverage.count is None:
        return coverage
    s = statements.c
    held = sa.select(s.sequence, s.about, s.from_day, s.until_day, s.data).where(
        s.kind == coverage.kind, s.source == coverage.source,
        s.from_day < coverage.until_day, s.until_day > coverage.from_day,
        s.recorded_from <= known, s.recorded_until > known,
        sa.or_(s.stated_at <= coverage.stated_at, s.replaces.is_not(None)),
        s.about.contains(dict(coverage.about)), *_filed(coverage),
    )  # fmt: skip
    others = {
        (json_text(row.about), row.from_day, row.until_day, json_text(row.data))
        for row in connection.execute(held)
        if row.sequence not in found.statements
    }
    return replace(coverage, count=coverage.count - len(others))


def _filed(coverage: Coverage) -> list[sa.ColumnElement[bool]]:
    """What the scope of a coverage implies of the columns by which statements are found."""
    s, about = statements.c, coverage.about
    if "person" in about:
        return [s.subject == about["person"]]
    roles = [role.name for role in kind_named(coverage.kind).facts.roles if role.name != "person"]
    role = "employer" if "employer" in about else roles[0] if len(roles) == 1 else None
    organisation = None if role is None else about.get(role)
    if organisation is not None and not organisation.startswith("person:"):
        return [sa.or_(s.organisation == organisation, s.subject == organisation)]
    return []


def _answers(
    connection: sa.Connection, ids: Sequence[str], known: int
) -> tuple[list[Withdrawal], list[Dispute], list[Resolution]]:
    """What was said about these lines by then: withdrawals, disputes, and what became of the disputes."""
    disputing = [dispute_of(row) for row in _said_of(connection, _DISPUTING, ids, known)]
    closing = [dispute.id for dispute in disputing]
    taken_back = _said_of(connection, _TAKEN_BACK, [*ids, *closing], known)
    resolving = _said_of(connection, _RESOLVING, closing, known)
    return [withdrawal_of(row) for row in taken_back], disputing, [resolution_of(row) for row in resolving]


def _said_of(connection: sa.Connection, asked: sa.Select[Any], targets: Sequence[str], known: int) -> Iterable[Row]:
    if not targets:
        return ()
    return connection.execute(asked, {"ids": sorted(targets), "known": known}).all()


_LAST_SIGNS: Final = sa.text("""
    SELECT source, last.stated_at, last.recorded_at
    FROM unnest(CAST(:sources AS text[])) AS asked (source)
    CROSS JOIN LATERAL (
        SELECT stated_at, recorded_at FROM signs
        WHERE signs.source = asked.source COLLATE "C" AND recorded_at <= :known
        ORDER BY recorded_at DESC LIMIT 1
    ) AS last
    ORDER BY source
""")


def signs_known(connection: sa.Connection, sources: Collection[str], known: int) -> list[Heartbeat]:
    """When each source last showed life as far as was known, whatever it said about whomever."""
    rows = connection.execute(_LAST_SIGNS, {"sources": sorted(sources), "known": known})
    return [Heartbeat(f"sign:{row.source}", row.source, row.stated_at, row.recorded_at) for row in rows]


def _parties(connection: sa.Connection, ids: Collection[str], known: int) -> dict[str, PartyRecord]:
    """The parties by their ids, in the order in which they were declared; a later declaration gives an office no role."""
    asked = {"ids": sorted(ids), "known": known}
    found = {row.id: party_of(row) for row in connection.execute(_DECLARED, asked)}
    implied = {id_: implied_party(id_) for id_ in sorted(ids) if id_ not in found}
    return found | {id_: party for id_, party in implied.items() if party is not None}


def _among(name: str) -> Any:  # Any: SQLAlchemy types it as a truth, it stands for a text
    return sa.any_(sa.bindparam(name, type_=sa.ARRAY(sa.Text)))


_KNOWN: Final = sa.bindparam("known", type_=sa.BigInteger)
_RECORDED: Final = (statements.c.revival == 0) & (statements.c.recorded_at <= _KNOWN)
_FILED: Final = sa.select(statements).where(statements.c.subject == _among("ids"), _RECORDED)
_FILED_OR_NAMING: Final = sa.union(
    _FILED, sa.select(statements).where(statements.c.other == _among("others"), _RECORDED)
)
_COVERING: Final = sa.select(coverages).where(coverages.c.subject == _among("ids"), coverages.c.recorded_from <= _KNOWN)
_STANDING: Final = (
    sa.select(statements)
    .where(
        statements.c.subject == _among("ids"),
        statements.c.recorded_from <= _KNOWN,
        statements.c.recorded_until > _KNOWN,
    )
    .order_by(statements.c.sequence)
)
_DISPUTING, _TAKEN_BACK, _RESOLVING = (
    sa.select(table).where(table.c.target == _among("ids"), recorded <= _KNOWN).order_by(table.c.sequence)
    for table, recorded in (
        (disputes, disputes.c.recorded_from),
        (withdrawals, withdrawals.c.recorded_at),
        (resolutions, resolutions.c.recorded_at),
    )
)
_DECLARED: Final = (
    sa.select(parties)
    .where(parties.c.id == _among("ids"), parties.c.recorded_at <= _KNOWN)
    .order_by(parties.c.sequence)
)
