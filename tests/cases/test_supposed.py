"""A supposed life beside the recorded one: what would begin, for whom, and what stays; nothing of the record is changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.cases.differing import Differences, differences
from kyosei.cases.supposed import (
    NEW_EMPLOYER,
    NEW_MUNICIPALITY,
    Change,
    JobBegins,
    JobEnds,
    MarriageEnds,
    Moves,
    OtherHours,
    SchoolEnds,
    supposed,
    with_enrolments_ended,
)
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.verdicts.check import examine
from kyosei.wiring import open_law
from tests.depth import examples
from tests.web.noon import NOON

SAMPLES = Path(__file__).parents[2] / "samples"
LAST = day_from_date(date(2026, 12, 31))
FAR = LAST + 10_000
YEAR = LAST + 366
EMPLOYERS = {
    "duc": "org:hamakaze",
    "lihua": "org:midori-shoji",
    "putri": "org:hoshizora-diner",
    "zaw": "org:shiosai-suisan",
}


def life(name: str) -> Case:
    return read_case([(one, (SAMPLES / f"{one}.jsonl").read_bytes()) for one in ("offices", name)])


def differing(name: str, *changes: Change, until: int = YEAR) -> Differences:
    """What differs from the last day on in the life of somebody of the samples."""
    case, person = life(name), f"person:{name}"
    law = open_law()
    (before,) = examine(law, case, NOON, [person])
    (after,) = examine(law, supposed(case, person, changes, NOON), NOON, [person])
    return differences(before, after, LAST, until)


def leaving(name: str, initiative: str | None = None) -> JobEnds:
    return JobEnds(EMPLOYERS[name], LAST, initiative, FAR)


def due_by(found: Differences, bearer: str) -> dict[str, date]:
    """The duties of a party that surely would begin, with their days."""
    return {
        one.norm: date_from_day(one.due)
        for one in found.begins
        if one.bearer == bearer and one.is_settled and one.due >= 0
    }


def test_who_leaves_tells_the_office_in_fourteen_days_and_all_else_is_the_employers() -> None:
    """S9's first half, before it happens."""
    found = differing("duc", leaving("duc"))
    assert due_by(found, "person:duc") == {"jp.immigration.notify-organisation-left": date(2027, 1, 14)}
    theirs = due_by(found, "org:hamakaze")
    assert theirs["jp.pension.report-loss"] == date(2027, 1, 5)
    assert theirs["jp.employment-insurance.separation-certificate"] == date(2027, 1, 12)
    assert {one.bearer for one in found.begins} == {"person:duc", "org:hamakaze"}


def test_the_stay_goes_on_and_three_months_later_the_office_may_ask() -> None:
    found = differing("duc", leaving("duc"))
    assert "jp.immigration.lawful-stay" in {one.norm for one in found.stays}
    (asked,) = (one for one in found.turned if one.norm == "jp.immigration.activity-at-work")
    assert (asked.before, asked.after, asked.causes) == ("met", "open", ("judgement",))
    assert asked.day == day_from_date(date(2027, 4, 1))
    assert not any(one.norm == asked.norm for one in differing("duc", leaving("duc"), until=asked.day).turned)


def test_who_pays_for_health_insurance_at_work_goes_to_the_municipality_where_that_is_on_record() -> None:
    assert due_by(differing("lihua", leaving("lihua")), "person:lihua") == {
        "jp.health.national-entry": date(2027, 1, 14), "jp.pension.report-type-change": date(2027, 1, 14),
    }  # fmt: skip


@pytest.mark.parametrize("initiative", ["employer", "worker", None])
def test_some_rights_depend_on_whose_initiative_it_was(initiative: str | None) -> None:
    """Not told: it stays open, as today."""
    found = differing("duc", leaving("duc", initiative))
    helped = {one.after for one in found.turned if one.norm == "jp.labour.help-to-find-work"}
    assert ("met" in helped) is (initiative == "employer")
    allowance = [one for one in found.turned if one.norm == "jp.employment-insurance.right-to-allowance"]
    assert [(one.after, one.until - one.day) for one in allowance] == [("met", 365)]


