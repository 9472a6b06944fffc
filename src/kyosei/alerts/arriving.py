"""Receipts of notices become acts on their cases: from that day, and from no other, the time to cure counts (P14).

An act is signed with the operator's key as its program, and names the notice's event; nobody else's word that something was
delivered has an effect (`kyosei.cases.acts`). Its id is made of the notice, so that entering it again adds nothing.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kyosei.cases.acts import OPERATOR, ActKind
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["Arrivals"]

_MOST: Final = 1_000

_UNSAID: Final = sa.text("""
    WITH reached AS (
        SELECT deliveries.notice, min(receipts.at) AS at FROM receipts
        JOIN deliveries ON deliveries.key = receipts.delivery
        WHERE receipts.sort IN ('delivered', 'read') AND NOT EXISTS (
            SELECT FROM receipts AS returned
            WHERE returned.delivery = receipts.delivery AND returned.sort = 'returned'
        )
        GROUP BY deliveries.notice
    ), said AS (
        SELECT event, count(*) AS times, (array_agg(act ORDER BY sequence DESC))[1] AS last FROM case_acts
        WHERE event IS NOT NULL AND source = :operator AND act IN ('delivered', 'undelivered')
        GROUP BY event
    ), back AS (
        SELECT deliveries.notice, max(receipts.at) AS at FROM receipts
        JOIN deliveries ON deliveries.key = receipts.delivery
        WHERE receipts.sort = 'returned' GROUP BY deliveries.notice
    )
    SELECT notices.key, notices.event, notices."case", reached.at AS reached_at, back.at AS back_at,
        coalesce(said.times, 0) AS times
    FROM notices
    JOIN cases ON cases.id = notices."case" AND cases.owner = notices.recipient
    LEFT JOIN reached ON reached.notice = notices.key
    LEFT JOIN back ON back.notice = notices.key
    LEFT JOIN said ON said.event = notices.event
    WHERE notices.has_deadline AND (
        (reached.at IS NOT NULL AND coalesce(said.last, 'undelivered') = 'undelivered')
        OR (reached.at IS NULL AND said.last = 'delivered')
    )
    ORDER BY notices.key LIMIT :most
""")


class Arrivals:
    """Enters what receipts tell about the notices of cases; key: the operator's."""

    def __init__(self, engine: sa.Engine, journal: Journal, key: SigningKey) -> None:
        self._engine = engine
        self._journal = journal
        self._key = key

    def enter(self) -> int:
        """Enters what the journal does not have yet; how many acts."""
        with self._engine.connect() as connection:
            rows = connection.execute(_UNSAID, {"operator": OPERATOR, "most": _MOST}).all()
        for row in rows:
            reached = row.reached_at is not None
            at = row.reached_at if reached else row.back_at
            self._journal.submit_one(self._key.sign({
                "type": "case_act", "id": f"receipt-{row.key}-{row.times}", "case": row.case, "event": row.event,
                "act": (ActKind.DELIVERED if reached else ActKind.UNDELIVERED).value,
                "reason": f"receipt of notice {row.key}", "source": OPERATOR,
                "stated_at": instant_from_microseconds(at).isoformat(),
            }))  # fmt: skip
        return len(rows)
