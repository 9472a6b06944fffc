"""What is kept is what evaluating everybody anew would give; and it is told alike, whatever the batches."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.following import forget_everything
from tests.depth import examples_with_a_database
from tests.journal.server import Server
from tests.watch.histories import PARTIES, Happening, histories
from tests.watch.towns import HERE, Line, Town, lines_of, story

LIVES = ("leaving", pytest.param("month-end", marks=pytest.mark.soak), "april")


def parties_of(lines: Sequence[Line]) -> list[str]:
    return sorted(line["id"] for line in lines if line["type"] == "party")


@pytest.mark.parametrize("name", LIVES)
def test_what_is_kept_is_what_evaluating_everybody_gives(database: sa.Engine, law: Loaded, name: str) -> None:
    town, lines = Town.on(database), story(name)
    watch = town.watch(law)
    third = max(len(lines) // 3, 1)
    for part in range(0, len(lines), third):
        town.enter_each(lines[part : part + third])
        watch.catch_up()
        assert town.kept() == town.computed(law, parties_of(lines[: part + third]))
    for day in ("2026-11-30", "2027-01-31", "2027-12-31"):
        town.until(day)
        watch.catch_up()
        assert town.kept() == town.computed(law, parties_of(lines)), day


@pytest.mark.parametrize(
    "name",
    ["leaving", pytest.param("month-end", marks=pytest.mark.soak), pytest.param("april", marks=pytest.mark.soak)],
)
def test_the_same_is_told_in_whatever_batches(server: Server, law: Loaded, name: str) -> None:
    lines = story(name)
    with server.fresh() as one, server.fresh() as other:
        at_once, by_and_by = Town.on(one), Town.on(other)
        at_once.enter_each(lines)
        at_once.until("2027-01-31")
        at_once.watch(law).catch_up()
        watch = by_and_by.watch(law, entries_max=2, subjects_max=1)
        for line in lines:
            by_and_by.enter(line)
            watch.catch_up()
        by_and_by.until("2027-01-31")
        watch.catch_up()
        assert by_and_by.all_told() == at_once.all_told()
        assert by_and_by.kept() == at_once.kept()


@given(
    history=histories(),
    entries_max=st.integers(1, 40),
    subjects_max=st.integers(1, 5),
    stops=st.sets(st.integers(0, 14)),
)
@examples_with_a_database(2)
def test_any_history_in_any_batches_gives_the_same(
    server: Server, law: Loaded, history: list[Happening], entries_max: int, subjects_max: int, stops: set[int]
) -> None:
    with server.fresh() as one, server.fresh() as other:
        at_once, by_and_by = Town.on(one), Town.on(other)
        for town in (at_once, by_and_by):
            town.world.register("authority:isa", human="staff:7", entry_types=["link", "unlink"], speaks_for=["*"])
        watch = by_and_by.watch(law, entries_max=entries_max, subjects_max=subjects_max)
        for number, happening in enumerate(history):
            for town in (at_once, by_and_by):
                enter(town, happening)
            if number in stops:
                watch.catch_up()
                assert by_and_by.kept() == by_and_by.computed(law, PARTIES), number
        end = history[-1].at + 40 * 86_400_000_000
        for town in (at_once, by_and_by):
            town.world.now[0] = end
        at_once.watch(law).catch_up()
        watch.catch_up()
        assert at_once.kept() == at_once.computed(law, PARTIES)
        assert by_and_by.kept() == at_once.kept()
        assert by_and_by.all_told() == at_once.all_told()


def enter(town: Town, happening: Happening) -> None:
    """Those lines of a happening that the journal takes: a history may withdraw twice, or unlink what is ended."""
    town.world.now[0] = max(town.world.now[0] + 1, happening.at)
    staff = town.world.offices["authority:isa"]
    signed = [(staff if line["type"] == "unlink" else town.relay).sign(line) for line in happening.lines]
    town.world.journal.submit(signed)


def test_a_change_of_the_past_is_told_as_known_now_with_the_days_that_it_corrects(
    database: sa.Engine, law: Loaded
) -> None:
    town, lines = Town.on(database), lines_of(HERE.parent / "samples" / "duc.jsonl")
    town.enter_each(lines)
    watch = town.watch(law)
    watch.catch_up()
    breached = [
        row for row in town.told() if row.norm == "jp.pension.report-acquisition" and row.state == State.BREACHED
    ]
    assert breached
    before = len(town.told())
    town.enter(
        {"type": "statement", "id": "late-found", "kind": "pension.acquisition_notice",
         "source": "authority:pension-service", "about": {"person": "person:duc", "employer": "org:hamakaze"},
         "on": "2025-04-03", "data": {"acquired_on": "2025-04-01"}, "stated_at": "2026-11-21T10:00:00+09:00"}
    )  # fmt: skip
    watch.catch_up()
    told = [row for row in town.told()[before:] if row.norm == "jp.pension.report-acquisition"]
    assert {(row.sort, row.state) for row in told} == {("changed", State.MET), ("corrected", State.MET)}
    corrected = next(row for row in told if row.sort == "corrected")
    assert corrected.day == next(row.day for row in told if row.sort == "changed")
    assert corrected.corrected_from <= corrected.corrected_until <= corrected.day


def test_a_day_without_anything_due_costs_nobody_an_evaluation(database: sa.Engine, law: Loaded) -> None:
    town, lines = Town.on(database), story("leaving")
    town.enter_each(lines)
    watch = town.watch(law)
    watch.catch_up()
    town.until("2026-12-31")
    watch.catch_up()
    with database.connect() as connection:
        next_wake = connection.scalar(sa.text("SELECT min(wake_on) FROM watch_subjects"))
        today = connection.scalar(sa.text("SELECT day FROM watch_progress"))
    assert next_wake > today
    town.world.now[0] += 86_400_000_000 * max(0, next_wake - today - 1)
    assert watch.catch_up().subjects == 0
    town.world.now[0] += 86_400_000_000
    assert watch.catch_up().subjects > 0


def test_deriving_everything_anew_tells_the_same(database: sa.Engine, law: Loaded) -> None:
    town = Town.on(database)
    town.enter_each(story("leaving"))
    watch = town.watch(law)
    watch.catch_up()
    kept, told = town.kept(), town.all_told()
    forget_everything(database)
    assert not town.kept()
    town.watch(law, entries_max=5, subjects_max=2).catch_up()
    assert (town.kept(), town.all_told()) == (kept, told)
