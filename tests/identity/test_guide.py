"""The guide to linking is followed word for word."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kyosei.facts.links import standing_links
from kyosei.identity.persons import join
from tests.cli.processes import surroundings
from tests.cli.test_link import CARD, CARDS, INSURED, PENSIONS, Directory, directory
from tests.docs.guides import ROOT, blocks_of
from tests.forking.processes import wrapper

__all__ = ["directory"]

GUIDE = blocks_of("link-persons.md")


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:  # Any: whatever the guide's lines define
    """What the guide's blocks define, run one after another."""
    defined: dict[str, Any] = {"secret": bytes(range(32))}
    for block in GUIDE.values():
        if block.language == "python":
            exec(compile(block.text, block.title, "exec"), defined)
    return defined


def test_the_numbers_are_kept_as_they_are_printed(names: dict[str, Any]) -> None:
    assert (names["card"].value, names["number"].value) == ("AB12345678CD", "1234-567890")
    assert "12345678" not in names["at_isa"]


def test_the_two_candidates_are_within_reach_of_each_other(names: dict[str, Any]) -> None:
    assert [p.candidate.right for p in names["proposals"]] == [names["at_pension"], "person:another"]
    assert not any(proposal.is_alone for proposal in names["proposals"])


def test_the_link_joins_and_its_end_restores(names: dict[str, Any]) -> None:
    both = [names["at_isa"], names["at_pension"]]
    assert len(names["persons"].members) == 1
    assert join(both, standing_links(names["ended"], 2)) == join(both, standing_links([], 2))


def test_the_dispute_is_told_to_both(names: dict[str, Any]) -> None:
    assert {notice.to for notice in names["told"]} == {names["at_isa"], names["at_pension"]}


def run(title: str, folder: Path, **places: str) -> str:
    """What the commands of a block print; each place that it leaves open is filled."""
    text = GUIDE[title].text.replace("kyosei ", f"{wrapper(folder / 'kyosei-wrapper')} ")
    for place, filled in places.items():
        text = text.replace(place, filled)
    environment = surroundings(PYTHONPATH=str(ROOT / "src"))
    ran = subprocess.run(
        ["sh", "-e", "-c", text], cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_the_commands_of_the_guide_run(directory: Directory, tmp_path: Path) -> None:
    (tmp_path / "cards.jsonl").write_text(CARDS, "utf-8")
    (tmp_path / "insured.jsonl").write_text(PENSIONS, "utf-8")
    assert "nobody else is within reach" in run("look for candidates", tmp_path)
    receipt, shown = run("link two ids", tmp_path, DIR=str(directory.path)).split("\n", 1)
    link, _ = receipt.split(": ")
    assert f"one person's ids: {CARD}, {INSURED}" in shown
    run("dispute, resolve and end", tmp_path, LINK=link, DISPUTE="dispute-1")
    written = [json.loads((tmp_path / f"{name}.jsonl").read_text()) for name in ("dispute", "resolution", "end")]
    assert [(line["type"], line["target"]) for line in written] == [
        ("dispute", link), ("resolution", "dispute-1"), ("unlink", link),
    ]  # fmt: skip
