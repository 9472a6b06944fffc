"""From output timelines to segments: the projected reading, marked where the settled one differs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.timelines.arena import START
from kyosei.timelines.days import NEVER
from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.evaluate import Evaluation
from kyosei.verdicts.verdict import Segment

__all__ = ["STATE_NAMES", "Glance", "Outline", "glance", "place_on", "segments_of"]

STATE_NAMES: Final[Mapping[int, str]] = {
    State.NOT_APPLICABLE: "not_applicable",
    State.MET: "met",
    State.DUE: "due",
    State.LATE: "late",
    State.BREACHED: "breached",
    State.UNMET: "unmet",
    State.OPEN: "open",
}


Row = list[int]
"""(day, lo, hi, tv)."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The output timelines of one subject as plain columns: a look at one day costs more in arrays.

    first: for each output, the number of its first instance's timeline. begin, end: where the segments of each timeline
    stand in the columns day, lo, hi and tv.
    """

    first: list[int]
    begin: list[int]
    end: list[int]
    day: list[int]
    lo: list[int]
    hi: list[int]
    tv: list[int]

    @staticmethod
    def of(evaluation: Evaluation, subject: int) -> Outline:
        """The outputs of the subject at a place of an evaluation."""
        place, segments = evaluation.outputs.place, evaluation.outputs.segments
        ends = place.sum(axis=1)
        written = segments[: ends.max()]
        return Outline(evaluation.place[subject].tolist(), place[:, START].tolist(), ends.tolist(), *written.T.tolist())

    def span(self, output: int, instance: int) -> tuple[int, int]:
        """The first place of a timeline, and the first after it."""
        number = self.first[output] + instance
        return self.begin[number], self.end[number]

    def place(self, output: int, instance: int, day: int) -> int:
        """The place of the segment of a timeline in which a day lies."""
        begin, end = self.span(output, instance)
        return bisect_right(self.day, day, begin, end) - 1

    def rows(self, output: int, instance: int) -> list[Row]:
        """The timeline of an output for one instance."""
        begin, end = self.span(output, instance)
        columns = (self.day, self.lo, self.hi, self.tv)
        return [list(row) for row in zip(*(column[begin:end] for column in columns), strict=True)]


def segments_of(
    projected: Outline, settled: Outline, output: int, figures: Sequence[tuple[str, int]], instance: int, known_day: int
) -> list[Segment]:  # fmt: skip
    """The whole history and forecast of one norm for one instance; `figures`: their names and outputs."""
    tracks = [
        projected.rows(output, instance),
        settled.rows(output, instance),
        *(projected.rows(place, instance) for _, place in figures),
    ]
    days = sorted({row[0] for track in tracks for row in track} | {known_day + 1})
    places = [0] * len(tracks)
    said: list[tuple[int, _Said]] = []
    for day in days:
        for number, track in enumerate(tracks):
            while places[number] + 1 < len(track) and track[places[number] + 1][0] <= day:
                places[number] += 1
        (_, state, packed, causes), other = tracks[0][places[0]], tracks[1][places[1]]
        differs = day > known_day or state != other[1] or causes != other[3]
        shown = tuple([(track[place][1], track[place][2]) for track, place in zip(tracks[2:], places[2:], strict=True)])
        now = state, packed if state else 0, causes_of(causes), differs, shown
        if not said or said[-1][1] != now:
            said.append((day, now))
    names = [name for name, _ in figures]
    ends = [day for day, _ in said[1:]] + [NEVER]
    return [_segment(day, until, now, names) for (day, now), until in zip(said, ends, strict=True)]


_Said = tuple[int, int, tuple[str, ...], bool, tuple[tuple[int, int], ...]]
"""What is said from a day on: state, days (packed), causes, whether the settled reading differs, and the figures."""


def _segment(day: int, until: int, said: _Said, names: Sequence[str]) -> Segment:
    state, packed, causes, differs, shown = said
    arose, due, uncertain = unpack(packed) if state else (-1, -1, False)
    figures = tuple((name, low, high) for name, (low, high) in zip(names, shown, strict=True))
    return Segment(day, until, STATE_NAMES[state], causes, arose, due, uncertain, differs, figures)


def place_on(segments: Sequence[Segment], day: int) -> int:
    """The place of the segment in which a day lies."""
    place = 0
    while place + 1 < len(segments) and segments[place + 1].from_day <= day:
        place += 1
    return place


@dataclass(frozen=True, slots=True)
class Glance:
    """A norm's answer on one day and around it: the segment, since when and until when it is so, and what comes next."""

    segment: Segment
    since: int
    until: int
    next_day: int
    next_state: str


def glance(
    projected: Outline, settled: Outline, output: int, figures: Sequence[tuple[str, int]], instance: int,
    known_day: int, day: int,
) -> Glance:  # fmt: skip
    """The answer on one day, without building the whole history."""
    begin, end = projected.span(output, instance)
    place = bisect_right(projected.day, day, begin, end) - 1
    apart = settled.place(output, instance, day)
    state, packed, causes = projected.lo[place], projected.hi[place], projected.tv[place]
    arose, due, uncertain = unpack(packed) if state else (-1, -1, False)
    differs = day > known_day or state != settled.lo[apart] or causes != settled.tv[apart]
    first = last = place
    while first > begin and projected.lo[first - 1] == state and projected.hi[first - 1] == packed:
        first -= 1
    while last + 1 < end and projected.lo[last + 1] == state and projected.hi[last + 1] == packed:
        last += 1
    following = place + 1
    while following < end and projected.lo[following] == state and projected.tv[following] == causes:
        following += 1
    next_day = projected.day[following] if following < end else NEVER
    shown = []
    for name, figure in figures:
        at = projected.place(figure, instance, day)
        shown.append((name, projected.lo[at], projected.hi[at]))
        if at + 1 < projected.span(figure, instance)[1]:
            next_day = min(next_day, projected.day[at + 1])
    until = projected.day[last + 1] if last + 1 < end else NEVER
    segment = Segment(projected.day[place], until, STATE_NAMES[state], causes_of(causes), arose, due, uncertain, differs,
                      tuple(shown))  # fmt: skip
    next_state = STATE_NAMES[projected.lo[bisect_right(projected.day, next_day, begin, end) - 1]]
    return Glance(segment, projected.day[first], until, next_day, next_state)
