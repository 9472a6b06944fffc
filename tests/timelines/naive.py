"""A naive interpreter: every operator of a program once more, day by day, from its definition and not from its kernel.

A truth is its byte. A number is (low, high, causes) with infinities. A choice is (mask, causes). A quantity is the period
that a day lies in. A state is a `StateOn`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from math import inf
from typing import Any

from kyosei.timelines.program import Deadline, Instruction, Op, Program, State, Value
from kyosei.timelines.truth import LAW, NO, OPEN, YES
from tests.timelines.naive_duties import NaiveObligation, StateOn, obligations_of, state_of
from tests.timelines.naive_memory import MEMORY, Event, count_within, events_of, open_causes, total_within
from tests.timelines.naive_plain import PLAIN, TABULAR
from tests.timelines.naive_values import (
    CLOSED,
    NEVER,
    causes,
    every,
    number,
    opposite,
    some,
)
from tests.timelines.running import Subject, on


def _looks_ahead(at: Instruction) -> int:
    """The most days by which an instruction reads its argument later than on the day it is asked about."""
    if at.op == Op.SHIFT_DAYS:
        return max(0, -at.parameters[0])
    if at.op == Op.SHIFT_MONTHS:
        return max(0, -31 * at.parameters[0])
    return 0


class Naive:
    """A program over one subject. `end`: the last day that is asked about."""

    def __init__(self, program: Program, subject: Subject, end: int, known_day: int = 0) -> None:
        self.program = program
        self.subject = subject
        self.end = end + sum(_looks_ahead(at) for at in program.instructions)
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
                lambda d: arguments[0](max(d, 0)) == YES,
            )  # fmt: skip
        return state_of(self.obligations[key], day, at.parameters[0] == Deadline.BY_THE_DAY_STATED)
