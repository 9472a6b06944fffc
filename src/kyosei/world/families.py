"""The families of a town that tells of households: the spouse on whom a stay rests, and children, who go to school here."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Life, Relative
from kyosei.world.naming import names_of
from kyosei.world.town import Town

__all__ = ["RELATIVE", "family_of"]

RELATIVE = "person:r"
"""How the ids of relatives begin, of whom nothing else is told; then the number of the person whose family they are."""
_RESTS_ON_A_MARRIAGE = ("dependent", "spouse-or-child-of-japanese")
_WITH_CHILD, _WITH_CHILD_SHARE = ("permanent-resident", "engineer-humanities-international"), 0.3
_OTHER_SEX = {"female": "male", "male": "female"}


def family_of(town: Town, life: Life) -> list[Relative]:
    """Who belongs to a person; the same whatever befalls the person."""
    chance = Chance(town.seed, "family", life.number)
    if life.status in _RESTS_ON_A_MARRIAGE:
        return [
            Relative(
                f"{RELATIVE}{life.number}", "spouse", "resident" if life.status == "dependent" else "national",
                names_of(chance, life.nationality, _OTHER_SEX[life.sex]), life.born - timedelta(chance.whole(0, 2000)),
                life.landed - timedelta(chance.whole(60, 900)),
            )
        ]  # fmt: skip
    if life.status in _WITH_CHILD and chance.happens(_WITH_CHILD_SHARE):
        born = town.known_day - timedelta(chance.whole(400, 5000))
        names = names_of(chance, life.nationality, chance.pick(("female", "male")))
        return [
            Relative(
                f"{RELATIVE}{life.number}c", "child", "resident", names, born, born, _school_begins(town, life, born)
            )
        ]
    return []


def _school_begins(town: Town, life: Life, born: date) -> date | None:
    """The April after the sixth birthday, or a week after landing; None: not yet."""
    april = date(born.year + 6 + ((born.month, born.day) > (4, 1)), 4, 1)
    begins = max(april, life.landed + timedelta(7))
    return begins if begins < town.known_day - timedelta(30) else None
