"""The causes: five failures and unpaid tax, each with innocent twins that look like it on paper. Listed by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kyosei.world.calibration import ASSUMED
from kyosei.world.chance import Chance
from kyosei.world.events import Life
from kyosei.world.failures import unauthorised, uninsured, unrelated, unstable, unsupported, untaxed
from kyosei.world.failures.story import Breach, Failure, Piece, Scenario, Story
from kyosei.world.families import family_of
from kyosei.world.taxes import instalments_of
from kyosei.world.town import Town

__all__ = ["SCENARIOS", "Breach", "Failure", "Piece", "Scenario", "Story", "befall"]

_OF_LIVES: tuple[Scenario, ...] = (
    *unauthorised.SCENARIOS,
    *uninsured.SCENARIOS,
    *unstable.SCENARIOS,
    *unrelated.SCENARIOS,
    *unsupported.SCENARIOS,
)
SCENARIOS: tuple[Scenario, ...] = (*_OF_LIVES, *untaxed.SCENARIOS)
"""All of them. Nobody has two: tax befalls those whom nothing else befell."""


def befall(town: Town, life: Life) -> tuple[Scenario, Story] | None:
    """What befalls a person, if anything: the life is changed, and the story says what is true of it now.

    The tax of a life is levied in between, on the work that it has by then.
    """
    befallen = _one_of(town, life, _OF_LIVES, Chance(town.seed, "cause", life.number), ASSUMED["planted"])
    life.instalments = instalments_of(town, life)
    life.relatives = family_of(town, life) if town.households else []
    if befallen is None:
        chance = Chance(town.seed, "cause of tax", life.number)
        befallen = _one_of(town, life, untaxed.SCENARIOS, chance, ASSUMED["planted_tax"])
    return befallen


def _one_of(
    town: Town, life: Life, scenarios: Sequence[Scenario], chance: Chance, shares: Mapping[str, float]
) -> tuple[Scenario, Story] | None:
    failure, twin = shares["failure"], shares["twin"]
    planted = chance.weighted({True: failure, False: twin, None: 1 - failure - twin})
    if planted is None:
        return None
    fitting = [one for one in scenarios if one.planted == planted and life.status in one.statuses]
    if not fitting:
        return None
    scenario = chance.pick(fitting)
    story = scenario.play(town, life, chance)
    return None if story is None else (scenario, story)
