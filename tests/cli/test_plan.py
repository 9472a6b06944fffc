"""`kyosei plan` as its users call it: reports in three languages, JSON by its schema, clear refusals."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

from tests.cli.processes import HERE, Answer, called, kyosei

LIFE = str(HERE / "plan.life.jsonl")
MAI = ("plan", LIFE, "--goal", "permanent-residence", "--about", "person:mai")
REPORTS = {
    "plan.en": (*MAI, "--lang", "en"),
    "plan.ja": (*MAI, "--lang", "ja"),
    "plan.ja-easy": (*MAI, "--lang", "ja-easy"),
    "plan.draft.en": (*MAI, "--lang", "en", "--draft"),
    "plan.draft.ja": (*MAI, "--lang", "ja", "--draft"),
    "plan.later.en": (*MAI, "--lang", "en", "--on", "2027-05-01"),
}


def without_address(report: str) -> str:
    """The law's address changes with every norm; what is printed of this life does not."""
    return re.sub(r"jp-draft@[0-9a-f]+", "jp-draft@…", report)


@pytest.mark.parametrize("name", REPORTS)
def test_a_plan_reads_as_the_golden_one(name: str) -> None:
    answer = kyosei(*REPORTS[name])
    assert (answer.status, answer.err) == (0, "")
    assert without_address(answer.out) == (HERE / "golden" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("lang", ["ja", "ja-easy", "en"])
@pytest.mark.parametrize("life", ["marina", "duc", "sita", "agus", "putri"])
def test_no_line_is_wider_than_80_cells_and_none_speaks_of_a_breach(lang: str, life: str) -> None:
    folder = Path(__file__).parents[2] / "samples"
    files = [str(folder / f"{life}.jsonl"), str(folder / "offices.jsonl")]
    answer = kyosei("plan", *files, "--goal", "permanent-residence", "--about", f"person:{life}", "--lang", lang)
    assert (answer.status, answer.err) == (0, "")
    assert all(cell_len(line) <= 80 for line in answer.out.splitlines())
    assert not re.search(r"breach|violat|違反|不履行|不充足|%|％", answer.out)


@pytest.mark.parametrize("more", [(), ("--draft",), ("--lang", "ja-easy"), ("--on", "2040-01-01")])
def test_the_json_is_as_its_schema_says(more: tuple[str, ...]) -> None:
    answer = kyosei(*MAI, "--format", "json", *more)
    assert (answer.status, answer.err) == (0, "")
    found = json.loads(answer.out)
    published = json.loads(called(["schemas", "plan"]).out)
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(found, published, jsonschema.Draft202012Validator)
    assert found["law"].startswith("jp-draft@" if "--draft" in more else "jp@")
    assert (found["draft"] is not None) == ("--draft" in more)


def test_the_json_says_the_days_and_whose_turn_it_is() -> None:
    found = json.loads(kyosei(*MAI, "--format", "json", "--lang", "en").out)
    assert (found["on"], found["assumes_renewal_from"]) == ("2026-05-31", "2027-04-03")
    assert found["days"] == {"met": None, "by_records": None, "not_lacking": None}
    assert found["days_if_renewed"]["not_lacking"] == {"from": "2027-09-01", "until": None}
    years = next(one for one in found["requirements"] if one["verdict"]["norm"] == "jp.pr.years-of-residence")
    ways = {(way["text"], (way["days_if_renewed"]["by_records"] or {}).get("from")) for way in years["alternatives"]}
    assert ("ten years without interruption", "2028-04-01") in ways
    assert ("spouse: married three years, here one", "2027-09-01") in ways
    assert ("child: here one year", None) in ways
    tax = next(one for one in found["requirements"] if one["verdict"]["norm"] == "jp.pr.resident-tax")
    assert [(one["duty"], one["bearer"], one["instance"]) for one in tax["obstacles"]] == [
        ("late", "person:mai", "2025-06-30")
    ]


def test_a_draft_is_called_one_in_text_and_json() -> None:
    said = kyosei(*MAI, "--lang", "en", "--draft").out
    assert "A draft binds nobody" in " ".join(said.split())
    assert "From 2027-04-01 on any one of these would be enough (draft)" in " ".join(said.split())
    found = json.loads(kyosei(*MAI, "--format", "json", "--draft").out)
    assert found["draft"] == {"binding": False, "norms": ["jp.pr.years-of-residence"], "from": "2027-04-01"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plan", LIFE, "--goal", "citizenship", "--about", "person:mai"), "no goal 'citizenship'"),
        (("plan", LIFE, "--goal", "permanent-residence", "--about", "person:who"), "there is no party 'person:who'"),
        (
            ("plan", LIFE, "--goal", "permanent-residence", "--about", "org:minato-works"),
            "org:minato-works is an organisation; a plan is made for a person",
        ),
        ((*MAI, "--on", "2027-02-30"), "the calendar has no such day"),
        ((*MAI, "--draft", "--law", "jp@0123456789abcdef"), "leave out --law"),
        ((*MAI, "--law", "jp@0123456789abcdef"), "there is no law 'jp@0123456789abcdef'"),
        (("plan", "--goal", "permanent-residence", "--about", "person:mai"), "name case files"),
        (("plan", LIFE, "--about", "person:mai"), "Missing option '--goal'"),
        (("plan", LIFE, "--goal", "permanent-residence"), "Missing option '--about'"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(arguments: tuple[str, ...], message: str) -> None:
    answer = kyosei(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert message in answer.err


def test_under_a_law_without_goals_there_is_none_to_plan_for() -> None:
    answer = called(["plan", LIFE, "--goal", "permanent-residence", "--about", "person:mai"])
    assert isinstance(answer, Answer)
    assert answer.status == 2
    assert "there are: none" in answer.err
