"""The installed command under the law of Japan, as a process: every command once, and how it behaves in a pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kyosei as package
from tests.cli.processes import KNOWN, LIFE, ON, ROOT, Answer, kyosei, surroundings

ABOUT = ("--norm", "jp.pension.report-acquisition", "--about", "person:hoa,org:acme")
INSTITUTIONS = ROOT / "samples" / "institutions"
COMMANDS = {
    "help": ("--help",),
    "version": ("--version",),
    "check": ("check", LIFE, *ON),
    "check_json": ("check", LIFE, *ON, *KNOWN, "--format", "json"),
    "explain": ("explain", LIFE, *ABOUT, *ON, *KNOWN),
    "timeline": ("timeline", LIFE, *ABOUT),
    "diff": ("diff", LIFE, *ON, "--known", "2026-11-01T00:00:00Z", "--known", "2026-11-26T00:00:00Z"),
    "norms": ("norms", "--lang", "ja-easy"),
    "vocabulary": ("vocabulary",),
    "schemas": ("schemas", "check"),
    "import": ("import", "jps-acquisition", str(INSTITUTIONS / "SHFD0006.CSV")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_on_standard_output_and_says_nothing_else(name: str) -> None:
    answer = kyosei(*COMMANDS[name])
    assert (answer.status, answer.err) == (0, "")
    assert answer.out


def test_version_is_that_of_the_package() -> None:
    assert kyosei("--version") == Answer(0, f"kyosei {package.__version__}\n", "")


def test_bad_input_leaves_standard_output_empty() -> None:
    answer = kyosei("check", "-", *ON, stdin="{}\n")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("<stdin>:1: ")
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("arguments", [("--help",), ("norms",), ("vocabulary",), ("schemas",), ("import", "x", LIFE)])
def test_what_evaluates_nothing_loads_no_kernel(arguments: tuple[str, ...]) -> None:
    program = (
        "import sys; from kyosei.wiring import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.split('.')[0] in ('numba', 'numpy') for name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=surroundings(), cwd=ROOT, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [("norms", "--format", "json"), ("vocabulary",), ("check", LIFE, *ON), ("--help",)]
)
def test_a_reader_that_goes_away_is_no_error(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kyosei", *arguments],
        env=surroundings(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_full_disk_is_our_failure_and_says_so() -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "kyosei", "norms"], env=surroundings(), cwd=ROOT, stdout=full,
            stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ran.returncode == 1
    assert b"No space left on device" in ran.stderr


def test_output_is_utf_8_whatever_the_locale() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kyosei", "norms", "--lang", "ja"],
        env=surroundings(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"), cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "厚生年金" in ran.stdout.decode("utf-8")


def test_whoever_waits_for_the_kernels_is_told_once(tmp_path: Path) -> None:
    program = "from kyosei.cli.waiting import announce_preparation; announce_preparation()"
    line = "Preparing the kernels once; this takes about a minute …\n"
    for folder, said in ((tmp_path / "empty", line), (_compiled(tmp_path), "")):
        ran = subprocess.run(
            [sys.executable, "-c", program], env=surroundings(NUMBA_CACHE_DIR=str(folder), PYTHONIOENCODING="utf-8"),
            capture_output=True, check=False,
        )  # fmt: skip
        assert ran.stderr.decode("utf-8") == said


def test_whoever_imports_the_kernels_keeps_them_by_their_sources(tmp_path: Path) -> None:
    program = "import kyosei.timelines.arena, numba; print(numba.config.CACHE_DIR)"
    environment = surroundings(XDG_CACHE_HOME=str(tmp_path))
    del environment["NUMBA_CACHE_DIR"]
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=False)
    assert Path(ran.stdout.decode().strip()).parent == tmp_path / "kyosei" / "kernels", ran.stderr.decode()


def _compiled(folder: Path) -> Path:
    compiled = folder / "compiled"
    compiled.mkdir()
    for name in ("machine.run-1.nbi", "leaves.answer-1.nbi"):
        (compiled / name).touch()
    return compiled


def test_imported_lines_are_a_case_file() -> None:
    lines = kyosei("import", "freee-hr", str(INSTITUTIONS / "freee-hr.jsonl")).out
    assert all(isinstance(json.loads(line), dict) for line in lines.splitlines())
    answer = kyosei("check", "-", *ON, "--format", "json", stdin=lines)
    assert (answer.status, answer.err) == (0, "")
