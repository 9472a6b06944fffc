"""A shadow run: another law evaluated beside the one that is kept, over everybody who is watched, on the same day.

It reports how often which norm would say something else, and names nobody: what is examined is the law. Nothing is
written, and no transition is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.identity.many import cases_of
from kyosei.journal.watch_tables import watch_progress, watch_subjects
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.own_word import key_of
from kyosei.watch.together import together
from kyosei.watch.transitions import Key

__all__ = ["Change", "Shadow", "law_kept", "shadow_run"]

_SUBJECTS: Final = 200
_NOTHING: Final = (State.NOT_APPLICABLE, -1)


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What a norm says under the law that is kept, and under the other one. Equal states: another day is the due one."""

    norm: str
    before: State
    after: State


@dataclass(slots=True)
class Shadow:
    """What a shadow run found. subjects: how many were evaluated; same: how many answers are the same under both laws."""

    kept: str
    other: str
    day: int
    subjects: int = 0
    same: int = 0
    changes: Counter[Change] = field(default_factory=Counter)


def law_kept(connection: sa.Connection) -> str:
    """The version of the law under which verdicts are kept. QuestionError if none are."""
    version = connection.scalar(sa.select(watch_progress.c.law))
    if not version:
        raise QuestionError("nothing is watched here yet; let `kyosei watch --once` evaluate everybody first")
    return str(version)


def shadow_run(engine: sa.Engine, kept: Loaded, other: Loaded) -> Shadow:
    """Everybody who is watched, under both laws, as of the watch's own checkpoint; all from one state of the journal."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
        progress = connection.execute(sa.select(watch_progress)).one()
        found = Shadow(kept.law.version, other.law.version, progress.day)
        subjects = connection.scalars(sa.select(watch_subjects.c.subject).order_by(watch_subjects.c.subject)).all()
        for first in range(0, len(subjects), _SUBJECTS):
            for group in together(cases_of(connection, subjects[first : first + _SUBJECTS], progress.known)):
                case = group.case()
                found.subjects += len(group.subjects)
                before, after = (
                    _answers(law, case, group.subjects, progress.known, progress.day) for law in (kept, other)
                )
                _compare(found, before, after)
    return found


def _answers(
    loaded: Loaded, case: Case, subjects: Sequence[str], known: int, day: int
) -> Mapping[tuple[str, Key], tuple[State, int]]:
    """The state and the due day of each instance of each norm, by subject."""
    found = Evaluated.of(loaded, case, subjects, known)
    return {
        (subject, key_of(loaded.law.norms[answer.norm], found.batch, subject, answer)): (
            answer.state,
            answer.deciding[1],
        )
        for subject, answers in found.answers(day)
        for answer in answers
    }


def _compare(
    found: Shadow,
    before: Mapping[tuple[str, Key], tuple[State, int]],
    after: Mapping[tuple[str, Key], tuple[State, int]],
) -> None:
    for place in before.keys() | after.keys():
        was, would_be = before.get(place, _NOTHING), after.get(place, _NOTHING)
        if was == would_be or (was[0] == would_be[0] == State.NOT_APPLICABLE):
            found.same += 1
        else:
            found.changes[Change(place[1].norm, was[0], would_be[0])] += 1
