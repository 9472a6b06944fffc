"""What a batch of new entries names, read from the journal at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import sqlalchemy as sa

from kyosei.facts.case_file import implied_party, parties_of, references_of
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import Dispute, Heartbeat, Resolution, Statement
from kyosei.journal import tables
from kyosei.journal.entries import (
    Access,
    AccessHead,
    ApplicationAct,
    ApplicationActKind,
    CaseAct,
    Decision,
    DecisionAct,
    Entry,
    Erasure,
    Institution,
    KeyRegistration,
    KeyRevocation,
    NormAct,
)
from kyosei.journal.records import (
    coverage_of,
    dispute_of,
    link_of,
    party_of,
    resolution_of,
    statement_of,
    unlink_of,
    withdrawal_of,
)
from kyosei.journal.references import Applied, Decided, References, Stored

__all__ = ["load_references"]


def load_references(connection: sa.Connection, entries: Iterable[Entry]) -> References:
    """Everything on record that these entries name."""
    parties: set[str] = set()
    named: set[str] = set()
    erased: set[str] = set()
    dossiers: set[str] = set()
    applications: set[str] = set()
    received: set[str] = set()
    found = References()
    for entry in entries:
        match entry:
            case Link():
                parties.update(entry.pair, [entry.source])
            case Unlink():
                parties.add(entry.source)
                named.add(entry.target)
            case Access():
                parties.update((entry.subject, entry.source))
            case Erasure():
                named.add(entry.target)
                erased.add(entry.target)
            case KeyRevocation() | KeyRegistration():
                found.keys = dict(connection.execute(_KEYS).all())
            case Decision():
                parties.update(id_ for id_ in (entry.person, entry.source) if id_ is not None)
                named.update(id_ for id_ in (entry.application,) if id_ is not None)
                dossiers.add(entry.dossier)
            case ApplicationAct():
                parties.update(id_ for id_ in (entry.person, entry.source) if id_ is not None)
                applications.add(entry.application)
                if entry.act is ApplicationActKind.RECEIVE and entry.target is not None:
                    named.add(entry.target)
                    received.add(entry.target)
            case Institution() | AccessHead() | CaseAct() | NormAct():
                pass
            case _:
                parties.update(parties_of(entry))
                named.update(references_of(entry))
    loaded: set[str] = set()
    while named:
        _load_lines(connection, found, named)
        loaded |= named
        named = {r.target for r in found.records.values() if isinstance(r, Dispute | Resolution)}
        named |= {
            r.replaces for r in found.records.values() if isinstance(r, Statement) and r.id in erased and r.replaces
        }
        named -= loaded
    _load_parties(connection, found, parties)
    if dossiers:
        found.decided = _decided(connection, dossiers)
    if applications:
        found.applied = _applied(connection, applications, received)
    return found


_KEYS: Final = sa.select(tables.institution_keys.c.key_id, tables.institution_keys.c.institution)


def _decided(connection: sa.Connection, dossiers: Collection[str]) -> list[Decided]:
    d = tables.decisions.c
    asked = sa.select(d.act, d.dossier, d.source, d.author, d.is_adverse, d.person).where(_among(d.dossier, dossiers))
    return [
        Decided(DecisionAct(row.act), row.dossier, row.source, row.author, bool(row.is_adverse), row.person)
        for row in connection.execute(asked.order_by(d.sequence))
    ]


def _applied(connection: sa.Connection, ids: Collection[str], targets: Collection[str]) -> list[Applied]:
    """What was done about these applications, and which others had these statements."""
    a = tables.application_acts.c
    asked = sa.select(
        a.id, a.act, a.application, a.person, a.office, a.target, a.document["procedure"].astext.label("of")
    )
    of_these = sa.or_(_among(a.application, ids), _among(a.target, targets))
    return [
        Applied(row.id, ApplicationActKind(row.act), row.application, row.person, row.office, row.target, row.of)
        for row in connection.execute(asked.where(of_these).order_by(a.sequence))
    ]


def _load_parties(connection: sa.Connection, found: References, ids: Collection[str]) -> None:
    for id_ in ids:
        if (implied := implied_party(id_)) is not None:
            found.parties[id_] = implied
    rows = connection.execute(sa.select(tables.parties).where(_among(tables.parties.c.id, ids))) if ids else ()
    for row in rows:
        found.parties[row.id] = party_of(row)


def _load_lines(connection: sa.Connection, found: References, ids: Collection[str]) -> None:
    if not ids:
        return
    e = tables.entries
    types = connection.execute(sa.select(e.c.id, e.c.type, e.c.envelope.is_(None)).where(_among(e.c.id, ids))).all()
    for id_, type_, erased in types:
        found.stored[id_] = Stored(type_, erased)
    if not types:
        return
    first = tables.statements.c.revival == 0
    for row in connection.execute(sa.select(tables.statements).where(_among(tables.statements.c.id, ids), first)):
        found.records[row.id] = statement_of(row)
    for row in connection.execute(sa.select(tables.coverages).where(_among(tables.coverages.c.id, ids))):
        found.records[row.id] = coverage_of(row)
    for row in connection.execute(sa.select(tables.disputes).where(_among(tables.disputes.c.id, ids))):
        found.records[row.id] = dispute_of(row)
    for row in connection.execute(sa.select(tables.withdrawals).where(_among(tables.withdrawals.c.id, ids))):
        found.records[row.id] = withdrawal_of(row)
    for row in connection.execute(sa.select(tables.resolutions).where(_among(tables.resolutions.c.id, ids))):
        found.records[row.id] = resolution_of(row)
    for id_, type_, _ in types:
        if type_ == "heartbeat":
            found.records[id_] = Heartbeat(id_, "", 0, 0)  # only its sort matters: nothing can name a heartbeat
    for row in connection.execute(sa.select(tables.links).where(_among(tables.links.c.id, ids))):
        found.links[row.id] = link_of(row)
    for row in connection.execute(sa.select(tables.unlinks).where(_among(tables.unlinks.c.id, ids))):
        found.unlinks[row.id] = unlink_of(row)


def _among(column: sa.ColumnElement[object], ids: Collection[str]) -> sa.ColumnElement[bool]:
    return column == sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
