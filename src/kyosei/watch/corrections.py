"""Which answers records made different of days that had come, so that whoever relied on them is told.

The transitions of a verdict follow everything that is said, the person's own word and disputes with it. Telling others of such a
change would tell them that the person spoke (P15). So where a natural person said something or anything is disputed, what counts
is whether the answer *without all of that* is another than it was: before and now are evaluated once more.

What changes because a day has come is no correction: nobody said anything else.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.facts.statements import Case
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.as_known import AsKnown, answers_as_known, by_records, is_by_records, rows_by_key
from kyosei.watch.moments import first_instant
from kyosei.watch.outcomes import rows_of
from kyosei.watch.prints import Last
from kyosei.watch.transitions import Held, Key, Moment, corrected_days

__all__ = ["Correction", "Corrections"]


@dataclass(frozen=True, slots=True)
class Correction:
    """Of which answer, and of which days [first, after the last), another is given since a moment.

    by_law: another version of the law is evaluated since then.
    """

    subject: str
    key: Key
    days: tuple[int, int]
    moment: Moment
    by_law: bool

    @property
    def event(self) -> str:
        """One for all that is corrected of a subject at a moment, whenever and under whichever law it is derived again."""
        moment = self.moment
        by = f"{moment.law} {moment.taking}" if self.by_law else ""
        made_of = (self.subject, moment.position, moment.day, by)
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:32]


class Corrections:
    """Of one subject at a moment; by records alone it is evaluated only if that is ever asked."""

    def __init__(
        self, connection: sa.Connection, loaded: Loaded, case: Case, subject: str, moment: Moment, known: int,
        last: Last | None, *, by_law: bool,
    ) -> None:  # fmt: skip
        """last: how the subject was last looked at; known: until when the case is told, in microseconds. by_law: what is kept
        was computed under another law.
        """
        self._connection = connection
        self._loaded = loaded
        self._case = case
        self._subject = subject
        self._moment = moment
        self._known = known
        self._can_be = moment.known != first_instant(moment.day)
        self._by_records = is_by_records(case)
        self._last = last
        self._by_law = by_law
        self._known_then_and_now: tuple[AsKnown, AsKnown] | None = None

    def of(self, key: Key, before: Held, now: Held) -> list[Correction]:
        """What is corrected of one answer: one correction or none."""
        same = before.segments == now.segments
        if not self._can_be or (same and self._by_records):
            return []
        last = self._last
        assert last is not None, "what is kept was looked at"
        by_law = self._by_law
        tomorrow = self._moment.day + 1
        if not by_law:
            days = self._days_by_records(key, before, now, last)
        elif self._by_records:
            days = corrected_days(rows_of(before.segments), rows_of(now.segments), tomorrow)
        else:
            days = None  # the law of before is not at hand, to answer without the word of persons
        return [] if days is None else [Correction(self._subject, key, days, self._moment, by_law)]

    def _days_by_records(self, key: Key, before: Held, now: Held, last: Last) -> tuple[int, int] | None:
        tomorrow = self._moment.day + 1
        if self._by_records:
            return corrected_days(rows_of(before.segments), rows_of(now.segments), tomorrow)
        if self._known_then_and_now is None:
            case = by_records(self._case)
            rows = rows_by_key(self._loaded, case, self._subject, self._known, self._subject)
            then = answers_as_known(self._connection, self._loaded, self._subject, last.known, self._subject)
            self._known_then_and_now = then, AsKnown(self._moment.day, rows, rows)
        then, later = self._known_then_and_now
        return corrected_days(then.rows(key), later.rows(key), tomorrow)
