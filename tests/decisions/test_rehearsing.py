"""Dossiers of people who do not exist: what an officer would see, never to be sealed, and of many sorts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kyosei.decisions.document import dossier_schema, read_dossier
from tests.cli.processes import kyosei


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town") / "town"
    assert kyosei("world", "make", str(folder), "--persons", "25", "--seed", "3").status == 0
    return folder


def test_dossiers_of_many_sorts_are_written_with_what_is_behind_them(town: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rehearsal"
    done = kyosei("decisions", "rehearse", str(town), str(folder), "--count", "6", "--of", "25")
    assert done.status == 0, done.err
    assert (folder / "judgements.csv").read_text().splitlines() == [
        "dossier,reader,granted", *(f"{number:03},," for number in range(1, 7)),
    ]  # fmt: skip
    sorts, people = set(), set()
    for number in range(1, 7):
        content = (folder / f"{number:03}" / "dossier.json").read_bytes()
        Draft202012Validator(dossier_schema()).validate(json.loads(content))
        dossier = read_dossier(content)
        assert "rehearsal" in dossier.program
        assert dossier.assembled.findings
        assert all(not one.considered for one in dossier.opinion.factors)
        sorts.add(dossier.assembled.same_facts)
        people.add(dossier.assembled.application.person)
    assert (len(people), len(sorts) > 3) == (6, True)
    records = folder / "001" / "records.jsonl"
    assert kyosei("check", str(records), "--on", "2026-11-20", "--lang", "en").status == 0
    again = tmp_path / "again"
    assert kyosei("decisions", "rehearse", str(town), str(again), "--count", "6", "--of", "25").status == 0
    assert all(
        (again / f"{n:03}" / name).read_bytes() == (folder / f"{n:03}" / name).read_bytes()
        for n in range(1, 7) for name in ("dossier.json", "records.jsonl")
    )  # fmt: skip


def test_what_cannot_be_rehearsed_is_refused(town: Path, tmp_path: Path) -> None:
    many = kyosei("decisions", "rehearse", str(town), str(tmp_path / "many"), "--count", "26", "--of", "25")
    assert (many.status, "raise --of" in many.err) == (2, True)
    nowhere = kyosei("decisions", "rehearse", str(tmp_path), str(tmp_path / "x"))
    assert (nowhere.status, "kyosei world make" in nowhere.err) == (2, True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "kept").write_text("kept")
    full = kyosei("decisions", "rehearse", str(town), str(tmp_path / "full"), "--of", "25")
    assert (full.status, "something already" in full.err) == (2, True)
