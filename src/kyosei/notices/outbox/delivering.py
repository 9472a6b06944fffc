"""The worker of the outbox: takes what is due, hands it to its channel, and writes down what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, assert_never

import sqlalchemy as sa

from kyosei.journal.clock import Clock
from kyosei.journal.notice_tables import deliveries, notices, webhooks
from kyosei.notices.asking import Occasion
from kyosei.notices.channels.channel import Channel, Failed, HandedOver, Outcome, Parcel, Refused
from kyosei.notices.message import message_from
from kyosei.notices.outbox.claiming import Claim, claim
from kyosei.notices.outbox.names import names_of
from kyosei.notices.outbox.reach import address_of
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.notices.outbox.receipts import record_receipt
from kyosei.notices.outbox.timing import retry_at

__all__ = ["Delivered", "deliver"]


_DAY: Final = 86_400 * 1_000_000


@dataclass(slots=True)
class Delivered:
    """How many deliveries were handed over, wait for another attempt, and were given up."""

    handed_over: int = 0
    waiting: int = 0
    given_up: int = 0
    reasons: list[str] = field(default_factory=list)


def deliver(engine: sa.Engine, channels: Mapping[str, Channel], clock: Clock, *, most: int = 1_000) -> Delivered:
    """Delivers what is due now on these channels, at most so many parcels. Workers may run side by side, and be killed."""
    done = Delivered()
    for _ in range(most):
        with engine.begin() as connection:
            taken = claim(connection, channels, clock())
            parcel = None if taken is None else _parcel(connection, taken)
        if taken is None:
            break
        if parcel is None:
            outcome: Outcome = Refused("no address is known any more")
        else:
            outcome = channels[taken.channel].hand_over(parcel, clock())
        with engine.begin() as connection:
            _settle(connection, taken, outcome, clock(), done)
    return done


def _parcel(connection: sa.Connection, taken: Claim) -> Parcel | None:
    if taken.channel == "webhook":
        asked = sa.select(webhooks.c.url).where(webhooks.c.party == taken.recipient, webhooks.c.disabled.is_(None))
        address = connection.scalar(asked)
    else:
        address = address_of(connection, taken.recipient, taken.channel)
    if address is None and taken.channel != "letter":
        return None
    asked_notices = sa.select(notices).where(notices.c.key.in_(taken.notices)).order_by(notices.c.key)
    rows = connection.execute(asked_notices).all()
    messages = tuple(message_from(row.message) for row in rows)
    named = (message for row, message in zip(rows, messages, strict=True) if row.occasion != Occasion.CORRECTED)
    ids = [taken.recipient, *(party for message in named for _, party in message.about)]
    names = names_of(connection, ids, messages[0].language)
    made_at = min(row.made_at for row in rows)
    keys = tuple(row.key for row in rows)
    return Parcel(taken.key, taken.recipient, address or "", keys, messages, names, made_at)


def _settle(connection: sa.Connection, taken: Claim, outcome: Outcome, now: int, done: Delivered) -> None:
    match outcome:
        case HandedOver(delivered, detail):
            sort = ReceiptSort.DELIVERED if delivered else ReceiptSort.HANDED_OVER
            for key in taken.deliveries:
                record_receipt(connection, key, sort, now, detail)
            done.handed_over += len(taken.deliveries)
        case Failed(detail, retry_seconds):
            again = retry_at(taken.key, taken.attempts, now, retry_seconds)
            if again is None and taken.channel == "letter":
                again = now + _DAY  # nothing comes after the letter: it waits until it can be set
            if again is None:
                _give_up(connection, taken, detail, now, done)
            else:
                _try_again(connection, taken, again)
                done.waiting += len(taken.deliveries)
                done.reasons.append(detail)
        case Refused(detail, gone):
            if gone:
                party = webhooks.c.party == taken.recipient
                connection.execute(sa.update(webhooks).where(party).values(disabled=detail))
            _give_up(connection, taken, detail, now, done)
        case _:
            assert_never(outcome)


def _try_again(connection: sa.Connection, taken: Claim, again: int) -> None:
    connection.execute(sa.update(deliveries).where(_still_of(taken)).values(not_before=again, claimed_until=None))


def _give_up(connection: sa.Connection, taken: Claim, detail: str, now: int, done: Delivered) -> None:
    for key in connection.scalars(sa.select(deliveries.c.key).where(_still_of(taken)).with_for_update()).all():
        record_receipt(connection, key, ReceiptSort.GIVEN_UP, now, detail)
        done.given_up += 1
    done.reasons.append(detail)


def _still_of(taken: Claim) -> sa.ColumnElement[bool]:
    """What this attempt may still decide on: if its lease ended and another took it, that one does."""
    d = deliveries.c
    return sa.and_(d.key.in_(taken.deliveries), d.state == "waiting", d.attempts == taken.attempts)
