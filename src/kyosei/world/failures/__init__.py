"""The causes: five failures, each with innocent twins that look like it on paper. Listed by hand."""

from __future__ import annotations

from kyosei.world.calibration import ASSUMED
from kyosei.world.chance import Chance
from kyosei.world.events import Life
from kyosei.world.failures import unauthorised, uninsured, unrelated, unstable, unsupported
from kyosei.world.failures.story import Breach, Failure, Piece, Scenario, Story
from kyosei.world.town import Town

__all__ = ["SCENARIOS", "Breach", "Failure", "Piece", "Scenario", "Story", "befall"]

SCENARIOS: tuple[Scenario, ...] = (
    *unauthorised.SCENARIOS,
    *uninsured.SCENARIOS,
    *unstable.SCENARIOS,
    *unrelated.SCENARIOS,
    *unsupported.SCENARIOS,
)
_FAILURE, _TWIN = ASSUMED["planted"]["failure"], ASSUMED["planted"]["twin"]


def befall(town: Town, life: Life) -> tuple[Scenario, Story] | None:
    """What befalls a person, if anything: the life is changed, and the story says what is true of it now."""
    chance = Chance(town.seed, "cause", life.number)
    planted = chance.weighted({True: _FAILURE, False: _TWIN, None: 1 - _FAILURE - _TWIN})
    if planted is None:
        return None
    fitting = [one for one in SCENARIOS if one.planted == planted and life.status in one.statuses]
    if not fitting:
        return None
    scenario = chance.pick(fitting)
    story = scenario.play(town, life, chance)
    return None if story is None else (scenario, story)
