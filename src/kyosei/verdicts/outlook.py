"""From when something holds if nothing else changes: wholly, but for an official's judgement, or at least not surely not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import assert_never

from kyosei.errors import LawError
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import State
from kyosei.timelines.truth import JUDGEMENT, NO, OPEN, YES
from kyosei.verdicts.nodes import Cell
from kyosei.verdicts.verdict import iso_or_none

__all__ = [
    "Days",
    "Level",
    "Outlook",
    "Stretch",
    "Track",
    "best_of",
    "days_of",
    "together",
    "track_of_cells",
    "track_of_rows",
]


class Level(IntEnum):
    """How far something is met; what needs less is lower."""

    LACKING = 0
    """A definite no, however what is open is answered."""
    OPEN = 1
    """A record is missing, unconfirmed, contradicted or disputed, or the law is not settled."""
    JUDGED = 2
    """Open by nothing but an official's judgement."""
    MET = 3
    NOT_ASKED = 4


Track = Sequence[tuple[int, Level]]
"""From which day each level holds; the first day is that of every timeline."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days [from_day, until_day) on which something goes on; NEVER: it has no end."""

    from_day: int
    until_day: int

    def to_json(self) -> dict[str, object]:
        """First day, and first day outside or null."""
        return {"from": iso_or_none(self.from_day), "until": iso_or_none(self.until_day)}


@dataclass(frozen=True, slots=True)
class Days:
    """The first stretch from the asked day on of each sort; None: there is none as far as is known.

    met: it is met. by_records: it is met, or open only by an official's judgement. not_lacking: it is not a definite no;
    before that day no answer and no judgement can make it met.
    """

    met: Stretch | None
    by_records: Stretch | None
    not_lacking: Stretch | None

    def to_json(self) -> dict[str, object]:
        """Each stretch, or null."""
        return {
            "met": _json(self.met),
            "by_records": _json(self.by_records),
            "not_lacking": _json(self.not_lacking),
        }


@dataclass(frozen=True, slots=True)
class Outlook:
    """The days as recorded, and, if the present stay ends, on the assumption that it is renewed."""

    recorded: Days
    if_renewed: Days | None

    def to_json(self) -> dict[str, object]:
        """Both."""
        renewed = None if self.if_renewed is None else self.if_renewed.to_json()
        return {"days": self.recorded.to_json(), "days_if_renewed": renewed}


def track_of_rows(rows: Iterable[Sequence[int]]) -> Track:
    """The levels of a requirement's output: rows of (day, state, packed, truth)."""
    return [(row[0], _level_of_state(State(row[1]), row[3])) for row in rows]


def track_of_cells(cells: Iterable[Cell], wanted: bool) -> Track:
    """The levels of a piece of a norm that is to be YES, or NO."""
    return [(cell.from_day, _level_of_truth(cell.tv, wanted)) for cell in cells]


def together(tracks: Sequence[Track]) -> Track:
    """All of them at once: the lowest on each day. Where nothing is asked at all, nothing can be met: LACKING."""
    lowest = _each_day(tracks, min)
    return [(day, Level.LACKING if level is Level.NOT_ASKED else level) for day, level in lowest]


def best_of(tracks: Sequence[Track]) -> Track:
    """Whichever is met the furthest: the highest on each day."""
    return _each_day(tracks, max)


def _each_day(tracks: Sequence[Track], choose: Callable[[Iterable[Level]], Level]) -> Track:
    """On each day the level that is chosen of those of all tracks."""
    places = [0] * len(tracks)
    found: list[tuple[int, Level]] = []
    for day in sorted({day for track in tracks for day, _ in track}):
        for number, track in enumerate(tracks):
            while places[number] + 1 < len(track) and track[places[number] + 1][0] <= day:
                places[number] += 1
        found.append((day, choose(track[place][1] for track, place in zip(tracks, places, strict=True))))
    return found


def days_of(track: Track, on: int) -> Days:
    """The first stretches from a day on."""
    return Days(*(_first(track, on, level) for level in (Level.MET, Level.JUDGED, Level.OPEN)))


def _first(track: Track, on: int, least: Level) -> Stretch | None:
    """The first stretch of days from `on` on which the level is reached."""
    start: int | None = None
    for (day, level), (until, _) in pairwise([*track, (NEVER, Level.LACKING)]):
        if until <= on:
            continue
        if level >= least:
            start = max(day, on) if start is None else start
        elif start is not None:
            return Stretch(start, day)
    return None if start is None else Stretch(start, NEVER)


def _level_of_state(state: State, truth: int) -> Level:
    match state:
        case State.NOT_APPLICABLE:
            return Level.NOT_ASKED
        case State.MET:
            return Level.MET
        case State.UNMET:
            return Level.LACKING
        case State.OPEN:
            return _level_of_causes(truth)
        case State.DUE | State.LATE | State.BREACHED:
            raise LawError("a plan reads requirements, and these are never due, late or breached")
        case never:
            assert_never(never)


def _level_of_truth(truth: int, wanted: bool) -> Level:
    if truth & OPEN == OPEN:
        return _level_of_causes(truth)
    return Level.MET if truth == (YES if wanted else NO) else Level.LACKING


def _level_of_causes(truth: int) -> Level:
    return Level.JUDGED if truth & ~OPEN == JUDGEMENT else Level.OPEN


def _json(stretch: Stretch | None) -> dict[str, object] | None:
    return None if stretch is None else stretch.to_json()
