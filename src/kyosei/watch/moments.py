"""The moments at which something can become different: what was recorded at an instant, and the turn of a day in Japan.

Whatever the batches, each subject is evaluated at each moment that touches it, and at no other: a batch holds moments of one
day, none of which touches a subject that another touches. So the same journal always gives the same transitions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import groupby
from operator import attrgetter

from kyosei.facts.kinds import Kind
from kyosei.journal.touching import NOBODY, OpenCoverage, PublishedEntry, Touch
from kyosei.timelines.days import JAPAN, date_from_day, legal_day, microseconds_from_instant

__all__ = ["Lags", "Plan", "Surroundings", "first_instant", "plan"]


def first_instant(day: int) -> int:
    """The instant at which a legal day begins, in microseconds."""
    return microseconds_from_instant(datetime.combine(date_from_day(day), time.min, JAPAN))


class Lags:
    """How long the sources of each kind normally take, in days."""

    def __init__(self, kinds: Sequence[type[Kind]], derived: Mapping[str, Collection[str]]) -> None:
        """derived: for a kind, those that coverages of it also cover (`kyosei.evidence.derived`)."""
        own = {kind.facts.name: kind.facts.lag_days for kind in kinds}
        self._by_kind = {name: {lag, *(own[d] for d in derived.get(name, ()))} for name, lag in own.items()}
        self.all = sorted({lag for lags in self._by_kind.values() for lag in lags})

    def of_lag(self, lag: int) -> list[str]:
        """The kinds of which a source may be silent for so many days."""
        return [kind for kind, lags in self._by_kind.items() if lag in lags]

    def silent(self, sign_day: int, day: int) -> list[str]:
        """The kinds of which a source has been silent too long, on a day, if it last showed life on `sign_day`."""
        return [kind for kind, lags in self._by_kind.items() if any(day - sign_day > lag for lag in lags)]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a plan needs to know beside the entries.

    touches: by place. around: for local persons, whom links join to them as known at the first moment; a moment that
    changes links is taken up alone. readers: for organisations, whose cases read
    what is filed under them. unwatched: organisations that were never looked at. signs: when sources last showed life, a
    day. coverages: of these sources.
    """

    touches: Mapping[int, Touch]
    around: Mapping[str, Sequence[str]]
    readers: Mapping[str, Collection[str]]
    unwatched: Collection[str]
    signs: Mapping[str, int]
    coverages: Mapping[str, Sequence[OpenCoverage]]


@dataclass(slots=True)
class Plan:
    """What is taken up together. touched: whom, at which place and instant. everybody: all who are watched as well.

    position, known: of the last moment that is taken; signs: of sources that have shown life since.
    """

    position: int
    known: int
    touched: dict[str, tuple[int, int]] = field(default_factory=dict)
    everybody: bool = False
    signs: dict[str, int] = field(default_factory=dict)


def plan(
    entries: Sequence[PublishedEntry], day: int, position: int, known: int, lags: Lags, around: Surroundings
) -> Plan:
    """As many moments of a day as can be taken up together, from the first of these entries on."""
    made = Plan(position, known)
    reads: dict[str, set[str]] = defaultdict(set)
    for recorded_at, group in groupby(entries, attrgetter("recorded_at")):
        if legal_day(recorded_at) > day:
            break
        moment = list(group)
        touch = _joined(moment, around.touches)
        signs = {**around.signs, **made.signs}
        living = dict(_signs_of(moment, signs))
        for source in living:
            silent = lags.silent(signs.get(source, -1), day)
            told = (c for c in around.coverages.get(source, ()) if c.recorded_at <= recorded_at)
            touch.filed.update(coverage.filed for coverage in told if coverage.kind in silent)
        touch.everybody = touch.everybody or NOBODY in touch.filed
        touched = set(_subjects(touch, around, reads)) | (touch.named & set(around.unwatched) - made.touched.keys())
        alone = touch.everybody or touch.links
        if (alone and made.position > position) or touched & made.touched.keys():
            break
        made.position = moment[-1].sequence + 1
        made.known = max(known, recorded_at)
        made.touched.update(dict.fromkeys(touched, (made.position, made.known)))
        made.signs.update(living)
        for party in touch.named:
            reads[party] |= touched
        if alone:
            made.everybody = touch.everybody
            break
    return made


def _joined(moment: Sequence[PublishedEntry], touches: Mapping[int, Touch]) -> Touch:
    """What the entries of a moment touch together."""
    joined = Touch()
    for entry in moment:
        touch = touches.get(entry.sequence)
        if touch is not None:
            joined.filed |= touch.filed
            joined.named |= touch.named
            joined.everybody = joined.everybody or touch.everybody
            joined.links = joined.links or touch.links
    return joined


def _signs_of(moment: Sequence[PublishedEntry], signs: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The sources whose last sign of life is of a later day than before."""
    latest: dict[str, int] = {}
    for entry in moment:
        if entry.source is not None and entry.stated_at is not None:
            day = legal_day(entry.stated_at)
            if day > max(signs.get(entry.source, -1), latest.get(entry.source, -1)):
                latest[entry.source] = day
    yield from latest.items()


def _subjects(touch: Touch, around: Surroundings, reads: Mapping[str, Collection[str]]) -> Iterator[str]:
    for filed in touch.filed:
        if filed.startswith("person:"):
            yield from around.around.get(filed, (filed,))
        elif filed:
            yield filed
            yield from around.readers.get(filed, ())
            yield from reads.get(filed, ())
