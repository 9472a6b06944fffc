"""Who relied on an answer: whoever read it through the read path, and whoever was told it as a party of a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from kyosei.access.past_looks import PastLook
from kyosei.access.requests import Role
from kyosei.journal.notice_tables import notices
from kyosei.journal.watch_tables import cases
from kyosei.notices.asking import Audience, Occasion
from kyosei.timelines.days import legal_day, microseconds_from_instant
from kyosei.watch.transitions import about_text

__all__ = ["Reliance", "kept_from", "looked", "told_by_cases"]

Row = sa.Row[*tuple[Any, ...]]  # Any: the columns of a row have different types

_STATED: Final = frozenset(
    {Occasion.DUE, Occasion.BREACHED, Occasion.UNMET, Occasion.LATE, Occasion.MET, Occasion.ESCALATED}
)
"""What says how something is. Who was told that it is open was told no answer."""


@dataclass(frozen=True, slots=True)
class Reliance:
    """That somebody read or was told an answer at an instant, as known at another (microseconds), on a day.

    under: the local id under whose records it was. look: None of who was told it by a case. answer: of a case, the norm and
    parties (`about_text`) that it told of; None: whatever the purpose of the look answers.
    """

    recipient: str
    under: str
    at: int
    known: int
    look: PastLook | None = None
    answer: tuple[str, str] | None = None

    @property
    def day(self) -> int:
        """The day on which it was."""
        return legal_day(self.at)


def looked(looks: Sequence[PastLook]) -> Iterator[Reliance]:
    """By looks, in their order."""
    for look in looks:
        entry = look.entry
        if entry.role == Role.CHECKER:  # where to reach who held a code, nobody knows
            continue
        yield Reliance(look.recipient, entry.subject, entry.logtime, entry.known, look)


def told_by_cases(connection: sa.Connection, subject: str, known: int) -> Iterator[Reliance]:
    """By notices of the cases about a subject that told before an instant how something is, and were not taken back.

    Whom a case told at that very instant how it stands now, needs no other telling.
    """
    n = notices.c
    asked = (
        sa.select(cases.c.document, n.event, n.recipient, n.norm, n.occasion, n.request)
        .join(cases, cases.c.id == n.case)
        .where(cases.c.subject == subject)
        .order_by(cases.c.id, n.key)
    )
    of_case: dict[tuple[str, str], list[tuple[int, int, Row]]] = {}
    for row in connection.execute(asked):
        places = {f"{one['ref']}.{row.document['id']}": place for place, one in enumerate(row.document["history"])}
        if (place := places.get(row.event)) is not None:
            at = microseconds_from_instant(datetime.fromisoformat(row.document["history"][place]["at"]))
            of_case.setdefault((row.document["id"], row.recipient), []).append((place, at, row))
    for told in of_case.values():
        told.sort(key=lambda one: one[0])
        if not any(at == known for _, at, _ in told):
            yield from _standing([(at, row) for _, at, row in told if at < known], subject)


def _standing(told: Sequence[tuple[int, Row]], subject: str) -> Iterator[Reliance]:
    found: list[Reliance] = []
    for at, row in told:
        if row.occasion == Occasion.WITHDRAWN:
            found.clear()
        elif row.occasion in _STATED and row.request["audience"] != Audience.SOURCE:
            answer = row.norm, about_text(row.request["about"])
            found.append(Reliance(row.recipient, subject, at, at, answer=answer))
    yield from found


def kept_from(connection: sa.Connection, subject: str) -> frozenset[str]:
    """The organisations that are to learn nothing by what changes about a person: of cases that rest on the person's word and of
    which they were not told, and of those that the person took to an office (P15).
    """
    asked = sa.select(cases.c.document).where(cases.c.subject == subject)
    found: set[str] = set()
    for document in connection.scalars(asked):
        if document["hushed"] or document["route"] == "office":
            found |= {document["owner"], *document["about"].values()}
    return frozenset(id_ for id_ in found if id_.startswith("org:"))
