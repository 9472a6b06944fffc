"""Sealed dossiers out of the journal, and what was done about each since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.decisions.checks.examining import Neighbour
from kyosei.decisions.document import dossier_from
from kyosei.decisions.dossier import Dossier, Like, Result
from kyosei.errors import JournalError, QuestionError
from kyosei.journal.decision_lines import address_of_document
from kyosei.journal.entries import Decision, DecisionAct
from kyosei.journal.stored import Stored, checked
from kyosei.journal.tables import decisions, entries

__all__ = ["Act", "Sealed", "addresses", "like_before", "neighbours_of", "sealed_dossier"]

Row = sa.Row[Any]  # Any: the columns of a row have different types

_NEIGHBOURS: Final = 200
"""How many of an office's last dossiers a new one is compared with, as text."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did about a dossier; at: when it was recorded (microseconds)."""

    id: str
    act: DecisionAct
    by: str
    reason: str
    language: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A dossier as it was sealed, with the seal and every act since, in order, and the entries that they are."""

    address: str
    dossier: Dossier
    acts: tuple[Act, ...]
    entries: tuple[Stored, ...]


def sealed_dossier(connection: sa.Connection, address: str) -> Sealed:
    """The dossier of an address, read from what was signed. QuestionError if none is sealed; JournalError if it was changed."""
    d, e = decisions.c, entries.c
    found = connection.execute(
        sa.select(entries).join(decisions, e.sequence == d.sequence).where(d.dossier == address).order_by(e.sequence)
    ).all()
    stored = tuple(checked(row) for row in found)
    if not stored:
        raise QuestionError(f"no dossier {address} is sealed; `kyosei decisions list` names those that are")
    acts = [one.entry for one in stored]
    seal = acts[0]
    if not isinstance(seal, Decision) or seal.document is None or address_of_document(seal.document) != address:
        raise JournalError(f"the seal of dossier {address} is not what it was; restore the store from a backup")
    told = tuple(
        Act(one.id, one.act, one.author, one.reason, one.language, one.recorded_at)
        for one in acts if isinstance(one, Decision)
    )  # fmt: skip
    return Sealed(address, dossier_from(seal.document), told, stored)


def addresses(connection: sa.Connection, *, office: str | None = None, person: str | None = None) -> Iterator[str]:
    """Of every sealed dossier, the oldest first."""
    d = decisions.c
    asked = sa.select(d.dossier).where(d.act == DecisionAct.SEAL.value).order_by(d.sequence)
    if office is not None:
        asked = asked.where(d.source == office)
    if person is not None:
        asked = asked.where(d.person == person)
    yield from connection.scalars(asked)


def like_before(connection: sa.Connection, same_facts: str, position: int, application: str) -> tuple[Like, ...]:
    """The dossiers of other applications that were sealed before a position with the same legally relevant facts."""
    found = connection.execute(
        _LIKE, {"same": same_facts, "position": position, "application": application}
    )  # fmt: skip
    return tuple(Like(row.dossier, Result(row.result), row.period) for row in found)


def neighbours_of(connection: sa.Connection, office: str, besides: str) -> tuple[Neighbour, ...]:
    """The last dossiers of an office about other applications, with the text of their reasons."""
    found = connection.execute(_NEAR, {"office": office, "application": besides, "most": _NEIGHBOURS})
    return tuple(
        Neighbour(row.dossier, row.same, tuple(one["text"] for one in row.reasons)) for row in found
    )  # fmt: skip


_LIKE: Final = sa.text("""
    SELECT dossier, document -> 'opinion' -> 'outcome' ->> 'result' AS result,
        document -> 'opinion' -> 'outcome' ->> 'period' AS period
    FROM decisions
    WHERE document -> 'assembled' ->> 'same_facts' = :same AND act = 'seal' AND sequence < :position
        AND application <> :application
    ORDER BY sequence
""")
_NEAR: Final = sa.text("""
    SELECT dossier, document -> 'assembled' ->> 'same_facts' AS same, document -> 'opinion' -> 'reasons' AS reasons
    FROM decisions
    WHERE source = :office AND act = 'seal' AND application <> :application
    ORDER BY sequence DESC LIMIT :most
""")
