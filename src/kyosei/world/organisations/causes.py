"""The causes: what befalls an organisation over the years that are looked back on, and which offices are late with everybody.

A cause follows from the seed and the organisation alone. What fails has no place in anybody's life of the town: who lives there
on the known day works for one that stands, or stood before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from kyosei.world.calibration import ASSUMED
from kyosei.world.chance import Chance
from kyosei.world.town import Town

__all__ = ["FAILING", "TWINS", "Cause", "Fate", "fate_of", "first_of_month", "late_with_everybody", "months_between"]


class Cause(StrEnum):
    """What befalls an organisation."""

    STEADY = "steady"
    FORESEEN = "collapse_with_precursors"
    SUDDEN = "collapse_without_precursors"
    SLIPPING = "supporter_slips_for_all_clients"
    SEASONAL = "seasonal_employer"
    CLOSED = "closed_for_a_month"
    GIANT = "giant_that_recovers"


FAILING = (Cause.FORESEEN, Cause.SUDDEN, Cause.SLIPPING)
TWINS = (Cause.SEASONAL, Cause.CLOSED, Cause.GIANT)

_SUDDEN_SHARE = ASSUMED["failing_organisations"]["sudden"]
_TWIN = {"e": ASSUMED["twin_organisations"], "t": ASSUMED["twin_supporters"]}
_OFFICE_LATE = ASSUMED["late_offices"]["months"]
_WITHOUT_TROUBLE = 12
_BEYOND_KNOWN = 6
_MONTHS_BEFORE = {Cause.FORESEEN: (4, 9), Cause.SLIPPING: (3, 7)}
_SEASON_MONTHS = 3
_GIANT_STAFF = 25


@dataclass(frozen=True, slots=True)
class Fate:
    """A cause, and when. trouble_from, trouble_until: the first day of it, and the first day after; of a collapse, its day.

    season: the months of the year (1 to 12) of a seasonal employer. times_staff: how much larger it is than others alike.
    """

    cause: Cause
    trouble_from: date | None = None
    trouble_until: date | None = None
    season: tuple[int, ...] = ()
    times_staff: int = 1

    @property
    def collapses_on(self) -> date | None:
        """The first day on which it does nothing any more."""
        return self.trouble_until if self.cause in FAILING else None


@lru_cache(maxsize=1 << 16)
def fate_of(town: Town, organisation: str) -> Fate:
    """What befalls an organisation of the town; organisations that fail are those beyond the ones in anybody's life."""
    if not town.history_months:
        return Fate(Cause.STEADY)
    chance = Chance(town.seed, "fate", organisation)
    if town.is_failing(organisation):
        return _collapse(town, organisation, chance)
    shares = _TWIN.get(organisation[4], {})
    cause = Cause(chance.weighted({Cause.STEADY.value: 1 - sum(shares.values())} | dict(shares)))
    first = first_of_month(town.known_day, -town.history_months)
    match cause:
        case Cause.SEASONAL:
            begins = chance.whole(1, 12)
            return Fate(cause, season=tuple((begins + n - 1) % 12 + 1 for n in range(_SEASON_MONTHS)))
        case Cause.CLOSED:
            month = first_of_month(
                first, chance.whole(_WITHOUT_TROUBLE, max(town.history_months - 3, _WITHOUT_TROUBLE))
            )
            return Fate(cause, month, first_of_month(month, 1))
        case Cause.GIANT:
            recovers = first_of_month(
                first, chance.whole(_WITHOUT_TROUBLE, max(town.history_months - 6, _WITHOUT_TROUBLE))
            )
            return Fate(cause, first, recovers, times_staff=_GIANT_STAFF)
        case _:
            return Fate(cause)


def _collapse(town: Town, organisation: str, chance: Chance) -> Fate:
    """Some day from the second year on; a few collapse only after the known day, so nobody can learn from the last one."""
    foreseen = Cause.SLIPPING if organisation.startswith("org:t") else Cause.FORESEEN
    cause = Cause.SUDDEN if chance.happens(_SUDDEN_SHARE) else foreseen
    first = first_of_month(town.known_day, -town.history_months)
    months = chance.whole(_WITHOUT_TROUBLE + 1, max(town.history_months + _BEYOND_KNOWN, _WITHOUT_TROUBLE + 1))
    day = first_of_month(first, months) + timedelta(chance.whole(0, 27))
    if cause is Cause.SUDDEN:
        return Fate(cause, day, day)
    return Fate(cause, first_of_month(day, -chance.whole(*_MONTHS_BEFORE[cause])), day)


@lru_cache(maxsize=1 << 16)
def late_with_everybody(town: Town, office: str, month: date) -> bool:
    """Whether an office is late with whatever it receives in this month, from whomever."""
    return Chance(town.seed, "office", office, month.isoformat()).happens(_OFFICE_LATE)


def first_of_month(day: date, months: int = 0) -> date:
    """The first day of the month so many months after that of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def months_between(day: date, later: date) -> int:
    """How many months the month of one day lies after that of another."""
    return (later.year - day.year) * 12 + later.month - day.month
