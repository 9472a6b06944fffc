"""A naive interpreter: every operator of a program once more, day by day, from its definition and not from its kernel.

A truth is its byte. A number is (low, high, causes) with infinities. A choice is (mask, causes). A quantity is the period
that a day lies in. A state is a `StateOn`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import ceil, floor, inf
from typing import Any

from kyosei.timelines.program import INFINITY, Deadline, Instruction, Op, Program, State, Value
from kyosei.timelines.truth import CONFLICT, JUDGEMENT, LAW, MISSING, NO, OPEN, YES
from tests.timelines.naive_calendar import (
    age_on,
    first_of,
    is_open_day,
    month_end,
    period_ends,
    same_day_of_month,
)
from tests.timelines.naive_duties import NaiveObligation, StateOn, obligations_of, state_of
from tests.timelines.running import HOLIDAYS, Subject, on

NEVER = 1_000_000
LONGEST_RUN = 400
"""A run of YES days longer than this is one event; else every YES day is one."""

Num = tuple[float, float, int]
ANYTHING: Num = (0, inf, LAW)
"""A figure that the law has not encoded."""

CLOSED = frozenset(int(day) for day in HOLIDAYS)


def causes(truth: int) -> int:
    """The cause bits; never none for what is open."""
    return truth & ~OPEN or MISSING


def is_open(truth: int) -> bool:
    """Whether it may be yes and may be no."""
    return truth & OPEN == OPEN


def every(truths: Iterable[int]) -> int:
    """NO if any is NO, else OPEN with all causes if any is OPEN, else YES."""
    listed = list(truths)
    return NO if NO in listed else reduce(int.__or__, (t for t in listed if is_open(t)), 0) or YES


def some(truths: Iterable[int]) -> int:
    """The dual of `every`."""
    listed = list(truths)
    return YES if YES in listed else reduce(int.__or__, (t for t in listed if is_open(t)), 0) or NO


def opposite(truth: int) -> int:
    """YES for NO, NO for YES."""
    return truth if is_open(truth) else OPEN - truth


def number(low: float, high: float, why: int) -> Num:
    """A number with its causes; one that is settled has none."""
    low, high = (-inf if low <= -INFINITY else low), (inf if high >= INFINITY else high)
    return (low, high, why & ~OPEN or MISSING) if low < high else (low, high, 0)


@dataclass(frozen=True, slots=True)
class Event:
    """A YES day, or a maximal open run, which is one potential event."""

    first: int
    last: int
    certain: bool


class Naive:
    """A program over one subject. `end`: the last day that is asked about."""

    def __init__(self, program: Program, subject: Subject, end: int, known_day: int = 0) -> None:
        self.program = program
        self.subject = subject
        self.end = end
        self.known_day = known_day
        leaves = [node for node, instruction in enumerate(program.instructions) if instruction.op == Op.LEAF]
        self.leaf_number = {node: number for number, node in enumerate(leaves)}
        # Any: the value of a node is a truth, a number, a choice, a period or a state, by its declared Value.
        self.known: dict[tuple[int, int, int], Any] = {}
        self.held: dict[tuple[int, int], list[int]] = {}
        self.events: dict[tuple[int, int], list[Event]] = {}
        self.obligations: dict[tuple[int, int], list[NaiveObligation]] = {}

    def value(self, node: int, instance: int, day: int) -> Any:
        """The value of a node for an instance on a day. Any: as above."""
        key = (node, instance, day)
        if key not in self.known:
            self.known[key] = self._value(self.program.instructions[node], node, instance, day)
        return self.known[key]

    def _value(self, at: Instruction, node: int, instance: int, day: int) -> Any:
        if at.op == Op.LEAF:
            return self._leaf(at, node, instance, day)
        if at.op in (Op.ANY_OF, Op.EVERY, Op.COUNT, Op.TOTAL):
            return self._over_instances(at, day)
        arguments = [self._argument(at, k, instance) for k in range(len(at.arguments))]
        if at.op == Op.DUTY:
            return self._duty(at, node, instance, arguments, day)
        if at.op == Op.SINCE:
            return self._since(node, instance, arguments, day)
        if at.op == Op.TOTAL_WITHIN:
            return total_within(arguments[0], arguments[1], day, at.parameters[0])
        if at.op in (Op.COUNT_WITHIN, Op.RUNNING_COUNT):
            key = (node, instance)
            if key not in self.events:
                self.events[key] = list(events_of(arguments[0], self.end))
            return count_within(arguments[0], self.events[key], day, at.parameters or (0, 0))
        if at.op == Op.VERSIONS:
            return self._versions(at, arguments, day)
        table = self.program.tables[at.parameters[0]].rows if at.op in TABULAR else ()
        rest = at.parameters[1:] if at.op in TABULAR else at.parameters
        if at.op in PLAIN:
            return PLAIN[at.op]([argument(day) for argument in arguments], rest, table, day)
        return MEMORY[at.op](arguments[0], day, rest)

    def _argument(self, at: Instruction, k: int, instance: int) -> Callable[[int], Any]:
        node = at.arguments[k]
        own = instance if self.program.instructions[node].scope == at.scope else 0
        return lambda day: self.value(node, own, day)

    def _leaf(self, at: Instruction, node: int, instance: int, day: int) -> Any:
        timeline = self.subject.leaves[self.leaf_number[node]][instance]
        low, high, tv = on(timeline, day)
        if at.value == Value.TRUTH:
            return tv
        if at.value == Value.NUMBER:
            return number(low, high, tv)
        if at.value == Value.CHOICE:
            return low, tv
        starts = [segment[0] for segment in timeline]
        begin = max(start for start in starts if start <= max(day, 0))
        return begin, min((start for start in starts if start > begin), default=NEVER), number(low, high, tv)

    def key_of(self, node: int, instance: int, day: int) -> int:
        """The day that a performance names; -1 if it names none."""
        if self.program.instructions[node].op != Op.LEAF:
            return 0
        return on(self.subject.leaves[self.leaf_number[node]][instance], day)[0]

    def _over_instances(self, at: Instruction, day: int) -> Any:
        inner = at.arguments[0]
        told = [self.value(inner, k, day) for k in range(self.subject.counts[self.program.instructions[inner].scope])]
        closed = self.value(at.arguments[1], 0, day)
        unknown = 0 if closed == YES else causes(closed)
        if at.op == Op.ANY_OF:
            return some([*told, OPEN | unknown] if unknown else told)
        if at.op == Op.EVERY:
            return every([*told, OPEN | unknown] if unknown else told)
        cells = told if at.op == Op.TOTAL else [(int(t == YES), int(t != NO), causes(t)) for t in told]
        why = reduce(int.__or__, (why for low, high, why in cells if low < high), unknown)
        return number(sum(c[0] for c in cells), sum(c[1] for c in cells) + (inf if unknown else 0), why)

    def _since(self, node: int, instance: int, arguments: Sequence[Callable[[int], Any]], day: int) -> int:
        """x today, or held yesterday and no event today."""
        held = self.held.setdefault((node, instance), [])
        while len(held) <= day:
            today = len(held)
            yesterday = held[-1] if held else NO
            held.append(some([arguments[0](today), every([yesterday, opposite(arguments[1](today))])]))
        return held[day]

    def _versions(self, at: Instruction, arguments: Sequence[Callable[[int], Any]], day: int) -> StateOn:
        for k, argument in enumerate(arguments):
            from_day, until_day, review_day = at.parameters[3 * k : 3 * k + 3]
            if from_day <= day < until_day and not review_day < day <= self.known_day:
                return argument(day)  # type: ignore[no-any-return]  # a version is a state
        return StateOn(State.OPEN, LAW)

    def _duty(
        self, at: Instruction, node: int, instance: int, arguments: Sequence[Callable[[int], Any]], day: int
    ) -> StateOn:
        key = (node, instance)
        if key not in self.obligations:
            done = at.arguments[1]
            own = instance if self.program.instructions[done].scope == at.scope else 0
            events = [event for event in events_of(arguments[0], self.end) if event.first <= self.end]
            self.obligations[key] = obligations_of(
                [(event.first, event.certain, open_causes(arguments[0], event)) for event in events],
                [(d, arguments[1](d), self.key_of(done, own, d)) for d in range(self.end + 1)],
                arguments[2] if len(arguments) > 2 else None, at.parameters, CLOSED,
            )  # fmt: skip
        return state_of(self.obligations[key], day, at.parameters[0] == Deadline.BY_THE_DAY_STATED)


# With memory ------------------------------------------------------------------------------------------------------------


def events_of(x: Callable[[int], int], until: int) -> Iterator[Event]:
    """The events that begin up to a day, in order."""
    day = 0
    while day <= until:
        truth = x(day)
        last = day
        if truth == YES:
            while last - day < LONGEST_RUN and x(last + 1) == YES:
                last += 1
            if last - day < LONGEST_RUN:
                yield from (Event(d, d, True) for d in range(day, last + 1))
            else:
                yield Event(day, day, True)
                while last <= until and x(last + 1) == YES:
                    last += 1
        elif is_open(truth):
            while last - day < until + LONGEST_RUN and is_open(x(last + 1)):
                last += 1
            yield Event(day, last, False)
        day = last + 1


def open_causes(x: Callable[[int], int], event: Event) -> int:
    """The causes of a potential event: those of all its days."""
    return 0 if event.certain else some(x(day) for day in range(event.first, event.last + 1)) & ~OPEN


def reaches(day: int, months: int, size: int) -> float:
    """The last day whose window still meets a day; size 0: every later one."""
    if size == 0:
        return inf
    return period_ends(day, size) if months else day + size - 1


def in_window(day: int, months: int, size: int) -> range:
    """The days of the window that ends on a day."""
    first = day if size else 0
    while first > 0 and reaches(first - 1, months, size) >= day:
        first -= 1
    return range(first, day + 1)


def count_within(x: Callable[[int], int], events: Sequence[Event], day: int, p: Sequence[int]) -> Num:
    """YES days surely, each open run that the window meets possibly one more."""
    window = in_window(day, *p)
    met = [event for event in events if event.first <= day and event.last >= window[0]]
    why = reduce(int.__or__, (causes(x(d)) for d in window if is_open(x(d))), 0)
    return number(sum(1 for event in met if event.certain), len(met), why)


def days_within(x: Callable[[int], int], day: int, p: Sequence[int]) -> Num:
    """Surely so many days of the window, possibly so many."""
    truths = [x(d) for d in range(max(day - p[0] + 1, 0), day + 1)]
    return number(truths.count(YES), len(truths) - truths.count(NO), some(t for t in truths if is_open(t)))


def continuously(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """A chain up to today is long enough, its first day and gaps included, with no gap too long."""
    at_least, gap_at_most = p

    def long_enough(holds: Callable[[int], bool]) -> bool:
        gap = 0
        for start in range(day, -1, -1):
            gap = 0 if holds(start) else gap + 1
            if gap > gap_at_most:
                return False
            if gap == 0 and day - start + 1 >= at_least:
                return True
        return False

    if long_enough(lambda d: x(d) == YES):
        return YES
    if not long_enough(lambda d: x(d) != NO):
        return NO
    return some(x(d) for d in range(max(day - at_least - gap_at_most + 1, 0), day + 1) if is_open(x(d)))


def month_sample(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """On the first of a month: x on the last day of the month so many months back. An open end is one potential event."""
    sampled = month_end(day, -p[0])
    if sampled < 0:
        return NO
    if day == first_of(day, 0):
        return x(sampled)
    return x(sampled) if is_open(x(sampled)) and all(x(sampled + k) == x(sampled) for k in range(LONGEST_RUN)) else NO


def moved_to_working_day(x: Callable[[int], int], day: int, p: Sequence[int]) -> int:
    """The event (dated the day before it is known) of a closed day, on the next open one; an open run may last so long."""
    del p
    closed = day
    while closed > 0 and not is_open_day(closed - 1, CLOSED):
        closed -= 1
    known = range(closed + 1, day + 1)  # the days on which the events of the closed days just before are known
    if is_open_day(day, CLOSED) and any(is_event(x, d) for d in known):
        return YES
    return some(x(d) for d in {*known, day} if is_open(x(d)))


def is_event(x: Callable[[int], int], day: int) -> bool:
    """Whether a day is an event: a YES day, but of a long run only the first."""
    if x(day) != YES:
        return False
    first = last = day
    while first > 0 and day - first <= LONGEST_RUN and x(first - 1) == YES:
        first -= 1
    while last - day <= LONGEST_RUN and x(last + 1) == YES:
        last += 1
    return first == day or last - first < LONGEST_RUN


def total_within(quantity: Callable[[int], Any], mask: Callable[[int], int], day: int, size: int) -> Num:
    """Whole where window and unmasked days contain the period, 0 to all where they meet it, nothing where masked."""
    window = range(max(day - size + 1, 0), day + 1)
    low = high = 0.0
    why = 0
    for begin, end, stated in dict.fromkeys(quantity(d) for d in window):
        met = [mask(d) for d in range(max(begin, window[0]), min(end, day + 1))]
        if all(t == YES for t in met) or stated[1] == 0:
            continue
        whole = begin >= window[0] and end <= day + 1 and all(t == NO for t in met)
        low += stated[0] if whole else 0
        high += stated[1]
        why |= stated[2] | some(t for t in met if is_open(t))
    return number(low, high, why & ~OPEN)


def nearing(day_of: Callable[[int], Num], day: int, p: Sequence[int]) -> int:
    """The day is at most so many months ahead, or past."""
    low, high, why = day_of(day)
    if low < high:
        return OPEN | causes(why)
    return YES if low < NEVER and same_day_of_month(int(low), -p[0]) <= day else NO


def age(born: Callable[[int], Num], day: int, p: Sequence[int]) -> Num:
    """Completed years; unbounded if the day of birth is open."""
    del p
    low, high, why = born(day)
    return number(0, inf, why) if low < high else number(age_on(int(low), day), age_on(int(low), day), 0)


def before_the_first_day(x: Callable[[int], Any], day: int) -> Any:
    """What was so before the first day is what was so on it. Any: a truth or a number."""
    return x(max(day, 0))


MEMORY: dict[Op, Callable[[Callable[[int], Any], int, Sequence[int]], Any]] = {
    Op.BEGINS: lambda x, d, p: every([opposite(x(d - 1)), x(d)]) if d > 0 else NO,
    Op.ENDS: lambda x, d, p: every([x(d - 1), opposite(x(d))]) if d > 0 else NO,
    Op.EVER: lambda x, d, p: some(x(e) for e in in_window(d, *p)),
    Op.THROUGHOUT: lambda x, d, p: every(x(e) for e in in_window(d, *p)),
    Op.CONTINUOUSLY: continuously,
    Op.DAYS_WITHIN: days_within,
    Op.EACH_MONTH: lambda x, d, p: every(
        before_the_first_day(x, month_end(d, -back)) for back in range(p[1], p[0] + 1)
    ),
    Op.SHIFT_DAYS: lambda x, d, p: before_the_first_day(x, d - p[0]),
    Op.SHIFT_MONTHS: lambda x, d, p: before_the_first_day(x, same_day_of_month(d, -p[0])),
    Op.AGE: age,
    Op.NEARING: nearing,
    Op.MONTH_SAMPLE: month_sample,
    Op.NEXT_WORKING_DAY: moved_to_working_day,
}


# Without memory ---------------------------------------------------------------------------------------------------------

Row = tuple[int, int, int, int]


def compare(left: Num, right: Num, margin: int) -> int:
    """left >= right + margin."""
    if left[0] >= right[1] + margin:
        return YES
    return NO if left[1] < right[0] + margin else OPEN | causes(left[2] | right[2])


def product(a: float, b: float) -> float:
    """Nothing times infinity is nothing."""
    return 0 if a == 0 or b == 0 else a * b


def multiply(left: Num, right: Num) -> Num:
    """All products of two intervals."""
    corners = [product(a, b) for a in left[:2] for b in right[:2]]
    return number(min(corners), max(corners), left[2] | right[2])


def rounded(value: Fraction, rounding: int) -> int:
    """Down, up, to the nearest with halves up, to the nearest with halves down."""
    half = Fraction(1, 2)
    return (floor(value), ceil(value), floor(value + half), ceil(value - half))[rounding]


def scale(x: Num, table: Sequence[Row], day: int, rounding: int) -> Num:
    """Times the rate in force."""
    rates = [Fraction(row[2], row[3]) for row in table if row[1] <= day]
    if not rates:
        return ANYTHING
    low, high = (bound if abs(bound) == inf else rounded(int(bound) * rates[-1], rounding) for bound in x[:2])
    return number(low, high, x[2])


def dated(table: Sequence[Row], day: int) -> Num:
    """The figure in force."""
    values = [row[2] for row in table if row[1] <= day]
    return number(values[-1], values[-1], 0) if values else ANYTHING


def look_up(choice: tuple[int, int], table: Sequence[Row], day: int) -> Num:
    """The hull over the possible values; anything if one of them has no figure, or if there may be none (bit 0)."""
    figures = [
        [row[2] for row in table if row[0] == bit and row[1] <= day][-1:]
        for bit in range(1, 64)
        if choice[0] >> bit & 1
    ]
    if not all(figures):
        return number(0, inf, choice[1] | LAW)
    if choice[0] & 1:
        return number(0, inf, choice[1])
    values = [figure[0] for figure in figures]
    return number(min(values), max(values), choice[1])


def piecewise(x: Num, table: Sequence[Row], day: int) -> Num:
    """The value of the bracket in which each bound lies, in the table in force."""
    in_force = max((row[0] for row in table if row[0] <= day), default=None)
    if in_force is None:
        return ANYTHING
    rows = [row for row in table if row[0] == in_force]

    def bracket(bound: float) -> int:
        return next((row[2] for row in reversed(rows) if row[1] <= bound), rows[0][2])

    return number(bracket(x[0]), bracket(x[1]), x[2])


def is_in(choice: tuple[int, int], mask: int) -> int:
    """YES if only those are possible, NO if none is."""
    possible = {bit for bit in range(64) if choice[0] >> bit & 1}
    wanted = {bit for bit in range(64) if mask >> bit & 1}
    if not possible & wanted:
        return NO
    return YES if possible <= wanted else OPEN | causes(choice[1])


def reconcile(settling: Num, others: Num) -> Num:
    """Who can settle it; the hull with what others say where that is excluded."""
    if others[0] > settling[1] or others[1] < settling[0]:
        return number(min(settling[0], others[0]), max(settling[1], others[1]), settling[2] | CONFLICT)
    return settling


def excused(truth: int, breach: int) -> int:
    """A NO while another's breach may stand waits for judgement."""
    return OPEN | JUDGEMENT | (breach & ~OPEN) if truth == NO and breach != NO else truth


