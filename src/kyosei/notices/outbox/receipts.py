"""Receipts: what is known to have become of a delivery; and from which day a deadline counts."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.errors import QuestionError
from kyosei.journal.notice_tables import deliveries, inbox, notices, receipts
from kyosei.notices.outbox.posting import add_letter
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.timelines.days import legal_day

__all__ = ["delivered_on", "read_in_portal", "record_for_parcel", "record_receipt"]


def record_receipt(connection: sa.Connection, delivery: str, sort: ReceiptSort, at: int, detail: str = "") -> bool:
    """Writes a receipt, once of each sort; False if it was there. What came back or was given up goes by letter, if it has a
    deadline. QuestionError if there is no such delivery.
    """
    row = connection.execute(
        sa.select(deliveries, notices.c.has_deadline)
        .join(notices, notices.c.key == deliveries.c.notice)
        .where(deliveries.c.key == delivery)
        .with_for_update(of=deliveries)
    ).one_or_none()
    if row is None:
        raise QuestionError(f"there is no delivery {delivery!r}; `kyosei notices show` names those of a notice")
    written = insert(receipts).values(delivery=delivery, sort=sort.value, at=at, detail=detail).on_conflict_do_nothing()
    if connection.scalar(written.returning(receipts.c.sort)) is None:
        return False
    state = _STATES[sort]
    if state is not None and row.state != "delivered":
        values = {"state": state, "claimed_until": None}
        connection.execute(sa.update(deliveries).where(deliveries.c.key == delivery).values(**values))
    if sort in (ReceiptSort.RETURNED, ReceiptSort.GIVEN_UP) and row.has_deadline and row.channel != "letter":
        add_letter(connection, row.notice, row.recipient, at)
    return True


def record_for_parcel(connection: sa.Connection, parcel: str, sort: ReceiptSort, at: int, detail: str = "") -> int:
    """Writes a receipt for all that left together under a key (a mail's envelope id); says how many are new."""
    keys = connection.scalars(
        sa.select(deliveries.c.key).where(deliveries.c.batch == parcel).order_by(deliveries.c.key)
    )
    return sum(record_receipt(connection, key, sort, at, detail) for key in keys.all())


def delivered_on(connection: sa.Connection, notice: str) -> int | None:
    """The legal day on which a notice (`NoticeRequest.key`) reached its recipient on a channel other than the portal; None
    while no receipt says so. A deadline counts from this day and from no other (P14).
    """
    returned = sa.select(receipts.c.delivery).where(receipts.c.sort == ReceiptSort.RETURNED.value)
    reached = (
        sa.select(sa.func.min(receipts.c.at))
        .join(deliveries, deliveries.c.key == receipts.c.delivery)
        .where(
            deliveries.c.notice == notice,
            receipts.c.sort.in_([ReceiptSort.DELIVERED.value, ReceiptSort.READ.value]),
            receipts.c.delivery.not_in(returned),
        )
    )
    found = connection.scalar(reached)
    return None if found is None else legal_day(found)


def read_in_portal(connection: sa.Connection, notice: str, at: int) -> None:
    """Marks a notice of the inbox as read. This begins no deadline."""
    unread = sa.and_(inbox.c.notice == notice, inbox.c.read_at.is_(None))
    connection.execute(sa.update(inbox).where(unread).values(read_at=at))


_STATES: dict[ReceiptSort, str | None] = {
    ReceiptSort.HANDED_OVER: "handed_over",
    ReceiptSort.DELIVERED: "delivered",
    ReceiptSort.READ: "delivered",
    ReceiptSort.RETURNED: "given_up",
    ReceiptSort.GIVEN_UP: "given_up",
    ReceiptSort.CANCELLED: "cancelled",
}
