"""What the commands print as JSON is what the published schemas say."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import jsonschema
import pytest

from tests.cli.processes import KNOWN, LIFE, ON, called

EARLIER = ("--known", "2026-11-01T00:00:00Z", "--known", "2026-11-26T00:00:00Z")
JSON = ("--format", "json")
OUTPUTS = {
    "check": ("check", ["check", LIFE, *ON, *JSON]),
    "check_of_everything": ("check", ["check", LIFE, *ON, *KNOWN, *JSON, "--obligations", "--norm", "small.report",
                                      "--norm", "small.hours", "--norm", "small.contribution"]),
    "check_of_nothing": ("check", ["check", "-", *ON, *JSON]),
    "explain": ("explain", ["explain", LIFE, *ON, *KNOWN, *JSON, "--norm", "small.report", "--about", "person:hoa"]),
    "explain_in_easy_japanese": ("explain", ["explain", LIFE, *ON, *KNOWN, *JSON, "--norm", "small.report", "--about",
                                             "org:beta", "--lang", "ja-easy"]),
    "timeline": ("timeline", ["timeline", LIFE, *KNOWN, *JSON, "--norm", "small.report", "--about", "person:hoa"]),
    "timeline_of_a_month": ("timeline", ["timeline", LIFE, *JSON, "--norm", "small.contribution", "--about",
                                         "person:minh", "--instance", "2026-08-01"]),
    "diff": ("diff", ["diff", LIFE, *ON, *EARLIER, *JSON]),
    "norms": ("norms", ["norms", *JSON]),
    "norms_graph": ("norms-graph", ["norms", "--graph", *JSON]),
    "norms_graph_of_one": ("norms-graph", ["norms", "--graph", "--norm", "small.report", *JSON]),
    "norms_matrix": ("norms-matrix", ["norms", "--matrix", *JSON]),
    "law_calendar": ("law-calendar", ["law", "calendar", "--from", "2026-01-01", *JSON]),
    "vocabulary": ("vocabulary", ["vocabulary", *JSON]),
}  # fmt: skip


def schema(name: str) -> dict[str, Any]:  # Any: JSON of any shape
    found: dict[str, Any] = json.loads(called(["schemas", name]).out)
    return found


@pytest.mark.parametrize("case", OUTPUTS)
def test_an_output_is_as_its_schema_says(case: str) -> None:
    name, arguments = OUTPUTS[case]
    answer = called(arguments)
    assert (answer.status, answer.err) == (0, "")
    published = schema(name)
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(answer.out), published, jsonschema.Draft202012Validator)


def test_schemas_without_a_name_are_all_of_them() -> None:
    found = json.loads(called(["schemas"]).out)
    assert list(found) == [
        "check", "explain", "timeline", "diff", "norms", "vocabulary", "plan", "person-show", "person-read",
        "person-purposes", "link-show", "link-candidates", "link-line", "law-check", "law-calendar", "law-shadow", "norms-graph",
        "norms-matrix", "notices-list", "notices-show", "cases-list", "cases-show",
        "cases-gateways", "cases-quality", "watch", "signals", "case-file-line", "bundle",
        "receipt", "application", "application-receipt",
        "decisions-outlook", "decisions-check", "decisions-show", "decisions-replay",
            "decisions-review", "decisions-defective", "decisions-list",
            "decisions-consistency", "decisions-stability", "decisions-noise", "decisions-process",
            "dossier", "dossier-bundle", "check-record", "world-score", "world-signals",
    ]  # fmt: skip


def test_a_schema_refuses_a_state_that_there_is_not() -> None:
    document = json.loads(called(["check", LIFE, *ON, *JSON]).out)
    document["verdicts"][0]["state"] = "guilty"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema("check"), jsonschema.Draft202012Validator)


def test_a_timeline_has_no_gap_and_is_split_where_projected_changes() -> None:
    arguments = ["timeline", LIFE, *KNOWN, *JSON, "--norm", "small.report", "--about", "person:hoa"]
    segments = json.loads(called(arguments).out)["segments"]
    assert segments[0]["from"] is None
    assert segments[-1]["until"] is None
    assert all(a["until"] == b["from"] for a, b in pairwise(segments))
    kept = [(s["state"], tuple(s["causes"]), s["projected"]) for s in segments]
    assert all(a != b for a, b in pairwise(kept))
    assert segments[-1]["projected"]
