"""Which organisations have become late against their own history, once the common delay of their office is divided out.

Late is a filing that came later than its channel allows and later than half of what the same office received in the
same channel and month. What arrives on one day from one organisation is one filing, as it was sent together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median_low
from typing import Final

from kyosei.signals.shifts import Counts, Course, course_of
from kyosei.timelines.days import date_from_day

__all__ = ["HISTORY_MONTHS", "LEAST_OTHERS", "ChannelSince", "Lateness", "Report", "Signal", "month_of", "signals_of"]

LEAST_OTHERS: Final = 5
"""A month of an office in which fewer other organisations filed, or one of them more than half, compares with nobody."""


HISTORY_MONTHS: Final = 6
"""A change is looked for after so many months in which an organisation could be compared.

Before, there is no usual to change: whoever has always been late in all channels would look like one who has become so.
"""


@dataclass(frozen=True, slots=True)
class Report:
    """One thing an organisation had to tell or pay. office: who received it. allowed_days: how long after its event."""

    organisation: str
    channel: str
    office: str
    arrived_day: int
    delay_days: int
    allowed_days: int


@dataclass(frozen=True, slots=True)
class ChannelSince:
    """What an organisation filed in a channel since a change began, and how much of it was late."""

    channel: str
    offices: tuple[str, ...]
    filings: int
    late: int


@dataclass(frozen=True, slots=True)
class Signal:
    """An organisation that files later than it used to. Months: year x 12 + month - 1. channels: those that show it."""

    organisation: str
    since_month: int
    raised_month: int
    channels: tuple[ChannelSince, ...]


@dataclass(frozen=True, slots=True)
class Lateness:
    """compared: how many organisations there was something to compare of."""

    compared: int
    signals: tuple[Signal, ...]


Series = dict[str, list[tuple[Counts, str]]]
"""The counts of one organisation by channel, each with its office."""


@cache
def month_of(day: int) -> int:
    """The month of a day number, as year x 12 + month - 1."""
    date = date_from_day(day)
    return date.year * 12 + date.month - 1


def signals_of(reports: Iterable[Report], unnamed: frozenset[str] = frozenset()) -> Lateness:
    """The organisations whose change stands at the end of the last month with reports, in the order of their ids.

    unnamed: organisations that are natural persons (sole proprietors); they are compared with, and never named.
    """
    filings = _filings(reports)
    if not filings:
        return Lateness(0, ())
    first = min(month_of(one.arrived_day) for one in filings)
    months = max(month_of(one.arrived_day) for one in filings) - first + 1
    series = _series(filings, first)
    found = []
    for organisation in sorted(series.keys() - unnamed):
        own = series[organisation]
        channels = [[counts for counts, _ in own[channel]] for channel in sorted(own)]
        earliest = min(one.month for counts in channels for one in counts) + HISTORY_MONTHS
        course = course_of(channels, months, earliest)
        raised = course.raised()
        if raised is not None:
            since = int(course.since[-1])
            showing = _channels_since(own, course, since)
            found.append(Signal(organisation, first + since, first + raised, showing))
    return Lateness(len(series.keys() - unnamed), tuple(found))


def _filings(reports: Iterable[Report]) -> list[Report]:
    """What arrived together, as one; its delay is the median of its reports, the shorter of two in the middle."""
    together: dict[tuple[str, str, str, int], list[Report]] = defaultdict(list)
    for one in reports:
        if not one.organisation.startswith("person:"):
            together[one.organisation, one.channel, one.office, one.arrived_day].append(one)
    found = []
    for (organisation, channel, office, day), each in together.items():
        delay, allowed = median_low(one.delay_days for one in each), max(one.allowed_days for one in each)
        found.append(Report(organisation, channel, office, day, delay, allowed))
    return found


def _series(filings: Sequence[Report], first: int) -> Mapping[str, Series]:
    """The counts of every organisation against the others of each office, channel and month that can be compared."""
    cells: dict[tuple[str, str, int], list[Report]] = defaultdict(list)
    for one in filings:
        cells[one.office, one.channel, month_of(one.arrived_day) - first].append(one)
    series: dict[str, Series] = defaultdict(lambda: defaultdict(list))
    for (office, channel, month), cell in sorted(cells.items()):
        common = median_low(one.delay_days for one in cell)
        filed = Counter(one.organisation for one in cell)
        late = Counter(one.organisation for one in cell if one.delay_days > max(one.allowed_days, common))
        all_late = late.total()
        most = filed.most_common(2)
        for organisation, own in filed.items():
            others = len(cell) - own
            largest = next((count for other, count in most if other != organisation), 0)
            if len(filed) > LEAST_OTHERS and 2 * largest <= others:
                own_late = late[organisation]
                counts = Counts(month, own, own_late, others, all_late - own_late)
                series[organisation][channel].append((counts, office))
    return series


def _channels_since(own: Series, course: Course, since: int) -> tuple[ChannelSince, ...]:
    found = []
    for place, channel in enumerate(sorted(own)):
        after = [(counts, office) for counts, office in own[channel] if counts.month >= since]
        if after and course.channels[place, -1] > 0:
            offices = tuple(sorted({office for _, office in after}))
            filings, late = sum(counts.own for counts, _ in after), sum(counts.own_late for counts, _ in after)
            found.append(ChannelSince(channel, offices, filings, late))
    return tuple(found)
