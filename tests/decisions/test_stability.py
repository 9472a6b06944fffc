"""Whether compliance leads to stability: what others failed to do counts against nobody, and few are not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.cli.decisions.system import group_told
from kyosei.decisions import stability
from kyosei.decisions.stability import Group, met_what_they_owed, stability_of
from kyosei.journal.decided import outcomes_of_all
from kyosei.statutes.stays import StatusOfStay, StayPeriods, longest_periods
from kyosei.timelines.days import day_from_date, legal_day, microseconds_from_instant
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import legal_sources
from tests.decisions.deciding import ENGINEER, HOA, Deciding, granting
from tests.depth import examples

Finding = dict[str, Any]  # Any: JSON


def finding(state: str, causes: Iterable[str] = (), behind: Iterable[str] = ()) -> Finding:
    return {
        "state": state, "causes": list(causes),
        "attribution": [{"party": party, "norm": "n", "failed": True} for party in behind],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "met"),
    [
        pytest.param([finding("met"), finding("not_applicable"), finding("late")], True, id="all_is_well"),
        pytest.param([finding("open", ["judgement"])], True, id="waits_for_the_office_alone"),
        pytest.param([finding("open", ["missing"])], False, id="a_record_is_missing"),
        pytest.param([finding("open", ["judgement", "missing"])], False, id="both"),
        pytest.param([finding("unmet", (), ["org:acme"])], True, id="the_employer_failed"),
        pytest.param([finding("unmet", (), [HOA])], False, id="the_person_did"),
        pytest.param([finding("unmet", (), ["org:acme", HOA])], False, id="both_did"),
        pytest.param([finding("unmet")], False, id="nobody_s_duty"),
    ],
)
def test_what_others_failed_to_do_counts_against_nobody(found: list[Finding], met: bool) -> None:
    assert met_what_they_owed(HOA, found) is met
    assert met_what_they_owed(HOA, [*found, finding("unmet", (), [HOA])]) is False


CASES = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["P1Y", "P3Y", "P5Y", None]), st.booleans(), st.integers(0, 400)), max_size=40
)  # fmt: skip


@given(CASES, st.sampled_from(["renewal", "permanent"]))
@examples(60)
def test_each_is_counted_once_where_they_belong(
    cases: list[tuple[bool, str | None, bool, int]], procedure: str
) -> None:
    filed = date(2025, 4, 1)

    def rows(_: object) -> Iterator[SimpleNamespace]:
        for granted, period, met, days in cases:
            sealed = (filed + timedelta(days)).isoformat()
            yield SimpleNamespace(
                procedure=procedure, status=ENGINEER, person=HOA, filed=filed.isoformat(), period=period,
                result="granted" if granted else "refused", findings=[finding("met" if met else "unmet", (), [HOA])],
                recorded_at=microseconds_from_instant_of(sealed),
            )  # fmt: skip

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stability, "outcomes_of_all", rows)
        found = stability_of(None, lambda day: {ENGINEER: "P5Y"})  # type: ignore[arg-type]  # the rows are made up
    if not cases:
        assert found == ()
        return
    (one,) = found
    for group, met in ((one.met, True), (one.others, False)):
        mine = [case for case in cases if case[2] is met]
        assert group.cases == len(mine)
        assert group.granted == sum(case[0] for case in mine)
        assert group.longest == sum(case[0] and (procedure == "permanent" or case[1] == "P5Y") for case in mine)
        assert group.median_days == (sorted(case[3] for case in mine)[(len(mine) - 1) // 2] if mine else None)


def microseconds_from_instant_of(day: str) -> int:
    return microseconds_from_instant(datetime.fromisoformat(f"{day}T12:00:00+09:00"))


@pytest.mark.parametrize("count", [1, 9])
def test_few_are_not_told(count: int) -> None:
    assert set(group_told(Group(count, count, 1, 30)).values()) == {None}
    assert group_told(Group(12, 6, 3, 30)) == {
        "cases": 10, "granted_percent": 50, "longest_percent": 25, "median_days": 30,
    }  # fmt: skip


def test_the_longest_period_of_a_status_is_that_of_the_day() -> None:
    first, later = date(2012, 7, 9), date(2030, 1, 1)
    periods = (
        StayPeriods(first, ("P1Y", "P3Y", "P6M"), None, (), True), StayPeriods(later, ("P10Y", "indefinite"), None, (), True),
    )  # fmt: skip
    one = StatusOfStay("new", "II", "unrestricted", "none", periods)
    assert longest_periods([one], date(2029, 12, 31)) == {"new": "P3Y"}
    assert longest_periods([one], later) == {"new": "P10Y"}
    japan = longest_periods(legal_sources().stays, date(2026, 11, 21))
    assert (japan[ENGINEER], "permanent-resident" in japan) == ("P5Y", False)


def test_what_was_sealed_is_in_the_figures(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law)
    deciding.seal(granting(deciding.drafted(), period="P5Y"))
    with database.connect() as connection:
        (row,) = outcomes_of_all(connection)
        assert (row.procedure, row.status, row.person, row.result, row.period) == (
            "renewal",
            ENGINEER,
            HOA,
            "granted",
            "P5Y",
        )
        (found,) = stability_of(connection, lambda day: {ENGINEER: "P5Y"})
    groups: Mapping[bool, Group] = {True: found.met, False: found.others}
    kept = met_what_they_owed(HOA, row.findings)
    assert groups[kept] == Group(1, 1, 1, legal_days_since_filing(row))
    assert groups[not kept] == Group(0, 0, 0, None)


def legal_days_since_filing(row: sa.Row[Any]) -> int:  # Any: as its columns are
    return legal_day(row.recorded_at) - day_from_date(date.fromisoformat(row.filed))
