"""Endpoints of webhooks: registered by their party, checked before they are kept, with secrets that can be exchanged."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.errors import QuestionError
from kyosei.journal.notice_tables import webhooks
from kyosei.notices.channels.guard import Guard
from kyosei.notices.channels.signing import endpoint_secret, shown_secret

__all__ = ["register_endpoint", "remove_endpoint", "rotate_secret", "secrets_at"]

_OLD_SIGNS_FOR: Final = 24 * 3_600 * 1_000_000
"""A day: long enough to configure the new secret at daytime."""


def register_endpoint(connection: sa.Connection, guard: Guard, key: bytes, party: str, url: str) -> str:
    """Keeps the address of a party's system, and says the secret that signs. UnsafeAddressError if we would not call it."""
    guard.destination(url)
    written = insert(webhooks).values(party=party, url=url, secret_number=1)
    connection.execute(written.on_conflict_do_update(index_elements=["party"], set_={"url": url, "disabled": None}))
    number = connection.scalar(sa.select(webhooks.c.secret_number).where(webhooks.c.party == party))
    assert number is not None
    return shown_secret(endpoint_secret(key, party, number))


def rotate_secret(connection: sa.Connection, key: bytes, party: str, now: int) -> str:
    """A new secret; for a day the old one signs as well. QuestionError if the party has no endpoint."""
    number = connection.scalar(
        sa.update(webhooks)
        .where(webhooks.c.party == party)
        .values(secret_number=webhooks.c.secret_number + 1, previous_until=now + _OLD_SIGNS_FOR)
        .returning(webhooks.c.secret_number)
    )
    if number is None:
        raise QuestionError(f"{party} has no webhook; register its address first")
    return shown_secret(endpoint_secret(key, party, number))


def remove_endpoint(connection: sa.Connection, party: str) -> None:
    """Calls the party's system no more. Its number stays, so that an old secret never signs again."""
    values = {"disabled": "removed", "secret_number": webhooks.c.secret_number + 1, "previous_until": None}
    connection.execute(sa.update(webhooks).where(webhooks.c.party == party).values(**values))


def secrets_at(connection: sa.Connection, key: bytes, party: str, now: int) -> tuple[bytes, ...]:
    """The secrets that sign at an instant, the newest first."""
    row = connection.execute(sa.select(webhooks).where(webhooks.c.party == party)).one()
    numbers = [row.secret_number]
    if row.previous_until is not None and now < row.previous_until:
        numbers.append(row.secret_number - 1)
    return tuple(endpoint_secret(key, party, number) for number in numbers)
