"""What the notice to whose turn it is says about curing: what is to be done, until when, where, and what shows it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.notices.asking import Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.composing import compose
from kyosei.notices.message import Message, Part, Section
from kyosei.verdicts.verdict import Verdict

__all__ = ["PARTS", "advice", "notice_of"]

PARTS: Final = (Part.TASK, Part.UNTIL, Part.WHERE, Part.PROOF)
"""Of the notice, what tells how it is cured."""
_OCCASIONS: Final[Mapping[str, Occasion]] = MappingProxyType(
    {"due": Occasion.DUE, "breached": Occasion.BREACHED, "unmet": Occasion.UNMET}
)


def advice(catalogue: Catalogue, verdict: Verdict, on: int, language: str) -> tuple[Section, ...]:
    """Of the notice about a verdict on a day, the sections that tell how it is cured; none if nothing is to be done."""
    if verdict.bearer is None:
        return ()
    due = verdict.due if verdict.due >= 0 else None
    message = notice_of(catalogue, verdict.norm, verdict.bearer, verdict.about, verdict.state, on, language, due)
    return () if message is None else tuple(one for one in message.sections if one.part in PARTS)


def notice_of(
    catalogue: Catalogue, norm: str, bearer: str, about: Mapping[str, str], state: str, on: int, language: str,
    due: int | None,
) -> Message | None:  # fmt: skip
    """The notice to its bearer that a norm stands in a state on a day; None for a state that asks for nothing."""
    occasion = _OCCASIONS.get(state)
    if occasion is None:
        return None
    request = NoticeRequest("cure", bearer, Audience.BEARER, occasion, norm, about, on, language, due=due)
    return compose(catalogue, request)
