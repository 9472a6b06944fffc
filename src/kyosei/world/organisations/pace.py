"""How late an organisation does what it has to: its own usual way, the month it has, the office's, and its trouble.

All four add up on one scale: nought is the last day allowed, one is about a month later. What is early scatters over the days
allowed. The months of one organisation are alike over all it does: where money is short, everything is late.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import exp
from typing import Final

from kyosei.world.calibration import ASSUMED
from kyosei.world.chance import Chance
from kyosei.world.organisations.causes import Cause, Fate, late_with_everybody, months_between
from kyosei.world.town import Town

__all__ = ["DIRECT", "Pace"]

DIRECT: Final = None
"""In place of an office: told by the organisation without one."""

_LAW: Final = ASSUMED["lateness"]
_LATER_AFTER_A_MONTH: Final = 30
_SLOWEST: Final = 2.6
_OFFICE_LATE: Final = 2.5
_LATE_IN_SEASON: Final = 0.5
_GIANT_LATE: Final = 1.5
_LATEST_START: Final = 2


class Pace:
    """The delays of one organisation; what they are follows from the seed and the organisation alone."""

    def __init__(self, town: Town, organisation: str, fate: Fate) -> None:
        self._town, self._fate = town, fate
        self._chance = Chance(town.seed, "pace", organisation)
        self._usual = self._chance.normal(_LAW["usual"], _LAW["between_organisations"])
        self._of_channel: dict[str, float] = {}
        self._of_month: dict[date, float] = {}
        self._starts: dict[str, int | None] = {}

    def done_on(self, channel: str, event: date, allowed_days: int, office: str | None) -> date | None:
        """When something was done whose time ran from the day of an event; None: it collapsed before."""
        month = event.replace(day=1)
        lateness = (
            self._usual + self._own(channel, month) + self._trouble(channel, month)
            + _of_office(self._town, office, channel, month) + self._chance.normal(0, 1)
        ) * _LAW["scale"]  # fmt: skip
        days = (
            allowed_days * exp(lateness)
            if lateness <= 0
            else allowed_days + _LATER_AFTER_A_MONTH * (exp(lateness) - 1) + 1
        )
        done = self._reopened(event + timedelta(int(days)))
        ends = self._fate.collapses_on
        return done if ends is None or done < ends else None

    def _own(self, channel: str, month: date) -> float:
        """What is usual in this channel, and the month that the organisation has."""
        if channel not in self._of_channel:
            self._of_channel[channel] = self._chance.normal(0, _LAW["between_channels"])
        if month not in self._of_month:
            self._of_month[month] = self._chance.normal(0, _LAW["between_months"])
        return self._of_channel[channel] + self._of_month[month]

    def _trouble(self, channel: str, month: date) -> float:
        fate = self._fate
        match fate.cause:
            case Cause.FORESEEN | Cause.SLIPPING:
                assert fate.trouble_from is not None
                after = months_between(fate.trouble_from, month)
                start = self._start(channel)
                return (
                    0 if start is None or after < start else min(_LAW["rise_a_month"] * (after - start + 1), _SLOWEST)
                )
            case Cause.SEASONAL:
                return _LATE_IN_SEASON if month.month in fate.season else 0
            case Cause.GIANT:
                assert fate.trouble_until is not None
                return _GIANT_LATE if month < fate.trouble_until else 0
            case _:
                return 0

    def _start(self, channel: str) -> int | None:
        """In which month of the trouble a channel begins to slip; None: it never does."""
        if channel not in self._starts:
            spared = self._chance.happens(_LAW["channels_spared"])
            self._starts[channel] = None if spared else self._chance.whole(0, _LATEST_START)
        return self._starts[channel]

    def _reopened(self, done: date) -> date:
        """Nothing is done while it is closed; all of it in the first days after."""
        closed, until = self._fate.trouble_from, self._fate.trouble_until
        is_closed = (
            self._fate.cause is Cause.CLOSED and closed is not None and until is not None and closed <= done < until
        )
        return until + timedelta(self._chance.whole(0, 4)) if is_closed and until is not None else done


@lru_cache(maxsize=1 << 16)
def _of_office(town: Town, office: str | None, channel: str, month: date) -> float:
    """What an office adds for everybody in a month of a channel."""
    if office is None:
        return 0
    common = Chance(town.seed, "office", office, channel, month.isoformat()).normal(0, _LAW["between_office_months"])
    return common + (_OFFICE_LATE if late_with_everybody(town, office, month) else 0)
