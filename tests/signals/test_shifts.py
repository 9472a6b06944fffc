"""The likelihoods are probabilities, the ratios are fair, and a common delay of an office leaves no trace."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.signals.shifts import THRESHOLD, Counts, course_of, log_likelihoods


@st.composite
def counts(draw: st.DrawFn, months: int = 6) -> Counts:
    own, others = draw(st.integers(1, 6)), draw(st.integers(5, 30))
    late, others_late = draw(st.integers(0, own)), draw(st.integers(0, others))
    return Counts(draw(st.integers(0, months - 1)), own, late, others, others_late)


@given(counts(), st.sampled_from([Fraction(1, 3), Fraction(1), Fraction(4)]))
def test_the_likelihood_is_that_of_drawing_from_two_urns(one: Counts, odds: Fraction) -> None:
    """Fisher's noncentral hypergeometric distribution, written out in whole numbers."""
    late = one.own_late + one.others_late
    ways = {x: comb(one.own, x) * comb(one.others, late - x) * odds**x for x in range(min(one.own, late) + 1)}
    wanted = ways[one.own_late] / sum(ways.values())
    found = exp(log_likelihoods(one, np.log([float(odds)]))[0])
    assert found == pytest.approx(float(wanted), rel=1e-9)


@given(st.lists(counts(), max_size=8))
def test_no_statistic_where_the_office_is_late_with_everybody_or_with_nobody(drawn: list[Counts]) -> None:
    for late in (False, True):
        same = [Counts(c.month, c.own, c.own * late, c.others, c.others * late) for c in drawn]
        course = course_of([same], 6)
        assert np.abs(course.statistic).max() < 1e-9
        assert course.raised() is None


def test_the_ratio_is_one_on_average_however_late_the_office_is() -> None:
    """Over every outcome of two months, weighed by its probability where nothing changes: this is what the rate rests on."""
    own, others = 3, 6
    usual = np.arange(-3.0, 3.01, 0.5)
    weights = np.exp(-0.5 * usual**2)
    weights /= weights.sum()
    for late in product((2, 5, 8), repeat=2):
        average = 0.0
        ranges = [range(max(0, k - others), min(own, k) + 1) for k in late]
        for outcome in product(*ranges):
            months = [Counts(m, own, x, others, k - x) for m, (x, k) in enumerate(zip(outcome, late, strict=True))]
            probability = weights @ np.exp(sum(log_likelihoods(one, usual) for one in months))
            average += float(probability) * exp(_ratio_since(months, 1))
        assert average == pytest.approx(1.0, rel=1e-9)


def _ratio_since(months: list[Counts], since: int) -> float:
    """The log ratio of a rise that began in a month: what the statistic has if no earlier month can have been it."""
    usual = np.arange(-3.0, 3.01, 0.5)
    prior = -0.5 * usual**2
    before = sum((log_likelihoods(one, usual) for one in months if one.month < since), start=prior)
    after = [one for one in months if one.month >= since]
    same = np.logaddexp.reduce(before + sum(log_likelihoods(one, usual) for one in after))
    rises = [
        exp(np.logaddexp.reduce(before + sum(log_likelihoods(one, usual + np.log(rise)) for one in after)) - same)
        for rise in (4.0, 16.0)
    ]
    return log(0.1 + 0.9 * sum(rises) / len(rises))


@given(st.lists(counts(), min_size=1, max_size=6))
def test_the_statistic_is_the_highest_ratio_of_any_month_in_which_a_change_may_have_begun(drawn: list[Counts]) -> None:
    course = course_of([drawn], 6)
    ratios = [_ratio_since(drawn, since) for since in range(6)]
    assert course.statistic[5] == pytest.approx(max(ratios), abs=1e-9)
    assert ratios[course.since[5]] == pytest.approx(max(ratios), abs=1e-9)


@given(st.lists(counts(), min_size=1, max_size=6))
def test_channels_count_together(drawn: list[Counts]) -> None:
    both, one = course_of([drawn, drawn], 6), course_of([drawn], 6)
    assert both.statistic == pytest.approx(2 * one.statistic, abs=1e-9)
    assert both.channels.sum(axis=0) == pytest.approx(both.statistic)


def test_a_usual_that_is_worse_than_that_of_others_is_no_change() -> None:
    always = [Counts(month, 4, 2, 40, 4) for month in range(36)]
    assert course_of([always], 36).statistic.max() < THRESHOLD
    worse = [Counts(month, 4, 0 if month < 24 else 3, 40, 4) for month in range(36)]
    course = course_of([worse], 36)
    raised = course.raised()
    assert raised is not None
    assert 24 <= raised <= 28
    assert abs(int(course.since[-1]) - 24) <= 1


@given(st.lists(counts(), min_size=1, max_size=6), st.integers(0, 6))
def test_no_change_is_looked_for_before_the_earliest_month(drawn: list[Counts], earliest: int) -> None:
    course = course_of([drawn], 6, earliest)
    assert (course.statistic[:earliest] == -np.inf).all()
    ratios = [_ratio_since(drawn, since) for since in range(earliest, 6)]
    if ratios:
        assert course.statistic[5] == pytest.approx(max(ratios), abs=1e-9)
        assert course.since[5] >= earliest
    else:
        assert course.raised() is None
