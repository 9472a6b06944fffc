"""The page of benchmarks: a part that is made anew takes the place of the old one, and the others stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.page import HEAD, Part, Run, renewed

_RUN = Run(date(2026, 11, 21), 0.25)


def test_a_part_made_anew_takes_the_place_of_the_old_one() -> None:
    first, second = Part("One", _RUN, ("1",)), Part("Two", _RUN, ("2", "", "| a |"))
    page = renewed("", [first, second])
    again = renewed(page, [Part("One", Run(date(2026, 11, 22), 1.5), ("3",))])
    assert page.startswith(HEAD)
    assert [line for line in again.splitlines() if line.startswith("## ")] == ["## One", "## Two"]
    assert "Run of 2026-11-22: " in again.partition("## Two")[0]
    assert "load average 1.5;" in again
    assert again.partition("## Two")[2] == page.partition("## Two")[2]
    assert renewed(page, []) == page


def test_the_page_of_this_repository_keeps_every_part() -> None:
    page = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    new = renewed(page, [Part("Something new", _RUN, ("1",))])
    titles = [line for line in page.splitlines() if line.startswith("## ")]
    assert [line for line in new.splitlines() if line.startswith("## ")] == [*titles, "## Something new"]
    assert all(line in new.splitlines() for line in page[page.index("## ") :].splitlines())
