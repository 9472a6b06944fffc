"""What organisations had to tell or pay over the years, and when they did it: the second layer, as it was.

Days allowed are those of the law, or of the agreement by which an organisation reports its own lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kyosei.world.chance import Chance
from kyosei.world.organisations.causes import Fate, fate_of, first_of_month
from kyosei.world.organisations.pace import DIRECT, Pace
from kyosei.world.organisations.rolls import OnRoll, roll_of
from kyosei.world.records.workplaces import LABOUR, PENSION
from kyosei.world.town import INSURER, Organisation, Town

__all__ = ["Course", "Deed", "course_of"]

_OWN_DAYS, _SUPPORT_DAYS = 14, 30
_INTERVIEW_EVERY, _LESSON_EVERY = (60, 85), (35, 60)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that had to be done. event: the day from which its time ran. done_on: None: never.

    kind: that of the record which the receiver, or the organisation itself, makes of it. who: about whom; None: about
    the organisation alone. from_day: the first day of what it is about, where that is a period that ends with the event.
    """

    kind: str
    event: date
    done_on: date | None
    who: OnRoll | None = None
    from_day: date | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One organisation over the years: what befell it, who was there, what it did."""

    organisation: Organisation
    fate: Fate
    roll: tuple[OnRoll, ...]
    deeds: tuple[Deed, ...]


def course_of(town: Town, organisation: Organisation) -> Course:
    """The course of an employer or a supporter; it follows from the seed and its id alone."""
    fate = fate_of(town, organisation.id)
    roll = roll_of(town, organisation, fate)
    pace = Pace(town, organisation.id, fate)
    if organisation.role == "supporter":
        deeds = _supports(town, fate, roll, pace, Chance(town.seed, "clients", organisation.id))
    else:
        deeds = _employs(town, organisation, fate, roll, pace)
    return Course(organisation, fate, tuple(roll), tuple(deed for deed in deeds if deed.event <= town.known_day))


def _employs(town: Town, employer: Organisation, fate: Fate, roll: list[OnRoll], pace: Pace) -> Iterator[Deed]:
    for one in roll:
        yield from _comes_and_goes(town, one, pace)
    for first, following in _months(town, fate):
        last = following - timedelta(1)
        there = [one for one in roll if one.is_there(last)]
        full = [one for one in there if one.full_time]
        if full:
            done = pace.done_on("work.pay", last, _OWN_DAYS, DIRECT)
            yield from (Deed("work.pay", last, done, one, first) for one in full)
        if employer.corporation and full:
            due = first_of_month(following, 1) - timedelta(1)
            paid = pace.done_on("pension.establishment_payment", due, 0, PENSION)
            yield Deed("pension.establishment_payment", due, paid, from_day=first)
        yield from _resident_tax(pace, full, following + timedelta(9))
    yield from _hours(town, fate, [one for one in roll if not one.full_time], pace)


def _months(town: Town, fate: Fate) -> Iterator[tuple[date, date]]:
    """The months of the history in which it still did anything, each with the first day of the next."""
    ends = fate.collapses_on or town.known_day
    for number in range(town.history_months):
        first = first_of_month(town.known_day, number - town.history_months)
        following = first_of_month(first, 1)
        if following <= ends:
            yield first, following


def _resident_tax(pace: Pace, full: list[OnRoll], due: date) -> Iterator[Deed]:
    """What the employer withheld, due on the 10th of the following month (Local Tax Act art. 321-5); by municipality."""
    for prefecture in sorted({one.prefecture for one in full}):
        paid = pace.done_on("tax.instalment", due, 0, f"municipality:{prefecture}")
        yield from (Deed("tax.instalment", due, paid, one) for one in full if one.prefecture == prefecture)


def _hours(town: Town, fate: Fate, part_time: list[OnRoll], pace: Pace) -> Iterator[Deed]:
    """The hours of those who work by the hour, told together for each week."""
    first = first_of_month(town.known_day, -town.history_months)
    monday, ends = first + timedelta(-first.weekday() % 7), fate.collapses_on or town.known_day
    while (sunday := monday + timedelta(6)) < ends:
        there = [one for one in part_time if one.is_there(monday) and one.is_there(sunday)]
        if there:
            done = pace.done_on("work.hours", sunday, _OWN_DAYS, DIRECT)
            yield from (Deed("work.hours", sunday, done, one, monday) for one in there)
        monday += timedelta(7)


def _comes_and_goes(town: Town, one: OnRoll, pace: Pace) -> Iterator[Deed]:
    """The contract, and what the offices are told of its begin and of its end."""
    first = first_of_month(town.known_day, -town.history_months)
    if one.from_day < first:
        yield Deed("work.contract", one.from_day, one.from_day + timedelta(3), one)  # told when all this began
    else:
        done = partial(pace.done_on, event=one.from_day)
        yield Deed("work.contract", one.from_day, done("work.contract", allowed_days=_OWN_DAYS, office=DIRECT), one)
        yield Deed("work.foreign_worker_notice", one.from_day,
                   done("work.foreign_worker_notice", allowed_days=61, office=LABOUR), one, what="hired")  # fmt: skip
        if one.full_time:
            for kind, office in (("pension.acquisition_notice", PENSION), ("health.acquisition_notice", INSURER)):
                yield Deed(kind, one.from_day, done(kind, allowed_days=5, office=office), one)
    if one.until is not None:
        done = partial(pace.done_on, event=one.until)
        yield Deed("work.foreign_worker_notice", one.until,
                   done("work.foreign_worker_notice", allowed_days=61, office=LABOUR), one, what="left")  # fmt: skip
        if one.full_time:
            for kind, office in (("pension.loss_notice", PENSION), ("health.loss_notice", INSURER)):
                yield Deed(kind, one.until, done(kind, allowed_days=5, office=office), one)


def _supports(town: Town, fate: Fate, clients: list[OnRoll], pace: Pace, chance: Chance) -> Iterator[Deed]:
    """Interviews at least every three months, and lessons of Japanese; each is told by the supporter itself."""
    first, ends = first_of_month(town.known_day, -town.history_months), fate.collapses_on or town.known_day
    for one in clients:
        yield Deed("support.engagement", one.from_day, one.from_day + timedelta(3), one)
        for kind, what, every in (
            ("support.interview", "worker", _INTERVIEW_EVERY), ("support.action", "japanese_learning", _LESSON_EVERY),
        ):  # fmt: skip
            day = one.from_day + timedelta(chance.whole(*every))
            while day < min(one.until or ends, ends):
                if day >= first:
                    yield Deed(kind, day, pace.done_on(kind, day, _SUPPORT_DAYS, DIRECT), one, what=what)
                day += timedelta(chance.whole(*every))
