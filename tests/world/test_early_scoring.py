"""What counts as a true alarm, as a false one, and as found; the detector knows nothing later than it is asked; the command."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.facts.case_file import read_case
from kyosei.signals.lateness import Report
from kyosei.timelines.days import day_from_date, microseconds_from_instant
from kyosei.world.organisations.causes import Cause, first_of_month
from kyosei.world.organisations.truth import LateOffice, OrganisationTruth
from kyosei.world.output import encoded
from kyosei.world.score.early import Alarm, EarlyRecords, Month, baseline_of
from kyosei.world.score.early_document import early_schema
from kyosei.world.score.early_judge import Group, episodes_of, judge
from tests.cli.processes import kyosei

ENDS = [Month(day_from_date(first_of_month(date(2026, 1, 15), n)) - 1, n) for n in range(1, 11)]
"""The ends of the months from January to October 2026."""
FAILS = OrganisationTruth("org:e1", "employer", Cause.FORESEEN, date(2026, 4, 1), date(2026, 8, 11), 5, {})
SUDDEN = OrganisationTruth("org:e1", "employer", Cause.SUDDEN, date(2026, 8, 11), date(2026, 8, 11), 5, {})
STEADY = OrganisationTruth("org:e1", "employer", Cause.STEADY, None, None, 5, {})
LATER = OrganisationTruth("org:e1", "employer", Cause.FORESEEN, date(2026, 8, 1), date(2027, 1, 2), 5, {})
OFFICE = "municipality:13"


def judged(truth: OrganisationTruth, *named_in: int) -> Group:
    """What is seen of an organisation that is named at the ends of some months, January being 1."""
    months = [(end, [Alarm("org:e1", (OFFICE,))] if n in named_in else []) for n, end in enumerate(ENDS, start=1)]
    found = list(judge([truth], [LateOffice(OFFICE, date(2026, 2, 1))], episodes_of(months), ENDS))
    assert [one for one, _ in found] == [truth]
    return found[0][1]


@pytest.mark.parametrize(
    ("truth", "named_in", "true", "false", "after", "collapsed", "leads"),
    [
        (FAILS, (), 0, 0, 0, 1, []),
        (FAILS, (4,), 1, 0, 0, 1, [103]),  # from 30 April to 11 August
        (FAILS, (4, 5, 6), 1, 0, 0, 1, [103]),  # an unbroken row counts once
        (FAILS, (5, 7), 2, 0, 0, 1, [72]),  # rang twice, found once
        (FAILS, (7,), 1, 0, 0, 1, [11]),
        (FAILS, (8,), 0, 0, 1, 1, []),  # after the collapse
        (FAILS, (3,), 0, 1, 0, 1, []),  # before the trouble
        (FAILS, (3, 4, 5), 0, 1, 0, 1, []),  # stood already when it began
        (FAILS, (3, 5), 1, 1, 0, 1, [72]),
        (SUDDEN, (7,), 0, 1, 0, 1, []),
        (SUDDEN, (8,), 0, 0, 1, 1, []),
        (STEADY, (1, 3, 10), 0, 3, 0, 0, []),
        (LATER, (9,), 1, 0, 0, 0, []),  # true, and its collapse lies beyond what is looked at
    ],
)
def test_an_alarm_is_true_while_the_trouble_goes_on(
    truth: OrganisationTruth,
    named_in: tuple[int, ...],
    true: int,
    false: int,
    after: int,
    collapsed: int,
    leads: list[int],
) -> None:
    group = judged(truth, *named_in)
    assert (group.true, group.false, group.after, group.collapsed) == (true, false, after, collapsed)
    assert group.leads == pytest.approx([days / (365.25 / 12) for days in leads])


@pytest.mark.parametrize(("truth", "months"), [(FAILS, 3), (SUDDEN, 7), (STEADY, 10), (LATER, 7)])
def test_months_count_while_nothing_is_wrong(truth: OrganisationTruth, months: int) -> None:
    assert judged(truth).unit_months == months


@pytest.mark.parametrize(("month", "beside"), [(1, 0), (2, 1), (4, 1), (5, 0)])
def test_a_false_alarm_beside_a_late_office_is_counted(month: int, beside: int) -> None:
    assert judged(STEADY, month).beside_late_office == beside


groups = st.builds(Group, *[st.integers(0, 9)] * 7, st.lists(st.floats(0.1, 9), max_size=9))


@given(groups, groups)
def test_groups_add_up(one: Group, other: Group) -> None:
    both = Group()
    both.add(one)
    both.add(other)
    assert both.unit_months == one.unit_months + other.unit_months
    assert sorted(both.leads) == sorted(one.leads + other.leads)
    if both.leads:
        assert both.tenth_lead is not None
        assert both.median_lead is not None
        assert sum(lead >= both.tenth_lead for lead in both.leads) >= 0.9 * len(both.leads)
        assert both.tenth_lead <= both.median_lead
    if both.precision is not None:
        assert both.precision == both.true / (both.true + both.false)


def report(organisation: str, day: date, delay: int) -> Report:
    return Report(organisation, "work.pay", "direct", day_from_date(day), delay, 14)


def test_the_baseline_names_whoever_is_late_with_a_third_of_the_month() -> None:
    month = ENDS[2]
    reports = [
        report("org:a", date(2026, 3, 2), 15), report("org:a", date(2026, 3, 3), 14), report("org:a", date(2026, 3, 4), 0),
        report("org:b", date(2026, 3, 2), 15), *(report("org:b", date(2026, 3, day), 0) for day in (3, 4, 5)),
        report("org:c", date(2026, 2, 2), 40), report("org:d", date(2026, 3, 2), 40),
    ]  # fmt: skip
    assert [one.organisation for one in baseline_of(reports, month, {"org:d"})] == ["org:a"]


PAYMENT: dict[str, object] = {
    "type": "statement", "id": "unpaid", "kind": "pension.establishment_payment", "source": "authority:pension-service",
    "about": {"employer": "org:e1"}, "from": "2026-01-01", "until": "2026-02-01",
    "data": {"due_on": "2026-02-28", "unpaid_as_of": "2026-04-04"}, "stated_at": "2026-04-07T12:00:00+09:00",
    "recorded_at": "2026-04-08T12:00:00+09:00",
}  # fmt: skip


def test_nothing_is_known_before_it_was_recorded_nor_after_it_was_replaced() -> None:
    paid = {**PAYMENT, "id": "paid", "replaces": "unpaid", "data": {"due_on": "2026-02-28", "paid_on": "2026-05-10"},
            "stated_at": "2026-05-13T12:00:00+09:00", "recorded_at": "2026-05-20T12:00:00+09:00"}  # fmt: skip
    party: dict[str, object] = {"type": "party", "id": "org:e1", "party": "organisation", "roles": ["employer"]}
    statements = read_case([("case", b"".join(map(encoded, (party, PAYMENT, paid))))]).statements
    records = EarlyRecords(0, day_from_date(date(2026, 11, 20)))
    with patch("builtins.open", side_effect=AssertionError), patch.object(Path, "open", side_effect=AssertionError):
        records.add(statements)
        known = [[one.delay_days for one in records.known_by(at)] for at in _recorded("07", "08")]
        later = [[one.delay_days for one in records.known_by(at)] for at in _recorded("19", "20", month="05")]
    assert known == [[], [35]]
    assert later == [[35], [71]]


def _recorded(*days: str, month: str = "04") -> list[int]:
    return [microseconds_from_instant(datetime.fromisoformat(f"2026-{month}-{day}T23:00:00+09:00")) for day in days]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world") / "town"
    made = kyosei("world", "make", str(folder), "--persons", "300", "--seed", "11", "--history", "24")
    assert (made.status, made.err) == (0, "")
    return folder


def test_a_town_with_a_history_is_made_and_its_signals_scored(town: Path) -> None:
    answer = kyosei("world", "signals", str(town), "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    document: dict[str, Any] = json.loads(answer.out)  # Any: JSON of any shape
    jsonschema.validate(document, early_schema(), jsonschema.Draft202012Validator)
    signals, baseline = document["detectors"]
    assert signals["all"]["organisations"] == baseline["all"]["organisations"] > 40
    assert signals["all"]["false_alarms"] <= baseline["all"]["false_alarms"]
    assert sum(row["organisations"] for row in signals["causes"]) == signals["all"]["organisations"]
    supporters = next(row for row in document["stranding"] if row["role"] == "supporter")
    assert 0 < supporters["found"] <= supporters["stranding"]
    text = kyosei("world", "signals", str(town))
    assert (text.status, text.err) == (0, "")
    assert "FOUND BEFORE THE COLLAPSE: signals" in text.out


def test_a_town_without_a_history_is_refused(tmp_path: Path) -> None:
    kyosei("world", "make", str(tmp_path / "town"), "--persons", "5")
    answer = kyosei("world", "signals", str(tmp_path / "town"))
    assert (answer.status, answer.out) == (2, "")
    assert "without a history" in answer.err
    refused = kyosei("world", "make", str(tmp_path / "other"), "--history", "61")
    assert (refused.status, refused.out) == (2, "")
    assert "--history 61" in refused.err
