"""The journal: takes signed entries, puts each at the next place of the public log, and only then lets anyone see it.

What is always so, whatever is interrupted when:

- An entry that was acknowledged is stored and in the published log. It is never lost, changed or doubled.
- Nobody reads an entry that is not in the published log: projections are written when it is.
- Entries stand in the store and in the log in the same order, without gaps.
- What an interruption left half done, the next writer finishes first, by the same steps that finish everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import Final

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, JournalError
from kyosei.journal import projections
from kyosei.journal.admission import Candidate, Outcome, Receipt, Repeated, admit, opened
from kyosei.journal.clock import Clock, PublicLog
from kyosei.journal.copying import copy_rows
from kyosei.journal.entries import (
    AccessHead,
    ApplicationAct,
    CaseAct,
    Decision,
    Erasure,
    NormAct,
    speaker_of,
    stated_at_of,
)
from kyosei.journal.envelope import Envelope, VerifyingKey
from kyosei.journal.locks import Lock, hold
from kyosei.journal.reading import KnownCase, known_case
from kyosei.journal.registry import Registry, load_registry
from kyosei.journal.stored import Stored, chunks_from, taken_of
from kyosei.journal.tables import entries, publications
from kyosei.log import commitment, new_salt
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["Journal", "Step"]

BATCH_MAX: Final = 1_000
"""Entries that are stored and published together."""

_REGISTER: Final = ("institution", "key", "key_revocation")


class Step(Enum):
    """Where an interruption can fall; tests kill the process at each."""

    ADMITTED = "admitted"
    INSERTED = "inserted"
    STORED = "stored"
    EXTENDED = "extended"
    PUBLISHED = "published"
    PROJECTED = "projected"
    RELEASED = "released"


class Journal:
    """One journal: its store, its log, the operator's root key and the clock; `reached` is told of every step."""

    def __init__(
        self,
        engine: sa.Engine,
        log: PublicLog,
        root: VerifyingKey,
        clock: Clock,
        reached: Callable[[Step], None] = lambda step: None,
    ) -> None:
        """Opens the journal, and finishes what an interruption left half done.

        JournalError if store and log contradict each other.
        """
        self.engine = engine
        self._log = log
        self._root = root
        self._clock = clock
        self._reached = reached
        self._registry = Registry()
        self._next = -1
        with self._writing() as connection:
            self._catch_up(connection)

    def submit(self, received: Sequence[bytes]) -> list[Receipt | EntryRefusedError]:
        """Takes envelopes, each by itself: a receipt once it is published, or why it is refused; in order.

        The same bytes again get the same receipt. An entry may refer to earlier ones of the same call.
        """
        batch = [opened(one) for one in received]
        answers: list[Receipt | EntryRefusedError] = []
        with self._writing() as connection:
            for part in _parts(batch, self._root):
                self._catch_up(connection)
                now = self._now(connection)
                answers.extend(self._take(connection, admit(connection, self._registry, part, now), now))
        return answers

    def submit_one(self, received: bytes) -> Receipt:
        """Takes one envelope. EntryRefusedError says why it is refused."""
        answer = self.submit([received])[0]
        if isinstance(answer, EntryRefusedError):
            raise answer
        return answer

    def refusals(self, received: Sequence[bytes]) -> list[EntryRefusedError | None]:
        """Why each of these envelopes would be refused if it came now, None if it would not; nothing is taken."""
        with self._writing() as connection:
            self._catch_up(connection)
            outcomes = admit(connection, self._registry, [opened(one) for one in received], self._now(connection))
            connection.rollback()
        return [one if isinstance(one, EntryRefusedError) else None for one in outcomes]

    def submit_whole(self, received: Sequence[bytes]) -> list[EntryRefusedError | None]:
        """Takes all of these envelopes, or none if one is refused: why each is. At most `BATCH_MAX`, none of the register."""
        assert len(received) <= BATCH_MAX, "what is taken together is one publication"
        batch = [opened(one) for one in received]
        with self._writing() as connection:
            self._catch_up(connection)
            now = self._now(connection)
            outcomes = admit(connection, self._registry, batch, now)
            refused = [one if isinstance(one, EntryRefusedError) else None for one in outcomes]
            if any(refused):
                connection.rollback()
            else:
                self._take(connection, outcomes, now)
        return refused

    def has_all(self, ids: Iterable[str]) -> bool:
        """Whether entries with all of these ids are published."""
        wanted = set(ids)
        with self.engine.connect() as connection:
            published = _published(connection)
            asked = sa.select(sa.func.count()).where(
                entries.c.id == sa.any_(sa.literal(sorted(wanted), sa.ARRAY(sa.Text))), entries.c.sequence < published
            )
            return connection.scalar(asked) == len(wanted)

    def size(self) -> int:
        """How many entries are published."""
        with self.engine.connect() as connection:
            return _published(connection)

    def checkpoint(self) -> str | None:
        """The newest checkpoint of the log that the store knows; None while the journal is empty."""
        newest = sa.select(publications.c.checkpoint).order_by(publications.c.size.desc()).limit(1)
        with self.engine.connect() as connection:
            found = connection.scalar(newest)
        return None if found is None else str(found)

    def proof(self, sequence: int, extra: bytes = b"") -> bytes:
        """That the published log has the entry at this place (C2SP tlog-proof); `extra` goes with it, such as the salt."""
        return bytes(self._log.proof(sequence, extra))

    def case(self, persons: Collection[str], known: int) -> KnownCase:
        """The case of these persons as known at an instant (microseconds), and the position it was read at."""
        return known_case(self.engine, persons, known)

    def rebuild(self) -> int:
        """Empties all projections and fills them again from the entries; how many entries there were.

        Readers see the old ones until the new ones are complete. JournalError if an entry is not the one that
        was committed to; then nothing is changed.
        """
        with self._writing() as connection:
            self._catch_up(connection)
            projections.clear(connection)
            count = 0
            for chunk in chunks_from(connection, 0, BATCH_MAX):
                projections.apply(connection, taken_of(chunk))
                count += len(chunk)
            connection.commit()
            self._registry = load_registry(connection, self._root)
            return count

    def _now(self, connection: sa.Connection) -> int:
        now, latest = self._clock(), _latest(connection)
        if now < latest:
            # the clock was set back: still nothing is recorded before, or together with, what is there
            return latest + 1
        return now

    def _take(
        self, connection: sa.Connection, outcomes: Sequence[Outcome], now: int
    ) -> list[Receipt | EntryRefusedError]:
        candidates = [outcome for outcome in outcomes if isinstance(outcome, Candidate)]
        self._reached(Step.ADMITTED)
        stored = [_stored(candidate, self._next + place, now) for place, candidate in enumerate(candidates)]
        if stored:
            self._store(connection, stored)
            self._publish(connection, lambda: [stored])
            self._next += len(stored)
            for candidate in candidates:
                self._registry.apply(candidate.entry, now)
        connection.rollback()
        return _answers(outcomes, iter(stored))

    def _store(self, connection: sa.Connection, stored: Sequence[Stored]) -> None:
        copy_rows(connection, entries, (one.row() for one in stored))
        self._reached(Step.INSERTED)
        connection.commit()
        self._reached(Step.STORED)

    def _publish(self, connection: sa.Connection, chunks: Callable[[], Iterable[Sequence[Stored]]]) -> None:
        """Brings stored entries, some at a time, into the log, and then all at once to the readers.

        One publication for all of them: a restored store may follow a log that has had them for long, and whose checkpoint
        is that of the last.
        """
        size = 0
        for stored in chunks():
            self._log.extend(stored[0].sequence, [one.commitment for one in stored])
            size = stored[-1].sequence + 1
        self._reached(Step.EXTENDED)
        published_at = self._clock()
        tree = self._log.publish(instant_from_microseconds(published_at))
        self._reached(Step.PUBLISHED)
        connection.execute(sa.insert(publications).values(size=size, published_at=published_at, checkpoint=tree.text))
        for stored in chunks():
            projections.apply(connection, taken_of(stored))
        self._reached(Step.PROJECTED)
        connection.commit()
        self._reached(Step.RELEASED)

    def _catch_up(self, connection: sa.Connection) -> None:
        """Finishes what was stored but not released, and takes note of what other writers did."""
        following = int(connection.scalar(sa.select(sa.func.coalesce(sa.func.max(entries.c.sequence) + 1, 0))) or 0)
        published = _published(connection)
        if self._log.size > following:
            raise JournalError(
                f"the log has {self._log.size} entries, the store {following}: the store is older than the log;"
                " restore the newest backup"
            )
        if following == self._next == published:
            connection.rollback()
            return
        if following > published:
            self._publish(connection, lambda: chunks_from(connection, published, BATCH_MAX))
        self._registry = load_registry(connection, self._root)
        self._next = following
        connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """A connection that holds the writers' lock; the lock ends with the connection, should the process end."""
        with self.engine.connect() as connection, hold(connection, Lock.WRITERS):
            yield connection


