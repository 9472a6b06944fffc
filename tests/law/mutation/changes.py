"""The changes that a mutation check tries: for every operator of the expression trees, each way in which one number, date,
set or operator in it could be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kyosei.terms.expressions import Node
from kyosei.terms.parameters import Rounding
from kyosei.terms.questions import Test, TestKind
from kyosei.timelines.days import FIRST_DAY, date_from_day, day_from_date
from kyosei.timelines.program import Op, State, Table
from kyosei.timelines.truth import JUDGEMENT, LAW, NO, YES
from tests.law.mutation.naming import elements, number_said

__all__ = ["CONSTANTS", "RULES", "Change", "changes_of"]

LONG_TABLE = 24
"""Rows above which a table is one parameter: all of its values, or all of its days, are moved at once. Such a table is made by
a script from an official one, and compared with that row by row in tests/law/tables.
"""


NO_BOUND = 1_000_000_000
"""A figure from which on nothing reaches it: the law had no such threshold yet."""
FAR_DAY = day_from_date(date(2100, 1, 1))
"""A day from which on a date means that no end is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """One small error. kind: threshold, date, span, operator, condition, set or rounding. says: from what to what.

    opens: the day with which the changed table begins, if that is what changes.
    """

    kind: str
    says: str
    becomes: Node
    opens: int | None = None


def changes_of(node: Node) -> Iterator[Change]:
    """Every change of a node itself, and of the constants that it reads.

    A constant is changed where it is read: that twenty hours stand in two provisions does not make them one threshold.
    """
    if node.op not in CONSTANTS:
        yield from RULES[node.op](node)
    for place, argument in enumerate(node.arguments):
        if argument.op in CONSTANTS:
            for change in RULES[argument.op](argument):
                arguments = (*node.arguments[:place], change.becomes, *node.arguments[place + 1 :])
                yield replace(
                    change, says=f"argument {place}: {change.says}", becomes=replace(node, arguments=arguments)
                )


# Conditions ------------------------------------------------------------------------------------------------------------


def _renamed(op: Op) -> Callable[[Node], Iterator[Change]]:
    def rule(node: Node) -> Iterator[Change]:
        yield Change("operator", f"{node.op.name} → {op.name}", replace(node, op=op))

    return rule


def _dropped(node: Node) -> Iterator[Change]:
    """The operator is forgotten, and its first argument stands alone."""
    yield Change("operator", f"without {node.op.name}", node.arguments[0])


def _joined(node: Node) -> Iterator[Change]:
    """The other of AND and OR, and each condition forgotten."""
    yield from _renamed(Op.OR if node.op is Op.AND else Op.AND)(node)
    for place in range(len(node.arguments) if len(node.arguments) > 1 else 0):
        rest = (*node.arguments[:place], *node.arguments[place + 1 :])
        alone = rest[0] if len(rest) == 1 else replace(node, arguments=rest)
        yield Change("condition", f"{node.op.name} without its argument {place}", alone)


def _doubted(node: Node) -> Iterator[Change]:
    yield from _dropped(node)
    other = LAW if node.parameters[0] == JUDGEMENT else JUDGEMENT
    yield Change("operator", "another cause of doubt", replace(node, parameters=(other,)))


def _since(node: Node) -> Iterator[Change]:
    yield Change("operator", "SINCE → EVER", replace(node, op=Op.EVER, arguments=node.arguments[:1], parameters=(0, 0)))


def _constant_truth(node: Node) -> Iterator[Change]:
    other = NO if node.parameters[0] == YES else YES
    yield Change("operator", "always → never" if other == NO else "never → always", replace(node, parameters=(other,)))


def _reconciled(node: Node) -> Iterator[Change]:
    for place, argument in enumerate(node.arguments):
        yield Change("operator", f"RECONCILE → its argument {place}", argument)


def _unchanged(node: Node) -> Iterator[Change]:
    """It has neither a number nor a partner: what is compared with it is changed."""
    yield from ()


# Sets ------------------------------------------------------------------------------------------------------------------


def _among(node: Node) -> Iterator[Change]:
    """The set loses each of its elements."""
    mask = node.parameters[0]
    for bit, said in elements(mask, node.arguments[0].question):
        yield Change("set", f"without {said}", replace(node, parameters=(mask & ~(1 << bit),)))


def _referring(node: Node) -> Iterator[Change]:
    """The states asked for of another norm lose each of their elements."""
    mask = node.parameters[0]
    for state in State:
        if mask >> state & 1:
            yield Change("set", f"without {state.name.lower()}", replace(node, parameters=(mask & ~(1 << state),)))


