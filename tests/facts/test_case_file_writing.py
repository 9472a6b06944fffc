"""What is written back of a statement reads as the same statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyosei.facts.case_file import read_case
from kyosei.facts.case_file.writing import case_lines, statement_line
from kyosei.facts.kinds import Kind
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from tests.facts.cases import SAMPLE, written
from tests.facts.test_schemas import DECLARED, example

LIFE = Path(__file__).parents[1] / "cli" / "life.jsonl"


def read(*lines: object) -> Case:
    return read_case([("lines", written(*lines))])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_a_statement_of_each_kind_reads_back_as_itself(kind: type[Kind]) -> None:
    (statement,) = read(*DECLARED, example(kind)).statements
    assert read(*DECLARED, statement_line(statement)).statements == (statement,)


@pytest.mark.parametrize("file", [SAMPLE, LIFE], ids=lambda file: file.name)
def test_a_case_reads_back_as_itself(file: Path) -> None:
    case = read_case([("file", file.read_bytes())])
    again = read(*case_lines(case))
    assert again.parties == case.parties
    for lines in ("statements", "coverages", "heartbeats", "withdrawals", "disputes", "resolutions"):
        assert getattr(again, lines) == getattr(case, lines)
