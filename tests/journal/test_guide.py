"""docs/guides/keep-a-journal.md is followed word for word: its files are written, its commands run one after another."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.processes import surroundings
from tests.docs.guides import ROOT, blocks_of
from tests.forking.processes import wrapper
from tests.journal.server import temporary_folder

GUIDE = blocks_of("keep-a-journal.md")
REFUSED = "refused"
"""The block whose last command fails, as the guide says."""

LEARNT = {
    ("begin", "log key"): "LOG_KEY",
    ("at the institution", "public key"): "PUBLIC_KEY",
    ("at the institution", "key id"): "KEY_ID",
    ("the next key", "public key"): "NEXT_KEY",
}
"""What a block prints that later ones name in capitals."""


@dataclass
class Followed:
    """What the blocks printed, by their titles, and what was learnt from that."""

    folder: Path
    out: dict[str, str] = field(default_factory=dict)
    err: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def follow(self) -> None:
        for title, block in GUIDE.items():
            text = re.sub(r"\b[A-Z]+(?:_[A-Z]+)?\b", lambda found: self.words.get(found[0], found[0]), block.text)
            if block.language != "sh":
                (self.folder / title).write_text(text, "utf-8")
                continue
            done = subprocess.run(
                ["sh", "-eu", "-c", text], cwd=self.folder, capture_output=True, text=True, check=False,
                env=surroundings(
                    PATH=f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}", PYTHONPATH=str(ROOT / "src")
                ),
            )  # fmt: skip
            assert done.returncode == (2 if title == REFUSED else 0), f"{title}: {done.stderr}"
            self.out[title], self.err[title] = done.stdout, done.stderr
            for (where, name), word in LEARNT.items():
                if where == title:
                    self.words[word] = self.printed(title, name)

    def printed(self, title: str, name: str) -> str:
        """The word behind a name in what a block printed."""
        found = re.search(rf"^ *{name} +(\S+)", self.out[title], re.MULTILINE)
        assert found, self.out[title]
        return found[1]


@pytest.fixture(scope="module")
def followed() -> Iterator[Followed]:
    """The guide, followed from its first block to its last in an empty folder."""
    with temporary_folder() as folder:
        (folder / "bin").mkdir()
        wrapper(folder / "bin" / "kyosei")
        made = Followed(folder)
        made.follow()
        yield made


def test_entries_have_receipts_and_a_head_covers_the_looks(followed: Followed) -> None:
    assert followed.out["sign and submit"].count("in the journal and in the public log") == 2
    assert "access-head:1: in the journal" in followed.out["look and seal"]
    assert "2 looks, in agreement with head 1" in followed.out["look and seal"]
    assert "2 looks verified, 0 of them after the newest head" in followed.out["verify"]


def test_both_ways_of_verifying_print_the_same_root(followed: Followed) -> None:
    for title in ("verify", "erase"):
        assert len(set(re.findall(r"^ *root +([0-9a-f]{64})$", followed.out[title], re.MULTILINE))) == 1


def test_what_is_restored_verifies_and_is_all_of_it(followed: Followed) -> None:
    assert "nothing to enter" in followed.out["back up"]
    assert "5 entries restored" in followed.out["restore"]
    assert "5 entries verified" in followed.out["restore"]
    assert "2 looks verified, 0 of them" in followed.out["restore"]
    assert "3 entries restored\n2 looks verified, 2 of them" in followed.out["as it was at a position"]


def test_keys_change_and_are_revoked(followed: Followed) -> None:
    assert "key:isa:2: in the journal" in followed.out["change the key"]
    assert "[key-revoked]" in followed.err[REFUSED]
    assert "s-2: in the journal" in followed.out["taken"]


def test_an_erasure_leaves_a_log_that_verifies(followed: Followed) -> None:
    assert "verified, 1 of them erased" in followed.out["erase"]
    assert "log.example.jp/2026: verified" in followed.out["erase"]


def test_the_guide_shows_every_command_of_a_keeper() -> None:
    text = "".join(block.text for block in GUIDE.values() if block.language == "sh")
    shown = set(re.findall(r"kyosei journal (\w+)", text))
    assert shown == {"init", "key", "register", "sign", "seal", "status", "verify", "backup", "restore"}
