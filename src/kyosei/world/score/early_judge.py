"""The judge of early signals: which alarms were true, which false, whose failure was seen before it came, and how early.

An alarm counts once, in the first month of an unbroken row of months in which somebody is named. It is true while the trouble
of an organisation that fails is going on; it is false before, and of whoever does not fail. After a collapse it is neither.
What was named before the trouble began and still is counts as false alone: nobody is found by an alarm that stood already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from statistics import median
from typing import Final

from kyosei.timelines.days import date_from_day
from kyosei.world.organisations.causes import FAILING, months_between
from kyosei.world.organisations.truth import LateOffice, OrganisationTruth
from kyosei.world.score.early import Alarm, Month

__all__ = ["SIZES", "Episode", "Group", "episodes_of", "judge"]

SIZES: Final = (("fewer than 4", 4.0), ("4 to 12", 12.0), ("more than 12", float("inf")))
"""Bands of how many people are on a roll at a time, each with its upper end."""

_DAYS_IN_MONTH: Final = 365.25 / 12
_MONTHS_AFTER_LATE_OFFICE: Final = 2


@dataclass(frozen=True, slots=True)
class Episode:
    """An alarm in the month in which it first rang; on: the last day of that month."""

    organisation: str
    on: date
    offices: tuple[str, ...]


@dataclass(slots=True)
class Group:
    """What was seen of some organisations. unit_months: month-ends at which nothing was wrong with one of them.

    collapsed: those whose collapse lies before the last day. leads: months from alarm to collapse, of those found.
    after: alarms after a collapse. beside_late_office: false alarms of whoever filed through an office that was late with
    everybody in that month or up to two before.
    """

    organisations: int = 0
    unit_months: int = 0
    collapsed: int = 0
    true: int = 0
    false: int = 0
    after: int = 0
    beside_late_office: int = 0
    leads: list[float] = field(default_factory=list)

    def add(self, other: Group) -> None:
        """Counts another group to this one."""
        self.organisations += other.organisations
        self.unit_months += other.unit_months
        self.collapsed += other.collapsed
        self.true += other.true
        self.false += other.false
        self.after += other.after
        self.beside_late_office += other.beside_late_office
        self.leads += other.leads

    @property
    def recall(self) -> float | None:
        """Of those that collapsed, the share that was named before."""
        return len(self.leads) / self.collapsed if self.collapsed else None

    @property
    def precision(self) -> float | None:
        """Of the alarms that were true or false, the share that was true."""
        return self.true / (self.true + self.false) if self.true + self.false else None

    @property
    def false_per_thousand(self) -> float | None:
        """False alarms in 1,000 organisation-months in which nothing was wrong."""
        return 1000 * self.false / self.unit_months if self.unit_months else None

    @property
    def median_lead(self) -> float | None:
        """In months before the collapse."""
        return median(self.leads) if self.leads else None

    @property
    def tenth_lead(self) -> float | None:
        """The lead that nine in ten of those found have at least."""
        return sorted(self.leads)[ceil(len(self.leads) / 10) - 1] if self.leads else None


def episodes_of(months: Iterable[tuple[Month, Sequence[Alarm]]]) -> Iterator[Episode]:
    """The first month of every unbroken row of months in which an organisation is named."""
    before: set[str] = set()
    for month, alarms in months:
        now = {one.organisation for one in alarms}
        for one in alarms:
            if one.organisation not in before:
                yield Episode(one.organisation, date_from_day(month.day), one.offices)
        before = now


def judge(
    truths: Iterable[OrganisationTruth],
    late: Iterable[LateOffice],
    episodes: Iterable[Episode],
    months: Sequence[Month],
) -> Iterator[tuple[OrganisationTruth, Group]]:
    """Each organisation with what was seen of it."""
    rung: dict[str, list[Episode]] = defaultdict(list)
    for episode in episodes:
        rung[episode.organisation].append(episode)
    late_in: dict[str, list[date]] = defaultdict(list)
    for one in late:
        late_in[one.office].append(one.month)
    ends = [date_from_day(month.day) for month in months]
    for truth in truths:
        yield truth, _judged(truth, rung[truth.organisation], late_in, ends)


def _judged(
    truth: OrganisationTruth, rung: Sequence[Episode], late_in: Mapping[str, Sequence[date]], ends: Sequence[date]
) -> Group:
    fails = truth.cause in FAILING
    trouble = truth.trouble_from if fails else None
    collapse = truth.trouble_until if fails else None
    group = Group(1, sum(trouble is None or end < trouble for end in ends))
    group.collapsed = int(collapse is not None and collapse <= ends[-1])
    for episode in rung:
        if trouble is None or collapse is None or episode.on < trouble:
            group.false += 1
            group.beside_late_office += _beside_late_office(episode, late_in)
        elif episode.on >= collapse:
            group.after += 1
        else:
            group.true += 1
            if group.collapsed and not group.leads:
                group.leads.append((collapse - episode.on).days / _DAYS_IN_MONTH)
    return group


def _beside_late_office(episode: Episode, late_in: Mapping[str, Sequence[date]]) -> bool:
    return any(
        0 <= months_between(month, episode.on) <= _MONTHS_AFTER_LATE_OFFICE
        for office in episode.offices
        for month in late_in.get(office, ())
    )
