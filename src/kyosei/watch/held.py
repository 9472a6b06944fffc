"""The verdicts that are kept, who is to be looked at on which day, and what is told: as rows, read and written in sets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.journal.copying import copy_rows, json_text
from kyosei.journal.watch_tables import corrections, transitions, verdicts, watch_pending, watch_reads, watch_subjects
from kyosei.timelines.program import State
from kyosei.watch.corrections import Correction
from kyosei.watch.prints import Last, Prints, read_prints, wake_on
from kyosei.watch.transitions import Held, Key, Moment, Transition

__all__ = [
    "Pending", "Seen", "add_pending", "add_pending_concerned", "add_pending_due", "add_pending_everybody", "load_held",
    "load_held_of", "load_last", "load_pending", "readers_of", "tell", "unwatched", "write_held",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pending:
    """Who is to be evaluated, as of which place and instant."""

    subject: str
    position: int
    known: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found about a subject at a moment. changed, gone: of the kept verdicts. reads: as in `SubjectCase`.

    prints: of all that is kept of the subject; None: the subject is not watched, as it is one person with an earlier one.
    scopes: of which relations it has instances. corrections: what records made different of days that had come.
    """

    subject: str
    moment: Moment
    changed: Mapping[Key, Held]
    gone: Collection[Key]
    prints: Prints | None
    reads: frozenset[str]
    scopes: Sequence[str] = ()
    corrections: tuple[Correction, ...] = ()


def load_pending(connection: sa.Connection, most: int) -> list[Pending]:
    """Who waits, in the order of ids."""
    asked = sa.select(watch_pending).order_by(watch_pending.c.subject).limit(most)
    return [Pending(row.subject, row.position, row.known) for row in connection.execute(asked)]


def add_pending(connection: sa.Connection, waiting: Iterable[Pending]) -> None:
    """Adds who is to be evaluated; nobody may wait already."""
    copy_rows(connection, watch_pending, ((one.subject, one.position, one.known) for one in waiting))


def add_pending_due(connection: sa.Connection, day: int, position: int, known: int) -> None:
    """Adds everybody of whom something changes on a day, or did by then."""
    connection.execute(_DUE, {"day": day, "position": position, "known": known})


def add_pending_everybody(connection: sa.Connection, position: int, known: int) -> None:
    """Adds everybody who is watched."""
    connection.execute(_DUE, {"day": None, "position": position, "known": known})


_DUE: Final = sa.text("""
    INSERT INTO watch_pending (subject, position, known)
    SELECT subject, :position, :known FROM watch_subjects
    WHERE CAST(:day AS integer) IS NULL OR wake_on <= CAST(:day AS integer)
    ON CONFLICT DO NOTHING
""")


def add_pending_concerned(
    connection: sa.Connection, scopes: Collection[str], norms: Collection[str], position: int, known: int
) -> int:
    """Adds everybody who has instances of some relations or verdicts of some norms, and those of whom the former is not known;
    how many.
    """
    values = {"scopes": sorted(scopes), "norms": sorted(norms), "position": position, "known": known}
    return connection.execute(_CONCERNED, values).rowcount


_CONCERNED: Final = sa.text("""
    INSERT INTO watch_pending (subject, position, known)
    SELECT subject, :position, :known FROM watch_subjects AS watched
    WHERE scopes IS NULL OR scopes && CAST(:scopes AS text[]) OR (
        cardinality(CAST(:norms AS text[])) > 0 AND EXISTS (
            SELECT FROM verdicts WHERE verdicts.subject = watched.subject AND norm = ANY(CAST(:norms AS text[]))))
    ON CONFLICT DO NOTHING
""")


def readers_of(connection: sa.Connection, parties: Collection[str]) -> dict[str, set[str]]:
    """Whose cases read what is filed under these organisations."""
    found: dict[str, set[str]] = {party: set() for party in parties}
    if parties:
        asked = sa.select(watch_reads).where(watch_reads.c.party == _any(parties))
        for subject, party in connection.execute(asked):
            found[party].add(subject)
    return found


def unwatched(connection: sa.Connection, parties: Collection[str]) -> set[str]:
    """Those who have never been looked at."""
    if not parties:
        return set()
    asked = sa.select(watch_subjects.c.subject).where(watch_subjects.c.subject == _any(parties))
    return set(parties) - set(connection.scalars(asked))


def load_last(connection: sa.Connection, subjects: Collection[str]) -> dict[str, Last]:
    """Of those of these subjects that are watched, how they were last looked at."""
    w = watch_subjects.c
    asked = sa.select(w.subject, w.known, w.prints).where(w.subject == _any(subjects))
    return {row.subject: Last(row.known, read_prints(bytes(row.prints))) for row in connection.execute(asked)}


def load_held(
    connection: sa.Connection, whole: Collection[str], keys: Collection[tuple[str, Key]]
) -> dict[str, dict[Key, Held]]:
    """All kept verdicts of some subjects, and single ones of others; for each of them a mapping, empty where nothing is kept."""
    found: dict[str, dict[Key, Held]] = {subject: {} for subject in (*whole, *(subject for subject, _ in keys))}
    rows: list[sa.Row[Any]] = []
    if whole:
        rows += connection.execute(sa.select(verdicts).where(verdicts.c.subject == _any(whole)))
    if keys:
        rows += connection.execute(_SINGLE, _columns(keys))
    for row in rows:
        found[row.subject][Key(row.norm, row.about, row.instance)] = held_of(row)
    return found


