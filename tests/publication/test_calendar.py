"""The calendar of the law: every change really is one, in the tables, versions and registry, and when the kernels run."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np

from kyosei.evidence.questions import KindTable
from kyosei.facts.case_file import read_case
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import PERSON, SCOPES
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.laws import CIVIL_CODE
from kyosei.norms.checks import sole_holders
from kyosei.norms.compiler import CompiledLaw, compile_law
from kyosei.norms.declare import Norm, since_day
from kyosei.norms.forms import Status
from kyosei.publication.calendar.changes import Change, ChangeKind, calendar_of
from kyosei.publication.calendar.tables import tables_of
from kyosei.statutes.sources import LegalSources
from kyosei.terms.citations import provision_on
from kyosei.terms.expressions import Number, Rate, make
from kyosei.terms.language import always, heads
from kyosei.terms.text import Text
from kyosei.timelines.days import FIRST_DAY, NEVER, date_from_day, day_from_date
from kyosei.timelines.program import Op, Table, Value
from kyosei.verdicts.check import examine
from kyosei.verdicts.evaluate import load
from kyosei.wiring import legal_sources
from tests.cli.small_law import stay
from tests.law.compiled import compiled_japan

TABLES = (ChangeKind.FIGURE, ChangeKind.SWITCH, ChangeKind.DAY)


@cache
def law() -> CompiledLaw:
    return compiled_japan()


@cache
def sources() -> LegalSources:
    return legal_sources()


@cache
def changes() -> tuple[Change, ...]:
    """All there are, past and to come."""
    return calendar_of(law(), sources(), FIRST_DAY, NEVER)


@cache
def operator_of(table: int) -> Op:
    (op,) = {i.op for i in law().program.instructions if i.op in (Op.DATED, Op.SCALE, Op.LOOKUP, Op.PIECEWISE)
             and i.parameters[0] == table}  # fmt: skip
    return op


def values_on(table: int, day: int) -> object:
    """What a table says on a day, read row by row."""
    rows = law().program.tables[table].rows
    if operator_of(table) is Op.PIECEWISE:
        begun = [row[0] for row in rows if row[0] <= day]
        return [row[1:] for row in rows if begun and row[0] == max(begun)]
    said: dict[int, tuple[int, int]] = {}
    for key, from_day, value, other in sorted(rows):
        if from_day <= day:
            said[key] = (value, other)
    return said


def test_a_figure_is_another_on_the_day_than_on_the_day_before() -> None:
    told = [change for change in changes() if change.kind in TABLES]
    assert len(told) > 100
    for change in told:
        assert change.table is not None
        assert values_on(change.table, change.on - 1) != values_on(change.table, change.on)


def test_every_day_on_which_a_table_changes_is_in_the_calendar() -> None:
    told = {(change.table, change.on) for change in changes() if change.table is not None}
    named = {(change.table, change.on + 1) for change in changes() if change.kind is ChangeKind.DAY}
    for table in tables_of(law()):
        rows = law().program.tables[table.number].rows
        days = {row[0] if operator_of(table.number) is Op.PIECEWISE else row[1] for row in rows}
        for day in days:
            is_read = any(first <= day < until for first, until in table.in_force)
            if day > FIRST_DAY and is_read and values_on(table.number, day - 1) != values_on(table.number, day):
                assert (table.number, day) in told | named


def test_the_kernels_give_another_figure_on_the_day_than_on_the_day_before() -> None:
    told: dict[int, list[int]] = {}
    for change in changes():
        if change.table is not None and operator_of(change.table) in (Op.DATED, Op.SCALE):
            told.setdefault(change.table, []).append(change.on)
    loaded = load(
        compile_law("figures", [*(_showing(number) for number in told), stay], SCOPES, sole_holders(KINDS)),
        KindTable.of((*KINDS, EmploymentRelation)), np.zeros(0, np.int32),
    )  # fmt: skip
    case = read_case([("case", b'{"type":"party","id":"person:a","party":"person","names":[]}\n')])
    (examined,) = examine(loaded, case, 0, ["person:a"])
    for norm, days in zip(loaded.law.norms[:-1], told.values(), strict=True):
        segments = examined.segments(norm, 0)
        for day in days:
            before, after = (next(s.figures for s in segments if s.from_day <= d < s.until_day) for d in (day - 1, day))
            assert before != after, (norm.id, date_from_day(day))


def _showing(number: int) -> Norm:
    """A norm whose figure is what a table gives."""
    table = Table(law().program.tables[number].rows)
    if operator_of(number) is Op.DATED:
        shown: Number = Number(make(Op.DATED, Value.NUMBER, PERSON, (), table=table))  # type: ignore[type-arg]  # of any unit
    else:
        shown = heads(1_000_000_000, PERSON).times(Rate(table, 0))
    day = day_from_date(date(2026, 11, 22))
    title = Text("数値", "数", "a figure")
    return Norm(
        f"test.table.n{number}", "status", title, (CIVIL_CODE.article(1),), PERSON, None, None, since_day(1900, 1, 2), day,
        day + 365, "act", "authority:isa", (), "Shows a figure.", Status(always(PERSON), always(PERSON), {"value": shown}),
    )  # fmt: skip


def test_a_day_of_a_version_that_has_ended_is_no_change_any_more() -> None:
    quarters = [date_from_day(change.on) for change in changes() if "jp.immigration.host-report" in change.norms
                and change.kind is ChangeKind.DAY]  # fmt: skip
    assert {day for day in quarters if day.month != 4} == {
        day for day in quarters if date(2019, 4, 1) <= day < date(2025, 6, 1) and day.month != 4
    }
    assert date(2027, 4, 1) in quarters


def test_a_norm_begins_changes_or_ends_by_its_versions() -> None:
    norms = {norm.id: norm for norm in law().norms}
    for change in changes():
        if change.kind in (ChangeKind.NORM_BEGINS, ChangeKind.NORM_CHANGES, ChangeKind.NORM_ENDS):
            (norm_id,) = change.norms
            before, after = (norms[norm_id].version_on(day) for day in (change.on - 1, change.on))
            assert before is not after
            assert (before is None) == (change.kind is ChangeKind.NORM_BEGINS)
            assert (after is None) == (change.kind is ChangeKind.NORM_ENDS)
    assert {change.norms[0] for change in changes() if change.kind is ChangeKind.NORM_BEGINS} == norms.keys()
    assert [change.norms for change in changes() if change.kind is ChangeKind.NORM_CHANGES]


def test_a_law_is_in_force_on_one_side_of_its_day_alone() -> None:
    laws = {one.law_id: one for one in sources().laws}
    for change in changes():
        before, on = date_from_day(change.on - 1), date_from_day(change.on)
        if change.kind in (ChangeKind.LAW_BEGINS, ChangeKind.LAW_ENDS):
            assert change.law is not None
            one = laws[change.law]
            assert one.is_in_force(on) == (change.kind is ChangeKind.LAW_BEGINS) != one.is_in_force(before)
        if change.kind is ChangeKind.LAW_RENAMED:
            assert change.law is not None
            assert laws[change.law].titles_on(before) != laws[change.law].titles_on(on)
        for was, becomes in change.moved:
            assert provision_on(was, change.on - 1, change.on, sources().renumbered) == becomes != was


def test_each_day_of_review_is_told_once_with_all_its_norms() -> None:
    told = [(change.on, norm) for change in changes() if change.kind is ChangeKind.REVIEW for norm in change.norms]
    due = {
        (version.norm.review_on, norm.id) for norm in law().norms for version in norm.versions
        if version.norm.review_on < version.norm.force.until_day
    }  # fmt: skip
    assert sorted(told) == sorted(due)


def test_only_the_days_asked_for_are_told_and_in_order() -> None:
    first, until = (day_from_date(date(year, 10, 1)) for year in (2026, 2027))
    some = calendar_of(law(), sources(), first, until)
    assert some == tuple(change for change in changes() if first <= change.on < until)
    assert [change.on for change in some] == sorted(change.on for change in some)


def test_a_change_says_whom_it_concerns() -> None:
    asked = [change for change in changes() if change.on == day_from_date(date(2028, 10, 1))]
    found = [change for change in asked if change.kind is ChangeKind.FIGURE]
    assert len(found) == 2
    assert all({"person", "employer"} == set(change.parties) for change in found)
    assert [(step.before, step.after) for step in found[0].steps] == [(("20時間", "20 h"), ("10時間", "10 h"))]
