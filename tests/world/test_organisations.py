"""Organisations of a town over the years: they can be made again, they fail as they are said to, and their lines can be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.facts.case_file import read_case
from kyosei.world.formats import Format
from kyosei.world.making import make_town, people_of
from kyosei.world.organisations.causes import Cause, fate_of, first_of_month, late_with_everybody
from kyosei.world.organisations.deeds import Course, course_of
from kyosei.world.organisations.filings import filings_of
from kyosei.world.organisations.sending import sent
from kyosei.world.organisations.truth import late_offices, read_late_offices, read_organisations
from kyosei.world.output import encoded, read_filings
from kyosei.world.town import Town
from kyosei.world.transmission import Fault
from tests.depth import examples
from tests.world.towns import town_of

HISTORY = 30
KNOWN = town_of(1).known_day
seeds = st.integers(0, 1 << 32)


def town_with_history(seed: int, persons: int = 300) -> Town:
    return replace(town_of(seed, persons), history_months=HISTORY)


def courses(cause: Cause, seeds: range, persons: int = 2000) -> list[Course]:
    """The courses of everybody whom a cause befalls in some towns."""
    towns = [town_with_history(seed, persons) for seed in seeds]
    return [
        course_of(town, one) for town in towns for one in town.organisations()
        if one.role in ("employer", "supporter") and fate_of(town, one.id).cause is cause
    ]  # fmt: skip


@pytest.mark.parametrize("format_", list(Format))
def test_a_town_with_a_history_is_made_again_byte_for_byte(tmp_path: Path, format_: Format) -> None:
    made = []
    for name in ("once", "again"):
        make_town(town_with_history(3, 40), tmp_path / name, format_)
        made.append({file.name: file.read_bytes() for file in sorted((tmp_path / name).rglob("*")) if file.is_file()})
    assert made[0] == made[1]
    assert {f"filings.{format_.value}", "offices.jsonl", "truth.jsonl"} <= made[0].keys()


def test_both_formats_hold_the_same_filings(tmp_path: Path) -> None:
    for format_ in Format:
        make_town(town_with_history(5, 30), tmp_path / format_, format_)
    lines, rows = (list(read_filings(tmp_path / format_ / "records")) for format_ in Format)
    assert lines == rows
    told = [one.organisation for one in read_organisations(tmp_path / Format.JSONL / "truth")]
    assert [organisation for organisation, _ in lines] == told


@given(seed=seeds, place=st.integers(0, 60))
@examples(10)
def test_an_organisation_depends_on_no_other(seed: int, place: int) -> None:
    town = town_with_history(seed)
    everybody = [one for one in town.organisations() if one.role in ("employer", "supporter")]
    one = everybody[place % len(everybody)]
    fate_of.cache_clear()
    late_with_everybody.cache_clear()
    alone = course_of(town, one)
    for other in everybody[:5]:
        course_of(town, other)
    assert course_of(town, one) == alone


def test_a_history_changes_nobody_of_the_town() -> None:
    assert list(people_of(town_of(4, 60))) == list(people_of(town_with_history(4, 60)))


@given(seed=seeds, letter=st.sampled_from("et"), faults=st.sampled_from([{}, {Fault.LOST: 0.3, Fault.LATE: 0.3}]))
@examples(12)
def test_whatever_is_lost_what_arrives_is_a_case_file(seed: int, letter: str, faults: dict[Fault, float]) -> None:
    town = town_with_history(seed)
    everybody = list(town.organisations())
    one = next(one for one in reversed(everybody) if one.id[4] == letter)
    lines = list(sent(town, one, filings_of(town, course_of(town, one)), faults))
    parties: list[dict[str, object]] = [
        {"type": "party", "id": other.id, "party": "organisation", "roles": [other.role]} for other in everybody
    ]
    case = read_case([("filings", b"".join(encoded(line) for line in (*parties, *lines)))])
    known = f"{town.known_day.isoformat()}T12:00:00+09:00"
    assert case.statements
    assert all(str(line["stated_at"]) <= str(line["recorded_at"]) <= known for line in lines if "stated_at" in line)


def late_share(course: Course, months: range) -> float:
    """Of what was due in some months counted from the collapse, the share that came more than 30 days after."""
    ends = course.fate.collapses_on
    assert ends is not None
    first, until = first_of_month(ends, months.start), first_of_month(ends, months.stop)
    due = [deed for deed in course.deeds if first <= deed.event < until and deed.kind != "support.engagement"]
    late = [deed for deed in due if deed.done_on is None or deed.done_on > deed.event + timedelta(30)]
    return len(late) / max(len(due), 1)


@pytest.mark.parametrize(("cause", "worse"), [(Cause.FORESEEN, True), (Cause.SLIPPING, True), (Cause.SUDDEN, False)])
def test_before_a_collapse_filings_come_late_unless_it_has_no_precursors(cause: Cause, worse: bool) -> None:
    found = courses(cause, range(8))
    assert len(found) >= 5
    # What is due in the last month of all may not be done by a collapse, foreseen or not.
    before = sum(late_share(course, range(-13, -9)) for course in found) / len(found)
    last = sum(late_share(course, range(-3, -1)) for course in found) / len(found)
    assert (last > 2 * before) == worse


def test_nothing_is_done_after_a_collapse_or_while_closed() -> None:
    for cause in (Cause.FORESEEN, Cause.SUDDEN, Cause.SLIPPING):
        for course in courses(cause, range(2)):
            ends = course.fate.collapses_on
            assert ends is not None
            assert all(deed.done_on is None or deed.done_on < ends for deed in course.deeds)
            assert all(one.until is not None and one.until <= ends for one in course.roll if ends <= KNOWN)
    closed = courses(Cause.CLOSED, range(1))
    assert closed
    for course in closed:
        from_day, until = course.fate.trouble_from, course.fate.trouble_until
        assert from_day is not None
        assert until is not None
        began = [deed for deed in course.deeds if deed.kind not in ("support.engagement", "work.contract")]
        assert all(deed.done_on is None or not from_day <= deed.done_on < until for deed in began)


def test_a_seasonal_employer_has_more_people_in_its_season() -> None:
    for course in courses(Cause.SEASONAL, range(1)):
        months = [first_of_month(KNOWN, number - HISTORY) + timedelta(20) for number in range(HISTORY)]
        there = Counter({month: sum(one.is_there(month) for one in course.roll) for month in months})
        inside = [there[month] for month in months if month.month in course.fate.season]
        outside = [there[month] for month in months if month.month not in course.fate.season]
        assert sum(inside) / len(inside) > sum(outside) / len(outside)


def test_sizes_are_those_published() -> None:
    """On average as many people for an establishment as there are workers for each in the country."""
    town = town_with_history(1, 3000)
    steady = [course_of(town, one) for one in town.organisations() if one.id[4] == "e"]
    day = first_of_month(KNOWN, -6)
    at_a_time = [
        sum(one.is_there(day) for one in course.roll) for course in steady if course.fate.cause is Cause.STEADY
    ]
    assert sum(at_a_time) / len(at_a_time) == pytest.approx(town.persons / town.employers, rel=0.2)


def test_the_truth_can_be_read_again(tmp_path: Path) -> None:
    town = town_with_history(6, 400)
    make_town(town, tmp_path, Format.JSONL)
    told = {one.organisation: one for one in read_organisations(tmp_path / "truth")}
    for organisation, one in told.items():
        fate = fate_of(town, organisation)
        assert (one.cause, one.trouble_from, one.trouble_until) == (fate.cause, fate.trouble_from, fate.trouble_until)
    assert {Cause.FORESEEN, Cause.STEADY} <= {one.cause for one in told.values()}
    offices = {f"municipality:{number}" for number in (11, 13, 27)}
    wanted = list(late_offices(town, sorted(offices)))
    assert [one for one in read_late_offices(tmp_path / "truth") if one.office in offices] == wanted
