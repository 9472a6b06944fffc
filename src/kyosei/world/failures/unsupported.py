"""People left without support: interviews that stopped, nobody at the airport; and support that was given and told badly."""

from __future__ import annotations

from datetime import timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Life, Support
from kyosei.world.failures.story import Failure, Piece, Scenario, Story, answer, statement
from kyosei.world.lives import supported
from kyosei.world.town import Town
from kyosei.world.transmission import Fault

__all__ = ["SCENARIOS"]

_LOOK_DAYS = 35
_SSW = ("specified-skilled-worker",)


def _teller(support: Support) -> tuple[str, dict[str, str]]:
    """Who gives the support, and the parties of its records."""
    if support.supporter is None:
        return support.host, {"employer": support.host}
    return support.supporter, {"supporter": support.supporter}


def _norm(support: Support, name: str) -> str:
    return f"jp.ssw.{name}" + ("" if support.supporter is None else "-delegated")


def _about(life: Life, support: Support) -> dict[str, str]:
    supporter = {} if support.supporter is None else {"supporter": support.supporter}
    return {"person": life.person, "employer": support.host, **supporter}


def _interviews_stopped(town: Town, life: Life, chance: Chance) -> Story | None:
    support = life.supports[0]
    look = town.known_day - timedelta(_LOOK_DAYS)
    last = look - timedelta(chance.whole(100, 150))
    held = [day for day in support.interviews if day <= last]
    since = held[-1] if held else support.from_day
    if since > look - timedelta(95):
        return None
    support.interviews = held
    source, about = _teller(support)
    evidence = [answer("support.interview", source, **about)]
    if support.supporter is None:
        evidence.append(statement("support.engagement", source))
    return Story(_norm(support, "interview"), _about(life, support), look, since + timedelta(89), evidence=evidence)


def _nobody_at_the_airport(town: Town, life: Life, chance: Chance) -> Story:
    support = life.supports[0]
    support.fetched_on = None
    source, about = _teller(support)
    return Story(
        _norm(support, "support-pick-up"), _about(life, support), town.known_day - timedelta(_LOOK_DAYS),
        life.landed, evidence=[
            answer("support.action", source, **about), answer("residence.presence", "authority:isa"),
            statement("residence.presence", "authority:isa"), statement("residence.status", "authority:isa"),
        ],
    )  # fmt: skip


def _reported_late(town: Town, life: Life, chance: Chance) -> Story | None:
    """The interviews were held; the last reports have not been told."""
    support = life.supports[0]
    if len(support.interviews) < 2:
        return None
    support.told_late = tuple(support.interviews[-2:])
    return Story(
        _norm(support, "interview"), _about(life, support), town.known_day - timedelta(_LOOK_DAYS), life.landed
    )


def _report_lost(town: Town, life: Life, chance: Chance) -> Story | None:
    support = life.supports[0]
    if not support.interviews:
        return None
    source, about = _teller(support)
    story = Story(
        _norm(support, "interview"), _about(life, support), town.known_day - timedelta(_LOOK_DAYS), life.landed
    )
    story.forced = [(Piece("statement", "support.interview", source, about), Fault.LOST)]
    return story


def _two_claim_it(town: Town, life: Life, chance: Chance) -> Story | None:
    """Another organisation took over; the first one goes on telling that the support is its own."""
    support = life.supports[0]
    if support.supporter is None:
        return None
    number = int(support.supporter[5:])
    second = supported(town, life, chance, f"org:t{(number + 1) % town.supporters}")
    second.from_day = life.landed + timedelta(60)
    second.fetched_on = None
    second.interviews = [day for day in support.interviews if day > second.from_day]
    life.supports.append(second)
    return Story(_norm(second, "interview"), _about(life, second), town.known_day - timedelta(_LOOK_DAYS), life.landed)


_F = Failure.UNSUPPORTED
SCENARIOS = (
    Scenario(_F, "interviews_stopped", True, _SSW, _interviews_stopped),
    Scenario(_F, "nobody_at_the_airport", True, _SSW, _nobody_at_the_airport),
    Scenario(_F, "reported_late", False, _SSW, _reported_late),
    Scenario(_F, "report_lost", False, _SSW, _report_lost),
    Scenario(_F, "two_claim_it", False, _SSW, _two_claim_it),
)