def _asked(node: Node) -> Iterator[Change]:
    """Each test that a leaf makes of a statement's fields: its threshold, its set, or its sense."""
    question = node.question
    assert question is not None
    for place, test in enumerate(question.tests):
        for kind, says, other in _tests(test, question.kind):
            tests = (*question.tests[:place], other, *question.tests[place + 1 :])
            yield Change(
                kind, f"{question.kind}.{test.field}: {says}", replace(node, question=replace(question, tests=tests))
            )


def _tests(test: Test, kind: str) -> Iterator[tuple[str, str, Test]]:
    yield "operator", "the test turned round", replace(test, wanted=not test.wanted)
    match test.kind:
        case TestKind.AT_LEAST | TestKind.AT_MOST:
            for step in (1, -1):
                yield "threshold", number_said(test.operand, step), replace(test, operand=test.operand + step)
        case TestKind.AMONG | TestKind.HAS_ANY:
            for bit, said in elements(test.operand, None, kind, test.field):
                yield "set", f"without {said}", replace(test, operand=test.operand & ~(1 << bit))
        case TestKind.IS_PARTY:
            pass


# Numbers and spans -----------------------------------------------------------------------------------------------------


def _constant_number(node: Node) -> Iterator[Change]:
    value = node.parameters[0]
    for step in (1, -1):
        yield Change("threshold", number_said(value, step), replace(node, parameters=(value + step, value + step, 0)))


def _moved(*places: int, at_least: int = 1) -> Callable[[Node], Iterator[Change]]:
    """A rule that changes the parameters in these places by one; none falls below `at_least`."""

    def rule(node: Node) -> Iterator[Change]:
        for place in places:
            value = node.parameters[place]
            for step in (1, -1):
                if value + step >= at_least:
                    parameters = (*node.parameters[:place], value + step, *node.parameters[place + 1 :])
                    yield Change(
                        "span", f"{node.op.name}: {number_said(value, step)}", replace(node, parameters=parameters)
                    )

    return rule


def _window(node: Node) -> Iterator[Change]:
    """The length of a window; one without an end has none."""
    if node.parameters != (0, 0):
        yield from _moved(1)(node)


def _windowed_truth(node: Node) -> Iterator[Change]:
    yield from _renamed(Op.THROUGHOUT if node.op is Op.EVER else Op.EVER)(node)
    yield from _window(node)


def _shifted(node: Node) -> Iterator[Change]:
    yield from _moved(0, at_least=-(1 << 30))(node)


def _each_month(node: Node) -> Iterator[Change]:
    first, last = node.parameters
    for changed in ((first + 1, last), (first - 1, last), (first, last + 1), (first, last - 1)):
        if changed[0] >= changed[1] >= 0:
            yield Change("span", f"months ago {(first, last)} → {changed}", replace(node, parameters=changed))


# Dated parameters ------------------------------------------------------------------------------------------------------

Row = tuple[int, int, int, int]
_KEY, _DAY, _VALUE = 0, 1, 2


def _tabled(node: Node, value: int, day: int) -> Iterator[Change]:
    """The rows of a dated table; value, day: their columns. The first day of a series is only moved to a later one: nothing is
    in force before it, and what has no value on its norm's first day is refused by the loader.
    """
    assert node.table is not None
    rows = node.table.rows
    if len(rows) > LONG_TABLE:
        for column, kind, what in ((value, "threshold", "value"), (day, "date", "day")):
            for step in (1, -1):
                yield _table(node, kind, f"every {what} {step:+}", (_stepped(row, column, step) for row in rows))
        return
    switches = all(row[value] in (0, 1) for row in rows)
    for place, row in enumerate(rows):
        if row[day] >= FAR_DAY:
            continue
        for step in (1 - 2 * row[value],) if switches else (1, -1) if row[value] < NO_BOUND else ():
            said = f"row {place}, of {date_from_day(row[day])}: {number_said(row[value], step)}"
            yield _table(node, "threshold", said, _with(rows, place, _stepped(row, value, step)))
    if day != _KEY:
        for place, row in enumerate(rows):
            opens = place == 0 or rows[place - 1][_KEY] != row[_KEY]
            yield from _of_day(node, row[day], (place,), f"row {place}", opens=opens)


def _of_day(node: Node, day: int, places: Iterable[int], said: str, *, opens: bool) -> Iterator[Change]:
    """The day of some rows of a table moved; one so far off or so long ago that it means always or never has no neighbours."""
    assert node.table is not None
    column = _KEY if node.op is Op.PIECEWISE else _DAY
    for step in () if day >= FAR_DAY or day <= FIRST_DAY else (1,) if opens else (1, -1):
        moved = tuple(_stepped(row, column, step) if n in places else row for n, row in enumerate(node.table.rows))
        change = _table(node, "date", f"{said}: {date_from_day(day)} → {date_from_day(day + step)}", moved)
        yield replace(change, opens=day) if opens else change


