"""kill -9 at every step of the watch and of the cases: no transition is lost or doubled, and the cases are the same."""

from __future__ import annotations

import signal
import subprocess

import pytest

from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.following import Step
from tests.cases.stories import Followed
from tests.forking.processes import run as run_module
from tests.journal.server import Server
from tests.watch.towns import story

MOST = "5"
STEPS = [*(step.value for step in Step), "cases"]


@pytest.mark.parametrize("times", [2])
def test_killed_at_any_step_nothing_is_lost_or_told_twice(server: Server, law: Loaded, times: int) -> None:
    lines = story("april")
    with server.fresh() as whole, server.fresh() as broken:
        expected = Followed.on(whole, law)
        found = Followed.on(broken, law)
        for followed in (expected, found):
            followed.town.enter_each(lines)
            followed.town.until("2026-06-01")
        expected.catch_up()
        address = server.url(str(broken.url.database))
        clock = str(found.town.world.now[0])
        killed = [run(address, step, times, clock).returncode for step in STEPS]
        assert -signal.SIGKILL in killed
        last = run(address, "none", 0, clock)
        assert last.returncode == 0, last.stderr
        assert found.town.all_told() == expected.town.all_told()
        assert len(found.town.told()) == len(expected.town.told())
        assert found.town.kept() == expected.town.kept()
        assert found.cases() == expected.cases()


@pytest.mark.soak
def test_killed_at_any_step_of_taking_a_law_nothing_is_lost_or_told_twice(server: Server, law: Loaded) -> None:
    """What `test_laws` shows with exceptions."""
    longer = "jp.immigration.notify-school-left"
    with server.fresh() as whole, server.fresh() as broken:
        expected, found = Followed.on(whole, law), Followed.on(broken, law)
        for followed in (expected, found):
            followed.town.enter_each(line for line in story("april") if line.get("stated_at", "") < "2026-04-06")
            followed.town.until("2026-04-07")
            followed.catch_up()
        before = len(found.town.told())
        address, clock = server.url(str(broken.url.database)), str(found.town.world.now[0])
        killed = [run(address, step, 1, clock, longer).returncode for step in STEPS]
        assert killed.count(-signal.SIGKILL) > 3
        for of in (address, server.url(str(whole.url.database))):
            last = run(of, "none", 0, clock, longer)
            assert last.returncode == 0, last.stderr
        assert found.town.all_told() == expected.town.all_told()
        assert before < len(found.town.told()) == len(expected.town.told())
        assert found.town.kept() == expected.town.kept()
        assert found.cases() == expected.cases()


def run(address: str, step: str, times: int, clock: str, longer: str = "") -> subprocess.CompletedProcess[bytes]:
    """The process of `follower`."""
    return run_module("tests.watch.follower", [address, step, str(times), clock, MOST, longer])
