"""The table of regional minimum wages is complete, in order, and what its script would write."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from kyosei.law.jp.tables.minimum_wage import REGIONAL_MINIMUM_WAGE
from scripts import make_minimum_wage

SOURCE = Path(__file__).parents[3].parent / "shared/law/jp-social/minimum-wage.yaml"


def wage_on(code: str, day: date) -> int:
    return [yen for from_day, yen, _ in dict(REGIONAL_MINIMUM_WAGE)[code] if from_day <= day][-1]


def test_every_prefecture_is_listed_once_in_the_order_of_its_code() -> None:
    assert [code for code, _ in REGIONAL_MINIMUM_WAGE] == [f"{number:02}" for number in range(1, 48)]


def test_days_and_amounts_rise_in_every_prefecture() -> None:
    for code, rates in REGIONAL_MINIMUM_WAGE:
        for (day, yen, _), (next_day, next_yen, _) in pairwise(rates):
            assert day < next_day, code
            assert yen < next_yen, code


def test_every_prefecture_is_known_from_2019_to_fiscal_year_2026() -> None:
    for code, rates in REGIONAL_MINIMUM_WAGE:
        assert rates[0][0].year == 2019, code
        assert date(2026, 10, 1) <= rates[-1][0] < date(2027, 4, 1), code
    assert sum(len(rates) for _, rates in REGIONAL_MINIMUM_WAGE) == 369
    assert sum(verified for _, rates in REGIONAL_MINIMUM_WAGE for _, _, verified in rates) == 269


@pytest.mark.parametrize(
    ("code", "day", "yen"),
    [
        pytest.param("13", date(2026, 9, 30), 1226, id="tokyo_on_the_last_day_of_the_old_wage"),
        pytest.param("13", date(2026, 10, 1), 1280, id="tokyo_on_the_first_day_of_the_new_wage"),
        pytest.param("10", date(2026, 2, 28), 985, id="gunma_waits_until_the_end_of_february"),
        pytest.param("10", date(2026, 3, 1), 1063, id="gunma_rises_in_march"),
        pytest.param("05", date(2026, 3, 30), 951, id="akita_waits_until_the_day_before_the_last_of_march"),
        pytest.param("47", date(2026, 12, 1), 1023, id="okinawa_is_last_of_all"),
        pytest.param("47", date(2026, 12, 2), 1086, id="okinawa_rises_in_december"),
        pytest.param("13", date(2021, 9, 30), 1013, id="tokyo_left_its_wage_of_2019_unchanged_in_2020"),
    ],
)
def test_known_wages_hold_on_their_days(code: str, day: date, yen: int) -> None:
    assert wage_on(code, day) == yen


def test_the_script_writes_the_table() -> None:
    if SOURCE.exists():
        expected = make_minimum_wage.TARGET.read_text(encoding="utf-8")
        assert make_minimum_wage.render(SOURCE.read_text(encoding="utf-8")) == expected
    else:
        assert '("13", (  # 東京都\n        (date(2026, 10, 1), 1280, True),\n    )),' in written({})


@pytest.mark.parametrize("wrong", [{"pref": "48"}, {"date_status": "certain"}])
def test_the_script_refuses_what_it_does_not_understand(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"48|certain"):
        written(wrong)


def written(changed: dict[str, str]) -> str:
    rate = {"pref": "13", "yen_per_hour": 1280, "effective_from": "2026-10-01", "date_status": "verified"}
    source = {"prefectures": [{"code": "13", "ja": "東京都"}], "rates": [rate | changed]}
    return make_minimum_wage.render(yaml.safe_dump(source, allow_unicode=True))
