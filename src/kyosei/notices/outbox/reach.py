"""How a party is reached: its addresses, its system's webhook, what it prefers, and what it asked to be left alone with."""

from __future__ import annotations

from email.headerregistry import Address
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.errors import InputError
from kyosei.journal.notice_tables import contacts, deliveries, notice_preferences, notices, snoozes, webhooks
from kyosei.notices.outbox.timing import NO_PREFERENCES, Preferences, start_of_day
from kyosei.notices.voice import voice_of
from kyosei.timelines.days import date_from_day, day_from_date

__all__ = [
    "address_of", "channels_of", "language_of", "preferences_of", "set_contact", "set_language", "set_preferences", "snooze",
    "snoozed_until",
]  # fmt: skip

SNOOZED_DAYS_MOST: Final = 30
"""A snooze ends by itself; nobody sleeps through more than a month by one tap."""


def set_contact(connection: sa.Connection, party: str, channel: str, address: str | None) -> None:
    """Writes or removes an address: an e-mail address, or the lines of a postal one. InputError if it is none."""
    if address is None:
        connection.execute(sa.delete(contacts).where(contacts.c.party == party, contacts.c.channel == channel))
        return
    if channel == "email":
        try:
            Address(addr_spec=address)
        except (ValueError, IndexError) as error:
            raise InputError(f"{address!r} is no e-mail address; write name@domain") from error
    elif channel != "letter" or not address.strip():
        raise InputError(f"{channel}: addresses are kept for email and letter, and are not empty")
    written = insert(contacts).values(party=party, channel=channel, address=address)
    connection.execute(
        written.on_conflict_do_update(index_elements=["party", "channel"], set_={"address": written.excluded.address})
    )


def address_of(connection: sa.Connection, party: str, channel: str) -> str | None:
    """The address of a party on a channel."""
    asked = sa.select(contacts.c.address).where(contacts.c.party == party, contacts.c.channel == channel)
    return connection.scalar(asked)


def channels_of(connection: sa.Connection, party: str) -> list[str]:
    """The channels beside the portal and the letter on which a party wants to be told."""
    found = []
    if connection.scalar(sa.select(webhooks.c.party).where(webhooks.c.party == party, webhooks.c.disabled.is_(None))):
        found.append("webhook")
    if address_of(connection, party, "email") is not None:
        found.append("email")
    return found


def set_preferences(connection: sa.Connection, party: str, preferences: Preferences) -> None:
    """Writes what a party prefers."""
    begin, end = preferences.quiet or (None, None)
    values = {"quiet_from": begin, "quiet_until": end, "digest_at": preferences.digest_at}
    written = insert(notice_preferences).values(party=party, **values)
    connection.execute(written.on_conflict_do_update(index_elements=["party"], set_=values))


def preferences_of(connection: sa.Connection, party: str) -> Preferences:
    """What a party prefers."""
    row = connection.execute(sa.select(notice_preferences).where(notice_preferences.c.party == party)).one_or_none()
    if row is None:
        return NO_PREFERENCES
    return Preferences(None if row.quiet_from is None else (row.quiet_from, row.quiet_until), row.digest_at)


def set_language(connection: sa.Connection, party: str, language: str) -> None:
    """Writes in which language a party is told. QuestionError if notices are not written in it."""
    voice_of(language)
    written = insert(notice_preferences).values(party=party, language=language)
    connection.execute(written.on_conflict_do_update(index_elements=["party"], set_={"language": language}))


def language_of(connection: sa.Connection, party: str) -> str:
    """In which language a party is told: as it chose, else people in easy Japanese, organisations and offices in Japanese."""
    asked = sa.select(notice_preferences.c.language).where(notice_preferences.c.party == party)
    return connection.scalar(asked) or ("ja-easy" if party.startswith("person:") else "ja")


def snooze(connection: sa.Connection, party: str, case: str, today: int, until_day: int) -> int:
    """Leaves a party alone with a case until a day, and says until which: at most thirty days, and never to a day by which
    something is asked of it. What waits is held until then.
    """
    asked = sa.select(sa.func.min(sa.cast(notices.c.request["due"].astext, sa.Date))).where(
        notices.c.recipient == party, notices.c.case == case, notices.c.has_deadline,
        sa.cast(notices.c.request["due"].astext, sa.Date) >= date_from_day(today),
    )  # fmt: skip
    due = connection.scalar(asked)
    until = min(until_day, today + SNOOZED_DAYS_MOST)
    if due is not None:
        until = min(until, day_from_date(due) - 1)
    until = max(until, today)
    written = insert(snoozes).values(party=party, case=case, until_day=until)
    connection.execute(written.on_conflict_do_update(index_elements=["party", "case"], set_={"until_day": until}))
    held = sa.select(notices.c.key).where(notices.c.recipient == party, notices.c.case == case)
    begins = start_of_day(until)
    connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.notice.in_(held), deliveries.c.state == "waiting", deliveries.c.not_before < begins)
        .values(not_before=begins)
    )
    return until


def snoozed_until(connection: sa.Connection, party: str, case: str | None) -> int | None:
    """The instant until which a party is left alone with a case."""
    if case is None:
        return None
    until = connection.scalar(sa.select(snoozes.c.until_day).where(snoozes.c.party == party, snoozes.c.case == case))
    return None if until is None else start_of_day(until)
