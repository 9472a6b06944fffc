"""What published entries say, as tables: each entry applied once, in order; a rebuild applies all of them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, assert_never

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.facts.link_evidence import written_evidence
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import (
    Coverage,
    Dispute,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.journal import tables
from kyosei.journal.copying import copy_rows, json_text
from kyosei.journal.draft_tables import dossier_drafts
from kyosei.journal.entries import (
    Access,
    AccessHead,
    ApplicationAct,
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
from kyosei.journal.erased_accounts import end_accounts_of
from kyosei.journal.intervals import close_intervals
from kyosei.journal.records import organisation_in, other_person_in, subject_in
from kyosei.journal.tables import FOREVER

__all__ = ["Taken", "apply", "clear"]


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry with its place in the journal. `entry` is None if its payload was erased.

    `sign`: the source, if it is no natural person, and when it stated this.
    """

    sequence: int
    id: str
    type: str
    institution: str
    recorded_at: int
    sign: tuple[str, int] | None
    entry: Entry | None


def apply(connection: sa.Connection, taken: Sequence[Taken]) -> None:
    """Adds what these entries say. They must be next in order, and each must be applied only once."""
    rows: dict[sa.Table, list[Sequence[object]]] = defaultdict(list)
    for one in taken:
        if one.entry is None:
            if one.type == "party":
                rows[tables.parties].append(_party(one, PartyRecord(one.id, is_person=True)))
        elif (placed := _row(one, one.entry)) is not None:
            rows[placed[0]].append(placed[1])
    for table in tables.PROJECTIONS:
        copy_rows(connection, table, rows[table])
    entries = [one.entry for one in taken if one.entry is not None]
    _end(connection, entries)
    _register(connection, taken)
    _note_signs(connection, taken)
    _erase(connection, [entry.target for entry in entries if isinstance(entry, Erasure)])


def clear(connection: sa.Connection) -> None:
    """Empties every projection, for those who read later.

    Not by TRUNCATE: a reader who began before would then find nothing on record, and silence is an answer.
    """
    for table in tables.PROJECTIONS:
        connection.execute(sa.delete(table))


def _row(one: Taken, entry: Entry) -> tuple[sa.Table, Sequence[object]] | None:
    """The row that an entry adds, and where; None if it adds none of its own."""
    at = one.recorded_at
    match entry:
        case PartyRecord():
            return tables.parties, _party(one, entry)
        case Statement():
            return tables.statements, _statement(one, entry)
        case Coverage():
            return tables.coverages, (
                one.sequence, one.id, one.institution, entry.kind, entry.source, subject_in(entry.about),
                json_text(entry.about), entry.from_day, entry.until_day, entry.count, entry.stated_at, at, FOREVER,
            )  # fmt: skip
        case Withdrawal():
            return tables.withdrawals, (one.sequence, one.id, entry.target, entry.source, entry.stated_at, at)
        case Dispute():
            return tables.disputes, (
                one.sequence, one.id, entry.target, entry.by, entry.reason, entry.stated_at, at, FOREVER,
            )  # fmt: skip
        case Resolution():
            return tables.resolutions, (
                one.sequence, one.id, entry.target, entry.by, entry.outcome, entry.reason, entry.stated_at, at,
            )  # fmt: skip
        case Link():
            return tables.links, (
                one.sequence, one.id, *entry.pair, entry.source, entry.decided_by,
                json_text(written_evidence(entry.evidence)), entry.stated_at, at,
            )  # fmt: skip
        case Unlink():
            return tables.unlinks, (
                one.sequence, one.id, entry.target, entry.source, entry.decided_by, entry.reason, entry.stated_at, at,
            )  # fmt: skip
        case Access():
            return tables.access_entries, (
                one.sequence, one.id, entry.stated_at, entry.actor.id, entry.actor.kind.value, entry.action,
                entry.purpose, entry.basis, entry.on_behalf_of, entry.case, entry.subject, list(entry.fields), at,
            )  # fmt: skip
        case CaseAct():
            return tables.case_acts, (
                one.sequence, one.id, entry.case, entry.act, entry.reason, entry.source, entry.route, entry.event,
                entry.stated_at, at,
            )  # fmt: skip
        case NormAct():
            return tables.norm_acts, (
                one.sequence, one.id, entry.norm, entry.act.value, list(entry.laws), entry.from_day, entry.until_day,
                entry.reason, entry.author, entry.source, entry.stated_at, at,
            )  # fmt: skip
        case Decision():
            return tables.decisions, (
                one.sequence, one.id, entry.act.value, entry.dossier, entry.person, entry.application,
                entry.is_adverse if entry.act is DecisionAct.SEAL else None,
                None if entry.document is None else json_text(entry.document), entry.reason, entry.language, entry.author,
                entry.source, entry.stated_at, at, None if entry.outcome is None else entry.outcome.value,
                list(entry.rulings),
            )  # fmt: skip
        case ApplicationAct():
            return tables.application_acts, (
                one.sequence, one.id, entry.act.value, entry.application, entry.person, entry.office, entry.by, entry.words,
                None if entry.document is None else json_text(entry.document), entry.target, entry.due_day, entry.source,
                entry.stated_at, at,
            )  # fmt: skip
        case Erasure():
            return tables.erasures, (
                one.sequence, one.id, entry.target, entry.basis, entry.reason, entry.author, entry.source,
                entry.stated_at, at,
            )  # fmt: skip
        case Heartbeat() | AccessHead() | Institution() | KeyRegistration() | KeyRevocation():
            return None
        case _:
            assert_never(entry)


