"""The stated rate of false alarms, measured with fixed seeds; and how much is found at that rate."""

from __future__ import annotations

from statistics import median

import pytest

from kyosei.signals.lateness import signals_of
from kyosei.signals.shifts import MONTHS_TO_FALSE_ALARM
from tests.signals.offices import FIRST_MONTH, Region

MONTHS = 36
REGIONS = ((1, 0.0, 0.0), (2, 0.7, 0.8), (3, 1.4, 1.5))
"""Seed, spread and common delay: none, what is assumed, and twice as much of both."""


@pytest.mark.parametrize("organisations", [120, pytest.param(1000, marks=pytest.mark.soak)])
def test_where_nothing_changes_there_are_no_more_alarms_than_stated(organisations: int) -> None:
    """Usual lateness differs between organisations, and offices are late with everybody in turn."""
    alarms, unit_months = 0, 0
    for seed, spread, common in REGIONS:
        region = Region(organisations, MONTHS, seed, spread=spread, common=common)
        found = signals_of(region.reports()[0])
        alarms += len(found.signals)
        unit_months += found.compared * MONTHS
    assert unit_months == len(REGIONS) * organisations * MONTHS
    assert alarms <= unit_months / MONTHS_TO_FALSE_ALARM


@pytest.mark.parametrize("organisations", [240, pytest.param(1000, marks=pytest.mark.soak)])
def test_most_of_those_that_change_are_found_and_nobody_else(organisations: int) -> None:
    reports, begins = Region(organisations, MONTHS, seed=4, changing=organisations // 10).reports()
    raised = {one.organisation: one.raised_month - FIRST_MONTH for one in signals_of(reports).signals}
    after = [raised[one] - begins[one] for one in raised if one in begins]
    assert len(after) >= 0.6 * len(begins)
    assert len(raised) - len(after) <= organisations * MONTHS / MONTHS_TO_FALSE_ALARM
    assert median(after) <= 6
