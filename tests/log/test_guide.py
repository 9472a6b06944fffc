"""The guide for outside verifiers is followed word for word, with the sample, and the sample is what the log writes today."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.log.logs import contents
from tests.log.sample import FOLDER, sample

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guides/verify-the-log.md").read_text("utf-8")
SCREENS = re.findall(r'^```console title="(?P<command>[^"]+)"\n(?P<text>.*?)^```$', GUIDE, re.MULTILINE | re.DOTALL)


def test_the_sample_is_what_the_log_writes() -> None:
    assert contents(FOLDER) == sample()


def test_the_policy_in_the_guide_is_the_sample_s() -> None:
    shown = re.search(r'^```text title="samples/transparency-log/policy"\n(.*?)^```$', GUIDE, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert shown[1] == (FOLDER / "policy").read_text()


@pytest.mark.parametrize(("command", "text"), SCREENS, ids=[command.split()[3] for command, _ in SCREENS])
def test_each_screen_of_the_guide_is_what_the_command_prints(command: str, text: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "python"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    if arguments[2] == "proof":
        # The guide shows the beginning; the hashes and the checkpoint follow.
        assert done.stdout.startswith(text)
        assert done.stdout.endswith((FOLDER / "log/checkpoint").read_text())
    else:
        assert done.stdout == text


def test_the_guide_has_its_four_screens() -> None:
    assert len(SCREENS) == 4
