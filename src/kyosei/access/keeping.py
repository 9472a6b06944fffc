"""What a look read and decided, kept until a published entry touches whom it was read of; then it is read anew.

What is kept for a request is a function of the journal, of the request and of the day. So it is given again to an equal
request of that day only (the same reader, role, purpose, basis), and only while no entry since its position touches a party that
it was read of (`kyosei.journal.touching`), joins or parts persons, or shows on a later day than before that one of its
sources is alive. An erasure lets go of everything. That somebody looked is never kept from the access log by this: each look
has its entry.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.facts.case_file import Record, parties_of
from kyosei.facts.statements import Case
from kyosei.journal.reading import Position
from kyosei.journal.touching import NOBODY, PublishedEntry, Touch, published_entries, touches_of
from kyosei.timelines.days import legal_day

__all__ = ["Keeping", "Newest", "parties_in", "sources_in"]

_ENTRIES_MOST: Final = 2_000
"""After more new entries than this it is cheaper to read anew than to find out whom they touch."""
_PARTIES_MOST: Final = 200_000


@dataclass(frozen=True, slots=True)
class Newest:
    """The position of the journal, and when its last entry was recorded (microseconds); None: it has none."""

    position: Position
    recorded_at: int | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something kept: at which position it was read, of which parties, resting on the signs of life of which sources."""

    value: Any  # Any: whatever whoever keeps it knows it to be
    position: Position
    parties: frozenset[str]
    sources: frozenset[str]


class Keeping:
    """At most `most` things that were read. Any number of threads may use it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._position: Position | None = None
        """Up to which it is known whom entries touch; None: nothing was read yet."""
        self._since: Position = 0
        """From which on that is known: what was read before it may be another by now."""
        self._touched: dict[str, Position] = {}
        self._shown_alive: dict[str, Position] = {}
        self._sign_days: dict[str, int] = {}

    def newest(self, connection: sa.Connection) -> Newest:
        """The newest position in the transaction of a connection; what entries up to it have touched is no longer given."""
        row = connection.execute(_NEWEST).one_or_none()
        if row is None:
            return Newest(0, None)
        with self._lock:
            if self._position is None:
                self._position = self._since = row.size
            elif row.size > self._position:
                self._follow(connection, row.size)
        return Newest(row.size, row.recorded_at)

    def get(self, key: Hashable, at: Newest) -> Any | None:  # Any: as it was put
        """What was kept under a key, if it is what would be read at this position; else None."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or found.position > at.position:
                return None
            if self._is_touched(found):
                del self._kept[key]
                return None
            self._kept.move_to_end(key)
            return found.value

    def peek(self, key: Hashable) -> Any | None:  # Any: as it was put
        """What was last kept under a key, though it may be another by now."""
        with self._lock:
            found = self._kept.get(key)
        return None if found is None else found.value

    def put(
        self, key: Hashable, at: Newest, value: object, parties: Iterable[str], sources: Iterable[str] = ()
    ) -> None:
        """Keeps what was read at a position; parties: all of whom it was read. What was not used for longest goes."""
        with self._lock:
            if at.position < self._since:
                return
            self._kept[key] = _Kept(value, at.position, frozenset(parties), frozenset(sources))
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def __len__(self) -> int:
        return len(self._kept)

    def _is_touched(self, kept: _Kept) -> bool:
        touched, alive = self._touched, self._shown_alive
        return any(touched.get(one, 0) > kept.position for one in kept.parties) or any(
            alive.get(one, 0) > kept.position for one in kept.sources
        )

    def _follow(self, connection: sa.Connection, size: Position) -> None:
        """Takes note of whom the entries up to a position touch."""
        assert self._position is not None, "who follows has begun somewhere"
        first, self._position = self._position, size
        if size - first > _ENTRIES_MOST or len(self._touched) > _PARTIES_MOST:
            self._forget(size)
            return
        entries = [one for one in published_entries(connection, first, _ENTRIES_MOST + 1) if one.sequence < size]
        for sequence, touch in touches_of(connection, entries).items():
            if touch.everybody or touch.links or NOBODY in touch.filed:
                self._forget(size)
                return
            self._note(touch, sequence)
        for entry in entries:
            self._note_sign(entry)

    def _note(self, touch: Touch, sequence: int) -> None:
        self._touched.update(dict.fromkeys(touch.filed, sequence + 1))

    def _note_sign(self, entry: PublishedEntry) -> None:
        """Only the day of a sign of life bears on an answer."""
        if entry.source is None or entry.stated_at is None:
            return
        day = legal_day(entry.stated_at)
        if day > self._sign_days.get(entry.source, -1):
            self._sign_days[entry.source] = day
            self._shown_alive[entry.source] = entry.sequence + 1

    def _forget(self, size: Position) -> None:
        """Lets go of everything; what is read before this position is not kept any more."""
        self._since = size
        self._kept.clear()
        self._touched.clear()
        self._shown_alive.clear()
        self._sign_days.clear()


def parties_in(case: Case) -> frozenset[str]:
    """Every party that a case declares, or that one of its lines names."""
    lines: tuple[Record, ...] = (
        *case.statements, *case.coverages, *case.withdrawals, *case.disputes, *case.resolutions,
    )  # fmt: skip
    return frozenset(case.parties) | {id_ for line in lines for id_ in parties_of(line)}


def sources_in(case: Case) -> frozenset[str]:
    """Every source whose signs of life a case has."""
    return frozenset(one.source for one in case.heartbeats)


_NEWEST: Final = sa.text("""
    SELECT size, recorded_at FROM publications JOIN entries ON sequence = size - 1 ORDER BY size DESC LIMIT 1
""")
