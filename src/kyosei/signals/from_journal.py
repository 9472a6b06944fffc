"""What signals are made of, read from the journal as known at an instant. No id of a person leaves this module.

It is read without an access entry, as the watch reads (decision 123): what comes out is about organisations and offices, and
nobody sees what went in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.evidence.counting import compare_counts
from kyosei.facts.links import standing_links
from kyosei.facts.statements import Coverage, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.identity.from_journal import links_around
from kyosei.identity.persons import join
from kyosei.journal.records import coverage_of, statement_of
from kyosei.journal.tables import coverages, parties, signs, statements
from kyosei.signals.freshness import Compared, Corrections, Disputed, Freshness, Line, freshness
from kyosei.signals.lateness import Report
from kyosei.signals.people import People, people_of, prefectures_of
from kyosei.signals.reports import CHANNEL_OF, OWN_KINDS, event_day, told_by_itself, told_by_office
from kyosei.timelines.days import legal_day

__all__ = ["Records", "read_freshness", "read_records"]

_FRESH_DAYS: Final = 365
"""Freshness is of the events of so many days before."""

_COMPARED_DAYS: Final = 5 * 365
"""Lateness is compared with so much history."""


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is read; nothing in it names a person. sole_proprietors: organisations that are natural persons."""

    known_day: int
    lines: tuple[Line, ...]
    corrections: tuple[Corrections, ...]
    disputed: tuple[Disputed, ...]
    compared: tuple[Compared, ...]
    last_sign: Mapping[str, int]
    reports: tuple[Report, ...]
    roles: Mapping[str, tuple[str, ...]]
    sole_proprietors: frozenset[str]
    of_supporters: People
    of_employers: People


def read_records(connection: sa.Connection, known: int) -> Records:
    """As known at an instant (microseconds). The connection must see one state of the journal throughout."""
    day = legal_day(known)
    profiles = list(_standing(connection, known, ("employer.profile",)))
    sole = _sole_proprietors(profiles)
    p = parties.c
    declared = connection.execute(sa.select(p.id, p.roles).where(~p.is_person, p.recorded_at <= known))
    of_supporters, of_employers = _people(connection, known, day, prefectures_of(profiles, day))
    return Records(
        day, tuple(_lines(connection, known, day)), tuple(_corrections(connection, known)),
        tuple(_disputed(connection, known, day)), tuple(_compared(connection, known)),
        _last_signs(connection, known),
        tuple(_reports(connection, known, day)), {row.id: tuple(row.roles) for row in declared}, sole,
        of_supporters, of_employers,
    )  # fmt: skip


def read_freshness(connection: sa.Connection, known: int) -> list[Freshness]:
    """How fresh each source is that is no natural person, as known at an instant, and nothing else of all that is on record."""
    day = legal_day(known)
    lags = {kind.facts.name: kind.facts.lag_days for kind in KINDS}
    sole = _sole_proprietors(_standing(connection, known, ("employer.profile",)))
    found = freshness(
        lags, day, _lines(connection, known, day), _compared(connection, known), _corrections(connection, known),
        _disputed(connection, known, day), _last_signs(connection, known),
    )  # fmt: skip
    return [one for one in found if one.source not in sole]


def _sole_proprietors(profiles: Iterable[Statement]) -> frozenset[str]:
    return frozenset(s.about["employer"] for s in profiles if s.data.get("legal_form") == "sole_proprietor")


def _last_signs(connection: sa.Connection, known: int) -> dict[str, int]:
    """On which day each source last showed life."""
    last = sa.select(signs.c.source, sa.func.max(signs.c.stated_at)).where(signs.c.recorded_at <= known)
    return {source: legal_day(at) for source, at in connection.execute(last.group_by(signs.c.source))}


# Freshness ------------------------------------------------------------------------------------------------------------

_DAY: Final = "((({0}) + 32400000000) / 86400000000)::integer + 25567"
"""The legal day of an instant: as `timelines.days.legal_day` says it."""

_LINES: Final = sa.text(f"""
    SELECT source, kind, from_day, until_day, stated_day, recorded_day, count(*) AS lines FROM (
        SELECT source, kind, from_day, until_day, {_DAY.format("stated_at")} AS stated_day,
            {_DAY.format("recorded_at")} AS recorded_day
        FROM statements
        WHERE revival = 0 AND replaces IS NULL AND carried_by IS NULL AND recorded_at <= :known
            AND from_day < :until_day AND until_day > :from_day AND source NOT LIKE 'person:%'
    ) AS told GROUP BY 1, 2, 3, 4, 5, 6
""")

_FIRST: Final = sa.text(f"""
    SELECT source, {_DAY.format("min(recorded_at)")} AS day FROM signs WHERE recorded_at <= :known GROUP BY source
""")

_CORRECTIONS: Final = sa.text(f"""
    SELECT old.source, old.kind, {_DAY.format("new.recorded_at")} - ({_DAY.format("old.recorded_at")}) AS days
    FROM statements AS old JOIN statements AS new ON new.replaces = old.id AND new.revival = 0
    WHERE old.revival = 0 AND new.recorded_at <= :known AND old.source NOT LIKE 'person:%'
        AND (old.data, old.about, old.from_day) IS DISTINCT FROM (new.data, new.about, new.from_day)
    UNION ALL
    SELECT old.source, old.kind, {_DAY.format("taken.recorded_at")} - ({_DAY.format("old.recorded_at")})
    FROM statements AS old JOIN withdrawals AS taken ON taken.target = old.id
    WHERE old.revival = 0 AND taken.recorded_at <= :known AND old.source NOT LIKE 'person:%'
""")
"""A replacement that changes the end alone goes on telling, and corrects nothing."""

