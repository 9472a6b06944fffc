"""How many looks there were, by month, purpose and institution: what everybody may know of them.

Only months that are over are told, so that two readings of a figure never differ by one look. Of fewer than ten persons nothing
but that is told, and there are no sums from which it could be worked out. Offices stand by their names; organisations, of which
one may be a natural person, by their role alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa

from kyosei.signals.small_counts import people_told, told

__all__ = ["Looks", "looks_by_month"]


@dataclass(frozen=True, slots=True)
class Looks:
    """Looks of a month (its first day) for a purpose. who: an office, or a role. looks, refused, persons: None: of fewer than ten
    persons; persons to the nearest five.
    """

    month: date
    purpose: str
    who: str
    looks: int | None
    refused: int | None
    persons: int | None


def looks_by_month(connection: sa.Connection, today: date, months: int = 12) -> list[Looks]:
    """The looks of the last months that are over before today's, the newest first."""
    until = today.replace(day=1)
    first = until.year * 12 + until.month - 1 - months
    asked = {"from": date(first // 12, first % 12 + 1, 1), "until": until}
    return [_looks(*row) for row in connection.execute(_LOOKS, asked)]


def _looks(month: date, purpose: str, who: str, looks: int, refused: int, persons: int) -> Looks:
    shown = people_told(persons)
    if shown is None:
        return Looks(month, purpose, who, None, None, None)
    return Looks(month, purpose, who, looks, told(refused), shown)


_LOOKS: Final = sa.text("""
    SELECT month, purpose, who, count(*) AS looks, count(*) FILTER (WHERE decision <> 'permitted') AS refused,
        count(DISTINCT subject) AS persons
    FROM (
        SELECT date_trunc('month', to_timestamp((logtime + 32400000000) / 1000000.0) AT TIME ZONE 'UTC')::date AS month,
            coalesce(purpose, '') AS purpose, decision, subject,
            CASE WHEN organisation LIKE 'authority:%' OR organisation LIKE 'municipality:%' OR organisation LIKE 'insurer:%'
                THEN organisation ELSE role END AS who
        FROM access_log
    ) AS looked
    WHERE month >= :from AND month < :until
    GROUP BY month, purpose, who ORDER BY month DESC, who, purpose
""")