def _dated(node: Node) -> Iterator[Change]:
    yield from _tabled(node, _VALUE, _DAY)


def _scaled(node: Node) -> Iterator[Change]:
    """The numerators and days of a rate, and how its quotient is rounded, if there is one."""
    yield from _dated(node)
    assert node.table is not None
    divides = any(denominator != 1 for *_, denominator in node.table.rows)
    for other in Rounding if divides else ():
        if other.value != node.parameters[0]:
            said = f"{Rounding(node.parameters[0]).name} → {other.name}"
            yield Change("rounding", said, replace(node, parameters=(other.value,)))


def _bracketed(node: Node) -> Iterator[Change]:
    """The bounds and values of brackets, and the days on which they came into force."""
    assert node.table is not None
    rows = node.table.rows
    yield from _tabled(node, _VALUE, _KEY)
    for place, row in enumerate(rows if len(rows) <= LONG_TABLE else ()):
        for step in (1, -1) if row[1] > 0 else ():
            said = f"row {place}: from {number_said(row[1], step)} of {date_from_day(row[_KEY])}"
            yield _table(node, "threshold", said, _with(rows, place, _stepped(row, 1, step)))
    days = sorted({row[_KEY] for row in rows})
    for day in days if len(rows) <= LONG_TABLE else ():
        places = frozenset(n for n, row in enumerate(rows) if row[_KEY] == day)
        yield from _of_day(node, day, places, "brackets", opens=day == days[0])


def _stepped(row: Row, column: int, step: int) -> Row:
    cells = list(row)
    cells[column] += step
    return cells[0], cells[1], cells[2], cells[3]


def _with(rows: tuple[Row, ...], place: int, row: Row) -> tuple[Row, ...]:
    return (*rows[:place], row, *rows[place + 1 :])


def _table(node: Node, kind: str, says: str, rows: Iterable[Row]) -> Change:
    return Change(kind, says, replace(node, table=Table(tuple(rows))))


CONSTANTS = (Op.CONST_TRUTH, Op.CONST_NUMBER, Op.DATED)

RULES: Mapping[Op, Callable[[Node], Iterator[Change]]] = {
    Op.LEAF: _asked,
    Op.CONST_TRUTH: _constant_truth,
    Op.CONST_NUMBER: _constant_number,
    Op.NOT: _dropped,
    Op.AND: _joined,
    Op.OR: _joined,
    Op.AT_LEAST: _renamed(Op.MORE_THAN),
    Op.MORE_THAN: _renamed(Op.AT_LEAST),
    Op.ADD: _renamed(Op.SUBTRACT),
    Op.SUBTRACT: _renamed(Op.ADD),
    Op.MULTIPLY: _renamed(Op.ADD),
    Op.SCALE: _scaled,
    Op.DATED: _dated,
    Op.LOOKUP: _dated,
    Op.PIECEWISE: _bracketed,
    Op.IS_IN: _among,
    Op.BEGINS: _renamed(Op.ENDS),
    Op.ENDS: _renamed(Op.BEGINS),
    Op.EVER: _windowed_truth,
    Op.THROUGHOUT: _windowed_truth,
    Op.CONTINUOUSLY: _moved(0, 1),
    Op.DAYS_WITHIN: _moved(0),
    Op.COUNT_WITHIN: _window,
    Op.TOTAL_WITHIN: _moved(0),
    Op.EACH_MONTH: _each_month,
    Op.SHIFT_DAYS: _shifted,
    Op.SHIFT_MONTHS: _shifted,
    Op.SINCE: _since,
    Op.AGE: _unchanged,
    Op.ANY_OF: _renamed(Op.EVERY),
    Op.EVERY: _renamed(Op.ANY_OF),
    Op.COUNT: _unchanged,
    Op.TOTAL: _unchanged,
    Op.DOUBT: _doubted,
    Op.EXCUSED: _dropped,
    Op.NEARING: _moved(0),
    Op.MONTH_SAMPLE: _moved(0),
    Op.RUNNING_COUNT: _unchanged,
    Op.NEXT_WORKING_DAY: _dropped,
    Op.RECONCILE: _reconciled,
    Op.DUTY: _unchanged,  # these three are made of a norm's body when it is compiled: tests/law/mutation/bodies.py
    Op.STATE: _unchanged,
    Op.VERSIONS: _unchanged,
    Op.STATE_IS: _referring,
    Op.ON_RECORD: _dropped,
    Op.HELD_IN_ALL: _moved(0),
}
"""What can be wrong in each operator. A test demands a rule for every one."""
