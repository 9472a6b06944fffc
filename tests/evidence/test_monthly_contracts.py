"""A job of which the terms are told month by month is one job: nobody else's word of it ends with a month."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kyosei.evidence.derived import derive_statements
from kyosei.facts.statements import Statement
from kyosei.timelines.days import NEVER
from tests.depth import examples

FIRST = 20_000
DAY_MICROSECONDS = 86_400_000_000
ABOUT = {"person": "person:hoa", "employer": "org:acme"}


def told(id_: str, kind: str, source: str, from_day: int, until_day: int, **data: str | int) -> Statement:
    """Told on the day after it ended, or on its first day if it goes on."""
    stated = (from_day if until_day >= NEVER else until_day) * DAY_MICROSECONDS
    return Statement(id_, kind, source, ABOUT, from_day, until_day, data, stated, stated, None, None)


HIRED = told(
    "hired", "work.foreign_worker_notice", "authority:labour-office", FIRST, FIRST + 1, event="hired", event_on=FIRST
)
ENROLLED = told("enrolled", "pension.enrolment", "authority:pension-service", FIRST, NEVER)


def said_by_others(contracts: list[Statement]) -> set[tuple[str, int]]:
    """Until when the office's notice and the enrolment say that the job exists."""
    derived = derive_statements([*contracts, HIRED, ENROLLED], {})
    return {(one.id, one.until_day) for one in derived if one.id in ("hired", "enrolled")}


def monthly(lengths: list[int]) -> list[Statement]:
    found, day = [], FIRST
    for number, length in enumerate(lengths):
        found.append(told(f"c-{number}", "work.contract", "org:acme", day, day + length))
        day += length
    return found


@given(st.lists(st.integers(1, 31), min_size=1, max_size=6))
@examples(30)
def test_months_that_follow_on_each_other_are_as_one_contract(lengths: list[int]) -> None:
    whole = told("whole", "work.contract", "org:acme", FIRST, FIRST + sum(lengths))
    parts = monthly(lengths)
    assert said_by_others(parts) == said_by_others(parts[::-1]) == said_by_others([whole])
    assert {day for _, day in said_by_others(parts)} == {FIRST + sum(lengths)}


def test_while_the_newest_goes_on_nothing_has_ended() -> None:
    first, last = monthly([30, 30])
    assert {day for _, day in said_by_others([first, replace(last, until_day=NEVER)])} == {NEVER}


def test_after_a_gap_the_first_end_was_one() -> None:
    first, last = monthly([30, 30])
    later = replace(last, from_day=last.from_day + 1, until_day=last.until_day + 1)
    assert {day for _, day in said_by_others([first, later])} == {FIRST + 30}


def test_a_contract_with_another_employer_continues_nothing() -> None:
    first, last = monthly([30, 30])
    elsewhere = replace(last, source="org:kita", about={"person": "person:hoa", "employer": "org:kita"})
    assert {day for _, day in said_by_others([first, elsewhere])} == {FIRST + 30}
