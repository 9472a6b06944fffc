"""Unstable residence: a stay that ended without an application; and stays that only look ended on the card's face."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Filing, Life, Stay, years_after
from kyosei.world.failures.story import Breach, Failure, Piece, Scenario, Story, answer, statement
from kyosei.world.lives import supported
from kyosei.world.records.offices import ISA
from kyosei.world.town import Town
from kyosei.world.transmission import Fault

__all__ = ["SCENARIOS"]

_LAWFUL = "jp.immigration.lawful-stay"
_APPLY = "jp.immigration.apply-before-expiry"
_LOOK_DAYS = 5
_LIMITED = (
    "engineer-humanities-international", "dependent", "student", "long-term-resident", "spouse-or-child-of-japanese",
    "technical-intern-training", "specified-skilled-worker",
)  # fmt: skip


def _end_on(town: Town, life: Life, chance: Chance, until: date) -> Stay:
    """Moves the beginning of the life here so that the last stay ends; `until`: about the first day outside."""
    years = 1 if life.stay.period == "P1Y" else 2 if life.stay.period == "P2Y" else int(life.stay.period[1])
    stay = life.stay
    begun = (until - timedelta(1)).replace(year=until.year - years) if (until.month, until.day) != (3, 1) else None
    begun = begun or until - timedelta(1 + 365 * years)
    life.stays, life.filings, life.notices = [stay], [], []
    stay.from_day, stay.until = begun, years_after(begun, years)
    life.landed = begun
    life.permissions = life.permissions[-1:]
    for permission in life.permissions:
        permission.from_day, permission.until = begun, stay.until
    for study in life.studies:
        study.from_day = begun
    life.supports = [supported(town, life, chance, support.supporter) for support in life.supports]
    if stay.designated is not None and life.jobs:
        life.jobs[0].from_day = begun
        life.jobs[0].pension_received = life.jobs[0].health_received = begun + timedelta(3)
        life.jobs[0].hired_received = begun + timedelta(6)
    return stay


def _story(town: Town, life: Life) -> Story:
    assert life.stay.until is not None
    return Story(_LAWFUL, {"person": life.person}, town.known_day - timedelta(_LOOK_DAYS), life.stay.until)


def _never_applied(town: Town, life: Life, chance: Chance) -> Story:
    stay = _end_on(town, life, chance, town.known_day - timedelta(chance.whole(20, 55)))
    story = _story(town, life)
    story.evidence = [
        statement("residence.status", ISA), statement("person.particulars", ISA),
        *(answer(f"residence.{kind}", ISA) for kind in ("status", "application", "decision", "basis")),
    ]  # fmt: skip
    assert stay.until is not None
    story.also = [Breach(_APPLY, story.about, stay.until)]
    story.warned_by = _APPLY
    return story


def _applied_only_for_permanent_residence(town: Town, life: Life, chance: Chance) -> Story:
    """An application for permanent residence carries the stay no further (S2)."""
    story = _never_applied(town, life, chance)
    story.evidence = [
        piece for piece in story.evidence if piece.form == "coverage" or piece.kind != "residence.application"
    ]
    life.filings = [Filing("permanent", story.from_day - timedelta(60))]
    return story


def _waits_for_the_decision(town: Town, life: Life, chance: Chance) -> Story:
    """Applied in time; the card has expired on its face, and the special period runs (S1)."""
    stay = _end_on(town, life, chance, town.known_day - timedelta(chance.whole(8, 50)))
    assert stay.until is not None
    life.filings = [Filing("renewal", stay.until - timedelta(chance.whole(3, 60)))]
    return _story(town, life)


def _change_pending(town: Town, life: Life, chance: Chance) -> Story:
    stay = _end_on(town, life, chance, town.known_day - timedelta(chance.whole(8, 50)))
    assert stay.until is not None
    life.filings = [Filing("change", stay.until - timedelta(chance.whole(3, 60)), for_status="long-term-resident")]
    return _story(town, life)


def _application_lost_on_the_way(town: Town, life: Life, chance: Chance) -> Story:
    story = _waits_for_the_decision(town, life, chance)
    story.forced = [(Piece("statement", "residence.application", ISA, {}), Fault.LOST)]
    return story


def _granted_but_not_told(town: Town, life: Life, chance: Chance) -> Story:
    """The new card was handed over; the office has not told of the new stay."""
    story = _waits_for_the_decision(town, life, chance)
    old = life.stay
    begins = story.from_day + timedelta(4)
    life.filings[0].outcome, life.filings[0].decided_on = "granted", begins - timedelta(2)
    years = int(old.period[1])
    life.stays.append(
        Stay(old.status, old.period, begins, years_after(begins, years), old.subclass, old.designated, old.field,
             told_on=town.known_day + timedelta(chance.whole(1, 30)))
    )  # fmt: skip
    for permission in life.permissions:
        permission.until = begins
    return story


def _left_in_time(town: Town, life: Life, chance: Chance) -> Story | None:
    """Left Japan for good a week before the expiry; every job had ended."""
    if life.jobs or life.studies or life.supports:
        return None
    stay = _end_on(town, life, chance, town.known_day - timedelta(chance.whole(20, 55)))
    assert stay.until is not None
    life.left_on = stay.until - timedelta(7)
    return Story(_APPLY, {"person": life.person}, town.known_day - timedelta(_LOOK_DAYS), stay.until)


_F = Failure.UNSTABLE
SCENARIOS = (
    Scenario(_F, "never_applied", True, _LIMITED, _never_applied),
    Scenario(_F, "applied_for_permanent_residence_only", True, _LIMITED, _applied_only_for_permanent_residence),
    Scenario(_F, "waits_for_the_decision", False, _LIMITED, _waits_for_the_decision),
    Scenario(_F, "change_pending", False, _LIMITED, _change_pending),
    Scenario(_F, "application_lost_on_the_way", False, _LIMITED, _application_lost_on_the_way),
    Scenario(_F, "granted_but_not_told", False, _LIMITED, _granted_but_not_told),
    Scenario(_F, "left_in_time", False, _LIMITED, _left_in_time),
)
