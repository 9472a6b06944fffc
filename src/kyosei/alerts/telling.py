"""Posts the notices of cases in the transaction that derived the cases: neither stands without the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from kyosei.alerts.steps import Step, steps_of
from kyosei.cases.case import Case
from kyosei.journal.clock import Clock
from kyosei.journal.notice_tables import deliveries, notices
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.calendar import note_date
from kyosei.notices.outbox.posting import post, take_back
from kyosei.notices.outbox.reach import language_of

__all__ = ["Teller"]


class Teller:
    """Tells the parties of cases; `clock` says when something is posted, and has no part in what."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self.posted = 0

    def tell(self, connection: sa.Connection, cases: Sequence[Case]) -> None:
        """Posts what has not been told yet about these cases; to be called as often as they are derived."""
        if not cases:
            return
        there = set(connection.scalars(sa.select(notices.c.key).where(notices.c.case.in_([case.id for case in cases]))))
        for case in cases:
            for step in steps_of(case, self._catalogue):
                self._take(connection, case, step, there)
            self._note_end_of_cure(connection, case)

    def _take(self, connection: sa.Connection, case: Case, step: Step, there: set[str]) -> None:
        now = self._clock()
        if step.closes and not step.requests:
            take_back(connection, case.owner, case.id, now)
        for request in step.requests:
            if request.key in there:
                continue
            leaves = True
            if step.supersedes:
                take_back(connection, request.recipient, case.id, now)
                leaves = not step.closes or _anything_left(connection, request.recipient, case.id)
            said = replace(request, language=language_of(connection, request.recipient))
            post(connection, self._catalogue, said, now, leaves=leaves)
            self.posted += 1

    def _note_end_of_cure(self, connection: sa.Connection, case: Case) -> None:
        """The day by which it is to be cured is known from the receipt on; it moves when the clock of the case stood still. When
        the case is over, its date falls away.
        """
        if case.state.is_over:
            day = case.due_on if case.due_on >= 0 else case.deadline
            if day >= 0:
                note_date(connection, case.owner, case.id, day, self._clock(), cancelled=True)
            return
        if case.due_on >= 0 and case.paused_since < 0:
            note_date(connection, case.owner, case.id, case.due_on, self._clock(), cancelled=False)


def _anything_left(connection: sa.Connection, recipient: str, case: str) -> bool:
    """Whether something about a case has left to a recipient, or is leaving: only then must be said that it is over."""
    asked = (
        sa.select(deliveries.c.key)
        .join(notices, notices.c.key == deliveries.c.notice)
        .where(notices.c.recipient == recipient, notices.c.case == case, deliveries.c.state != "cancelled")
    )
    return connection.scalar(asked.limit(1)) is not None
