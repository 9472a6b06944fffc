"""Calendar feeds (RFC 5545, RFC 7986): a party's dates under a secret address, with titles that reveal nothing.

The address holds a token of 256 bits, of which only a digest is kept; its owner revokes it at any time. A date keeps its UID;
when it moves or falls away its SEQUENCE rises (section 3.8.7.4), and it stays in the feed as cancelled.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.errors import InputError
from kyosei.journal.notice_tables import calendar_entries, calendar_feeds
from kyosei.notices.voice import Voice, voice_of
from kyosei.publication.calendar.content_lines import stream_of, text_value
from kyosei.timelines.days import date_from_day, instant_from_microseconds

__all__ = ["calendar_of", "feeds_of", "new_feed", "note_date", "revoke_feeds"]

_TOKEN_BYTES: Final = 32


def note_date(connection: sa.Connection, party: str, matter: str, day: int, now: int, *, cancelled: bool) -> None:
    """Puts a date of a matter (a case, or a notice of its own) into the party's calendar, moves it, or marks it as cancelled.

    What is cancelled before it was ever there is not put in.
    """
    uid = hashlib.sha256(json.dumps([party, matter], ensure_ascii=False).encode()).hexdigest()[:32]
    e = calendar_entries.c
    values = {"day": day, "cancelled": cancelled}
    changed = sa.or_(e.day != day, e.cancelled != cancelled)
    updated = connection.execute(
        sa.update(calendar_entries)
        .where(e.uid == uid, changed)
        .values(**values, sequence=e.sequence + 1, stamped_at=now)
    )
    if updated.rowcount == 0 and not cancelled:
        written = insert(calendar_entries).values(uid=uid, party=party, sequence=0, stamped_at=now, **values)
        connection.execute(written.on_conflict_do_nothing())


def new_feed(connection: sa.Connection, party: str, language: str, entropy: bytes, now: int) -> str:
    """A new feed; says its token, which is shown once. entropy: 32 random bytes. Feeds from before go on until revoked."""
    if len(entropy) != _TOKEN_BYTES:
        raise InputError(f"the token of a feed is made of {_TOKEN_BYTES} random bytes")
    voice_of(language)
    token = base64.urlsafe_b64encode(entropy).decode().rstrip("=")
    values = {"token_digest": _digest(token), "party": party, "language": language, "made_at": now}
    connection.execute(sa.insert(calendar_feeds).values(**values))
    return token


def feeds_of(connection: sa.Connection, party: str) -> int:
    """How many feeds of a party go on."""
    going_on = sa.and_(calendar_feeds.c.party == party, calendar_feeds.c.revoked_at.is_(None))
    return int(connection.scalar(sa.select(sa.func.count()).select_from(calendar_feeds).where(going_on)) or 0)


def revoke_feeds(connection: sa.Connection, party: str, now: int) -> int:
    """Ends all feeds of a party; says how many there were."""
    going_on = sa.and_(calendar_feeds.c.party == party, calendar_feeds.c.revoked_at.is_(None))
    return connection.execute(sa.update(calendar_feeds).where(going_on).values(revoked_at=now)).rowcount


def calendar_of(connection: sa.Connection, token: str) -> str | None:
    """The calendar at an address; None for a token that never was or was revoked: the two cannot be told apart."""
    f = calendar_feeds.c
    feed = connection.execute(
        sa.select(calendar_feeds).where(f.token_digest == _digest(token), f.revoked_at.is_(None))
    ).one_or_none()
    if feed is None:
        return None
    voice = voice_of(feed.language)
    asked = sa.select(calendar_entries).where(calendar_entries.c.party == feed.party)
    rows = connection.execute(asked.order_by(calendar_entries.c.day, calendar_entries.c.uid)).all()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kyosei//Notices//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text_value(voice('calendar.name'))}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        *(line for row in rows for line in _event(row, voice)),
        "END:VCALENDAR",
    ]
    return stream_of(lines)


def _event(row: sa.Row[Any], voice: Voice) -> Iterator[str]:  # Any: a row of several types
    day = date_from_day(row.day)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.uid}@notices.kyosei"
    yield f"SEQUENCE:{row.sequence}"
    yield f"DTSTAMP:{instant_from_microseconds(row.stamped_at):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{text_value(voice('calendar.entry'))}"
    yield f"DESCRIPTION:{text_value(voice('calendar.where'))}"
    yield f"STATUS:{'CANCELLED' if row.cancelled else 'CONFIRMED'}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
