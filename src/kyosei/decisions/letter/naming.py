"""What the parties in a dossier are called in its letter: by the names that were declared for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import sqlalchemy as sa

from kyosei.decisions.dossier import Dossier
from kyosei.facts.statements import Case
from kyosei.notices.outbox.names import names_of
from kyosei.terms.text import Language
from kyosei.verdicts.names import party_called

__all__ = ["names_for"]

_NOBODY_DECLARED: Final = Case({})


def names_for(
    connection: sa.Connection, dossier: Dossier, languages: Sequence[Language]
) -> Callable[[str, Language], str]:  # fmt: skip
    """How a letter about a dossier, in these languages, calls its parties; read once."""
    parties = _parties_in(dossier)
    declared = {language: names_of(connection, parties, language) for language in languages}

    def called(party: str, language: Language) -> str:
        return declared.get(language, {}).get(party) or party_called(party, _NOBODY_DECLARED, language)

    return called


def _parties_in(dossier: Dossier) -> frozenset[str]:
    assembled, opinion = dossier.assembled, dossier.opinion
    return frozenset({
        assembled.application.person, opinion.authority.office, *(one.source for one in assembled.facts),
        *(one.owner for one in assembled.gaps), *(one.party for of in assembled.findings for one in of.attribution),
        *(one.conduct for one in opinion.factors if one.conduct is not None),
    })  # fmt: skip