def _parts(
    batch: Sequence[Envelope | EntryRefusedError], root: VerifyingKey
) -> Iterator[Sequence[Envelope | EntryRefusedError]]:
    """The batch in parts that are taken together; a change of the register ends a part, so that the next one knows it.

    Institutions and keys that the root key registers one after the other are one part: none of them decides on the next.
    """
    begin = 0
    for place, envelope in enumerate(batch):
        following = batch[place + 1] if place + 1 < len(batch) else None
        changes = isinstance(envelope, Envelope) and envelope.type in _REGISTER
        ends = changes and not (_is_registered_by(root, envelope) and _is_registered_by(root, following))
        if ends or place - begin + 1 == BATCH_MAX:
            yield batch[begin : place + 1]
            begin = place + 1
    if begin < len(batch):
        yield batch[begin:]


def _is_registered_by(root: VerifyingKey, envelope: Envelope | EntryRefusedError | None) -> bool:
    """Whether the root key registers an institution or another key here."""
    if not isinstance(envelope, Envelope) or envelope.key_id != root.id:
        return False
    return envelope.type in ("institution", "key") and envelope.content.get("public_key") != root.text


def _stored(candidate: Candidate, sequence: int, now: int) -> Stored:
    salt = new_salt()
    entry, envelope = candidate.entry, candidate.envelope
    speaker, stated_at = speaker_of(entry), stated_at_of(entry)
    sign = None
    # That somebody keeps the access log, answers a case, rules or decides does not show that what they report is current.
    shows_life = not isinstance(entry, AccessHead | CaseAct | NormAct | Decision | ApplicationAct)
    if shows_life and speaker is not None and stated_at is not None and not speaker.startswith("person:"):
        sign = (speaker, stated_at)
    return Stored(
        sequence, entry.id, envelope.type, candidate.signer.institution, envelope.key_id, now, sign, envelope.received,
        salt, candidate.digest, commitment(salt, envelope.received),
        entry.target if isinstance(entry, Erasure) else None, entry,
    )  # fmt: skip


def _answers(outcomes: Sequence[Outcome], stored: Iterator[Stored]) -> list[Receipt | EntryRefusedError]:
    answers: list[Receipt | EntryRefusedError] = []
    for outcome in outcomes:
        match outcome:
            case Candidate():
                answers.append(next(stored).receipt())
            case Repeated(place):
                answers.append(answers[place])
            case Receipt() | EntryRefusedError():
                answers.append(outcome)
    return answers


def _published(connection: sa.Connection) -> int:
    return int(connection.scalar(sa.select(sa.func.coalesce(sa.func.max(publications.c.size), 0))) or 0)


def _latest(connection: sa.Connection) -> int:
    """The instant of the last entry: later ones are never recorded before it, whatever the clock says."""
    latest = sa.select(entries.c.recorded_at).order_by(entries.c.sequence.desc()).limit(1)
    return int(connection.scalar(latest) or 0)
