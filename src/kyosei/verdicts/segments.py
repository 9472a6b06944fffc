"""From output timelines to segments: the projected reading, marked where the settled one differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kyosei.timelines.days import NEVER
from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.evaluate import Evaluation
from kyosei.verdicts.verdict import Segment

__all__ = ["STATE_NAMES", "Glance", "Outline", "glance", "place_of", "place_on", "segments_of"]

STATE_NAMES = {
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
    """The output timelines of one subject as plain lists, each made when it is first asked for: a look at one day costs
    more in arrays than in lists, and most timelines are never looked at.
    """

    evaluation: Evaluation
    place: list[Row]
    first: list[int]
    made: dict[int, list[Row]] = field(default_factory=dict)

    @staticmethod
    def of(evaluation: Evaluation, subject: int) -> Outline:
        """The outputs of the subject at a place of an evaluation."""
        return Outline(evaluation, evaluation.outputs.place.tolist(), evaluation.place[subject].tolist())

    def rows(self, output: int, instance: int) -> list[Row]:
        """The timeline of an output for one instance."""
        number = self.first[output] + instance
        found = self.made.get(number)
        if found is None:
            start, length = self.place[number]
            found = self.made[number] = self.evaluation.outputs.segments[start : start + length].tolist()
        return found


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
    found: list[Segment] = []
    for day in days:
        for number, track in enumerate(tracks):
            while places[number] + 1 < len(track) and track[places[number] + 1][0] <= day:
                places[number] += 1
        state, other = tracks[0][places[0]], tracks[1][places[1]]
        arose, due, uncertain = unpack(state[2]) if state[1] else (-1, -1, False)
        differs = day > known_day or state[1] != other[1] or state[3] != other[3]
        shown = tuple(
            (name, track[place][1], track[place][2])
            for (name, _), track, place in zip(figures, tracks[2:], places[2:], strict=True)
        )
        segment = Segment(
            day, NEVER, STATE_NAMES[State(state[1])], causes_of(state[3]), arose, due, uncertain, differs, shown
        )
        if found and _same(found[-1], segment):
            continue
        if found:
            found[-1] = _until(found[-1], day)
        found.append(segment)
    return found


def _same(before: Segment, after: Segment) -> bool:
    return (before.state, before.causes, before.arose, before.due, before.uncertain, before.projected, before.figures) == (
        after.state, after.causes, after.arose, after.due, after.uncertain, after.projected, after.figures,
    )  # fmt: skip


def _until(segment: Segment, day: int) -> Segment:
    return Segment(segment.from_day, day, segment.state, segment.causes, segment.arose, segment.due, segment.uncertain,
                   segment.projected, segment.figures)  # fmt: skip


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
    track = projected.rows(output, instance)
    other = settled.rows(output, instance)
    place = place_of(track, day)
    now = track[place]
    apart = other[place_of(other, day)]
    arose, due, uncertain = unpack(now[2]) if now[1] else (-1, -1, False)
    differs = day > known_day or now[1] != apart[1] or now[3] != apart[3]
    first = last = place
    while first > 0 and track[first - 1][1:3] == now[1:3]:
        first -= 1
    while last + 1 < len(track) and track[last + 1][1:3] == now[1:3]:
        last += 1
    following = place + 1
    while following < len(track) and (track[following][1], track[following][3]) == (now[1], now[3]):
        following += 1
    next_day = track[following][0] if following < len(track) else NEVER
    shown = []
    for name, figure in figures:
        rows = projected.rows(figure, instance)
        at = place_of(rows, day)
        shown.append((name, rows[at][1], rows[at][2]))
        if at + 1 < len(rows):
            next_day = min(next_day, rows[at + 1][0])
    until = track[last + 1][0] if last + 1 < len(track) else NEVER
    segment = Segment(now[0], until, STATE_NAMES[State(now[1])], causes_of(now[3]), arose, due, uncertain, differs,
                      tuple(shown))  # fmt: skip
    next_state = STATE_NAMES[State(track[place_of(track, next_day)][1])]
    return Glance(segment, track[first][0], until, next_day, next_state)


def place_of(rows: list[Row], day: int) -> int:
    """The place of the row in which a day lies."""
    return bisect_left(rows, [day + 1]) - 1  # a row that begins on the next day is the first that is more than this
