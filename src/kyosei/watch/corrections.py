"""Which answers about days that had passed others' records made different, so that whoever relied on them is told.

The transitions of a verdict follow everything that is said, the person's own word and disputes with it. Telling others of such a
change would tell them that the person spoke (P15). So where the person said something or anything is disputed, what counts is
whether the answer *without all of that* is another than it was: before and now are evaluated once more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from kyosei.facts.statements import Case
from kyosei.identity.many import cases_of
from kyosei.journal.watch_tables import watch_subjects
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.outcomes import Rows, rows_of
from kyosei.watch.own_word import key_of, without_the_word_of
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
        made_of = (self.subject, moment.position, moment.day, moment.law if self.by_law else "")
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class _Before:
    """As of when a subject was last looked at (microseconds), and under which law."""

    known: int
    law: str


class Corrections:
    """Of one subject at a moment; without what nobody else may learn it is evaluated only if that is ever asked."""

    def __init__(
        self, connection: sa.Connection, loaded: Loaded, case: Case, subject: str, moment: Moment, known: int
    ) -> None:  # fmt: skip
        self._connection = connection
        self._loaded = loaded
        self._case = case
        self._subject = subject
        self._moment = moment
        self._known = known
        self._is_quiet = _is_quiet(case, subject)
        self._last: _Before | None = None
        self._of_others: tuple[Mapping[Key, Rows], Mapping[Key, Rows]] | None = None

    def of(self, key: Key, before: Held, now: Held) -> list[Correction]:
        """What is corrected of one answer: one correction or none. Only answers about persons are given to others."""
        if not self._subject.startswith("person:"):
            return []
        same = before.segments == now.segments
        if same and (self._is_quiet or not self._case.disputes):
            return []
        last = self._before()
        by_law = last.law != self._moment.law
        if self._is_quiet or by_law:
            days = corrected_days(rows_of(before.segments), rows_of(now.segments), self._moment.day)
        else:
            days = self._days_of_others(key, last)
        return [] if days is None else [Correction(self._subject, key, days, self._moment, by_law)]

    def _days_of_others(self, key: Key, last: _Before) -> tuple[int, int] | None:
        if self._of_others is None:
            subject = self._subject
            earlier = cases_of(self._connection, {subject}, last.known)[subject].case
            was = {} if earlier is None else self._rows(earlier, last.known)
            self._of_others = was, self._rows(self._case, self._known)
        was, is_now = self._of_others
        if key not in was or key not in is_now:
            return None
        return corrected_days(was[key], is_now[key], self._moment.day)

    def _rows(self, case: Case, known: int) -> Mapping[Key, Rows]:
        """The timelines that others' undisputed records give, as known at an instant."""
        if self._subject not in case.parties:
            return {}
        rest = replace(without_the_word_of(case, self._subject), disputes=(), resolutions=())
        found = Evaluated.of(self._loaded, rest, [self._subject], known)
        ((_, answers),) = found.answers(found.batch.known_day)
        norms = self._loaded.law.norms
        return {key_of(norms[one.norm], found.batch, self._subject, one): one.rows for one in answers}

    def _before(self) -> _Before:
        if self._last is None:
            w = watch_subjects.c
            row = self._connection.execute(sa.select(w.known, w.law).where(w.subject == self._subject)).one()
            self._last = _Before(row.known, row.law)
        return self._last


def _is_quiet(case: Case, subject: str) -> bool:
    """Whether the subject said nothing and nothing is disputed: then everything is others' undisputed word."""
    sorts = (case.statements, case.coverages, case.withdrawals)
    return not case.disputes and not any(line.source == subject for of_sort in sorts for line in of_sort)
