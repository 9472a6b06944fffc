"""What an applicant is told of an application without looking: that the office asks for something, or that a card waits.

Both are the person's to do, so both go to the person alone, with the day, over the channels that they named, else by letter
(P14). What is asked, and why, is read on the application's own page. Each is posted once, whatever is interrupted when; when it
is done, its date falls away.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import sqlalchemy as sa

from kyosei.journal.applied import AskedOf, CardWaiting, asked_since, cards_since, newest_entry
from kyosei.journal.clock import Clock
from kyosei.journal.notice_tables import notices
from kyosei.notices.asking import Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.calendar import note_date
from kyosei.notices.outbox.posting import add_letter, post
from kyosei.notices.outbox.reach import channels_of, language_of
from kyosei.timelines.days import day_from_date, legal_day

__all__ = ["Applicants"]

_STAY: Final = "jp.immigration.lawful-stay"
"""What an application is about."""
_CARD: Final = "jp.immigration.take-the-card"


class Applicants:
    """Tells the persons who applied; it remembers up to which entry it has looked, and looks at all of them when it is new."""

    def __init__(self, engine: sa.Engine, catalogue: Catalogue, clock: Clock) -> None:
        self._engine = engine
        self._catalogue = catalogue
        self._clock = clock
        self._looked_at = -1

    def catch_up(self) -> int:
        """Tells of what was entered since; how much there was to tell."""
        now, told = self._clock(), 0
        with self._engine.begin() as connection:
            newest = newest_entry(connection)
            if newest <= self._looked_at:
                return 0
            for asked in asked_since(connection, self._looked_at, newest):
                told += self._tell_asked(connection, asked, now)
            for card in cards_since(connection, self._looked_at, newest, now):
                told += self._tell_card(connection, card, now)
        self._looked_at = newest
        return told

    def _tell_asked(self, connection: sa.Connection, asked: AskedOf, now: int) -> bool:
        request = NoticeRequest(
            f"application.{asked.id}", asked.person, Audience.CONCERNED, Occasion.REQUESTED, _STAY, {"person": asked.person},
            legal_day(asked.at), language_of(connection, asked.person), due=asked.due,
        )  # fmt: skip
        if asked.is_over:
            note_date(connection, asked.person, request.key, asked.due, now, cancelled=True)
            return False
        if asked.due < legal_day(now) or request.norm not in self._catalogue.norms:
            return False
        return self._posted(connection, request, now)

    def _tell_card(self, connection: sa.Connection, card: CardWaiting, now: int) -> bool:
        until = None if card.lawful_until is None else day_from_date(date.fromisoformat(card.lawful_until)) - 1
        request = NoticeRequest(
            f"application.card.{card.application}", card.person, Audience.HOLDER, Occasion.MET if until is None else Occasion.DUE,
            _CARD, {"person": card.person}, card.granted_on, language_of(connection, card.person), due=until,
        )  # fmt: skip
        if card.is_over:
            if until is not None:
                note_date(connection, card.person, request.key, until, now, cancelled=True)
            return False
        if (until is not None and until < legal_day(now)) or request.norm not in self._catalogue.norms:
            return False
        posted = self._posted(connection, request, now)
        if posted and until is not None and not channels_of(connection, card.person):
            add_letter(connection, request.key, card.person, now)
        return posted

    def _posted(self, connection: sa.Connection, request: NoticeRequest, now: int) -> bool:
        """Posts it, unless it was posted before."""
        if connection.scalar(sa.select(notices.c.key).where(notices.c.key == request.key)) is not None:
            return False
        post(connection, self._catalogue, request, now)
        return True
