"""The periods of stay that a record may hold agree with the dated table of the law pack."""

from __future__ import annotations

import pytest

from kyosei.errors import LawError
from kyosei.facts.legal_periods import PERIODS, is_legal_period, legal_periods
from kyosei.facts.vocabulary.options import GRANTED_PERIODS, STATUSES, SUBCLASSES
from kyosei.law.jp.tables.statuses import STATUSES as LEGAL_STATUSES
from kyosei.law.jp.tables.statuses import ResidenceStatusFact


@pytest.mark.parametrize("status", LEGAL_STATUSES, ids=lambda status: status.slug)
def test_a_period_may_be_recorded_if_some_version_of_the_law_had_it(status: ResidenceStatusFact) -> None:
    allowed = {period for period in GRANTED_PERIODS if is_legal_period(status.slug, period)}

    by_law = {period for period in GRANTED_PERIODS if period != "designated" and status.could_ever_be_granted(period)}
    assert allowed - {"designated"} == by_law
    assert ("designated" in allowed) == ("designated" in status.periods)


def test_the_lists_of_the_vocabulary_are_those_of_the_law() -> None:
    assert tuple(status.slug for status in LEGAL_STATUSES) == STATUSES
    assert set(PERIODS) == set(STATUSES)
    periods = {period for status in LEGAL_STATUSES for period in status.periods}
    assert periods <= set(GRANTED_PERIODS)
    subclasses = {name for status in LEGAL_STATUSES for legal in status.history for name in legal.subclasses}
    assert subclasses == set(SUBCLASSES)


def test_a_status_says_its_periods() -> None:
    assert legal_periods("engineer-humanities-international") == "P5Y, P3Y, P1Y, P3M"


def test_what_is_no_period_is_an_error_of_ours() -> None:
    with pytest.raises(LawError, match="is no period of stay"):
        is_legal_period("student", "four years")
