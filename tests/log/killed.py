"""Kills a process that grows a witnessed log at every step of writing, and each time goes on as always.

A program of its own, with no threads of its own, so that it can fork. Prints how many steps it killed at.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from kyosei.log import verify
from tests.log.failing_disks import KillDisk
from tests.log.logs import WITNESSED, contents, grow_witnessed

SIZES = (3, 260)


def in_a_process(work: Callable[[], None]) -> int:
    """The exit status of a forked process that does this."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # the child has to end here, whatever happens
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, folder: Path, expected: dict[str, bytes]) -> bool:
    """Whether there was such a step; if so, everything that has to hold after it holds."""
    status = in_a_process(lambda: grow_witnessed(folder / "log", folder / "memory", SIZES, KillDisk(step)))
    if status == 0:
        return False
    assert status == 9, f"step {step}"
    checkpoint = folder / "log/checkpoint"
    seen = [checkpoint.read_bytes()] if checkpoint.is_file() else []
    assert in_a_process(lambda: grow_witnessed(folder / "log", folder / "memory", SIZES, KillDisk())) == 0, (
        f"step {step}"
    )
    assert contents(folder) == expected, f"step {step}"
    verify(folder / "log", WITNESSED, seen)
    return True


def main(folder: Path) -> None:
    """Goes through every step."""
    whole = folder / "whole"
    assert in_a_process(lambda: grow_witnessed(whole / "log", whole / "memory", SIZES)) == 0
    expected = contents(whole)
    steps = 0
    while killed_at(steps, folder / str(steps), expected):
        steps += 1
    sys.stdout.write(f"killed at {steps} steps\n")


main(Path(sys.argv[1]))
