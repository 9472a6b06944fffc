"""How fresh what each source tells is: how late, how complete, and how long it takes to put something right.

Freshness is a duty of the source. It is kept if nine in ten lines are on record within the lag that is declared for the kind,
no count is wrong, and the source has not been silent for longer than the lag; an office also answers nine in ten disputes in
time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from kyosei.signals.breaches import Breach
from kyosei.signals.delays import delays_of, median_until_ended
from kyosei.signals.small_counts import FEWEST

__all__ = [
    "DAYS_TO_ANSWER",
    "SHARE_IN_TIME",
    "Compared",
    "Corrections",
    "Disputed",
    "Estimate",
    "Freshness",
    "Line",
    "freshness",
]

SHARE_IN_TIME: Final = 0.9
"""The share of lines that has to be on record within the lag, and of disputes that has to be answered in time."""

DAYS_TO_ANSWER: Final = 30
"""Within how many days an office decides whether it corrects what somebody says is wrong: Personal Information Act art. 94 (1).

A dispute is no formal request for correction, and an office may prolong the time once; nine in ten leaves room for that.
Others put wrong records right without delay (its art. 34), which is no number of days.
"""
_OFFICES: Final = ("authority:", "municipality:")

Place = tuple[str, str]
"""A source and a kind."""


@dataclass(frozen=True, slots=True)
class Line:
    """Lines alike. event_day: when each could be told first; stated_day: when it was; recorded_day: when we knew."""

    source: str
    kind: str
    event_day: int
    stated_day: int
    recorded_day: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Corrections:
    """For one source and kind, after how many days it put each line right that it corrected or took back."""

    source: str
    kind: str
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A line of this source and kind was disputed so many days ago; ended: or so many days passed until that was resolved."""

    source: str
    kind: str
    days: int
    ended: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """How many counts of a source were compared with what is held of the kind, and how many are wrong."""

    source: str
    kind: str
    counts: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of all lines, also of those still on their way: how many are on record within the lag, half, and nine in ten of them.

    passing_days: within how many days nine in ten came from being stated to being recorded.
    """

    share_in_time: float
    median_days: int
    ninth_days: int
    passing_days: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """What is known of one source and kind. estimate: None of fewer than ten lines.

    correction_days, dispute_days: medians; None of fewer than ten, and where half of the disputes are still open.
    disputes_due: of an office, those answered or older than the days to answer; disputes_late: not answered within them.
    """

    source: str
    kind: str
    lag_days: int
    silent_days: int | None
    lines: int
    estimate: Estimate | None
    counts: int
    wrong_counts: int
    corrections: int
    correction_days: int | None
    disputes: int
    open_disputes: int
    dispute_days: int | None
    disputes_due: int = 0
    disputes_late: int = 0

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What the source is to put right: measured by the lag that is declared for the kind, and by its own counts."""
        found = {
            Breach.LATE: self.estimate is not None and self.estimate.share_in_time < SHARE_IN_TIME,
            Breach.SILENT: self.silent_days is not None and self.silent_days > self.lag_days,
            Breach.INCOMPLETE: self.wrong_counts > 0,
            Breach.UNANSWERED: self.disputes_due >= FEWEST
            and self.disputes_due - self.disputes_late < SHARE_IN_TIME * self.disputes_due,
        }
        return tuple(breach for breach, is_so in found.items() if is_so)

    @property
    def kept(self) -> bool | None:
        """Whether the source keeps its duty, as the module says; None if there is too little to say."""
        if self.breaches:
            return False
        return True if self.estimate is not None or self.counts else None


def freshness(
    lags: Mapping[str, int],
    known_day: int,
    lines: Iterable[Line],
    compared: Iterable[Compared] = (),
    corrections: Iterable[Corrections] = (),
    disputed: Iterable[Disputed] = (),
    last_sign: Mapping[str, int] | None = None,
) -> list[Freshness]:
    """One row for each source and kind, in their order; sources that are natural persons have none.

    lags: the declared lag of each kind in days. last_sign: the day on which each source last showed life.
    """
    delays: dict[Place, Counter[tuple[int, int]]] = defaultdict(Counter)
    passing: dict[Place, Counter[tuple[int, int]]] = defaultdict(Counter)
    for line in lines:
        place = line.source, line.kind
        delay = max(line.recorded_day - line.event_day, 0)
        delays[place][delay, max(known_day - line.event_day, delay)] += line.count
        passed = max(line.recorded_day - line.stated_day, 0)
        passing[place][passed, max(known_day - line.stated_day, passed)] += line.count
    counted = {(one.source, one.kind): one for one in compared}
    righted = {(one.source, one.kind): one.days for one in corrections}
    waiting: dict[Place, list[tuple[int, bool]]] = defaultdict(list)
    for one in disputed:
        waiting[one.source, one.kind].append((one.days, one.ended))
    signs = last_sign or {}
    found = []
    for place in sorted(delays.keys() | counted.keys() | righted.keys() | waiting.keys()):
        source, kind = place
        if source.startswith("person:"):
            continue
        silent = known_day - signs[source] if source in signs else None
        estimate = _estimated(delays[place], passing[place], lags[kind])
        counts, days, disputes = counted.get(place), righted.get(place, ()), waiting[place]
        late = sum(took > DAYS_TO_ANSWER for took, _ in disputes) if source.startswith(_OFFICES) else 0
        due = sum(ended or took > DAYS_TO_ANSWER for took, ended in disputes) if source.startswith(_OFFICES) else 0
        found.append(
            Freshness(
                source, kind, lags[kind], silent, delays[place].total(), estimate,
                counts.counts if counts else 0, counts.wrong if counts else 0,
                len(days), median_low(days) if len(days) >= FEWEST else None,
                len(disputes), sum(not ended for _, ended in disputes),
                median_until_ended(disputes) if len(disputes) >= FEWEST else None, due, late,
            )
        )  # fmt: skip
    return found


def _estimated(delays: Counter[tuple[int, int]], passing: Counter[tuple[int, int]], lag_days: int) -> Estimate | None:
    if delays.total() < FEWEST:
        return None
    all_ = delays_of(delays)
    passed = delays_of(passing).quantile(SHARE_IN_TIME)
    return Estimate(all_.share_within(lag_days), all_.quantile(0.5), all_.quantile(SHARE_IN_TIME), passed)
