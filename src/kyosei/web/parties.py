"""What parties are called on pages that have no records of a person at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import sqlalchemy as sa

from kyosei.facts.statements import Case, Name
from kyosei.notices.outbox.names import declared_names, names_of
from kyosei.terms.text import Language
from kyosei.verdicts.names import party_called

__all__ = ["called", "with_names"]

_NO_RECORDS: Final = Case({})


def called(connection: sa.Connection, ids: Iterable[str], language: Language) -> dict[str, str]:
    """Each of these parties by the name that was declared for it, else as offices and places are called."""
    asked = set(ids)
    return {id_: party_called(id_, _NO_RECORDS, language) for id_ in asked} | names_of(connection, asked, language)


def with_names(connection: sa.Connection, case: Case) -> Case:
    """A case with the names that were declared for its parties, in every script: a filing has to name them."""
    declared = declared_names(connection, case.parties)
    names = {id_: tuple(Name(script, text) for script, text in found) for id_, found in declared.items()}
    named = {id_: replace(party, names=names.get(id_, ())) for id_, party in case.parties.items()}
    return replace(case, parties=named)
