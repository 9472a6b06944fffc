"""An answer that is another one now: for whom it is, and what is told of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from kyosei.alerts.reliance import Reliance
from kyosei.journal.notice_tables import notices
from kyosei.notices.asking import Audience, Corrected, NoticeRequest, Occasion
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.as_known import AsKnown, answers_as_known
from kyosei.watch.transitions import Key

__all__ = ["CorrectedAnswer", "Knowing", "answers_in", "was_told"]

Row = sa.Row[Any]  # Any: the columns of a row have different types


@dataclass(frozen=True, slots=True)
class CorrectedAnswer:
    """What a norm says about some parties, with the corrections of its instances that a record made.

    subject: whose verdict it is. known: the instant from which on another answer is given, microseconds.
    """

    norm: str
    about_text: str
    subject: str
    known: int
    day: int
    event: str
    instances: tuple[Row, ...]

    @property
    def about(self) -> Mapping[str, str]:
        """The parties by role."""
        found: dict[str, str] = json.loads(self.about_text)
        return MappingProxyType(found)

    @property
    def name(self) -> str:
        """By which it is found again, whenever it is corrected."""
        return hashlib.sha256(json.dumps([self.norm, self.about_text]).encode()).hexdigest()[:16]

    def request(self, relied: Reliance, days: tuple[int, int]) -> NoticeRequest:
        """That of these days another answer is given. It names the person by the id that the recipient asked by, if that is
        certain, and no other person at all.
        """
        called = _called(relied)
        about = {
            role: called if id_ == self.subject else id_ for role, id_ in self.about.items()
            if (id_ == self.subject and called is not None) or not id_.startswith("person:")
        }  # fmt: skip
        reference = None if relied.look is None else relied.look.entry.case
        return NoticeRequest(
            f"corrected.{self.event}.{self.name}", relied.recipient, Audience.READER, Occasion.CORRECTED, self.norm,
            MappingProxyType({role: id_ for role, id_ in about.items() if id_ is not None}), days[0], "",
            corrected=Corrected(days[1], self.known, relied.day, reference),
        )  # fmt: skip


def _called(relied: Reliance) -> str | None:
    """By which id the recipient knows the person: another, to which links join it, they may never have learnt."""
    if relied.look is None or relied.look.alone:
        return relied.under
    return relied.look.entry.actor if relied.look.is_the_person else None


def answers_in(rows: Sequence[Row]) -> Iterator[CorrectedAnswer]:
    """The answers that a record corrected; rows: of `corrections`, in the order of norms and parties."""
    for (norm, about), instances in groupby(rows, lambda row: (row.norm, row.about)):
        of_answer = tuple(instances)
        first = of_answer[0]
        yield CorrectedAnswer(norm, about, first.subject, first.known, first.day, first.event, of_answer)


@dataclass(slots=True)
class Knowing:
    """What was answered about a person at each instant at which somebody relied on it, under one law; each is computed once."""

    connection: sa.Connection
    loaded: Loaded
    subject: str
    known: dict[tuple[str, int], AsKnown] = field(default_factory=dict)

    def days(self, answer: CorrectedAnswer, relied: Reliance) -> tuple[int, int] | None:
        """Of which days whoever relied on an answer got another one than is given since: first, and after the last."""
        found = [days for row in answer.instances if (days := self._of_instance(answer, row, relied)) is not None]
        return (min(first for first, _ in found), max(until for _, until in found)) if found else None

    def _of_instance(self, answer: CorrectedAnswer, row: Row, relied: Reliance) -> tuple[int, int] | None:
        if row.corrected_from > legal_day(relied.known):
            return None
        days = self._by_law(row, relied) if row.by_law else self._differing(answer, row, relied)
        if days is None:
            return None
        first, until = max(days[0], row.corrected_from), min(days[1], row.corrected_until, legal_day(relied.known) + 1)
        return (first, until) if first < until else None

    def _by_law(self, row: Row, relied: Reliance) -> tuple[int, int] | None:
        """Of another law there is no comparing: whoever relied on an answer by the law of now got the one that is given now."""
        same = relied.look is not None and relied.look.entry.law == self.loaded.law.version
        return None if same else (row.corrected_from, row.corrected_until)

    def _differing(self, answer: CorrectedAnswer, row: Row, relied: Reliance) -> tuple[int, int] | None:
        key = Key(answer.norm, answer.about_text, row.instance)
        then, now = self._as_known(relied.under, relied.known), self._as_known(self.subject, answer.known)
        return then.differs(now, key, answer.day + 1)

    def _as_known(self, person: str, known: int) -> AsKnown:
        found = self.known.get((person, known))
        if found is None:
            found = answers_as_known(self.connection, self.loaded, person, known, self.subject)
            self.known[person, known] = found
        return found


def was_told(connection: sa.Connection, answer: CorrectedAnswer, relied: Reliance) -> bool:
    """Whether the recipient was told already, of this correction or an earlier one, that what they relied on is another now."""
    n = notices.c
    told = sa.select(n.key).where(
        n.recipient == relied.recipient, n.occasion == Occasion.CORRECTED.value, n.event.like(f"corrected.%.{answer.name}"),
        sa.cast(n.request["corrected"]["known"].astext, sa.BigInteger) > relied.at,
    )  # fmt: skip
    return connection.scalar(told.limit(1)) is not None
