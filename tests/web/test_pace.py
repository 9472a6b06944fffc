"""How fast a caller may ask is counted over all threads and forks, and for each caller apart."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from kyosei.web.security.pace import Pace

FORKS = multiprocessing.get_context("fork")


@pytest.fixture
def now() -> list[float]:
    return [1_000.0]


@pytest.fixture
def pace(now: list[float]) -> Pace:
    return Pace(60, 10, lambda: now[0])


def test_a_caller_asks_so_often_at_once_and_then_as_time_goes_by(pace: Pace, now: list[float]) -> None:
    assert [pace.wait("a") for _ in range(12)] == [0] * 10 + [1, 1]
    assert pace.wait("b") == 0
    now[0] += 2.5
    assert [pace.wait("a") for _ in range(3)] == [0, 0, 1]
    now[0] += 3_600
    assert [pace.wait("a") for _ in range(11)] == [0] * 10 + [1]


def test_threads_and_forks_count_together(pace: Pace) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(lambda _: pace.wait("a"), range(4))) == [0] * 4
    told = FORKS.SimpleQueue()
    forks = [FORKS.Process(target=lambda: told.put([pace.wait("a") for _ in range(5)])) for _ in range(2)]
    for fork in forks:
        fork.start()
    found = [one for _ in forks for one in told.get()]
    for fork in forks:
        fork.join(30)
    assert sorted(found) == [0] * 6 + [1] * 4
    assert pace.wait("a") == 1


def test_a_fork_that_is_killed_while_it_counts_holds_nobody_up(pace: Pace) -> None:
    began = FORKS.Event()

    def stay() -> None:
        with pace._alone():
            began.set()
            time.sleep(60)

    fork = FORKS.Process(target=stay)
    fork.start()
    assert began.wait(30)
    assert fork.pid is not None
    os.kill(fork.pid, signal.SIGKILL)
    fork.join(30)
    assert pace.wait("a") == 0


def test_of_very_many_callers_who_asks_most_is_still_counted(pace: Pace) -> None:
    for _ in range(10):
        pace.wait("busy")
    for number in range(30_000):
        assert pace.wait(f"caller {number}") == 0
    assert pace.wait("busy") == 1
