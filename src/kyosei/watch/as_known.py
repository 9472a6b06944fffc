"""What the norms say about a person or an organisation as known at an instant: by everything that is said, and by records alone.

The word of natural persons, the person's own above all, and every dispute are left out of the second: whoever is told that it
changed learns of neither (P15).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import sqlalchemy as sa

from kyosei.facts.statements import Case
from kyosei.identity.from_journal import reach_of
from kyosei.identity.many import cases_of
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.outcomes import Rows, rows_of
from kyosei.watch.own_word import key_of, without_the_word_of
from kyosei.watch.transitions import NOTHING, Key, about_text, corrected_days

__all__ = ["AsKnown", "answers_as_known", "by_records", "is_by_records", "rows_by_key"]

Timelines = Mapping[Key, Rows]
_NOTHING: Final = rows_of(NOTHING.segments)


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The timelines of a person's verdicts. day: the last on which they say what is so, and not what is foreseen."""

    day: int
    whole: Timelines
    records: Timelines

    def differs(self, later: AsKnown, key: Key, until_day: int) -> tuple[int, int] | None:
        """The first day on which another answer was given to whoever asked then, and the first after the last such day; only of
        days before `until_day`. None unless records make the difference.
        """
        until = min(self.day + 1, until_day)
        was, now = self.whole.get(key, _NOTHING), later.whole.get(key, _NOTHING)
        by_records = corrected_days(self.rows(key), later.rows(key), until)
        return None if by_records is None else corrected_days(was, now, until)

    def rows(self, key: Key) -> Rows:
        """The timeline of one verdict by the records alone."""
        return self.records.get(key, _NOTHING)


def answers_as_known(connection: sa.Connection, loaded: Loaded, person: str, known: int, called: str) -> AsKnown:
    """What was answered about an organisation or a local id at an instant (microseconds), under this law; whoever it was one
    person with is called `called`.
    """
    name = reach_of(connection, person, known).members[0] if person.startswith("person:") else person
    case = cases_of(connection, {name}, known)[name].case
    if case is None or name not in case.parties:
        return AsKnown(legal_day(known), {}, {})
    whole = rows_by_key(loaded, case, name, known, called)
    by_records_alone = whole if is_by_records(case) else rows_by_key(loaded, by_records(case), name, known, called)
    return AsKnown(legal_day(known), whole, by_records_alone)


def rows_by_key(loaded: Loaded, case: Case, person: str, known: int, called: str) -> Timelines:
    """The timelines that a case gives about a person, as known at an instant."""
    if person not in case.parties:
        return {}
    found = Evaluated.of(loaded, case, [person], known)
    ((_, answers),) = found.answers(found.batch.known_day)
    norms = loaded.law.norms
    return {_called(key_of(norms[one.norm], found.batch, person, one), person, called): one.rows for one in answers}


def is_by_records(case: Case) -> bool:
    """Whether no natural person said anything and nothing is disputed."""
    return not case.disputes and not _persons_who_spoke(case)


def by_records(case: Case) -> Case:
    """A case with nothing but what offices and organisations say, as if nothing of it were disputed."""
    for person in _persons_who_spoke(case):
        case = without_the_word_of(case, person)
    return replace(case, disputes=(), resolutions=())


def _persons_who_spoke(case: Case) -> list[str]:
    sources = {line.source for of_sort in (case.statements, case.coverages, case.withdrawals) for line in of_sort}
    return sorted(source for source in sources if source.startswith("person:"))


def _called(key: Key, person: str, called: str) -> Key:
    if person == called:
        return key
    about: dict[str, str] = json.loads(key.about)
    return replace(key, about=about_text({role: called if id_ == person else id_ for role, id_ in about.items()}))
