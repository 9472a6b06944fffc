"""Sealed dossiers: one that a look shows, with what was done about it since; and of others what names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.decisions.acts import Act
from kyosei.decisions.checks.examining import Neighbour
from kyosei.decisions.document import dossier_from
from kyosei.decisions.dossier import Dossier, Like, Result
from kyosei.errors import JournalError
from kyosei.journal.decided import like_rows, reasons_of
from kyosei.journal.decision_lines import address_of_document
from kyosei.journal.entries import Decision
from kyosei.journal.stored import Stored

__all__ = ["Sealed", "like_before", "neighbours_of", "sealed_dossier"]

_NEIGHBOURS: Final = 200
"""How many of an office's last dossiers a new one is compared with, as text."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A dossier as it was sealed, with the seal and every act since, in order. entries: these, and the register behind them."""

    address: str
    dossier: Dossier
    acts: tuple[Act, ...]
    entries: tuple[Stored, ...]


def sealed_dossier(path: ReadPath, request: Request, address: str) -> Sealed:
    """The dossier of an address, as it was signed; one look at the person. AccessRefusedError if it is not for whoever asks, or
    none is sealed about the person; JournalError if it was changed.
    """
    stored = path.dossier(request, address)
    return _sealed(address, stored)


def _sealed(address: str, stored: Sequence[Stored]) -> Sealed:
    acts = [one.entry for one in stored if isinstance(one.entry, Decision)]
    document = acts[0].document if acts else None
    if document is None or address_of_document(document) != address:
        raise JournalError(f"the seal of dossier {address} is not what it was; restore the store from a backup")
    told = tuple(
        Act(one.id, one.act, one.author, one.reason, one.language, one.recorded_at, one.outcome) for one in acts
    )
    return Sealed(address, dossier_from(document), told, tuple(stored))


def like_before(connection: sa.Connection, same_facts: str, position: int, application: str) -> tuple[Like, ...]:
    """The dossiers of other applications that were sealed before a position with the same legally relevant facts."""
    found = like_rows(connection, same_facts, position, application)
    return tuple(Like(row.dossier, Result(row.result), row.period) for row in found)


def neighbours_of(connection: sa.Connection, office: str, besides: str) -> tuple[Neighbour, ...]:
    """The last dossiers of an office about other applications, with the text of their reasons."""
    found = reasons_of(connection, office, besides, _NEIGHBOURS)
    return tuple(Neighbour(row.dossier, row.same, tuple(one["text"] for one in row.reasons)) for row in found)
