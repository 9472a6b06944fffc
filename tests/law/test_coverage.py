"""What the law pack covers: seven systems and five failures, none of them empty, and a page that says so as it is now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kyosei.errors import LawError
from kyosei.law.jp.coverage import COVERAGE
from kyosei.law.jp.pack import NORMS
from kyosei.norms.coverage import Coverage, Theme, check_coverage, matrix_of
from kyosei.terms.text import Text
from scripts.write_coverage import PAGE, coverage_page
from tests.law.compiled import compiled_japan

SYSTEMS = ("immigration", "labour", "social-insurance", "tax", "finance", "education", "housing")
FAILURES = (
    "unauthorised-employment", "missing-social-insurance", "unstable-residence-status", "work-unrelated-to-status",
    "left-without-support",
)  # fmt: skip
TITLE = Text("題", "なまえ", "a title")


def test_the_page_says_what_the_law_covers_now() -> None:
    assert PAGE.read_text("utf-8") == coverage_page(), "run `python -m scripts.write_coverage`"


def test_no_system_no_failure_and_no_party_is_without_a_norm() -> None:
    rows = matrix_of(compiled_japan(), COVERAGE)
    assert tuple(theme.id for theme in COVERAGE.systems) == SYSTEMS
    assert tuple(theme.id for theme in COVERAGE.failures) == FAILURES
    assert {system for row in rows for system in row.systems} == set(SYSTEMS)
    assert {failure for row in rows for failure in row.failures} == set(FAILURES)
    assert all(row.systems and row.parties for row in rows)
    assert [row.norm.id for row in rows] == list(dict.fromkeys(norm.id for norm in NORMS))


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_has_a_duty_of_somebody_and_something_that_protects_the_person(failure: str) -> None:
    about = [row.norm for row in matrix_of(compiled_japan(), COVERAGE) if failure in row.failures]
    assert [norm for norm in about if norm.kind in ("duty", "limit")]
    assert [norm for norm in about if norm.protects == "person"] or failure == "unstable-residence-status"
    assert [norm for norm in about if norm.protects == "person" or norm.kind == "right"]


@pytest.mark.parametrize(
    ("coverage", "message"),
    [
        (
            replace(COVERAGE, failures=(Theme("f", TITLE, norms=("jp.none.such",)),)),
            "f lists jp.none.such, and there is no",
        ),
        (replace(COVERAGE, failures=(Theme("f", TITLE, parts=("nowhere",)),)), "f names nowhere, and no norm's id"),
        (replace(COVERAGE, failures=(Theme("f", TITLE),)), "f has no norm"),
        (
            replace(COVERAGE, failures=(Theme("f", TITLE, ("tax",), ("jp.tax.no-arrears-shown",)),)),
            "f lists jp.tax.no-arrears-shown, which it has already by tax",
        ),
        (Coverage(COVERAGE.systems[1:], ()), "jp.immigration.lawful-stay belongs to no system; list immigration"),
    ],
)
def test_the_loader_refuses_what_is_declared_wrongly(coverage: Coverage, message: str) -> None:
    with pytest.raises(LawError, match=message):
        check_coverage(coverage, NORMS)
