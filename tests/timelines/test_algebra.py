"""The algebra of truths, causes included, and what more knowledge may never change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.program import INFINITY, Instruction, Op, Program, State, Value
from kyosei.timelines.truth import CONFLICT, MISSING, NO, OPEN, UNCONFIRMED, YES, both, either, negation
from tests.depth import examples
from tests.timelines.programs import QUANTIFIERS, SHAPES, of_a_duty, of_a_quantifier, of_one_operator, trees
from tests.timelines.running import (
    Segment,
    Subject,
    Timeline,
    all_outputs,
    leaf,
    on,
    program_of,
    run_batch,
    run_program,
)
from tests.timelines.worlds import FROM_DAY_ZERO, TRUTHS, World, truths

T = Value.TRUTH
LEAVES = (leaf(T), leaf(T), leaf(T))

Tree = str | tuple[Op, "Tree"] | tuple[Op, "Tree", "Tree"]
"""An expression over the leaves x, y and z."""


def build(tree: Tree, nodes: list[Instruction]) -> int:
    """The place of a tree among the nodes."""
    if isinstance(tree, str):
        return "xyz".index(tree)
    arguments = tuple(build(part, nodes) for part in tree[1:])
    nodes.append(Instruction(tree[0], arguments, (), 0, T))
    return len(nodes) - 1


def meaning(tree: Tree, *leaves: Timeline) -> Timeline:
    """The timeline of a tree."""
    nodes = list(LEAVES)
    place = build(tree, nodes)
    return run_program(program_of(*nodes, outputs=[place]), *leaves)


def no(a: Tree) -> Tree:
    return (Op.NOT, a)


def x_and(a: Tree, b: Tree) -> Tree:
    return (Op.AND, a, b)


def x_or(a: Tree, b: Tree) -> Tree:
    return (Op.OR, a, b)


LAWS: dict[str, tuple[Tree, Tree]] = {
    "double_negation": (no(no("x")), "x"),
    "de_morgan_of_and": (no(x_and("x", "y")), x_or(no("x"), no("y"))),
    "de_morgan_of_or": (no(x_or("x", "y")), x_and(no("x"), no("y"))),
    "and_is_idempotent": (x_and("x", "x"), "x"),
    "or_is_idempotent": (x_or("x", "x"), "x"),
    "and_commutes": (x_and("x", "y"), x_and("y", "x")),
    "or_commutes": (x_or("x", "y"), x_or("y", "x")),
    "and_associates": (x_and(x_and("x", "y"), "z"), x_and("x", x_and("y", "z"))),
    "or_associates": (x_or(x_or("x", "y"), "z"), x_or("x", x_or("y", "z"))),
}


@pytest.mark.parametrize("law", LAWS)
@examples(40)
@given(truths(FROM_DAY_ZERO), truths(FROM_DAY_ZERO), truths(FROM_DAY_ZERO))
def test_a_law_of_the_algebra_holds_with_its_causes(law: str, x: Timeline, y: Timeline, z: Timeline) -> None:
    left, right = LAWS[law]
    # Through a double negation on both sides, so that a bare leaf is compared with an operator's result.
    assert meaning(no(no(left)), x, y, z) == meaning(no(no(right)), x, y, z)


WEAKER_LAWS: dict[str, tuple[Tree, Tree]] = {
    "or_absorbs": (x_or("x", x_and("x", "y")), "x"),
    "and_absorbs": (x_and("x", x_or("x", "y")), "x"),
    "and_distributes": (x_and("x", x_or("y", "z")), x_or(x_and("x", "y"), x_and("x", "z"))),
    "or_distributes": (x_or("x", x_and("y", "z")), x_and(x_or("x", "y"), x_or("x", "z"))),
}


@pytest.mark.parametrize("law", WEAKER_LAWS)
@examples(40)
@given(truths(FROM_DAY_ZERO), truths(FROM_DAY_ZERO), truths(FROM_DAY_ZERO))
def test_absorption_and_distribution_hold_for_the_truth_but_may_add_causes(
    law: str, x: Timeline, y: Timeline, z: Timeline
) -> None:
    left, right = (meaning(no(no(tree)), x, y, z) for tree in WEAKER_LAWS[law])
    for day in range(FROM_DAY_ZERO.end):
        assert on(left, day)[2] & OPEN == on(right, day)[2] & OPEN


def test_no_violation_comes_out_of_two_open_parts() -> None:
    missing, conflict = ((0, 0, 0, OPEN | MISSING),), ((0, 0, 0, OPEN | CONFLICT),)
    found = meaning(x_and("x", "y"), missing, conflict, missing)
    assert found == ((0, 0, 0, OPEN | MISSING | CONFLICT),)


@pytest.mark.parametrize("x", TRUTHS)
@pytest.mark.parametrize("y", TRUTHS)
def test_the_words_for_single_truths_agree_with_the_kernels(x: int, y: int) -> None:
    ones, others = ((0, 0, 0, x),), ((0, 0, 0, y),)
    assert meaning(x_and("x", "y"), ones, others, ones) == ((0, 0, 0, both(x, y)),)
    assert meaning(x_or("x", "y"), ones, others, ones) == ((0, 0, 0, either(x, y)),)
    assert meaning(no("x"), ones, others, ones) == ((0, 0, 0, negation(x)),)


# More knowledge ---------------------------------------------------------------------------------------------------------

EVENTS = (Op.COUNT_WITHIN, Op.RUNNING_COUNT, Op.MONTH_SAMPLE, Op.NEXT_WORKING_DAY)
"""They read an open run as one event that may come: settling it means one day of it, or none."""

NOT_MONOTONE = (Op.RECONCILE, Op.EXCUSED, Op.DOUBT, Op.ON_RECORD)
"""What others say may contradict what was settled, or come on record: by definition more words can open it again."""


@st.composite
def settled_further(draw: st.DrawFn, timeline: Timeline, value: Value, as_events: bool) -> Timeline:
    """The timeline as somebody knows it who knows more."""
    if value == Value.TRUTH and as_events:
        return draw(events_settled(timeline))
    rows: list[Segment] = []
    for day, low, high, tv in timeline:
        row = (day, low, high, tv)
        if value == Value.TRUTH and tv & OPEN == OPEN:
            row = (day, low, high, draw(st.sampled_from((tv, YES, NO))))
        elif value in (Value.NUMBER, Value.QUANTITY) and low < high:
            narrow_low = draw(st.integers(low, min(high, low + 30)))
            narrow_high = draw(st.one_of(st.just(high), st.integers(narrow_low, min(high, narrow_low + 30))))
            row = (day, narrow_low, narrow_high, tv if narrow_low < narrow_high else 0)
        elif value == Value.CHOICE and low & (low - 1):
            possible = [1 << bit for bit in range(64) if low >> bit & 1]
            kept = sum(draw(st.sets(st.sampled_from(possible), min_size=1)))
            row = (day, kept, 0, tv if kept & (kept - 1) else 0)
        if value == Value.QUANTITY or not rows or rows[-1][1:] != row[1:]:
            rows.append(row)
    return tuple(rows)


@st.composite
def events_settled(draw: st.DrawFn, timeline: Timeline) -> Timeline:
    """Each maximal open run settled: it stays, or nothing happened, or the event came on one of its days."""
    rows: list[Segment] = []
    ends = [row[0] for row in timeline[1:]] + [timeline[-1][0] + 40]
    choice, happened = "stays", False
    for k, (day, low, high, tv) in enumerate(timeline):
        if tv & OPEN != OPEN:
            rows.append((day, low, high, tv))
            continue
        if k == 0 or timeline[k - 1][3] & OPEN != OPEN:
            choice, happened = draw(st.sampled_from(("stays", "nothing", "one day"))), False
        came = draw(st.integers(day, ends[k] - 1)) if choice == "one day" and not happened else None
        if choice == "stays":
            rows.append((day, low, high, tv))
        elif came is None:
            rows.append((day, 0, 0, NO))
        else:
            happened = True
            rows.extend(((day, 0, 0, NO), (came, 0, 0, YES), (came + 1, 0, 0, NO)))
    kept: list[Segment] = []
    for k, row in enumerate(rows):
        empty = k + 1 < len(rows) and rows[k + 1][0] == row[0]
        if not empty and (not kept or kept[-1][1:] != row[1:]):
            kept.append(row)
    return tuple(kept)


def of_single_days(timeline: Timeline) -> Timeline:
    """Events that stop: a run without an end is one event by definition, and settling its neighbour moves its first day."""
    day, _, _, tv = timeline[-1]
    return (*timeline, (day + 3, 0, 0, NO)) if tv == YES else timeline


@st.composite
def told_more(
    draw: st.DrawFn, program: Program, subject: Subject, as_events: bool = False, events: tuple[int, ...] = ()
) -> Subject:
    """The subject as somebody knows it who knows more about every leaf."""
    kinds = [node.value for node in program.instructions if node.op == Op.LEAF]
    leaves = tuple(
        tuple(draw(settled_further(timeline, kind, as_events or k in events)) for timeline in instances)
        for k, (kind, instances) in enumerate(zip(kinds, subject.leaves, strict=True))
    )
    return Subject(subject.counts, leaves)


def assert_nothing_settled_changes(
    program: Program, before: Subject, after: Subject, world: World, final: tuple[State, ...]
) -> None:
    """Truths that were settled stay, numbers stay within their bounds, and of the states those that are final stay."""
    less, more = run_batch(all_outputs(program), [before, after])
    for node, instruction in enumerate(program.instructions):
        for instance, timeline in enumerate(less[node]):
            for day in range(world.end):
                low, high, tv = on(timeline, day)
                later = on(more[node][instance], day)
                where = f"{instruction.op.name} (node {node}) on day {day}: {(low, high, tv)} became {later}"
                if instruction.value == Value.TRUTH:
                    assert tv & OPEN == OPEN or later[2] == tv, where
                elif instruction.value == Value.NUMBER:
                    assert low <= later[0], where
                    assert later[1] <= high or high >= INFINITY, where
                elif instruction.value == Value.STATE:
                    assert low not in final or later[0] == low, where


SETTLED = (State.NOT_APPLICABLE, State.MET, State.UNMET)


@pytest.mark.parametrize("op", [op for op in SHAPES if op not in NOT_MONOTONE], ids=lambda op: op.name.lower())
@examples(30)
@given(st.data())
def test_more_knowledge_changes_nothing_that_an_operator_has_settled(op: Op, data: st.DataObject) -> None:
    program, subject = data.draw(of_one_operator(op, FROM_DAY_ZERO))
    if op in EVENTS:
        subject = Subject(subject.counts, ((of_single_days(subject.leaves[0][0]),),))
    more = data.draw(told_more(program, subject, as_events=op in EVENTS))
    assert_nothing_settled_changes(program, subject, more, FROM_DAY_ZERO, SETTLED)


@pytest.mark.parametrize("op", QUANTIFIERS, ids=lambda op: op.name.lower())
@examples(30)
@given(st.data())
def test_closing_a_relation_changes_nothing_that_was_settled(op: Op, data: st.DataObject) -> None:
    program, subject = data.draw(of_a_quantifier(op, FROM_DAY_ZERO))
    more = data.draw(told_more(program, subject))
    assert_nothing_settled_changes(program, subject, more, FROM_DAY_ZERO, SETTLED)


UNSOUND_IN_TREES = (*NOT_MONOTONE, *EVENTS, Op.STATE)
"""Beside those, a tree does not ask for events of what is no event, nor for states (tested on their own)."""


@examples(80)
@given(st.data())
def test_more_knowledge_changes_nothing_that_a_program_has_settled(data: st.DataObject) -> None:
    program, subject = data.draw(trees(FROM_DAY_ZERO, UNSOUND_IN_TREES))
    assert_nothing_settled_changes(
        program, subject, data.draw(told_more(program, subject)), FROM_DAY_ZERO, (State.NOT_APPLICABLE,)
    )


def test_an_event_on_a_closed_day_may_come_on_any_day_of_an_open_run() -> None:
    """An open run until Saturday may mean the end of a stay on that Saturday, so the Monday after is open too."""
    program = program_of(leaf(T), Instruction(Op.NEXT_WORKING_DAY, (0,), (), 0, T), outputs=[1])
    # 1900-01-01 was a Monday: an end dated Saturday the 6th (day 5) is known on Sunday (day 6), moved to Monday (day 7).
    run = ((0, 0, 0, NO), (3, 0, 0, OPEN | MISSING), (7, 0, 0, NO))
    assert run_program(program, run) == ((0, 0, 0, NO), (3, 0, 0, OPEN | MISSING), (8, 0, 0, NO))
    ended = ((0, 0, 0, NO), (6, 0, 0, YES), (7, 0, 0, NO))
    assert run_program(program, ended) == ((0, 0, 0, NO), (7, 0, 0, YES), (8, 0, 0, NO))


# Duties -----------------------------------------------------------------------------------------------------------------


LEARNT_OF_A_DUTY = {
    "a_breach_stays_whatever_is_learnt_of_open_parts": ((State.BREACHED,), (0, 1, 2)),
    "met_and_late_stay_whatever_is_learnt_of_open_performances": ((State.BREACHED, State.MET, State.LATE), (1, 2)),
}


@pytest.mark.parametrize(("final", "learnt"), LEARNT_OF_A_DUTY.values(), ids=LEARNT_OF_A_DUTY)
@examples(80)
@given(st.data())
def test_more_knowledge_of_a_duty_leaves_what_is_final(
    final: tuple[State, ...], learnt: tuple[int, ...], data: st.DataObject
) -> None:
    """Those states stay when the chosen leaves (0 trigger, 1 performance, 2 due day) are settled further.

    Where performances name a day, one that turns out to name nearly this event opens a breach as a conflict, by definition.
    """
    program, subject = data.draw(of_a_duty(FROM_DAY_ZERO, matching=(False,)))
    trigger = of_single_days(subject.leaves[0][0])
    if 0 not in learnt:
        trigger = tuple((d, lo, hi, tv if tv in (NO, YES) else NO) for d, lo, hi, tv in trigger)
    subject = Subject(subject.counts, ((trigger,), *subject.leaves[1:]))
    more = data.draw(told_more(program, subject, events=(0,)))
    leaves = tuple(
        new if k in learnt else old for k, (old, new) in enumerate(zip(subject.leaves, more.leaves, strict=True))
    )
    assert_nothing_settled_changes(program, subject, Subject(subject.counts, leaves), FROM_DAY_ZERO, final)


def test_an_open_performance_that_would_set_another_free_is_no_breach() -> None:
    """Two obligations, one notice: had the first been performed on the open day, the notice would perform the second."""
    duty = Instruction(Op.DUTY, (0, 1), (0, 14, 0, 0, 0, 0), 0, Value.STATE)
    program = program_of(leaf(T), leaf(T), duty, outputs=[2])
    trigger = ((0, 0, 0, NO), (5, 0, 0, YES), (6, 0, 0, NO), (10, 0, 0, YES), (11, 0, 0, NO))
    notice = ((0, 0, 0, NO), (8, 0, 0, OPEN | UNCONFIRMED), (9, 0, 0, NO), (12, 0, 0, YES), (13, 0, 0, NO))
    found = run_program(program, trigger, notice)
    assert on(found, 40)[0] == State.OPEN
    assert on(found, 40)[2] == UNCONFIRMED
    told = tuple((d, lo, hi, YES if tv == OPEN | UNCONFIRMED else tv) for d, lo, hi, tv in notice)
    assert on(run_program(program, trigger, told), 40)[0] == State.MET
    denied = tuple((d, lo, hi, NO if tv == OPEN | UNCONFIRMED else tv) for d, lo, hi, tv in notice)
    assert on(run_program(program, trigger, denied), 40)[0] == State.BREACHED
