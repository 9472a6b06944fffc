"""SECURITY.md: every threat names what shows that it is stopped or seen, and those tests are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.docs.guides import ROOT

ROW = re.compile(r"^\| (?!who |---)(?P<cells>.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(?P<file>tests/[\w/]+\.py)::(?P<test>test_\w+)`")


def rows() -> Iterator[list[str]]:
    """The rows of the tables of threats."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    for found in ROW.finditer(text):
        yield [cell.strip() for cell in found["cells"].split(" | ")]


def test_there_is_a_model() -> None:
    assert len(list(rows())) > 25


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row[0]}: {row[1]}"[:70])
def test_every_claim_names_tests_that_are_there(row: list[str]) -> None:
    who, could, stops, remains, *tests = row
    assert who
    assert could
    assert stops
    assert remains
    named = NAMED.findall(" ".join(tests))
    assert named or tests == ["—"], "name a test, or — where nothing of ours stops it"
    if tests == ["—"]:
        assert stops == "nothing of ours"
    for file, test in named:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, f"{file}::{test}"
