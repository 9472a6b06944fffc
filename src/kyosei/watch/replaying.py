"""Replaying what was told: a past verdict, evaluated again as known then and under its own law, is the same (P26).

It is read without an access entry, as the watch reads (decision 123): what comes out is whether it is the same, and nobody sees
what went in.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.identity.many import cases_of
from kyosei.journal.watch_tables import transitions
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.own_word import key_of
from kyosei.watch.transitions import Key, Sort

__all__ = ["Replayed", "chosen", "replay", "told_under"]

Row = sa.Row[Any]  # Any: the columns of a row have different types

_TELL_AN_ANSWER: Final = (Sort.CHANGED, Sort.NEARING, Sort.SETTLED)


class Replayed(StrEnum):
    """What became of a verdict that was evaluated again."""

    SAME = "same"
    DIFFERENT = "different"
    LAW_NOT_HERE = "law-not-here"
    """Its law version is not at hand, so nothing was compared."""


def told_under(connection: sa.Connection, reference: str) -> Row | None:
    """What was told under a reference (the id of a transition); None if it told no answer about a person."""
    t = transitions.c
    return connection.execute(_asked().where(t.id == reference)).one_or_none()


def chosen(connection: sa.Connection, by: str, count: int, sorted_most: int = 10_000) -> list[Row]:
    """So many of those that were told, chosen by a word: the same word chooses the same. Among more than `sorted_most` the word
    names places, and what was told next there is taken, so that not all are read; one place may be named twice, so it may be
    one less.
    """
    t = transitions.c
    last = connection.scalar(sa.select(sa.func.max(t.number))) or 0
    if last <= sorted_most:
        return list(connection.execute(_asked().order_by(sa.func.md5(sa.func.concat(t.id, by)), t.id).limit(count)))
    places = [int.from_bytes(sha256(f"{by} {place}".encode()).digest()[:8]) % last for place in range(count)]
    told = (
        connection.execute(_asked().where(t.number > place).order_by(t.number).limit(1)).first() for place in places
    )
    return list({one.id: one for one in told if one is not None}.values())


def replay(connection: sa.Connection, told: Row, law_of: Callable[[str], Loaded]) -> Replayed:
    """Evaluates it again. The connection must see one state of the journal throughout."""
    try:
        loaded = law_of(told.law)
    except QuestionError:
        return Replayed.LAW_NOT_HERE
    case = cases_of(connection, {told.subject}, told.known)[told.subject].case
    found = (State.NOT_APPLICABLE, 0, -1, -1)
    if case is not None and told.subject in case.parties:
        evaluated = Evaluated.of(loaded, case, [told.subject], told.known)
        ((_, answers),) = evaluated.answers(told.day)
        for answer in answers:
            key = key_of(loaded.law.norms[answer.norm], evaluated.batch, told.subject, answer)
            if key == Key(told.norm, told.about, told.instance):
                found = (answer.state, answer.causes, *answer.deciding)
    same = found == (State(told.state), told.causes, told.arose, told.due)
    return Replayed.SAME if same else Replayed.DIFFERENT


def _asked() -> sa.Select[Any]:  # Any: the columns of a row have different types
    t = transitions.c
    return sa.select(transitions).where(t.sort.in_(_TELL_AN_ANSWER), t.subject.like("person:%"))
