"""`kyosei norms --matrix` as its users call it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.cli.processes import called, kyosei


def test_the_report_has_every_failure_with_its_systems_norms_and_parties() -> None:
    answer = kyosei("norms", "--matrix", "--lang", "en")
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.partition(" ·")[0] for line in lines if line and not line.startswith(" ")][1:] == [
        "Unauthorised employment", "Missing social insurance", "Unstable residence status",
        "Work unrelated to the status", "People left without support", "about none of the failures",
    ]  # fmt: skip
    assert "    jp.pension.report-acquisition (employer, person): Report a newly" in answer.out


def test_the_json_of_the_law_of_japan_is_as_its_schema_says_and_leaves_no_row_empty() -> None:
    document = json.loads(kyosei("norms", "--matrix", "--format", "json").out)
    jsonschema.validate(document, json.loads(called(["schemas", "norms-matrix"]).out), jsonschema.Draft202012Validator)
    for name in ("systems", "failures"):
        for theme in document[name]:
            assert [norm["id"] for norm in document["norms"] if theme["id"] in norm[name]], theme["id"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--matrix", "--graph"], "--graph and --matrix are two answers; ask for one of them\n"),
        (["--matrix", "--format", "dot"], "--norm and --format dot are about the graph; add --graph\n"),
    ],
)
def test_two_answers_at_once_are_refused(arguments: list[str], message: str) -> None:
    assert called(["norms", *arguments]).err == message
