"""What is written back of a statement reads as the same statement."""

from __future__ import annotations

import pytest

from kyosei.facts.case_file import read_case
from kyosei.facts.case_file.writing import statement_line
from kyosei.facts.kinds import Kind
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from tests.facts.cases import SAMPLE, written
from tests.facts.test_schemas import DECLARED, example


def read(*lines: object) -> Case:
    return read_case([("lines", written(*lines))])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_a_statement_of_each_kind_reads_back_as_itself(kind: type[Kind]) -> None:
    (statement,) = read(*DECLARED, example(kind)).statements
    assert read(*DECLARED, statement_line(statement)).statements == (statement,)


def test_every_statement_of_the_sample_reads_back_as_itself() -> None:
    case = read_case([("sample", SAMPLE.read_bytes())])
    others = [line for line in SAMPLE.read_text("utf-8").splitlines() if '"type":"statement"' not in line]
    again = "\n".join(others).encode() + b"\n" + written(*(statement_line(one) for one in case.statements))
    assert set(map(repr, read_case([("again", again)]).statements)) == set(map(repr, case.statements))
