"""Small random worlds for the property tests: timelines with gaps, month ends and leap days, and the comparison itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import INFINITY, Program, State, Value
from kyosei.timelines.truth import CONFLICT, DISPUTED, JUDGEMENT, LAW, MISSING, NO, OPEN, UNCONFIRMED, YES
from tests.timelines.naive import Naive
from tests.timelines.naive_duties import StateOn
from tests.timelines.naive_values import number
from tests.timelines.running import Segment, Subject, Timeline, all_outputs, on, run_subject

OPEN_BYTES = tuple(OPEN | cause for cause in (MISSING, UNCONFIRMED, CONFLICT, DISPUTED, JUDGEMENT, LAW))
TRUTHS = (NO, YES, *OPEN_BYTES, OPEN | MISSING | CONFLICT)


@dataclass(frozen=True, slots=True)
class World:
    """A span of days in which timelines change (`first` to `last`) and are looked at (`first` to `end`)."""

    first: int
    last: int
    end: int


FROM_DAY_ZERO = World(0, 75, 150)
"""1900-01-01 to 1900-05-31: a February of 28 days although 1900 looks like a leap year."""

AROUND_A_LEAP_DAY = World(1430, 1530, 1590)
"""1903-12-01 to 1904-05-09, with 29 February 1904 (a Monday) on day 1519."""

WORLDS = st.sampled_from((FROM_DAY_ZERO, AROUND_A_LEAP_DAY))


def change_days(world: World, most: int = 5) -> st.SearchStrategy[list[int]]:
    """The days on which a timeline changes, sorted; often neighbours, month ends and the leap day."""
    special = [
        d for d in (30, 31, 58, 59, 60, 1460, 1461, 1490, 1491, 1518, 1519, 1520, 1521) if world.first < d <= world.last
    ]
    day = st.one_of(st.integers(max(world.first, 1), world.last), st.sampled_from(special))
    days = st.lists(st.tuples(day, st.integers(0, 2)), max_size=most)
    return days.map(lambda chosen: sorted({d + extra for d, near in chosen for extra in range(near + 1)}))


@st.composite
def timelines(draw: st.DrawFn, world: World, cells: st.SearchStrategy[tuple[int, int, int]], most: int = 5) -> Timeline:
    """A timeline of such cells, as the evidence writes it: equal neighbours are one segment."""
    rows: list[Segment] = []
    for day in (0, *draw(change_days(world, most))):
        cell = draw(cells)
        if not rows or rows[-1][1:] != cell:
            rows.append((day, *cell))
    return tuple(rows)


def truth_cells(truths: Sequence[int] = TRUTHS) -> st.SearchStrategy[tuple[int, int, int]]:
    """Segments of truths, of which YES and NO are as frequent as all open ones."""
    settled = [truth for truth in truths if truth in (NO, YES)]
    return st.one_of(st.sampled_from(settled), st.sampled_from(truths)).map(lambda truth: (0, 0, truth))


def truths(world: World, most: int = 5) -> st.SearchStrategy[Timeline]:
    """A truth. Before a late world nothing is known to be so, or it is not so."""
    return timelines(world, truth_cells(), most).map(lambda t: quiet_before(t, world))


def quiet_before(timeline: Timeline, world: World) -> Timeline:
    """A late world is preceded by NO, so that "since the beginning" stays small."""
    if world.first == 0:
        return timeline
    return ((0, 0, 0, NO), *(timeline[2:] if timeline[1:2] and timeline[1][3] == NO else timeline[1:]))


def number_cells(low: int = 0, high: int = 40) -> st.SearchStrategy[tuple[int, int, int]]:
    """Segments of numbers: settled, bounded, or without an upper bound."""
    bounds = st.tuples(st.integers(low, high), st.integers(0, 20), st.sampled_from(OPEN_BYTES), st.integers(0, 3))
    return bounds.map(
        lambda b: (
            (b[0], b[0], 0)
            if b[3] == 0 or (b[1] == 0 and b[3] < 3)
            else (b[0], INFINITY if b[3] == 3 else b[0] + b[1], b[2] & ~OPEN)
        )
    )


def numbers(world: World, low: int = 0, high: int = 40) -> st.SearchStrategy[Timeline]:
    """A number."""
    return timelines(world, number_cells(low, high), 4)


def choices(world: World, options: int = 4) -> st.SearchStrategy[Timeline]:
    """A choice among so many values."""
    cell = st.tuples(st.integers(1, (1 << options) - 1), st.sampled_from(OPEN_BYTES))
    return timelines(world, cell.map(lambda c: (c[0], 0, c[1] & ~OPEN if c[0] & (c[0] - 1) else 0)), 4)


@st.composite
def quantities(draw: st.DrawFn, world: World) -> Timeline:
    """Quantities stated over periods; neighbours stay two periods even if they are alike."""
    days = draw(change_days(world, 6))
    return tuple((day, *draw(number_cells())) for day in (0, *days))


def leaf_of(value: Value, world: World) -> st.SearchStrategy[Timeline]:
    """A leaf of a kind of value."""
    match value:
        case Value.TRUTH:
            return truths(world)
        case Value.NUMBER:
            return numbers(world)
        case Value.CHOICE:
            return choices(world)
        case Value.QUANTITY:
            return quantities(world)
        case Value.STATE:
            raise AssertionError("no leaf holds a state")


def plain(value: Value, cell: tuple[int, int, int]) -> Any:
    """A kernel's value on a day as the naive interpreter writes it. Any: it depends on the kind of value."""
    low, high, tv = cell
    match value:
        case Value.TRUTH:
            return tv
        case Value.NUMBER:
            bounds = number(low, high, tv)
            assert bounds[2] == tv, f"a number {low} to {high} must not have the causes {tv}"
            return bounds
        case Value.CHOICE:
            return low, tv
        case Value.STATE:
            arose, due, uncertain = unpack(high)
            return StateOn(State(low), tv, arose, due, uncertain)
        case Value.QUANTITY:
            raise AssertionError("no operator yields a quantity")


def assert_as_naive(program: Program, subject: Subject, world: World, *, known_day: int = 0) -> None:
    """Every node of a program has on every day of the world the value that the naive interpreter finds."""
    found = run_subject(all_outputs(program), subject, known_day=known_day)
    naive = Naive(program, subject, world.end, known_day)
    for node, instruction in enumerate(program.instructions):
        if instruction.value == Value.QUANTITY:
            continue
        for instance, timeline in enumerate(found[node]):
            assert timeline[0][0] == 0, f"{instruction.op.name} begins on day {timeline[0][0]}"
            assert all(a[0] < b[0] and a[1:] != b[1:] for a, b in pairwise(timeline)), (instruction.op.name, timeline)
            for day in (*range(min(world.first, 3)), *range(world.first, world.end + 1)):
                kernel = plain(instruction.value, on(timeline, day))
                wanted = naive.value(node, instance, day)
                assert kernel == wanted, (
                    f"{instruction.op.name} (node {node}, instance {instance}) on day {day}: kernel {kernel}, "
                    f"naive {wanted}"
                )
