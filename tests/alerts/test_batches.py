"""Whatever the batches, the same cases and the same notices; and whoever is killed where, no notice is posted twice."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.cases.book import forget_cases
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.outbox.claiming import LEASE
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.following import Step, forget_everything
from tests.alerts.told import Told
from tests.depth import examples_with_a_database
from tests.forking.processes import run as run_module
from tests.journal.server import Server
from tests.watch.histories import Happening, histories
from tests.watch.towns import HERE, Town, lines_of, story

DAY = 86_400_000_000
MOST = "5"
STEPS = [*(step.value for step in Step), "cases", "handed over"]


@given(
    history=histories(), entries_max=st.integers(1, 40), subjects_max=st.integers(1, 5),
    stops=st.sets(st.integers(0, 14)),
)  # fmt: skip
@examples_with_a_database(2)
def test_any_history_in_any_batches_tells_the_same(
    server: Server, law: Loaded, catalogue: Catalogue, history: list[Happening], entries_max: int, subjects_max: int,
    stops: set[int],
) -> None:  # fmt: skip
    with server.fresh() as one, server.fresh() as other:
        at_once = Told.of(one, law, catalogue)
        by_and_by = Told.of(other, law, catalogue, entries_max=entries_max, subjects_max=subjects_max)
        for told in (at_once, by_and_by):
            told.town.world.register("authority:isa", human="staff:7", entry_types=["link", "unlink"], speaks_for=["*"])
        for number, happening in enumerate(history):
            for told in (at_once, by_and_by):
                enter(told.town, happening)
            if number in stops:
                by_and_by.catch_up()
        for told in (at_once, by_and_by):
            told.town.world.now[0] = history[-1].at + 40 * DAY
            told.catch_up()
        assert by_and_by.cases() == at_once.cases()
        assert by_and_by.all_told() == at_once.all_told()


def enter(town: Town, happening: Happening) -> None:
    """Those lines of a happening that the journal takes."""
    town.world.now[0] = max(town.world.now[0] + 1, happening.at)
    staff = town.world.offices["authority:isa"]
    town.world.journal.submit(
        [(staff if line["type"] == "unlink" else town.relay).sign(line) for line in happening.lines]
    )


@pytest.mark.parametrize("name", ["leaving", pytest.param("month-end", marks=pytest.mark.soak)])
def test_a_life_in_any_batches_tells_the_same_and_deriving_it_anew_adds_nothing(
    server: Server, law: Loaded, catalogue: Catalogue, name: str
) -> None:
    lines = story(name)
    with server.fresh() as one, server.fresh() as other:
        at_once = Told.of(one, law, catalogue)
        by_and_by = Told.of(other, law, catalogue, entries_max=3, subjects_max=1)
        at_once.town.enter_each(lines)
        for number, line in enumerate(lines):
            by_and_by.town.enter(line)
            if number % 4 == 0:
                by_and_by.catch_up()
        for told in (at_once, by_and_by):
            told.town.until("2027-01-31")
            told.catch_up()
        assert by_and_by.all_told() == at_once.all_told()
        assert at_once.all_told()
        before, handed = at_once.all_told(), len(at_once.tray.keys)
        forget_everything(one)
        forget_cases(one)
        at_once.catch_up()
        assert at_once.all_told() == before
        assert len(at_once.tray.keys) == handed == len(set(at_once.tray.keys))


def test_killed_at_any_step_no_notice_is_lost_posted_twice_or_handed_over_under_two_keys(
    server: Server, law: Loaded, catalogue: Catalogue, folder: Path
) -> None:
    lines = lines_of(HERE.parent / "samples" / "duc.jsonl")
    with server.fresh() as whole, server.fresh() as broken:
        expected, found = Told.of(whole, law, catalogue), Told.of(broken, law, catalogue)
        for told in (expected, found):
            told.town.enter_each(lines)
            told.town.until("2026-11-30")
        expected.catch_up()
        address, clock = server.url(str(broken.url.database)), found.town.world.now[0]
        tray = folder / "handed-over"
        killed = [run(address, step, 2, clock, tray).returncode for step in STEPS]
        assert killed.count(-signal.SIGKILL) >= 5, killed
        later = clock + LEASE  # whoever died while handing over left it to another by a lease that has ended
        last = run(address, "none", 0, later, tray)
        assert last.returncode == 0, last.stderr
        assert found.all_told() == expected.all_told()
        assert found.cases() == expected.cases()
        keys = tray.read_text("ascii").split()
        with broken.connect() as connection:
            left = connection.scalars(sa.text("SELECT key FROM deliveries WHERE state <> 'cancelled'")).all()
        assert set(keys) == set(left)
        assert len(keys) <= len(left) + 1, (
            "only what was in the hands of the one who died comes again, under its own key"
        )


def run(address: str, step: str, times: int, clock: int, tray: Path) -> subprocess.CompletedProcess[bytes]:
    """The process of `follower`."""
    return run_module("tests.alerts.follower", [address, step, str(times), str(clock), MOST, str(tray)])
