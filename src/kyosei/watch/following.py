"""The watch itself: takes up what was entered, turns the days, and keeps the verdicts of everybody whom either touches.

What is always so, whatever is interrupted when:

- The checkpoint (`watch_progress`) and who waits because of it change together; a verdict, what is told of it and that its
  subject waits no longer change together. So each transition is told once, and none is lost.
- Every verdict is kept with the law and the place of the journal that it was computed from. Under the law of the checkpoint it
  is the same, unless its subject waits because of its norm (`norm_prints`).
- Replaying the same journal, in whatever batches, tells the same transitions with the same ids (`moments`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final

import sqlalchemy as sa

from kyosei.facts.employment import EmploymentRelation
from kyosei.identity.many import persons_around
from kyosei.journal.clock import Clock
from kyosei.journal.locks import Lock, hold, hold_to_the_end
from kyosei.journal.touching import OpenCoverage, PublishedEntry, open_coverages, published_entries, touches_of
from kyosei.journal.watch_tables import (
    corrections,
    transitions,
    verdicts,
    watch_norms,
    watch_pending,
    watch_progress,
    watch_reads,
    watch_relations,
    watch_sources,
    watch_subjects,
)
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch import held as rows
from kyosei.watch.held import Pending
from kyosei.watch.leads import Leads
from kyosei.watch.looking import Looker
from kyosei.watch.moments import Lags, Plan, Surroundings, first_instant, plan
from kyosei.watch.norm_prints import LawPrints
from kyosei.watch.progress import (
    Progress,
    load_prints,
    load_progress,
    load_signs,
    save_prints,
    save_progress,
    save_signs,
)
from kyosei.watch.transitions import Moment

__all__ = ["Did", "Step", "Watch", "forget_everything"]

ENTRIES_MAX: Final = 1_000
"""Entries that are taken up together."""
SUBJECTS_MAX: Final = 200
"""Subjects that are evaluated together."""

_ALSO_COVERED: Final = {"work.contract": (EmploymentRelation.facts.name,)}
"""What a coverage covers beside its kind (`kyosei.evidence.derived.derive_coverages`)."""


class Step(Enum):
    """Where an interruption can fall; tests kill the process at each."""

    PLANNED = "planned"
    TAKEN = "taken"
    LOOKED = "looked"
    WRITTEN = "written"
    TOLD = "told"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Did:
    """What one step did. entries, days: taken up; subjects: evaluated; told: transitions. All 0: there was nothing to do."""

    entries: int = 0
    days: int = 0
    subjects: int = 0
    told: int = 0

    def __bool__(self) -> bool:
        return bool(self.entries or self.days or self.subjects)

    def __add__(self, other: Did) -> Did:
        return Did(
            self.entries + other.entries, self.days + other.days, self.subjects + other.subjects, self.told + other.told
        )


class Watch:
    """Keeps the verdicts under one law; `clock` says which day it is, `reached` is told of every step."""

    def __init__(
        self, engine: sa.Engine, loaded: Loaded, clock: Clock, *, leads: Leads | None = None,
        entries_max: int = ENTRIES_MAX, subjects_max: int = SUBJECTS_MAX,
        reached: Callable[[Step], None] = lambda step: None,
    ) -> None:  # fmt: skip
        self.engine = engine
        self._loaded = loaded
        self._clock = clock
        self._looker = Looker.under(loaded, leads or _LEADS)
        self._partly = self._looker
        self._lags = Lags(loaded.table.kinds, _ALSO_COVERED)
        self._entries_max = entries_max
        self._subjects_max = subjects_max
        self._reached = reached

    def catch_up(self) -> Did:
        """Goes on until nothing is left to do; what was done."""
        done = Did()
        while did := self.step():
            done += did
        return done

    def step(self) -> Did:
        """Does the next thing, in one transaction: evaluates some of those who wait, else takes up entries or a day."""
        with self._turn() as connection:
            return self._look(connection) or self._take_up(connection) or self._turn_quiet_day(connection)

    def _look(self, connection: sa.Connection) -> Did:
        """Evaluates some of those who wait."""
        with connection.begin():
            waiting = rows.load_pending(connection, self._subjects_max)
            if not waiting:
                return Did()
            progress = load_progress(connection)
            by_law = progress.waits_for is not None or progress.reads != self._reads
            law, taking = self._loaded.law.version, progress.takings if by_law else 0
            moments = {one.subject: Moment(one.position, one.known, progress.day, law, taking) for one in waiting}
            looker = self._looker_for(connection, progress)
            seen, told = looker.look(connection, moments, progress.known, by_law=by_law)
            self._reached(Step.LOOKED)
            rows.write_held(connection, seen)
            self._reached(Step.WRITTEN)
            rows.tell(connection, told)
            self._reached(Step.TOLD)
        self._reached(Step.KEPT)
        return Did(subjects=len(seen), told=len(told))

    def _looker_for(self, connection: sa.Connection, progress: Progress) -> Looker:
        """For all that they wait for who wait."""
        norms = progress.waits_for
        if not norms:
            return self._looker
        if progress.reads != self._reads:  # they wait for a law that is followed by yet another
            norms |= load_prints(connection).changes_to(self._prints).norms
        if self._partly.norms != norms:
            self._partly = self._looker.only(norms)
        return self._partly

    @cached_property
    def _prints(self) -> LawPrints:
        return _prints_of(self._loaded, self._looker.leads)

    @cached_property
    def _reads(self) -> str:
        return self._prints.together

    def _take_up(self, connection: sa.Connection) -> Did:
        """Takes up a new law, the next entries of a day, or the day on which the next entry was recorded."""
        with connection.begin():
            progress = load_progress(connection)
            if (progress.law, progress.reads) != (self._loaded.law.version, self._reads):
                return self._take_law(connection, progress)
            entries = published_entries(connection, progress.position, self._entries_max)
            if not entries:
                return Did()
            day = legal_day(entries[0].recorded_at)
            if 0 <= progress.day < day:
                return self._turn_day(connection, progress, day)
            return self._take_entries(connection, progress, entries)

    def _turn_quiet_day(self, connection: sa.Connection) -> Did:
        """Begins the next day by the clock, once no entry of the day before can come any more."""
        with connection.begin():
            today = legal_day(self._clock())
            if not 0 <= load_progress(connection).day < today:
                return Did()
        with hold(connection, Lock.WRITERS), connection.begin():
            progress = load_progress(connection)
            if progress.position < int(connection.scalar(_TAKEN) or 0):
                return Did()
            return self._turn_day(connection, progress, today)

    def _take_law(self, connection: sa.Connection, progress: Progress) -> Did:
        """Those wait whom a norm can concern that came, went or reads something else, for these norms alone."""
        changes = load_prints(connection).changes_to(self._prints)
        position, known = progress.position, progress.known
        if changes.everybody:
            rows.add_pending_everybody(connection, position, known)
        elif changes.norms:
            rows.add_pending_concerned(connection, changes.scopes, changes.kept, position, known)
        save_prints(connection, self._prints)
        self._reached(Step.PLANNED)
        law, takings = self._loaded.law.version, progress.takings + 1
        save_progress(
            connection,
            replace(progress, law=law, reads=self._reads, waits_for=changes.norms, takings=takings),
        )
        self._reached(Step.TAKEN)
        return Did(days=1)

    def _take_entries(self, connection: sa.Connection, progress: Progress, entries: Sequence[PublishedEntry]) -> Did:
        day = progress.day if progress.day >= 0 else legal_day(entries[0].recorded_at)
        around = self._surroundings(connection, entries, day)
        made = plan(entries, day, progress.position, progress.known, self._lags, around)
        if made.everybody:
            rows.add_pending_everybody(connection, made.position, made.known)
        self._add_touched(connection, made)
        save_signs(connection, made.signs)
        self._reached(Step.PLANNED)
        taken = replace(progress, position=made.position, known=made.known, day=day, waits_for=None)
        save_progress(connection, taken)
        self._reached(Step.TAKEN)
        return Did(entries=made.position - progress.position)

    def _add_touched(self, connection: sa.Connection, made: Plan) -> None:
        touched = made.touched
        if made.everybody:
            known = rows.unwatched(connection, touched)
            touched = {subject: moment for subject, moment in touched.items() if subject in known}
        rows.add_pending(connection, (Pending(subject, *moment) for subject, moment in sorted(touched.items())))

    def _surroundings(self, connection: sa.Connection, entries: Sequence[PublishedEntry], day: int) -> Surroundings:
        touches = touches_of(connection, entries)
        filed = {party for touch in touches.values() for party in touch.filed}
        named = {party for touch in touches.values() for party in touch.named if party.startswith("org:")}
        signs = load_signs(connection, {entry.source for entry in entries if entry.source is not None})
        silent = {source: self._lags.silent(sign_day, day) for source, sign_day in signs.items()}
        coverages = _by_source(open_coverages(connection, silent, entries[-1].recorded_at))
        filed |= {coverage.filed for of_source in coverages.values() for coverage in of_source}
        persons = {party for party in filed if party.startswith("person:")}
        return Surroundings(
            touches, persons_around(connection, persons, entries[0].recorded_at),
            rows.readers_of(connection, filed - persons), rows.unwatched(connection, named), signs, coverages,
        )  # fmt: skip

    def _turn_day(self, connection: sa.Connection, progress: Progress, until: int) -> Did:
        """The next day begins: those wait of whom something changes, or whose sources have been silent too long.

        Days on which nothing does are passed over, `until` at most.
        """
        day = self._next_day(connection, progress.day, until)
        known = max(progress.known, first_instant(day))
        rows.add_pending_due(connection, day, progress.position, known)
        silent = self._silent_since(connection, day, known)
        if "" in silent:
            rows.add_pending_everybody(connection, progress.position, known)
        else:
            self._add_readers(connection, silent, progress.position, known)
        save_progress(connection, replace(progress, known=known, day=day, waits_for=None))
        self._reached(Step.TAKEN)
        return Did(days=day - progress.day)

    def _next_day(self, connection: sa.Connection, day: int, until: int) -> int:
        """The first day after `day` on which somebody is to be looked at, or a source has been silent for some lag."""
        s = watch_sources.c.sign_day
        lags = sorted(self._lags.all)
        asked = (sa.select(sa.func.min(s)).where(s >= day - lag).scalar_subquery() for lag in lags)
        wakes = sa.select(sa.func.min(watch_subjects.c.wake_on)).scalar_subquery()
        woken, *signs = connection.execute(sa.select(wakes, *asked)).one()
        found = [until, woken, *(last + lag + 1 for lag, last in zip(lags, signs, strict=True) if last)]
        return max(min(int(str(one)) for one in found if one is not None), day + 1)

    def _silent_since(self, connection: sa.Connection, day: int, known: int) -> set[str]:
        """Under whom coverages are filed that go on no longer from a day, because their sources have been silent."""
        s = watch_sources.c
        days = [day - lag - 1 for lag in self._lags.all]
        silent = connection.execute(sa.select(s.source, s.sign_day).where(s.sign_day.in_(days)))
        kinds = {row.source: self._lags.of_lag(day - row.sign_day - 1) for row in silent}
        return {coverage.filed for coverage in open_coverages(connection, kinds, known)}

    def _add_readers(self, connection: sa.Connection, filed: Collection[str], position: int, known: int) -> None:
        persons = {party for party in filed if party.startswith("person:")}
        readers = rows.readers_of(connection, set(filed) - persons)
        touched = {id_ for ids in persons_around(connection, persons, known).values() for id_ in ids}
        touched |= {id_ for party, ids in readers.items() for id_ in (party, *ids)}
        asked = sa.select(watch_pending.c.subject).where(watch_pending.c.subject.in_(touched))
        touched -= set(connection.scalars(asked)) | rows.unwatched(connection, touched)
        rows.add_pending(connection, (Pending(subject, position, known) for subject in sorted(touched)))

    @contextmanager
    def _turn(self) -> Iterator[sa.Connection]:
        """A connection that sees one state throughout each transaction, and holds the lock of watches."""
        one_state = self.engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with one_state as connection, hold(connection, Lock.WATCH):
            yield connection


def forget_everything(engine: sa.Engine) -> None:
    """Empties all that a watch keeps, so that it derives everything anew from the journal."""
    with engine.begin() as connection:
        hold_to_the_end(connection, Lock.WATCH)
        for table in (
            watch_progress, watch_pending, watch_subjects, watch_reads, watch_sources, watch_norms, watch_relations, verdicts,
            transitions, corrections,
        ):  # fmt: skip
            connection.execute(sa.delete(table))


@lru_cache(maxsize=2)  # of the law as it is, and of one that it is compared with
def _prints_of(loaded: Loaded, leads: Leads) -> LawPrints:
    return LawPrints.of(loaded, leads)


_LEADS: Final = Leads()
_TAKEN: Final = sa.text("SELECT coalesce(max(sequence) + 1, 0) FROM entries")


def _by_source(coverages: Sequence[OpenCoverage]) -> dict[str, list[OpenCoverage]]:
    ordered = sorted(coverages, key=attrgetter("source"))
    return {source: list(of_source) for source, of_source in groupby(ordered, attrgetter("source"))}