_DISPUTED: Final = sa.text(f"""
    SELECT old.source, old.kind, {_DAY.format("d.recorded_from")} AS began, {_DAY.format("min(r.recorded_at)")} AS ended
    FROM disputes AS d JOIN statements AS old ON old.id = d.target AND old.revival = 0
    LEFT JOIN resolutions AS r ON r.target = d.id AND r.recorded_at <= :known
    WHERE d.recorded_from <= :known AND old.source NOT LIKE 'person:%'
        AND NOT EXISTS (SELECT FROM withdrawals AS w WHERE w.target = d.id AND w.recorded_at <= :known)
    GROUP BY d.id, old.source, old.kind, d.recorded_from
""")


def _lines(connection: sa.Connection, known: int, day: int) -> Iterator[Line]:
    """What was told for the first time about the events of the last year, since its source began to tell anything here."""
    began = {row.source: row.day for row in connection.execute(_FIRST, {"known": known})}
    asked = {"known": known, "until_day": day + 1, "from_day": day - _FRESH_DAYS}
    for row in connection.execute(_LINES, asked):
        event = event_day(row.kind, row.from_day, row.until_day)
        if max(day - _FRESH_DAYS, began.get(row.source, day)) <= event <= day:
            yield Line(row.source, row.kind, event, row.stated_day, row.recorded_day, row.lines)


def _corrections(connection: sa.Connection, known: int) -> Iterator[Corrections]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for source, kind, days in connection.execute(_CORRECTIONS, {"known": known}):
        found[source, kind].append(days)
    yield from (Corrections(source, kind, tuple(sorted(days))) for (source, kind), days in sorted(found.items()))


def _disputed(connection: sa.Connection, known: int, day: int) -> Iterator[Disputed]:
    for source, kind, began, ended in connection.execute(_DISPUTED, {"known": known}):
        yield Disputed(source, kind, (day if ended is None else ended) - began, ended is not None)


def _compared(connection: sa.Connection, known: int) -> Iterator[Compared]:
    """Every count that stands, compared with the statements of its source that stand; in one pass over each kind."""
    c = coverages.c
    stands = (c.recorded_from <= known, c.recorded_until > known, c["count"].is_not(None), ~c.source.like("person:%"))
    counted: dict[str, dict[str, list[Coverage]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(sa.select(coverages).where(*stands)):
        coverage = coverage_of(row)
        counted[coverage.kind][coverage.source].append(coverage)
    for kind, by_source in sorted(counted.items()):
        told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in _standing(connection, known, (kind,)):
            for party in {"", *s.about.values()} if s.source in by_source else ():
                told[s.source, party].append(s)
        for source, of_source in sorted(by_source.items()):
            alike: dict[frozenset[tuple[str, str]], list[Coverage]] = defaultdict(list)
            for one in of_source:
                alike[frozenset(one.about.items())].append(one)
            wrong = 0
            for about, group in alike.items():
                fewest = min((told[source, party] for _, party in about), key=len, default=told[source, ""])
                wrong += len(compare_counts(group, fewest).void)
            yield Compared(source, kind, len(of_source), wrong)


# Lateness -------------------------------------------------------------------------------------------------------------


def _reports(connection: sa.Connection, known: int, day: int) -> Iterator[Report]:
    s = statements.c
    stands = (s.recorded_from <= known, s.recorded_until > known, s.from_day > day - _COMPARED_DAYS)
    asked = sa.select(statements).where(s.kind == _any(CHANNEL_OF), *stands)
    for row in connection.execute(asked):
        if (report := told_by_office(CHANNEL_OF[row.kind], row.institution, statement_of(row), day)) is not None:
            yield report
    own = sa.select(s.source, s.kind, s.institution, s.from_day, s.until_day, s.stated_at).where(
        s.kind == _any(OWN_KINDS), s.source.like("org:%"), s.revival == 0, s.replaces.is_(None), s.carried_by.is_(None),
        s.recorded_at <= known, s.from_day > day - _COMPARED_DAYS,
    )  # fmt: skip
    for row in connection.execute(own):
        yield told_by_itself(row.source, row.kind, row.institution, row.from_day, row.until_day, row.stated_at)


# Stranding ------------------------------------------------------------------------------------------------------------


def _people(connection: sa.Connection, known: int, day: int, prefecture_of: Mapping[str, str]) -> tuple[People, People]:
    """Of supporters and employers, people whose local ids are linked counted once."""
    engaged, contracts = (
        [s for s in _standing(connection, known, (kind,)) if s.from_day <= day < s.until_day]
        for kind in ("support.engagement", "work.contract")
    )
    locals_ = {s.about["person"] for s in (*engaged, *contracts)}
    joined = join(locals_, standing_links(links_around(connection, locals_, known).values(), known))
    return people_of(engaged, contracts, day, prefecture_of, joined.person_of)


# Rows -----------------------------------------------------------------------------------------------------------------


def _standing(connection: sa.Connection, known: int, kinds: Collection[str]) -> Iterator[Statement]:
    """The statements of these kinds that stand as known at an instant, in the order in which they came."""
    s = statements.c
    asked = sa.select(statements).where(s.kind == _any(kinds), s.recorded_from <= known, s.recorded_until > known)
    yield from map(statement_of, connection.execute(asked.order_by(s.sequence)))


def _any(values: Iterable[str]) -> sa.ColumnElement[Any]:  # Any: SQLAlchemy types it as a truth, it stands for a text
    return sa.any_(sa.literal(sorted(values), sa.ARRAY(sa.Text)))
