"""One decision: its letter online, the records behind it, how the office went about it, and the letter as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.decisions.acts import Act, is_reviewed_now
from kyosei.decisions.checks.listed import CHECKS
from kyosei.decisions.dossier import Fact
from kyosei.decisions.letter.shapes import Edition
from kyosei.decisions.remedying import ask_line
from kyosei.errors import EntryRefusedError
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.text import Text
from kyosei.web.letters import edition_of, own_dossier
from kyosei.web.own.applying import words_in
from kyosei.web.own.mandated import DISPUTING, may
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["DECISION"]


_KINDS: Final = frozenset(kind.facts.name for kind in KINDS)
"""Of what is derived from records there is no page."""


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """edition: the letter in the reader's language. facts: the records behind it. acts: what was done about the dossier since;
    whoever did it is named to the person by the office alone. checks: what each asks of the process, and what it came to.

    ended: how the last review ended, None if none has. may_ask: whether the person can ask for a review now: none is open. key:
    makes it one review, however often it is asked.
    """

    address: str
    edition: Edition
    facts: Sequence[Fact]
    acts: Sequence[Act]
    checks: Sequence[tuple[Text, str]]
    ended: Act | None
    may_ask: bool
    key: str


def _show(visit: Visit) -> Shown | NotHere:
    found = own_dossier(visit)
    if found is None:
        return NotHere()
    asks = {one.id: one.asks for one in CHECKS}
    facts = [one for one in found.dossier.assembled.facts if one.role == "statement" and one.kind in _KINDS]
    checks = [(asks[one.check], one.came_to.value) for one in found.dossier.checks if one.check in asks]
    may_ask = visit.portal.entering is not None and not is_reviewed_now(found.acts) and may(visit, DISPUTING)
    edition = edition_of(visit, found)
    ended = next((one for one in reversed(found.acts) if one.outcome is not None), None)
    return Shown(DecisionShown(found.address, edition, facts, found.acts, checks, ended, may_ask, new_token()))


def _take(visit: Visit) -> Go | NotHere:
    """Asks for a review, as the person's word; what is open already stays as it is."""
    found, key = own_dossier(visit), visit.form.get("key", "")
    if found is None or visit.portal.entering is None or not is_token(key) or not may(visit, DISPUTING):
        return NotHere()
    subject = found.dossier.assembled.application.person
    try:
        visit.portal.entering.enter(
            ask_line(found.address, subject, visit.signed_in.actor, visit.now, key, words_in(visit))
        )
    except EntryRefusedError:
        if not is_reviewed_now(found.acts):
            raise
    return Go(f"/decisions/{found.address}")


def _is_for_another(visit: Visit) -> bool:
    return visit.signed_in.acts_for is not None and bool(visit.form)


DECISION: Final = Page("decision", "/decisions/{address}", PERSONS, DecisionShown, _show, _take, grave=_is_for_another)
