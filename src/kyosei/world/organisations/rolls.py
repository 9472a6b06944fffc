"""Who worked for an employer, and whom a supporter looked after, over the years looked back on: the second layer.

These are people of the past and the present about whom nothing else is told: the persons of the town have lives of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from kyosei.world.calibration import ASSUMED, FIGURES, shares
from kyosei.world.chance import Chance
from kyosei.world.organisations.causes import Fate, first_of_month
from kyosei.world.town import Organisation, Town

__all__ = ["ON_ROLL", "OnRoll", "roll_of"]

ON_ROLL = "person:w"
"""How the ids of people on a roll begin; then the organisation's letter and number, and theirs."""

_FIGURE = {figure.name: figure.parts for figure in FIGURES}
_WORKERS_EACH = _FIGURE["establishments"]["workers_each"]
_SMALL, _IN_SMALL = _FIGURE["establishments"]["under_30_staff"], _FIGURE["workers_in_small"]["under_30_staff"]
_STAFF_SMALL = _WORKERS_EACH * _IN_SMALL / _SMALL
_STAFF_LARGE = _WORKERS_EACH * (1 - _IN_SMALL) / (1 - _SMALL)
_CLIENTS = ASSUMED["rolls"]["clients_each"]
_TENURE_DAYS = ASSUMED["rolls"]["tenure_days"]
_FULL_TIME = ASSUMED["rolls"]["full_time"]
_NEAR = 0.9
_STAFF_UNDER_30 = 30
_TIMES_IN_SEASON = 2


@dataclass(frozen=True, slots=True)
class OnRoll:
    """Somebody's time with an organisation; until: the first day outside, None: still there on the known day.

    employer: of somebody whom a supporter looks after, the host.
    """

    person: str
    prefecture: str
    from_day: date
    until: date | None
    full_time: bool
    employer: str

    def is_there(self, day: date) -> bool:
        """Whether the time lasts on a day."""
        return self.from_day <= day and (self.until is None or day < self.until)


def roll_of(town: Town, organisation: Organisation, fate: Fate) -> list[OnRoll]:
    """Everybody who was there at any time since the history begins, or some years before, place after place."""
    chance = Chance(town.seed, "roll", organisation.id)
    first = first_of_month(town.known_day, -town.history_months)
    found: list[OnRoll] = []
    for _ in range(_places(organisation, chance) * fate.times_staff):
        begins = first - timedelta(chance.whole(0, round(_TENURE_DAYS)))
        while begins <= _end(town, fate):
            until = begins + timedelta(60 + round(_exponential(chance, _TENURE_DAYS)))
            if until > first:
                found.append(_on_roll(town, organisation, fate, chance, len(found), begins, until))
            begins = until + timedelta(chance.whole(1, 30))
    for month in (first_of_month(first, n) for n in range(town.history_months)) if fate.season else ():
        if month.month == fate.season[0]:
            for _ in range(_TIMES_IN_SEASON * max(1, round(len(found) / 3))):
                until = first_of_month(month, len(fate.season)) - timedelta(chance.whole(0, 10))
                begins = month + timedelta(chance.whole(0, 14))
                found.append(_on_roll(town, organisation, fate, chance, len(found), begins, until))
    return found


def _places(organisation: Organisation, chance: Chance) -> int:
    """How many people are there at a time, on average as published; many have few and few have many."""
    if organisation.role == "supporter":
        return 5 + round(_exponential(chance, _CLIENTS - 5))
    average = _STAFF_SMALL if organisation.staff < _STAFF_UNDER_30 else _STAFF_LARGE
    return 1 + round(_exponential(chance, average - 1))


def _end(town: Town, fate: Fate) -> date:
    """The last day on which anybody begins."""
    ends = fate.collapses_on
    return town.known_day if ends is None else min(ends - timedelta(1), town.known_day)


def _on_roll(
    town: Town, organisation: Organisation, fate: Fate, chance: Chance, number: int, begins: date, until: date
) -> OnRoll:
    if fate.collapses_on is not None:
        until = min(until, fate.collapses_on)
    supporter = organisation.role == "supporter"
    employer = f"org:e{chance.whole(0, town.employers - 1)}" if supporter else organisation.id
    near = town.organisation(employer).prefecture
    prefecture = near if supporter or chance.happens(_NEAR) else chance.weighted(shares("prefecture"))
    full_time = supporter or chance.happens(_FULL_TIME)
    person = f"{ON_ROLL}{organisation.id[4:]}-{number}"
    return OnRoll(person, prefecture, begins, None if until > town.known_day else until, full_time, employer)


def _exponential(chance: Chance, average: float) -> float:
    return -average * log(1 - chance.share())
