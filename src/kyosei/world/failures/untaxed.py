"""Unpaid resident tax: kept by the employer, or not paid by the person; and tax that was paid and only looks unpaid."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Life
from kyosei.world.failures.story import Failure, Piece, Scenario, Story, answer, statement
from kyosei.world.town import Town
from kyosei.world.transmission import Fault

__all__ = ["SCENARIOS"]

_WITHHELD = "jp.tax.resident-tax-special"
_OWN = "jp.tax.resident-tax-ordinary"
_LOOK_DAYS = 35
_WORKERS = (
    "engineer-humanities-international", "permanent-resident", "long-term-resident", "spouse-or-child-of-japanese",
)  # fmt: skip


def _story(town: Town, life: Life, norm: str) -> Story:
    first = life.instalments[0]
    about = {"person": life.person} | ({} if first.collector is None else {"collector": first.collector})
    return Story(norm, about, town.known_day - timedelta(_LOOK_DAYS), first.due + timedelta(1))


def _unpaid(town: Town, life: Life, norm: str) -> Story:
    """Not one instalment was paid."""
    for one in life.instalments:
        one.paid_on = None
    story = _story(town, life, norm)
    story.evidence = [
        statement("tax.instalment", life.municipality, **story.about), answer("tax.instalment", life.municipality)
    ]  # fmt: skip
    return story


def _kept_by_the_employer(town: Town, life: Life, chance: Chance) -> Story | None:
    """Withheld from the pay each month, and never paid over: the employer's failure alone."""
    return _unpaid(town, life, _WITHHELD) if _withheld(life) and _is_past(town, life) else None


def _own_instalments_unpaid(town: Town, life: Life, chance: Chance) -> Story | None:
    return _unpaid(town, life, _OWN) if not _withheld(life) and _is_past(town, life) else None


def _paid_after_a_weekend(town: Town, life: Life, chance: Chance) -> Story | None:
    """Due on a Saturday or Sunday, and paid on the Monday."""
    on_weekends = [one for one in life.instalments if one.due.weekday() >= 5]
    if not on_weekends:
        return None
    for one in on_weekends:
        one.paid_on = _monday_after(one.due)
    return _story(town, life, _WITHHELD if _withheld(life) else _OWN)


def _told_late_by_the_municipality(town: Town, life: Life, chance: Chance) -> Story | None:
    """The last payment came in time; the municipality has booked it, and has not told it yet."""
    if not life.instalments:
        return None
    life.instalments[-1].told_on = town.known_day + timedelta(chance.whole(1, 40))
    return _story(town, life, _WITHHELD if _withheld(life) else _OWN)


def _payment_lost_on_the_way(town: Town, life: Life, chance: Chance) -> Story | None:
    if not life.instalments:
        return None
    story = _story(town, life, _WITHHELD if _withheld(life) else _OWN)
    story.forced = [(Piece("statement", "tax.instalment", life.municipality, {}), Fault.LOST)]
    return story


def _withheld(life: Life) -> bool:
    return bool(life.instalments) and life.instalments[0].collector is not None


def _is_past(town: Town, life: Life) -> bool:
    """Whether the first instalment was due before the day that is looked at, with time for a closed day in between."""
    return bool(life.instalments) and life.instalments[0].due < town.known_day - timedelta(_LOOK_DAYS + 7)


def _monday_after(day: date) -> date:
    return day + timedelta(7 - day.weekday())


_F = Failure.UNPAID_TAX
SCENARIOS = (
    Scenario(_F, "withheld_and_kept_by_the_employer", True, _WORKERS, _kept_by_the_employer),
    Scenario(_F, "own_instalments_unpaid", True, _WORKERS, _own_instalments_unpaid),
    Scenario(_F, "paid_after_a_weekend", False, _WORKERS, _paid_after_a_weekend),
    Scenario(_F, "payment_told_late", False, _WORKERS, _told_late_by_the_municipality),
    Scenario(_F, "payment_lost_on_the_way", False, _WORKERS, _payment_lost_on_the_way),
)