def load_held_of(
    connection: sa.Connection, subjects: Collection[str], norms: Collection[str]
) -> dict[str, dict[Key, Held]]:
    """The kept verdicts of some norms, for each of these subjects."""
    found: dict[str, dict[Key, Held]] = {subject: {} for subject in subjects}
    v = verdicts.c
    asked = sa.select(verdicts).where(v.subject == _any(subjects), v.norm == _any(norms))
    for row in connection.execute(asked):
        found[row.subject][Key(row.norm, row.about, row.instance)] = held_of(row)
    return found


_THESE: Final = """unnest(
    CAST(:subjects AS text[]), CAST(:norms AS text[]), CAST(:abouts AS text[]), CAST(:instances AS integer[])
) AS these (subject, norm, about, instance)"""
_SINGLE: Final = sa.text(f"SELECT verdicts.* FROM {_THESE} JOIN verdicts USING (subject, norm, about, instance)")


def _columns(keys: Iterable[tuple[str, Key]]) -> dict[str, list[Any]]:  # Any: texts and numbers
    listed = list(keys)
    return {
        "subjects": [subject for subject, _ in listed], "norms": [key.norm for _, key in listed],
        "abouts": [key.about for _, key in listed], "instances": [key.instance for _, key in listed],
    }  # fmt: skip


def held_of(row: sa.Row[Any]) -> Held:  # Any: the columns of a row have different types
    """A row of `verdicts`."""
    return Held(
        State(row.state), row.causes, row.arose, row.due, row.uncertain, row.own_word, row.since, row.settled, row.neared,
        row.next_on, bytes(row.segments),
    )  # fmt: skip


def write_held(connection: sa.Connection, seen: Sequence[Seen]) -> None:
    """Writes what was found, and takes the subjects off the waiting list."""
    subjects = [one.subject for one in seen]
    old = [(one.subject, key) for one in seen for key in (*one.changed, *one.gone)]
    if old:
        connection.execute(_FORGET, _columns(old))
    copy_rows(connection, verdicts, (
        (one.subject, key.norm, key.about, key.instance, int(held.state), held.causes, held.arose, held.due,
         held.uncertain, held.own_word, held.since, held.settled, held.neared, held.next_on, held.segments,
         one.moment.law, one.moment.position, one.moment.known)
        for one in seen for key, held in one.changed.items()
    ))  # fmt: skip
    s = watch_subjects.c
    connection.execute(sa.delete(watch_subjects).where(s.subject == _any(subjects)))
    copy_rows(connection, watch_subjects, (
        (one.subject, wake_on(one.prints), one.moment.position, one.moment.known, one.moment.law, one.prints.tobytes(),
         list(one.scopes))
        for one in seen if one.prints is not None
    ))  # fmt: skip
    _write_reads(connection, seen)
    copy_rows(connection, corrections, (
        (of.event, of.subject, of.key.norm, of.key.about, of.key.instance, *of.days, of.by_law, of.moment.day,
         of.moment.position, of.moment.known, False)
        for one in seen for of in one.corrections
    ), given_by_database="number")  # fmt: skip
    connection.execute(sa.delete(watch_pending).where(watch_pending.c.subject == _any(subjects)))


_FORGET: Final = sa.text(f"""
    DELETE FROM verdicts USING {_THESE}
    WHERE verdicts.subject = these.subject AND verdicts.norm = these.norm AND verdicts.about = these.about
        AND verdicts.instance = these.instance
""")


def _write_reads(connection: sa.Connection, seen: Sequence[Seen]) -> None:
    held: dict[str, set[str]] = {one.subject: set() for one in seen}
    asked = sa.select(watch_reads).where(watch_reads.c.subject == _any(held))
    for subject, party in connection.execute(asked):
        held[subject].add(party)
    fewer = [(one.subject, party) for one in seen for party in held[one.subject] - one.reads]
    if fewer:
        connection.execute(_FEWER, {"subjects": [s for s, _ in fewer], "parties": [p for _, p in fewer]})
    more = ((one.subject, party) for one in seen for party in sorted(one.reads - held[one.subject]))
    copy_rows(connection, watch_reads, more)


_FEWER: Final = sa.text("""
    DELETE FROM watch_reads USING unnest(CAST(:subjects AS text[]), CAST(:parties AS text[])) AS old (subject, party)
    WHERE watch_reads.subject = old.subject AND watch_reads.party = old.party
""")


def tell(connection: sa.Connection, told: Iterable[Transition]) -> None:
    """Adds transitions. The database refuses one that was told before."""
    copy_rows(connection, transitions, (
        (one.id, one.subject, one.key.norm, one.key.about, one.key.instance, one.sort, int(one.before),
         int(one.held.state), one.held.causes, one.held.arose, one.held.due, one.held.uncertain, one.held.own_word,
         one.held.since, one.held.settled,
         *(one.corrected or (None, None)), None if one.needs is None else json_text(one.needs), one.moment.day,
         one.moment.position, one.moment.known, one.moment.law)
        for one in told
    ), given_by_database="number")  # fmt: skip


def _any(ids: Iterable[str]) -> sa.ColumnElement[Any]:  # Any: SQLAlchemy types it as a truth, it stands for a text
    return sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Text)))
