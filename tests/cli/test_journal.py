"""`kyosei journal` and `kyosei submit`, from an empty folder to a restored backup; other commands pay nothing for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kyosei.cli.law_source import LawSource
from kyosei.cli.main import main
from kyosei.wiring import compile_japan, legal_sources, open_law, open_law_with_drafts, purposes_of_japan
from tests.journal.server import in_memory

STATUS = {
    "type": "statement", "id": "s-1", "kind": "residence.status", "source": "authority:isa",
    "about": {"person": "person:hoa"}, "from": "2023-04-01", "stated_at": "2023-04-01T09:00:00+09:00",
    "recorded_at": "2023-04-02T09:00:00+09:00", "data": {"status": "student"},
}  # fmt: skip
LINES = [{"type": "party", "id": "person:hoa", "party": "person"}, STATUS]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: its folders are closed to the user that the server runs as."""
    with tempfile.TemporaryDirectory(prefix="kyosei-", dir=in_memory()) as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def kyosei(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.delenv("KYOSEI_DATABASE_URL", raising=False)
    return Runner(capsys)


class Runner:
    """Runs the command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object, status: int = 0) -> str:
        """What it wrote to standard output, or to standard error if it was to fail."""
        found = main(
            [str(argument) for argument in arguments],
            LawSource(open_law, compile_japan, purposes_of_japan, legal_sources, open_law_with_drafts),
        )
        captured = self._capsys.readouterr()
        assert found == status, captured.err
        return captured.err if status else captured.out


def test_a_journal_from_an_empty_folder_to_a_restored_backup(kyosei: Runner, folder: Path) -> None:
    data, copy = folder / "data", folder / "copy"
    made = kyosei("journal", "init", "--data", data, "--origin", "log.test/1")
    log_key = line_of(made, "log key")
    kyosei("journal", "register", "authority:isa", "--data", data)
    file = folder / "lines.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    signed = folder / "signed"
    signed.write_text(kyosei("journal", "sign", file, "--as", "authority:isa", "--data", data), encoding="ascii")

    receipts = kyosei("submit", signed, "--data", data, "--format", "json")
    assert [json.loads(line)["sequence"] for line in receipts.splitlines()] == [2, 3]
    assert kyosei("submit", signed, "--data", data, "--format", "json") == receipts
    recorded = [json.loads(line)["recorded_at"] for line in receipts.splitlines()]
    assert [str(datetime.fromisoformat(at).utcoffset()) for at in recorded] == ["0:00:00", "0:00:00"]
    page = kyosei("submit", signed, "--data", data)
    assert [line_of(page, "recorded at"), line_of(page, "entry")] == [recorded[0], "2"]
    shown = kyosei("journal", "status", "--data", data).splitlines()
    assert (shown[0], shown[3:5]) == ("4 entries, each in the public log", ["log.test/1", "4"])
    status = json.loads(kyosei("journal", "status", "--data", data, "--format", "json"))
    assert (status["entries"], status["looks"], status["access_head"]) == (4, 0, None)
    verified = kyosei("journal", "verify", "--data", data)
    assert verified.splitlines()[0] == "4 entries verified, 0 of them erased"
    assert verified.split()[-1] in kyosei("log", "verify", data / "log", "--key", log_key)
    assert kyosei("journal", "rebuild", "--data", data) == "rebuilt from 4 entries\n"

    assert "4 entries" in kyosei("journal", "backup", folder / "backup.gz", "--data", data)
    kyosei("journal", "init", "--data", copy)
    (copy / "keys" / "root.jwk").write_bytes((data / "keys" / "root.jwk").read_bytes())
    assert kyosei("journal", "restore", folder / "backup.gz", "--data", copy).startswith("4 entries restored\n")
    assert kyosei("journal", "verify", "--data", copy) == verified
    assert oct((data / "keys" / "root.jwk").stat().st_mode)[-3:] == "600"
    assert oct((data / "keys").stat().st_mode)[-3:] == "700"


def line_of(page: str, name: str) -> str:
    """The first word behind a name on a page."""
    return next(line.split(name)[1].split()[0] for line in page.splitlines() if line.strip().startswith(name))


def test_an_institution_keeps_its_own_key(kyosei: Runner, folder: Path) -> None:
    data, key = folder / "d", folder / "isa.jwk"
    kyosei("journal", "init", "--data", data)
    made = json.loads(kyosei("journal", "key", key, "--format", "json"))
    assert oct(key.stat().st_mode)[-3:] == "600"
    registered = kyosei("journal", "register", "authority:isa", "--public-key", made["public_key"], "--data", data)
    assert line_of(registered, "key id") == made["key_id"]
    assert not (data / "keys" / "parties").exists()
    (folder / "l").write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    (folder / "s").write_text(kyosei("journal", "sign", folder / "l", "--key", key), encoding="ascii")
    assert kyosei("submit", folder / "s", "--data", data).count("in the journal and in the public log") == 2
    assert "name a new file" in kyosei("journal", "key", key, status=2)


def test_a_registration_that_is_refused_leaves_no_key(kyosei: Runner, folder: Path) -> None:
    data = folder / "d"
    kyosei("journal", "init", "--data", data)
    assert "unknown role" in kyosei(
        "journal", "register", "org:x", "--declares-role", "queen", "--data", data, status=2
    )
    assert line_of(kyosei("journal", "register", "org:x", "--data", data), "public key")


def test_refused_entries_are_named_with_file_line_and_reason(kyosei: Runner, folder: Path) -> None:
    kyosei("journal", "init", "--data", folder / "d")
    kyosei("journal", "register", "org:acme", "--data", folder / "d")
    (folder / "l").write_text(json.dumps(STATUS) + "\n", encoding="utf-8")
    (folder / "s").write_text(kyosei("journal", "sign", folder / "l", "--as", "org:acme", "--data", folder / "d"))
    said = kyosei("submit", folder / "s", "--data", folder / "d", status=2)
    assert said.startswith(f"{folder / 's'}:1: s-1: the key of org:acme cannot sign what 'authority:isa' says")
    assert "1 of 1 entries were refused" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("journal", "status", "--data", "none"), "kyosei journal init"),
        (("journal", "sign", "-", "--as", "org:acme", "--data", "none"), "kyosei journal register"),
        (("journal", "init", "--data", "/proc/none"), "/proc/none"),
        (("journal", "sign", "-"), "--key FILE, or --as PARTY"),
        (("journal", "sign", "-", "--as", "org:acme"), "--data DIR"),
        (("journal", "sign", "-", "--key", "none"), "kyosei journal key"),
        (("journal", "register", "org:x", "--public-key", "abc", "--data", "none"), "43 characters"),
        (("journal", "seal", "--as", "org:keeper", "--data", "none"), "kyosei journal register"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(
    kyosei: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder)
    assert said in kyosei(*arguments, status=2)


def test_other_commands_load_neither_database_nor_keys() -> None:
    seen = "import sys, kyosei.cli.main; print({'sqlalchemy', 'alembic', 'psycopg', 'joserfc'} & set(sys.modules))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    found = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout == "set()\n"
