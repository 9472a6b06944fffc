"""A norm whose alerts prove wrong too often silences itself: by an entry of the operator's program, so that it replays.

What silences it follows from the cases as they are kept, so from the journal; that it is silenced is itself an entry,
so whoever follows the journal later, in whatever batches, comes to the same cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa

from kyosei.cases.acts import OPERATOR
from kyosei.cases.book import rulings_until
from kyosei.cases.case import CaseState, Sort
from kyosei.cases.quality import Quality, labels_of, quality_of
from kyosei.cases.rulings import Ruling
from kyosei.journal.entries import NormActKind
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.watch_tables import cases, cases_progress, watch_progress
from kyosei.timelines.days import date_from_day, instant_from_microseconds

__all__ = ["Known", "Silencer", "known_quality"]

_DECIDED: Final = (CaseState.CURED, CaseState.MISTAKEN)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the alerts of norms in the calendar year up to a day.

    at: the instant of it, microseconds. quality: of norms with a decided alert; rulings: those that were made, in order.
    """

    day: date
    at: int
    quality: Mapping[str, Quality]
    rulings: tuple[Ruling, ...]

    def standing(self, norm: str) -> list[Ruling]:
        """The rulings about a norm since it was last restored."""
        of_norm = [one for one in self.rulings if one.norm == norm]
        restored = max((n for n, one in enumerate(of_norm) if one.act is NormActKind.RESTORE), default=-1)
        return of_norm[restored + 1 :]

    def is_silenced(self, norm: str) -> bool:
        """Whether nobody is told anything of a norm."""
        return any(one.act is NormActKind.SILENCE for one in self.standing(norm))


def known_quality(connection: sa.Connection) -> Known | None:
    """As far as the cases have followed; None before the first day of a watch."""
    progress = connection.execute(sa.select(watch_progress)).one_or_none()
    position = connection.scalar(sa.select(cases_progress.c.position))
    if progress is None or progress.day < 0 or position is None:
        return None
    day = date_from_day(progress.day)
    c = cases.c
    asked = sa.select(c.document).where(c.state.in_([*_DECIDED]), c.document["sort"].astext == Sort.TASK.value)
    labels = [label for document in connection.scalars(asked) for label in labels_of(document)]
    rulings = tuple(rulings_until(connection, position))
    restored = {one.norm: date_from_day(one.day) for one in rulings if one.act is NormActKind.RESTORE}
    return Known(day, progress.known, quality_of(labels, date(day.year, 1, 1), day, restored), rulings)


class Silencer:
    """Enters that norms are silenced; key: the operator's."""

    def __init__(self, engine: sa.Engine, journal: Journal, key: SigningKey) -> None:
        self._engine = engine
        self._journal = journal
        self._key = key

    def enter(self) -> int:
        """Silences the norms that are wrong too often and not silenced yet; how many."""
        with self._engine.connect() as connection:
            known = known_quality(connection)
        if known is None:
            return 0
        low = [one for one in known.quality.values() if one.is_too_low and not known.is_silenced(one.norm)]
        for one in sorted(low, key=lambda one: one.norm):
            times = sum(ruling.norm == one.norm for ruling in known.rulings)
            self._journal.submit_one(self._key.sign({
                "type": "norm_act", "id": f"silence-{one.norm}-{times}", "norm": one.norm,
                "act": NormActKind.SILENCE.value, "source": OPERATOR,
                "reason": f"of the first alerts of {one.right + one.wrong} owners in {known.day.year} {one.wrong} were wrong",
                "stated_at": instant_from_microseconds(known.at).isoformat(),
            }))  # fmt: skip
        return len(low)
