"""Answers from a journal: the same as before when asked as of a position, whatever was entered since; and bundles of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kyosei.errors import EntryRefusedError
from kyosei.journal.directory import Registration, initialise, open_journal, register, signing_key
from kyosei.journal.registry import ROOT
from tests.bundles.worlds import Line
from tests.cli.processes import LIFE, called
from tests.journal.server import temporary_folder

HOA = ("--about", "person:hoa")
REPORT = ("--norm", "small.report")
JSON = ("--format", "json")
SELF = ("--purpose", "own.records", "--role", "person", "--as", "person:hoa", "--basis", "415AC0000000057/76/1")
OFFICE = (
    "--purpose", "small.office", "--role", "officer", "--as", "staff:1", "--organisation", "authority:pension-service",
    "--basis", "415AC0000000057/76/1", "--case", "case-1",
)  # fmt: skip
ON = ("--on", "2026-11-20")


@dataclass(frozen=True)
class Filled:
    """A data directory, what was answered when half of it was there, and the position then."""

    path: Path
    before: dict[str, str]
    position: int


QUESTIONS = {
    "check": ["check", *ON, *HOA, *JSON],
    "check_of_one_norm": ["check", *ON, *HOA, *REPORT, *JSON, "--obligations"],
    "explain": ["explain", *ON, *HOA, *REPORT, *JSON],
    "timeline": ["timeline", *HOA, *REPORT, *JSON],
}


@pytest.fixture(scope="module")
def filled() -> Iterator[Filled]:
    with temporary_folder() as folder:
        path = folder / "data"
        initialise(path, "log.example.jp/2026")
        lines: list[Line] = [json.loads(line) for line in Path(LIFE).read_text("utf-8").splitlines()]
        lines.sort(key=lambda line: line.get("recorded_at") or line.get("stated_at", ""))
        half = len(lines) - 4
        enter(path, lines[:half], 1_800_000_000_000_000)
        before = {name: answer(path, question) for name, question in QUESTIONS.items()}
        position = json.loads(before["check"])["position"]
        enter(path, lines[half:], 1_800_100_000_000_000)
        yield Filled(path, before, position)


def enter(path: Path, lines: list[Line], now: int) -> None:
    """Enters lines; `now` is after all that they say, in microseconds."""
    with open_journal(path, {}, lambda: now) as (journal, _):
        party = "org:everybody"
        if journal.size() == 0:
            roles = ["employer", "supporter", "host", "municipality"]
            register(journal, path, Registration(party, speaks_for=["*"], declares_roles=roles), now)
        key = signing_key(path, party)
        for line in lines:
            content = {name: value for name, value in line.items() if name != "recorded_at"}
            (said,) = journal.submit([key.sign(content)])
            assert not isinstance(said, EntryRefusedError), str(said)


def answer(path: Path, question: list[str], *more: str) -> str:
    found = called([*question, "--data", str(path), *SELF, *more])
    assert (found.status, found.err) == (0, "")
    return found.out


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_as_of_a_position_is_the_answer_given_then(name: str, filled: Filled) -> None:
    assert answer(filled.path, QUESTIONS[name], "--as-of", str(filled.position)) == filled.before[name]
    now: dict[str, Any] = json.loads(answer(filled.path, QUESTIONS[name]))
    assert now["position"] > filled.position
    schema = json.loads(called(["schemas", name.partition("_")[0]]).out)
    jsonschema.validate(now, schema, jsonschema.Draft202012Validator)


def test_a_bundle_is_exported_and_verified(filled: Filled, tmp_path: Path) -> None:
    file = tmp_path / "verdict.json"
    exported = called(["bundle", "export", str(file), "--data", str(filled.path), *ON, *HOA, *REPORT, *SELF])
    assert (exported.status, exported.err) == (0, "")
    root = signing_key(filled.path, ROOT).public.text
    assert exported.out.endswith(f"root key {root}\n")
    key = (filled.path / "keys" / "log.public").read_text("utf-8").strip()
    verified = called(["bundle", "verify", str(file), "--root", root, "--key", key])
    assert (verified.status, verified.err) == (0, "")
    assert verified.out.startswith("small.report: verified\n")
    jsonschema.validate(json.loads(file.read_bytes()), json.loads(called(["schemas", "bundle"]).out))
    again = called(["bundle", "export", str(file), "--data", str(filled.path), *ON, *HOA, *REPORT, *SELF])
    assert again.status == 2
    assert "name a new file" in again.err
    file.write_bytes(file.read_bytes().replace(b'"state":"', b'"state":"x', 1))
    changed = called(["bundle", "verify", str(file), "--root", root, "--key", key])
    assert (changed.status, changed.out) == (1, "")
    assert changed.err.startswith("answer: the verdict is not the one")


def test_a_receipt_is_taken_and_verified(tmp_path: Path) -> None:
    told: Line = {
        "type": "statement", "id": "notice", "kind": "pension.acquisition_notice", "source": "authority:pension-service",
        "about": {"person": "person:hoa", "employer": "org:acme"}, "on": "2026-04-02", "data": {"acquired_on": "2026-04-01"},
        "stated_at": "2026-04-02T18:00:00+09:00",
    }  # fmt: skip
    lines: list[Line] = [json.loads(line) for line in Path(LIFE).read_text("utf-8").splitlines()]
    with temporary_folder() as folder:
        initialise(folder / "data", "log.example.jp/2026")
        enter(folder / "data", [*lines, told], 1_800_000_000_000_000)
        take_and_verify(folder / "data", tmp_path / "receipt.json")


def take_and_verify(data: Path, file: Path) -> None:
    taken = called(["receipt", "take", str(file), "--data", str(data), *HOA, *REPORT, *SELF])
    assert (taken.status, taken.err) == (0, "")
    root = signing_key(data, ROOT).public.text
    key = (data / "keys" / "log.public").read_text("utf-8").strip()
    verified = called(["receipt", "verify", str(file), "--root", root, "--key", key])
    assert (verified.status, verified.err) == (0, "")
    assert verified.out.startswith("small.report: met on ")
    assert "signed by" in verified.out
    jsonschema.validate(json.loads(file.read_bytes()), json.loads(called(["schemas", "receipt"]).out))
    again = called(["receipt", "take", str(file), "--data", str(data), *HOA, *REPORT, *SELF])
    assert (again.status, "name a new file" in again.err) == (2, True)
    file.write_bytes(file.read_bytes().replace(b'"due":"20', b'"due":"21', 1))
    changed = called(["receipt", "verify", str(file), "--root", root, "--key", key])
    assert (changed.status, changed.out) == (1, "")
    assert changed.err.startswith("seal: ")


@pytest.mark.parametrize("question", [name for name in QUESTIONS if name != "check"])
def test_an_office_is_answered_as_the_person_is_about_its_norms(question: str, filled: Filled) -> None:
    own, found = (
        json.loads(called([*QUESTIONS[question], "--data", str(filled.path), *asker]).out) for asker in (SELF, OFFICE)
    )
    assert found == own


def test_an_office_is_answered_about_no_other_norm(filled: Filled) -> None:
    found = json.loads(called([*QUESTIONS["check"], "--data", str(filled.path), *OFFICE]).out)
    assert {verdict["norm"] for verdict in found["verdicts"]} == {"small.report"}
    for command in (["check", *ON], ["explain", *ON], ["timeline"]):
        other = called([*command, *HOA, "--norm", "small.stay", "--data", str(filled.path), *OFFICE])
        assert (other.status, other.out) == (2, "")
        assert "small.stay is none of the norms of this purpose; it answers small.report" in other.err


def test_several_persons_are_checked_by_one_look_at_each_and_none_is_answered_if_one_is_refused(filled: Filled) -> None:
    question = ["check", *ON, "--data", str(filled.path), *OFFICE]
    alone, both = (json.loads(called([*question, *HOA, *more, *JSON]).out) for more in ((), ("--about", "person:minh")))
    assert both["position"] == alone["position"]
    assert [one for one in both["verdicts"] if one["about"]["person"] == "person:hoa"] == alone["verdicts"]
    assert {one["about"]["person"] for one in both["verdicts"]} <= {"person:hoa", "person:minh"}
    refused = called([*question, "--about", "person:minh,person:nobody"])
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("person:nobody: ")
    for person, looks in (("person:minh", 2), ("person:nobody", 1)):
        own = called(["person", "show", person, "--data", str(filled.path), *JSON])
        seen = json.loads(own.out)["accesses"]["usages"] if own.status == 0 else [own.err]
        assert len([one for one in seen if "small.office" in str(one) or "unknown-subject" in str(one)]) == looks


def test_an_office_exports_no_bundle(filled: Filled, tmp_path: Path) -> None:
    file = tmp_path / "verdict.json"
    found = called(["bundle", "export", str(file), "--data", str(filled.path), *ON, *HOA, *REPORT, *OFFICE])
    assert (found.status, found.out, file.exists()) == (2, "", False)
    assert "[entries-are-whole]" in found.err


@pytest.mark.parametrize(
    ("asker", "said"),
    [
        (OFFICE[2:], "[no-purpose]"),
        (OFFICE[:2] + OFFICE[4:], "say with --role"),
        (OFFICE[:4] + OFFICE[6:], "say with --as"),
        (OFFICE[:8] + OFFICE[10:], "[no-basis]"),
        (OFFICE[:10], "[case-missing]"),
        ((), "say with --as"),
    ],
    ids=["purpose", "role", "as", "basis", "case", "nothing"],
)
def test_a_look_that_does_not_say_who_or_why_is_refused_in_one_line(
    asker: tuple[str, ...], said: str, filled: Filled
) -> None:
    for question in QUESTIONS.values():
        found = called([*question, "--data", str(filled.path), *asker])
        assert (found.status, found.out, found.err.count("\n")) == (2, "", 1)
        assert said in found.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", *ON], "name case files"),
        (["check", LIFE, *ON, *SELF], "name its data directory with --data"),
        (["check", LIFE, *ON, "--as-of", "3"], "name its data directory with --data"),
        (["check", LIFE, *ON, "--data", "somewhere"], "leave out the files"),
        (["check", *ON, "--data", "somewhere", "--about", "org:acme"], "name with --about the person"),
        (["timeline", "--data", "somewhere", "--about", "person:hoa,person:minh", *REPORT], "here are 2"),
        (["bundle", "verify", LIFE, "--root", "x", "--key", "x"], "verifier key"),
    ],
)
def test_what_cannot_be_answered_is_refused(arguments: list[str], said: str) -> None:
    found = called(arguments)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
