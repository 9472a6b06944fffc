"""What who acts for a person may do in their name: the acts that the mandate on record names, and no other."""

from __future__ import annotations

from typing import Final

from kyosei.access.grounds import may_do
from kyosei.web.visit import Visit

__all__ = ["APPLYING", "DISPUTING", "may"]

APPLYING: Final = "apply"
DISPUTING: Final = "dispute"
"""Acts that a mandate may name."""


def may(visit: Visit, act: str) -> bool:
    """Whether the visitor may do an act (of `kyosei.facts.vocabulary.family.ACTS`) today. The person may do all; of who acts for
    them it is looked up among the mandates.
    """
    visitor = visit.signed_in
    if visitor.acts_for is None:
        return True
    with visit.portal.engine.connect() as connection:
        return may_do(connection, visitor.own_request(), act, visit.now, visit.today)
