"""`kyosei serve` as people run it: it comes up with everything, and Ctrl-C leaves nothing running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.journal.server import in_memory
from tests.web.conftest import free_port

REPOSITORY = Path(__file__).parents[2]
SECONDS_MOST = 120
SURROUNDINGS = {name: value for name, value in os.environ.items() if not name.startswith("KYOSEI_")}


@pytest.fixture
def folder() -> Iterator[Path]:
    found = Path(tempfile.mkdtemp(prefix="kyosei-", dir=in_memory()))
    found.chmod(0o755)
    yield found
    shutil.rmtree(found)


def kyosei(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kyosei", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=SURROUNDINGS, cwd=REPOSITORY, check=False)


def processes_in(group: int) -> list[str]:
    """The commands of a process group that run now."""
    found = subprocess.run(
        ["ps", "-ww", "-eo", "pgid=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [line for line in found if int(line.split()[0]) == group]


def web_servers(parent: int) -> list[int]:
    """The processes that answer: forks of the one that was begun."""
    found = subprocess.run(["ps", "-ww", "-eo", "ppid=,pid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in found.stdout.splitlines()]
    return [int(pid) for ppid, pid, args in rows if int(ppid) == parent and "kyosei serve" in args]


def are_two(parent: int) -> list[int]:
    """The two that answer, as soon as they are there."""
    ends = time.monotonic() + SECONDS_MOST
    while len(found := web_servers(parent)) != 2:
        assert time.monotonic() < ends
        time.sleep(0.1)
    return found


def served_from(folder: Path) -> list[str]:
    """The commands of database servers on a data directory."""
    found = subprocess.run(
        ["ps", "-ww", "-eo", "args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [line for line in found if str(folder) in line and "postgres" in line]


def test_ctrl_c_leaves_nothing_running(folder: Path) -> None:
    data = folder / "data"
    made = kyosei("trial", str(data), "--persons", "1", "--lang", "en")
    assert made.returncode == 0, made.stderr
    port = free_port()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # one that is ignored here would be ignored there
    process = subprocess.Popen(
        [sys.executable, "-m", "kyosei", "serve", "--data", str(data), "--port", str(port), "--try-roles",
         "--processes", "2"],
        stderr=subprocess.PIPE, env=SURROUNDINGS, cwd=REPOSITORY, start_new_session=True, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        with process.stderr:
            told: list[str] = []
            for line in process.stderr:
                told.append(line)
                if "The portal is at" in line:
                    break
            else:
                raise AssertionError("".join(told))
            assert is_ready(port)
            assert served_from(folder)
            killed = web_servers(process.pid)[0]
            os.kill(killed, signal.SIGKILL)
            assert any("begun again" in line for line in process.stderr)
            assert is_ready(port)
            assert killed not in are_two(process.pid)
            os.killpg(process.pid, signal.SIGINT)
            said = process.stderr.read()
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    assert "Traceback" not in said
    assert processes_in(process.pid) == []
    assert served_from(folder) == []


def is_ready(port: int) -> bool:
    """Whether the portal says so, before somebody who waits would give up."""
    ends = time.monotonic() + SECONDS_MOST
    while time.monotonic() < ends:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/api/v1/ready")
            if connection.getresponse().status == 200:
                return True
        except ConnectionRefusedError:
            continue
        finally:
            connection.close()
    return False


def test_nobody_can_be_tried_where_persons_are_real(folder: Path) -> None:
    (folder / "root.key").touch()
    answer = kyosei("serve", "--data", str(folder), "--port", str(free_port()), "--try-roles")
    assert answer.returncode == 2
    assert "was not made by `kyosei trial`" in answer.stderr
    assert served_from(folder) == []


def test_a_trial_is_not_made_over_something_else(folder: Path) -> None:
    answer = kyosei("trial", str(folder))
    assert answer.returncode == 2
    assert "is there already" in answer.stderr
