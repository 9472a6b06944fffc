"""The statuses of residence and what periods of stay could be granted when."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from kyosei.errors import LawError
from kyosei.law.jp.tables.statuses import STATUSES, status_named


def test_there_are_29_statuses_each_named_once() -> None:
    assert len({status.slug for status in STATUSES}) == len({status.title_ja for status in STATUSES}) == 29


def test_each_table_of_the_act_has_its_number_of_statuses() -> None:
    expected = {"I-1": 6, "I-2": 13, "I-3": 2, "I-4": 3, "I-5": 1, "II": 4}
    assert Counter(status.table for status in STATUSES) == expected


def test_work_follows_from_the_table_as_article_19_says() -> None:
    work = {"I-1": "authorised", "I-2": "authorised", "I-3": "none", "I-4": "none", "I-5": "designated"}
    for status in STATUSES:
        assert status.work == work.get(status.table, "unrestricted"), status.slug


def test_history_is_in_order_and_speaks_once_of_each_subclass_on_a_day() -> None:
    for status in STATUSES:
        days = [legal.from_day for legal in status.history]
        assert days == sorted(days), status.slug
        spoken = [(legal.from_day, name) for legal in status.history for name in legal.subclasses or ("",)]
        assert len(spoken) == len(set(spoken)), status.slug


@pytest.mark.parametrize(
    ("slug", "subclass", "period", "first_day"),
    [
        pytest.param("specified-skilled-worker", "ssw-1", "P3Y", date(2025, 9, 30), id="three_years_as_ssw_1"),
        pytest.param("specified-skilled-worker", "ssw-1", "P8M", date(2023, 4, 20), id="eight_months_as_ssw_1"),
        pytest.param("specified-skilled-worker", "ssw-2", "P2Y", date(2025, 9, 30), id="two_years_as_ssw_2"),
        pytest.param("business-manager", None, "P6M", date(2020, 3, 31), id="six_months_as_manager"),
        pytest.param("entertainer", None, "P30D", date(2023, 8, 1), id="thirty_days_as_entertainer"),
        pytest.param("nursing-care", None, "P5Y", date(2017, 9, 1), id="nursing_care_begins"),
        pytest.param("student", None, "P2Y6M", date(2021, 3, 30), id="a_period_between_the_old_steps_as_student"),
        pytest.param("technical-intern-training", "titp-2", "P2Y", date(2017, 11, 1), id="two_years_as_intern"),
    ],
)
def test_a_period_can_be_granted_from_its_day(slug: str, subclass: str | None, period: str, first_day: date) -> None:
    status = status_named(slug)
    assert status.may_be_granted(period, first_day, subclass)
    assert not status.may_be_granted(period, first_day - timedelta(days=1), subclass)


@pytest.mark.parametrize(
    ("slug", "period", "ever"),
    [
        pytest.param("student", "P2Y", True, id="two_years_as_student"),
        pytest.param("student", "P4Y3M", True, id="the_longest_as_student"),
        pytest.param("student", "P4Y4M", False, id="a_month_too_long_as_student"),
        pytest.param("engineer-humanities-international", "P4Y", False, id="four_years_as_engineer"),
        pytest.param("engineer-humanities-international", "P3Y", True, id="three_years_as_engineer"),
        pytest.param("dependent", "P4Y", True, id="four_years_as_dependent"),
        pytest.param("temporary-visitor", "P15D", True, id="fifteen_days_as_visitor"),
        pytest.param("temporary-visitor", "P16D", False, id="sixteen_days_as_visitor"),
        pytest.param("permanent-resident", "indefinite", True, id="no_end_as_permanent_resident"),
        pytest.param("permanent-resident", "P5Y", False, id="five_years_as_permanent_resident"),
        pytest.param("entertainer", "P15D", True, id="fifteen_days_as_entertainer_until_2023"),
    ],
)
def test_a_period_is_legal_or_never_was(slug: str, period: str, ever: bool) -> None:
    assert status_named(slug).could_ever_be_granted(period) is ever


def test_periods_name_the_fixed_ones_and_whether_others_can_be_designated() -> None:
    assert status_named("business-manager").periods == ("P5Y", "P3Y", "P1Y", "P4M", "P3M", "P6M")
    assert status_named("permanent-resident").periods == ("indefinite",)
    assert status_named("student").periods[-1] == "designated"


def test_periods_of_a_subclass_leave_the_others_out() -> None:
    (legal,) = status_named("highly-skilled-professional").periods_on(date(2026, 1, 1), "hsp-2")
    assert legal.fixed == ("indefinite",)


def test_what_is_no_status_or_no_period_is_refused() -> None:
    with pytest.raises(LawError, match="'engineer'"):
        status_named("engineer")
    with pytest.raises(LawError, match="'P-2Y'"):
        status_named("student").could_ever_be_granted("P-2Y")
