"""The geometry of the timeline: a lane for each system, in it a bar for what lasts and a mark for what happened on a day.

One unit is a pixel of the drawing as it is made; a browser scales it. Rows of a lane are filled from above, so that bars never
cover each other; what begins long ago or has no end is cut at the edges, and so is told in the list alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kyosei.facts.statements import Statement
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.web.own.records import SEVEN, System, is_event, system_of_kind

__all__ = ["Bar", "Drawing", "Lane", "Year", "draw"]

WIDTH: Final = 920
LEFT: Final = 130
_TOP: Final = 26
_ROW: Final = 12
_GAP: Final = 14
_ROWS_MOST: Final = 6
_BEFORE_DAYS: Final = 366
_AHEAD_DAYS: Final = 400
_YEARS_MOST: Final = 12
_SHORTEST: Final = 3.0
_MARK: Final = 9.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A record in a lane, at x and y with its width; an event is a mark."""

    record: Statement
    x: float
    y: float
    width: float
    is_event: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A system; more: how many records have no room, and stand in the list alone."""

    system: System
    y: float
    height: float
    bars: tuple[Bar, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Year:
    """The first of January of a year."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn."""

    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    years: tuple[Year, ...]
    today_x: float


@dataclass(frozen=True, slots=True)
class _Scale:
    from_day: int
    until_day: int

    def x(self, day: int) -> float:
        inside = min(max(day, self.from_day), self.until_day)
        return round(LEFT + (inside - self.from_day) / (self.until_day - self.from_day) * (WIDTH - LEFT), 1)


def draw(
    records: Sequence[Statement], today: int, disputed: frozenset[str], window: tuple[int, int] | None = None
) -> Drawing:  # fmt: skip
    """The drawing of records, around a day; window: its first day and the first outside, default as far as records reach."""
    earliest = min((one.from_day for one in records), default=today - _BEFORE_DAYS)
    first = date_from_day(max(earliest, today - _YEARS_MOST * 366)).year
    from_day, until_day = window or (day_from_date(date(first, 1, 1)), today + _AHEAD_DAYS)
    scale = _Scale(from_day, until_day)
    lanes: list[Lane] = []
    y = float(_TOP)
    for system in System:
        own = [one for one in records if system_of_kind(one.kind) is system and one.until_day > scale.from_day]
        if not own and system not in SEVEN:
            continue
        lane = _lane(system, own, scale, y, disputed)
        lanes.append(lane)
        y += lane.height + _GAP
    return Drawing(WIDTH, y, LEFT, tuple(lanes), tuple(_years(scale)), scale.x(today))


def _lane(
    system: System, records: Sequence[Statement], scale: _Scale, top: float, disputed: frozenset[str]
) -> Lane:  # fmt: skip
    """Each record in the first row in which it covers no other; what lasts before what happens."""
    ends: list[float] = []
    bars: list[Bar] = []
    more = 0
    for one in sorted(records, key=lambda record: (is_event(record), record.from_day, record.id)):
        x = scale.x(one.from_day)
        width = _MARK if is_event(one) else max(scale.x(one.until_day) - x, _SHORTEST)
        row = next((place for place, end in enumerate(ends) if end <= x), len(ends))
        if row == _ROWS_MOST:
            more += 1
            continue
        ends[row : row + 1] = [x + width + 1]
        bars.append(Bar(one, x, top + row * _ROW, width, is_event(one), one.id in disputed))
    return Lane(system, top, max(len(ends), 1) * _ROW, tuple(bars), more)


def _years(scale: _Scale) -> Iterator[Year]:
    first, last = date_from_day(scale.from_day).year, date_from_day(scale.until_day).year
    for year in range(first, last + 1):
        yield Year(year, scale.x(day_from_date(date(year, 1, 1))))
