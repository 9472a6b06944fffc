"""From output timelines to segments: the projected reading, marked where the settled one differs."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.timelines.days import NEVER
from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.evaluate import Evaluation
from kyosei.verdicts.verdict import Segment

__all__ = ["place_on", "segments_of"]

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


def _rows(evaluation: Evaluation, subject: int, output: int, instance: int) -> list[Row]:
    """(day, lo, hi, tv) of an output timeline."""
    start, length = evaluation.outputs.place[int(evaluation.place[subject, output]) + instance].tolist()
    rows: list[Row] = evaluation.outputs.segments[start : start + length].tolist()
    return rows


def segments_of(
    projected: Evaluation, settled: Evaluation, subject: int, output: int, figures: Sequence[tuple[str, int]],
    instance: int, known_day: int,
) -> list[Segment]:  # fmt: skip
    """The whole history and forecast of one norm for one instance; `figures`: their names and outputs."""
    tracks = [
        _rows(projected, subject, output, instance),
        _rows(settled, subject, output, instance),
        *(_rows(projected, subject, place, instance) for _, place in figures),
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
