"""When deliveries leave: outside quiet hours, in the next digest, and after a failure later and later for about four days."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kyosei.notices.outbox.timing import (
    ATTEMPTS_MOST,
    Preferences,
    after_quiet_hours,
    digest_slot,
    retry_at,
    start_of_day,
)
from kyosei.timelines.days import legal_day
from tests.notices.asked import DAY, NOON, SECOND

A_DAY = 86_400 * SECOND
MINUTE = 60 * SECOND
instants = st.integers(0, 4_000_000_000).map(lambda seconds: seconds * SECOND)
minutes = st.integers(0, 1439)


def minute_of(instant: int) -> int:
    return (instant - start_of_day(legal_day(instant))) // MINUTE


def is_quiet(instant: int, begin: int, end: int) -> bool:
    minute = minute_of(instant)
    return begin <= minute < end if begin <= end else minute >= begin or minute < end


def test_noon_is_noon_in_japan() -> None:
    assert legal_day(NOON) == DAY
    assert minute_of(NOON) == 12 * 60


@given(instants, minutes, minutes)
def test_nothing_leaves_in_quiet_hours_and_nothing_waits_for_longer_than_they_last(
    instant: int, begin: int, end: int
) -> None:
    leaves = after_quiet_hours(instant, Preferences((begin, end)))
    assert not is_quiet(leaves, begin, end)
    if is_quiet(instant, begin, end):
        assert minute_of(leaves) == end
        assert instant < leaves <= instant + A_DAY
        between = range(instant // MINUTE * MINUTE, leaves - MINUTE, MINUTE * 7)
        assert all(is_quiet(moment, begin, end) for moment in between)
    else:
        assert leaves == instant


@given(instants, minutes)
def test_a_digest_leaves_at_its_time_within_a_day(instant: int, at: int) -> None:
    slot = digest_slot(instant, Preferences(digest_at=at))
    assert slot is not None
    assert instant < slot <= instant + A_DAY
    assert minute_of(slot) == at


def test_without_preferences_there_is_no_digest() -> None:
    assert digest_slot(NOON, Preferences()) is None


@given(st.text(max_size=5), instants)
def test_attempts_come_later_and_later_for_about_four_days(key: str, now: int) -> None:
    moments = [now]
    for attempts in range(1, ATTEMPTS_MOST):
        again = retry_at(key, attempts, moments[-1])
        assert again is not None
        moments.append(again)
    waits = [(after - before) // SECOND for before, after in pairwise(moments)]
    assert waits[0] <= 6
    assert all(later > earlier / 1.1 for earlier, later in pairwise(waits))
    assert 4.1 * 86_400 < sum(waits) < 4.6 * 86_400
    assert retry_at(key, ATTEMPTS_MOST, now) is None


@given(st.integers(0, 10**9))
def test_who_asks_to_wait_is_obeyed_for_a_day_at_most(asked: int) -> None:
    again = retry_at("k", 1, 0, asked)
    assert again is not None
    assert again >= min(asked, 86_400) * SECOND
    assert again <= 1.1 * A_DAY
