"""One small random program for every operator, and random trees of operators."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kyosei.timelines.program import Deadline, HolidayRule, Instruction, Op, Program, State, Table, Value
from kyosei.timelines.truth import JUDGEMENT, LAW, MISSING, OPEN, UNCONFIRMED, YES
from tests.timelines.running import Subject, leaf, one, program_of
from tests.timelines.worlds import OPEN_BYTES, TRUTHS, World, leaf_of

T, N, C, Q, S = Value.TRUTH, Value.NUMBER, Value.CHOICE, Value.QUANTITY, Value.STATE

SHAPES: dict[Op, tuple[Value, tuple[Value, ...]]] = {
    Op.CONST_TRUTH: (T, ()),
    Op.CONST_NUMBER: (N, ()),
    Op.NOT: (T, (T,)),
    Op.AND: (T, (T, T, T)),
    Op.OR: (T, (T, T, T)),
    Op.AT_LEAST: (T, (N, N)),
    Op.MORE_THAN: (T, (N, N)),
    Op.ADD: (N, (N, N)),
    Op.SUBTRACT: (N, (N, N)),
    Op.MULTIPLY: (N, (N, N)),
    Op.SCALE: (N, (N,)),
    Op.DATED: (N, ()),
    Op.LOOKUP: (N, (C,)),
    Op.PIECEWISE: (N, (N,)),
    Op.IS_IN: (T, (C,)),
    Op.BEGINS: (T, (T,)),
    Op.ENDS: (T, (T,)),
    Op.EVER: (T, (T,)),
    Op.THROUGHOUT: (T, (T,)),
    Op.CONTINUOUSLY: (T, (T,)),
    Op.DAYS_WITHIN: (N, (T,)),
    Op.HELD_IN_ALL: (T, (T,)),
    Op.COUNT_WITHIN: (N, (T,)),
    Op.TOTAL_WITHIN: (N, (Q, T)),
    Op.EACH_MONTH: (T, (T,)),
    Op.SHIFT_DAYS: (T, (T,)),
    Op.SHIFT_MONTHS: (N, (N,)),
    Op.SINCE: (T, (T, T)),
    Op.DOUBT: (T, (T,)),
    Op.ON_RECORD: (T, (T,)),
    Op.EXCUSED: (T, (T, T)),
    Op.MONTH_SAMPLE: (T, (T,)),
    Op.RUNNING_COUNT: (N, (T,)),
    Op.NEXT_WORKING_DAY: (T, (T,)),
    Op.RECONCILE: (N, (N, N)),
    Op.STATE: (S, (T, T)),
    Op.NEARING: (T, (N,)),
    Op.AGE: (N, (N,)),
}
"""What an operator yields, and what it reads."""

QUANTIFIERS = {Op.ANY_OF: (T, T), Op.EVERY: (T, T), Op.COUNT: (N, T), Op.TOTAL: (N, N)}
TABULAR = (Op.SCALE, Op.DATED, Op.LOOKUP, Op.PIECEWISE)


def parameters(op: Op) -> st.SearchStrategy[tuple[int, ...]]:
    """Parameters of an operator, without the number of its table."""
    months = st.integers(0, 3)
    match op:
        case Op.CONST_TRUTH:
            return st.sampled_from(TRUTHS).map(lambda truth: (truth,))
        case Op.CONST_NUMBER:
            return st.tuples(st.integers(0, 30), st.integers(0, 3), st.sampled_from(OPEN_BYTES)).map(
                lambda p: (p[0], p[0] + p[1], p[2] & ~OPEN if p[1] else 0)
            )
        case Op.SCALE:
            return st.tuples(st.integers(0, 3))
        case Op.IS_IN:
            return st.tuples(st.integers(0, 15))
        case Op.EVER | Op.THROUGHOUT | Op.COUNT_WITHIN:
            return st.one_of(
                st.just((0, 0)),
                st.tuples(st.just(0), st.integers(1, 40)),
                st.tuples(st.just(1), st.integers(1, 2)),
            )
        case Op.CONTINUOUSLY:
            return st.tuples(st.integers(1, 30), st.integers(0, 6))
        case Op.DAYS_WITHIN | Op.TOTAL_WITHIN:
            return st.tuples(st.integers(1, 31))
        case Op.HELD_IN_ALL:
            return st.tuples(st.integers(1, 60))
        case Op.EACH_MONTH:
            return st.tuples(months, months).map(lambda p: (max(p), min(p)))
        case Op.SHIFT_DAYS:
            return st.tuples(st.integers(-35, 35))
        case Op.SHIFT_MONTHS:
            return st.tuples(st.integers(-2, 2))
        case Op.DOUBT:
            return st.sampled_from(((JUDGEMENT,), (LAW,)))
        case Op.ON_RECORD:
            return st.sampled_from(((MISSING,), (MISSING | UNCONFIRMED,)))
        case Op.NEARING:
            return st.tuples(months)
        case Op.MONTH_SAMPLE:
            return st.tuples(st.integers(1, 3))
        case _:
            return st.just(())


@st.composite
def tables(draw: st.DrawFn, op: Op, world: World) -> tuple[Table, ...]:
    """The dated table of an operator that reads one; it may begin late, and change within the world."""
    if op not in TABULAR:
        return ()
    day = st.one_of(st.just(-100), st.integers(world.first, world.last))
    days = sorted(draw(st.sets(day, max_size=3, min_size=1)))
    if op == Op.LOOKUP:
        bits = draw(st.sets(st.integers(0, 3), max_size=4))
        return (Table(tuple((bit, d, draw(st.integers(0, 30)), 0) for bit in sorted(bits) for d in days)),)
    if op == Op.PIECEWISE:
        rows: list[tuple[int, int, int, int]] = []
        for d in days:
            bounds = sorted(draw(st.sets(st.integers(0, 45), min_size=1, max_size=3)))
            values = sorted(draw(st.lists(st.integers(0, 30), min_size=len(bounds), max_size=len(bounds))))
            rows.extend((d, bound, value, 0) for bound, value in zip(bounds, values, strict=True))
        return (Table(tuple(rows)),)
    denominator = draw(st.integers(1, 7)) if op == Op.SCALE else 0
    return (Table(tuple((0, d, draw(st.integers(0, 20)), denominator) for d in days)),)


@st.composite
def of_one_operator(draw: st.DrawFn, op: Op, world: World) -> tuple[Program, Subject]:
    """A program of leaves and one operator over them."""
    value, arguments = SHAPES[op]
    leaves = [draw(legal_days(world) if op in (Op.NEARING, Op.AGE) else leaf_of(kind, world)) for kind in arguments]
    if op == Op.AGE:
        leaves = [leaves[0][:1]]
    rest = draw(parameters(op))
    program = one(op, value, *((0, *rest) if op in TABULAR else rest), of=arguments, tables=draw(tables(op, world)))
    return program, Subject((1,), tuple((timeline,) for timeline in leaves))


@st.composite
def legal_days(draw: st.DrawFn, world: World, earliest: int = -9000) -> tuple[tuple[int, int, int, int], ...]:
    """A number that gives a day near the world, years before it, never, or is open."""
    rows: list[tuple[int, int, int, int]] = []
    for day in (0, *sorted(draw(st.sets(st.integers(max(world.first, 1), world.last), max_size=2)))):
        given = draw(
            st.one_of(st.integers(world.first, world.end), st.integers(earliest, world.end), st.just(1_000_000))
        )
        wide = draw(st.integers(0, 3)) == 0 and given < 1_000_000
        cell = (given, given + 5, OPEN_BYTES[0] & ~OPEN) if wide else (given, given, 0)
        if not rows or rows[-1][1:] != cell:
            rows.append((day, *cell))
    return tuple(rows)


@st.composite
def of_a_quantifier(draw: st.DrawFn, op: Op, world: World) -> tuple[Program, Subject]:
    """A quantifier over none to three instances of a relation."""
    value, kind = QUANTIFIERS[op]
    instances = draw(st.integers(0, 3))
    program = program_of(leaf(kind, 1), leaf(T), Instruction(op, (0, 1), (), 0, value), outputs=[2])
    inner = tuple(draw(leaf_of(kind, world)) for _ in range(instances))
    return program, Subject((1, instances), (inner, (draw(leaf_of(T, world)),)))


def duty_parameters(keyed: bool = False) -> st.SearchStrategy[tuple[int, ...]]:
    """A form of deadline with its numbers, what becomes of it on closed days, the event's offset, and matching by day."""
    form = st.one_of(
        st.tuples(
            st.sampled_from((Deadline.DAYS_AFTER, Deadline.DAYS_COUNTING_THE_DAY)), st.integers(1, 20), st.just(0)
        ),
        st.tuples(st.just(Deadline.MONTHS_AFTER), st.integers(1, 2), st.just(0)),
        st.tuples(st.just(Deadline.END_OF_FOLLOWING_MONTH), st.just(0), st.just(0)),
        st.tuples(st.just(Deadline.DAY_OF_FOLLOWING_MONTH), st.integers(1, 28), st.just(0)),
        st.tuples(st.sampled_from((Deadline.BY_THE_DAY_STATED, Deadline.WITHOUT_DATE)), st.just(0), st.just(0)),
        st.tuples(st.just(Deadline.CALENDAR_DAY), st.integers(1, 12), st.integers(1, 28)),
    )
    rule, offset = st.sampled_from(tuple(HolidayRule)), st.sampled_from((0, -1))
    return st.tuples(form, rule, offset).map(lambda p: (*p[0], p[1], p[2], int(keyed)))


