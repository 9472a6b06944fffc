"""Tells everyone who relied on an answer that another is given now: once, whatever is interrupted when.

What is told is the norm, the days and that the answer changed. The new answer is had by asking again, through the read path. Who
may not ask any more is not told; nor is anybody by what a natural person said or disputes (`kyosei.watch.corrections`), or an
organisation from which a complaint is kept (P15). Each telling of somebody who looked is an entry that the person sees.

A correction stays on the list until all of its tellings are written. Each of them is one transaction: decision, entry and notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Any

import sqlalchemy as sa

from kyosei.access.reading import ReadPath
from kyosei.alerts.corrected import CorrectedAnswer, Knowing, answers_in, was_told
from kyosei.alerts.reliance import Reliance, kept_from, looked, told_by_cases
from kyosei.journal.clock import Clock
from kyosei.journal.notice_tables import notices
from kyosei.journal.watch_tables import cases_progress, corrections
from kyosei.notices.asking import NoticeRequest
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.outbox.posting import post
from kyosei.notices.outbox.reach import language_of
from kyosei.verdicts.evaluate import Loaded

__all__ = ["Retelling", "Step"]

Row = sa.Row[Any]  # Any: the columns of a row have different types


class Step(Enum):
    """Where an interruption can fall; tests kill the process at each."""

    FOUND = "relied"
    TOLD_ONE = "told one"
    TOLD_ALL = "told all"


@dataclass(frozen=True, slots=True)
class _Changed:
    """For whom an answer is another one, and all that they relied on it by, with the days."""

    answer: CorrectedAnswer
    recipient: str
    relied: tuple[tuple[Reliance, tuple[int, int]], ...]


class Retelling:
    """Under one law; `clock` says when a notice is posted, `reached` is told of every step."""

    def __init__(
        self, engine: sa.Engine, loaded: Loaded, catalogue: Catalogue, path: ReadPath, clock: Clock,
        reached: Callable[[Step], None] = lambda step: None,
    ) -> None:  # fmt: skip
        self._engine = engine
        self._loaded = loaded
        self._catalogue = catalogue
        self._path = path
        self._clock = clock
        self._reached = reached

    def catch_up(self) -> int:
        """Takes up every correction whose cases have been derived; how many were told of one."""
        told = 0
        while rows := self._next():
            told += self._take(rows)
        return told

    def _next(self) -> Sequence[Row]:
        c = corrections.c
        with self._engine.connect() as connection:
            position = connection.scalar(sa.select(cases_progress.c.position))
            first = (
                sa.select(c.event)
                .where(~c.told, c.position <= (-1 if position is None else position))
                .order_by(c.number)
                .limit(1)
            )
            return connection.execute(
                sa.select(corrections).where(c.event == first.scalar_subquery()).order_by(c.norm, c.about, c.instance)
            ).all()

    def _take(self, rows: Sequence[Row]) -> int:
        subject, known = rows[0].subject, rows[0].known
        looks = self._path.past_looks(subject, known) if subject.startswith("person:") else []  # nobody looks at others
        told = 0
        one_state = self._engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with one_state as connection, connection.begin():
            relied = [*looked(looks), *told_by_cases(connection, subject, known)]
            kept = kept_from(connection, subject)
            relied = [one for one in relied if one.recipient not in kept and one.known < known]
            knowing = Knowing(connection, self._loaded, subject)
            found = [one for answer in answers_in(rows) for one in self._changed(connection, answer, relied, knowing)]
        self._reached(Step.FOUND)
        for changed in found:
            told += self._tell(changed)
            self._reached(Step.TOLD_ONE)
        self._reached(Step.TOLD_ALL)
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(corrections).where(corrections.c.event == rows[0].event).values(told=True)
            )  # fmt: skip
        return told

    def _changed(
        self, connection: sa.Connection, answer: CorrectedAnswer, relied: Sequence[Reliance], knowing: Knowing
    ) -> Iterator[_Changed]:
        """Those for whom an answer is another one, each with all that they relied on it by."""
        by_recipient: dict[str, list[tuple[Reliance, tuple[int, int]]]] = {}
        for one in relied:
            if not self._is_about(one, answer) or was_told(connection, answer, one):
                continue
            if (days := knowing.days(answer, one)) is not None:
                by_recipient.setdefault(one.recipient, []).append((one, days))
        for recipient, found in sorted(by_recipient.items()):
            yield _Changed(answer, recipient, tuple(found))

    def _is_about(self, one: Reliance, answer: CorrectedAnswer) -> bool:
        if one.look is None:
            return one.answer == (answer.norm, answer.about_text)
        return self._path.answers(one.look, answer.norm)

    def _tell(self, changed: _Changed) -> bool:
        """Tells one recipient, by the first of their looks that they may still make; whether they were told."""
        answer = changed.answer
        organisations = [id_ for id_ in answer.about.values() if not id_.startswith("person:")]
        for one, days in changed.relied:
            write = partial(self._post, request=answer.request(one, days))
            if one.look is None:
                with self._engine.begin() as connection:
                    told = write(connection)
            else:
                told = self._path.tell(one.look, answer.norm, organisations, answer.known, write)
            if told:
                return True
        return False

    def _post(self, connection: sa.Connection, request: NoticeRequest) -> bool:
        if connection.scalar(sa.select(notices.c.key).where(notices.c.key == request.key)) is not None:
            return False
        said = replace(request, language=language_of(connection, request.recipient))
        post(connection, self._catalogue, said, self._clock())
        return True
