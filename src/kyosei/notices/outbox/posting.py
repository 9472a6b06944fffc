"""Posting a notice: in the transaction of whoever decided that it is told, so that neither stands without the other.

The portal's inbox is written in that same transaction. Every other channel gets a delivery whose key is made of the event, the
recipient and the channel, so that posting again, in any order and any batching, adds nothing.
"""

from __future__ import annotations

import hashlib
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.journal.notice_tables import deliveries, inbox, notices, receipts
from kyosei.notices.asking import Audience, NoticeRequest, Occasion, request_document
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.calendar import note_date
from kyosei.notices.composing import compose
from kyosei.notices.message import Message, message_document
from kyosei.notices.outbox.reach import channels_of, preferences_of, snoozed_until
from kyosei.notices.outbox.timing import digest_slot, start_of_day

__all__ = ["add_letter", "delivery_key", "post", "take_back"]

_CAN_WAIT_DAYS: Final = 7
"""What asks something by a nearer day joins no digest."""


def post(
    connection: sa.Connection, catalogue: Catalogue, request: NoticeRequest, now: int, *, leaves: bool = True
) -> str:
    """Posts a notice and says its key; if this event was told to this recipient before, nothing is added. leaves: whether it
    goes beyond the portal's inbox; what ends a matter that never left need not.

    A deadline gets a channel beside the portal: where the party named none, a letter (P14). QuestionError as for `compose`.
    """
    message = compose(catalogue, request)
    has_deadline = message.task_of is not None and (request.due is not None or request.answer_days is not None)
    added = connection.scalar(
        insert(notices)
        .values(
            key=request.key, event=request.event, recipient=request.recipient, norm=request.norm, case=request.case,
            occasion=request.occasion.value, has_deadline=has_deadline, request=request_document(request),
            message=message_document(message), made_at=now,
        )
        .on_conflict_do_nothing()
        .returning(notices.c.key)
    )  # fmt: skip
    if added is None:
        return request.key
    connection.execute(sa.insert(inbox).values(notice=request.key, recipient=request.recipient, arrived_at=now))
    channels = channels_of(connection, request.recipient) if leaves else []
    for channel in channels:
        _add_delivery(connection, request, message, channel, now)
    if has_deadline and leaves and not channels:
        add_letter(connection, request.key, request.recipient, now)
    if request.due is not None and request.audience is not Audience.PROTECTED:  # another's date is not theirs (P06)
        note_date(
            connection, request.recipient, request.case or request.key, request.due, now,
            cancelled=request.occasion in (Occasion.MET, Occasion.LATE, Occasion.WITHDRAWN),
        )  # fmt: skip
    return request.key


def take_back(connection: sa.Connection, recipient: str, case: str, now: int) -> int:
    """Cancels what still waits of a case, because it was cured or withdrawn; says how many. What was handed over stays.

    A delivery that is being handed over at this moment is not cancelled: whoever got it is told by the next notice.
    """
    held = sa.select(notices.c.key).where(notices.c.recipient == recipient, notices.c.case == case)
    cancelled = connection.scalars(
        sa.update(deliveries)
        .where(
            deliveries.c.notice.in_(held), deliveries.c.state == "waiting",
            sa.or_(deliveries.c.claimed_until.is_(None), deliveries.c.claimed_until <= now),
        )
        .values(state="cancelled")
        .returning(deliveries.c.key)
    ).all()  # fmt: skip
    for key in cancelled:
        connection.execute(sa.insert(receipts).values(delivery=key, sort="cancelled", at=now, detail=case))
    return len(cancelled)


def delivery_key(notice: str, channel: str) -> str:
    """The idempotency key of a notice (made of event and recipient) on a channel: 32 hexadecimal digits."""
    return hashlib.sha256(f"{notice}:{channel}".encode()).hexdigest()[:32]


def add_letter(connection: sa.Connection, notice: str, recipient: str, now: int) -> None:
    """Has a notice go by letter as well; once."""
    connection.execute(_delivery(notice, recipient, "letter", now, None))


def _add_delivery(connection: sa.Connection, request: NoticeRequest, message: Message, channel: str, now: int) -> None:
    """Webhooks leave at once: systems know no night. E-mail joins its reader's digest; quiet hours are kept when it leaves."""
    slot, not_before = None, max(now, snoozed_until(connection, request.recipient, request.case) or now)
    if channel == "email":
        preferences = preferences_of(connection, request.recipient)
        can_wait = message.task_of is None or (
            request.due is not None and start_of_day(request.due - _CAN_WAIT_DAYS) > now
        )
        slot = digest_slot(not_before, preferences) if can_wait else None
        not_before = not_before if slot is None else slot
    connection.execute(_delivery(request.key, request.recipient, channel, not_before, slot))


def _delivery(notice: str, recipient: str, channel: str, not_before: int, slot: int | None) -> sa.Insert:
    key = delivery_key(notice, channel)
    values = {"notice": notice, "recipient": recipient, "channel": channel, "not_before": not_before, "slot": slot}
    return insert(deliveries).values(key=key, state="waiting", attempts=0, **values).on_conflict_do_nothing()
