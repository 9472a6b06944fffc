"""What parties are called on pages that have no records of a person at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import sqlalchemy as sa

from kyosei.facts.statements import Case
from kyosei.notices.outbox.names import names_of
from kyosei.terms.text import Language
from kyosei.verdicts.names import party_called

__all__ = ["called"]

_NO_RECORDS: Final = Case({})


def called(connection: sa.Connection, ids: Iterable[str], language: Language) -> dict[str, str]:
    """Each of these parties by the name that was declared for it, else as offices and places are called."""
    asked = set(ids)
    return {id_: party_called(id_, _NO_RECORDS, language) for id_ in asked} | names_of(connection, asked, language)