def test_a_new_job_is_told_too_and_what_nobody_knows_of_it_stays_open() -> None:
    """S9: the person's own notices are two; of the new employer only what follows from the contract is sure."""
    found = differing("duc", leaving("duc"), JobBegins(LAST + 1, 2400, None, "org:hamakaze", ()))
    assert set(due_by(found, "person:duc")) == {
        "jp.immigration.notify-organisation-left", "jp.immigration.notify-organisation-joined",
    }  # fmt: skip
    assert set(due_by(found, NEW_EMPLOYER)) == {"jp.labour.foreign-worker-notice-hired"}
    insured = [
        one for one in found.turned if one.norm == "jp.pension.insured" and one.about["employer"] == NEW_EMPLOYER
    ]
    assert [one.after for one in insured] == ["open"]
    assert not any(one.norm == "jp.immigration.activity-at-work" for one in found.turned)


def test_fewer_hours_end_the_insurance_at_work_and_no_pay_is_made_up() -> None:
    found = differing("lihua", OtherHours("org:midori-shoji", LAST + 1, 18 * 60, None, None))
    ends = {one.norm for one in found.turned if (one.before, one.after) == ("met", "unmet")}
    assert ends == {"jp.pension.insured", "jp.health.insured", "jp.employment-insurance.insured"}
    case = supposed(
        life("lihua"), "person:lihua", [OtherHours("org:midori-shoji", LAST + 1, 18 * 60, None, None)], NOON
    )  # fmt: skip
    (new,) = (one for one in case.statements if one.kind == "work.contract" and one.from_day == LAST + 1)
    assert new.data["hours_per_week"] == 18 * 60
    assert "wage_yen_per_month" not in new.data


def test_an_enrolment_that_ends_with_the_insurance_lets_the_person_read_their_own_notices() -> None:
    """The municipality is told within fourteen days, though the insurer's record of today goes on."""
    hours = OtherHours("org:midori-shoji", LAST + 1, 18 * 60, None, None)
    case, law = life("lihua"), open_law()
    other = supposed(case, "person:lihua", [hours], NOON)
    ended = with_enrolments_ended(
        other, "person:lihua",
        {(norm, "org:midori-shoji"): LAST + 1 for norm in ("jp.pension.insured", "jp.health.insured")},
        NOON,
    )  # fmt: skip
    (before,) = examine(law, case, NOON, ["person:lihua"])
    found = [
        differences(before, next(iter(examine(law, one, NOON, ["person:lihua"]))), LAST, YEAR) for one in (other, ended)
    ]
    asked = [{one.norm: one.is_settled for one in each.begins if one.bearer == "person:lihua"} for each in found]
    # Another insurer may have her, which nobody has told: so the second is not sure.
    assert asked == [{}, {"jp.pension.report-type-change": True, "jp.health.national-entry": False}]


def test_a_student_who_would_work_full_time_is_told_that_it_is_not_permitted() -> None:
    found = differing("putri", OtherHours("org:hoshizora-diner", LAST + 1, 40 * 60, None, None))
    assert ("jp.work.may-start-here", "met", "unmet") in {(one.norm, one.before, one.after) for one in found.turned}


def test_who_moves_tells_the_new_municipality_in_fourteen_days() -> None:
    found = differing("lihua", Moves(LAST + 1, ()))
    assert due_by(found, "person:lihua") == {
        "jp.immigration.notify-address": date(2027, 1, 15), "jp.residence.move-out-notice": date(2026, 12, 31),
    }  # fmt: skip
    told = {one.norm: one.about["municipality"] for one in found.begins if one.is_settled}
    assert told["jp.immigration.notify-address"] == NEW_MUNICIPALITY
    assert told["jp.residence.move-out-notice"] == "municipality:kawasaki"


