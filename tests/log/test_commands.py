"""The log's own command, as a process, with nothing of Kyosei but its folder; and the same under `kyosei log`."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kyosei.log import (
    KeyKind,
    Log,
    Policy,
    TrustedWitness,
    read_signing_key,
    read_verifier_key,
    remote_witnesses,
    verify,
)
from tests.log.logs import LOG_KEY, NOW, WITNESS_KEY, WITNESSED, entry, grow_witnessed, leaf, leaves, salt

SOURCE = Path(__file__).parents[2] / "src"
KEYS = ["--key", str(LOG_KEY.verifier), "--witness", str(WITNESS_KEY.verifier)]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the log's folder, and of nothing else of Kyosei but what it stands on."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "kyosei").mkdir()
    for name in ("__init__.py", "errors.py"):
        shutil.copy(SOURCE / "kyosei" / name, folder / "kyosei")
    shutil.copytree(SOURCE / "kyosei/log", folder / "kyosei/log", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(params=["python -m kyosei.log", "kyosei log"])
def command(request: pytest.FixtureRequest, alone: Path) -> tuple[list[str], Path]:
    """Either way to call it, and the folder of modules to call it with."""
    if request.param == "kyosei log":
        return [sys.executable, "-m", "kyosei", "log"], SOURCE
    return [sys.executable, "-m", "kyosei.log"], alone


def run(command: tuple[list[str], Path], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """One call."""
    program, modules = command
    environment = {**os.environ, "PYTHONPATH": str(modules)}
    return subprocess.run(
        [*program, *arguments], capture_output=True, text=True, env=environment, cwd=modules, check=False
    )


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A witnessed log of 300 entries."""
    folder = tmp_path_factory.mktemp("log")
    grow_witnessed(folder / "log", folder / "memory", [3, 300])
    return folder / "log"


def test_it_verifies_a_log(command: tuple[list[str], Path], log: Path, tmp_path: Path) -> None:
    (tmp_path / "policy").write_text(f"log {LOG_KEY.verifier}\nwitness w {WITNESS_KEY.verifier}\nquorum w\n")
    for trusted in (KEYS, ["--policy", str(tmp_path / "policy")]):
        done = run(command, "verify", log, *trusted, "--since", log / "checkpoint")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("log.example.jp/2026: verified\n  entries      300\n")
        assert "cosigned     by witness.example.jp/w at 2026-11-21T09:00:00Z" in done.stdout
        assert "continues    the checkpoint at 300 entries" in done.stdout


def test_it_names_what_is_wrong_with_a_log(command: tuple[list[str], Path], log: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(log, tmp_path / "log"))
    content = bytearray((copy / "tile/entries/000").read_bytes())
    content[34 * 17 + 5] ^= 1
    (copy / "tile/entries/000").write_bytes(content)
    done = run(command, "verify", copy, *KEYS)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("tile/entries/000: entry 17: ")


@pytest.mark.parametrize(
    "arguments",
    [["verify", "LOG"], ["verify", "LOG", "--key", "hello"], ["verify", "LOG", *KEYS, "--quorum", "2"],
     ["verify", "LOG", "--policy", "absent"], ["proof", "LOG", "0", "--policy", "absent", *KEYS],
     ["verify-proof", "LOG/checkpoint", *KEYS, "--entry", "absent"], ["verify", "LOG", *KEYS, "--since", "absent"]],
)  # fmt: skip
def test_arguments_that_cannot_be_used_are_told(log: Path, alone: Path, arguments: list[str]) -> None:
    done = run(([sys.executable, "-m", "kyosei.log"], alone), *(part.replace("LOG", str(log)) for part in arguments))
    assert done.returncode == (1 if "verify-proof" in arguments else 2), done.stderr
    assert done.stderr.count("\n") == 1


def test_a_receipt_is_made_and_verified_offline(command: tuple[list[str], Path], log: Path, tmp_path: Path) -> None:
    (tmp_path / "salt").write_bytes(salt(42))
    (tmp_path / "entry").write_bytes(entry(42))
    (tmp_path / "other").write_bytes(entry(43))
    made = run(command, "proof", log, "42", *KEYS, "--salt", tmp_path / "salt")
    assert (made.returncode, made.stderr) == (0, "")
    receipt = tmp_path / "42.tlog-proof"
    receipt.write_text(made.stdout)
    done = run(command, "verify-proof", receipt, *KEYS, "--entry", tmp_path / "entry")
    assert done.stdout.startswith("log.example.jp/2026: entry 42 is in the log\n"), done.stderr
    assert run(command, "verify-proof", receipt, *KEYS, "--leaf", leaf(42).hex()).returncode == 0
    other = run(command, "verify-proof", receipt, *KEYS, "--entry", tmp_path / "other")
    assert (other.returncode, other.stdout) == (1, "")
    assert "entry 42 is not in the tree of 300 entries" in other.stderr


def test_a_new_key_is_kept_from_others_and_never_written_over(command: tuple[list[str], Path], tmp_path: Path) -> None:
    for name, options, kind in (("log", [], KeyKind.LOG), ("witness", ["--of-witness"], KeyKind.WITNESS)):
        made = run(command, "key", f"{name}.example.jp", tmp_path / name, *options)
        assert made.returncode == 0, made.stderr
        verifier = read_verifier_key(made.stdout)
        assert (verifier.name, verifier.kind) == (f"{name}.example.jp", kind)
        assert read_signing_key((tmp_path / name).read_text()).verifier == verifier
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        secret = (tmp_path / name).read_text()
        assert secret not in made.stdout
        again = run(command, "key", f"{name}.example.jp", tmp_path / name, *options)
        assert again.returncode == 2
        assert (tmp_path / name).read_text() == secret


@pytest.fixture
def witness(command: tuple[list[str], Path], tmp_path: Path) -> Iterator[TrustedWitness]:
    """A witness as a process of its own."""
    (tmp_path / "key").write_text(WITNESS_KEY.secret_text() + "\n")
    program, modules = command
    process = subprocess.Popen(
        [*program, "witness", tmp_path / "memory", "--signing-key", tmp_path / "key", "--key", str(LOG_KEY.verifier),
         "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(modules)}, cwd=modules,
    )  # fmt: skip
    assert process.stdout is not None
    url, key = process.stdout.readline().strip(), process.stdout.readline().strip()
    yield TrustedWitness(read_verifier_key(key), url)
    process.terminate()
    process.wait()
    process.stdout.close()


def test_a_witness_in_a_process_of_its_own_cosigns(witness: TrustedWitness, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    policy = Policy.of([LOG_KEY.verifier], [witness])
    now = datetime.now(UTC)  # noqa: TID251  # the witness is a process with a clock
    with Log(tmp_path / "log", LOG_KEY, policy, remote_witnesses(policy)) as log:
        for size in (5, 300):
            log.extend(log.size, leaves(log.size, size))
            log.publish(now)
    assert now != NOW
    assert verify(tmp_path / "log", WITNESSED).opened.checkpoint.size == 300


def test_a_cold_check_does_not_import_the_log() -> None:
    program = (
        "import sys; from kyosei.cli.main import main; from kyosei.cli.law_source import LawSource\n"
        "main(['check', '--help'], LawSource(None, None, None, None, None))\n"
        "sys.exit(any(name.startswith(('kyosei.log', 'cryptography')) for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False
    )
    assert done.returncode == 0, done.stderr
