"""P26: an answer made under a law can be had again under it, also after the law has changed: `--law VERSION`."""

from __future__ import annotations

import json

import pytest

from kyosei.wiring import find_law, open_law, released_versions
from tests.cli.processes import KNOWN, LIFE, ON, Answer, kyosei

ABOUT = ("--norm", "jp.pension.report-acquisition", "--about", "person:hoa,org:acme")
DIFFERENT_TIMES = ("--known", "2026-11-01T00:00:00Z", "--known", "2026-11-26T00:00:00Z")
COMMANDS = {
    "check": ("check", LIFE, *ON, *KNOWN),
    "explain": ("explain", LIFE, *ABOUT, *ON, *KNOWN),
    "timeline": ("timeline", LIFE, *ABOUT, *KNOWN),
    "diff": ("diff", LIFE, *ON, *DIFFERENT_TIMES),
}
NOW = open_law().law.version


@pytest.mark.parametrize("name", COMMANDS)
def test_the_version_that_an_answer_names_gives_the_identical_answer(name: str) -> None:
    """Where that version has been released, the answer is made from its file alone."""
    answer = kyosei(*COMMANDS[name], "--format", "json")
    assert (answer.status, json.loads(answer.out)["law"]) == (0, NOW)
    assert kyosei(*COMMANDS[name], "--format", "json", "--law", NOW) == answer


@pytest.mark.parametrize("version", released_versions())
def test_every_released_version_answers_under_its_own_name(version: str) -> None:
    answer = kyosei(*COMMANDS["check"], "--format", "json", "--law", version)
    assert (answer.status, answer.err) == (0, "")
    document = json.loads(answer.out)
    assert document["law"] == version
    assert {v["norm"] for v in document["verdicts"]} <= {norm.id for norm in find_law(version).norms}
    assert document["verdicts"]


def test_a_report_under_a_chosen_law_says_so_and_is_else_the_same() -> None:
    report = kyosei(*COMMANDS["explain"])
    assert kyosei(*COMMANDS["explain"], "--law", NOW) == Answer(0, f"Under the law {NOW}\n{report.out}", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_version_is_refused_with_those_that_there_are(name: str) -> None:
    there_are = ", ".join(dict.fromkeys([*released_versions(), NOW]))
    assert kyosei(*COMMANDS[name], "--law", "jp@0000000000000000") == Answer(
        2, "", f"there is no law 'jp@0000000000000000'; there are {there_are} (the last is the law as it is now)\n"
    )