def test_who_leaves_school_tells_the_office_and_may_be_asked() -> None:
    found = differing("putri", SchoolEnds(LAST + 1))
    assert due_by(found, "person:putri") == {"jp.immigration.notify-school-left": date(2027, 1, 14)}
    (asked,) = (one for one in found.turned if one.norm == "jp.immigration.activity-at-school")
    assert (asked.before, asked.after, asked.causes) == ("met", "open", ("judgement",))


def test_after_a_divorce_the_stay_goes_on_and_the_way_to_another_status_is_open() -> None:
    (marriage,) = (one for one in life("lihua").statements if one.kind == "family.event")
    found = differing("lihua", MarriageEnds(LAST + 1, marriage))
    assert due_by(found, "person:lihua") == {"jp.immigration.notify-marriage-ended": date(2027, 1, 15)}
    turned = {one.norm: (one.before, one.after, one.day) for one in found.turned}
    assert turned == {
        "jp.immigration.change-after-marriage": ("not_applicable", "met", LAST + 1),
        "jp.immigration.activity-as-spouse": ("met", "open", day_from_date(date(2027, 7, 2))),
    }
    assert "jp.immigration.lawful-stay" in {one.norm for one in found.stays}


@pytest.mark.parametrize("name", EMPLOYERS)
def test_a_life_in_which_nothing_is_supposed_differs_in_nothing(name: str) -> None:
    found = differing(name)
    assert (found.begins, found.falls, found.turned) == ([], [], [])
    case = life(name)
    assert supposed(case, f"person:{name}", [], NOON) == case


@pytest.mark.parametrize("name", EMPLOYERS)
def test_what_is_supposed_changes_no_line_that_is_on_record(name: str) -> None:
    """The case that was looked at is as before; the supposed one has lines of its own, which no source said."""
    case, before = life(name), life(name)
    other = supposed(case, f"person:{name}", [leaving(name), Moves(LAST + 5, ())], NOON)
    assert case == before
    told = {one.id for one in other.statements} | {one.id for one in other.coverages}
    new = told - {one.id for one in case.statements} - {one.id for one in case.coverages}
    assert new
    assert all(id_.startswith("what-if") for id_ in new)


@st.composite
def supposals(draw: st.DrawFn) -> tuple[str, int, list[Change]]:
    """Somebody, the last day of the present life, and what is supposed from the next day on."""
    name = draw(st.sampled_from(sorted(EMPLOYERS)))
    last = draw(st.integers(LAST - 38, LAST + 300))
    ends = JobEnds(EMPLOYERS[name], last, draw(st.sampled_from([None, "worker", "employer", "expiry"])), FAR)
    begins = JobBegins(
        last + 1, draw(st.sampled_from([None, 600, 2400])), None, draw(st.sampled_from([None, EMPLOYERS[name]])), ()
    )
    hours = OtherHours(
        EMPLOYERS[name], last + 1, draw(st.integers(60, 3600)), draw(st.sampled_from([None, 250_000])), None
    )
    of_one = [[ends], [ends, begins], [begins], [hours], [Moves(last + 1, ())], [SchoolEnds(last + 1)]]
    return name, last, list(draw(st.sampled_from(of_one)))


@examples(40)
@given(supposals())
def test_whatever_is_supposed_no_stay_ends_by_it_and_nothing_begins_before_it(
    case: tuple[str, int, list[Change]],
) -> None:
    """Losing a job, a school or a home ends no stay; what was so before the change stays as it is recorded."""
    name, last, changes = case
    law, person = open_law(), f"person:{name}"
    (before,) = examine(law, life(name), NOON, [person])
    (after,) = examine(law, supposed(life(name), person, changes, NOON), NOON, [person])
    found = differences(before, after, last, last + 366)
    assert "jp.immigration.lawful-stay" not in {one.norm for one in found.turned}
    assert all(last <= one.arose for one in found.begins)
    assert all(last < one.day < last + 366 for one in found.turned)
    assert {one.bearer for one in found.begins} <= {
        person,
        *(party for one in found.begins for party in one.about.values()),
    }
