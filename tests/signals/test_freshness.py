"""Delays that are not over yet are not forgotten, and a source keeps its duty or does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.signals.breaches import Breach
from kyosei.signals.delays import delays_of, median_until_ended
from kyosei.signals.freshness import Compared, Corrections, Disputed, Freshness, Line, freshness

LAGS = {"pension.enrolment": 30}
KNOWN = 46_000
SOURCE = "authority:pension-service"


def told(delays: list[int], source: str = SOURCE, known: int = KNOWN) -> list[Line]:
    """Lines about one event a day, the newest today; those with the delays that are over by then."""
    return [
        Line(source, "pension.enrolment", known - age, known - age + delay, known - age + delay)
        for age, delay in enumerate(delays) if delay <= age
    ]  # fmt: skip


def only(lines: list[Line], **more: object) -> Freshness:
    found = freshness(LAGS, KNOWN, lines, **more)  # type: ignore[arg-type]  # each of its own type
    assert len(found) == 1
    return found[0]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=60))
def test_without_lines_on_their_way_the_shares_are_plain_shares(delays: list[int]) -> None:
    found = delays_of(Counter((delay, 1000) for delay in delays))
    for days in range(25):
        assert found.share_within(days) == pytest.approx(np.mean(np.array(delays) <= days))


def test_lines_on_their_way_do_not_make_a_source_look_fast() -> None:
    """Of every day's events one line takes each of 0 to 59 days; those of the last weeks are not all here."""
    arrived = Counter((delay, age) for age in range(70) for delay in range(60) if delay <= age)
    found = delays_of(arrived)
    for days in range(60):
        assert found.share_within(days) == pytest.approx((days + 1) / 60)
    assert found.quantile(0.5) == 29
    assert np.median([delay for delay, _ in arrived]) < 25


@given(st.lists(st.tuples(st.integers(0, 50), st.just(True)), min_size=1))
def test_a_median_of_what_has_ended_is_the_lower_median(lasting: list[tuple[int, bool]]) -> None:
    days = sorted(days for days, _ in lasting)
    assert median_until_ended(lasting) == days[(len(days) - 1) // 2]


def test_what_is_open_lengthens_the_median_and_may_hide_it() -> None:
    assert median_until_ended([(1, True), (2, True), (9, True)]) == 2
    assert median_until_ended([(1, True), (2, False), (9, True)]) == 9
    assert median_until_ended([(1, True), (2, False), (9, False)]) is None


def test_the_duty_of_a_source() -> None:
    fast, slow = told([5] * 100), told([50] * 100)
    assert only(fast).kept is True
    assert only(slow).kept is False
    assert only(told([5] * 14)).estimate is None
    assert only(told([5] * 14)).kept is None
    assert only(fast, last_sign={SOURCE: KNOWN - 31}).kept is False
    assert only(fast, last_sign={SOURCE: KNOWN - 30}).kept is True
    assert only(fast, compared=[Compared(SOURCE, "pension.enrolment", 12, 1)]).kept is False
    assert only(fast, compared=[Compared(SOURCE, "pension.enrolment", 12, 0)]).kept is True


@pytest.mark.parametrize(
    ("lines", "more", "breaches"),
    [
        pytest.param([5] * 40, {}, (), id="kept"),
        pytest.param([31] * 40, {}, (Breach.LATE,), id="later_than_the_declared_lag"),
        pytest.param([30] * 40, {}, (), id="just_in_time"),
        pytest.param([5] * 40, {"last_sign": {SOURCE: KNOWN - 31}}, (Breach.SILENT,), id="silent_for_longer_than_the_lag"),
        pytest.param([5] * 40, {"last_sign": {SOURCE: KNOWN - 30}}, (), id="silent_for_the_lag"),
        pytest.param([5] * 40, {"compared": [Compared(SOURCE, "pension.enrolment", 3, 1)]}, (Breach.INCOMPLETE,),
                     id="a_count_that_does_not_agree"),
        pytest.param([5], {}, (), id="too_little_to_say"),
    ],
)  # fmt: skip
def test_what_a_source_is_to_put_right(lines: list[int], more: dict[str, object], breaches: tuple[Breach, ...]) -> None:
    told_late = [
        Line(SOURCE, "pension.enrolment", KNOWN - 200 + n, KNOWN - 200 + n + delay, KNOWN - 200 + n + delay)
        for n, delay in enumerate(lines)
    ]
    found = only(told_late, **more)
    assert found.breaches == breaches
    assert found.kept is not True or not breaches


def test_how_long_corrections_take() -> None:
    found = only(
        told([5] * 20),
        corrections=[Corrections(SOURCE, "pension.enrolment", tuple(range(1, 12)))],
        disputed=[Disputed(SOURCE, "pension.enrolment", 7, n < 6) for n in range(12)],
    )
    assert (found.corrections, found.correction_days) == (11, 6)
    assert (found.disputes, found.open_disputes, found.dispute_days) == (12, 6, 7)


@pytest.mark.parametrize(
    ("source", "late", "in_time", "breached"),
    [
        pytest.param("municipality:minami", 1, 9, False, id="nine_in_ten"),
        pytest.param("municipality:minami", 2, 8, True, id="eight_in_ten"),
        pytest.param("authority:isa", 2, 8, True, id="an_office_of_the_state"),
        pytest.param("municipality:minami", 5, 4, False, id="fewer_than_ten_say_nothing"),
        pytest.param("org:acme", 9, 1, False, id="an_employer_has_no_number_of_days"),
    ],
)
def test_an_office_answers_disputes_within_thirty_days(source: str, late: int, in_time: int, breached: bool) -> None:
    answered = [Disputed(source, "pension.enrolment", 30, True)] * in_time
    waiting = [Disputed(source, "pension.enrolment", 30, False)] * 20  # their time is not over
    over = [Disputed(source, "pension.enrolment", 31, n % 2 == 0) for n in range(late)]
    (found,) = freshness(LAGS, KNOWN, [], disputed=[*answered, *waiting, *over])
    assert (Breach.UNANSWERED in found.breaches) is breached


def test_a_natural_person_is_no_source() -> None:
    lines = told([50] * 100)
    assert freshness(LAGS, KNOWN, [replace(line, source="person:hoa") for line in lines]) == []
