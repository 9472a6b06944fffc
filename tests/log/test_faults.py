"""At whatever step the process or the power ends: nothing published is lost, and going on as always gives the same log."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kyosei.errors import LogError
from kyosei.log import Log, verify
from kyosei.log.disk import Disk
from tests.log.failing_disks import Machine, PoweredDisk, PowerLoss, StepDisk
from tests.log.logs import ALONE, LOG_KEY, NOW, WITNESSED, contents, grow_witnessed, leaves, near_witness

ROOT = Path(__file__).parents[2]
SIZES = (3, 260)


def test_killed_at_every_step_the_log_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    program = Path(__file__).with_name("killed.py")
    done = subprocess.run(
        [sys.executable, program, tmp_path], capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[2]) > 90


def grown_until_the_power_fails(folder: Path, fails_at: int, chance: random.Random) -> tuple[bool, list[bytes]]:
    """Whether the power failed while the log grew, and every checkpoint that somebody could have seen until then."""
    machine = Machine(folder)
    disk = PoweredDisk(machine, fails_at)
    seen: list[bytes] = []
    failed = False
    try:
        with (
            near_witness(folder / "memory", disk=disk) as witness,
            Log(folder / "log", LOG_KEY, WITNESSED, [witness], disk) as log,
        ):
            for size in SIZES:
                log.extend(log.size, leaves(log.size, size))
                log.publish(NOW)
                seen.append((folder / "log/checkpoint").read_bytes())
    except PowerLoss:
        failed = True
    for file in (folder / "log/checkpoint", folder / "log/.writer/signed"):
        # What only stood in memory was seen too: by readers of the folder, and what was signed, by the witness.
        if file.is_file():
            seen.append(file.read_bytes())
    if failed:
        machine.lose_power(chance)
    return failed, seen


@pytest.mark.parametrize("seed", range(2))
def test_when_the_power_fails_at_any_step_the_log_goes_on_as_if_nothing_had_been(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    grow_witnessed(tmp_path / "whole/log", tmp_path / "whole/memory", SIZES)
    expected = contents(tmp_path / "whole")
    failures = 0
    while True:
        folder = tmp_path / str(failures)
        folder.mkdir()
        failed, seen = grown_until_the_power_fails(folder, failures, chance)
        if failed:
            grow_witnessed(folder / "log", folder / "memory", SIZES, StepDisk())
        assert contents(folder) == expected, f"step {failures}"
        verify(folder / "log", WITNESSED, seen)
        if not failed:
            break
        failures += 1
    assert failures > 90


@pytest.mark.parametrize("forgotten", ["file", "folder"])
def test_a_disk_that_skips_its_syncs_would_be_caught(tmp_path: Path, forgotten: str) -> None:
    """The power test can fail: without one kind of sync it finds a log that was published and is not whole."""

    class Hasty(PoweredDisk):
        def sync_one(self, path: Path) -> None:
            if path.is_dir() != (forgotten == "folder"):
                super().sync_one(path)

    lost = 0
    for seed in range(10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        machine = Machine(folder)
        grow_witnessed(folder / "log", folder / "memory", SIZES, Hasty(machine))
        machine.lose_power(random.Random(seed))
        try:
            verify(folder / "log", WITNESSED)
        except Exception:  # noqa: BLE001  # any way in which it shows will do
            lost += 1
    assert lost > 0


class FullDisk(Disk):
    """A disk without room for the files whose numbers are said."""

    def __init__(self, *numbers: int) -> None:
        super().__init__()
        self.written, self.numbers = 0, numbers

    def write(self, path: Path, content: bytes) -> None:
        self.written += 1
        if self.written in self.numbers:
            raise OSError(28, "No space left on device")
        super().write(path, content)


@pytest.mark.parametrize("number", range(1, 15))
def test_after_a_full_disk_publishing_again_is_enough(tmp_path: Path, number: int) -> None:
    refused: list[str] = []
    with Log(tmp_path, LOG_KEY, disk=FullDisk(number, number + 1)) as log:
        while log.size < 602 or log.published is None or log.published.size < log.size:
            log.extend(log.size, leaves(log.size, min(log.size + 301, 602)))
            try:
                log.publish(NOW)
            except LogError as error:
                refused.append(str(error))
    assert ["No space left on device" in told for told in refused] == [True, True]
    assert verify(tmp_path, ALONE).opened.checkpoint.size == 602
