"""Putting drafts in the place of the norms that they would change, for what-if alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kyosei.errors import LawError
from kyosei.norms.declare import Norm

__all__ = ["with_drafts"]


def with_drafts(norms: Iterable[Norm], drafts: Iterable[Norm]) -> tuple[Norm, ...]:
    """The norms as they would stand: each draft stands where its norm stands, from its own first day on.

    What is in force ends the day before; a version that would begin later falls away. LawError if a draft is not marked as
    one, or if there is no such norm.
    """
    result = list(norms)
    for draft in drafts:
        if draft.layer != "draft":
            raise LawError(f"{draft.id} is put forward as a draft; declare it with layer='draft'")
        places = [place for place, norm in enumerate(result) if norm.id == draft.id]
        if not places:
            raise LawError(f"the draft {draft.id} changes a norm that the law does not have; list that norm first")
        first = draft.force.from_day
        kept = [
            replace(norm, force=replace(norm.force, until_day=min(norm.force.until_day, first)))
            for norm in (result[place] for place in places)
            if norm.force.from_day < first
        ]
        others = [norm for norm in result[places[0] :] if norm.id != draft.id]
        result[places[0] :] = [*kept, draft, *others]
    return tuple(result)
