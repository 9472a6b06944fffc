"""Tells each source once a month how late and how incomplete its records are, where its kinds allow less (decision 177).

It is counted as known at the end of the month, once the watch has turned that day; so it is the same whenever it is counted. The
notices of a month and that it was told are one transaction. The month in which the watch first ran is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import sqlalchemy as sa

from kyosei.journal.clock import Clock
from kyosei.journal.locks import Lock, hold
from kyosei.journal.notice_tables import notices
from kyosei.journal.watch_tables import freshness_told, watch_progress
from kyosei.notices.asking import Audience, NoticeRequest, Occasion, Outstanding
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.outbox.posting import post
from kyosei.notices.outbox.reach import language_of
from kyosei.signals.breaches import Breach
from kyosei.signals.freshness import DAYS_TO_ANSWER, Freshness
from kyosei.signals.from_journal import read_freshness
from kyosei.signals.small_counts import told
from kyosei.timelines.days import date_from_day, day_from_date, legal_day
from kyosei.watch.moments import first_instant

__all__ = ["Sources", "outstanding_of"]

CORRECTED: Final = "corrected"
"""Beside a breach, for information: how long corrections take."""


class Sources:
    """Tells sources; `clock` says which month it is and when a notice is posted."""

    def __init__(self, engine: sa.Engine, catalogue: Catalogue, clock: Clock) -> None:
        self._engine = engine
        self._catalogue = catalogue
        self._clock = clock
        self._told = -1

    def catch_up(self) -> int:
        """Tells of the month that is over, unless that was done; how many sources were told. Months before are passed over."""
        now = self._clock()
        month = day_from_date(date_from_day(legal_day(now)).replace(day=1))
        if month <= self._told:
            return 0
        one_state = self._engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with one_state as connection, hold(connection, Lock.WATCH), connection.begin():
            last = connection.scalar(sa.select(sa.func.max(freshness_told.c.month_day)))
            if last is None or last < month:
                reached = connection.scalar(sa.select(watch_progress.c.day))
                if reached is None or reached < month:
                    return 0
                posted = 0 if last is None else self._tell(connection, month, now)
                connection.execute(sa.insert(freshness_told).values(month_day=month))
            else:
                posted = 0
        self._told = month
        return posted

    def _tell(self, connection: sa.Connection, month: int, now: int) -> int:
        posted = 0
        found = read_freshness(connection, first_instant(month) - 1)
        for source, rows in groupby(found, lambda one: one.source):
            outstanding = tuple(outstanding_of(rows))
            if not outstanding:
                continue
            request = NoticeRequest(
                f"freshness.{date_from_day(month).isoformat()[:7]}", source, Audience.SOURCE, Occasion.OUTSTANDING, "",
                {"source": source}, month - 1, language_of(connection, source), outstanding=outstanding,
            )  # fmt: skip
            there = sa.select(notices.c.key).where(notices.c.key == request.key)
            if connection.scalar(there) is None:
                post(connection, self._catalogue, request, now)
                posted += 1
        return posted


def outstanding_of(rows: Iterable[Freshness]) -> Iterator[Outstanding]:
    """What one source is told: each breach of each of its kinds, and beside it how long corrections of that kind take."""
    for one in rows:
        for breach in one.breaches:
            yield _outstanding(one, breach)
        if one.breaches and one.correction_days is not None:
            yield Outstanding(one.kind, CORRECTED, None, one.correction_days)


def _outstanding(one: Freshness, breach: Breach) -> Outstanding:
    match breach:
        case Breach.LATE:
            ninth = None if one.estimate is None else one.estimate.ninth_days
            return Outstanding(one.kind, breach.value, one.lag_days, ninth)
        case Breach.SILENT:
            return Outstanding(one.kind, breach.value, one.lag_days, one.silent_days)
        case Breach.INCOMPLETE:
            return Outstanding(one.kind, breach.value, None, told(one.wrong_counts))
        case Breach.UNANSWERED:
            return Outstanding(one.kind, breach.value, DAYS_TO_ANSWER, told(one.open_disputes))
