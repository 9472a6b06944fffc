"""Premiums and coverage agree with `openfisca-japan` but where a reason says so beforehand; runs where that is installed."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scripts.compare_openfisca import __main__ as command
from scripts.compare_openfisca.comparing import Theirs, ask_openfisca, compare
from scripts.compare_openfisca.lives import Life
from scripts.compare_openfisca.questions import QUESTIONS

PYTHON = os.environ.get(command.VARIABLE, "")
installed = pytest.mark.skipif(not PYTHON, reason=f"{command.VARIABLE} names no interpreter that has openfisca-japan")


@pytest.fixture(scope="module")
def theirs() -> Theirs:
    return ask_openfisca(PYTHON, QUESTIONS)


@installed
@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[question.id for question in QUESTIONS])
def test_no_difference_is_unforeseen_and_no_reason_is_idle(theirs: Theirs, number: int) -> None:
    question = QUESTIONS[number]
    differences = compare(question, theirs.numbers[number]).differences

    assert [difference for difference in differences if not difference.reasons] == []
    agreed = len(question.lives) - len(differences)
    assert agreed > 0
    given = Counter(reason.id for difference in differences for reason in difference.reasons)
    # The grades of health insurance show in the premium of everybody; by age they are not asked about again.
    assert {reason.id for reason in question.reasons} - set(given) <= {"health-grades"}


@installed
def test_every_variable_that_is_asked_about_is_one_of_theirs(theirs: Theirs) -> None:
    assert {name for question in QUESTIONS for name in question.variables} <= set(theirs.variables)


def test_a_number_that_is_wrong_for_no_reason_is_found() -> None:
    employment = next(question for question in QUESTIONS if question.id == "employment-insurance")
    one = replace(employment, lives=(Life(date(2026, 3, 31), date(1996, 5, 20), 260_000),))
    assert compare(one, [260_000 * 0.005 * 12]).differences == ()

    (difference,) = compare(one, [260_000 * 0.006 * 12]).differences

    assert (difference.theirs, difference.reasons) == ("1560 yen", ())
    assert "allowed_yen 1300" in difference.ours


def test_an_interpreter_without_it_is_named_with_what_is_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert command.main([str(tmp_path / "no-python")]) == 2
    assert "needs openfisca-japan" in capsys.readouterr().err

    assert command.main([sys.executable]) == 2
    assert "No module named 'openfisca" in capsys.readouterr().err


def test_without_an_interpreter_it_says_how_to_name_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(command.VARIABLE, raising=False)
    assert command.main([]) == 2
    assert command.VARIABLE in capsys.readouterr().err
