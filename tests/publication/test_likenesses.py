"""A row of a case table may tell only what differs from another row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kyosei.errors import LawError
from kyosei.publication.cases import LifeCase, read_cases

TABLE = """
cases:
  - case: told_in_time
    norm: small.report
    about: ["person:a", "org:b"]
    on: 2026-08-20
    known: "2026-08-20T09:00:00+09:00"
    given:
      - - {kind: work.contract, from: 2026-04-01, until: 2026-08-01, stated_at: "2026-08-03T09:00:00+09:00",
           data: {employment_type: regular, hours_per_week: 40}}
      - {kind: work.contract, from: 2026-08-01}
      - {type: coverage, kind: work.contract, from: 2026-04-01, until: 2026-09-01}
    expect: {state: met}
"""


def rows(more: str) -> list[LifeCase]:
    """The rows of a table to which some are added."""
    return list(read_cases({"small": TABLE + more}))


def test_a_row_like_another_has_all_of_it_but_what_it_says_itself() -> None:
    first, second = rows("  - {case: a_day_later, like: told_in_time, on: 2026-08-21, expect: {state: late}}")
    assert second.name == "a_day_later"
    assert second.row["on"] == date(2026, 8, 21)
    assert second.row["expect"] == {"state": "late"}
    assert second.given() == first.given()
    assert (second.norm, second.row["about"], second.row["known"]) == (
        first.norm,
        first.row["about"],
        first.row["known"],
    )


def test_a_line_is_changed_field_by_field() -> None:
    but = "but: [{line: work.contract, nth: 1, until: 2026-08-02, data: {employment_type: part_time}, untold: [hours_per_week]}]"
    first, second = rows(f"  - {{case: other, like: told_in_time, expect: {{state: met}}, {but}}}")
    assert second.given()[0] == {
        **first.given()[0], "until": date(2026, 8, 2), "data": {"employment_type": "part_time"},
    }  # fmt: skip
    assert second.given()[1:] == first.given()[1:]


def test_a_line_is_dropped_and_a_coverage_is_no_statement() -> None:
    dropped = "but: [{coverage: work.contract, dropped: true}]"
    first, second = rows(f"  - {{case: other, like: told_in_time, expect: {{state: open}}, {dropped}}}")
    assert second.given() == first.given()[:2]


def test_a_life_is_moved_with_all_its_days_and_instants() -> None:
    _, second = rows("  - {case: later, like: told_in_time, moved: 31, expect: {state: met}}")
    assert second.row["on"] == date(2026, 9, 20)
    assert second.row["known"] == "2026-09-20T09:00:00+09:00"
    assert second.given()[0]["from"] == date(2026, 5, 2)
    assert second.given()[0]["stated_at"] == "2026-09-03T09:00:00+09:00"
    assert second.given()[0]["data"] == {"employment_type": "regular", "hours_per_week": 40}


def test_a_row_for_each_value_is_one_row_a_value() -> None:
    each = "each: [part_time, fixed-term], but: [{line: work.contract, nth: 2, data: {employment_type: $each}}]"
    _, *found = rows(f"  - {{case: hired_as_$each, like: told_in_time, expect: {{state: met}}, {each}}}")
    assert [case.name for case in found] == ["hired_as_part_time", "hired_as_fixed_term"]
    assert [case.given()[1]["data"] for case in found] == [
        {"employment_type": "part_time"}, {"employment_type": "fixed-term"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"like": "nobody"}, "does not stand before it"),
        ({"moved": 3}, "not which row it is like"),
        ({"like": "told_in_time", "but": [{"line": "work.contract", "on": "x"}]}, "`nth` must say"),
        ({"like": "told_in_time", "but": [{"line": "work.contract", "nth": 3}]}, "2 lines"),
        ({"like": "told_in_time", "but": [{"coverage": "work.hours"}]}, "0 lines are a coverage of work.hours"),
    ],
)
def test_a_row_that_is_like_nothing_is_refused_with_a_reason(row: dict[str, Any], said: str) -> None:
    import yaml

    more = yaml.safe_dump([{"case": "other", "expect": {"state": "met"}, **row}], default_flow_style=True, width=1000)
    with pytest.raises(LawError, match=said):
        rows("  - " + more.strip()[1:-1])
