"""The programs of the guide to the API, run word for word and one after the other, as the program of an office would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kyosei.journal.directory import DataDirectory
from kyosei.log import Policy, read_verifier_key
from kyosei.log.proofs import read_proof, verify_proof
from tests.docs.guides import Block, blocks_of
from tests.web.client import Client
from tests.web.conftest import Served
from tests.web.noon import NOON

ISA = "authority:isa"


@pytest.fixture
def program(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:  # Any: its names
    monkeypatch.setattr("time.time", lambda: NOON / 1_000_000)
    monkeypatch.setenv("no_proxy", "*")
    person = next(one for one in Client(served.address).get("/sign-in?lang=en").text.split('"') if "person:p" in one)
    return {
        "PORTAL": f"http://{served.address}", "INSTITUTION": ISA, "ROLE": "officer",
        "KEY_FILE": str(DataDirectory(served.data).party_key(ISA)), "PERSON": person.removeprefix("person="),
        "PURPOSE": "immigration.examination", "BASIS": "326CO0000000319/59-2/1", "KIND": "residence.presence", "DATA": {},
        "SAID_AT": "2026-11-22T09:00:00+09:00", "PROOF_FILE": str(tmp_path / "proof"),
    }  # fmt: skip


def test_the_programs_of_the_guide_do_what_it_says(
    served: Served, program: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    for title, block in blocks_of("use-the-api.md").items():
        run(block, program)
        said = capsys.readouterr().out.splitlines()
        match title:
            case "ask about a person":
                assert any(line.startswith("jp.immigration.lawful-stay ") for line in said)
                assert said[-1] == "nothing is different"
            case "read a long list":
                assert len(program["cases"]) == program["page"]["total"]
            case "send what you say":
                assert said == [f"entry {program['receipt']['sequence']}"] * 2
            case "ask what is another since":
                assert program["changed"]["verdicts"] == []
            case "keep the proof":
                assert_proven(served, program)
            case "ask with curl":
                assert [one["norm"] for one in json.loads(said[0])["verdicts"]] == [
                    one["norm"] for one in program["found"]["verdicts"]
                ]
            case "send with curl":
                assert json.loads(said[0])["entries"] == [program["receipt"]]


def assert_proven(served: Served, program: dict[str, Any]) -> None:
    """The file that the guide keeps shows, offline, that the log has the entry."""
    key = DataDirectory(served.data).log_public.read_text(encoding="utf-8").strip()
    policy = Policy.of([read_verifier_key(key)], [], None)
    leaf = bytes.fromhex(program["receipt"]["commitment"])
    assert (
        verify_proof(read_proof(Path(program["PROOF_FILE"]).read_bytes()), leaf, policy).index
        == program["receipt"]["sequence"]
    )


def run(block: Block, names: dict[str, Any]) -> None:
    """As a reader would: Python in one session, and what is for a shell by a shell that has the same names."""
    if block.language == "python":
        exec(compile(block.text, block.title, "exec"), names)
        return
    assert block.language == "bash"
    shell = {name: value for name, value in names.items() if name.isupper() and isinstance(value, str)}
    shell |= {"ASSERTION": names["assertion"](), "ENVELOPE": names.get("envelope", "")}
    done = subprocess.run(
        ["bash", "-euc", block.text], env=os.environ | shell, capture_output=True, text=True, check=True
    )
    sys.stdout.write(done.stdout + "\n")
