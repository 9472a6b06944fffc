"""The person's life as one timeline over the seven systems: drawn, and the same as a list, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Statement
from kyosei.timelines.days import NEVER
from kyosei.web.own.looking import look_at_own
from kyosei.web.own.records import Field, fields_of, is_event
from kyosei.web.pages.life.drawing import Drawing, draw
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["LIFE"]

_FIELDS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of the list: a record. last_day: its last day, -1 without end or for one day. fields: what it says."""

    record: Statement
    is_event: bool
    last_day: int
    disputed: bool
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class LifeShown:
    """drawing and happenings show the same records."""

    case: Case
    drawing: Drawing
    happenings: Sequence[Happening]


def _show(visit: Visit) -> Shown:
    own = look_at_own(visit)
    standing = own.standing
    records = sorted(
        (one for one in standing.statements if own.person in one.about.values()), key=lambda one: (one.from_day, one.id)
    )
    happenings = [
        Happening(
            one, is_event(one), one.until_day - 1 if NEVER > one.until_day > one.from_day + 1 else -1,
            one.id in standing.disputers, tuple(fields_of(one))[:_FIELDS_SHOWN],
        )
        for one in reversed(records)
    ]  # fmt: skip
    return Shown(LifeShown(own.case, draw(records, own.day, frozenset(standing.disputers)), happenings))


LIFE: Final = Page("life", "/life", PERSONS, LifeShown, _show, in_menu=True)