@st.composite
def of_a_duty(draw: st.DrawFn, world: World, matching: Sequence[bool] = (False, True)) -> tuple[Program, Subject]:
    """A duty over leaves. `matching`: whether performances may name the day of what they perform."""
    trigger, done = draw(leaf_of(T, world)), draw(leaf_of(T, world))
    keyed = draw(st.sampled_from(matching))
    if keyed:
        keys = st.one_of(
            st.just(-1), st.integers(world.first, world.last), st.sampled_from([row[0] for row in trigger])
        )
        done = tuple((d, draw(keys) if tv == YES else 0, 0, tv) for d, _, _, tv in done)
    given = draw(duty_parameters(keyed))
    stated = given[0] == Deadline.BY_THE_DAY_STATED
    nodes = [leaf(T), leaf(T), *([leaf(N)] if stated else [])]
    arguments = tuple(range(len(nodes)))
    program = program_of(*nodes, Instruction(Op.DUTY, arguments, given, 0, S), outputs=[len(nodes)])
    leaves = [(trigger,), (done,), *([(draw(legal_days(world, 0)),)] if stated else [])]
    return program, Subject((1,), tuple(leaves))


@st.composite
def of_versions(draw: st.DrawFn, world: World) -> tuple[Program, Subject]:
    """Versions of a norm with gaps between them and review dates, and whether it is met."""
    days = sorted(draw(st.sets(st.integers(world.first, world.end), min_size=2, max_size=6)))
    spans = list(zip(days[::2], days[1::2], strict=False))
    if draw(st.booleans()):
        spans[-1] = (spans[-1][0], 1_000_000)
    nodes: list[Instruction] = []
    given: list[int] = []
    states: list[int] = []
    for begin, until in spans:
        given.extend((begin, until, draw(st.integers(world.first, world.end + 30))))
        states.append(len(nodes) + 2)
        nodes.extend((leaf(T), leaf(T), Instruction(Op.STATE, (len(nodes), len(nodes) + 1), (), 0, S)))
    nodes.append(Instruction(Op.VERSIONS, tuple(states), tuple(given), 0, S))
    mask = draw(st.sampled_from([1 << state for state in State]))
    nodes.append(Instruction(Op.STATE_IS, (len(nodes) - 1,), (mask,), 0, T))
    leaves = tuple((draw(leaf_of(T, world)),) for _ in range(2 * len(spans)))
    return program_of(*nodes), Subject((1,), leaves)


