"""The names of parties as a reader knows them best, read at the moment of handing over and kept nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import sqlalchemy as sa

from kyosei.journal.tables import parties

__all__ = ["declared_names", "names_of"]

_SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "ja": ("Jpan", "Hani", "Kana", "Latn"),
    "ja-easy": ("Jpan", "Kana", "Hani", "Latn"),
    "my": ("Mymr", "Latn"),
    "km": ("Khmr", "Latn"),
}
"""Which script (ISO 15924) is looked for first; in other languages the Latin letters of the residence card."""


def declared_names(connection: sa.Connection, ids: Iterable[str]) -> dict[str, list[list[str]]]:
    """The names of each of these parties in every script, as (script, text): a filing has to name them."""
    asked = sa.select(parties.c.id, parties.c.names).where(parties.c.id.in_(sorted(set(ids))))
    return {row.id: row.names for row in connection.execute(asked)}


def names_of(connection: sa.Connection, ids: Iterable[str], language: str) -> dict[str, str]:
    """The name of each of these parties that has one."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    asked = sa.select(parties.c.id, parties.c.names).where(parties.c.id.in_(wanted))
    return {row.id: _known_best(row.names, language) for row in connection.execute(asked) if row.names}


def _known_best(names: list[list[str]], language: str) -> str:
    for script in _SCRIPTS.get(language, ("Latn",)):
        for written, text in names:
            if written == script:
                return text
    return names[0][1]
