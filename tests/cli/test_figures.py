"""Figures in words: what is known of an amount, and no "short by" where nothing is short."""

from __future__ import annotations

import pytest

from kyosei.terms.text import Language
from kyosei.timelines.program import INFINITY
from kyosei.verdicts.figures import figure_said

SAID: dict[str, tuple[str, int, int, Language, str | None]] = {
    "settled": ("paid_yen", 214_000, 214_000, "en", "paid ¥214,000"),
    "between": ("minimum_yen_per_hour", 1_023, 1_280, "ja", "最低賃金 1,023円～1,280円"),
    "at_least": ("paid_yen", 1, INFINITY, "en", "paid at least ¥1"),
    "not_known": ("paid_yen", 0, INFINITY, "en", None),
    "hours": ("hours_in_seven_days", 1_815, 1_815, "ja-easy", "7日間の 時間 30時間15分"),
    "one_yen_short": ("shortfall_yen", 1, 1, "en", "short by ¥1"),
    "nothing_short": ("shortfall_yen", 0, 0, "en", None),
    "more_than_agreed": ("shortfall_yen", -18_200, -18_200, "ja", None),
    "perhaps_short": ("shortfall_yen", -INFINITY, 221_000, "en", "short by ¥0–¥221,000"),
    "not_known_whether_too_much": ("excess_yen", -31_110, INFINITY, "en", None),
    "no_month_lost": ("months_lost", 0, 0, "ja", None),
}


@pytest.mark.parametrize("case", SAID)
def test_a_figure_is_said_as(case: str) -> None:
    name, low, high, language, said = SAID[case]
    assert figure_said(name, low, high, language) == said
