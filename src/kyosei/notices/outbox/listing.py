"""What became of deliveries, for whoever keeps an installation: keys, channels, states and receipts, and nobody's records."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.journal.notice_tables import deliveries, notices, receipts
from kyosei.notices.outbox.receipts import delivered_on
from kyosei.timelines.days import JAPAN, date_from_day, instant_from_microseconds

__all__ = ["History", "ListedDelivery", "Receipt", "history_of", "listed_deliveries"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt, at an instant (microseconds)."""

    sort: str
    at: int
    detail: str


@dataclass(frozen=True, slots=True)
class ListedDelivery:
    """A delivery; not_before: when it leaves next (microseconds)."""

    key: str
    notice: str
    channel: str
    state: str
    attempts: int
    not_before: int
    receipts: tuple[Receipt, ...] = ()

    def document(self) -> dict[str, Any]:  # Any: JSON
        """As JSON."""
        document = asdict(self)
        document["not_before"] = _instant(self.not_before)
        document["receipts"] = [
            {"sort": one.sort, "at": _instant(one.at), "detail": one.detail} for one in self.receipts
        ]
        return document


@dataclass(frozen=True, slots=True)
class History:
    """What became of a notice; delivered_on: from which day a deadline counts."""

    notice: str
    made_at: int
    delivered_on: int | None
    deliveries: tuple[ListedDelivery, ...]

    def document(self) -> dict[str, Any]:  # Any: JSON
        """As JSON."""
        reached = None if self.delivered_on is None else date_from_day(self.delivered_on).isoformat()
        return {
            "notice": self.notice,
            "made_at": _instant(self.made_at),
            "delivered_on": reached,
            "deliveries": [one.document() for one in self.deliveries],
        }


def listed_deliveries(connection: sa.Connection, state: str | None, limit: int) -> list[ListedDelivery]:
    """Deliveries of a state, or of all, those that leave next first."""
    asked = sa.select(deliveries).order_by(deliveries.c.not_before, deliveries.c.key).limit(limit)
    if state is not None:
        asked = asked.where(deliveries.c.state == state)
    return [_listed(row) for row in connection.execute(asked)]


def history_of(connection: sa.Connection, key: str) -> History:
    """Of a notice, by its own key or that of a delivery. QuestionError if there is none."""
    of_delivery = sa.select(deliveries.c.notice).where(deliveries.c.key == key)
    found = connection.execute(
        sa.select(notices.c.key, notices.c.made_at).where(sa.or_(notices.c.key == key, notices.c.key.in_(of_delivery)))
    ).one_or_none()
    if found is None:
        raise QuestionError(f"there is no notice {key!r}; `kyosei notices list` shows those that there are")
    told: dict[str, list[Receipt]] = {}
    asked = sa.select(receipts).join(deliveries, deliveries.c.key == receipts.c.delivery)
    for row in connection.execute(
        asked.where(deliveries.c.notice == found.key).order_by(receipts.c.at, receipts.c.sort)
    ):
        told.setdefault(row.delivery, []).append(Receipt(row.sort, row.at, row.detail))
    rows = connection.execute(
        sa.select(deliveries).where(deliveries.c.notice == found.key).order_by(deliveries.c.channel)
    )
    listed = tuple(_listed(row, tuple(told.get(row.key, ()))) for row in rows)
    return History(found.key, found.made_at, delivered_on(connection, found.key), listed)


def _listed(row: sa.Row[Any], told: tuple[Receipt, ...] = ()) -> ListedDelivery:  # Any: a row of several types
    return ListedDelivery(row.key, row.notice, row.channel, row.state, row.attempts, row.not_before, told)


def _instant(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).astimezone(JAPAN).isoformat()
