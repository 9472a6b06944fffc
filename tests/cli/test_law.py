"""`kyosei law check`: what drifted is named with who must read it again; the exit status says whether anything did."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.processes import Answer, called, kyosei
from tests.statutes.texts import write_texts

STAY = {"2-2": "**第二条の二**　本邦に在留する外国人は、在留資格をもつて在留する。"}
IMMIGRATION_ACT = "326CO0000000319"
TEXTS = Path(__file__).parents[2].parent / "shared/law/text"


@pytest.fixture
def texts(tmp_path: Path) -> str:
    return str(write_texts(tmp_path / "texts", STAY, "2026-06-14", law=IMMIGRATION_ACT))


@pytest.fixture
def elsewhere(tmp_path: Path) -> str:
    return str(write_texts(tmp_path / "texts", {"1": "**第一条**　別の法律。"}, "2026-06-14"))


def test_a_provision_that_nobody_read_is_drift_and_names_its_norm(texts: str) -> None:
    answer = called(["law", "check", "--text", texts, "--lang", "en"])
    assert (answer.status, answer.err) == (1, "")
    assert "✗ Immigration Control and Refugee Recognition Act art. 2-2(1)" in answer.out
    assert "nothing is recorded of how it read · text of 2026-06-14" in answer.out
    assert "it is not there (no such article)" in answer.out
    assert "norms: small.hours, small.stay" in answer.out


def test_nothing_at_hand_is_no_drift_and_every_citation_is_listed(elsewhere: str) -> None:
    answer = called(["law", "check", "--text", elsewhere, "--lang", "en"])
    assert (answer.status, answer.err) == (0, "")
    assert "0 provisions read as they did" in answer.out
    assert " ".join(answer.out.split()).count("no text of this law is at hand") == 6


@pytest.mark.parametrize("lang", ["ja", "ja-easy"])
def test_the_report_is_in_japanese_too(texts: str, lang: str) -> None:
    out = called(["law", "check", "--text", texts, "--lang", lang]).out
    assert "出入国管理及び難民認定法第2条の2第1項" in out
    assert "small.stay" in out


@pytest.mark.parametrize("folder", ["texts", "elsewhere"])
def test_the_json_is_as_its_schema_says(folder: str, request: pytest.FixtureRequest) -> None:
    answer = called(["law", "check", "--text", request.getfixturevalue(folder), "--format", "json"])
    document = json.loads(answer.out)
    jsonschema.validate(document, json.loads(called(["schemas", "law-check"]).out), jsonschema.Draft202012Validator)
    assert bool(document["drift"]) == bool(answer.status) == (folder == "texts")
    assert {by["id"] for by in document["read_again"]} == (
        {"small.hours", "small.stay"} if folder == "texts" else set()
    )


def test_a_folder_without_texts_is_bad_input(tmp_path: Path) -> None:
    answer = called(["law", "check", "--text", str(tmp_path)])
    assert answer == Answer(2, "", f"{tmp_path}: no articles*.jsonl; give the folder that holds the law texts\n")
    assert called(["law", "check"]).status == 2


def test_the_law_of_japan_reads_as_it_did() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the texts of the law are not beside this checkout")
    answer = kyosei("law", "check", "--text", str(TEXTS), "--lang", "en")
    assert (answer.status, answer.err) == (0, "")
    assert "READ AGAIN" not in answer.out
