"""An institution as a source: how late and how completely it tells, its keys, and what it entered last. Nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.journal.entered import Entered, Key, keys_of, newest_entered
from kyosei.signals.breaches import Breach
from kyosei.signals.freshness import Freshness
from kyosei.signals.small_counts import told
from kyosei.web.institution.looking import organisation_of
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["OURS"]

_NEWEST: Final = 20


@dataclass(frozen=True, slots=True)
class Told:
    """How a kind is told. lines: None: fewer than ten. in_time: percent; ninth: days in which nine in ten lines are on record;
    None: of fewer than ten lines. breaches: what is to be put right.
    """

    kind: str
    lag_days: int
    silent_days: int | None
    lines: int | None
    in_time: int | None
    ninth: int | None
    breaches: Sequence[Breach]


@dataclass(frozen=True, slots=True)
class OursShown:
    """at: as of which instant the figures are. now: microseconds."""

    at: int
    told: Sequence[Told]
    keys: Sequence[Key]
    entered: Sequence[Entered]
    now: int


def _show(visit: Visit) -> Shown:
    organisation = organisation_of(visit)
    at, signals = visit.portal.sources.as_of(visit.now)
    with visit.portal.engine.connect() as connection:
        keys, entered = keys_of(connection, organisation), newest_entered(connection, organisation, _NEWEST)
    told_by_it = [_told(one) for one in signals if one.source == organisation]
    return Shown(OursShown(at, told_by_it, keys, entered, visit.now))


def _told(one: Freshness) -> Told:
    estimate = one.estimate
    return Told(
        one.kind, one.lag_days, one.silent_days, told(one.lines),
        None if estimate is None else int(100 * estimate.share_in_time + 1e-6),
        None if estimate is None else estimate.ninth_days, one.breaches,
    )  # fmt: skip


OURS: Final = Page("ours", "/as-a-source", ORGANISATIONS, OursShown, _show, in_menu=True)