@st.composite
def trees(draw: st.DrawFn, world: World, without: Sequence[Op] = ()) -> tuple[Program, Subject]:
    """A random program: a tree of depth up to four over all operators, in two scopes, the deeper one with 0-3 instances."""
    instances = draw(st.integers(0, 3))
    nodes: list[Instruction] = []
    leaves: list[tuple[tuple[tuple[int, int, int, int], ...], ...]] = []
    dated: list[Table] = []
    allowed = [op for op in SHAPES if op not in without and op not in (Op.NEARING, Op.AGE)]

    def grow(value: Value, scope: int, depth: int) -> int:
        here = [op for op in allowed if SHAPES[op][0] == value]
        upwards = [op for op in QUANTIFIERS if QUANTIFIERS[op][0] == value and scope == 0 and op not in without]
        if value != S and (depth == 0 or value in (C, Q) or draw(st.integers(0, 3)) == 0):
            own = scope if scope == 0 or draw(st.integers(0, 2)) else 0
            nodes.append(leaf(value, own))
            leaves.append(tuple(draw(leaf_of(value, world)) for _ in range(instances if own else 1)))
            return len(nodes) - 1
        op = draw(
            st.sampled_from(
                [
                    *here,
                    *upwards,
                    *([Op.STATE_IS, Op.STATE_IS] if value == T and depth > 1 and Op.STATE not in without else []),
                ]
            )
        )
        if op in QUANTIFIERS:
            inner = grow(QUANTIFIERS[op][1], 1, depth - 1)
            if (
                nodes[inner].scope == 0
            ):  # a quantifier goes up from the relation, so lift what came out as the subject's
                kind = Op.AND if nodes[inner].value == T else Op.SHIFT_DAYS
                nodes.append(Instruction(kind, (inner,), () if kind == Op.AND else (0,), 1, nodes[inner].value))
                inner = len(nodes) - 1
            return add(Instruction(op, (inner, grow(T, 0, 0)), (), 0, value))
        if op == Op.STATE_IS:
            of_state = grow(S, scope, depth - 1)
            return add(
                Instruction(op, (of_state,), (1 << draw(st.sampled_from(tuple(State))),), nodes[of_state].scope, T)
            )
        if op == Op.STATE and draw(st.booleans()) and Op.DUTY not in without:
            pair = (grow(T, scope, depth - 1), grow(T, scope, depth - 1))
            given = draw(duty_parameters().filter(lambda p: p[0] != Deadline.BY_THE_DAY_STATED))
            return add(Instruction(Op.DUTY, pair, given, deepest(pair), S))
        arguments = tuple(grow(kind, scope, depth - 1) for kind in SHAPES[op][1])
        rest = draw(parameters(op))
        if op in TABULAR:
            dated.extend(draw(tables(op, world)))
            rest = (len(dated) - 1, *rest)
        return add(Instruction(op, arguments, rest, deepest(arguments), value))

    def add(instruction: Instruction) -> int:
        nodes.append(instruction)
        return len(nodes) - 1

    def deepest(arguments: Sequence[int]) -> int:
        return max((nodes[k].scope for k in arguments), default=0)

    grow(draw(st.sampled_from((T, N) if Op.STATE in without else (T, N, S))), 0, 4)
    return program_of(*nodes, tables=dated), Subject((1, instances), tuple(leaves))


__all__ = ["QUANTIFIERS", "SHAPES", "of_a_duty", "of_a_quantifier", "of_one_operator", "of_versions", "trees"]