def _party(one: Taken, party: PartyRecord) -> Sequence[object]:
    names = [[name.script, name.text] for name in party.names]
    return (
        one.id, one.sequence, one.institution, party.is_person, json_text(names), list(party.roles), party.born,
        one.recorded_at,
    )  # fmt: skip


def _statement(one: Taken, statement: Statement) -> Sequence[object]:
    about = statement.about
    return (
        one.sequence, 0, one.id, one.institution, statement.kind, statement.source, subject_in(about),
        other_person_in(about), organisation_in(about), json_text(about), statement.from_day, statement.until_day,
        json_text(statement.data), statement.stated_at, one.recorded_at, one.recorded_at, FOREVER, statement.replaces,
        statement.carried_by,
    )  # fmt: skip


def _end(connection: sa.Connection, entries: Sequence[Entry]) -> None:
    """Ends what these entries replace, withdraw or resolve, and revives what a withdrawal revives.

    Of links nothing is ended here: what stands of them is computed when it is read (`kyosei.facts.links`).
    """
    withdrawn = [entry.target for entry in entries if isinstance(entry, Withdrawal)]
    replaced = [entry.replaces for entry in entries if isinstance(entry, Statement) and entry.replaces is not None]
    resolved = [entry.target for entry in entries if isinstance(entry, Resolution)]
    if withdrawn or replaced:
        found = connection.execute(_REPLACED_BY, {"ids": withdrawn}).scalars()
        close_intervals(connection, sorted({*withdrawn, *replaced, *found}))
    if withdrawn:
        connection.execute(_END_COVERAGES, {"ids": withdrawn})
    if withdrawn or resolved:
        connection.execute(_END_DISPUTES, {"ids": [*withdrawn, *resolved]})


_REPLACED_BY: Final = sa.text(
    "SELECT replaces FROM statements WHERE id = ANY(:ids) AND revival = 0 AND replaces IS NOT NULL"
)
_END_COVERAGES: Final = sa.text("""
    UPDATE coverages SET recorded_until = ended.at
    FROM (SELECT target, min(recorded_at) AS at FROM withdrawals WHERE target = ANY(:ids) GROUP BY target) AS ended
    WHERE coverages.id = ended.target
""")
# For disputes of statements and coverages. A resolution about a link can itself be taken back, which nothing is ended or
# revived for here: `links.link_entries` reads disputes of links without their ends.
_END_DISPUTES: Final = sa.text("""
    UPDATE disputes SET recorded_until = ended.at
    FROM (
        SELECT target, min(recorded_at) AS at
        FROM (SELECT target, recorded_at FROM withdrawals UNION ALL SELECT target, recorded_at FROM resolutions) AS ends
        WHERE target = ANY(:ids) GROUP BY target
    ) AS ended
    WHERE disputes.id = ended.target
""")


