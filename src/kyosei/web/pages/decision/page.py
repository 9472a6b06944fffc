"""One decision: its letter online, the records behind it, how the office went about it, and the letter as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.decisions.acts import Act
from kyosei.decisions.checks.listed import CHECKS
from kyosei.decisions.dossier import Fact
from kyosei.decisions.letter.shapes import Edition
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.text import Text
from kyosei.web.letters import edition_of, own_dossier
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["DECISION"]


_KINDS: Final = frozenset(kind.facts.name for kind in KINDS)
"""Of what is derived from records there is no page."""


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """edition: the letter in the reader's language. facts: the records behind it. acts: what was done about the dossier since;
    whoever did it is named to the person by the office alone. checks: what each asks of the process, and what it came to.
    """

    address: str
    edition: Edition
    facts: Sequence[Fact]
    acts: Sequence[Act]
    checks: Sequence[tuple[Text, str]]


def _show(visit: Visit) -> Shown | NotHere:
    found = own_dossier(visit)
    if found is None:
        return NotHere()
    asks = {one.id: one.asks for one in CHECKS}
    facts = [one for one in found.dossier.assembled.facts if one.role == "statement" and one.kind in _KINDS]
    checks = [(asks[one.check], one.came_to.value) for one in found.dossier.checks if one.check in asks]
    return Shown(DecisionShown(found.address, edition_of(visit, found), facts, found.acts, checks))


DECISION: Final = Page("decision", "/decisions/{address}", PERSONS, DecisionShown, _show)
