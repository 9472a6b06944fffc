"""When the alerts of a norm are wrong too often, and that neither chance nor a few of them is taken for it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.cases.quality import PRECISION, SILENCING, Label, against, quality_of, wrong_that_silence

NORM = "jp.test.norm"
DAY = date(2026, 3, 1)


def exactly(right: int, wrong: int) -> Fraction:
    """The integral of q^s (1-q)^f over [0, p], term by term, divided by p * p^s (1-p)^f: in fractions."""
    p = Fraction(9, 10)
    integral = sum(
        Fraction((-1) ** k * comb(wrong, k)) * p ** (right + k + 1) / (right + k + 1) for k in range(wrong + 1)
    )
    return Fraction(integral) / (p * p**right * (1 - p) ** wrong)


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_series_is_the_integral(right: int, wrong: int) -> None:
    found, exact = against(right, wrong), exactly(right, wrong)
    assert (found >= SILENCING) == (exact >= SILENCING)
    if found < SILENCING:
        assert found == pytest.approx(float(exact), rel=1e-9)


@given(st.integers(0, 400), st.integers(0, 400))
def test_one_more_alert_gains_nothing_on_average_if_the_norm_is_good_enough(right: int, wrong: int) -> None:
    """What Ville's inequality needs: whatever came before, the mean of what follows is no more than what is."""
    now = against(right, wrong)
    if now < SILENCING / 100:
        follows = PRECISION * against(right + 1, wrong) + (1 - PRECISION) * against(right, wrong + 1)
        assert follows <= now * (1 + 1e-9)


@pytest.mark.parametrize(("right", "least"), [(0, 4), (10, 9), (100, 30), (1_000, 167)])
def test_a_few_wrong_ones_silence_nothing(right: int, least: int) -> None:
    assert wrong_that_silence(right) == least
    assert against(right, least - 1) < SILENCING


def test_a_good_norm_is_never_silenced_however_long_it_goes_on() -> None:
    assert against(90_000, 10_000) < 1
    assert against(0, 0) == 1


owners = st.sampled_from(["org:a", "org:b", "org:c", "person:d"])
labels = st.builds(
    Label, st.integers(0, 700).map(lambda n: date(2025, 6, 1) + timedelta(n)), st.uuids().map(str), st.just(NORM),
    owners, st.booleans(),
)  # fmt: skip


@given(st.lists(labels, max_size=30), st.randoms(use_true_random=False))
def test_of_each_owner_the_first_of_the_year_counts_in_whatever_order_they_come(
    told: list[Label], order: object
) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    expected = {}
    for label in sorted(told, reverse=True):
        if first <= label.day <= last:
            expected[label.owner] = label.right
    order.shuffle(told)  # type: ignore[attr-defined]  # Hypothesis types its randoms as objects
    found = quality_of(told, first, last, {}).get(NORM)
    counted = (0, 0) if found is None else (found.right, found.wrong)
    assert counted == (sum(expected.values()), len(expected) - sum(expected.values()))


def test_one_owner_with_a_thousand_cases_silences_nothing() -> None:
    many = [Label(DAY, f"case-{n}", NORM, "org:a", right=False) for n in range(1_000)]
    assert not quality_of(many, DAY, DAY, {})[NORM].is_too_low
    four = [Label(DAY, f"case-{n}", NORM, f"org:{n}", right=False) for n in range(4)]
    assert quality_of(four, DAY, DAY, {})[NORM].is_too_low


def test_what_was_decided_before_a_norm_was_restored_counts_no_more() -> None:
    told = [Label(DAY, f"case-{n}", NORM, f"org:{n}", right=False) for n in range(9)]
    assert quality_of(told, DAY, DAY, {NORM: DAY}) == {}