def _register(connection: sa.Connection, taken: Sequence[Taken]) -> None:
    """Takes up what changes the register of institutions."""
    for one in taken:
        match one.entry:
            case Institution() as entry:
                values = {name: _list(value) for name, value in asdict(entry).items()}
                values |= {"id": entry.institution, "sequence": one.sequence, "recorded_at": one.recorded_at}
                del values["institution"], values["stated_at"]
                added = insert(tables.institutions).values(values)
                connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=values))
            case KeyRegistration() as entry:
                connection.execute(
                    insert(tables.institution_keys).values(
                        key_id=entry.key.id, sequence=one.sequence, institution=entry.institution,
                        public_key=entry.key.text, actor=entry.actor.id, actor_kind=entry.actor.kind.value,
                        valid_from=entry.valid_from, valid_until=entry.valid_until,
                    )
                )  # fmt: skip
            case KeyRevocation() as entry:
                connection.execute(_REVOKE, {"id": entry.key_id, "at": one.recorded_at})
            case _:
                pass  # no other entry concerns the register


_REVOKE: Final = sa.text(
    "UPDATE institution_keys SET revoked_at = least(coalesce(revoked_at, :at), :at) WHERE key_id = :id"
)


def _note_signs(connection: sa.Connection, taken: Sequence[Taken]) -> None:
    """Signs of life: for each source a row for each instant at which its latest statement became later."""
    latest: dict[tuple[str, int], int] = {}
    for one in taken:
        if one.sign is not None:
            source, stated_at = one.sign
            key = (source, one.recorded_at)
            latest[key] = max(stated_at, latest.get(key, stated_at))
    if latest:
        rows = sorted(latest.items(), key=lambda item: item[0][1])
        connection.execute(_SIGN, [{"source": source, "at": at, "stated": stated} for (source, at), stated in rows])


_SIGN: Final = sa.text("""
    INSERT INTO signs (source, recorded_at, stated_at)
    SELECT :source, :at, :stated
    WHERE :stated > coalesce((
        SELECT stated_at FROM signs WHERE source = :source AND recorded_at <= :at ORDER BY recorded_at DESC LIMIT 1
    ), -9223372036854775808)
    ON CONFLICT (source, recorded_at) DO UPDATE SET stated_at = EXCLUDED.stated_at
""")


def _erase(connection: sa.Connection, targets: Sequence[str]) -> None:
    """Destroys payload and salt of entries whose erasure is on record, and what they had put into the projections."""
    if not targets:
        return
    ids = {"ids": list(targets)}
    for table in (tables.statements, tables.coverages, tables.disputes, tables.application_acts):
        connection.execute(sa.text(f"DELETE FROM {table.name} WHERE id = ANY(:ids)"), ids)
    connection.execute(
        sa.text("UPDATE parties SET names = '[]', roles = '{}', born = NULL, is_person = true WHERE id = ANY(:ids)"),
        ids,
    )
    for erasing in _ERASE_SHARES:
        connection.execute(erasing, ids)
    if persons := [target for target in targets if target.startswith("person:")]:
        end_accounts_of(connection, persons)
        connection.execute(sa.delete(dossier_drafts).where(dossier_drafts.c.person.in_(persons)))
    connection.execute(sa.text("SELECT erase_entry(target) FROM unnest(CAST(:ids AS text[])) AS target"), ids)


_ERASE_SHARES: Final = (
    sa.text("""
        UPDATE share_looks SET name = '', answer = '{}'
        FROM shares WHERE shares.id = share AND (consent = ANY(:ids) OR person = ANY(:ids))
    """),
    sa.text("""
        UPDATE shares SET names = '[]', verifier = '', revoked_at = coalesce(revoked_at, made_at)
        WHERE consent = ANY(:ids) OR person = ANY(:ids)
    """),
)
"""Who was shown what, when the consent to it is erased, or who the person is."""


def _list(value: Any) -> Any:  # Any: a tuple becomes a list, whatever it holds; all else stays what it is
    return list(value) if isinstance(value, tuple) else value
