"""`kyosei norms --graph` as its users call it: a report, JSON, and a drawing for Graphviz."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from tests.cli.processes import called, kyosei


def test_the_report_says_where_a_failure_counts_and_which_right_stands_beside_it() -> None:
    answer = kyosei("norms", "--graph", "--norm", "jp.pension.report-acquisition", "--lang", "en")
    assert (answer.status, answer.err) == (0, "")
    said = " ".join(answer.out.split())
    assert "the person may ask it of the employer" in said
    assert "→ jp.pr.pension: is not failed by it; an official weighs it (breached)" in said
    assert "+ right: jp.pension.right-to-confirmation: Ask any pension office, free of charge" in said
    assert "exception: certificate of coverage abroad (Act on Social Security Agreements art. 24(1))" in said
    assert "jp.immigration" not in said


def test_the_json_of_the_law_of_japan_is_as_its_schema_says() -> None:
    answer = kyosei("norms", "--graph", "--format", "json")
    document = json.loads(answer.out)
    jsonschema.validate(document, json.loads(called(["schemas", "norms-graph"]).out), jsonschema.Draft202012Validator)
    ids = {norm["id"] for norm in document["norms"]}
    assert all({edge["from"], edge["to"]} <= ids for edge in document["edges"])


@pytest.mark.parametrize("lang", ["ja", "ja-easy", "en"])
def test_the_drawing_names_each_norm_once_and_only_norms_that_it_has(lang: str) -> None:
    answer = kyosei("norms", "--graph", "--format", "dot", "--lang", lang)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    boxes = [line.split('"')[1] for line in lines if line.startswith("    ")]
    arrows = [
        re.match(r'  "([^"]+)" -> "([^"]+)" \[style=\w+, label="\w+"\];$', line) for line in lines if "->" in line
    ]
    assert len(boxes) == len(set(boxes)) == 1 + answer.out.count('" [label="') - 1
    assert arrows
    assert all(arrow is not None and set(arrow.groups()) <= set(boxes) for arrow in arrows)
    assert (lines[0][:9], lines[-1], answer.out.count("{")) == ('digraph "', "}", answer.out.count("}"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--graph", "--norm", "jp.none"], "there is no norm 'jp.none'; `kyosei norms` lists them\n"),
        (["--norm", "small.stay"], "--norm and --format dot are about the graph; add --graph\n"),
        (["--format", "dot"], "--norm and --format dot are about the graph; add --graph\n"),
    ],
)
def test_what_cannot_be_shown_is_refused(arguments: list[str], message: str) -> None:
    answer = called(["norms", *arguments])
    assert (answer.status, answer.out, answer.err) == (2, "", message)