def state_of_norm(applies: int, met: int) -> StateOn:
    """The state of a norm that is no duty."""
    if applies == NO:
        return StateOn(State.NOT_APPLICABLE)
    if is_open(applies):
        return StateOn(State.OPEN, causes(applies), uncertain=True)
    if is_open(met):
        return StateOn(State.OPEN, causes(met))
    return StateOn(State.MET if met == YES else State.UNMET)


def state_is(found: StateOn, mask: int) -> int:
    """Whether it is one of these states; open where the state is."""
    if mask >> found.state & 1:
        return YES
    return OPEN | causes(found.causes) if found.state == State.OPEN else NO


TABULAR = (Op.SCALE, Op.DATED, Op.LOOKUP, Op.PIECEWISE)

# Any: each operator knows the kinds of its arguments, as its instruction declares them.
PLAIN: dict[Op, Callable[[list[Any], Sequence[int], Sequence[Row], int], Any]] = {
    Op.CONST_TRUTH: lambda a, p, t, d: p[0],
    Op.CONST_NUMBER: lambda a, p, t, d: number(p[0], p[1], p[2]),
    Op.NOT: lambda a, p, t, d: opposite(a[0]),
    Op.AND: lambda a, p, t, d: every(a),
    Op.OR: lambda a, p, t, d: some(a),
    Op.AT_LEAST: lambda a, p, t, d: compare(a[0], a[1], 0),
    Op.MORE_THAN: lambda a, p, t, d: compare(a[0], a[1], 1),
    Op.ADD: lambda a, p, t, d: number(a[0][0] + a[1][0], a[0][1] + a[1][1], a[0][2] | a[1][2]),
    Op.SUBTRACT: lambda a, p, t, d: number(a[0][0] - a[1][1], a[0][1] - a[1][0], a[0][2] | a[1][2]),
    Op.MULTIPLY: lambda a, p, t, d: multiply(a[0], a[1]),
    Op.SCALE: lambda a, p, t, d: scale(a[0], t, d, p[0]),
    Op.DATED: lambda a, p, t, d: dated(t, d),
    Op.LOOKUP: lambda a, p, t, d: look_up(a[0], t, d),
    Op.PIECEWISE: lambda a, p, t, d: piecewise(a[0], t, d),
    Op.IS_IN: lambda a, p, t, d: is_in(a[0], p[0]),
    Op.DOUBT: lambda a, p, t, d: NO if a[0] == NO else OPEN | (a[0] & ~OPEN) | p[0],
    Op.EXCUSED: lambda a, p, t, d: excused(a[0], a[1]),
    Op.RECONCILE: lambda a, p, t, d: reconcile(a[0], a[1]),
    Op.STATE: lambda a, p, t, d: state_of_norm(a[0], a[1]),
    Op.STATE_IS: lambda a, p, t, d: state_is(a[0], p[0]),
}
